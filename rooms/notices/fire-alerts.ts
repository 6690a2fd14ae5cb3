import { sql, type Trx } from '#base/db'
import type { Id } from '#base/kernel'
import type { Room } from './room.ts'
import type { Draft } from './store.ts'

interface Fired {
  readonly person: string
  readonly set_at: Date
  readonly base_minor: bigint | null
}

/**
 * The product's price changed. Who waits for it to fall hears of it once, and only when the lowest price that everyone sees now is
 * below the one that everyone saw when they asked: a price that rises, or comes back to what it was, tells nobody.
 */
export async function firePriceDrops(room: Room, trx: Trx<unknown>, product: Id<'product'>, at: Date): Promise<Draft[]> {
  const waits =
    await sql`select 1 from notices.alerts where product = ${product} and kind = 'price_drop' and fired_at is null limit 1`.execute(
      trx,
    )
  const now = waits.rows.length > 0 ? await room.ports.price(product) : null
  if (!now) return []
  const { rows } = await sql<Fired>`
    update notices.alerts set fired_at = ${at} where product = ${product} and kind = 'price_drop' and fired_at is null
      and base_currency = ${now.currency} and base_minor > ${now.minor} returning person, set_at, base_minor`.execute(trx)
  return rows.map(r => ({
    person: r.person,
    kind: 'price_drop',
    ref: `${product} ${r.set_at.getTime()}`,
    at,
    subject: { kind: 'product', id: product },
    detail: { minor: now.minor.toString(), currency: now.currency, was: String(r.base_minor) },
  }))
}

/** A sold-out variant is there again: everybody who asked hears of it, once. */
export async function fireRestocks(trx: Trx<unknown>, product: string, variant: string, at: Date): Promise<Draft[]> {
  const { rows } = await sql<Fired>`
    update notices.alerts set fired_at = ${at} where product = ${product} and variant = ${variant} and kind = 'restock' and fired_at is null
    returning person, set_at`.execute(trx)
  return rows.map(r => ({
    person: r.person,
    kind: 'restock',
    ref: `${variant} ${r.set_at.getTime()}`,
    at,
    subject: { kind: 'product', id: product },
    detail: { variant },
  }))
}
