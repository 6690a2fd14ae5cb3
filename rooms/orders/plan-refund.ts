import { type Money, ok, type Result, refuse, sum, toWire } from '#base/kernel'
import { unsent } from './guards.ts'
import { leftToRefund, type Order, type OrderLine } from './order.ts'
import type { StatusChange } from './order-next.ts'
import { parcelMachine, returnMachine } from './order-states.ts'
import { badPieces, keptOf, notBack, ofSale, type Parcel, type Pieces, takeOut, unsentOf } from './parcels.ts'
import { protectionOf } from './price-protection.ts'
import { protectionShare, refundShare } from './refund-share.ts'
import type { RefundKind, RefundWish } from './refund-wish.ts'
import { cameBack, openReturn, type Return, reasonRules } from './return.ts'
import type { RefundedParts, RefundedPieces } from './rows.ts'

interface Plan {
  readonly change: StatusChange
  readonly amount: Money
  /** What the amount is for, where pieces say it; null where it is somebody's word or all that is left. */
  readonly parts: RefundedParts | null
  readonly pieces: readonly RefundedPieces[]
}
type Refused = 'not_found' | 'wrong_state' | 'quantity_invalid' | 'nothing_fell'

/**
 * What a refund changes in the order, and what it gives back. Pure; the wish is allowed and its amount is in bounds. No order
 * stays that is paid back and waits to be packed: giving back the last of the money cancels what was not sent, whoever asks.
 */
export function planRefund(o: Order, wish: RefundWish): Result<Plan & { readonly kind: RefundKind }, Refused> {
  const whole = wish.kind === 'cancel' && (!wish.pieces || isTheRest(o, wish.pieces))
  const plan = whole ? ok(cancelAll(o, wish)) : partOf(o, wish)
  if (!plan.ok) return plan
  if (whole || plan.value.amount.minor === 0n || plan.value.amount.minor < leftToRefund(o) || o.state !== 'open')
    return ok({ ...plan.value, kind: wish.kind })
  if (unsent(o)) return ok({ ...cancelAll(o, wish), kind: 'cancel' })
  return ok({ ...withUnsent(o, plan.value), kind: wish.kind })
}
function partOf(o: Order, wish: RefundWish): Result<Plan, Refused> {
  if (wish.kind === 'protection') return lowerPrice(o, wish)
  if (wish.kind === 'cancel') return cancelPieces(o, wish, wish.pieces ?? [])
  if (wish.kind === 'refund') return wish.pieces ? refundPieces(o, wish, wish.pieces) : ok(refundAmount(o, wish))
  if (wish.returned) return settleReturn(o, wish, wish.returned)
  return wish.parcel ? parcelBack(o, wish, wish.parcel) : ok(allBack(o, wish))
}

/** These pieces are all that there is, and none was sent. */
const isTheRest = (o: Order, pieces: readonly Pieces[]): boolean =>
  unsent(o) &&
  badPieces(pieces, line => countOf(o, line, l => l.quantity - l.cancelled)) === null &&
  o.lines.every(l => l.cancelled + (pieces.find(p => p.line === l.id)?.quantity ?? 0) === l.quantity)

/** The same, with all that was not sent cancelled. */
function withUnsent(o: Order, plan: Plan): Plan {
  const lines = o.lines.map(l => plan.change.lines?.find(c => c.id === l.id) ?? l)
  const parcels = o.parcels.map(p => plan.change.parcels?.find(c => c.id === p.id) ?? p)
  const out = leftOf({ ...o, lines }, l => unsentOf({ lines, parcels }, l))
  if (out.length === 0) return plan
  const dropped = takeOut({ lines, parcels }, out).parcels
  const pieces = theRest(o, out).map(p => ({
    ...p,
    restock: p.restock + (plan.pieces.find(x => x.line === p.line)?.restock ?? 0),
  }))
  const change: StatusChange = {
    ...plan.change,
    lines: lines.map(l => ({
      ...l,
      refunded: l.quantity,
      shippingRefunded: l.quantity,
      protected: money(o, 0n),
      cancelled: l.cancelled + (out.find(p => p.line === l.id)?.quantity ?? 0),
    })),
    parcels: [...(plan.change.parcels ?? []).filter(p => !dropped.some(d => d.id === p.id)), ...dropped],
    timeline: [...plan.change.timeline, { what: 'lines_cancelled' }],
  }
  return { ...plan, change, pieces }
}

const money = (o: Order, minor: bigint): Money => ({ minor, currency: o.total.currency })

/** Pieces that were paid back before are not paid again. */
function payable(o: Order, pieces: readonly Pieces[]): Pieces[] {
  return pieces.flatMap(p => {
    const l = o.lines.find(x => x.id === p.line)
    const n = Math.min(p.quantity, l ? l.quantity - l.refunded : 0)
    return n > 0 ? [{ line: p.line, quantity: n }] : []
  })
}
/** What these pieces cost, at most what is left: goodwill that was given before is not taken from anybody else. */
function priceOf(o: Order, pieces: readonly Pieces[], shipping: boolean): Pick<Plan, 'amount' | 'parts'> {
  const { goods, shipping: way, importTax, total } = refundShare(o, payable(o, pieces), { shipping })
  const left = leftToRefund(o)
  if (total.minor > left) return { amount: money(o, left), parts: null }
  return { amount: total, parts: { goods: toWire(goods), shipping: toWire(way), importTax: toWire(importTax) } }
}
/** The pieces with their counts: paid back, part of delivery paid back, for the shelf. */
function counted(o: Order, pieces: readonly Pieces[], shipping: boolean, restock: boolean): RefundedPieces[] {
  const paid = new Map(payable(o, pieces).map(p => [p.line, p.quantity]))
  return pieces.map(p => {
    const l = o.lines.find(x => x.id === p.line) as OrderLine
    const quantity = paid.get(p.line) ?? 0
    return {
      line: p.line,
      quantity,
      shipping: shipping ? Math.min(quantity, l.quantity - l.shippingRefunded) : 0,
      restock: restock ? p.quantity : 0,
      protection: (-protectionShare(l, quantity)).toString(),
    }
  })
}
/**
 * What was given back for the price of the pieces that are left, after this refund; with -1n as if it had not been. Never below zero:
 * of a refund that failed late, another one may have taken its part off.
 */
export function withProtection(l: OrderLine, { protection = '0' }: RefundedPieces, sign: 1n | -1n = 1n): Money {
  const minor = l.protected.minor + sign * BigInt(protection)
  return { ...l.protected, minor: minor < 0n ? 0n : minor }
}
/** The lines with these pieces paid back, and also cancelled or returned. */
function linesWith(o: Order, paid: readonly RefundedPieces[], pieces: readonly Pieces[], as: 'cancelled' | 'returned' | null) {
  return paid.map((p): OrderLine => {
    const l = o.lines.find(x => x.id === p.line) as OrderLine
    const n = pieces.find(x => x.line === p.line)?.quantity ?? 0
    const counts = { refunded: l.refunded + p.quantity, shippingRefunded: l.shippingRefunded + p.shipping }
    return { ...l, ...counts, protected: withProtection(l, p), ...(as && { [as]: l[as] + n }) }
  })
}

const leftOf = (o: Order, count: (l: OrderLine) => number): Pieces[] =>
  o.lines.map(l => ({ line: l.id, quantity: count(l) })).filter(p => p.quantity > 0)
/** Everything that is left goes back, delivery too. */
function theRest(o: Order, back: readonly Pieces[]): RefundedPieces[] {
  return o.lines.map(l => ({
    line: l.id,
    quantity: l.quantity - l.refunded,
    shipping: l.quantity - l.shippingRefunded,
    protection: (-l.protected.minor).toString(),
    restock: back.find(p => p.line === l.id)?.quantity ?? 0,
  }))
}

function cancelAll(o: Order, wish: RefundWish): Plan {
  const out = leftOf(o, l => l.quantity - l.cancelled)
  const pieces = theRest(o, out)
  const change: StatusChange = {
    order: 'cancel',
    lines: linesWith(o, pieces, out, 'cancelled'),
    parcels: takeOut(o, out).parcels,
    timeline: [{ what: 'cancelled', note: wish.reason }],
  }
  return { change, amount: money(o, leftToRefund(o)), parts: null, pieces }
}

function cancelPieces(o: Order, wish: RefundWish, out: readonly Pieces[]): Result<Plan, Refused> {
  const bad = out.length === 0 ? '' : badPieces(out, line => countOf(o, line, l => unsentOf(o, l)))
  if (bad !== null) return refuse('quantity_invalid', 'There are not so many unsent pieces', { line: bad })
  const pieces = counted(o, out, wish.shipping ?? false, true)
  const change: StatusChange = {
    lines: linesWith(o, pieces, out, 'cancelled'),
    parcels: takeOut(o, out).parcels,
    timeline: [{ what: 'lines_cancelled', note: wish.reason }],
  }
  return ok({ change, ...priceOf(o, out, wish.shipping ?? false), pieces })
}
const countOf = (o: Order, line: string, count: (l: OrderLine) => number): number => {
  const l = o.lines.find(x => x.id === line)
  return l ? count(l) : 0
}

/** Money alone: nothing comes back and nothing is cancelled. */
function refundPieces(o: Order, wish: RefundWish, of: readonly Pieces[]): Result<Plan, Refused> {
  const bad = of.length === 0 ? '' : badPieces(of, line => countOf(o, line, l => l.quantity - l.refunded))
  if (bad !== null) return refuse('quantity_invalid', 'There are not so many pieces left to refund', { line: bad })
  const price = priceOf(o, of, wish.shipping ?? false)
  if (price.amount.minor === 0n) return refuse('quantity_invalid', 'Nothing is left of what they cost', { left: '0' })
  const pieces = counted(o, of, wish.shipping ?? false, false)
  return ok({
    change: { lines: linesWith(o, pieces, [], null), timeline: [{ what: 'refund_started', note: wish.reason }] },
    ...price,
    pieces,
  })
}
/** The price fell within the promise: the difference, of the goods alone. Nothing comes back, and no piece counts as refunded. */
function lowerPrice(o: Order, wish: RefundWish): Result<Plan, Refused> {
  const due = protectionOf(o, wish.falls ?? [])
  if (due.length === 0) return refuse('nothing_fell', 'No price is lower than what was paid for it')
  const amount = sum(
    due.map(d => d.amount),
    o.total.currency,
  )
  const pieces = due.map(d => ({ line: d.line, quantity: 0, shipping: 0, restock: 0, protection: d.amount.minor.toString() }))
  const change = { lines: linesWith(o, pieces, [], null), timeline: [{ what: 'protection_asked' }] }
  const none = toWire(money(o, 0n))
  return ok({ change, amount, parts: { goods: toWire(amount), shipping: none, importTax: none }, pieces })
}
function refundAmount(o: Order, wish: RefundWish): Plan {
  const left = leftToRefund(o)
  const amount = wish.amount ?? money(o, left)
  const pieces = amount.minor === left ? theRest(o, []) : []
  const change = { lines: linesWith(o, pieces, [], null), timeline: [{ what: 'refund_started', note: wish.reason }] }
  return { change, amount, parts: null, pieces }
}

const backParcel = (p: Parcel): Parcel => {
  const next = parcelMachine.next(p.state, 'take_back')
  if (!next.ok) throw new Error(next.message)
  return { ...p, state: next.value }
}
/** The whole order came back, asked for or not; an open return ends with it. */
function allBack(o: Order, wish: RefundWish): Plan {
  const back = leftOf(o, l => l.quantity - l.cancelled - l.returned)
  const pieces = theRest(o, wish.restock === false ? [] : back)
  const asked = openReturn(o.returns)
  const change: StatusChange = {
    lines: linesWith(o, pieces, back, 'returned'),
    parcels: ofSale(o.parcels)
      .filter(p => parcelMachine.can(p.state, 'take_back'))
      .map(backParcel),
    ...(asked && { returned: { ...asked, state: 'settled', outcome: 'refund' } }),
    timeline: [{ what: 'returned', note: wish.reason }],
  }
  return { change, amount: money(o, leftToRefund(o)), parts: null, pieces }
}
/** One parcel of several came back: its pieces, with their part of the delivery. */
function parcelBack(o: Order, wish: RefundWish, id: string): Result<Plan, Refused> {
  const parcel = ofSale(o.parcels).find(p => p.id === id)
  if (!parcel) return refuse('not_found', 'No such parcel')
  if (!parcelMachine.can(parcel.state, 'take_back'))
    return refuse('wrong_state', 'This parcel is not out there', { action: 'take_back', state: parcel.state })
  // Of a parcel that had arrived, some pieces may be back already.
  const back = parcel.contents.flatMap(c => {
    const quantity =
      parcel.state === 'shipped'
        ? c.quantity
        : Math.min(
            c.quantity,
            countOf(o, c.line, l => keptOf(o, l)),
          )
    return quantity > 0 ? [{ line: c.line, quantity }] : []
  })
  // With it everything is back, and the order ends: nothing of its money stays.
  const all = o.lines.every(l => l.cancelled + l.returned + (back.find(p => p.line === l.id)?.quantity ?? 0) === l.quantity)
  if (all && o.state === 'open') return ok(allBack(o, wish))
  const pieces = counted(o, back, true, wish.restock ?? true)
  const change: StatusChange = {
    lines: linesWith(o, pieces, back, 'returned'),
    parcels: [backParcel(parcel)],
    timeline: [{ what: 'parcel_returned', note: wish.reason }],
  }
  return ok({ change, ...priceOf(o, back, true), pieces })
}

/** Settles a return with money: the shop's fault brings the part of the delivery back too. */
function settleReturn(o: Order, wish: RefundWish, id: string): Result<Plan, Refused> {
  const asked = o.returns.find(r => r.id === id)
  if (!asked) return refuse('not_found', 'No such return')
  const next = returnMachine.next(asked.state, 'settle')
  if (!next.ok) return next
  const shipping = wish.shipping ?? reasonRules[asked.reason].shipping
  const back = cameBack(asked) ? notBack(o, asked.pieces) : []
  const shelf = new Map(back.map(p => [p.line, (wish.restock ?? true) ? p.quantity : 0]))
  const pieces = counted(o, asked.pieces, shipping, false).map(p => ({ ...p, restock: shelf.get(p.line) ?? 0 }))
  const returned: Return = { ...asked, state: next.value, outcome: 'refund' }
  const change: StatusChange = {
    lines: linesWith(o, pieces, back, 'returned'),
    returned,
    timeline: [{ what: 'return_settled', note: 'refund' }],
  }
  return ok({ change, ...priceOf(o, asked.pieces, shipping), pieces })
}
