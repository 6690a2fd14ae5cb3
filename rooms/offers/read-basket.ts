import { sql } from '#base/db'
import type { Id } from '#base/kernel'
import { type Basket, codeKey, type FlashItem, type Offer } from './offer.ts'
import type { Db, OfferRow } from './store.ts'

type Row = Omit<OfferRow, 'items' | 'standing' | 'products' | 'categories'> & {
  readonly open: boolean
  readonly in_products: string[] | null
  readonly in_categories: string[] | null
  readonly items: { variant: string; price: string; left: number | null }[] | null
  readonly own_uses: number
  readonly own_amount: bigint
}

/**
 * The offers that a basket can meet: what runs in its shop, and what its codes name in any state. Of scopes and flash items only what
 * touches the basket leaves the database. One statement, and one more for a person's uses where an offer limits them; however many lines.
 */
export async function readOffersFor(db: Db, basket: Basket): Promise<Offer[]> {
  const rows = await readRows(db, basket)
  const limited = rows.filter(r => r.per_person !== null).map(r => r.id as string)
  const mine = limited.length > 0 ? await readMine(db, basket, limited) : new Map<string, number>()
  return rows.map(r => offerOf(r, mine))
}

async function readRows(db: Db, b: Basket): Promise<Row[]> {
  const products = [...new Set(b.lines.map(l => l.product as string))]
  const categories = [...new Set(b.lines.map(l => l.category))]
  const variants = [...new Set(b.lines.map(l => l.variant as string))]
  const codes = [...new Set(b.codes.map(codeKey))]
  const own = [...(b.replaces ?? [])]
  const found = await sql<Row>`
    with own as (
      select u.offer, u.variant, sum(u.pieces)::int as pieces, sum(u.amount)::bigint as amount from offers.claim_uses u join offers.claims c on c.checkout = u.checkout
      where c.checkout = any(${own}::text[]) and c.state = 'held' group by u.offer, u.variant),
    near as (
      select * from offers.offers where shop = ${b.shop} and code is null and state = 'active' and starts <= ${b.at} and (ends is null or ends > ${b.at})
      union all select * from (
        select distinct on (code) * from offers.offers where shop = ${b.shop} and code = any(${codes}::text[]) order by code, state = 'ended', starts desc, id desc) coded)
    select o.*, o.products = '{}' and o.categories = '{}' as open,
      (select array_agg(x) from unnest(o.products) x where x = any(${products}::text[])) as in_products,
      (select array_agg(x) from unnest(o.categories) x where x = any(${categories}::text[])) as in_categories,
      (select jsonb_agg(jsonb_build_object('variant', i.variant, 'price', i.price::text, 'left', i.pieces_limit - i.pieces + coalesce(w.pieces, 0)))
        from offers.items i left join own w on w.offer = i.offer and w.variant = i.variant
        where o.kind = 'flash' and i.offer = o.id and i.variant = any(${variants}::text[])) as items,
      coalesce(w.pieces, 0) as own_uses, coalesce(w.amount, 0) as own_amount
    from near o left join own w on w.offer = o.id and w.variant = ''
    order by o.id`.execute(db)
  return found.rows
}

/** What the person has of each, without the claims that do not count; by offer and variant. */
async function readMine(db: Db, b: Basket, offers: readonly string[]): Promise<Map<string, number>> {
  const found = await sql<{ offer: string; variant: string; used: number }>`
    select p.offer, p.variant, p.used - coalesce((
      select sum(u.pieces)::int from offers.claims c join offers.claim_uses u on u.checkout = c.checkout
      where c.checkout = any(${[...(b.replaces ?? [])]}::text[]) and c.state = 'held' and c.person = p.person and u.offer = p.offer and u.variant = p.variant), 0) as used
    from offers.person_uses p
    where p.person = ${b.person} and p.offer = any(${[...offers]}::text[])`.execute(db)
  return new Map(found.rows.map(r => [`${r.offer} ${r.variant}`, r.used]))
}

function offerOf(r: Row, mine: ReadonlyMap<string, number>): Offer {
  const flash = (i: { variant: string; price: string; left: number | null }): [string, FlashItem] => [
    i.variant,
    { price: BigInt(i.price), left: i.left, mine: mine.get(`${r.id} ${i.variant}`) ?? 0 },
  ]
  return {
    id: r.id as Id<'offer'>,
    kind: r.kind,
    layer: r.layer,
    name: r.name,
    code: r.code,
    funding: r.funding,
    state: r.state,
    starts: r.starts,
    ends: r.ends,
    currency: r.currency,
    markets: r.markets,
    scope: r.open ? null : { products: new Set(r.in_products ?? []), categories: new Set(r.in_categories ?? []) },
    minimum: r.minimum,
    percent: r.percent,
    amount: r.amount,
    buy: r.buy,
    get: r.get,
    items: new Map((r.items ?? []).map(flash)),
    usesLeft: r.uses_limit === null ? null : r.uses_limit - r.uses + r.own_uses,
    budgetLeft: r.budget === null ? null : r.budget - r.spent + r.own_amount,
    perPerson: r.per_person,
    mine: mine.get(`${r.id} `) ?? 0,
  }
}
