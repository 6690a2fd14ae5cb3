import { fromBeijing } from './beijing-time.ts'
import type { CheckRule, Finding } from './check.ts'
import { isEnterpriseCode } from './registration-code.ts'
import { maskId, maskName, readResidentId } from './resident-id.ts'

type Texts = Readonly<Record<string, string | undefined>>

/** All texts are there and equal. `mask` is for what is personal. */
function equal(texts: Texts, mask: (text: string) => string = text => text): Finding {
  const [first, ...rest] = Object.values(texts)
  const values = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, mask(text ?? '')]))
  return { ok: first !== undefined && first !== '' && rest.every(text => text === first), values }
}

const within = 24 * 3_600_000

export const partyRules = {
  order_numbers: ({ order, payment, waybill, list }) =>
    equal({ order: order.head.orderNo, payment: payment.head.orderNo, waybill: waybill.head.orderNo, list: list.head.orderNo }),
  waybill_numbers: ({ waybill, list }) => equal({ waybill: waybill.head.logisticsNo, list: list.head.logisticsNo }),
  payment_numbers: ({ order, payment }) =>
    equal({ order: order.head.payTransactionId || payment.head.payTransactionId, payment: payment.head.payTransactionId }),
  buyer_is_payer_name: ({ order, payment, list }) =>
    equal({ order: order.head.buyerName, payment: payment.head.payerName, list: list.head.buyerName }, maskName),
  buyer_is_payer_id: ({ order, payment, list }) => {
    const id = (text: string) => text.toUpperCase()
    const [buyer, payer, listed] = [order.head.buyerIdNumber, payment.head.payerIdNumber, list.head.buyerIdNumber]
    const found = equal({ order: id(buyer), payment: id(payer), list: id(listed) }, maskId)
    const types = [order.head.buyerIdType, payment.head.payerIdType, list.head.buyerIdType]
    return { ok: found.ok && types.every(t => t === types[0]), values: found.values }
  },
  /** The buyer's resident ID holds: form, region, birth date and check character. Other papers are not taken. */
  buyer_id_holds: ({ order: { head }, input }) => {
    const read = readResidentId(head.buyerIdNumber, input.now)
    return {
      ok: head.buyerIdType === '1' && read.ok,
      values: { id: maskId(head.buyerIdNumber), fault: head.buyerIdType !== '1' ? 'id_type' : read.ok ? '' : read.code },
    }
  },
  /** The parcel goes to whom the order says. */
  consignee_is_same: ({ order, waybill, list }) => {
    const name = equal({ order: order.head.consignee, waybill: waybill.head.consignee }, maskName)
    const telephone = equal({ order: order.head.consigneeTelephone, waybill: waybill.head.consigneeTelephone }, maskId)
    const address = equal(
      { order: order.head.consigneeAddress, waybill: waybill.head.consigneeAddress, list: list.head.consigneeAddress },
      maskName,
    )
    return {
      ok: name.ok && telephone.ok && address.ok,
      values: {
        ...(address.ok ? {} : address.values),
        ...(telephone.ok ? {} : telephone.values),
        ...(name.ok ? {} : name.values),
      },
    }
  },
  enterprises_are_same: ({ order, payment, waybill, list }) => {
    const found = {
      platform: equal({ order: order.head.ebpCode, payment: payment.head.ebpCode, list: list.head.ebpCode }),
      merchant: equal({ order: order.head.ebcCode, list: list.head.ebcCode }),
      carrier: equal({ waybill: waybill.head.logisticsCode, list: list.head.logisticsCode }),
      paymentCompany: equal({ order: order.head.payCode || payment.head.payCode, payment: payment.head.payCode }),
    }
    const values = Object.fromEntries(
      Object.entries(found).map(([name, f]) => [name, [...new Set(Object.values(f.values))].join(' ≠ ')]),
    )
    return { ok: Object.values(found).every(f => f.ok), values }
  },
  /** Each registration code has the form of one: ten characters of customs, or a social credit code with its check character. */
  registration_codes: ({ order, payment, waybill, list, input }) => {
    const codes: Texts = {
      platform: order.head.ebpCode,
      merchant: order.head.ebcCode,
      paymentCompany: payment.head.payCode,
      carrier: waybill.head.logisticsCode,
      agent: list.head.agentCode,
      guarantor: list.head.assureCode,
      warehouse: list.head.areaCode || undefined,
      sender: input.list.transfer?.copCode ?? '',
    }
    const wrong = Object.entries(codes).filter(([, code]) => code !== undefined && !isEnterpriseCode(code))
    return { ok: wrong.length === 0, values: Object.fromEntries(wrong.map(([name, code]) => [name, code ?? ''])) }
  },
  /** The tax is guaranteed by one of those who take part. */
  guarantor_takes_part: ({ list: { head } }) => ({
    ok: [head.ebpCode, head.ebcCode, head.logisticsCode].includes(head.assureCode),
    values: { guarantor: head.assureCode, platform: head.ebpCode, merchant: head.ebcCode, carrier: head.logisticsCode },
  }),
  /** Order, payment and waybill are told within 24 hours of each other, and none of them from the future. */
  within_a_day: ({ order, payment, waybill, input }) => {
    const texts = { order: order.head.appTime, payment: payment.head.appTime, waybill: waybill.head.appTime }
    const times = Object.values(texts).map(t => fromBeijing(t)?.getTime() ?? Number.NaN)
    const apart = Math.max(...times) - Math.min(...times)
    return { ok: apart <= within && Math.max(...times) <= input.now.getTime(), values: texts }
  },
  /** Nobody pays after the payment was told. */
  paid_before_told: ({ payment: { head } }) => {
    const [paid, told] = [fromBeijing(head.payTime), fromBeijing(head.appTime)]
    return { ok: paid !== null && told !== null && paid <= told, values: { payTime: head.payTime, appTime: head.appTime } }
  },
} satisfies Record<string, CheckRule>
