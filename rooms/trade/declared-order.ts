import type { Id, Money, Texts } from '#base/kernel'
import { minus, money } from '#base/kernel'
import { countryCodes, type DeclaredLine, type DeclaredOrder, parseDecimal, type Registration } from '#engines/trade'
import type { ParcelFacts } from './declaration-store.ts'
import { factsOver, legalPerPiece, type TradeFacts } from './facts.ts'
import type { OpenIdentity } from './identity.ts'
import { batchesOf } from './net-lines.ts'
import type { Registrations } from './registrations.ts'

/** An order as the flow tells it: frozen amounts in CNY, where it goes, what was paid. */
export interface OrderToDeclare {
  readonly order: Id<'order'>
  readonly number: string
  readonly checkout: Id<'checkout'>
  readonly shop: Id<'shop'>
  readonly person: string
  readonly from: string
  readonly mode: '9610' | '1210'
  readonly lines: readonly {
    readonly product: Id<'product'>
    readonly variant: Id<'variant'>
    readonly sku: string
    readonly name: Texts
    readonly quantity: number
    readonly unit: Money
    readonly total: Money
    readonly discount: Money
  }[]
  readonly shipping: Money
  readonly importTax: Money
  readonly total: Money
  readonly placed: Date
  readonly address: {
    readonly name: string
    readonly phone: string
    readonly region: string
    readonly city: string
    readonly line: string
  }
  readonly tracking: string | null
  readonly payment: { readonly transactionId: string; readonly paidAt: Date }
}
type FactsOf = Readonly<Record<string, TradeFacts>>
const wordOf = (name: Texts): string => name.zh ?? name.ja ?? name.en ?? ''

/** Lines at the price that was paid; what is not known is an empty text, which the checks then name. */
function declaredLines(o: OrderToDeclare, known: FactsOf): DeclaredLine[] {
  return o.lines.flatMap(l => {
    const f = factsOver(known[l.product], known[l.variant])
    const second = f.legalUnit2 && f.legalQuantity2 ? { unit: f.legalUnit2, each: parseDecimal(f.legalQuantity2) ?? 0n } : null
    return batchesOf(l.quantity, minus(l.total, l.discount).minor).map((b): DeclaredLine => {
      const quantity = BigInt(b.quantity)
      return {
        sku: l.sku.slice(0, 30),
        name: f.declaredName ?? wordOf(l.name),
        model: f.model ?? '',
        ...(f.barcode && { barcode: f.barcode }),
        hs10: (f.hs ?? '').replace(/\D/g, ''),
        ...(f.recordNo && { recordNo: f.recordNo }),
        origin: countryCodes[f.origin ?? ''] ?? '',
        unit: f.unit ?? '',
        quantity,
        legal: { unit: f.legalUnit ?? '', quantity: (legalPerPiece(f) ?? 0n) * quantity },
        ...(second && { legal2: { unit: second.unit, quantity: second.each * quantity } }),
        price: money(b.unit, 'CNY'),
      }
    })
  })
}

interface DeclaredWith {
  readonly parcel: ParcelFacts
  readonly known: FactsOf
  readonly identity: OpenIdentity
  readonly names: Registrations
  readonly listNo: string
}
/** The order in customs' words. Buyer and payer are one: whose identity was given for the checkout that was paid. */
export function declaredOrder(o: OrderToDeclare, { parcel, known, identity, names, listNo }: DeclaredWith): DeclaredOrder {
  const of = (l: OrderToDeclare['lines'][number]) => factsOver(known[l.product], known[l.variant])
  const grams = (pick: (f: TradeFacts) => number | undefined) => o.lines.reduce((t, l) => t + (pick(of(l)) ?? 0) * l.quantity, 0)
  const telephone = o.address.phone.replace(/[^\d+]/g, '')
  const contents = parcel.contents ?? o.lines.map(l => of(l).declaredName ?? wordOf(l.name)).join('、')
  const nothing = money(0, 'CNY')
  return {
    orderNo: o.number,
    lines: declaredLines(o, known),
    freight: o.shipping,
    insurance: nothing,
    // Reductions are in the prices: what is declared is what was paid.
    discount: nothing,
    tax: o.importTax,
    buyer: { account: o.person, name: identity.name, telephone, id: identity.id },
    consignee: { name: o.address.name, telephone, address: `${o.address.region}${o.address.city}${o.address.line}` },
    payment: {
      ...{ transactionId: o.payment.transactionId, amount: o.total, paidAt: o.payment.paidAt },
      payerName: identity.name,
      payerId: identity.id,
    },
    parcel: {
      waybillNo: parcel.waybillNo ?? o.tracking ?? '',
      ...(parcel.masterNo && { masterNo: parcel.masterNo }),
      pieces: parcel.pieces ?? 1,
      grossGrams: BigInt(parcel.grossGrams ?? grams(f => f.grossGrams ?? f.netGrams)),
      netGrams: BigInt(grams(f => f.netGrams)),
      contents: contents.slice(0, 100),
    },
    transport: {
      tradeMode: o.mode,
      mode: o.mode === '1210' ? '7' : (names.transport ?? '5'),
      ...(parcel.vehicle && { vehicle: parcel.vehicle }),
      ...(parcel.voyage && { voyage: parcel.voyage }),
      from: countryCodes[o.from] ?? '',
    },
    listNo,
  }
}

/** A shop's registrations as the documents want them; what is missing is empty, and the checks name it. */
export function registrationOf(r: Registrations): Registration {
  const company = (code: string | undefined, name: string | undefined) => ({ code: code ?? '', name: name ?? '' })
  return {
    platform: company(r.ebpCode, r.ebpName),
    merchant: company(r.ebcCode, r.ebcName),
    paymentCompany: company(r.payCode, r.payName),
    carrier: company(r.logisticsCode, r.logisticsName),
    agent: company(r.agentCode, r.agentName),
    guarantor: r.guarantorCode ?? '',
    sender: company(r.senderCode, r.senderName),
    exchangeId: r.exchangeId ?? '',
    customsCode: r.customsCode ?? '',
    portCode: r.portCode ?? '',
    ...(r.areaCode && r.ledgerNo && { warehouse: { ...company(r.areaCode, r.areaName), ledgerNo: r.ledgerNo } }),
  }
}
