import { expect, test } from 'vitest'
import { must } from '#base/kernel'
import { bundledRules, mergeRules, parseRule, type RuleRow, ruleAt, ruleId, unionOf } from '../index.ts'

const limits = (from: string, perOrder: string, to: string | null = null): RuleRow => ({
  jurisdiction: 'CN',
  rule: 'limits',
  from,
  to,
  source: 'test',
  params: { perOrder: { minor: perOrder, currency: 'CNY' }, perYear: { minor: '2600000', currency: 'CNY' } },
})

test('every bundled row is a row, with its source, and stands once', () => {
  for (const row of bundledRules) expect(parseRule(JSON.parse(JSON.stringify(row)))).toEqual({ ok: true, value: row })
  expect(new Set(bundledRules.map(ruleId)).size).toBe(bundledRules.length)
})

test('the row that began last and has not ended counts, from its first day on and before its last', () => {
  const rows = [limits('2019-01-01', '1'), limits('2026-06-01', '2', '2026-07-01'), limits('2027-01-01', '3')]
  const at = (date: string) => must(ruleAt(rows, 'CN', 'limits', date)).params.perOrder.minor
  expect(['2019-01-01', '2026-05-31', '2026-06-01', '2026-06-30', '2026-07-01', '2026-12-31', '2027-01-01'].map(at)).toEqual([
    '1',
    '1',
    '2',
    '2',
    '1',
    '1',
    '3',
  ])
})

test('no row on a day is refused, and the refusal says whether it never began, ended, or must be looked at again', () => {
  const rows: RuleRow[] = [limits('2026-01-01', '1', '2026-02-01')]
  const reason = (date: string, more: RuleRow[] = []) => {
    const r = ruleAt([...rows, ...more], 'CN', 'limits', date)
    return r.ok ? null : [r.code, r.details?.reason]
  }
  expect(reason('2025-12-31')).toEqual(['rules_stale', 'missing'])
  expect(reason('2026-02-01')).toEqual(['rules_stale', 'ended'])
  expect(reason('2026-01-31')).toBe(null)
  const review: RuleRow = {
    jurisdiction: 'CN',
    rule: 'review',
    from: '2026-01-01',
    to: null,
    source: 'test',
    params: { rules: ['limits'], maxDays: 10 },
  }
  expect(reason('2026-01-11', [review])).toBe(null)
  expect(reason('2026-01-12', [review])).toEqual(['rules_stale', 'unreviewed'])
})

test('law as it is known: Japan’s relief ends, the EU’s duty begins and ends, all by their dates', () => {
  const relief = (d: string) => must(ruleAt(bundledRules, 'JP', 'relief', d)).params.taxUpTo?.minor ?? null
  expect([relief('2028-03-31'), relief('2028-04-01')]).toEqual(['10000', null])
  const duty = (d: string) => {
    const r = ruleAt(bundledRules, 'EU', 'item-duty', d)
    return r.ok ? r.value.params.perItem.minor : r.details?.reason
  }
  expect([duty('2026-06-30'), duty('2026-07-01'), duty('2028-07-01')]).toEqual(['0', '300', 'ended'])
  expect([unionOf(bundledRules, 'FR', '2026-01-01'), unionOf(bundledRules, 'GB', '2026-01-01')]).toEqual(['EU', 'GB'])
})

test('an operator’s row is added or replaces the one of the same day, and the base is left alone', () => {
  const base = [limits('2019-01-01', '1')]
  const merged = must(mergeRules(base, [limits('2019-01-01', '7'), limits('2026-01-01', '9')]))
  expect(merged.map(r => r.from)).toEqual(['2019-01-01', '2026-01-01'])
  expect(must(ruleAt(merged, 'CN', 'limits', '2020-01-01')).params.perOrder.minor).toBe('7')
  expect(base).toEqual([limits('2019-01-01', '1')])
})

const good = limits('2026-01-01', '1')
test.each([
  ['a text', 'row'],
  [null, 'row'],
  [{ ...good, extra: 1 }, 'row.extra'],
  [{ ...good, jurisdiction: 'China' }, 'row.jurisdiction'],
  [{ ...good, rule: 'limit' }, 'row.rule'],
  [{ ...good, rule: '__proto__' }, 'row.rule'],
  [{ ...good, from: '2026-02-30' }, 'row.from'],
  [{ ...good, to: '2026-01-01' }, 'row.to'],
  [{ ...good, source: '' }, 'row.source'],
  [{ ...good, params: {} }, 'row.params.perOrder'],
  [{ ...good, params: { ...good.params, perOrder: { minor: '1.5', currency: 'CNY' } } }, 'row.params.perOrder'],
  [{ ...good, params: { ...good.params, perOrder: { minor: '-1', currency: 'CNY' } } }, 'row.params.perOrder'],
  [{ ...good, params: { ...good.params, perOrder: { minor: '1', currency: 'XXX' } } }, 'row.params.perOrder'],
  [{ ...good, rule: 'vat', params: { standard: 13, reduced: [] } }, 'row.params.standard'],
  [{ ...good, rule: 'vat', params: { standard: '13', reduced: [{ hs: '4', percent: '9' }] } }, 'row.params.reduced[0].hs'],
  [
    { ...good, rule: 'excise', params: { classes: [{ name: 'x', hs: ['33'], percent: '100', least: null }] } },
    'row.params.classes[0].percent',
  ],
  [{ ...good, rule: 'price-claim', params: { kind: 'none' } }, 'row.params.kind'],
])('a row that is none is refused with the path of what is wrong (%#)', (row, path) => {
  const r = parseRule(row)
  expect(r.ok ? null : r.message.split(': ')[0]).toBe(path)
})

test('one bad row, or the same row twice, refuses all of them', () => {
  expect(mergeRules([], [good, { ...good, from: 'soon' }])).toMatchObject({ code: 'rule_invalid', details: { path: 'rows[1]' } })
  expect(mergeRules([], [good, good])).toMatchObject({ code: 'rule_twice' })
})
