import { expect, test } from 'vitest'
import { between, type Money, money, must, pick, type Random, seeded } from '#base/kernel'
import { bundledRules, type ListPrice, mergeRules, type PriceHistory, priceClaim, type RuleRow } from '../index.ts'

const eur = (n: number): Money => money(n, 'EUR')
const day = 86_400_000
/** Midnight in Tokyo, so that whole days are whole days of every rule here. */
const zero = Date.parse('2026-09-10T00:00:00+09:00')
const on = (d: number) => new Date(zero + d * day)
const list = (from: number, to: number | null, price: number): ListPrice => ({
  from: on(from),
  to: to === null ? null : on(to),
  price: eur(price),
})
const paid = (d: number, price: number) => ({ at: on(d), price: eur(price) })
const claim = (history: PriceHistory, country: string, at = 0.5) =>
  must(priceClaim(bundledRules, history, { country, now: on(at) }))

/** domain.md 3.5: 100, but 80 on days −20 to −11; 85 from day 0 on. */
const vector: PriceHistory = {
  list: [list(-200, -20, 100), list(-20, -10, 80), list(-10, 0, 100), list(0, null, 85)],
  executed: [paid(-15, 80), paid(-3, 100)],
}
test('the vector of 3.5: the EU allows no reduction, Japan and China allow 100', () => {
  expect(claim(vector, 'FR')).toMatchObject({ current: eur(85), struck: null, badge: null, why: 'not_lower', percent: 0 })
  expect(claim(vector, 'JP')).toMatchObject({ struck: eur(100), basis: 'recent_price', badge: 'reduced', percent: 15 })
  expect(claim(vector, 'CN')).toMatchObject({ struck: eur(100), basis: 'lowest_executed', badge: 'reduced', percent: 15 })
})

test('EU: the percentage is of the lowest price of the 30 days before, not of the price just before (Aldi Süd)', () => {
  const deeper = { ...vector, list: [...vector.list.slice(0, 3), list(0, null, 60)] }
  expect(claim(deeper, 'DE')).toMatchObject({
    struck: eur(80),
    percent: 25,
    basis: 'lowest_before',
    rule: 'EU/price-claim@2022-05-28',
  })
})

test('EU: steps that only go down count from the first; a rise between them, or a gap, ends the reduction', () => {
  const steps = (...s: ListPrice[]) => claim({ list: [list(-200, -40, 100), ...s], executed: [] }, 'IT').struck
  expect(steps(list(-40, -10, 90), list(-10, 0, 80), list(0, null, 70))).toEqual(eur(100))
  expect(steps(list(-40, -10, 90), list(-10, 0, 95), list(0, null, 70))).toEqual(eur(90))
  expect(steps(list(-40, -10, 90), list(-5, null, 70))).toEqual(eur(90))
})

test('EU: 30 days are 30 days to the instant, and a reduction is shown for 30 days', () => {
  const at = (from: number, now: number) =>
    claim({ list: [list(-99, from, 50), list(from, 0, 100), list(0, null, 60)], executed: [] }, 'FR', now)
  expect(at(-30, 1).struck).toEqual(eur(100))
  expect(at(-29.999, 1)).toMatchObject({ struck: null, why: 'not_lower' })
  expect(at(-30, 30).struck).toEqual(eur(100))
  expect(at(-30, 30.01)).toMatchObject({ struck: null, why: 'shown_long_enough' })
})

test('Japan: a sale loses its claim by itself, after two weeks', () => {
  const sale: PriceHistory = { list: [list(-200, 0, 100), list(0, null, 85)], executed: [] }
  expect([claim(sale, 'JP', 13.9).struck, claim(sale, 'JP', 14.9).struck]).toEqual([eur(100), eur(100)])
  expect(claim(sale, 'JP', 15)).toMatchObject({ struck: null, why: 'not_held_long_enough' })
})

test('Japan: a new product needs two weeks at the price, and more than half of its time on sale', () => {
  const young = (weeks: number) => claim({ list: [list(-weeks * 7, 0, 100), list(0, null, 85)], executed: [] }, 'JP')
  expect([young(1.9).struck, young(2).struck]).toEqual([null, eur(100)])
  const half = (from: number) => claim({ list: [list(-40, from, 80), list(from, 0, 100), list(0, null, 70)], executed: [] }, 'JP')
  expect([half(-20).struck, half(-20.01).struck]).toEqual([null, eur(100)])
})

test('China: the lowest price that somebody paid in the seven days, else the last one before', () => {
  const h = (executed: PriceHistory['executed']): PriceHistory => ({ list: [list(-99, 0, 100), list(0, null, 70)], executed })
  expect(claim(h([paid(-7, 85), paid(-6, 90)]), 'CN').struck).toEqual(eur(85))
  expect(claim(h([paid(-7.01, 85), paid(-6, 90)]), 'CN').struck).toEqual(eur(90))
  expect(claim(h([paid(-30, 75), paid(-9, 95)]), 'CN')).toMatchObject({ struck: eur(95), basis: 'last_executed', percent: 26 })
  expect(claim(h([paid(0.2, 70)]), 'CN')).toMatchObject({ struck: null, why: 'nobody_paid' })
  expect(claim(h([paid(-1, 70)]), 'CN')).toMatchObject({ struck: null, why: 'not_lower' })
})

test('a country without a rule of its own gets the strictest; without any rule nothing is said', () => {
  expect(claim(vector, 'US')).toMatchObject({ struck: null, rule: '*/price-claim@2022-05-28' })
  expect(priceClaim([], vector, { country: 'US', now: on(0) })).toMatchObject({ ok: false, code: 'rules_stale' })
})

test('an operator’s row changes what may be shown', () => {
  const row: RuleRow = {
    jurisdiction: 'JP',
    rule: 'price-claim',
    from: '2026-01-01',
    to: null,
    source: 'test',
    params: { kind: 'lowest-before', days: 30, progressive: false, shownDays: null },
  }
  const rules = must(mergeRules(bundledRules, [row]))
  expect(must(priceClaim(rules, vector, { country: 'JP', now: on(0.5) })).struck).toBe(null)
})

test('what is not on sale, has no earlier price, or has two currencies makes no claim', () => {
  expect(claim({ list: [], executed: [] }, 'FR')).toMatchObject({ current: null, struck: null, why: 'not_on_sale' })
  expect(claim({ list: [list(-9, -1, 100)], executed: [] }, 'FR').why).toBe('not_on_sale')
  expect(claim({ list: [list(5, null, 100)], executed: [] }, 'JP').why).toBe('not_on_sale')
  expect(claim({ list: [list(0, null, 100)], executed: [] }, 'FR').why).toBe('no_earlier_price')
  expect(claim({ list: [list(0.5, null, 100)], executed: [] }, 'FR', 0.5)).toMatchObject({
    current: eur(100),
    why: 'no_earlier_price',
  })
  const mixed = { list: [list(-9, 0, 100), { ...list(0, null, 1), price: money(1, 'JPY') }], executed: [] }
  expect(priceClaim(bundledRules, mixed, { country: 'FR', now: on(1) })).toMatchObject({ code: 'history_mixed' })
})

// Below, the same rules once more, by asking every hour of the past what the price was.

const hour = 3_600_000
function wild(random: Random): PriceHistory {
  const list: ListPrice[] = []
  const prices = [60, 70, 80, 90, 100]
  const steps = between(random, 1, 12)
  let at = zero - between(random, 20, 100) * 24 * hour
  for (let i = 0; i < steps && at < zero + 40 * day; i++) {
    const to = at + between(random, 1, random() < 0.3 ? 1500 : 400) * hour
    list.push({ from: new Date(at), to: i === steps - 1 ? null : new Date(to), price: eur(pick(random, prices)) })
    at = random() < 0.1 ? to + between(random, 1, 200) * hour : to
  }
  const executed = Array.from({ length: between(random, 0, 25) }, () => ({
    at: new Date(zero - between(random, -800, 2000) * hour),
    price: eur(pick(random, prices)),
  }))
  return { list, executed }
}
const priceAt = (h: PriceHistory, t: number): number | null => {
  const l = h.list.find(x => x.from.getTime() <= t && (x.to === null || t < x.to.getTime()))
  return l ? Number(l.price.minor) : null
}
/** Hours from..to (exclusive) of the past with their price. */
function hours(h: PriceHistory, from: number, to: number): number[] {
  const found: number[] = []
  for (let t = from; t < to; t += hour) {
    const p = priceAt(h, t)
    if (p !== null) found.push(p)
  }
  return found
}
/** Since when, hour by hour backwards, the present price has been asked for. */
function sinceOf(h: PriceHistory, now: number): number {
  let t = now
  while (priceAt(h, t - hour) === priceAt(h, now)) t -= hour
  return t
}
function plainEu(h: PriceHistory, now: number): number | null {
  const current = priceAt(h, now)
  if (current === null) return null
  const present = sinceOf(h, now)
  let start = present
  for (;;) {
    // One step back: a higher price right before, that itself was lower than what was asked for before it.
    const before = priceAt(h, start - hour)
    if (before === null || before <= (priceAt(h, start) as number)) break
    const earlier = sinceOf(h, start - hour)
    let gap = earlier - hour
    while (gap > zero - 400 * day && priceAt(h, gap) === null) gap -= hour
    const old = priceAt(h, gap)
    if (old === null || before >= old) break
    start = earlier
  }
  const prior = Math.min(...hours(h, start - 30 * day, start))
  return current < prior && prior < Number.POSITIVE_INFINITY && now - present <= 30 * day ? prior : null
}
function plainJapan(h: PriceHistory, now: number): number | null {
  const current = priceAt(h, now)
  if (current === null) return null
  const today = zero + Math.floor((now - zero) / day) * day
  const window = hours(h, today - 56 * day, today)
  const allowed = [...new Set(window)].filter(p => {
    const held = window.filter(x => x === p).length
    return p > current && held * 2 > window.length && held >= 14 * 24 && hours(h, today - 14 * day - hour, today).includes(p)
  })
  return allowed.length > 0 ? Math.max(...allowed) : null
}
function plainChina(h: PriceHistory, now: number): number | null {
  const current = priceAt(h, now)
  if (current === null) return null
  const t0 = sinceOf(h, now)
  const before = h.executed.map(e => ({ t: e.at.getTime(), p: Number(e.price.minor) })).filter(e => e.t < t0)
  const week = before.filter(e => e.t >= t0 - 7 * day)
  const newest = Math.max(...before.map(e => e.t))
  const base = Math.min(...(week.length > 0 ? week : before.filter(e => e.t === newest)).map(e => e.p))
  return current < base && base < Number.POSITIVE_INFINITY ? base : null
}

test('in 1,500 random histories the struck price is what an hour-by-hour reading of each rule allows', () => {
  const struck = { FR: 0, JP: 0, CN: 0 }
  for (let seed = 1; seed <= 1500; seed++) {
    const random = seeded(seed)
    const h = wild(random)
    const shuffled = { ...h, list: [...h.list].reverse() }
    const now = zero + between(random, 0, 40 * 24) * hour
    const plain = { FR: plainEu(h, now), JP: plainJapan(h, now), CN: plainChina(h, now) }
    for (const country of ['FR', 'JP', 'CN'] as const) {
      const c = must(priceClaim(bundledRules, shuffled, { country, now: new Date(now) }))
      expect([seed, country, c.struck === null ? null : Number(c.struck.minor)]).toEqual([seed, country, plain[country]])
      expect(c.badge === 'reduced').toBe(c.struck !== null)
      if (c.struck === null) continue
      struck[country]++
      const off = ((Number(c.struck.minor) - Number((c.current as Money).minor)) / Number(c.struck.minor)) * 100
      expect(c.percent <= off && c.percent > off - 1).toBe(true)
    }
  }
  expect(Math.min(...Object.values(struck))).toBeGreaterThan(60)
})
