import type { Static } from 'typebox'
import { sql } from '#base/db'
import type { Caller, ErrorCode } from '#base/http'
import { type Id, ok, type Page, pageOf, type Result, refuse, type Texts } from '#base/kernel'
import { keyOf } from './inbox.ts'
import type { Room } from './room.ts'
import type { Db } from './store.ts'
import type { alertWire } from './wire.ts'

export type AlertView = Static<typeof alertWire>
interface AlertRow {
  readonly kind: 'restock' | 'price_drop'
  readonly product: Id<'product'>
  readonly variant: string
  readonly base_minor: bigint | null
  readonly base_currency: string | null
  readonly set_at: Date
  readonly fired_at: Date | null
}
/** A person waits for at most this many things at once. */
const most = 200

export async function setPriceAlert(room: Room, caller: Caller, product: Id<'product'>): Promise<Result<AlertView, ErrorCode>> {
  const onSale = (await room.ports.products([product])).has(product)
  const base = onSale ? await room.ports.price(product) : null
  if (!base) return refuse('not_found', 'There is no such product')
  return write(room, caller, { kind: 'price_drop', product, variant: '', base_minor: base.minor, base_currency: base.currency })
}

export async function setRestockAlert(room: Room, caller: Caller, id: Id<'variant'>): Promise<Result<AlertView, ErrorCode>> {
  const variant = await room.ports.variant(id)
  if (!variant) return refuse('not_found', 'There is no such variant')
  if (variant.available > 0) return refuse('wrong_state', 'It can be bought now')
  const set = await write(room, caller, {
    kind: 'restock',
    product: variant.product,
    variant: id,
    base_minor: null,
    base_currency: null,
  })
  return set.ok ? ok({ ...set.value, choice: [...variant.choice] }) : set
}

async function write(
  { house, db }: Room,
  caller: Caller,
  a: Omit<AlertRow, 'set_at' | 'fired_at'>,
): Promise<Result<AlertView, 'rate_limited'>> {
  const at = house.clock.now()
  const { rows } = await sql<AlertRow>`
    insert into notices.alerts (person, kind, product, variant, base_minor, base_currency, set_at)
    select ${caller.person}, ${a.kind}, ${a.product}, ${a.variant}, ${a.base_minor}::bigint, ${a.base_currency}::text, ${at}::timestamptz
    where (select count(*) from notices.alerts where person = ${caller.person} and fired_at is null) < ${most}
    on conflict (person, kind, product, variant) do update set base_minor = excluded.base_minor, base_currency = excluded.base_currency,
      set_at = excluded.set_at, fired_at = null
    returning kind, product, variant, base_minor, base_currency, set_at, fired_at`.execute(db)
  const row = rows[0]
  return row ? ok(toView(row, [])) : refuse('rate_limited', `At most ${most} alerts at once`)
}

/** By the product for a price, by the variant for a restock. Taken back twice it is taken back once. */
export async function dropAlert(db: Db, person: string, kind: AlertRow['kind'], about: string): Promise<void> {
  const column = sql.ref(kind === 'restock' ? 'variant' : 'product')
  await sql`delete from notices.alerts where person = ${person} and kind = ${kind} and ${column} = ${about}`.execute(db)
}

/** Newest first: what waits, and what has fired, until it is taken back or 180 days have passed. */
export async function readAlerts(
  room: Room,
  caller: Caller,
  wish: { cursor?: string | undefined; limit?: number | undefined },
): Promise<Result<Page<AlertView>, 'invalid_cursor'>> {
  const after = keyOf(wish.cursor)
  if (after === undefined) return refuse('invalid_cursor', 'This cursor is not one of ours')
  const limit = wish.limit ?? 24
  const { rows } = await sql<AlertRow>`
    select kind, product, variant, base_minor, base_currency, set_at, fired_at from notices.alerts where person = ${caller.person}
      and (${after?.[0] ?? null}::timestamptz is null or (set_at, product || variant) < (${after?.[0] ?? null}::timestamptz, ${after?.[1] ?? ''}))
    order by set_at desc, product || variant desc limit ${limit + 1}`.execute(room.db)
  const variants = rows.filter(r => r.variant).map(r => r.variant as Id<'variant'>)
  const choices = new Map(
    await Promise.all(variants.map(async v => [v as string, (await room.ports.variant(v))?.choice ?? []] as const)),
  )
  return ok(
    pageOf(
      rows,
      limit,
      r => [r.set_at.toISOString(), r.product + r.variant],
      r => toView(r, choices.get(r.variant) ?? []),
    ),
  )
}

const toView = (r: AlertRow, choice: readonly Texts[]): AlertView => ({
  kind: r.kind,
  product: r.product,
  variant: r.variant || null,
  choice: [...choice],
  base: r.base_minor === null || !r.base_currency ? null : { minor: r.base_minor.toString(), currency: r.base_currency },
  set: r.set_at.toISOString(),
  fired: r.fired_at?.toISOString() ?? null,
})
