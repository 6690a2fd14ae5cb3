import type { LoggedEvent, NewEvent } from '#base/catalogue'
import { sql, type Trx } from '#base/db'
import { factsEvent, removedEvent } from './facts.ts'
import { productMachine } from './product.ts'
import type { Room } from './room.ts'
import { moveState, readFacts } from './store.ts'
import type { CatalogTables } from './tables.ts'

export async function subscribe(room: Room): Promise<void> {
  await room.house.log.subscribe<CatalogTables>('catalog.moderation', {
    names: ['subject.removed', 'subject.restored'],
    handle: (trx, events) => followModeration(room, trx, events),
  })
  await room.house.log.subscribe<CatalogTables>('catalog.prices', {
    names: ['price.changed'],
    handle: (trx, events) => hearPrices(room, trx, events as LoggedEvent<'price.changed'>[]),
  })
}

/** Brings products to what moderation says of them and of their shops now, whatever order its decisions came in. */
async function followModeration(room: Room, trx: Trx<CatalogTables>, events: readonly LoggedEvent[]): Promise<void> {
  const about = (kind: string) => events.filter(e => e.subject.kind === kind).map(e => e.subject.id)
  const found = await sql<{ id: string; shop: string; state: string }>`
    select id, shop, state from catalog.products where state in ('live', 'removed') and (id = any(${about('product')}) or shop = any(${about('shop')}))`.execute(
    trx,
  )
  if (found.rows.length === 0) return
  const shops = [...new Set(found.rows.map(p => p.shop))]
  const hidden = await room.doors.moderation.hiddenNow([
    ...found.rows.map(p => ({ kind: 'product' as const, id: p.id })),
    ...shops.map(id => ({ kind: 'shop' as const, id })),
  ])
  const isHidden = (p: { id: string; shop: string }) => hidden.has(`product:${p.id}`) || hidden.has(`shop:${p.shop}`)
  const ids = (hide: boolean) => found.rows.filter(p => isHidden(p) === hide).map(p => p.id)
  const at = room.house.clock.now()
  const removed = await moveState(trx, ids(true), 'live', stateAfter('live', 'remove'), at)
  const restored = await moveState(trx, ids(false), 'removed', stateAfter('removed', 'restore'), at)
  const news: NewEvent[] = [
    ...removed.map(r => removedEvent(r.id, at, null)),
    // There is no product.restored: publishing again is what brings a product back to every consumer.
    ...restored.map(r => factsEvent('product.published', r, at, null)),
  ]
  if (news.length > 0) await room.house.log.append(trx, news)
}

function stateAfter(from: 'live' | 'removed', action: 'remove' | 'restore') {
  const next = productMachine.next(from, action)
  if (!next.ok) throw new Error(next.message)
  return next.value
}

/** Prices are another room's truth; the facts of a product's events carry the lowest as it was last heard. */
async function hearPrices(room: Room, trx: Trx<CatalogTables>, events: readonly LoggedEvent<'price.changed'>[]): Promise<void> {
  const last = new Map(events.map(e => [e.data.variant, e.data.price]))
  const heard = [...last].map(([variant, price]) => ({ variant, ...price }))
  const touched = await sql<{ product: string }>`
    update catalog.variants v set price_minor = h.minor, currency = h.currency
    from jsonb_to_recordset(${JSON.stringify(heard)}::jsonb) as h(variant text, minor bigint, currency text) where v.id = h.variant
    returning v.product`.execute(trx)
  const products = [...new Set(touched.rows.map(r => r.product))].sort()
  const changed = await sql<{ id: string }>`
    update catalog.products p set price_minor = low.price_minor, currency = low.currency, changed = ${room.house.clock.now()} from (
      select distinct on (product) product, price_minor, currency from catalog.variants
      where product = any(${products}) and price_minor is not null order by product, price_minor) low
    where p.id = low.product and (p.price_minor, p.currency) is distinct from (low.price_minor, low.currency) returning p.id`.execute(
    trx,
  )
  const live = (
    await readFacts(
      trx,
      changed.rows.map(r => r.id),
    )
  ).filter(r => r.state === 'live')
  if (live.length > 0)
    await room.house.log.append(
      trx,
      live.map(r => factsEvent('product.changed', r, room.house.clock.now(), null)),
    )
}
