import { money, ok, type Result, refuse, sum } from '#base/kernel'
import {
  buildDocuments,
  type Check,
  checkDocuments,
  civilDate,
  type Declaration,
  type Documents,
  mayBeSent,
  quotaYear,
  ruleAt,
} from '#engines/trade'
import * as store from './declaration-store.ts'
import { declaredOrder, type OrderToDeclare, registrationOf } from './declared-order.ts'
import { openIdentity } from './identity.ts'
import { usedOf } from './identity-store.ts'
import { yearLimit } from './quota.ts'
import { heldOf } from './quota-store.ts'
import { quoteTrade } from './quote.ts'
import type { Room } from './room.ts'
import { readFacts, readRegistrations, type TradeTables } from './store.ts'

export type BuildRefused = 'not_found' | 'wrong_state' | 'identity_needed'
/** Before the documents go, or after a refusal: what customs reads now stays as it was sent, since the list follows from it. */
export const isBuildable = ({ state, documents }: Declaration): boolean =>
  state === 'rejected' || state === 'list_rejected' || (state === 'paid' && documents[311] === undefined)
const guid = (): string => crypto.randomUUID().toUpperCase()

/**
 * Builds the four documents of an order anew and checks them; they are kept sealed, the checks in clear (masked). Only before they are sent,
 * or after a refusal. The tax is reckoned again, with the law of the day of the order: `tax_is_own` compares it with what was paid.
 */
export async function buildDeclaration(
  room: Room,
  o: OrderToDeclare,
  by: string,
): Promise<Result<store.DeclarationRow, BuildRefused>> {
  const now = room.house.clock.now()
  const row = await store.readDeclaration(room.db, o.order)
  if (!row) return refuse('not_found', 'No such declaration')
  if (!isBuildable(row.life))
    return refuse('wrong_state', 'Documents that are under way are not built anew', { state: row.state, action: 'build' })
  const [names, facts, identity] = await Promise.all([
    readRegistrations(room.db, o.shop),
    readFacts(
      room.db,
      o.shop,
      o.lines.flatMap(l => [l.product, l.variant]),
    ),
    openIdentity(room, o.checkout, { by, why: `documents ${o.order}` }),
  ])
  if (!identity) return refuse('identity_needed', 'The identity of the buyer is not there any more')
  const wasSent = row.life.documents[311] !== undefined
  const guids = { order: guid(), payment: guid(), waybill: guid(), list: guid() }
  const declared = declaredOrder(o, { parcel: row.parcel, known: facts, identity, names: names.names, listNo: row.list_no })
  const documents = buildDocuments(declared, registrationOf(names.names), guids, now, wasSent ? '2' : '1')
  const checks = await check(room, o, documents, room.seals.key(identity.id.reveal()))
  return room.house.db.transaction<TradeTables, Result<store.DeclarationRow, BuildRefused>>(async trx => {
    const locked = await store.readDeclaration(trx, o.order, true)
    if (!locked || locked.version !== row.version)
      return refuse('wrong_state', 'Something else happened to this declaration just now; look again', { state: row.state })
    const sealed = room.seals.seal(JSON.stringify(documents), o.order)
    return ok(await store.writeDeclaration(trx, locked, { sealed, checks, sendable: mayBeSent(checks) }, now))
  })
}

async function check(room: Room, o: OrderToDeclare, documents: Documents, key: string): Promise<Check[]> {
  const now = room.house.clock.now()
  const cny = (minor: bigint) => money(minor, 'CNY')
  const [limits, used, own, rules] = await Promise.all([
    yearLimit(room),
    usedOf(room.db, key, quotaYear(o.payment.paidAt)),
    heldOf(room.db, o.order),
    room.rules.now(),
  ])
  const quote = await quoteTrade(room, {
    ...{ shop: o.shop, from: o.from, to: 'CN', way: o.mode, currency: 'CNY', at: o.placed, shipping: o.shipping },
    lines: o.lines,
  })
  const list = ruleAt(rules, 'CN', 'positive-list', civilDate(now, 'CN'))
  return checkDocuments({
    ...documents,
    ownTax: quote.ok ? sum(quote.value.importTax, 'CNY') : cny(0n),
    limits: { perOrder: cny(limits.perOrder), perYear: cny(limits.perYear) },
    spentThisYear: cny(used > own ? used - own : 0n),
    positiveList: new Set(list.ok ? list.value.params.lines.map(l => l.hs) : []),
    now,
  })
}

export const documentsOf = (room: Room, row: store.DeclarationRow): Documents | null =>
  row.sealed === null ? null : (JSON.parse(room.seals.open(row.sealed, row.order_id)) as Documents)
