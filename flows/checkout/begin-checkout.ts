import type { Source } from '#base/catalogue'
import type { Caller } from '#base/http'
import { equal, type Id, type Money, minutes, newId, ok, type Result, refuse, sum, times, toWire } from '#base/kernel'
import type { ClaimRefused, Priced } from '#rooms/offers'
import type { Checkout, ShopDraft } from '#rooms/orders'
import { type Context, letGo, stockOf } from './doors.ts'
import { draftByShop } from './draft-orders.ts'
import type { SheetRefused } from './sheet-for.ts'
import { runSteps, type Step } from './steps.ts'

/** Stock is held this long from the start; paying makes it longer. */
const holdFor = minutes(15)
const mostOfOne = 99

export interface WishedLine {
  readonly variant: Id<'variant'>
  readonly quantity: number
  readonly source: Source | null
}
export interface BeginCheckout {
  /** These lines, or else the whole cart. */
  readonly lines: readonly WishedLine[] | null
  readonly expectedSubtotal: Money | null
  /** Country of destination; the first shop's own when it is missing. */
  readonly market?: string | undefined
}
export type BeginRefused =
  | 'cart_empty'
  | 'quantity_invalid'
  | 'variant_unavailable'
  | 'currency_mismatch'
  | 'price_changed'
  | 'out_of_stock'
  | ClaimRefused
  | SheetRefused

interface Begun {
  readonly caller: Caller
  readonly wish: BeginCheckout
  readonly id: Id<'checkout'>
  readonly expires: Date
  /** The shopper's checkouts that are open: this one takes their place, so what they hold is theirs to have. */
  readonly own: readonly Id<'checkout'>[]
  readonly lines: readonly WishedLine[]
  readonly shops: readonly ShopDraft[]
  readonly priced: readonly Priced[]
  readonly checkout: Checkout | null
}
type BeginStep = Step<Begun, BeginRefused>

/**
 * Holds stock and freezes prices: lines → what they are → what they cost → what the shopper saw → stock → orders. Whatever
 * fails takes back what was done before it. Stock is held before any payment can start, so nobody pays for what is gone.
 */
export async function beginCheckout(c: Context, caller: Caller, wish: BeginCheckout): Promise<Result<Checkout, BeginRefused>> {
  const now = c.house.clock.now()
  const start: Begun = {
    caller,
    wish,
    id: newId('checkout', now),
    expires: new Date(now.getTime() + holdFor),
    own: [],
    lines: [],
    shops: [],
    priced: [],
    checkout: null,
  }
  const steps = [collect(c), describe(c), agree, reserve(c), claim(c), place(c)]
  const done = await runSteps(start, steps, (step, err) =>
    c.house.logger.error({ err, step, checkout: start.id }, 'checkout undo'),
  )
  return done.ok ? ok(done.value.checkout as Checkout) : done
}

/** Lines of the same variant become one; the first content that led to it keeps the credit. */
const collect = (c: Context): BeginStep => ({
  name: 'collect',
  async run(b) {
    const { person } = b.caller
    const [wished, own] = await Promise.all([b.wish.lines ?? c.cart.take(person), c.orders.openOf(person)])
    if (wished.length === 0) return refuse('cart_empty', 'There is nothing to buy')
    const lines = new Map<string, WishedLine>()
    for (const l of wished) {
      const seen = lines.get(l.variant)
      lines.set(l.variant, seen ? { ...seen, quantity: seen.quantity + l.quantity, source: seen.source ?? l.source } : l)
    }
    const many = [...lines.values()].find(l => l.quantity > mostOfOne)
    if (many) return refuse('quantity_invalid', `At most ${mostOfOne} of one thing`, { variant: many.variant })
    return ok({ ...b, own, lines: [...lines.values()] })
  },
})

const describe = (c: Context): BeginStep => ({
  name: 'describe',
  async run(b) {
    const drafts = await draftByShop(c, b.lines, { person: b.caller.person, market: b.wish.market, replaces: b.own })
    return drafts.ok ? ok({ ...b, ...drafts.value }) : drafts
  },
})

/** A price that changed under the shopper is a question, never a silent charge. */
const agree: BeginStep = {
  name: 'agree',
  async run(b) {
    const lines = b.shops.flatMap(s => s.lines)
    const currency = (b.shops[0] as ShopDraft).sheet.shipping.currency
    const subtotal = sum(
      lines.map(l => times(l.unit, l.quantity)),
      currency,
    )
    const expected = b.wish.expectedSubtotal
    if (!expected || equal(expected, subtotal)) return ok(b)
    return refuse('price_changed', 'The price is another one now', { was: toWire(expected), now: toWire(subtotal) })
  },
}

/** The last piece, or the last use of an offer, may be held by the shopper's own checkout of a minute ago: it gives way. */
async function giveWay(c: Context, { own }: Begun): Promise<boolean> {
  for (const id of own) if (await c.orders.end(id, { action: 'cancel', from: ['open'] })) await letGo(c, id)
  return own.length > 0
}

const reserve = (c: Context): BeginStep => ({
  name: 'reserve',
  async run(b) {
    const wish = { checkout: b.id, expires: b.expires, lines: stockOf(b.lines) }
    const held = await c.catalog.reserve(wish)
    if (held.ok) return ok(b)
    if (held.code !== 'out_of_stock') return held
    const again = (await giveWay(c, b)) ? await c.catalog.reserve(wish) : held
    return again.ok ? ok(b) : again
  },
  undo: async b => {
    await c.catalog.release(b.id)
  },
})

/** Budgets and uses of the offers that count: what is frozen is sure. */
const claim = (c: Context): BeginStep => ({
  name: 'claim',
  async run(b) {
    if (!c.offers || b.priced.every(p => p.applied.length === 0)) return ok(b)
    const { offers } = c
    const take = () => offers.claim(b.id, b.caller.person, b.priced, b.expires)
    const claimed = await take()
    const again = !claimed.ok && (await giveWay(c, b)) ? await take() : claimed
    return again.ok ? ok(b) : again
  },
  undo: async b => {
    if (b.priced.some(p => p.applied.length > 0)) await c.offers?.release(b.id)
  },
})

const place = (c: Context): BeginStep => ({
  name: 'place',
  async run(b) {
    const { person, session, language } = b.caller
    const draft = { expires: b.expires, shops: b.shops, codes: [] }
    const placed = await c.orders.place({ ...draft, checkout: b.id, person, session, language })
    for (const id of placed.replaced) await letGo(c, id)
    return ok({ ...b, checkout: placed.checkout })
  },
})
