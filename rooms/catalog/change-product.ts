import type { Caller } from '#base/http'
import { type Id, ok, type Refusal, type Result, refuse, type Texts } from '#base/kernel'
import { missingTexts, tidySpec, tidyTags, tidyTexts } from './draft.ts'
import { factsEvent } from './facts.ts'
import { findProducts } from './find-products.ts'
import { checkPictures, unready } from './pictures.ts'
import { type Product, type ProductChange, type ProductState, type ProductWire, productToWire } from './product.ts'
import type { Room } from './room.ts'
import { type FactsRow, type ProductFields, readFacts, updateProduct } from './store.ts'
import type { CatalogTables } from './tables.ts'
import { signTexts, tidyDrafts } from './text-drafts.ts'

type Refused =
  | 'not_found'
  | 'forbidden'
  | 'sign_in_required'
  | 'wrong_state'
  | 'version_conflict'
  | 'text_missing'
  | 'media_not_ready'
  | 'media_unsupported'
const changeable: readonly ProductState[] = ['draft', 'live', 'removed']

/** Changes a product that is still as the editor saw it; a live one must stay fit to be shown. */
export async function changeProduct(
  room: Room,
  caller: Caller,
  id: Id<'product'>,
  change: ProductChange,
): Promise<Result<ProductWire, Refused>> {
  const product = (await findProducts(room, [id])).get(id)
  if (!product) return refuse('not_found', 'There is no such product')
  const allowed = room.doors.accounts.may(caller, 'product.manage', { shop: product.shop })
  if (!allowed.ok) return allowed
  if (!changeable.includes(product.state))
    return refuse('wrong_state', 'An archived product stays as it is', { state: product.state })
  if (product.version !== change.version) return conflict(product)
  const fields = fieldsOf(change, product, caller.person, room.house.clock.now())
  const chosen = [...(fields.pictures ?? []), ...(fields.maker?.pictures ?? [])]
  const pictures = await checkPictures(room, caller, chosen, [...product.pictureIds, ...(product.maker?.pictures ?? [])])
  if (!pictures.ok) return pictures
  const unfit = product.state === 'live' ? await unfitToShow(room, product, fields) : null
  if (unfit) return unfit
  const written = await room.house.db.transaction<CatalogTables, boolean>(async trx => {
    if (!(await updateProduct(trx, id, change.version, changeable, fields))) return false
    const row = (await readFacts(trx, [id]))[0] as FactsRow
    if (row.state === 'live')
      await room.house.log.append(trx, [factsEvent('product.changed', row, room.house.clock.now(), caller.person)])
    return true
  })
  const now = (await findProducts(room, [id])).get(id) as Product
  return written ? ok(productToWire(now, true)) : conflict(now)
}

/** The editor gets what is there now, to merge their change into it. */
const conflict = (product: Product): Refusal<'version_conflict'> =>
  refuse('version_conflict', 'Somebody else has changed this product', { product: productToWire(product, true) })

function fieldsOf(c: ProductChange, before: Product, by: Id<'person'>, now: Date): ProductFields & { changed: Date } {
  const shown = {
    name: c.name ? tidyTexts(c.name) : before.name,
    description: c.description ? tidyTexts(c.description) : before.description,
  }
  const texts = c.name || c.description || c.drafts ? { ...shown, drafts: tidyDrafts(c.drafts ?? before.drafts, shown) } : null
  return {
    changed: now,
    category: c.category,
    ...texts,
    written: texts ? signTexts(before, texts, by, now) : undefined,
    specs: c.specs?.map(tidySpec),
    tags: c.tags && tidyTags(c.tags),
    maker: c.maker && { ...tidyMaker(c.maker), pictures: [...new Set(c.maker.pictures)] as Id<'media'>[] },
    responsible: c.responsible,
    pictures: c.pictures && ([...new Set(c.pictures)] as Id<'media'>[]),
  }
}

const tidyMaker = (m: { text: Texts; place: Texts }) => ({ text: tidyTexts(m.text), place: tidyTexts(m.place) })

async function unfitToShow(
  room: Room,
  p: Product,
  f: ProductFields,
): Promise<Refusal<'text_missing' | 'media_not_ready'> | null> {
  const missing = missingTexts({ name: f.name ?? p.name, description: f.description ?? p.description })
  if (missing.length > 0) return refuse('text_missing', 'A product on sale needs a name and a description', { fields: missing })
  if (!f.pictures) return null
  if (f.pictures.length === 0) return refuse('media_not_ready', 'A product on sale needs a picture', { pictures: [] })
  const waiting = await unready(room, f.pictures)
  return waiting.length === 0 ? null : refuse('media_not_ready', 'A picture is not ready', { pictures: waiting })
}
