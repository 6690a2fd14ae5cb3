import { type Money, ok, type Result, refuse } from '../../../base/kernel/index.ts'
import { beijingTime } from './beijing-time.ts'
import { cny } from './codes.ts'
import { formatDecimal, fromCny } from './decimal.ts'
import type { Signer } from './signer.ts'

/** The real-time payment data of GACC Announcement 179/2018: customs asks the platform, the platform answers with a signature. */

/** What customs sends. */
export interface PaymentDataQuery {
  readonly orderNo: string
  readonly sessionID: string
  readonly serviceTime: number
}

export interface PaymentFacts {
  /** 36 characters, capitals. */
  readonly guid: string
  /** What the platform asked of the payment company, and what it answered, word by word. */
  readonly request: string
  readonly response: string
  readonly platformCode: string
  readonly paymentCompanyCode: string
  readonly transactionId: string
  readonly amount: Money
  /** 1 UnionPay, 2 NetsUnion, 3 other. */
  readonly verifiedBy: '1' | '2' | '3'
  /** 1 app, 2 PC, 3 code, 4 other. */
  readonly paidThrough: '1' | '2' | '3' | '4'
  readonly paidAt: Date
  readonly note: string
  /** Every order of the payment. */
  readonly orders: readonly {
    readonly orderNo: string
    readonly goods: readonly { readonly name: string; readonly link: string }[]
    readonly payeeAccount: string
    /** Empty for a company outside China. */
    readonly payeeCode: string
    readonly payeeName: string
  }[]
}

type FieldText = readonly [name: string, json: string]
const json = (fields: readonly FieldText[]): string =>
  `{${fields.map(([name, text]) => `${JSON.stringify(name)}:${text}`).join(',')}}`
const word = (name: string, value: string): FieldText => [name, JSON.stringify(value)]

/** Longest texts, in characters. */
const longest = {
  request: 8000,
  response: 8000,
  note: 1000,
  payeeAccount: 60,
  payeeCode: 18,
  payeeName: 100,
  name: 250,
  link: 3000,
} as const

/** The answer before it is signed. Both texts are made once: what is signed is, letter by letter, what is sent. */
export interface PaymentDataAnswer {
  readonly sessionID: string
  readonly head: string
  readonly lists: string
  readonly serviceTime: string
}

/**
 * Answers a query with the payment of its order. Amounts are written as JSON numbers without going through floating point. Refuses
 * `order_not_in_payment` when the payment has no such order, and `payment_data_invalid` with `{path}` for a text that is missing or
 * too long. `now` is the time of the answer.
 */
export function answerPaymentQuery(
  query: PaymentDataQuery,
  facts: PaymentFacts,
  now: Date,
): Result<PaymentDataAnswer, 'order_not_in_payment' | 'payment_data_invalid'> {
  if (!facts.orders.some(o => o.orderNo === query.orderNo))
    return refuse('order_not_in_payment', 'The payment has no order of this number')
  const path = /^[\w-]{1,64}$/.test(query.sessionID) ? faultIn(facts) : 'sessionID'
  if (path) return refuse('payment_data_invalid', 'A text of the payment data is missing or too long', { path })
  const head = json([
    word('guid', facts.guid),
    word('initalRequest', facts.request), // the official spelling
    word('initalResponse', facts.response),
    word('ebpCode', facts.platformCode),
    word('payCode', facts.paymentCompanyCode),
    word('payTransactionId', facts.transactionId),
    ['totalAmount', formatDecimal(fromCny(facts.amount))],
    word('currency', cny),
    word('verDept', facts.verifiedBy),
    word('payType', facts.paidThrough),
    word('tradingTime', beijingTime(facts.paidAt)),
    word('note', facts.note),
  ])
  const lists = facts.orders.map(order =>
    json([
      word('orderNo', order.orderNo),
      ['goodsInfo', `[${order.goods.map(g => json([word('gname', g.name), word('itemLink', g.link)])).join(',')}]`],
      word('recpAccount', order.payeeAccount),
      word('recpCode', order.payeeCode),
      word('recpName', order.payeeName),
    ]),
  )
  return ok({ sessionID: query.sessionID, head, lists: `[${lists.join(',')}]`, serviceTime: String(now.getTime()) })
}

function faultIn(facts: PaymentFacts): string | null {
  const bad = (text: string, most: number, least = 1) => text.length < least || [...text].length > most
  if (facts.guid.length !== 36) return 'guid'
  if (bad(facts.request, longest.request)) return 'initalRequest'
  if (bad(facts.response, longest.response)) return 'initalResponse'
  if (bad(facts.note, longest.note, 0)) return 'note'
  for (const [i, order] of facts.orders.entries()) {
    const at = `payExchangeInfoLists[${i}]`
    if (bad(order.payeeAccount, longest.payeeAccount)) return `${at}.recpAccount`
    if (bad(order.payeeCode, longest.payeeCode, 0)) return `${at}.recpCode`
    if (bad(order.payeeName, longest.payeeName)) return `${at}.recpName`
    if (order.goods.length === 0) return `${at}.goodsInfo`
    for (const good of order.goods) if (bad(good.name, longest.name) || bad(good.link, longest.link)) return `${at}.goodsInfo`
  }
  return null
}

/** The text that is signed: the first level of the answer, joined by `||`; head and lists stand in quotes with their own unescaped. */
export const signedText = (answer: PaymentDataAnswer): string =>
  [
    `"sessionID":"${answer.sessionID}"`,
    `"payExchangeInfoHead":"${answer.head}"`,
    `"payExchangeInfoLists":"${answer.lists}"`,
    `"serviceTime":"${answer.serviceTime}"`,
  ].join('||')

/** The body of the answer, `payExInfoStr`: signed by the port, the parts as they were signed. */
export async function signPaymentAnswer(answer: PaymentDataAnswer, signer: Signer): Promise<string> {
  const signature = await signer.signText(signedText(answer))
  return json([
    word('sessionID', answer.sessionID),
    ['payExchangeInfoHead', answer.head],
    ['payExchangeInfoLists', answer.lists],
    word('serviceTime', answer.serviceTime),
    word('certNo', signer.certNo),
    word('signValue', signature),
  ])
}

/** What the platform says at once when it is asked: the data itself follows in an upload of its own. */
export const queryAccepted = (now: Date) => ({ code: '10000', message: '', serviceTime: now.getTime() }) as const
