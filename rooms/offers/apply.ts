import { type Id, money, zero } from '#base/kernel'
import { type Cut, cutOf, type OpenLine } from './cut.ts'
import { type Applied, type Basket, type CodeRefusal, codeKey, type Offer, type Part, type Priced } from './offer.ts'
import { type Layer, type LayerName, stacking } from './stacking.ts'

/** What the rule may know: the goods, never who buys them. What a person has used already stands in the offers (`mine`). */
export type Goods = Omit<Basket, 'person' | 'replaces'>

interface Standing {
  readonly lines: readonly { base: bigint; readonly layers: Set<LayerName>; readonly parts: Part[] }[]
  readonly applied: Applied[]
  shippingDiscount: bigint
  /** Why a code was not taken, by its key. */
  readonly refused: Map<string, CodeRefusal>
}

/**
 * The discounts of a basket. Pure and deterministic: layer by layer in the order of `stacking`, and within a layer the offer that takes
 * most off first (by id among equals). An offer gives all of its discount or, where its budget is too small for it, none.
 */
export function apply(goods: Goods, offers: readonly Offer[]): Priced {
  const s: Standing = {
    lines: goods.lines.map(l => ({ base: l.unit.minor * BigInt(l.quantity), layers: new Set(), parts: [] })),
    applied: [],
    shippingDiscount: 0n,
    refused: new Map(),
  }
  const typed = new Set(goods.codes.map(codeKey))
  const usable = offers.filter(o => (o.code === null || typed.has(codeKey(o.code))) && mayApply(s, goods, o))
  for (const layer of stacking) {
    const mine = usable.filter(o => o.layer === layer.layer)
    if (mine.length === 0) continue
    if (layer.on === 'shipping') freeShipping(s, goods, mine, layer)
    else takeLayer(s, goods, mine, layer)
  }
  return pricedOf(s, goods, typed, offers)
}

/** Whether an offer holds now, here and for as many as it still may; of a code that does not, the reason is kept. */
function mayApply(s: Standing, goods: Goods, o: Offer): boolean {
  const reason = standsAgainst(goods, o)
  if (reason) note(s, o, reason)
  return reason === null
}
function standsAgainst(goods: Goods, o: Offer): CodeRefusal | null {
  if (o.currency !== goods.currency || (o.markets.length > 0 && !o.markets.includes(goods.market))) return 'wrong_market'
  if (o.state !== 'active' || (o.ends !== null && goods.at >= o.ends)) return 'over'
  if (goods.at < o.starts) return 'not_yet'
  if (o.usesLeft !== null && o.usesLeft <= 0) return 'used_up'
  if (o.budgetLeft !== null && o.budgetLeft <= 0n) return 'used_up'
  if (o.kind !== 'flash' && o.perPerson !== null && o.mine >= o.perPerson) return 'limit_reached'
  return null
}
const note = (s: Standing, o: Offer, reason: CodeRefusal): void => {
  if (o.code !== null) s.refused.set(codeKey(o.code), reason)
}

/** The best offer takes its lines, then the next best those that are left; a layer on the basket gives one in all. */
function takeLayer(s: Standing, goods: Goods, offers: readonly Offer[], layer: Layer): void {
  let left = offers
  for (;;) {
    const found = left.map(offer => ({ offer, ...tried(s, goods, offer, layer) }))
    const best = found.filter(f => f.reason === null).sort(byMost)[0]
    if (!best) {
      for (const f of found) note(s, f.offer, f.reason as CodeRefusal)
      return
    }
    take(s, goods, best.offer, layer, best.cuts)
    left = left.filter(o => o !== best.offer)
    if (layer.on === 'line') continue
    for (const f of found) if (f !== best) note(s, f.offer, f.reason ?? 'not_combinable')
    return
  }
}
interface Tried {
  readonly cuts: readonly Cut[]
  readonly total: bigint
  readonly reason: CodeRefusal | null
}
const byMost = (a: Tried & { offer: Offer }, b: Tried & { offer: Offer }): number =>
  a.total === b.total ? byId(a.offer, b.offer) : a.total > b.total ? -1 : 1
const byId = (a: Offer, b: Offer): number => (a.id < b.id ? -1 : 1)

/** What the offer would take off now, or why nothing. */
function tried(s: Standing, goods: Goods, offer: Offer, layer: Layer): Tried {
  const lines = reach(s, goods, offer, layer)
  if (typeof lines === 'string') return { cuts: [], total: 0n, reason: lines }
  const cuts = cutOf(offer, lines)
  const total = cuts.reduce((t, c) => t + c.amount, 0n)
  const reason = total <= 0n ? 'not_for_these' : offer.budgetLeft !== null && total > offer.budgetLeft ? 'used_up' : null
  return { cuts, total, reason }
}

/** The lines that the offer may reach: in its scope, and with nothing on them that it can't stand beside. */
function reach(s: Standing, goods: Goods, offer: Offer, layer: Layer): OpenLine[] | CodeRefusal {
  const inScope = goods.lines.flatMap((l, index) =>
    offer.scope === null || offer.scope.products.has(l.product) || offer.scope.categories.has(l.category)
      ? offer.kind !== 'flash' || offer.items.has(l.variant)
        ? [{ index, variant: l.variant, quantity: l.quantity, unit: l.unit.minor, base: s.lines[index]!.base }]
        : []
      : [],
  )
  if (inScope.length === 0) return 'not_for_these'
  const open = inScope.filter(l => [...s.lines[l.index]!.layers].every(x => layer.with.includes(x)))
  if (open.length === 0) return 'not_combinable'
  if (offer.minimum !== null && open.reduce((t, l) => t + l.base, 0n) < offer.minimum) return 'minimum'
  return open
}

/** Puts the offer on every line that took part, those that only counted for a free piece as well. */
function take(s: Standing, goods: Goods, offer: Offer, layer: Layer, cuts: readonly Cut[]): void {
  let total = 0n
  for (const c of cuts) {
    if (offer.kind === 'flash' && c.pieces === 0) continue
    const line = s.lines[c.index]!
    line.layers.add(layer.layer)
    if (c.amount === 0n) continue
    line.base -= c.amount
    line.parts.push({ offer: offer.id, amount: money(c.amount, goods.currency), pieces: c.pieces })
    total += c.amount
  }
  s.applied.push(appliedOf(offer, goods, total))
}
const appliedOf = (o: Offer, goods: Goods, amount: bigint): Applied => ({
  offer: o.id,
  kind: o.kind,
  name: o.name,
  code: o.code,
  amount: money(amount, goods.currency),
  funding: o.funding,
})

/** Delivery is free once; an offer without a code goes before one with a code, which is kept for another time. */
function freeShipping(s: Standing, goods: Goods, offers: readonly Offer[], layer: Layer): void {
  const fee = goods.shipping.minor
  const found = offers.toSorted((a, b) => Number(a.code !== null) - Number(b.code !== null) || byId(a, b))
  for (const offer of found) {
    const lines = reach(s, goods, offer, layer)
    if (typeof lines === 'string') note(s, offer, lines)
    else if (s.shippingDiscount > 0n) note(s, offer, 'not_combinable')
    else if (fee <= 0n) note(s, offer, 'not_for_these')
    else if (offer.budgetLeft !== null && fee > offer.budgetLeft) note(s, offer, 'used_up')
    else {
      s.shippingDiscount = fee
      s.applied.push(appliedOf(offer, goods, fee))
    }
  }
}

function pricedOf(s: Standing, goods: Goods, typed: ReadonlySet<string>, offers: readonly Offer[]): Priced {
  const known = new Set(offers.flatMap(o => (o.code === null ? [] : [codeKey(o.code)])))
  const spelled = new Map(goods.codes.map(c => [codeKey(c), c]))
  const reasonOf = (key: string): CodeRefusal | undefined => (known.has(key) ? s.refused.get(key) : 'unknown')
  return {
    lines: goods.lines.map((l, i) => ({
      variant: l.variant as Id<'variant'>,
      discount: s.lines[i]!.parts.reduce((t, p) => money(t.minor + p.amount.minor, t.currency), zero(goods.currency)),
      parts: s.lines[i]!.parts,
    })),
    shippingDiscount: money(s.shippingDiscount, goods.currency),
    applied: s.applied,
    refusedCodes: [...typed].flatMap(key => {
      const reason = reasonOf(key)
      return reason ? [{ code: spelled.get(key) as string, reason }] : []
    }),
  }
}
