import type { Static } from 'typebox'
import type { Caller, ErrorCode } from '#base/http'
import { type Id, ok, type Refusal, type Result, refuse, toWire } from '#base/kernel'
import { approveDrafts, type Product } from '#rooms/catalog'
import { changedPrice, type PriceChange } from './change-price.ts'
import type { ManageDoors } from './doors.ts'
import { rowToWire } from './list-products.ts'
import type { bulkActions, wire } from './wire.ts'

export type Change = Static<(typeof wire)['POST /v1/shops/{shop}/desk/bulk']['body']>['change']
type BulkReply = Static<(typeof wire)['POST /v1/shops/{shop}/desk/bulk']['reply']>
type Preview = Static<(typeof wire)['POST /v1/shops/{shop}/desk/price-preview']['reply']>
interface Task {
  readonly doors: ManageDoors
  readonly caller: Caller
  readonly change: Change
  /** One intention: what moves stock is done once for it. */
  readonly key: string
}
type Done = Result<unknown, ErrorCode>
const missing = () => refuse('not_found', 'There is no such product in this shop')

/** Each action by itself, with the rules and the permission of the room that it belongs to. */
const actions: Readonly<Record<(typeof bulkActions)[number], (t: Task, p: Product) => Promise<Done>>> = {
  publish: ({ doors, caller }, p) => doors.publishProduct.publish(caller, p.id),
  archive: ({ doors, caller }, p) => doors.catalog.archive(caller, p.id),
  add_tag: (t, p) => changeTags(t, p, tags => [...tags, t.change.tag ?? '']),
  remove_tag: (t, p) => changeTags(t, p, tags => tags.filter(x => x.toLowerCase() !== t.change.tag?.toLowerCase())),
  category: async ({ doors, caller, change }, p) =>
    change.category === p.category
      ? ok(true)
      : doors.catalog.change(caller, p.id, { version: p.version, category: change.category }),
  price: changePrices,
  stock: setStock,
  approve_texts: async ({ doors, caller }, p) =>
    Object.keys(p.drafts).length === 0
      ? ok(true)
      : doors.catalog.change(caller, p.id, { version: p.version, ...approveDrafts(p) }),
}
/** What an action needs besides the products. */
const needs: Partial<Record<(typeof bulkActions)[number], keyof Change>> = {
  add_tag: 'tag',
  remove_tag: 'tag',
  category: 'category',
  price: 'price',
  stock: 'stock',
}

/** Does one thing to each product; a refusal of one stops no other. Answers in the order asked, with the rows as they are now. */
export async function changeMany(
  doors: ManageDoors,
  caller: Caller,
  shop: Id<'shop'>,
  wish: { readonly products: readonly string[]; readonly change: Change },
  key: string,
): Promise<Result<BulkReply, ErrorCode>> {
  const may = doors.accounts.may(caller, 'product.manage', { shop })
  if (!may.ok) return may
  const need = needs[wish.change.do]
  if (need && wish.change[need] === undefined)
    return refuse('invalid_request', `${wish.change.do} needs ${need}`, { fields: { [`change.${need}`]: ['missing'] } })
  const ids = [...new Set(wish.products)] as Id<'product'>[]
  const task: Task = { doors, caller, change: wish.change, key }
  const products = await doors.catalog.products(ids)
  const refused = new Map<string, Refusal<ErrorCode> | null>()
  for (const id of ids) {
    const product = products.get(id)
    refused.set(id, product?.shop === shop ? await once(task, product) : missing())
  }
  const rows = await doors.catalog.deskRows(caller, shop, ids)
  const prices = await doors.prices.currentOf(rows)
  const found = new Map(rows.map(r => [r.id as string, rowToWire(r, prices)]))
  return ok({
    results: ids.map(product => ({ product, refused: said(refused.get(product) ?? null), row: found.get(product) ?? null })),
  })
}

const said = (r: Refusal<ErrorCode> | null): BulkReply['results'][number]['refused'] =>
  r && {
    code: r.code,
    message: r.message.slice(0, 400),
    ...(r.details && r.code !== 'version_conflict' && { details: r.details }),
  }

/** Somebody else may have changed it since it was read: then once more, on what is there now. */
async function once(task: Task, product: Product): Promise<Refusal<ErrorCode> | null> {
  const act = actions[task.change.do]
  const done = await act(task, product)
  if (done.ok) return null
  if (done.code !== 'version_conflict') return done
  const now = (await task.doors.catalog.products([product.id])).get(product.id)
  const again = now ? await act(task, now) : missing()
  return again.ok ? null : again
}

async function changeTags({ doors, caller }: Task, p: Product, next: (tags: readonly string[]) => string[]): Promise<Done> {
  const tags = next(p.tags)
  if (tags.length > 20) return refuse('invalid_request', 'A product has at most 20 tags', { fields: { tags: ['too many'] } })
  if (tags.join('\n') === p.tags.join('\n')) return ok(true)
  return doors.catalog.change(caller, p.id, { version: p.version, tags })
}

/** All variants of a product or none: every new price is worked out before the first is written. */
async function changePrices({ doors, caller, change }: Task, p: Product): Promise<Done> {
  const planned = await plan(doors, [p], change.price as PriceChange)
  const wrong = planned.find(l => !l.to.ok)
  if (wrong && !wrong.to.ok) return wrong.to
  for (const { variant, to } of planned) {
    if (!to.ok) continue
    const set = await doors.prices.setPrice(caller, variant, toWire(to.value))
    if (!set.ok) return set
  }
  return ok(true)
}

async function plan(doors: ManageDoors, products: readonly Product[], change: PriceChange) {
  const now = await doors.prices.currentOf(products)
  return products.flatMap(p =>
    p.variants.map(v => {
      const from = now.get(v.id)?.price ?? null
      return { product: p.id, variant: v.id, sku: v.sku, from, to: changedPrice(from, change) }
    }),
  )
}

/** Counted anew: the difference to what can be bought now is written, so that a sale in between is not undone. */
async function setStock({ doors, caller, change, key }: Task, p: Product): Promise<Done> {
  for (const v of p.variants) {
    const by = (change.stock ?? 0) - v.available
    if (by === 0) continue
    const done = await doors.catalog.adjust(caller, v.id, { change: by, reason: 'counted' }, `${key}:${v.id}`)
    if (!done.ok) return done
  }
  return ok(true)
}

/** What a change of price would do; writes nothing. */
export async function previewPrices(
  doors: ManageDoors,
  caller: Caller,
  shop: Id<'shop'>,
  wish: { readonly products: readonly string[]; readonly price: PriceChange },
): Promise<Result<Preview, ErrorCode>> {
  const may = doors.accounts.may(caller, 'price.manage', { shop })
  if (!may.ok) return may
  const found = await doors.catalog.products([...new Set(wish.products)] as Id<'product'>[])
  const lines = await plan(
    doors,
    wish.products.flatMap(id => found.get(id) ?? []).filter(p => p.shop === shop),
    wish.price,
  )
  return ok({
    lines: lines.map(l => ({
      product: l.product,
      variant: l.variant,
      sku: l.sku,
      from: l.from && toWire(l.from),
      to: l.to.ok ? toWire(l.to.value) : null,
      refused: l.to.ok ? null : l.to.code,
    })),
  })
}
