import { type Money, plus, sum, times } from '../../../base/kernel/index.ts'
import { beijingDay, beijingTime } from './beijing-time.ts'
import { china, cny } from './codes.ts'
import { type Decimal, formatDecimal, fromCny, kilograms } from './decimal.ts'
import type { Body, Message, SentCode, Transfer } from './messages.ts'
import type { ResidentId } from './resident-id.ts'

/** A company as customs registered it. */
export interface Enterprise {
  readonly code: string
  readonly name: string
}

/** What a shop must have from customs before it may sell this way; without all of it no document is made. */
export interface Registration {
  readonly platform: Enterprise
  readonly merchant: Enterprise
  readonly paymentCompany: Enterprise
  readonly carrier: Enterprise
  /** Who declares the list in China. */
  readonly agent: Enterprise
  /** The code of the company that stands guarantee for the tax. */
  readonly guarantor: string
  readonly sender: Enterprise
  /** The sender's number at the data exchange platform. */
  readonly exchangeId: string
  readonly customsCode: string
  readonly portCode: string
  /** Bonded stock only (1210, 1239): the warehouse's company and the number of its ledger. */
  readonly warehouse?: Enterprise & { readonly ledgerNo: string }
}

export interface DeclaredLine {
  readonly sku: string
  readonly name: string
  /** Brand, specification, ingredients: what customs classifies by. */
  readonly model: string
  readonly barcode?: string
  readonly hs10: string
  /** Bonded stock only: the item's number in the warehouse's ledger. */
  readonly recordNo?: string
  /** Customs' three digits. */
  readonly origin: string
  readonly unit: string
  readonly quantity: bigint
  /** First legal unit and the quantity in it, as the tariff line asks; a second one where it asks for two. */
  readonly legal: { readonly unit: string; readonly quantity: Decimal }
  readonly legal2?: { readonly unit: string; readonly quantity: Decimal }
  /** One piece, CNY without tax: what was asked after the shop's own reductions. */
  readonly price: Money
}

export interface DeclaredOrder {
  readonly orderNo: string
  readonly lines: readonly DeclaredLine[]
  readonly freight: Money
  readonly insurance: Money
  /** Paid by points or vouchers. It lowers what is paid, not what is taxed. */
  readonly discount: Money
  readonly tax: Money
  readonly buyer: { readonly account: string; readonly name: string; readonly telephone: string; readonly id: ResidentId }
  readonly consignee: { readonly name: string; readonly telephone: string; readonly address: string; readonly district?: string }
  readonly payment: {
    readonly transactionId: string
    readonly amount: Money
    readonly paidAt: Date
    readonly payerName: string
    readonly payerId: ResidentId
    readonly payerTelephone?: string
  }
  readonly parcel: {
    readonly waybillNo: string
    readonly masterNo?: string
    readonly pieces: number
    readonly grossGrams: bigint
    readonly netGrams: bigint
    readonly contents: string
  }
  readonly transport: {
    readonly tradeMode: '1210' | '1239' | '9610'
    /** Customs' code of transport: 5 air, 2 sea, 4 road, 7 bonded zone …. */
    readonly mode: string
    readonly vehicle?: string
    readonly voyage?: string
    /** Where it set out from; of bonded stock always China. */
    readonly from: string
    readonly wrap?: string
  }
  /** The agent's own number of the list, at most 20 characters; receipts know the list by it. */
  readonly listNo: string
}

/** 36 characters each, letters in capitals: made by the caller, since an engine has no randomness. */
export type Guids = Readonly<Record<'order' | 'payment' | 'waybill' | 'list', string>>

export interface Documents {
  readonly order: Message<311>
  readonly payment: Message<411>
  readonly waybill: Message<511>
  readonly list: Message<621>
}

const yuan = (amount: Money): string => formatDecimal(fromCny(amount), 2)
const application = (guid: string, at: Date, appType: '1' | '2' = '1') =>
  ({ guid, appType, appTime: beijingTime(at), appStatus: '2' }) as const

const transferOf = (r: Registration): Transfer => ({
  copCode: r.sender.code,
  copName: r.sender.name,
  dxpMode: 'DXP',
  dxpId: r.exchangeId,
})
const message = <C extends SentCode>(code: C, guid: string, r: Registration, body: Body<C>): Message<C> => ({
  code,
  guid,
  version: '1.0',
  bodies: [body],
  transfer: transferOf(r),
})
const parties = (r: Registration) => ({
  ebpCode: r.platform.code,
  ebpName: r.platform.name,
  ebcCode: r.merchant.code,
  ebcName: r.merchant.name,
})

/**
 * The three documents and the list of one order, new (`appType` 1) or changed after a refusal (2). Amounts are CNY and exact: what is
 * paid is `goodsValue + freight + tax − discount`. It builds what it is given; `checkDocuments` says whether it may be sent. Throws for
 * amounts in another currency.
 */
export function buildDocuments(
  order: DeclaredOrder,
  r: Registration,
  guids: Guids,
  now: Date,
  appType: '1' | '2' = '1',
): Documents {
  return {
    order: message(311, guids.order, r, orderBody(order, r, application(guids.order, now, appType))),
    payment: message(411, guids.payment, r, paymentBody(order, r, application(guids.payment, now, appType))),
    waybill: message(511, guids.waybill, r, waybillBody(order, r, application(guids.waybill, now, appType))),
    list: message(621, guids.list, r, listBody(order, r, application(guids.list, now, appType), now)),
  }
}

type Application = ReturnType<typeof application>

function orderBody(order: DeclaredOrder, r: Registration, app: Application): Body<311> {
  const { buyer, consignee, payment } = order
  const goods = sum(
    order.lines.map(l => times(l.price, l.quantity)),
    'CNY',
  )
  const paid = plus(plus(goods, order.freight), order.tax)
  return {
    head: {
      ...app,
      orderType: 'I',
      orderNo: order.orderNo,
      ...parties(r),
      goodsValue: yuan(goods),
      freight: yuan(order.freight),
      discount: yuan(order.discount),
      taxTotal: yuan(order.tax),
      acturalPaid: yuan(plus(paid, times(order.discount, -1))),
      currency: cny,
      buyerRegNo: buyer.account,
      buyerName: buyer.name,
      buyerTelephone: buyer.telephone,
      buyerIdType: '1',
      buyerIdNumber: buyer.id.reveal(),
      payCode: r.paymentCompany.code,
      payName: r.paymentCompany.name,
      payTransactionId: payment.transactionId,
      consignee: consignee.name,
      consigneeTelephone: consignee.telephone,
      consigneeAddress: consignee.address,
      consigneeDistrict: consignee.district,
    },
    lines: order.lines.map((line, i) => ({
      gnum: String(i + 1),
      itemNo: line.sku,
      itemName: line.name,
      gmodel: line.model,
      barCode: line.barcode,
      unit: line.unit,
      qty: line.quantity.toString(),
      price: yuan(line.price),
      totalPrice: yuan(times(line.price, line.quantity)),
      currency: cny,
      country: line.origin,
    })),
  }
}

function paymentBody({ orderNo, payment }: DeclaredOrder, r: Registration, app: Application): Body<411> {
  const head = {
    ...app,
    payCode: r.paymentCompany.code,
    payName: r.paymentCompany.name,
    payTransactionId: payment.transactionId,
    orderNo,
    ebpCode: r.platform.code,
    ebpName: r.platform.name,
    payerIdType: '1',
    payerIdNumber: payment.payerId.reveal(),
    payerName: payment.payerName,
    telephone: payment.payerTelephone,
    amountPaid: yuan(payment.amount),
    currency: cny,
    payTime: beijingTime(payment.paidAt),
  } as const
  return { head, lines: [] }
}

function waybillBody(order: DeclaredOrder, r: Registration, app: Application): Body<511> {
  const { parcel, consignee } = order
  const head = {
    ...app,
    logisticsCode: r.carrier.code,
    logisticsName: r.carrier.name,
    logisticsNo: parcel.waybillNo,
    billNo: parcel.masterNo,
    orderNo: order.orderNo,
    freight: yuan(order.freight),
    insuredFee: yuan(order.insurance),
    currency: cny,
    weight: kilograms(parcel.grossGrams),
    packNo: String(parcel.pieces),
    goodsInfo: parcel.contents,
    consignee: consignee.name,
    consigneeAddress: consignee.address,
    consigneeTelephone: consignee.telephone,
  } as const
  return { head, lines: [] }
}

function listBody(order: DeclaredOrder, r: Registration, app: Application, now: Date): Body<621> {
  const { buyer, parcel, transport } = order
  const isBonded = transport.tradeMode !== '9610'
  return {
    head: {
      ...app,
      orderNo: order.orderNo,
      ...parties(r),
      logisticsNo: parcel.waybillNo,
      logisticsCode: r.carrier.code,
      logisticsName: r.carrier.name,
      copNo: order.listNo,
      assureCode: r.guarantor,
      emsNo: isBonded ? r.warehouse?.ledgerNo : undefined,
      ieFlag: 'I',
      declTime: beijingDay(now),
      customsCode: r.customsCode,
      portCode: r.portCode,
      buyerIdType: '1',
      buyerIdNumber: buyer.id.reveal(),
      buyerName: buyer.name,
      buyerTelephone: buyer.telephone,
      consigneeAddress: order.consignee.address,
      agentCode: r.agent.code,
      agentName: r.agent.name,
      areaCode: isBonded ? r.warehouse?.code : undefined,
      areaName: isBonded ? r.warehouse?.name : undefined,
      tradeMode: transport.tradeMode,
      trafMode: transport.mode,
      trafNo: transport.vehicle,
      voyageNo: transport.voyage,
      billNo: parcel.masterNo,
      country: isBonded ? china : transport.from,
      freight: yuan(order.freight),
      insuredFee: yuan(order.insurance),
      currency: cny,
      wrapType: transport.wrap,
      packNo: String(parcel.pieces),
      grossWeight: kilograms(parcel.grossGrams),
      netWeight: kilograms(parcel.netGrams),
    },
    lines: order.lines.map(listLine),
  }
}

const listLine = (line: DeclaredLine, i: number): Body<621>['lines'][number] => ({
  gnum: String(i + 1),
  itemRecordNo: line.recordNo,
  itemNo: line.sku,
  itemName: line.name,
  gcode: line.hs10,
  gname: line.name,
  gmodel: line.model,
  barCode: line.barcode,
  country: line.origin,
  currency: cny,
  qty: line.quantity.toString(),
  unit: line.unit,
  qty1: formatDecimal(line.legal.quantity),
  unit1: line.legal.unit,
  qty2: line.legal2 && formatDecimal(line.legal2.quantity),
  unit2: line.legal2?.unit,
  price: yuan(line.price),
  totalPrice: yuan(times(line.price, line.quantity)),
})
