import type { Goods } from './apply.ts'
import type { Offer } from './offer.ts'

/**
 * The same rule said slowly and differently, for tests alone: pieces instead of lines, whole lists instead of steps, and exact fractions
 * for every split. Returns the discount of each line, what delivery loses and who gave what.
 */
const order = ['live_flash', 'campaign', 'flash', 'product', 'order', 'code', 'shipping']
const beside: Readonly<Record<string, readonly string[]>> = {
  order: ['campaign', 'product'],
  code: ['campaign', 'product', 'order'],
  shipping: ['live_flash', 'campaign', 'flash', 'product', 'order', 'code'],
}
interface Line {
  readonly i: number
  cost: bigint
  readonly marks: string[]
}
export interface Slow {
  readonly discounts: bigint[]
  readonly delivery: bigint
  readonly gave: { offer: string; amount: bigint }[]
}

export function slowly(goods: Goods, offers: readonly Offer[]): Slow {
  const key = (c: string) => c.normalize('NFKC').toUpperCase()
  const lines: Line[] = goods.lines.map((l, i) => ({ i, cost: l.unit.minor * BigInt(l.quantity), marks: [] }))
  const gave: { offer: string; amount: bigint }[] = []
  let delivery = 0n
  const holds = offers
    .filter(o => o.code === null || goods.codes.map(key).includes(key(o.code)))
    .filter(o => o.state === 'active' && o.starts <= goods.at && !(o.ends && o.ends <= goods.at))
    .filter(o => o.currency === goods.currency && (o.markets.length === 0 || o.markets.includes(goods.market)))
    .filter(o => (o.usesLeft ?? 1) > 0 && (o.budgetLeft ?? 1n) > 0n)
    .filter(o => o.kind === 'flash' || o.perPerson === null || o.mine < o.perPerson)
  for (const layer of order) {
    const waiting = holds.filter(o => o.layer === layer)
    while (waiting.length > 0) {
      const tries = waiting.map(o => ({ o, ...tryOne(goods, o, lines, layer) })).filter(t => t.total > 0n)
      const able = tries.filter(t => t.o.budgetLeft === null || t.total <= t.o.budgetLeft)
      able.sort(
        (a, b) =>
          Number(b.total - a.total) ||
          (layer === 'shipping' ? Number(!!a.o.code) - Number(!!b.o.code) : 0) ||
          (a.o.id < b.o.id ? -1 : 1),
      )
      const best = able[0]
      if (!best) break
      gave.push({ offer: best.o.id, amount: best.total })
      if (layer === 'shipping') delivery = best.total
      for (const [i, off] of best.off) {
        lines[i]!.cost -= off
        lines[i]!.marks.push(layer)
      }
      if (['order', 'code', 'shipping'].includes(layer)) break
      waiting.splice(waiting.indexOf(best.o), 1)
    }
  }
  const discounts = lines.map(l => goods.lines[l.i]!.unit.minor * BigInt(goods.lines[l.i]!.quantity) - l.cost)
  return { discounts, delivery, gave }
}

function tryOne(goods: Goods, o: Offer, all: readonly Line[], layer: string): { total: bigint; off: Map<number, bigint> } {
  const none = { total: 0n, off: new Map<number, bigint>() }
  const lines = all.filter(l => {
    const { product, category, variant } = goods.lines[l.i]!
    const inside = o.scope === null || o.scope.products.has(product) || o.scope.categories.has(category)
    return inside && (o.kind !== 'flash' || o.items.has(variant)) && l.marks.every(m => (beside[layer] ?? []).includes(m))
  })
  const whole = lines.reduce((s, l) => s + l.cost, 0n)
  if (lines.length === 0 || (o.minimum !== null && whole < o.minimum)) return none
  if (o.kind === 'free_shipping') return { total: goods.shipping.minor, off: new Map() }
  const off = new Map<number, bigint>()
  if (o.kind === 'flash')
    for (const l of lines) {
      const { unit, quantity, variant } = goods.lines[l.i]!
      const item = o.items.get(variant)!
      let [left, mine] = [item.left ?? 1e9, o.perPerson === null ? 1e9 : o.perPerson - item.mine]
      for (let piece = 0; piece < quantity; piece++)
        if (item.price < unit.minor && left-- > 0 && mine-- > 0) off.set(l.i, (off.get(l.i) ?? 0n) + unit.minor - item.price)
    }
  else if (o.kind === 'buy_get') freePieces(goods, o, lines, off)
  else {
    // Half away from zero; then unit by unit to the line whose part is furthest below its exact share.
    let total = o.kind === 'percent' ? (whole * BigInt(o.percent!) * 2n + 10_000n) / 20_000n : o.amount!
    if (total > whole) total = whole
    for (const l of lines) off.set(l.i, whole === 0n ? 0n : (total * l.cost) / whole)
    for (let rest = total - [...off.values()].reduce((a, b) => a + b, 0n); rest > 0n; rest--) {
      const lack = (l: Line) => total * l.cost - off.get(l.i)! * whole
      const most = lines.reduce((a, b) => (lack(b) > lack(a) ? b : a))
      off.set(most.i, off.get(most.i)! + 1n)
    }
  }
  return { total: [...off.values()].reduce((a, b) => a + b, 0n), off }
}

function freePieces(goods: Goods, o: Offer, lines: readonly Line[], off: Map<number, bigint>): void {
  const pieces = lines.flatMap(l => {
    const n = BigInt(goods.lines[l.i]!.quantity)
    return Array.from({ length: Number(n) }, (_, k) => ({ i: l.i, cost: l.cost / n + (BigInt(k) < l.cost % n ? 1n : 0n) }))
  })
  pieces.sort((a, b) => Number(a.cost - b.cost) || a.i - b.i)
  const groups = Math.floor(pieces.length / (o.buy! + o.get!))
  for (const l of lines) off.set(l.i, 0n)
  for (const p of pieces.slice(0, groups * o.get!)) off.set(p.i, off.get(p.i)! + p.cost)
}
