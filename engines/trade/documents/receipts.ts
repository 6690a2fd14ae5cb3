import type { AnyMessage, Body, MessageCode, ReceiptCode, SentCode } from './messages.ts'
import { isReceipt } from './messages.ts'

/**
 * What a receipt says of its document: `pending` (stored, on its way, in manual review), `held` (inspection, detention), `refused`
 * (mend and send again), `accepted` (a document in the books, a list approved, a cancellation or return granted), `released`.
 */
export type Standing = 'pending' | 'held' | 'refused' | 'accepted' | 'released'

/** Status codes of the receipts. A negative one is an error in processing. */
const statuses: Readonly<Record<string, Standing>> = {
  '1': 'pending', // stored by the port
  '2': 'pending', // being declared by the port
  '3': 'pending', // sent to customs
  '4': 'refused', // sending to customs failed
  '100': 'refused', // refused by customs
  '120': 'accepted', // in customs' books; of a list, a cancellation or a return: the logic check only
  '300': 'pending', // manual review
  '399': 'accepted', // approved
  '500': 'held', // inspection
  '501': 'held', // detained, handed to clearance
  '502': 'held', // detained, handed to anti-smuggling
  '503': 'held', // detained, handed to regulation
  '599': 'held', // detained
  '700': 'refused', // sent back
  '800': 'released', // goods released
  '899': 'released', // case closed
}

/** The standing that a status stands for, or null for a status that no published list has. */
export function standingOf(code: ReceiptCode, status: string): Standing | null {
  if (/^-\d+$/.test(status)) return 'refused'
  const standing = Object.hasOwn(statuses, status) ? (statuses[status] as Standing) : null
  if (status === '120' && code >= 622) return 'pending'
  return standing === 'released' && code !== 622 ? 'accepted' : standing
}

/** One answer of customs, in our words. */
export interface Receipt {
  /** The document that it answers. */
  readonly of: SentCode
  /** Which one, by the business key that both sides know: the same as `documentKey` of the document. */
  readonly key: string
  readonly status: string
  readonly standing: Standing | null
  /** Customs' time, `YYYYMMDDhhmmssSSS` in Beijing. */
  readonly at: string
  /** The number of `[Code:1800;Desc:…]` where the answer has one. */
  readonly reason: string | null
  /** Customs' own words. They can quote the buyer's data, so they are shown to the shop and never logged. */
  readonly info: string
  readonly preNo: string | null
  readonly invtNo: string | null
}

type Values = Readonly<Record<string, string | undefined>>

const keys: Readonly<Record<SentCode, readonly string[]>> = {
  311: ['ebpCode', 'orderNo'],
  411: ['payCode', 'payTransactionId'],
  511: ['logisticsCode', 'logisticsNo'],
  621: ['copNo'],
  623: ['copNo'],
  625: ['copNo'],
}
const keyFrom = (code: SentCode, head: Values): string => keys[code].map(name => head[name]?.trim() ?? '').join(' ')

/** What a receipt will call this document by. The guid can't serve: the port gives receipts its own. */
export const documentKey = <C extends SentCode>(code: C, head: Body<C>['head']): string => keyFrom(code, head as Values)

/** The answers of a receipt message, in the order in which they stand; empty for a message that is no receipt. */
export function receiptsOf(message: AnyMessage): Receipt[] {
  const code: MessageCode = message.code
  if (!isReceipt(code)) return []
  const of = (code - 1) as SentCode
  return message.bodies.map(body => {
    const head = body.head as Values
    const { returnStatus = '', returnTime = '', returnInfo = '' } = head
    return {
      of,
      key: keyFrom(of, head),
      status: returnStatus,
      standing: standingOf(code, returnStatus),
      at: returnTime,
      reason: /\[Code:(\w+);/.exec(returnInfo)?.[1] ?? null,
      info: returnInfo,
      preNo: head.preNo ?? null,
      invtNo: head.invtNo ?? null,
    }
  })
}
