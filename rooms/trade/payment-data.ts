import { createSign } from 'node:crypto'
import type { Money } from '#base/kernel'
import { answerPaymentQuery, type PaymentDataQuery, type Signer, signPaymentAnswer } from '#engines/trade'
import type { CustomsPort } from './customs-port.ts'
import { byNumber } from './declaration-store.ts'
import type { Room } from './room.ts'
import { readRegistrations } from './store.ts'

/** What the flow knows of the payment of an order. */
export interface PaidOrder {
  readonly transactionId: string
  readonly amount: Money
  readonly paidAt: Date
  /** What was asked of the payment company and what it answered, as far as it is kept. */
  readonly request: string
  readonly response: string
  readonly goods: readonly { readonly name: string; readonly link: string }[]
}
export type PaidOrderOf = (order: string) => Promise<PaidOrder | null>

/** Signs with a private key of PEM (RSA, SHA-1 as customs' certificates do), asked for at each signature; XML is left to whoever sends it. */
export const keySigner = (certNo: string, pem: () => string): Signer => ({
  certNo,
  signText: async text => createSign('RSA-SHA1').update(text, 'utf8').sign(pem(), 'base64'),
  signXml: async xml => xml,
})

/**
 * Announcement 179: customs asks for the payment of an order; the signed answer goes up by the port. Whoever asks learns nothing here: an
 * unknown number is answered like a known one. Resolves to whether something was uploaded.
 */
export async function answerCustoms(
  room: Room,
  to: { port: CustomsPort; signer: Signer },
  query: PaymentDataQuery,
  paid: PaidOrderOf,
): Promise<boolean> {
  const row = await byNumber(room.db, query.orderNo)
  const facts = row && (await paid(row.order_id))
  if (!row || !facts) return false
  const { names } = await readRegistrations(room.db, row.shop)
  const answer = answerPaymentQuery(
    query,
    {
      guid: crypto.randomUUID().toUpperCase(),
      ...{ request: facts.request, response: facts.response, transactionId: facts.transactionId },
      ...{ platformCode: names.ebpCode ?? '', paymentCompanyCode: names.payCode ?? '', amount: facts.amount },
      ...{ verifiedBy: '3' as const, paidThrough: '4' as const, paidAt: facts.paidAt, note: '' },
      orders: [
        {
          ...{ orderNo: row.order_number, goods: facts.goods, payeeAccount: names.payeeAccount ?? '' },
          ...{ payeeCode: names.payeeCode ?? '', payeeName: names.payeeName ?? '' },
        },
      ],
    },
    room.house.clock.now(),
  )
  if (!answer.ok) {
    room.house.logger.error(
      { order: row.order_id, code: answer.code, details: answer.details },
      'payment data could not be answered',
    )
    return false
  }
  await to.port.upload(query.sessionID, await signPaymentAnswer(answer.value, to.signer))
  return true
}
