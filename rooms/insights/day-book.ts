import type { LoggedEvent } from '#base/catalogue'
import type { Span } from './shop-day.ts'

/** What happened in a shop in a span. `buyers` are among `visitors`: who ordered was there. */
export interface DayFigures {
  readonly orders: number
  /** Sum of what was paid, by currency; a shop sells in one. Later refunds don't change the day. */
  readonly revenue: ReadonlyMap<string, bigint>
  readonly visitors: number
  readonly buyers: number
}
interface Slot {
  orders: number
  readonly revenue: Map<string, bigint>
  readonly visitors: Set<string>
  readonly buyers: Set<string>
}
/** Every zone's days begin at a quarter of an hour. */
const quarter = 15 * 60_000
/** Last week's same day in any zone, and a day more. */
const kept = 9 * 86_400_000
const visits = new Set<string>(['product.viewed', 'product.clicked', 'shop.viewed'])

/** The last nine days of every shop in quarters of an hour, so that the days of any zone can be added up. */
export class DayBook {
  readonly #shops = new Map<string, Map<number, Slot>>()

  learn(event: LoggedEvent, shopOf: (product: string) => string | undefined): void {
    if (event.name === 'order.paid') {
      const slot = this.#slot(event.data.shop, event.at.getTime())
      const { minor, currency } = event.data.total
      slot.orders++
      slot.revenue.set(currency, (slot.revenue.get(currency) ?? 0n) + BigInt(minor))
      if (event.person) slot.buyers.add(event.person)
      if (event.person) slot.visitors.add(event.person)
    } else if (event.person && visits.has(event.name)) {
      const shop = event.subject.kind === 'shop' ? event.subject.id : shopOf(event.subject.id)
      if (shop) this.#slot(shop, event.at.getTime()).visitors.add(event.person)
    }
  }

  of(shop: string, { from, to }: Span): DayFigures {
    const revenue = new Map<string, bigint>()
    const [visitors, buyers] = [new Set<string>(), new Set<string>()]
    let orders = 0
    for (const [at, slot] of this.#shops.get(shop) ?? []) {
      // A quarter counts when it has begun: both days are compared to the same quarter.
      if (at < from.getTime() || at > to.getTime()) continue
      orders += slot.orders
      for (const [currency, minor] of slot.revenue) revenue.set(currency, (revenue.get(currency) ?? 0n) + minor)
      for (const p of slot.visitors) visitors.add(p)
      for (const p of slot.buyers) buyers.add(p)
    }
    return { orders, revenue, visitors: visitors.size, buyers: buyers.size }
  }

  #slot(shop: string, at: number): Slot {
    const slots = this.#shops.get(shop) ?? new Map<number, Slot>()
    this.#shops.set(shop, slots)
    const key = Math.floor(at / quarter) * quarter
    const known = slots.get(key)
    if (known) return known
    for (const old of slots.keys()) if (old < at - kept) slots.delete(old)
    const fresh: Slot = { orders: 0, revenue: new Map(), visitors: new Set(), buyers: new Set() }
    slots.set(key, fresh)
    return fresh
  }
}
