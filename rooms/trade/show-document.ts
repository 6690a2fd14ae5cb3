import type { Caller } from '#base/http'
import { ok, type Result, refuse } from '#base/kernel'
import { type AnyMessage, maskId, maskName, writeMessage } from '#engines/trade'
import { documentsOf } from './build-documents.ts'
import { readDeclaration } from './declaration-store.ts'
import { openIdentity } from './identity.ts'
import type { Room } from './room.ts'

export const documentCodes = ['311', '411', '511', '621'] as const
export type DocumentCode = (typeof documentCodes)[number]

/** Fields that name the buyer, and how each is masked. */
export const masks: Readonly<Record<string, (text: string) => string>> = {
  buyerIdNumber: maskId,
  payerIdNumber: maskId,
  buyerName: maskName,
  payerName: maskName,
  consignee: maskName,
  buyerTelephone: maskId,
  consigneeTelephone: maskId,
  telephone: maskId,
  consigneeAddress: maskName,
}
function masked(message: AnyMessage): AnyMessage {
  const bodies = message.bodies.map(b => ({
    ...b,
    head: Object.fromEntries(
      Object.entries(b.head as Record<string, string | undefined>).map(([name, text]) => [
        name,
        text === undefined ? text : (masks[name]?.(text) ?? text),
      ]),
    ),
  }))
  return { ...message, bodies } as unknown as AnyMessage
}

/** One document as XML: masked for staff; in clear with `identity.read` only, and then the reading is written down with who and why. */
export async function showDocument(
  room: Room,
  caller: Caller,
  order: string,
  wish: { code: DocumentCode; clear: boolean; why: string },
): Promise<Result<{ xml: string; masked: boolean }, 'not_found' | 'forbidden' | 'sign_in_required'>> {
  const row = await readDeclaration(room.db, order)
  if (!row) return refuse('not_found', 'No such declaration')
  const may = room.doors.accounts.may(caller, wish.clear ? 'identity.read' : 'trade.manage', { shop: row.shop })
  if (!may.ok) return may
  const documents = documentsOf(room, row)
  if (!documents) return refuse('not_found', 'The documents are not built yet, or are gone with the end')
  const message = { 311: documents.order, 411: documents.payment, 511: documents.waybill, 621: documents.list }[
    wish.code
  ] as AnyMessage
  if (!wish.clear) return ok({ xml: writeMessage(masked(message)), masked: true })
  const noted = await openIdentity(room, row.checkout, { by: caller.person, why: `${wish.code} ${order}: ${wish.why}` })
  if (!noted) return refuse('not_found', 'The identity is gone; what is left is read masked')
  return ok({ xml: writeMessage(message), masked: false })
}
