import { ok, type Result, refuse, type Texts } from '#base/kernel'

/** How a parcel crosses the border: not at all, or by one of the modes of `engines/trade`. */
export const deliveryWays = ['domestic', 'post', '9610', '1210', 'seller_collects', 'import'] as const

/** A way to send goods to these countries; fees in the shop's own currency. */
export interface DeliveryOption {
  readonly key: string
  readonly name: Texts
  readonly countries: readonly string[]
  readonly fee: bigint
  /** Free from this sum of goods; null: never. */
  readonly freeFrom: bigint | null
  readonly days: { readonly from: number; readonly to: number }
  readonly way: (typeof deliveryWays)[number]
}
/** The same with its amounts as text: on the wire and in the column. */
export interface DeliveryRow extends Omit<DeliveryOption, 'fee' | 'freeFrom'> {
  readonly fee: string
  readonly freeFrom: string | null
}
export const deliveryOf = (rows: readonly DeliveryRow[]): DeliveryOption[] =>
  rows.map(r => ({ ...r, fee: BigInt(r.fee), freeFrom: r.freeFrom === null ? null : BigInt(r.freeFrom) }))

const amount = /^[0-9]{1,15}$/

/** Keys are the shop's own and all different; `standard` is the delivery at home that every shop has. Home is domestic, and only home. */
export function checkDelivery(rows: readonly DeliveryRow[], home: string): Result<true, 'invalid_request' | 'price_invalid'> {
  const wrong = (i: number, why: string) =>
    refuse('invalid_request', `delivery: ${why}`, { fields: { [`delivery.${i}`]: [why] } })
  const seen = new Set(['standard'])
  for (const [i, r] of rows.entries()) {
    if (seen.has(r.key)) return wrong(i, 'this key is taken')
    seen.add(r.key)
    if (!Object.values(r.name).some(t => t?.trim())) return wrong(i, 'a name in one language at least')
    if (r.countries.length === 0 || r.countries.some(c => !/^[A-Z]{2}$/.test(c)))
      return wrong(i, 'countries as two capital letters')
    if (r.countries.some(c => (c === home) !== (r.way === 'domestic')))
      return wrong(i, 'domestic is for the own country, and only for it')
    if (r.days.from > r.days.to) return wrong(i, 'from is after to')
    if (!amount.test(r.fee) || (r.freeFrom !== null && !amount.test(r.freeFrom)))
      return refuse('price_invalid', 'A fee is a whole number of the smallest unit', { row: i })
  }
  return ok(true)
}
