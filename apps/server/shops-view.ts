import type { Static } from 'typebox'
import {
  bind,
  type Caller,
  defineRoutes,
  type ErrorCode,
  flag,
  idOf,
  integer,
  nullable,
  obj,
  optional,
  pageQuery,
  pageWire,
  type RouteSet,
  text,
  textsWire,
  timeWire,
} from '#base/http'
import { ok, type Result } from '#base/kernel'
import { type Accounts, personCard } from '#rooms/accounts'
import type { Catalog } from '#rooms/catalog'
import type { Moderation } from '#rooms/moderation'
import type { Orders } from '#rooms/orders'

const count = integer(0, Number.MAX_SAFE_INTEGER)
export const wire = defineRoutes({
  'GET /v1/shops': {
    summary: 'Shops as operators see them, the newest first: owner, state and counts; nothing of who bought what',
    who: 'operator',
    query: obj({ ...pageQuery, words: optional(text(100)) }),
    reply: pageWire(
      obj({
        id: idOf('shp'),
        slug: text(60),
        name: textsWire(120),
        picture: nullable(text(400)),
        country: text(2),
        owner: personCard,
        opened: timeWire,
        suspended: flag,
        /** On sale now. */
        products: count,
        /** Paid, in any state since. */
        orders: count,
        /** Of those, how many had money given back, all of it or a part. */
        refunded: count,
      }),
    ),
  },
})
type ShopsPage = Static<(typeof wire)['GET /v1/shops']['reply']>
interface Doors {
  readonly accounts: Pick<Accounts, 'listShops'>
  readonly moderation: Pick<Moderation, 'hidden'>
  readonly orders: Pick<Orders, 'tallies'>
  readonly catalog: Pick<Catalog, 'onSale'>
}
type Query = { cursor?: string | undefined; limit?: number | undefined; words?: string | undefined }

/** Three statements a page, however long it is. */
async function readShops(doors: Doors, caller: Caller, query: Query): Promise<Result<ShopsPage, ErrorCode>> {
  const page = await doors.accounts.listShops(caller, query)
  if (!page.ok) return page
  const ids = page.value.items.map(s => s.id)
  const [hidden, products, orders] = await Promise.all([
    doors.moderation.hidden(ids.map(id => ({ kind: 'shop', id }))),
    doors.catalog.onSale(ids),
    doors.orders.tallies(ids),
  ])
  return ok({
    next: page.value.next,
    items: page.value.items.map(s => ({
      ...s,
      name: { ...s.name },
      opened: s.opened.toISOString(),
      suspended: hidden.has(`shop:${s.id}`),
      products: products.get(s.id) ?? 0,
      ...(orders.get(s.id) ?? { orders: 0, refunded: 0 }),
    })),
  })
}

export const shopsViewRoutes = (doors: Doors): RouteSet =>
  bind('accounts', wire, { 'GET /v1/shops': ({ caller, query }) => readShops(doors, caller, query) })
