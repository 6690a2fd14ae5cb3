import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Id, money } from '#base/kernel'
import { refundShare } from './refund-share.ts'

interface L {
  id: Id<'line'>
  quantity: number
  total: ReturnType<typeof money>
  discount: ReturnType<typeof money>
  importTax: ReturnType<typeof money>
  refunded: number
  shippingRefunded: number
  protected: ReturnType<typeof money>
}
const jpy = (n: number) => money(n, 'JPY')
const line = fc.record({
  quantity: fc.integer({ min: 1, max: 9 }),
  unit: fc.integer({ min: 0, max: 5000 }),
  off: fc.double({ min: 0, max: 1, noNaN: true }),
  importTax: fc.integer({ min: 0, max: 999 }),
})
const order = fc.record({ lines: fc.array(line, { minLength: 1, maxLength: 5 }), shipping: fc.integer({ min: 0, max: 1501 }) })
const orderOf = (o: typeof order extends fc.Arbitrary<infer T> ? T : never) => ({
  shipping: jpy(o.shipping),
  lines: o.lines.map((l, i): L => {
    const total = l.unit * l.quantity
    const counts = { refunded: 0, shippingRefunded: 0, protected: jpy(0) }
    const discount = jpy(Math.floor(total * l.off))
    return { id: `lin_${i}000000`, quantity: l.quantity, total: jpy(total), discount, importTax: jpy(l.importTax), ...counts }
  }),
})
const paid = (o: ReturnType<typeof orderOf>) =>
  o.lines.reduce((n, l) => n + l.total.minor - l.discount.minor + l.importTax.minor, o.shipping.minor)

test('refunds of any pieces in any order add up to exactly what was paid, and never come to more on the way', () => {
  fc.assert(
    fc.property(order, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 60 }), fc.boolean(), (drawn, picks, shipping) => {
      const o = orderOf(drawn)
      let given = 0n
      let ship = 0n
      const give = (l: L, quantity: number) => {
        const share = refundShare(o, [{ line: l.id, quantity }], { shipping })
        expect(share.total.minor >= 0n && share.goods.minor >= 0n && share.shipping.minor >= 0n).toBe(true)
        l.refunded += quantity
        if (shipping) l.shippingRefunded += quantity
        given += share.total.minor
        ship += share.shipping.minor
        expect(given <= paid(o)).toBe(true)
      }
      for (const [a, b] of picks) {
        const l = o.lines[a % o.lines.length] as L
        const left = l.quantity - l.refunded
        if (left > 0) give(l, 1 + (b % left))
      }
      for (const l of o.lines) if (l.refunded < l.quantity) give(l, l.quantity - l.refunded)
      expect(given).toBe(paid(o) - (shipping ? 0n : o.shipping.minor))
      expect(ship).toBe(shipping ? o.shipping.minor : 0n)
    }),
    { seed: 20_241_103, numRuns: 2000 },
  )
})

test('one of three pieces at 1,000 with 100 off and 50 tax of import: 300 off by largest remainder, delivery by value', () => {
  const counts = { refunded: 0, shippingRefunded: 0, protected: jpy(0) }
  const a = { id: 'lin_a000000' as const, quantity: 3, total: jpy(3000), discount: jpy(100), importTax: jpy(50), ...counts }
  const b = { id: 'lin_b000000' as const, quantity: 1, total: jpy(5800), discount: jpy(0), importTax: jpy(0), ...counts }
  const o = { lines: [a, b], shipping: jpy(600) }
  const share = refundShare(o, [{ line: a.id, quantity: 1 }], { shipping: true })
  // 2,900 / 3 = 966.67 → 967, 967, 966; 50 / 3 → 17, 17, 16; 600 × 2,900 / 8,700 = 200 → 67, 67, 66.
  expect([share.goods, share.importTax, share.shipping, share.total]).toEqual([jpy(967), jpy(17), jpy(67), jpy(1051)])
})

test('more pieces than are left, a stranger’s line, a line twice, none and half a piece are mistakes that throw', () => {
  const l = {
    id: 'lin_a000000' as const,
    quantity: 2,
    total: jpy(10),
    discount: jpy(0),
    importTax: jpy(0),
    refunded: 1,
    shippingRefunded: 0,
    protected: jpy(0),
  }
  const o = { lines: [l], shipping: jpy(0) }
  const ask =
    (...p: { line: Id<'line'>; quantity: number }[]) =>
    () =>
      refundShare(o, p, { shipping: false })
  for (const n of [2, 0, -1, 0.5, 1e9, Number.NaN]) expect(ask({ line: l.id, quantity: n })).toThrow('are left to refund')
  expect(ask({ line: 'lin_zzzzzz', quantity: 1 })).toThrow('are left to refund')
  expect(ask({ line: l.id, quantity: 1 }, { line: l.id, quantity: 1 })).toThrow('are left to refund')
})
