import { parseDecimal } from './decimal.ts'

/**
 * The field tables of the messages in their official order: names, which are mandatory, and what a value may be. Writer, reader, checks
 * and TypeScript types all come from here. `schema/ceb.xsd` says the same in the field's own language, and a test holds the two
 * together. Lengths are those of the China Single Window's import messages; enumerations are narrowed to what an import of retail
 * goods may hold.
 */
export type Rule =
  | { readonly kind: 'text'; readonly min: number; readonly max: number }
  | { readonly kind: 'one_of'; readonly values: readonly string[] }
  | { readonly kind: 'digits'; readonly length: number }
  | { readonly kind: 'decimal' }
  | { readonly kind: 'count'; readonly digits: number }

export interface Field {
  readonly name: string
  readonly mandatory: boolean
  readonly rule: Rule
}
interface Mandatory<N extends string, R extends Rule> extends Field {
  readonly name: N
  readonly mandatory: true
  readonly rule: R
}
interface Optional<N extends string, R extends Rule> extends Field {
  readonly name: N
  readonly mandatory: false
  readonly rule: R
}

const text = (max: number, min = 1) => ({ kind: 'text', min, max }) as const
const exactly = (length: number) => text(length, length)
const oneOf = <const V extends readonly string[]>(...values: V) => ({ kind: 'one_of', values }) as const
const digits = (length: number) => ({ kind: 'digits', length }) as const
const decimal = { kind: 'decimal' } as const
const count = (n: number) => ({ kind: 'count', digits: n }) as const

const must = <const N extends string, const R extends Rule>(name: N, rule: R): Mandatory<N, R> => ({
  name,
  mandatory: true,
  rule,
})
const may = <const N extends string, const R extends Rule>(name: N, rule: R): Optional<N, R> => ({ name, mandatory: false, rule })

type ValueOf<R extends Rule> = R extends { kind: 'one_of'; values: readonly (infer V)[] } ? V : string
/** A row of a message: mandatory fields are strings as they stand in the XML, optional ones may be missing. */
export type Row<F extends readonly Field[]> = {
  readonly [K in F[number] as K extends { mandatory: true } ? K['name'] : never]: ValueOf<K['rule']>
} & { readonly [K in F[number] as K extends { mandatory: false } ? K['name'] : never]?: ValueOf<K['rule']> }

const note = may('note', text(1000, 0))
const app = [
  must('guid', exactly(36)),
  must('appType', oneOf('1', '2', '3')),
  must('appTime', digits(14)),
  must('appStatus', oneOf('1', '2')),
] as const
const platform = [must('ebpCode', text(18)), must('ebpName', text(100))] as const
const merchant = [must('ebcCode', text(18)), must('ebcName', text(100))] as const
const carrier = [must('logisticsCode', text(18)), must('logisticsName', text(100))] as const
const agent = [must('agentCode', text(18)), must('agentName', text(100))] as const
const orderNo = must('orderNo', text(60))
const currency = must('currency', oneOf('142'))

export const orderHead = [
  ...app,
  must('orderType', oneOf('I')),
  orderNo,
  ...platform,
  ...merchant,
  must('goodsValue', decimal),
  must('freight', decimal),
  must('discount', decimal),
  must('taxTotal', decimal),
  must('acturalPaid', decimal), // the official spelling
  currency,
  must('buyerRegNo', text(60)),
  must('buyerName', text(60)),
  must('buyerTelephone', text(30)),
  must('buyerIdType', oneOf('1', '2')),
  must('buyerIdNumber', text(60)),
  may('payCode', text(18, 0)),
  may('payName', text(100, 0)),
  may('payTransactionId', text(60, 0)),
  may('batchNumbers', text(100, 0)),
  must('consignee', text(100)),
  must('consigneeTelephone', text(50)),
  must('consigneeAddress', text(200)),
  may('consigneeDistrict', digits(6)),
  note,
] as const

export const orderList = [
  must('gnum', count(4)),
  may('itemNo', text(30, 0)),
  must('itemName', text(250)),
  must('gmodel', text(510)),
  may('itemDescribe', text(1000, 0)),
  may('barCode', text(50, 0)),
  must('unit', digits(3)),
  must('qty', decimal),
  must('price', decimal),
  must('totalPrice', decimal),
  currency,
  must('country', digits(3)),
  note,
] as const

export const paymentHead = [
  ...app,
  must('payCode', text(18)),
  must('payName', text(100)),
  must('payTransactionId', text(60)),
  orderNo,
  ...platform,
  must('payerIdType', oneOf('1', '2')),
  must('payerIdNumber', text(60)),
  must('payerName', text(60)),
  may('telephone', text(60, 0)),
  must('amountPaid', decimal),
  currency,
  must('payTime', digits(14)),
  note,
] as const

export const logisticsHead = [
  ...app,
  ...carrier,
  must('logisticsNo', text(60)),
  may('billNo', text(37, 0)),
  orderNo,
  may('freight', decimal),
  may('insuredFee', decimal),
  currency,
  must('weight', decimal),
  must('packNo', count(9)),
  may('goodsInfo', text(200, 0)),
  must('consignee', text(100)),
  must('consigneeAddress', text(200)),
  must('consigneeTelephone', text(50)),
  note,
] as const

const buyer = [
  must('buyerIdType', oneOf('1', '2')),
  must('buyerIdNumber', text(60)),
  must('buyerName', text(60)),
  must('buyerTelephone', text(30)),
] as const

export const inventoryHead = [
  ...app,
  orderNo,
  ...platform,
  ...merchant,
  must('logisticsNo', text(60)),
  ...carrier,
  may('copNo', text(20, 0)),
  may('preNo', text(18, 0)),
  must('assureCode', text(30)),
  may('emsNo', text(30, 0)),
  may('invtNo', text(18, 0)),
  must('ieFlag', oneOf('I')),
  must('declTime', digits(8)),
  must('customsCode', digits(4)),
  must('portCode', digits(4)),
  may('ieDate', digits(8)),
  ...buyer,
  must('consigneeAddress', text(200)),
  ...agent,
  may('areaCode', text(18, 0)),
  may('areaName', text(100, 0)),
  must('tradeMode', oneOf('1210', '1239', '9610')),
  must('trafMode', exactly(1)),
  may('trafNo', text(100, 0)),
  may('voyageNo', text(32, 0)),
  may('billNo', text(37, 0)),
  may('loctNo', text(10, 0)),
  may('licenseNo', text(19, 0)),
  must('country', digits(3)),
  must('freight', decimal),
  must('insuredFee', decimal),
  currency,
  may('wrapType', exactly(1)),
  must('packNo', count(9)),
  must('grossWeight', decimal),
  must('netWeight', decimal),
  note,
] as const

export const inventoryList = [
  must('gnum', count(4)),
  may('itemRecordNo', text(30, 0)),
  may('itemNo', text(30, 0)),
  may('itemName', text(250, 0)),
  must('gcode', digits(10)),
  must('gname', text(250)),
  must('gmodel', text(510)),
  may('barCode', text(50, 0)),
  must('country', digits(3)),
  may('tradeCountry', digits(3)),
  currency,
  must('qty', decimal),
  must('unit', digits(3)),
  must('qty1', decimal),
  must('unit1', digits(3)),
  may('qty2', decimal),
  may('unit2', digits(3)),
  must('price', decimal),
  must('totalPrice', decimal),
  note,
] as const

/** 623 and the head of 625 hold the same fields; only the reason is of another thing. */
export const withdrawal = [
  ...app,
  must('customsCode', digits(4)),
  orderNo,
  ...platform,
  ...merchant,
  must('logisticsNo', text(60)),
  ...carrier,
  may('copNo', text(20, 0)),
  may('preNo', text(18, 0)),
  must('invtNo', text(18)),
  ...buyer,
  ...agent,
  must('reason', text(1000)),
  note,
] as const

export const refundList = [
  must('gnum', count(4)),
  must('gcode', digits(10)),
  must('gname', text(250)),
  must('qty', decimal),
  must('unit', digits(3)),
  note,
] as const

export const baseTransfer = [
  must('copCode', text(18)),
  must('copName', text(100, 0)),
  must('dxpMode', oneOf('DXP')),
  must('dxpId', text(30, 0)),
  note,
] as const

const answer = [must('returnStatus', text(10)), must('returnTime', digits(17)), must('returnInfo', text(1000))] as const
const guid = must('guid', exactly(36))
const customs = may('customsCode', digits(4))
const ebp = may('ebpCode', text(18))
const ebc = may('ebcCode', text(18))
const declarant = may('agentCode', text(18))
const numbers = [must('copNo', text(20)), must('preNo', text(18)), may('invtNo', text(18))] as const

export const orderReturn = [guid, must('ebpCode', text(18)), must('ebcCode', text(18)), orderNo, ...answer] as const
export const paymentReturn = [guid, must('payCode', text(18)), must('payTransactionId', text(60)), ...answer] as const
export const logisticsReturn = [guid, must('logisticsCode', text(18)), must('logisticsNo', text(60)), ...answer] as const
export const inventoryReturn = [guid, customs, ebp, ebc, declarant, ...numbers, ...answer] as const
export const withdrawalReturn = [guid, customs, declarant, ebp, ebc, ...numbers, ...answer] as const

/** What is wrong with a value, or null. Lengths count characters, as XML Schema does. */
export function faultOf(rule: Rule, value: string): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no place for them
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(value) || !value.isWellFormed()) return 'character'
  switch (rule.kind) {
    case 'text': {
      const length = [...value].length
      return length < rule.min ? (length === 0 ? 'empty' : 'short') : length > rule.max ? 'long' : null
    }
    case 'one_of':
      return rule.values.includes(value) ? null : 'value'
    case 'digits':
      return value.length === rule.length && /^[0-9]+$/.test(value) ? null : 'digits'
    case 'decimal':
      return parseDecimal(value) === null ? 'decimal' : null
    case 'count':
      return new RegExp(`^[1-9][0-9]{0,${rule.digits - 1}}$`).test(value) ? null : 'count'
  }
}
