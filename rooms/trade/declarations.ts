import type { Caller, ErrorCode } from '#base/http'
import { days, decodeCursor, type Id, ok, type Page, pageOf, type Result, refuse } from '#base/kernel'
import { applyToDeclaration, type PaymentDataQuery, type Signer } from '#engines/trade'
import { type BuildRefused, buildDeclaration, isBuildable } from './build-documents.ts'
import type { CustomsPort } from './customs-port.ts'
import * as store from './declaration-store.ts'
import * as declare from './declare.ts'
import { type Declared, declaredOf, type SaidMessage, saidMessages } from './declared.ts'
import type { OrderToDeclare } from './declared-order.ts'
import { keptAfterEnd } from './identity.ts'
import { eraseWithLast } from './identity-store.ts'
import { answerCustoms, type PaidOrderOf } from './payment-data.ts'
import type { Room } from './room.ts'
import { type DocumentCode, showDocument } from './show-document.ts'
import type { TradeTables } from './store.ts'

type Row = store.DeclarationRow
/** What a return may still follow: thirty days to apply, forty-five to be back. */
const mayReturn = days(46)

interface ListWish {
  readonly state?: string | undefined
  readonly view?: store.DeclarationView | undefined
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}
export interface Declarations {
  /** A paid order that is declared; once. */
  open(o: { order: Id<'order'>; number: string; checkout: Id<'checkout'>; shop: Id<'shop'> }): Promise<void>
  /** Builds the documents anew and checks them. `by` reads the identity, and that is written down. */
  build(o: OrderToDeclare, by: string): Promise<Result<Row, BuildRefused>>
  read(order: string): Promise<Row | null>
  list(caller: Caller, shop: Id<'shop'>, wish: ListWish): Promise<Result<Page<Row>, ErrorCode>>
  /** How many there are in each view. */
  counts(caller: Caller, shop: Id<'shop'>): Promise<Result<Record<store.DeclarationView, number>, ErrorCode>>
  /** Messages in the order in which they went and came, with what customs said; what it quotes of the buyer is masked. */
  messages(row: Row): Promise<SaidMessage[]>
  /** Parcel and goods as the documents have them; null while there are none. */
  declared(row: Row): Declared | null
  setParcel(order: string, parcel: store.ParcelFacts): Promise<Result<Row, 'not_found' | 'wrong_state'>>
  send(order: string): ReturnType<typeof declare.sendDeclaration>
  cancel(order: string, reason: string): ReturnType<typeof declare.cancelDeclaration>
  takeBack(order: string, wish: Parameters<typeof declare.returnDeclaration>[2]): ReturnType<typeof declare.returnDeclaration>
  delivered(order: string): Promise<unknown>
  hear(xml: string, shop: Id<'shop'> | null): ReturnType<typeof declare.hearReceipts>
  show(caller: Caller, order: string, wish: { code: DocumentCode; clear: boolean; why: string }): ReturnType<typeof showDocument>
  deliver(port: CustomsPort): Promise<number>
  answer(to: { port: CustomsPort; signer: Signer }, query: PaymentDataQuery, paid: PaidOrderOf): Promise<boolean>
  /** Closes what has ended, and wipes names and numbers 30 days after that. */
  tidy(now: Date): Promise<void>
}

export const declarationsOf = (room: Room): Declarations => ({
  open: o => declare.openDeclaration(room, o),
  build: (o, by) => buildDeclaration(room, o, by),
  read: order => store.readDeclaration(room.db, order),
  list: (caller, shop, wish) => listOf(room, caller, shop, wish),
  counts: (caller, shop) => countsOf(room, caller, shop),
  messages: row => saidMessages(room, row),
  declared: row => declaredOf(room, row),
  setParcel: (order, parcel) => setParcel(room, order, parcel),
  send: order => declare.sendDeclaration(room, order),
  cancel: (order, reason) => declare.cancelDeclaration(room, order, reason),
  takeBack: (order, wish) => declare.returnDeclaration(room, order, wish),
  delivered: order => declare.deliveredDeclaration(room, order),
  hear: (xml, shop) => declare.hearReceipts(room, xml, shop),
  show: (caller, order, wish) => showDocument(room, caller, order, wish),
  deliver: port => declare.deliverMessages(room, port),
  answer: (to, query, paid) => answerCustoms(room, to, query, paid),
  tidy: now => tidy(room, now),
})

async function countsOf(room: Room, caller: Caller, shop: Id<'shop'>) {
  const may = room.doors.accounts.may(caller, 'trade.manage', { shop })
  return may.ok ? ok(await store.countDeclarations(room.db, shop)) : may
}

async function listOf(room: Room, caller: Caller, shop: Id<'shop'>, wish: ListWish): Promise<Result<Page<Row>, ErrorCode>> {
  const may = room.doors.accounts.may(caller, 'trade.manage', { shop })
  if (!may.ok) return may
  const after = wish.cursor === undefined ? null : decodeCursor(wish.cursor, 2)
  if (wish.cursor !== undefined && (typeof after?.[0] !== 'number' || typeof after[1] !== 'string'))
    return refuse('invalid_cursor', 'This cursor is not one of ours')
  const limit = wish.limit ?? 24
  const key = after && ([Number(after[0]), String(after[1])] as const)
  const { state = null, view = null } = wish
  const rows = await store.listDeclarations(room.db, shop, { state, view, after: key, limit: limit + 1 })
  return ok(
    pageOf(
      rows,
      limit,
      r => [r.created.getTime(), r.order_id],
      r => r,
    ),
  )
}

const setParcel = (room: Room, order: string, parcel: store.ParcelFacts) =>
  room.house.db.transaction<TradeTables, Result<Row, 'not_found' | 'wrong_state'>>(async trx => {
    const row = await store.readDeclaration(trx, order, true)
    if (!row) return refuse('not_found', 'No such declaration')
    if (!isBuildable(row.life))
      return refuse('wrong_state', 'The parcel is declared already', { state: row.state, action: 'set_parcel' })
    // The checks were of another parcel.
    return ok(await store.writeDeclaration(trx, row, { parcel, sendable: false }, room.house.clock.now()))
  })

async function tidy(room: Room, now: Date): Promise<void> {
  for (const order of await store.closable(room.db, new Date(now.getTime() - mayReturn), 200))
    await room.house.db.transaction<TradeTables, void>(async trx => {
      const row = await store.readDeclaration(trx, order, true)
      if (!row || row.closed) return
      const ended = applyToDeclaration(row.life, { kind: 'closed' })
      await store.writeDeclaration(trx, row, { life: ended.ok ? ended.value.declaration : row.life, closed: now }, now)
      await eraseWithLast(trx, row.checkout, new Date(now.getTime() + keptAfterEnd))
    })
  for (const order of await store.wipeable(room.db, new Date(now.getTime() - keptAfterEnd))) await store.wipe(room.db, order)
}
