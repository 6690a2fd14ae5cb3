import type { Money } from '#base/kernel'
import { type AnyMessage, fromBeijing, maskId, parseDecimal, returnDeadlines, toCny } from '#engines/trade'
import { documentsOf } from './build-documents.ts'
import * as store from './declaration-store.ts'
import type { Room } from './room.ts'
import { masks } from './show-document.ts'

type Row = store.DeclarationRow

/** What the documents say of the parcel and its goods; nothing of the buyer. */
export interface Declared {
  readonly waybillNo: string
  /** Grams, from the kilograms that were declared. */
  readonly grossGrams: number
  readonly netGrams: number
  readonly pieces: number
  readonly contents: string
  /** Lines of the list: a return names them by number. `returned`: pieces that came back already. */
  readonly goods: readonly {
    readonly line: number
    readonly name: string
    readonly quantity: number
    readonly returned: number
    readonly price: Money
  }[]
}
const grams = (kilograms: string): number => Math.round(Number(kilograms) * 1000)
const fen = (amount: string): Money => toCny(parseDecimal(amount) ?? 0n)

export function declaredOf(room: Room, row: Row): Declared | null {
  const documents = documentsOf(room, row)
  const [waybill, list] = [documents?.waybill.bodies[0]?.head, documents?.list.bodies[0]]
  if (!waybill || !list) return null
  return {
    waybillNo: waybill.logisticsNo,
    grossGrams: grams(waybill.weight),
    netGrams: grams(list.head.netWeight),
    pieces: Number(waybill.packNo),
    contents: waybill.goodsInfo ?? '',
    goods: list.lines.map(l => ({
      ...{ line: Number(l.gnum), name: l.gname, quantity: Number(l.qty), price: fen(l.price) },
      returned: row.parcel.returns?.back[l.gnum] ?? 0,
    })),
  }
}

/** When customs released the goods, and until when a return can be applied for. */
export function returnTimes({ life: { releasedAt } }: Row): { readonly released: Date; readonly until: Date } | null {
  const released = releasedAt === null ? null : fromBeijing(releasedAt)
  return released && { released, until: returnDeadlines(released).applyBy }
}

export interface SaidMessage extends Pick<store.MessageRow, 'direction' | 'code' | 'at' | 'sent' | 'outcome'> {
  /** Customs' own words of a receipt; null for what went out, and after the end. */
  readonly words: string | null
}
/** Customs quotes what it refuses, so what names the buyer, and every long number, is masked in its words. */
export async function saidMessages(room: Room, row: Row): Promise<SaidMessage[]> {
  const personal = personalTexts(room, row)
  const hidden = (words: string) =>
    [...personal]
      .reduce((text, [value, mask]) => text.replaceAll(value, mask(value)), words)
      .replace(/\d{9,}[\dXx]*/g, maskId)
      .slice(0, 1000)
  const messages = await store.messagesOf(room.db, row.order_id)
  return messages.map(({ direction, code, at, sent, outcome, sealed }) => ({
    ...{ direction, code, at, sent, outcome },
    words: direction === 'in' && sealed !== null ? hidden(room.seals.open(sealed, row.order_id)) : null,
  }))
}

function personalTexts(room: Room, row: Row): Map<string, (text: string) => string> {
  const documents = documentsOf(room, row)
  const found = new Map<string, (text: string) => string>()
  for (const message of documents
    ? ([documents.order, documents.payment, documents.waybill, documents.list] as AnyMessage[])
    : [])
    for (const [name, value] of Object.entries((message.bodies[0]?.head ?? {}) as Record<string, string | undefined>)) {
      const mask = masks[name]
      if (mask && value) found.set(value, mask)
    }
  return new Map([...found].sort(([a], [b]) => b.length - a.length))
}
