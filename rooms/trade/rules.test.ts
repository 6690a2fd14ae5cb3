import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '#base/kernel'
import { borderMigrations, borderOf } from '#testing/border'
import { callerOf, operator } from '#testing/callers'
import { type TestHouse, testHouse } from '#testing/house'

let house: TestHouse
let w: ReturnType<typeof borderOf>
beforeAll(async () => {
  house = await testHouse({ migrations: borderMigrations })
  w = borderOf(house)
})
afterAll(() => house.close())
const csv = (lines: string[]) => `\uFEFFHS,Name,Remark,bonded_only,excludes,yearly_grams\n${lines.join('\n')}\n`
const wish = { edition: 'test', from: '2026-01-01', source: 'a test', dryRun: false }
const reasonNow = async (variant: `var_${string}`) => {
  const begun = await w.begin(w.shopper(), [{ variant }])
  return begun.ok ? null : begun.details?.reason
}

test('a list with one wrong line is not written, and every wrong line is named', async () => {
  const bad = csv([
    '6912.00.10,Ceramics,,,,',
    '123,x,,,,',
    '99999999,y,,,,',
    '69120010,again,,,,',
    '69111019,,,,,',
    '09021010,Tea,,perhaps,,',
    '10063020,Rice,,,,-1',
  ])
  const report = must(await w.trade.rules.importPositiveList(operator(), { ...wish, csv: bad }))
  expect(report).toMatchObject({ id: null, lines: 1 })
  expect(report.problems.map(p => p.line)).toEqual([3, 4, 5, 6, 7, 8])
  expect(await w.trade.rules.importPositiveList(operator(), { ...wish, csv: 'a,b\n1,2' })).toMatchObject({ code: 'rule_invalid' })
  expect(await w.trade.rules.importPositiveList(callerOf(), { ...wish, csv: bad })).toMatchObject({ code: 'forbidden' })
})

test('a list that is written counts for the next quote, a trial run counts for none, and a withdrawn one gives the bundled one back', async () => {
  const s = await w.exporter([5])
  const tea = csv(['09021010,"Tea, green",keep dry,no,,'])
  expect(await reasonNow(s.variants[0]!)).toBeNull()
  expect(must(await w.trade.rules.importPositiveList(operator(), { ...wish, csv: tea, dryRun: true }))).toMatchObject({
    id: null,
    lines: 1,
  })
  expect(await reasonNow(s.variants[0]!)).toBeNull()
  const { id } = must(await w.trade.rules.importPositiveList(operator(), { ...wish, csv: tea }))
  expect(id).toBe('CN/positive-list@2026-01-01')
  expect(await reasonNow(s.variants[0]!)).toBe('not_on_positive_list')
  must(await w.trade.rules.withdraw(operator(), id as string))
  expect(await reasonNow(s.variants[0]!)).toBeNull()
  expect(await w.trade.rules.withdraw(operator(), id as string)).toMatchObject({ code: 'not_found' })
})

test('a row of law that is none is refused with its place, and only operators may give one', async () => {
  expect(await w.trade.rules.put(operator(), [{ jurisdiction: 'CN' }])).toMatchObject({ code: 'rule_invalid' })
  expect(await w.trade.rules.put(callerOf(), [])).toMatchObject({ code: 'forbidden' })
  expect(await w.trade.rules.list(callerOf())).toMatchObject({ code: 'forbidden' })
  const { rows, stale } = must(await w.trade.rules.list(operator()))
  expect(rows.length).toBeGreaterThan(20)
  expect(stale).toContainEqual({ rule: 'US/duty', reason: expect.any(String) })
})

test('of every row it is said whether it counts today: an old one gives way to a newer, one of tomorrow waits, one that is over is over', async () => {
  const day = (n: number) => new Date(house.clock.now().getTime() + n * 86_400_000).toISOString().slice(0, 10)
  const row = (from: string, to: string | null) => ({
    ...{ jurisdiction: 'JP', rule: 'duty', from, to, source: 'a test' },
    params: { lines: [], otherwise: '1' },
  })
  const stateOf = async (from: string) =>
    must(await w.trade.rules.list(operator())).rows.find(r => r.id === `JP/duty@${from}`)?.state
  const before = must(await w.trade.rules.list(operator())).rows.find(r => r.row.jurisdiction === 'JP' && r.row.rule === 'duty')
  must(await w.trade.rules.put(operator(), [row(day(-400), day(-300)), row(day(-3), null), row(day(40), null)]))
  expect(await Promise.all([-400, -3, 40].map(n => stateOf(day(n))))).toEqual(['ended', 'holds', 'later'])
  if (before) expect(await stateOf(before.row.from)).toBe('replaced')
})
