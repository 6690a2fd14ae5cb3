import { expect, test } from 'vitest'
import { type Currency, money, must } from '#base/kernel'
import { bundledRules, type LandedInput, type LandedLine, landedCost, mergeRules, type Quote } from '../index.ts'
import { dutyRow, line, order, yuan } from '../testing.ts'

const quote = (lines: readonly LandedLine[], over: Partial<LandedInput> = {}, rules = bundledRules): Quote =>
  must(landedCost(rules, order(lines, over)))
const refusal = (lines: readonly LandedLine[], over: Partial<LandedInput> = {}, rules = bundledRules) => {
  const r = landedCost(rules, order(lines, over))
  return r.ok ? null : r
}
const nearest = (exact: string): bigint => {
  const [n, d = '1'] = exact.split('/')
  return (BigInt(n as string) * 2n + BigInt(d)) / (BigInt(d) * 2n)
}

/** domain.md 4.3, row by row, in fen. `exact` columns are rounded each by itself; the total is rounded once. */
test.each([
  { name: '100, VAT 13 %', hs: '34013000', price: 100_00, excise: 0n, vat: 910n, duty: 0n, total: 910n },
  { name: '100, VAT 9 %', hs: '09021090', price: 100_00, excise: 0n, vat: 630n, duty: 0n, total: 630n },
  {
    name: 'high-end cosmetic 425 for 20 g',
    hs: '3304990029',
    price: 425_00,
    mlOrG: '20',
    excise: 5250n,
    vat: 4550n,
    duty: 0n,
    total: 9800n,
  },
  { name: 'wine 300', hs: '22042100', price: 300_00, excise: 2333n, vat: 3033n, duty: 0n, total: 5367n },
  {
    name: 'one bag 6,000, over the limit',
    hs: '42022100',
    price: 6_000_00,
    excise: 0n,
    vat: 82_680n,
    duty: 36_000n,
    total: 118_680n,
  },
  {
    name: 'one watch 12,000, over the limit',
    hs: '91021100',
    price: 12_000_00,
    excise: 324_000n,
    vat: 210_600n,
    duty: 96_000n,
    total: 630_600n,
  },
])('China, $name: to the fen', v => {
  const q = quote([line({ hs: v.hs, unitPrice: yuan(v.price), ...(v.mlOrG ? { mlOrG: v.mlOrG } : {}) })], { mode: '9610' })
  const l = q.lines[0] as Quote['lines'][number]
  expect([nearest(l.exact.duty), nearest(l.exact.excise), nearest(l.exact.vat)]).toEqual([v.duty, v.excise, v.vat])
  expect([q.tax, q.regime]).toEqual([yuan(Number(v.total)), v.price > 5_000_00 ? 'cbec_full_tax' : 'cbec'])
  expect(q.duty.minor + q.excise.minor + q.vat.minor).toBe(v.total)
})

test('the composite rates of 4.3: 23.0588 % for the cosmetic, 17.8889 % for wine', () => {
  const perMillion = (q: Quote) => Math.round((Number(q.tax.minor) / Number(q.goods.minor)) * 1_000_000)
  expect(perMillion(quote([line({ hs: '33049900', unitPrice: yuan(4_250_00), mlOrG: '20' })], { mode: '9610' }))).toBe(230_588)
  expect(perMillion(quote([line({ hs: '22042100', unitPrice: yuan(4_500_00) })], { mode: '9610' }))).toBe(178_889)
})

test('a cosmetic is high-end from CNY 10 per ml or g, or 15 per sheet, on; how much it holds must be known', () => {
  const tax = (over: Partial<LandedLine>, fen: number) =>
    quote([line({ hs: '33049900', unitPrice: yuan(fen), ...over })], { mode: '9610' }).excise.minor > 0n
  expect([tax({ mlOrG: '50' }, 500_00), tax({ mlOrG: '50' }, 499_99)]).toEqual([true, false])
  expect([tax({ pieces: 5 }, 75_00), tax({ pieces: 5 }, 74_99)]).toEqual([true, false])
  expect(refusal([line({ hs: '33049900', unitPrice: yuan(425_00) })], { mode: '9610' })).toMatchObject({
    code: 'measure_missing',
    details: { line: 'a' },
  })
})

test('any one measure that is reached makes a cosmetic high-end', () => {
  const masks = { hs: '33049900', unitPrice: yuan(75_00), mlOrG: '100', pieces: 5 }
  expect(quote([line(masks)], { mode: '9610' }).excise.minor).toBeGreaterThan(0n)
  expect(quote([line({ ...masks, pieces: 6 })], { mode: '9610' }).excise.minor).toBe(0n)
})

test('China taxes what was paid, with freight and insurance: 100 − 20 + 50 + 5 at 9.1 % is 12.285, so 12.29', () => {
  const over = { mode: '9610', freight: yuan(50_00), insurance: yuan(5_00), discount: yuan(20_00) } as const
  const q = quote([line({ hs: '61091000', unitPrice: yuan(100_00) })], over)
  expect([q.tax, q.total, q.quota]).toEqual([yuan(12_29), yuan(147_29), yuan(135_00)])
  expect(q.lines[0]?.exact).toMatchObject({ dutiable: '13500', vat: '2457/2' })
})

test('freight is shared by what was paid for the lines, the odd fen to the largest remainder, and each line is taxed on its own', () => {
  const lines = [
    line({ id: 'a', hs: '61091000', unitPrice: yuan(10_00) }),
    line({ id: 'b', hs: '49019900', unitPrice: yuan(10_00), quantity: 2 }),
    line({ id: 'c', hs: '69120010', unitPrice: yuan(40_00) }),
  ]
  const q = quote(lines, { mode: '9610', freight: yuan(10_00) })
  // 10.00 by 1 : 2 : 4 is 1.428…, 2.857…, 5.714…
  expect(q.lines.map(l => Number(l.freight.minor))).toEqual([143, 286, 571])
  // 9.1 % of 11.43, 6.3 % of 22.86, 9.1 % of 45.71.
  expect(q.lines.map(l => Number(l.tax.minor))).toEqual([104, 144, 416])
  expect(q.total).toEqual(yuan(86_64))
})

test('a rule begins at midnight there: the EU’s duty at 22:00 UTC, a day of Singapore at 16:00', () => {
  const duty = (at: string) =>
    quote([line({ hs: '691110', unitPrice: money(50_00, 'EUR') })], { ...to('FR', '2026-06-30'), at: new Date(at) }).duty.minor
  expect([duty('2026-06-30T21:59:59Z'), duty('2026-06-30T22:00:00Z')]).toEqual([0n, 300n])
  const date = (at: string) => quote([item('691110', 50_00, 'SGD')], { ...to('SG', '2026-06-30'), at: new Date(at) }).date
  expect([date('2026-06-30T15:59:59Z'), date('2026-06-30T16:00:00Z')]).toEqual(['2026-06-30', '2026-07-01'])
})

test('domain.md 4.4: food of CNY 100 costs 9.10 by direct mail; by post its 13.00 are not collected, so post is best', () => {
  const food = line({ hs: '19053100', unitPrice: yuan(100_00) })
  const q = quote([food])
  expect([q.mode, q.regime, q.tax, q.lines[0]?.exact.other]).toEqual(['post', 'post_exempt', yuan(0), '1300'])
  expect(q.alternatives).toEqual([{ mode: '9610', regime: 'cbec', tax: yuan(910), total: yuan(109_10) }])
  expect(q.refused.map(r => [r.mode, r.code])).toEqual([['1210', 'mode_needs_bonded']])
})

test.each([
  ['food', '19053100', 13n, {}],
  ['a book', '49019900', 13n, {}],
  ['a toy', '95030021', 13n, {}],
  ['clothes', '61091000', 20n, {}],
  ['an ordinary cosmetic', '33049900', 20n, { mlOrG: '100' }],
  ['a high-end cosmetic', '33049900', 50n, { mlOrG: '10' }],
  ['wine', '22042100', 50n, {}],
  ['jewellery', '711319', 50n, {}],
  ['a watch below CNY 10,000', '91021100', 20n, {}],
])('postal tax of %s', (_, hs, percent, over) => {
  expect(quote([line({ hs, unitPrice: yuan(900_00), ...over })], { mode: 'post' }).tax).toEqual(yuan(900 * Number(percent)))
})

test('postal tax of exactly CNY 50 is not collected, of 50.01 all of it is', () => {
  expect(quote([line({ hs: '61091000', unitPrice: yuan(250_00) })], { mode: 'post' }).tax).toEqual(yuan(0))
  expect(quote([line({ hs: '61091000', unitPrice: yuan(250_05) })], { mode: 'post' }).tax).toEqual(yuan(50_01))
})

test('a parcel by post holds CNY 1,000, from Hong Kong 800; one item that can’t be divided may be more', () => {
  const two = (fen: number) => [line({ hs: '61091000', quantity: 2, unitPrice: yuan(fen) })]
  expect(quote(two(500_00), { mode: 'post' }).goods).toEqual(yuan(1_000_00))
  expect(refusal(two(500_01), { mode: 'post' })?.code).toBe('over_post_cap')
  const hk = { mode: 'post', shipsFrom: { country: 'HK', bonded: false } } as const
  expect(quote(two(400_00), hk).goods).toEqual(yuan(800_00))
  expect(refusal(two(400_01), hk)?.code).toBe('over_post_cap')
  expect(quote([line({ hs: '61091000', unitPrice: yuan(3_000_00) })], { mode: 'post' }).tax).toEqual(yuan(600_00))
})

test('limits of an order and of a year hold to the fen, freight included', () => {
  const two = (fen: number) => [line({ hs: '61091000', quantity: 2, unitPrice: yuan(fen) })]
  expect(quote(two(2_490_00), { mode: '9610', freight: yuan(20_00) }).quota).toEqual(yuan(5_000_00))
  expect(refusal(two(2_490_00), { mode: '9610', freight: yuan(20_01) })).toMatchObject({
    code: 'over_order_limit',
    details: { value: '500001', perOrder: '500000', offers: [] },
  })
  const one = [line({ hs: '61091000', unitPrice: yuan(1_000_00) })]
  expect(quote(one, { mode: '9610', used: { value: yuan(25_000_00) } }).regime).toBe('cbec')
  const over = refusal(one, { mode: '9610', used: { value: yuan(25_000_01) } })
  expect(over?.code).toBe('over_year_limit')
  expect(over?.details?.offers).toEqual([{ mode: 'post', regime: 'post', tax: yuan(200_00), total: yuan(1_200_00) }])
})

test('a shop that is not registered is refused cross-border retail import, told what is missing, and offered post', () => {
  const r = refusal([line({ hs: '61091000', unitPrice: yuan(200_00) })], { mode: '9610', registrations: { ebcCode: '1' } })
  expect(r?.code).toBe('registration_missing')
  expect(r?.details?.missing).toEqual(['ebpCode', 'ebpName', 'ebcName', 'agentCode', 'agentName', 'payCode', 'logisticsCode'])
  expect(r?.details?.offers).toMatchObject([{ mode: 'post', regime: 'post_exempt' }])
})

test('1210 sells what lies in a zone, 9610 and post what comes from abroad', () => {
  const goods = [line({ hs: '61091000', unitPrice: yuan(200_00) })]
  const bonded = { shipsFrom: { country: 'CN', bonded: true } }
  expect([quote(goods, bonded).mode, quote(goods, bonded).tax]).toEqual(['1210', yuan(18_20)])
  expect(refusal(goods, { ...bonded, mode: '9610' })?.code).toBe('mode_ships_abroad')
  expect(refusal(goods, { ...bonded, mode: 'post' })?.code).toBe('mode_ships_abroad')
  expect(refusal(goods, { mode: '1210' })?.code).toBe('mode_needs_bonded')
  expect(refusal(goods, { mode: 'import' })?.code).toBe('mode_unknown')
})

test('the positive list and its remarks: not listed, bonded only, left out, weight by the year, 8 digits', () => {
  const cbec = (over: Partial<LandedLine> & { hs: string }, more: Partial<LandedInput> = {}) =>
    refusal([line({ unitPrice: yuan(100_00), ...over })], { mode: '9610', ...more })?.code ?? 'open'
  expect(cbec({ hs: '84713000' })).toBe('not_on_positive_list')
  expect(cbec({ hs: '330499' })).toBe('hs_too_short')
  expect(cbec({ hs: '03061790' })).toBe('list_excludes')
  expect(cbec({ hs: '33049900', mlOrG: '100', facts: ['aerosol'] })).toBe('list_excludes')
  expect(cbec({ hs: '10063020' })).toBe('measure_missing')
  expect(cbec({ hs: '10063020', netGrams: 5000, quantity: 4 })).toBe('open')
  expect(cbec({ hs: '10063020', netGrams: 5000, quantity: 4 }, { used: { value: yuan(0), grams: { '10063020': 1 } } })).toBe(
    'over_weight_quota',
  )
})

test('what is forbidden is refused by every way, by fact and by origin; an unknown origin counts as the forbidden one', () => {
  const fish = (origin: string | null) => refusal([line({ hs: '030617', unitPrice: yuan(50_00), origin })])?.code ?? 'open'
  expect([fish('JP'), fish(null), fish('NO')]).toEqual(['prohibited', 'prohibited', 'open'])
  expect(refusal([line({ hs: '61091000', unitPrice: yuan(50_00), facts: ['second_hand'] })])).toMatchObject({
    code: 'prohibited',
    details: { fact: 'second_hand', line: 'a' },
  })
})

test('the sale inside China’s scheme needs consent to the buyer notice and the buyer’s ID', () => {
  const q = quote([line({ hs: '61091000', unitPrice: yuan(200_00) })], { mode: '9610' })
  expect(q.notices.filter(n => n.consent).map(n => n.code)).toEqual(['cbec_buyer_notice'])
  expect(q.notices.map(n => n.code)).toContain('buyer_id')
  expect(q.lines[0]?.rules).toContain('CN/limits@2019-01-01')
})

const at = (day: string) => ({ at: new Date(`${day}T12:00:00Z`) })
const to = (destination: string, day: string, over: Partial<LandedInput> = {}): Partial<LandedInput> => ({
  destination,
  shipsFrom: { country: 'CN', bonded: false },
  registrations: { ioss: 'IM1', gbVat: 'GB1', sgGst: 'M1' },
  ...at(day),
  ...over,
})
const item = (hs: string, minor: number, currency: Currency, over: Partial<LandedLine> = {}) =>
  line({ id: hs, hs, unitPrice: money(minor, currency), ...over })

test('EU: two kinds of goods to France from July 2026 on owe €6 of duty and 20 % VAT on it too, before that only VAT', () => {
  const lines = [item('691110', 40_00, 'EUR'), item('611020', 60_00, 'EUR')]
  const after = quote(lines, to('FR', '2026-07-01'))
  expect([after.duty, after.vat, after.tax]).toEqual([money(6_00, 'EUR'), money(21_20, 'EUR'), money(27_20, 'EUR')])
  const before = quote(lines, to('FR', '2026-06-30'))
  expect([before.duty, before.tax]).toEqual([money(0, 'EUR'), money(20_00, 'EUR')])
  // €7.20 more, as in the found example.
  expect(after.tax.minor - before.tax.minor).toBe(720n)
  const same = quote([item('691110', 40_00, 'EUR'), item('69111019', 60_00, 'EUR')], to('FR', '2026-07-01'))
  expect(same.duty).toEqual(money(3_00, 'EUR'))
})

test('EU: each member state has its VAT; over €150, alcohol, or without IOSS the scheme is closed', () => {
  const vat = (country: string) => quote([item('691110', 100_00, 'EUR')], to(country, '2026-05-01')).vat.minor
  expect([vat('DE'), vat('FR'), vat('HU'), vat('FI')]).toEqual([1900n, 2000n, 2700n, 2550n])
  const mode = { mode: 'seller_collects' } as const
  expect(quote([item('691110', 150_00, 'EUR')], to('DE', '2026-05-01', { ...mode, freight: money(9_00, 'EUR') })).vat.minor).toBe(
    3021n,
  )
  expect(refusal([item('691110', 150_01, 'EUR')], to('DE', '2026-05-01', mode))?.code).toBe('over_scheme_limit')
  expect(refusal([item('220421', 20_00, 'EUR')], to('DE', '2026-05-01', mode))?.code).toBe('outside_scheme')
  const noIoss = to('DE', '2026-05-01', { ...mode, registrations: {} })
  expect(refusal([item('691110', 20_00, 'EUR')], noIoss)).toMatchObject({
    code: 'registration_missing',
    details: { missing: ['ioss'] },
  })
  expect(quote([item('691110', 20_00, 'EUR')], { ...noIoss, mode: 'best' }).mode).toBe('import')
  expect(refusal([item('691110', 200_00, 'EUR')], to('DE', '2026-08-01'))?.code).toBe('over_scheme_limit')
  const own = must(mergeRules(bundledRules, [dutyRow('EU', '2026-01-01', '12')]))
  expect(quote([item('691110', 200_00, 'EUR')], to('DE', '2026-08-01'), own).tax.minor).toBe(24_00n + 42_56n)
})

test('Japan: up to ¥10,000 of customs value nothing, 60 % of the price for individuals; from April 2028 on consumption tax', () => {
  const tax = (yen: number, day: string, over: Partial<LandedInput> = {}, hs = '691110') =>
    quote([item(hs, yen, 'JPY')], to('JP', day, over)).tax.minor
  expect([tax(16_666, '2026-05-01'), tax(16_668, '2026-05-01')]).toEqual([0n, 1000n])
  expect([tax(10_000, '2026-05-01', { buyer: 'business' }), tax(10_001, '2026-05-01', { buyer: 'business' })]).toEqual([
    0n,
    1000n,
  ])
  // Food at 8 %, on 60 % of ¥20,000 and 5 % duty of the simplified tariff.
  expect(tax(20_000, '2026-05-01', {}, '200819')).toBe(600n + 1008n)
  expect([tax(10_000, '2028-03-31'), tax(10_000, '2028-04-01')]).toEqual([0n, 600n])
  expect(refusal([item('420221', 5_000, 'JPY')], to('JP', '2026-05-01'))?.code).toBe('rules_stale')
})

test('United Kingdom: up to £135 the seller charges 20 %, and nobody else may; above it duty must be known', () => {
  const q = quote([item('691110', 135_00, 'GBP')], to('GB', '2026-05-01'))
  expect([q.mode, q.tax.minor, q.duty.minor]).toEqual(['seller_collects', 2700n, 0n])
  expect(q.refused.map(r => [r.mode, r.code])).toEqual([['import', 'registration_missing']])
  expect(refusal([item('691110', 135_00, 'GBP')], to('GB', '2026-05-01', { registrations: {} }))?.code).toBe(
    'registration_missing',
  )
  expect(refusal([item('691110', 135_01, 'GBP')], to('GB', '2026-05-01', { mode: 'import' }))?.code).toBe('rules_stale')
})

test('Singapore: 9 % at the sale up to S$400, at the door above it; without registration low values come in free', () => {
  const tax = (minor: number, over: Partial<LandedInput> = {}) => {
    const q = quote([item('691110', minor, 'SGD')], to('SG', '2026-05-01', over))
    return [q.mode, q.tax.minor]
  }
  expect(tax(400_00, { mode: 'seller_collects' })).toEqual(['seller_collects', 3600n])
  expect(tax(400_01)).toEqual(['import', 3600n])
  expect(tax(400_00, { registrations: {} })).toEqual(['import', 0n])
})

test('United States: no table, no quote; the operator’s table serves until it is too old', () => {
  const goods = [item('691110', 100_00, 'USD')]
  expect(refusal(goods, to('US', '2026-05-01'))).toMatchObject({
    code: 'rules_stale',
    details: { rule: 'duty', reason: 'missing' },
  })
  const own = must(
    mergeRules(bundledRules, [{ ...dutyRow('US', '2026-02-24', '6'), params: { lines: [], otherwise: '6', surcharge: '10' } }]),
  )
  const q = quote(goods, to('US', '2026-07-23'), own)
  expect([q.duty.minor, q.other.minor, q.tax.minor]).toEqual([600n, 1000n, 1600n])
  expect(q.notices.map(n => n.code)).toContain('state_sales_tax_not_included')
  expect(refusal(goods, to('US', '2026-07-25'), own)).toMatchObject({ code: 'rules_stale', details: { reason: 'unreviewed' } })
})

test('what can’t be quoted is refused with what is wrong', () => {
  const good = line({ hs: '61091000', unitPrice: yuan(100_00) })
  const code = (lines: readonly LandedLine[], over: Partial<LandedInput> = {}) => refusal(lines, over)?.code
  expect(code([])).toBe('lines_invalid')
  expect(code([good, good])).toBe('lines_invalid')
  for (const quantity of [0, -1, 1.5, 1e9, Number.NaN]) expect(code([{ ...good, quantity }])).toBe('lines_invalid')
  expect(code([{ ...good, unitPrice: yuan(-1) }])).toBe('lines_invalid')
  expect(code([{ ...good, mlOrG: '0' }])).toBe('lines_invalid')
  expect(code([good, { ...good, id: 'b', unitPrice: money(5, 'JPY') }])).toBe('currency_mixed')
  expect(code([good], { discount: yuan(100_01) })).toBe('lines_invalid')
  expect(code([good], { freight: yuan(-1) })).toBe('lines_invalid')
  expect(code([{ ...good, hs: '7701' }])).toBe('hs_form')
  expect(code([{ ...good, hs: '770100' }])).toBe('hs_unknown')
  expect(code([good], { destination: 'BR' })).toBe('destination_unknown')
  expect(code([good], { destination: 'EU' })).toBe('destination_unknown')
  expect(code([good], { shipsFrom: { country: 'CN', bonded: false } })).toBe('not_an_import')
  expect(code([good], { destination: 'FR', shipsFrom: { country: 'DE', bonded: false } })).toBe('not_an_import')
  expect(code([good], { buyer: 'business', mode: '9610' })).toBe('buyer_not_individual')
  const yen = line({ hs: '61091000', unitPrice: money(2000, 'JPY') })
  expect(code([yen])).toBe('rate_missing')
  const rate = { id: 'r1', from: 'JPY', to: 'CNY', rate: '0.05', validUntil: new Date('2026-04-30T00:00:00Z') } as const
  expect(code([yen], { rates: [rate] })).toBe('rate_stale')
  for (const bad of ['0', '-1', '1e3', '']) expect(code([yen], { rates: [{ ...rate, rate: bad }] })).toBe('rate_missing')
})
