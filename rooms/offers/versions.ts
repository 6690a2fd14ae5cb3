import { sql } from '#base/db'
import type { Currency, Id, Texts } from '#base/kernel'
import type { OfferKind, OfferState } from './offer.ts'
import { type PricePoint, type PublicGoods, publicLine, type Version } from './public-price.ts'
import type { LayerName } from './stacking.ts'
import type { Db } from './store.ts'

/** Writes down how an offer stands from now on, in the transaction that changed it. */
export const writeVersion = (db: Db, id: string, at: Date): Promise<unknown> =>
  sql`
    insert into offers.versions (offer, shop, at, facts)
    select o.id, o.shop, ${at}::timestamptz, to_jsonb(o) - 'created_by' || jsonb_build_object('items', coalesce(
      (select jsonb_agg(jsonb_build_object('variant', i.variant, 'price', i.price::text, 'limited', i.pieces_limit is not null)) from offers.items i where i.offer = o.id), '[]'))
    from offers.offers o where o.id = ${id}`.execute(db)

/** The same for an offer that was deleted: nobody has it from now on. */
export const writeGone = (db: Db, id: string, at: Date): Promise<unknown> =>
  sql`
    insert into offers.versions (offer, shop, at, facts)
    select offer, shop, ${at}::timestamptz, facts || '{"state": "ended"}' from offers.versions where offer = ${id} order by seq desc limit 1`.execute(
    db,
  )

interface Facts {
  readonly id: Id<'offer'>
  readonly kind: OfferKind
  readonly layer: LayerName
  readonly name: Texts
  readonly code: string | null
  readonly funding: 'merchant' | 'platform'
  readonly state: OfferState
  readonly starts: string
  readonly ends: string | null
  readonly currency: Currency
  readonly markets: readonly string[]
  readonly products: readonly string[]
  readonly categories: readonly string[]
  readonly minimum: number | null
  readonly percent: number | null
  readonly uses_limit: number | null
  readonly budget: number | null
  readonly per_person: number | null
  readonly items: readonly { readonly variant: string; readonly price: string; readonly limited: boolean }[]
}

/**
 * The offers of a shop that stood at some time of [since, until], in the order in which they were written: of each the version before
 * `since` and all later ones. Only kinds that can be part of a public price leave the database. One statement.
 */
async function readVersions(db: Db, shop: string, since: Date, until: Date): Promise<{ at: Date; facts: Facts }[]> {
  const found = await sql<{ at: Date; facts: Facts }>`
    with near as (
      select distinct on (offer) seq, at, facts from offers.versions where shop = ${shop} and at <= ${since} order by offer, seq desc)
    select at, facts from (
      select * from near where facts->>'state' <> 'ended' and coalesce((facts->>'ends')::timestamptz > ${since}, true)
      union all select seq, at, facts from offers.versions where shop = ${shop} and at > ${since} and at <= ${until}) v
    where facts->>'kind' in ('percent', 'flash') order by seq`.execute(db)
  return found.rows
}

/** As the rule needs it, for one variant. Of a flash price its own item says whether it is limited. */
function versionOf({ at, facts: f }: { at: Date; facts: Facts }, variant: string): Version {
  const item = f.items.find(i => i.variant === variant)
  const open = f.products.length === 0 && f.categories.length === 0
  return {
    at,
    limited: f.uses_limit !== null || f.budget !== null || (item?.limited ?? false),
    offer: {
      ...{ id: f.id, kind: f.kind, layer: f.layer, name: f.name, code: f.code, funding: f.funding, state: f.state },
      ...{
        starts: new Date(f.starts),
        ends: f.ends === null ? null : new Date(f.ends),
        currency: f.currency,
        markets: f.markets,
      },
      scope: open ? null : { products: new Set(f.products), categories: new Set(f.categories) },
      minimum: f.minimum === null ? null : BigInt(f.minimum),
      percent: f.percent,
      // Kinds that need these are never part of a public price.
      ...{ amount: null, buy: null, get: null, usesLeft: null, budgetLeft: null },
      items: new Map(item ? [[variant, { price: BigInt(item.price), left: null, mine: 0 }]] : []),
      perPerson: f.per_person,
      mine: 0,
    },
  }
}

export interface PublicWish {
  readonly shop: Id<'shop'>
  readonly market: string
  readonly currency: Currency
  readonly since: Date
  readonly until: Date
  /** What was asked for each, in time order, the price at `since` first. */
  readonly goods: readonly (Omit<PublicGoods, 'shop' | 'market' | 'currency'> & { readonly asked: readonly PricePoint[] })[]
}
/** Public prices over time, by variant; see public-price.ts. */
export async function publicPrices(db: Db, w: PublicWish): Promise<Map<string, PricePoint[]>> {
  const rows = await readVersions(db, w.shop, w.since, w.until)
  const { shop, market, currency } = w
  return new Map(
    w.goods.map(({ asked, ...g }) => [
      g.variant,
      publicLine(
        { ...g, shop, market, currency },
        asked,
        rows.map(r => versionOf(r, g.variant)),
        w.until,
      ),
    ]),
  )
}
