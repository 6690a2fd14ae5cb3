import { json, sql } from '#base/db'
import type { Id } from '#base/kernel'
import type { Check, Declaration } from '#engines/trade'
import type { Db } from './store.ts'

/** What of the parcel the shop or its agent says; not who gets it. */
export interface ParcelFacts {
  readonly waybillNo?: string
  readonly grossGrams?: number
  readonly pieces?: number
  /** Master bill, vehicle and voyage: a direct parcel (9610) names all three. */
  readonly masterNo?: string
  readonly vehicle?: string
  readonly voyage?: string
  readonly contents?: string
  /** What a return that was asked for gives back of the year, with those before it: fen, or all. */
  readonly returning?: string
  /** Pieces by line of the list: back so far with the fen that they were worth, and asked for now. */
  readonly returns?: {
    readonly back: Readonly<Record<string, number>>
    readonly fen: string
    readonly coming: { readonly lines: Readonly<Record<string, number>>; readonly fen: string } | null
  }
}
export interface DeclarationRow {
  readonly order_id: Id<'order'>
  readonly order_number: string
  readonly checkout: Id<'checkout'>
  readonly shop: Id<'shop'>
  readonly state: Declaration['state']
  readonly life: Declaration
  readonly version: number
  readonly list_no: string
  readonly parcel: ParcelFacts
  /** The documents, sealed; null before they were built and after their end. */
  readonly sealed: string | null
  readonly checks: readonly Check[]
  readonly sendable: boolean
  readonly created: Date
  readonly updated: Date
  readonly closed: Date | null
}

export async function insertDeclaration(
  db: Db,
  d: Pick<DeclarationRow, 'order_id' | 'order_number' | 'checkout' | 'shop' | 'life' | 'list_no' | 'created'>,
): Promise<void> {
  await sql`
    insert into trade.declarations (order_id, order_number, checkout, shop, state, life, list_no, created, updated)
    values (${d.order_id}, ${d.order_number}, ${d.checkout}, ${d.shop}, ${d.life.state}, ${json(d.life)}, ${d.list_no}, ${d.created}, ${d.created})
    on conflict do nothing`.execute(db)
}
export async function readDeclaration(db: Db, order: string, lock = false): Promise<DeclarationRow | null> {
  const { rows } = await sql<DeclarationRow>`
    select * from trade.declarations where order_id = ${order} ${lock ? sql`for update` : sql``}`.execute(db)
  return rows[0] ?? null
}
export async function byNumber(db: Db, number: string): Promise<DeclarationRow | null> {
  const { rows } = await sql<DeclarationRow>`select * from trade.declarations where order_number = ${number}`.execute(db)
  return rows[0] ?? null
}
export const declarationViews = ['todo', 'under_way', 'released', 'ended'] as const
export type DeclarationView = (typeof declarationViews)[number]
/** Whose turn it is: the shop's, customs', nobody's. `paid` is the shop's until the three documents have gone. */
const view = sql`case when state in ('cancelled', 'returned', 'closed') then 'ended' when state in ('released', 'delivered') then 'released'
  when state in ('sent', 'cancelling', 'returning') or (state = 'paid' and life->'documents' ? '311') then 'under_way' else 'todo' end`

export async function listDeclarations(
  db: Db,
  shop: string,
  wish: { state: string | null; view: DeclarationView | null; after: readonly [number, string] | null; limit: number },
): Promise<DeclarationRow[]> {
  const after = wish.after ?? [0, '']
  const { rows } = await sql<DeclarationRow>`
    select * from trade.declarations where shop = ${shop} and (${wish.state}::text is null or state = ${wish.state})
      and (${wish.view}::text is null or ${view} = ${wish.view})
      and (${wish.after === null} or (created, order_id) < (${new Date(Number(after[0]))}, ${after[1]}))
    order by created desc, order_id desc limit ${wish.limit}`.execute(db)
  return rows
}
export async function countDeclarations(db: Db, shop: string): Promise<Record<DeclarationView, number>> {
  const { rows } = await sql<{ view: DeclarationView; n: number }>`
    select ${view} as view, count(*)::int as n from trade.declarations where shop = ${shop} group by 1`.execute(db)
  return { todo: 0, under_way: 0, released: 0, ended: 0, ...Object.fromEntries(rows.map(r => [r.view, r.n])) }
}
/** Writes what changed; the row must be locked. */
export async function writeDeclaration(
  db: Db,
  d: DeclarationRow,
  change: Partial<Pick<DeclarationRow, 'life' | 'parcel' | 'sealed' | 'checks' | 'sendable' | 'closed'>>,
  at: Date,
): Promise<DeclarationRow> {
  const next = { ...d, ...change }
  const { rows } = await sql<DeclarationRow>`
    update trade.declarations set state = ${next.life.state}, life = ${json(next.life)}, version = version + 1, parcel = ${json(next.parcel)}, sealed = ${next.sealed},
      checks = ${json(next.checks)}, sendable = ${next.sendable}, closed = ${next.closed}, updated = ${at} where order_id = ${d.order_id} returning *`.execute(
    db,
  )
  return rows[0] as DeclarationRow
}

export interface MessageRow {
  readonly id: bigint
  readonly order_id: string
  readonly direction: 'out' | 'in'
  readonly code: number
  readonly key: string
  readonly guid: string
  readonly sealed: string | null
  readonly outcome: string | null
  readonly at: Date
  readonly sent: Date | null
}
export const insertMessage = (db: Db, m: Omit<MessageRow, 'id' | 'sent'>): Promise<unknown> =>
  sql`
    insert into trade.messages (order_id, direction, code, key, guid, sealed, outcome, at)
    values (${m.order_id}, ${m.direction}, ${m.code}, ${m.key}, ${m.guid}, ${m.sealed}, ${m.outcome}, ${m.at})`.execute(db)
export async function messagesOf(db: Db, order: string): Promise<MessageRow[]> {
  const { rows } = await sql<MessageRow>`select * from trade.messages where order_id = ${order} order by id`.execute(db)
  return rows
}
export async function unsent(db: Db, limit: number): Promise<(MessageRow & { order_number: string })[]> {
  const { rows } = await sql<MessageRow & { order_number: string }>`
    select m.*, d.order_number from trade.messages m join trade.declarations d using (order_id)
    where m.direction = 'out' and m.sent is null and m.sealed is not null order by m.id limit ${limit}`.execute(db)
  return rows
}
export const markSent = (db: Db, id: bigint, at: Date): Promise<unknown> =>
  sql`update trade.messages set sent = coalesce(sent, ${at}) where id = ${id}`.execute(db)
/** The newest message that went, of each code. */
export async function lastSent(db: Db, order: string): Promise<Pick<MessageRow, 'code' | 'sealed'>[]> {
  const { rows } = await sql<Pick<MessageRow, 'code' | 'sealed'>>`
    select distinct on (code) code, sealed from trade.messages where order_id = ${order} and direction = 'out' order by code, id desc`.execute(
    db,
  )
  return rows
}
/** Whose document a receipt is about. */
export async function orderOfKey(db: Db, code: number, key: string): Promise<string | null> {
  const { rows } = await sql<{ order_id: string }>`
    select order_id from trade.messages where direction = 'out' and code = ${code} and key = ${key} order by id desc limit 1`.execute(
    db,
  )
  return rows[0]?.order_id ?? null
}
/** The end: what names the buyer goes, the codes and times stay. */
export async function wipe(db: Db, order: string): Promise<void> {
  await sql`update trade.messages set sealed = null where order_id = ${order}`.execute(db)
  await sql`update trade.declarations set sealed = null where order_id = ${order}`.execute(db)
}
export async function closable(db: Db, before: Date, limit: number): Promise<string[]> {
  const { rows } = await sql<{ order_id: string }>`
    select order_id from trade.declarations where closed is null and (state in ('cancelled', 'returned') or (state in ('released', 'delivered') and updated <= ${before})) limit ${limit}`.execute(
    db,
  )
  return rows.map(r => r.order_id)
}
export async function wipeable(db: Db, before: Date): Promise<string[]> {
  const { rows } = await sql<{ order_id: string }>`
    select order_id from trade.declarations where closed <= ${before} and sealed is not null
    union select m.order_id from trade.messages m join trade.declarations d using (order_id) where m.sealed is not null and d.closed <= ${before}
    limit 500`.execute(db)
  return rows.map(r => r.order_id)
}
