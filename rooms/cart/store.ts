import type { Source } from '#base/catalogue'
import { type Kysely, type RawBuilder, sql, unflushed } from '#base/db'
import { type Currency, type Id, type Money, money } from '#base/kernel'

interface LineTable {
  person: Id<'person'>
  variant: Id<'variant'>
  product: Id<'product'>
  quantity: number
  source: Source | null
  unit_minor: bigint
  currency: string
  added_at: Date
}
export interface CartTables {
  'cart.lines': LineTable
}
export type Db = Kysely<CartTables>
export interface CartLine {
  readonly variant: Id<'variant'>
  readonly product: Id<'product'>
  readonly quantity: number
  readonly source: Source | null
  /** What a piece cost when it was put in. */
  readonly unit: Money
}

export async function readLines(db: Db, person: Id<'person'>): Promise<CartLine[]> {
  const rows = await db
    .selectFrom('cart.lines')
    .selectAll()
    .where('person', '=', person)
    .orderBy('added_at')
    .orderBy('variant')
    .execute()
  return rows.map(r => ({
    variant: r.variant,
    product: r.product,
    quantity: r.quantity,
    source: r.source,
    unit: money(r.unit_minor, r.currency as Currency),
  }))
}

interface Put {
  readonly at: Date
  /** Lines that a cart holds. */
  readonly most: number
  /** Writes the event of it; an INSERT without its WHERE. */
  readonly told: RawBuilder<unknown>
}
/** Sets the quantity; a source that is known stays until another one is known. False when the cart is full and this variant is not in it. */
export async function putLine(db: Db, person: Id<'person'>, line: CartLine, { at, most, told }: Put): Promise<boolean> {
  const source = line.source === null ? null : JSON.stringify(line.source)
  const done = await sql<{ variant: string }>`
    with put as (
    insert into cart.lines (person, variant, product, quantity, source, unit_minor, currency, added_at)
    select ${person}, ${line.variant}, ${line.product}, ${line.quantity}, ${source}::jsonb, ${line.unit.minor}, ${line.unit.currency}, ${at}
    where exists (select 1 from cart.lines where person = ${person} and variant = ${line.variant}) or (select count(*) from cart.lines where person = ${person}) < ${most}
    on conflict (person, variant) do update set quantity = excluded.quantity, source = coalesce(excluded.source, lines.source), unit_minor = excluded.unit_minor, currency = excluded.currency
    returning variant, ${unflushed}),
    told as (${told} where exists (select 1 from put))
    select variant from put`.execute(db)
  return done.rows.length > 0
}

export async function deleteLines(db: Db, person: Id<'person'>, variants: readonly Id<'variant'>[]): Promise<CartLine[]> {
  if (variants.length === 0) return []
  const rows = await db
    .deleteFrom('cart.lines')
    .where('person', '=', person)
    .where('variant', 'in', [...variants])
    .returningAll()
    .returning(unflushed.as('unflushed'))
    .execute()
  return rows.map(r => ({
    variant: r.variant,
    product: r.product,
    quantity: r.quantity,
    source: r.source,
    unit: money(r.unit_minor, r.currency as Currency),
  }))
}

/** The guest's lines go into the member's cart: quantities add up, at most 99; what is over the cart's size is left behind. */
export async function mergeLines(db: Db, from: Id<'person'>, into: Id<'person'>): Promise<void> {
  await sql`
    insert into cart.lines (person, variant, product, quantity, source, unit_minor, currency, added_at)
    select ${into}, variant, product, quantity, source, unit_minor, currency, added_at from cart.lines where person = ${from}
    on conflict (person, variant) do update set quantity = least(99, lines.quantity + excluded.quantity), source = coalesce(excluded.source, lines.source)`.execute(
    db,
  )
  await db.deleteFrom('cart.lines').where('person', '=', from).execute()
}

export const forget = (db: Db, person: Id<'person'>): Promise<unknown> =>
  db.deleteFrom('cart.lines').where('person', '=', person).execute()
