import { describe, expect, test } from 'vitest'
import { money } from '../../../base/kernel/index.ts'
import type { DeclaredOrder } from './build.ts'
import { type Check, type CheckCode, type CheckInput, checkDocuments, mayBeSent } from './check.ts'
import type { Body, Message, SentCode } from './messages.ts'
import { buyerId, checkInput, documents, now, order } from './testing.ts'

const wrong = (input: CheckInput): CheckCode[] =>
  checkDocuments(input)
    .filter(c => !c.ok)
    .map(c => c.code)
const built = (change: Partial<DeclaredOrder>, more: Partial<CheckInput> = {}) => checkInput({ ...documents(change), ...more })
const found = (checks: readonly Check[], code: CheckCode) => checks.find(c => c.code === code)

/** One message with one field of its head or of its first line changed. */
function edit<C extends SentCode>(message: Message<C>, head: Partial<Body<C>['head']>, line: object = {}): Message<C> {
  const bodies = message.bodies.map(b => ({
    head: { ...b.head, ...head },
    lines: b.lines.map((l, i) => (i === 0 ? { ...l, ...line } : l)),
  }))
  return { ...message, bodies } as Message<C>
}

test('an order that is right has every check green, and says what was compared', () => {
  const checks = checkDocuments(checkInput())
  expect(checks.filter(c => !c.ok)).toEqual([])
  expect(mayBeSent(checks)).toBe(true)
  expect(found(checks, 'paid_is_sum')?.values).toEqual({
    goodsValue: '300.00',
    freight: '15.00',
    taxTotal: '28.67',
    discount: '5.00',
    sum: '338.67',
    acturalPaid: '338.67',
  })
  expect(checks).toHaveLength(33)
})

describe('each rule finds its own fault, and only that', () => {
  const { order: o, payment: p, waybill: w, list: l } = documents()
  const cases: readonly (readonly [string, Partial<CheckInput>, readonly CheckCode[]])[] = [
    ['a total that is a fen too high', { order: edit(o, { acturalPaid: '338.68' }) }, ['paid_is_sum', 'paid_is_payment']],
    ['another amount paid (129 declared, 99 paid)', { payment: edit(p, { amountPaid: '308.67' }) }, ['paid_is_payment']],
    [
      'a goods value that is not the sum',
      { order: edit(o, { goodsValue: '299.99', acturalPaid: '338.66' }), payment: edit(p, { amountPaid: '338.66' }) },
      ['goods_value_is_sum'],
    ],
    ['a line that does not multiply', { list: edit(l, {}, { price: '129.01' }) }, ['line_totals', 'list_is_order']],
    ['a list with other goods', { list: edit(l, {}, { itemNo: 'OTHER' }) }, ['list_is_order']],
    ['a tax two fen from ours', { ownTax: money(2865, 'CNY') }, ['tax_is_own']],
    ['another freight in the list', { list: edit(l, { freight: '14.00' }) }, ['freight_is_same']],
    ['an order above the limit', { limits: { perOrder: money(31499, 'CNY'), perYear: money(2600000, 'CNY') } }, ['order_limit']],
    ['a year above the limit', { spentThisYear: money(2568501, 'CNY') }, ['year_limit']],
    ['more net than gross', { list: edit(l, { netWeight: '0.91' }) }, ['weights']],
    ['another weight of the parcel', { waybill: edit(w, { weight: '1' }) }, ['weights']],
    ['an order number that differs', { waybill: edit(w, { orderNo: 'ord_other' }) }, ['order_numbers']],
    ['a waybill number that differs', { list: edit(l, { logisticsNo: 'YT2' }) }, ['waybill_numbers']],
    ['a payment number that differs', { payment: edit(p, { payTransactionId: 'x' }) }, ['payment_numbers']],
    ['a payer of another name', { payment: edit(p, { payerName: '王大明' }) }, ['buyer_is_payer_name']],
    ['a payer of another ID', { payment: edit(p, { payerIdNumber: '310101199003078817' }) }, ['buyer_is_payer_id']],
    ['another recipient', { waybill: edit(w, { consignee: '李小明' }) }, ['consignee_is_same']],
    ['another address', { list: edit(l, { consigneeAddress: '北京' }) }, ['consignee_is_same']],
    ['another platform', { payment: edit(p, { ebpCode: '3301000009' }) }, ['enterprises_are_same']],
    ['an agent code of nine', { list: edit(l, { agentCode: '330100005' }) }, ['registration_codes']],
    ['a stranger as guarantor', { list: edit(l, { assureCode: '3301000099' }) }, ['guarantor_takes_part']],
    ['documents a second more than a day apart', { waybill: edit(w, { appTime: '20260301122959' }) }, ['within_a_day']],
    ['a document from the future', { now: new Date(now.getTime() - 1000) }, ['within_a_day']],
    ['a payment told before it was made', { payment: edit(p, { payTime: '20260302123001' }) }, ['paid_before_told']],
    ['a chapter that is empty', { list: edit(l, {}, { gcode: '7712001000' }) }, ['hs_codes', 'positive_list']],
    ['goods that are not on the list', { positiveList: new Set(['69120010']) }, ['positive_list']],
    ['a country that is none', { list: edit(l, { country: '999' }) }, ['countries', 'trade_mode']],
    ['a unit that is none', { list: edit(l, {}, { unit1: '999' }) }, ['units']],
    ['a second quantity without a unit', { list: edit(l, {}, { qty2: '1' }) }, ['legal_quantities']],
    ['lines that are not counted', { list: edit(l, {}, { gnum: '7' }) }, ['list_is_order', 'line_numbers']],
    ['bonded goods without a ledger', { list: edit(l, { emsNo: undefined }) }, ['trade_mode']],
    [
      'a recipient of 51 Chinese characters',
      built({ consignee: { ...order.consignee, name: '王'.repeat(51) } }),
      ['text_widths'],
    ],
    ['dollars', { list: edit(l, { currency: '502' as '142' }) }, ['fields', 'currencies']],
    ['two documents in one message', { payment: { ...p, bodies: [...p.bodies, ...p.bodies] } }, ['one_document']],
    ['no document at all', { payment: { ...p, bodies: [] } }, ['fields', 'one_document']],
  ]
  test.each(cases)('%s', (_, change, codes) => {
    expect(wrong(checkInput(change))).toEqual(codes)
  })
  test('and no rule is without a case', () => {
    const covered = new Set(cases.flatMap(([, , codes]) => codes))
    const all = checkDocuments(checkInput()).map(c => c.code)
    expect(all.filter(code => !covered.has(code))).toEqual(['buyer_id_holds'])
  })
})

test('nothing checked is nothing that may be sent', () => {
  expect(mayBeSent([])).toBe(false)
  const { payment } = documents()
  expect(mayBeSent(checkDocuments(checkInput({ payment: { ...payment, bodies: [] } })))).toBe(false)
})

test('edges hold to the fen and to the second', () => {
  expect(wrong(checkInput({ ownTax: money(2866, 'CNY') }))).toEqual([])
  expect(wrong(checkInput({ ownTax: money(2868, 'CNY') }))).toEqual([])
  expect(wrong(checkInput({ limits: { perOrder: money(31500, 'CNY'), perYear: money(31500, 'CNY') } }))).toEqual([])
  const { waybill } = documents()
  expect(wrong(checkInput({ waybill: edit(waybill, { appTime: '20260301123000' }) }))).toEqual([])
})

test('one single piece may pass the limit of an order, two may not', () => {
  const [line] = order.lines
  const bag = { ...(line as (typeof order.lines)[number]), price: money(600000, 'CNY') }
  const one = { lines: [{ ...bag, quantity: 1n }], payment: { ...order.payment, amount: money(603867, 'CNY') } }
  const two = { lines: [{ ...bag, quantity: 2n }], payment: { ...order.payment, amount: money(1203867, 'CNY') } }
  expect(wrong(built(one))).toEqual([])
  expect(wrong(built(two))).toEqual(['order_limit'])
})

test('vouchers lower what is paid and not what counts to the limits', () => {
  const limits = { perOrder: money(31499, 'CNY'), perYear: money(2600000, 'CNY') }
  const change = { discount: money(20000, 'CNY'), payment: { ...order.payment, amount: money(14367, 'CNY') } }
  expect(wrong(built(change, { limits }))).toEqual(['order_limit'])
})

test.each([
  ['110105491231002', 'id_old'],
  ['110105194912310021', 'id_checksum'],
  ['110105194902290021', 'id_birth'],
])('an ID that does not hold (%s) is named by its fault, everywhere masked', (number, fault) => {
  const { order: o, payment: p, list: l } = documents()
  const checks = checkDocuments(
    checkInput({
      order: edit(o, { buyerIdNumber: number }),
      payment: edit(p, { payerIdNumber: number }),
      list: edit(l, { buyerIdNumber: number }),
    }),
  )
  expect(checks.filter(c => !c.ok).map(c => c.code)).toEqual(['buyer_id_holds'])
  expect(found(checks, 'buyer_id_holds')?.values.fault).toBe(fault)
  expect(JSON.stringify(checks)).not.toContain(number)
})

test('a paper that is no resident ID is not taken', () => {
  const { order: o, payment: p, list: l } = documents()
  const input = {
    order: edit(o, { buyerIdType: '2' }),
    payment: edit(p, { payerIdType: '2' }),
    list: edit(l, { buyerIdType: '2' }),
  }
  expect(wrong(checkInput(input))).toEqual(['buyer_id_holds'])
})

test('no check shows an ID, a name, a telephone or an address in full, wrong or right', () => {
  const { waybill, payment } = documents()
  const strange = { consignee: '李小明', consigneeTelephone: '13911111111', consigneeAddress: '北京市东城区1号' }
  const input = checkInput({
    waybill: edit(waybill, strange),
    payment: edit(payment, { payerName: '李小明', payerIdNumber: '310101199003078817' }),
  })
  const shown = JSON.stringify([checkDocuments(input), checkDocuments(checkInput())])
  for (const secret of [
    buyerId.reveal(),
    '310101199003078817',
    '王小明',
    '李小明',
    '13800000000',
    '13911111111',
    '东城区',
    '浦东',
  ])
    expect(shown, secret).not.toContain(secret)
})

test('direct parcels name bill, vehicle and voyage and the country they set out from', () => {
  const parcel = { ...order.parcel, masterNo: '131-12345678' }
  const direct = { tradeMode: '9610', mode: '5', from: '116', vehicle: 'NH959', voyage: '0302' } as const
  expect(wrong(built({ parcel, transport: direct }))).toEqual([])
  expect(wrong(built({ parcel, transport: { ...direct, voyage: undefined } }))).toEqual(['trade_mode'])
  expect(documents({ parcel, transport: direct }).list.bodies[0]?.head.emsNo).toBeUndefined()
})
