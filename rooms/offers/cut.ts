import { allocate, least, money, share } from '#base/kernel'
import type { Offer } from './offer.ts'

/** A line as it stands when an offer looks at it: `base` is what it costs after the layers before. */
export interface OpenLine {
  readonly index: number
  readonly variant: string
  readonly quantity: number
  readonly unit: bigint
  readonly base: bigint
}
/** What an offer takes off a line, of how many of its pieces. */
export interface Cut {
  readonly index: number
  readonly amount: bigint
  readonly pieces: number
}
// The currency only carries the amount through the kernel's one place that rounds and splits.
const carried = (minor: bigint) => money(minor, 'JPY')
const sumOf = (lines: readonly OpenLine[]): bigint => lines.reduce((s, l) => s + l.base, 0n)

/** The discount of one offer on the lines that it may reach: a cut a line, zeros included. Never above what a line costs. Pure. */
export function cutOf(offer: Offer, lines: readonly OpenLine[]): Cut[] {
  if (offer.kind === 'percent') return spread(share(carried(sumOf(lines)), BigInt(offer.percent ?? 0), 10_000n).minor, lines)
  if (offer.kind === 'fixed') return spread(least(offer.amount ?? 0n, sumOf(lines)), lines)
  if (offer.kind === 'buy_get') return cheapestFree(offer.buy ?? 1, offer.get ?? 1, lines)
  if (offer.kind === 'flash') return lines.map(line => flashCut(offer, line))
  return []
}

/** An amount over lines by what they cost, largest remainder first. */
const spread = (total: bigint, lines: readonly OpenLine[]): Cut[] =>
  allocate(
    carried(total),
    lines.map(l => l.base),
  ).map((part, i) => ({ index: lines[i]!.index, amount: part.minor, pieces: part.minor > 0n ? lines[i]!.quantity : 0 }))

/** Pieces at the flash price while there are some, for the whole offer and for this buyer; the others cost what they cost. */
function flashCut(offer: Offer, line: OpenLine): Cut {
  const item = offer.items.get(line.variant)
  if (!item || item.price >= line.unit) return { index: line.index, amount: 0n, pieces: 0 }
  const mine = offer.perPerson === null ? line.quantity : Math.max(0, offer.perPerson - item.mine)
  const pieces = Math.min(line.quantity, item.left ?? line.quantity, mine)
  return { index: line.index, amount: (line.unit - item.price) * BigInt(pieces), pieces }
}

/**
 * Of every `buy + get` pieces `get` are free, and it is the cheapest of all that are. A line whose price does not divide by its pieces
 * has some that cost one unit more; they come after the others, and of equal ones those of the earlier line come first.
 */
function cheapestFree(buy: number, get: number, lines: readonly OpenLine[]): Cut[] {
  const count = lines.reduce((n, l) => n + l.quantity, 0)
  let free = Math.floor(count / (buy + get)) * get
  const groups = lines.flatMap((l, at) => {
    const each = l.base / BigInt(l.quantity)
    const dearer = Number(l.base % BigInt(l.quantity))
    return [
      { at, each, pieces: l.quantity - dearer },
      { at, each: each + 1n, pieces: dearer },
    ]
  })
  const cuts = lines.map(l => ({ index: l.index, amount: 0n, pieces: 0 }))
  for (const g of groups.toSorted((a, b) => (a.each === b.each ? a.at - b.at : a.each < b.each ? -1 : 1))) {
    const taken = Math.min(free, g.pieces)
    const cut = cuts[g.at]!
    cuts[g.at] = { ...cut, amount: cut.amount + g.each * BigInt(taken), pieces: cut.pieces + taken }
    free -= taken
  }
  return cuts
}
