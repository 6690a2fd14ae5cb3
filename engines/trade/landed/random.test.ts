import { expect, test } from 'vitest'
import { between, type Currency, currencies, money, must, pick, type Random, seeded } from '#base/kernel'
import { bundledRules, type LandedInput, type LandedLine, landedCost, mergeRules, type Quote } from '../index.ts'
import { dutyRow, order, registered } from '../testing.ts'

/** With duty for everybody, so that most orders have a way in. */
const rules = must(
  mergeRules(bundledRules, [
    ...['EU', 'JP', 'GB'].map(j => dutyRow(j, '2025-01-01', '4.7')),
    dutyRow('US', '2026-03-01', '12.5'),
  ]),
)
const codes = [
  '33049900',
  '22042100',
  '61091000',
  '19053100',
  '42022100',
  '49019900',
  '91021100',
  '69120010',
  '10063020',
  '95063100',
]
const perCny: Record<string, string> = {
  JPY: '20.6185',
  USD: '0.1389',
  EUR: '0.1204',
  GBP: '0.1042',
  SGD: '0.1799',
  KWD: '0.0427',
  KRW: '198.3',
}
const validUntil = new Date('2027-01-01T00:00:00Z')
/** Every pair through CNY's table, with the decimals that a rate has. */
const rates = Object.entries({ ...perCny, CNY: '1' }).flatMap(([from, a]) =>
  Object.entries({ ...perCny, CNY: '1' })
    .filter(([to]) => to !== from)
    .map(([to, b]) => ({
      id: `${from}${to}`,
      from: from as Currency,
      to: to as Currency,
      rate: (Number(b) / Number(a)).toFixed(6),
      validUntil,
    })),
)

function randomLine(random: Random, id: string, currency: Currency, most: number): LandedLine {
  const scale = 10 ** currencies[currency] * Number(perCny[currency] ?? 1)
  return {
    id,
    hs: pick(random, codes),
    quantity: random() < 0.6 ? 1 : between(random, 1, 9),
    unitPrice: money(Math.floor(random() ** 3 * most * scale), currency),
    origin: pick(random, ['FR', 'JP', 'KR']),
    netGrams: between(random, 1, 900),
    mlOrG: String(between(random, 1, 400) / 10),
    pieces: between(random, 1, 10),
  }
}
function randomOrder(random: Random): LandedInput {
  const currency = pick(
    random,
    Object.keys(currencies).filter(c => c in perCny || c === 'CNY'),
  ) as Currency
  const scale = 10 ** currencies[currency] * Number(perCny[currency] ?? 1)
  const lines = Array.from({ length: between(random, 1, 6) }, (_, i) =>
    randomLine(random, `l${i}`, currency, pick(random, [60, 600, 6000])),
  )
  // What only a single dear item can be.
  if (random() < 0.15)
    lines.splice(0, 6, {
      ...randomLine(random, 'l0', currency, 1),
      hs: '42022100',
      quantity: 1,
      unitPrice: money(Math.floor(between(random, 4800, 9000) * scale), currency),
    })
  const goods = lines.reduce((t, l) => t + Number(l.unitPrice.minor) * l.quantity, 0)
  const destination = pick(random, ['CN', 'CN', 'CN', 'JP', 'DE', 'FR', 'GB', 'SG', 'US'])
  return order(lines, {
    destination,
    shipsFrom: destination === 'CN' && random() < 0.3 ? { country: 'CN', bonded: true } : { country: 'KR', bonded: false },
    at: new Date(Date.UTC(2026, between(random, 3, 5), between(random, 1, 28))),
    buyer: random() < 0.9 ? 'individual' : 'business',
    freight: money(random() < 0.3 ? 0 : Math.floor(random() * 80 * scale), currency),
    insurance: money(random() < 0.6 ? 0 : Math.floor(random() * 9 * scale), currency),
    discount: money(random() < 0.5 ? 0 : Math.floor(random() * goods), currency),
    used: { value: money(between(random, 0, 2_700_000), 'CNY') },
    registrations: random() < 0.8 ? { ...registered, ioss: 'x', gbVat: 'x', sgGst: 'x' } : {},
    rates,
  })
}
const taxes = ['duty', 'excise', 'vat', 'other'] as const
const sums = ['goods', 'discount', 'freight', 'insurance', ...taxes, 'tax', 'total'] as const

/** Everything in a quote that doesn't add up or is below zero. */
function wrongSums(q: Quote): string[] {
  const wrong: string[] = []
  const check = (holds: boolean, what: string) => {
    if (!holds) wrong.push(what)
  }
  for (const key of sums) {
    check(q.lines.reduce((t, l) => t + l[key].minor, 0n) === q[key].minor, `sum of ${key}`)
    for (const l of q.lines) check(l[key].minor >= 0n && l[key].currency === q.total.currency, `${l.id}.${key}`)
  }
  for (const l of q.lines) {
    check(taxes.reduce((t, k) => t + l[k].minor, 0n) === l.tax.minor, `${l.id}: parts of the tax`)
    check(
      l.goods.minor - l.discount.minor + l.freight.minor + l.insurance.minor + l.tax.minor === l.total.minor,
      `${l.id}: total`,
    )
  }
  return wrong
}

test('parts sum to totals, nothing is negative, and the best way is the cheapest of those that are open (3,000 random orders)', () => {
  const regimes = new Map<string, number>()
  for (let seed = 1; seed <= 3000; seed++) {
    const r = landedCost(rules, randomOrder(seeded(seed)))
    if (!r.ok) {
      regimes.set(r.code, (regimes.get(r.code) ?? 0) + 1)
      continue
    }
    const q = r.value
    regimes.set(q.regime, (regimes.get(q.regime) ?? 0) + 1)
    expect([seed, wrongSums(q)]).toEqual([seed, []])
    for (const a of q.alternatives) expect(a.total.minor >= q.total.minor).toBe(true)
    if (q.quota) expect(q.quota.minor).toBe(q.total.minor - q.tax.minor)
  }
  // The orders are varied enough to say something.
  for (const seen of [
    'cbec',
    'cbec_full_tax',
    'post',
    'post_exempt',
    'seller_collects',
    'import',
    'import_relief',
    'over_year_limit',
  ])
    expect([seen, (regimes.get(seen) ?? 0) >= 10]).toEqual([seen, true])
})

test('the order of the lines changes nothing, and the same input gives the same quote (1,000 random orders)', () => {
  for (let seed = 1; seed <= 1000; seed++) {
    const random = seeded(seed)
    const input = randomOrder(random)
    const a = landedCost(rules, input)
    const lines = input.lines
      .map(l => ({ l, k: random() }))
      .sort((x, y) => x.k - y.k)
      .map(x => x.l)
    const b = landedCost(rules, { ...input, lines })
    const sorted = (r: typeof a) =>
      r.ok ? { ...r, value: { ...r.value, lines: [...r.value.lines].sort((x, y) => (x.id < y.id ? -1 : 1)) } } : r
    expect([seed, sorted(b)]).toEqual([seed, sorted(a)])
    if (b.ok) expect(b.value.lines.map(l => l.id)).toEqual(lines.map(l => l.id))
    expect(landedCost(rules, input)).toEqual(a)
  }
})

test('within one regime a higher price never costs less in all (2,000 random single lines, and orders without freight)', () => {
  let compared = 0
  for (let seed = 1; seed <= 2000; seed++) {
    const random = seeded(seed)
    const input = randomOrder(random)
    const lone = random() < 0.5
    const lines = lone ? input.lines.slice(0, 1) : input.lines
    // Freight and discounts are shared by value: among several lines a higher price moves them to other rates. In one currency, so that lines aren't rounded by each other.
    const rate = lone ? rates : []
    const native = lone ? lines : lines.map(l => ({ ...l, unitPrice: money(l.unitPrice.minor, 'CNY') }))
    const bare = { ...input, lines: native, rates: rate, discount: money(0, native[0]?.unitPrice.currency as Currency) }
    const zero = money(0, native[0]?.unitPrice.currency as Currency)
    const from = lone ? bare : { ...bare, destination: 'CN', freight: zero, insurance: zero }
    const which = between(random, 0, native.length - 1)
    const raised = native.map((l, i) =>
      i === which ? { ...l, unitPrice: money(l.unitPrice.minor + BigInt(between(random, 1, 500)), l.unitPrice.currency) } : l,
    )
    for (const mode of ['9610', '1210', 'post', 'seller_collects', 'import'] as const) {
      const [low, high] = [landedCost(rules, { ...from, mode }), landedCost(rules, { ...from, mode, lines: raised })]
      if (!low.ok || !high.ok || low.value.regime !== high.value.regime) continue
      compared++
      expect([seed, mode, high.value.total.minor >= low.value.total.minor]).toEqual([seed, mode, true])
    }
  }
  expect(compared).toBeGreaterThan(1000)
})

test('inside China’s limits the tax is 0.7·(t_v + t_c)/(1 − t_c) of the value, to the fen (2,000 random values)', () => {
  const random = seeded(43)
  const goods = [
    { hs: '34013000', v: 13n, c: 0n },
    { hs: '49019900', v: 9n, c: 0n },
    { hs: '33030000', v: 13n, c: 15n, mlOrG: '0.001' },
    { hs: '22042100', v: 13n, c: 10n },
    { hs: '95063100', v: 13n, c: 10n },
  ]
  for (let i = 0; i < 2000; i++) {
    const g = pick(random, goods)
    const value = BigInt(between(random, 1, 500_000))
    const q = must(
      landedCost(
        rules,
        order([{ id: 'a', hs: g.hs, quantity: 1, unitPrice: money(value, 'CNY'), origin: 'FR', mlOrG: g.mlOrG }], {
          mode: '9610',
        }),
      ),
    )
    // value · 70 · (v + c) / (100 · (100 − c)), half up.
    const [n, d] = [value * 70n * (g.v + g.c), 100n * (100n - g.c)]
    expect([g.hs, value, q.tax.minor]).toEqual([g.hs, value, (2n * n + d) / (2n * d)])
  }
})

test('a price in JPY, CNY or KWD is worth the same: decimals of a currency are its own (500 random prices)', () => {
  const random = seeded(7)
  const rate = (from: Currency, text: string) => ({ id: from, from, to: 'CNY', rate: text, validUntil }) as const
  for (let i = 0; i < 500; i++) {
    // 1 KWD = 20 CNY = 400 JPY: a yen is 5 fen, a fils 2.
    const yen = between(random, 1, 40_000) * 2
    const tell = (minor: number, currency: Currency) => {
      const hs = pick(seeded(i), codes.slice(2, 6))
      const q = must(
        landedCost(
          rules,
          order([{ id: 'a', hs, quantity: 1, unitPrice: money(minor, currency), origin: 'FR' }], {
            rates: [rate('JPY', '0.05'), rate('KWD', '20')],
          }),
        ),
      )
      return { ...q, rates: [] }
    }
    const inYuan = tell(yen * 5, 'CNY')
    expect(tell(yen, 'JPY')).toEqual(inYuan)
    if ((yen * 5) % 2 === 0) expect(tell((yen * 5) / 2, 'KWD')).toEqual(inYuan)
  }
})

test('a rate used the other way round is exact', () => {
  const goods = [{ id: 'a', hs: '61091000', quantity: 1, unitPrice: money(3000, 'JPY'), origin: 'JP' }]
  const q = (from: Currency, to: Currency, rate: string) =>
    must(landedCost(rules, order(goods, { rates: [{ id: 'r', from, to, rate, validUntil }] })))
  expect(q('CNY', 'JPY', '30').goods).toEqual(money(100_00, 'CNY'))
  expect(q('JPY', 'CNY', '0.0485')).toMatchObject({ goods: money(145_50, 'CNY'), rates: ['r'] })
})
