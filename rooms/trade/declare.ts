import { type Id, ok, type Result, refuse } from '#base/kernel'
import {
  type AnyMessage,
  applyForCancel,
  applyForReturn,
  applyToDeclaration,
  type Declaration,
  type Documents,
  documentKey,
  fromBeijing,
  isReturnGranted,
  newDeclaration,
  readMessage,
  receiptsOf,
  type SentCode,
  writeMessage,
} from '#engines/trade'
import { documentsOf } from './build-documents.ts'
import type { CustomsPort } from './customs-port.ts'
import * as store from './declaration-store.ts'
import { restoreQuota } from './quota.ts'
import type { Room } from './room.ts'
import type { Db, TradeTables } from './store.ts'

type Row = store.DeclarationRow
type Refused = 'not_found' | 'wrong_state' | 'trade_refused'
const wrong = (row: Row, action: string) => refuse('wrong_state' as const, `Can't ${action} now`, { state: row.state, action })

/** A paid order that is declared; once, however often it is told. */
export const openDeclaration = (
  room: Room,
  o: { order: Id<'order'>; number: string; checkout: Id<'checkout'>; shop: Id<'shop'> },
): Promise<void> => {
  const opened = applyToDeclaration(newDeclaration(), { kind: 'paid' })
  if (!opened.ok) throw new Error(opened.message)
  const list_no = `L${o.number.replace(/\W/g, '')}`.slice(0, 20)
  const { order: order_id, number: order_number, checkout, shop } = o
  return store.insertDeclaration(room.db, {
    ...{ order_id, order_number, checkout, shop, list_no, life: opened.value.declaration, created: room.house.clock.now() },
  })
}

/** Changes a declaration under its row's lock. */
const locked = <T, E extends string>(room: Room, order: string, work: (trx: Db, row: Row) => Promise<Result<T, E>>) =>
  room.house.db.transaction<TradeTables, Result<T, E | 'not_found'>>(async trx => {
    const row = await store.readDeclaration(trx, order, true)
    return row ? work(trx, row) : refuse('not_found', 'No such declaration')
  })

async function put(
  room: Room,
  trx: Db,
  row: Row,
  message: AnyMessage & { code: SentCode },
  leaves = false,
): Promise<Result<Row, 'wrong_state'>> {
  const body = message.bodies[0]
  if (!body) throw new Error('a message has a document')
  const key = documentKey(message.code, body.head as never)
  const applied = applyToDeclaration(row.life, { kind: 'sent', code: message.code, key, leaves })
  if (!applied.ok) return applied
  const now = room.house.clock.now()
  const sealed = room.seals.seal(writeMessage(message), row.order_id)
  await store.insertMessage(trx, {
    ...{ order_id: row.order_id, direction: 'out' as const, code: message.code, key, guid: message.guid, sealed },
    ...{ outcome: null, at: now },
  })
  return ok(await store.writeDeclaration(trx, row, { life: applied.value.declaration }, now))
}

const three = [311, 411, 511] as const
/**
 * Which documents are due: of the three those that never went, were refused, or say something else since a mend: the list repeats what
 * customs has in its books. Then the list.
 */
function due(life: Declaration, isMended: (code: SentCode) => boolean): SentCode[] {
  const lacks = (code: SentCode) => !life.documents[code] || life.documents[code]?.standing === 'refused' || isMended(code)
  const wanting = three.filter(lacks)
  if (life.state === 'paid' || life.state === 'rejected') return wanting
  return life.state === 'matched' ? [621] : life.state === 'list_rejected' ? (wanting.length > 0 ? wanting : [621]) : []
}
/** What differs between two tellings of the same thing. */
const ofTelling = ['guid', 'appType', 'appTime', 'appStatus']
const content = (message: AnyMessage | undefined): string =>
  JSON.stringify(message?.bodies, (name, value: unknown) => (ofTelling.includes(name) ? undefined : value))
/** Of a refused declaration: which of the three are not any more what was sent last. */
async function mended(room: Room, trx: Db, row: Row, documents: Documents | null): Promise<ReadonlySet<SentCode>> {
  const changed = new Set<SentCode>()
  if (!documents || (row.state !== 'rejected' && row.state !== 'list_rejected')) return changed
  for (const { code, sealed } of await store.lastSent(trx, row.order_id)) {
    const read = sealed === null ? null : readMessage(room.seals.open(sealed, row.order_id))
    if (!three.some(c => c === code) || !read?.ok) continue
    const now = readMessage(writeMessage(ofCode(documents, code as SentCode)))
    if (now.ok && content(now.value) !== content(read.value)) changed.add(code as SentCode)
  }
  return changed
}
const ofCode = (d: Documents, code: SentCode) =>
  ({ 311: d.order, 411: d.payment, 511: d.waybill, 621: d.list })[code as 311] as AnyMessage & { code: SentCode }

/** Puts what is due on its way, when every check is green. Refuses `trade_refused` {reason: checks_red, checks} otherwise. */
export const sendDeclaration = (room: Room, order: string): Promise<Result<Row, Refused>> =>
  locked<Row, Refused>(room, order, async (trx, row) => {
    const documents = documentsOf(room, row)
    const changed = await mended(room, trx, row, documents)
    const codes = due(row.life, code => changed.has(code))
    if (codes.length === 0) return wrong(row, 'send')
    if (!documents || !row.sendable)
      return refuse('trade_refused', 'Not every check is green', {
        reason: 'checks_red',
        alternatives: [],
        checks: row.checks.filter(c => !c.ok).map(c => c.code),
      })
    let now = row
    for (const code of codes) {
      const sent = await put(room, trx, now, ofCode(documents, code))
      if (!sent.ok) return sent
      now = sent.value
    }
    return ok(now)
  })

const applicationNo = (row: Row, kind: 'C' | 'R'): string => `${kind}${row.list_no}`.slice(0, 20)
const guid = (): string => crypto.randomUUID().toUpperCase()

/** Asks customs to cancel a list that is not released (623). Before the list has gone, the declaration is just given up. */
export const cancelDeclaration = (room: Room, order: string, reason: string): Promise<Result<Row, Refused>> =>
  locked<Row, Refused>(room, order, async (trx, row) => {
    const given = applyToDeclaration(row.life, { kind: 'abandoned' })
    if (given.ok) return ok(await store.writeDeclaration(trx, row, { life: given.value.declaration }, room.house.clock.now()))
    const list = documentsOf(room, row)?.list
    const { invtNo, preNo } = row.life
    if (row.state !== 'sent' || !list || invtNo === null) return wrong(row, 'cancel')
    const wish = { list, invtNo, preNo, reason, guid: guid(), applicationNo: applicationNo(row, 'C') }
    return put(room, trx, row, applyForCancel(wish, room.house.clock.now()))
  })

type Returns = NonNullable<store.ParcelFacts['returns']>
const nothingBack: Returns = { back: {}, fen: '0', coming: null }
/**
 * Applies for a return (625), within 30 days of release: of what is named, or of all that is still with the buyer. When customs grants it,
 * the buyer's year gets back what came back, and what is left can come back by another application.
 */
export const returnDeclaration = (
  room: Room,
  order: string,
  wish: { reason: string; lines: readonly { gnum: string; quantity: bigint }[] },
): Promise<Result<Row, Refused>> =>
  locked<Row, Refused>(room, order, async (trx, row) => {
    const list = documentsOf(room, row)?.list
    if (!list) return wrong(row, 'return')
    const { invtNo, preNo, releasedAt } = row.life
    const { back, fen } = row.parcel.returns ?? nothingBack
    const left = (list.bodies[0]?.lines ?? []).map(l => ({ gnum: l.gnum, quantity: BigInt(l.qty) - BigInt(back[l.gnum] ?? 0) }))
    const lines = wish.lines.length > 0 ? wish.lines : left.filter(l => l.quantity > 0n)
    const asked = applyForReturn(
      {
        ...{ list, invtNo, preNo, lines, reason: wish.reason, guid: guid() },
        returnedBefore: Object.fromEntries(Object.entries(back).map(([gnum, n]) => [gnum, BigInt(n)])),
        releasedAt: releasedAt === null ? null : fromBeijing(releasedAt),
        applicationNo: returnNo(row),
      },
      room.house.clock.now(),
    )
    if (!asked.ok) return refuse('trade_refused', asked.message, { ...asked.details, reason: asked.code, alternatives: [] })
    const whole = left.every(l => l.quantity === (lines.find(x => x.gnum === l.gnum)?.quantity ?? 0n))
    const put_ = await put(room, trx, row, asked.value.message, !whole)
    if (!put_.ok) return put_
    const coming = {
      lines: Object.fromEntries(lines.map(l => [l.gnum, Number(l.quantity)])),
      fen: asked.value.value.minor.toString(),
    }
    const returning = whole ? 'all' : (BigInt(fen) + BigInt(coming.fen)).toString()
    const parcel = { ...row.parcel, returning, returns: { back, fen, coming } }
    return ok(await store.writeDeclaration(trx, put_.value, { parcel }, room.house.clock.now()))
  })

/** Applications are numbered: one that is sent again after a refusal keeps its number, one after a grant has the next. */
function returnNo(row: Row): string {
  const before = row.life.documents[625]
  if (before === undefined) return applicationNo(row, 'R')
  if (!isReturnGranted(row.life)) return before.key
  const n = Number(/^R(\d*)L/.exec(before.key)?.[1] || '1') + 1
  return `R${n}${row.list_no}`.slice(0, 20)
}

/** What customs has granted is back: it is counted once, with the receipt that grants it. */
function grantedParcel(before: Row, life: Declaration): store.ParcelFacts {
  const { returns } = before.parcel
  if (!returns?.coming || isReturnGranted(before.life) || !isReturnGranted(life)) return before.parcel
  const { back, fen, coming } = returns
  const added = Object.entries(coming.lines).map(([gnum, n]) => [gnum, (back[gnum] ?? 0) + n] as const)
  return {
    ...before.parcel,
    returns: {
      back: { ...back, ...Object.fromEntries(added) },
      fen: (BigInt(fen) + BigInt(coming.fen)).toString(),
      coming: null,
    },
  }
}

export const deliveredDeclaration = (room: Room, order: string): Promise<Result<Row, 'not_found' | 'wrong_state'>> =>
  locked<Row, 'wrong_state'>(room, order, async (trx, row) => {
    const told = applyToDeclaration(row.life, { kind: 'delivered' })
    return told.ok ? ok(await store.writeDeclaration(trx, row, { life: told.value.declaration }, room.house.clock.now())) : told
  })

export interface Heard {
  readonly order: string | null
  readonly code: SentCode
  readonly status: string
  readonly outcome: string
}
/** Receipts, late, twice and in any order. `shop`: only of declarations of this shop. Refuses what is no message of customs. */
export async function hearReceipts(room: Room, xml: string, shop: string | null): Promise<Result<Heard[], 'invalid_request'>> {
  const read = readMessage(xml)
  if (!read.ok) return refuse('invalid_request', 'This is no message of customs', { fields: { xml: [read.code] } })
  const heard: Heard[] = []
  for (const receipt of receiptsOf(read.value)) {
    const order = await store.orderOfKey(room.db, receipt.of, receipt.key)
    const about = { code: receipt.of, status: receipt.status }
    const done = order
      ? await locked<{ outcome: string; row: Row }, 'not_found' | 'wrong_state'>(room, order, async (trx, row) => {
          if (shop !== null && row.shop !== shop) return refuse('not_found', 'No such declaration')
          const applied = applyToDeclaration(row.life, { kind: 'receipt', receipt })
          if (!applied.ok) return applied
          const { declaration: life, outcome } = applied.value
          const now = room.house.clock.now()
          const sealed = room.seals.seal(receipt.info, row.order_id)
          const said = {
            order_id: order,
            direction: 'in' as const,
            code: receipt.of + 1,
            key: receipt.key,
            guid: read.value.guid,
          }
          if (outcome !== 'duplicate')
            await store.insertMessage(trx, { ...said, sealed, outcome: `${receipt.status} ${outcome}`, at: now })
          return ok({
            outcome,
            row:
              outcome === 'applied'
                ? await store.writeDeclaration(trx, row, { life, parcel: grantedParcel(row, life) }, now)
                : row,
          })
        })
      : null
    if (!done?.ok) heard.push({ ...about, order: null, outcome: 'foreign' })
    else {
      heard.push({ ...about, order, outcome: done.value.outcome })
      if (receipt.of === 625 && isReturnGranted(done.value.row.life)) await giveBackYear(room, done.value.row)
    }
  }
  return ok(heard)
}

/** More than any order: restoring stops at what the order used. */
const everything = 10n ** 15n
async function giveBackYear(room: Room, row: Row): Promise<void> {
  const { returning } = row.parcel
  if (returning !== undefined) await restoreQuota(room, row.order_id, returning === 'all' ? everything : BigInt(returning))
}

/** Hands over what still has to go, in its order; a port that throws leaves the rest for the next time. */
export async function deliverMessages(room: Room, port: CustomsPort): Promise<number> {
  let gone = 0
  for (const m of await store.unsent(room.db, 100)) {
    const xml = room.seals.open(m.sealed as string, m.order_id)
    await port.send({ code: m.code as SentCode, key: m.key, guid: m.guid, orderNo: m.order_number, xml })
    await store.markSent(room.db, m.id, room.house.clock.now())
    gone++
  }
  return gone
}
