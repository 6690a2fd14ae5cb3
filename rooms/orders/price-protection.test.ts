import { expect, test } from 'vitest'
import { between, days, money, newId, type Random, seeded } from '#base/kernel'
import { leftToRefund, type Order, type OrderLine } from './order.ts'
import { nextOrder } from './order-next.ts'
import { planRefund } from './plan-refund.ts'
import { type Fall, fallOf, piecesHeld, protectionOf } from './price-protection.ts'
import type { RefundWish } from './refund-wish.ts'
import { amountsOf } from './sheet.ts'

const at = new Date(Date.UTC(2026, 2, 1))
const yen = (n: number | bigint) => money(n, 'JPY')
const day = (n: number) => new Date(at.getTime() + days(n))

type Drawn = readonly { unit: number; quantity: number; off: number }[]
/** A paid order of these lines with a promise of 30 days. */
function orderOf(drawn: Drawn, shipping = 500): Order {
  const priced = drawn.map(d => ({ unit: yen(d.unit), quantity: d.quantity, taxPercent: 10 }))
  const sheet = { lines: drawn.map(d => ({ discount: yen(d.off), importTax: yen(0) })), shipping: yen(shipping) }
  const { lines, ...amounts } = amountsOf(priced, sheet)
  const person = newId('person', at)
  const none = { cancelled: 0, returned: 0, refunded: 0, shippingRefunded: 0, protected: yen(0) }
  return {
    ...amounts,
    ...{ id: newId('order', at), number: '0', checkout: newId('checkout', at), person, key: null, language: 'en' },
    shop: { id: newId('shop', at), slug: 's', name: {}, picture: null, country: 'JP', owner: person },
    ...{ state: 'open', payment: 'paid', fulfilment: 'none', parcels: [], returns: [], market: 'JP' },
    lines: lines.map((l, i) => ({
      ...{ ...none, ...l, id: newId('line', at), product: newId('product', at), variant: newId('variant', at) },
      ...{ name: {}, choice: [], sku: 'S', picture: null, baseUnit: null, source: null, taxPercent: 10 },
      ...{ quantity: priced[i]?.quantity ?? 0, unit: priced[i]?.unit ?? yen(0) },
    })),
    ...{ delivery: null, offers: [], trade: null, rate: null, refunded: yen(0), refunding: yen(0), address: null },
    ...{ carrier: null, tracking: null, returnRequest: null },
    days: { dispatch: 1, from: 1, to: 2, returns: 14, protection: 30 },
    ...{ placed: at, paidAt: at, shippedAt: null, deliveredAt: null, receivedAt: null, timeline: [] },
  }
}
/** A refund as the flow carries it out, and what it gave; the order stays as it is where there is nothing to give. */
function refunded(o: Order, wish: RefundWish): { o: Order; given: bigint } {
  const plan = planRefund(o, wish)
  if (!plan.ok) return { o, given: 0n }
  const { change, amount } = plan.value
  const begun = nextOrder(o, change, at)
  const sum = o.refunded.minor + amount.minor
  if (amount.minor === 0n) return { o: begun, given: 0n }
  const payment = sum === o.total.minor ? 'refund_rest' : 'refund_part'
  return { o: nextOrder(begun, { payment, refunded: sum, timeline: [] }, at), given: amount.minor }
}
const fell = (o: Order, was: number, low: number): Fall[] =>
  o.lines.map(l => ({ line: l.id, was: yen(was), low: yen(low), at: day(1) }))
const protect = (o: Order, was: number, low: number) =>
  refunded(o, { kind: 'protection', falls: fell(o, was, low), reason: null })

test('the lowest price from the payment until now counts, also one that is over; none before, none after the promise', () => {
  const o = orderOf([{ unit: 1000, quantity: 1, off: 0 }])
  const line = o.lines[0]!.id
  const low = (points: [number, number][], now: number) =>
    fallOf(
      o,
      line,
      points.map(([d, price]) => ({ at: day(d), price: yen(price) })),
      day(now),
    )?.low.minor
  expect(low([[-9, 1000]], 5)).toBeUndefined()
  expect(
    low(
      [
        [-9, 400],
        [-1, 1000],
        [2, 900],
      ],
      5,
    ),
    'what was before counts for nothing',
  ).toBe(900n)
  expect(
    low(
      [
        [-9, 1000],
        [2, 700],
        [3, 1200],
      ],
      5,
    ),
    'a low that is over counts',
  ).toBe(700n)
  expect(
    low(
      [
        [-9, 1000],
        [2, 900],
        [6, 100],
      ],
      5,
    ),
    'nobody knows the future',
  ).toBe(900n)
  expect(
    low(
      [
        [-9, 1000],
        [29, 900],
        [31, 100],
      ],
      60,
    ),
    'nor does it count after the days',
  ).toBe(900n)
  expect(low([[1, 100]], 5), 'without a price at the purchase there is nothing to compare').toBeUndefined()
  const silent = { ...o, days: { ...o.days, protection: 0 } }
  expect(
    fallOf(
      silent,
      line,
      [
        { at: day(-9), price: yen(1000) },
        { at: day(1), price: yen(1) },
      ],
      day(2),
    ),
  ).toBeNull()
})

test('a line brings what was paid for each piece, net of the offers, less the low; a second fall brings the further difference only', () => {
  const first = protect(orderOf([{ unit: 1000, quantity: 3, off: 301 }]), 1000, 850)
  // Paid 900, 900, 899.
  expect(first.given).toBe(149n)
  expect(protect(first.o, 1000, 850).given, 'the same fall again').toBe(0n)
  expect(protect(first.o, 1000, 870).given, 'a price that went up again').toBe(0n)
  expect(protect(first.o, 1000, 800).given).toBe(150n)
})

test('who paid more than the public price, for having used an offer up, is owed nothing before that price falls', () => {
  expect(protect(orderOf([{ unit: 1000, quantity: 1, off: 0 }]), 900, 900).given).toBe(0n)
  expect(protect(orderOf([{ unit: 1000, quantity: 1, off: 0 }]), 900, 850).given).toBe(50n)
})

test('pieces that are cancelled or paid back bring nothing, and a piece that goes back later brings what was paid less what came for it', () => {
  const start = orderOf([{ unit: 1000, quantity: 3, off: 0 }])
  const line = start.lines[0]!.id
  const one = refunded(start, { kind: 'cancel', pieces: [{ line, quantity: 1 }], reason: null })
  const lower = protect(one.o, 1000, 700)
  expect([one.given, lower.given]).toEqual([1000n, 600n])
  const back = refunded(lower.o, { kind: 'refund', pieces: [{ line, quantity: 1 }], reason: null })
  expect(back.given).toBe(700n)
  expect(protect(back.o, 1000, 600).given, 'only the one piece that is left').toBe(100n)
  const rest = refunded(back.o, { kind: 'cancel', reason: null })
  expect([rest.o.refunded, rest.o.lines[0]?.protected]).toEqual([start.total, yen(0)])
})

test('it never takes the last of the money: that would cancel what is not sent', () => {
  const o = orderOf([{ unit: 1000, quantity: 1, off: 0 }], 0)
  const goodwill = refunded(o, { kind: 'refund', amount: yen(900), reason: null })
  const lower = protect(goodwill.o, 1000, 500)
  expect([lower.given, lower.o.state, leftToRefund(lower.o)]).toEqual([99n, 'open', 1n])
})

/** What a line's pieces would have brought at one fall to the lowest price of all. */
const dueOf = (l: OrderLine, was: number, low: number): bigint => {
  const o = { ...orderOf([]), lines: [{ ...l, protected: yen(0) }], total: yen(10n ** 9n) }
  return protectionOf(o, [{ line: l.id, was: yen(was), low: yen(low), at }]).reduce((n, p) => n + p.amount.minor, 0n)
}

test('4,000 orders: falls and refunds in any order never give below zero or above what was paid, and many falls give what one to the lowest gives', () => {
  const seed = 20_261_126
  const random: Random = seeded(seed)
  let falls = 0
  for (let i = 0; i < 4000; i++) {
    const drawn = Array.from({ length: between(random, 1, 3) }, () => {
      const [unit, quantity] = [between(random, 1, 2000), between(random, 1, 6)]
      return { unit, quantity, off: random() < 0.5 ? 0 : between(random, 0, unit * quantity - quantity) }
    })
    let o = orderOf(drawn, between(random, 0, 900))
    const total = o.total.minor
    let sum = 0n
    const quiet = random() < 0.4
    const was = between(random, 1, 2000)
    let lowest = was
    for (let step = 0; step < 8; step++) {
      const roll = quiet ? 0 : random()
      const l = o.lines[between(random, 0, o.lines.length - 1)] as OrderLine
      const left = l.quantity - l.refunded
      const low = between(random, 1, was)
      if (roll < 0.6) lowest = Math.min(lowest, low)
      const kind = roll < 0.8 ? 'refund' : 'cancel'
      const pieces = left > 0 ? [{ line: l.id, quantity: between(random, 1, left) }] : undefined
      const done =
        roll < 0.6
          ? protect(o, was, low)
          : pieces && o.state === 'open'
            ? refunded(o, { kind, pieces, shipping: random() < 0.5, reason: null })
            : { o, given: 0n }
      expect(done.given >= 0n).toBe(true)
      if (roll < 0.6 && done.given > 0n) falls++
      sum += done.given
      o = done.o
      expect([o.refunded.minor, sum <= total]).toEqual([sum, true])
      for (const x of o.lines) expect(x.protected.minor >= 0n && x.protected.minor <= x.total.minor - x.discount.minor).toBe(true)
    }
    if (quiet && leftToRefund(o) > 1n)
      for (const l of o.lines) expect(l.protected.minor, `order ${i}`).toBe(dueOf(l, was, lowest))
    if (o.state === 'open') {
      const end = refunded(o, { kind: 'cancel', reason: null })
      expect(end.o.refunded.minor, 'all back is what was paid').toBe(total)
    }
    expect(o.lines.every(l => piecesHeld(l) >= 0)).toBe(true)
  }
  console.log('seed', seed, 'falls that brought something', falls)
  expect(falls).toBeGreaterThan(1000)
})
