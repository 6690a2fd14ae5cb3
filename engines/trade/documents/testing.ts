import { money, must } from '../../../base/kernel/index.ts'
import { buildDocuments, type DeclaredOrder, type Documents, type Guids, type Registration } from './build.ts'
import type { CheckInput } from './check.ts'
import { parseDecimal } from './decimal.ts'
import type { AnyMessage, SentCode } from './messages.ts'
import { readResidentId } from './resident-id.ts'
import { applyForCancel, applyForReturn } from './returns.ts'

/** Builders for tests: one order of two goods, bonded, that passes every check. The codes are of the right form and nobody's. */
export const now = new Date('2026-03-02T04:30:00Z')
export const buyerId = must(readResidentId('11010519491231002X', now))

export const registration: Registration = {
  platform: { code: '3301000001', name: '示例跨境平台' },
  merchant: { code: '3301000002', name: '萩窑商贸' },
  paymentCompany: { code: '3301000003', name: '示例支付' },
  carrier: { code: '3301000004', name: '示例物流' },
  agent: { code: '3301000005', name: '示例报关' },
  guarantor: '3301000002',
  sender: { code: '3301000001', name: '示例跨境平台' },
  exchangeId: 'DXPENT0000000001',
  customsCode: '2924',
  portCode: '2924',
  warehouse: { code: '3301000006', name: '示例保税仓', ledgerNo: 'T2924W000001' },
}

export const order: DeclaredOrder = {
  orderNo: 'ord_7F3K',
  lines: [
    {
      sku: 'HAGI-CUP-1',
      name: '萩烧茶杯',
      model: '陶器|萩|300ml',
      barcode: '4901234567894',
      hs10: '6912001000',
      recordNo: '12',
      origin: '116',
      unit: '007',
      quantity: 2n,
      legal: { unit: '035', quantity: parseDecimal('0.6') as bigint },
      price: money(12900, 'CNY'),
    },
    {
      sku: 'TEA-50',
      name: '绿茶 "特上" <50g> & 罐',
      model: '绿茶|50g',
      hs10: '0902101000',
      recordNo: '13',
      origin: '116',
      unit: '122',
      quantity: 1n,
      legal: { unit: '035', quantity: parseDecimal('0.05') as bigint },
      price: money(4200, 'CNY'),
    },
  ],
  freight: money(1500, 'CNY'),
  insurance: money(0, 'CNY'),
  discount: money(500, 'CNY'),
  tax: money(2867, 'CNY'),
  buyer: { account: 'per_01', name: '王小明', telephone: '13800000000', id: buyerId },
  consignee: { name: '王小明', telephone: '13800000000', address: '上海市浦东新区示例路1号', district: '310115' },
  payment: {
    transactionId: '20260302000001',
    amount: money(33867, 'CNY'),
    paidAt: new Date('2026-03-02T03:00:00Z'),
    payerName: '王小明',
    payerId: buyerId,
  },
  parcel: { waybillNo: 'YT0000000001', pieces: 1, grossGrams: 900n, netGrams: 650n, contents: '茶杯' },
  transport: { tradeMode: '1210', mode: '7', from: '116', wrap: '2' },
  listNo: 'LIST0001',
}

export const guids: Guids = {
  order: '11111111-1111-4111-8111-11111111111A',
  payment: '22222222-2222-4222-8222-22222222222B',
  waybill: '33333333-3333-4333-8333-33333333333C',
  list: '44444444-4444-4444-8444-44444444444D',
}

export const documents = (change: Partial<DeclaredOrder> = {}): Documents =>
  buildDocuments({ ...order, ...change }, registration, guids, now)

export const checkInput = (change: Partial<CheckInput> = {}): CheckInput => ({
  ...documents(),
  ownTax: money(2867, 'CNY'),
  limits: { perOrder: money(500000, 'CNY'), perYear: money(2600000, 'CNY') },
  spentThisYear: money(0, 'CNY'),
  positiveList: new Set(['69120010', '09021010']),
  now,
  ...change,
})

type Numbers = { readonly copNo?: string; readonly preNo?: string; readonly invtNo?: string }
const own = (of: SentCode): Readonly<Record<string, string>> => {
  const { order: o, payment: p, waybill: w } = documents()
  if (of === 311)
    return { ebpCode: o.bodies[0]?.head.ebpCode ?? '', ebcCode: o.bodies[0]?.head.ebcCode ?? '', orderNo: order.orderNo }
  if (of === 411) return { payCode: p.bodies[0]?.head.payCode ?? '', payTransactionId: order.payment.transactionId }
  if (of === 511) return { logisticsCode: w.bodies[0]?.head.logisticsCode ?? '', logisticsNo: order.parcel.waybillNo }
  return {
    customsCode: '2924',
    agentCode: registration.agent.code,
    copNo: order.listNo,
    preNo: 'B20260302000000001',
    invtNo: '29242026I000000001',
  }
}

/** A receipt message as customs writes it, of the test order's documents. */
export const receiptMessage = (of: SentCode, status: string, at: string, numbers: Numbers = {}): AnyMessage =>
  ({
    code: of + 1,
    guid: 'C49D69D2-2544-4C8F-96E6-F82C65C1CA0C',
    version: '1.0',
    bodies: [
      {
        head: {
          guid: '4f2011fc-4ed0-478c-b190-22e76ef8b78a',
          ...own(of),
          ...numbers,
          returnStatus: status,
          returnTime: at,
          returnInfo: `[Code:${status.replace('-', '')};Desc:回执]`,
        },
        lines: [],
      },
    ],
  }) as unknown as AnyMessage

/** One valid message of every code. */
export function everyMessage(): AnyMessage[] {
  const { order: o, payment, waybill, list } = documents()
  const request = {
    list,
    invtNo: '29242026I000000001',
    preNo: 'B20260302000000001',
    reason: '尺寸不合',
    guid: guids.order,
    applicationNo: 'BACK0001',
  }
  const back = must(
    applyForReturn({ ...request, releasedAt: now, lines: [{ gnum: '1', quantity: 1n }], returnedBefore: {} }, now),
  )
  const receipts = ([311, 411, 511, 621, 623, 625] as const).map(of => receiptMessage(of, '2', '20260302123000123'))
  return [o, payment, waybill, list, applyForCancel(request, now), back.message, ...receipts]
}
