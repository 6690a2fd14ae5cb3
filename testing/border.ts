import type { House } from '#base/house'
import type { Caller } from '#base/http'
import { exchange, type Id, must } from '#base/kernel'
import { type CheckoutDoors, createCheckout } from '#flows/checkout'
import { createOffers, type OfferDoors } from '#rooms/offers'
import type { PaymentProvider } from '#rooms/payments'
import { consentVersion, createTrade, type Registrations, type TradeFacts, tradeMigrations } from '#rooms/trade'
import { commerceMigrations, commerceOf } from './commerce.ts'

export const borderMigrations = [...commerceMigrations, ...tradeMigrations]

/** An address in Shanghai. */
export const shanghai = {
  name: '王小明',
  email: 'wang@example.cn',
  phone: '13800000000',
  country: 'CN',
  postcode: '200120',
  region: '上海市',
  city: '上海市 浦东新区',
  line: '示例路1号',
}
/** People of the tests; the numbers hold and are nobody's. */
export const idNumbers = ['11010519491231002X', '440524198001010013', '310101199003076517', '110101198505123326'] as const
export const identity = (idNumber: string = idNumbers[0], name = '王小明') => ({ name, idNumber, consent: consentVersion })

/** A registered shop: codes of the right form, nobody's. */
export const registrations: Registrations = {
  ebpCode: '3301000001',
  ebpName: '示例跨境平台',
  ebcCode: '3301000002',
  ebcName: '萩窑商贸',
  payCode: '3301000003',
  payName: '示例支付',
  logisticsCode: '3301000004',
  logisticsName: '示例物流',
  agentCode: '3301000005',
  agentName: '示例报关',
  guarantorCode: '3301000002',
  senderCode: '3301000001',
  senderName: '示例跨境平台',
  exchangeId: 'DXPENT0000000001',
  customsCode: '2924',
  portCode: '2924',
  transport: '5',
  areaCode: '3301000006',
  areaName: '示例保税仓',
  ledgerNo: 'T2924W000001',
  payeeAccount: '6222000000000001',
  payeeName: '萩窑商贸',
}
/** A cup of porcelain, on the positive list. */
export const cup: TradeFacts = {
  hs: '6912001000',
  origin: 'JP',
  netGrams: 300,
  declaredName: '萩烧茶杯',
  model: '陶器|萩|300ml',
  unit: '007',
  legalUnit: '035',
  recordNo: '12',
}
const option = (key: string, way: '9610' | '1210' | 'post') => ({
  key,
  name: { en: key },
  countries: ['CN'],
  fee: 500n,
  freeFrom: null,
  days: { from: 5, to: 12 },
  way,
})

/** What a yen is there. */
const yenIn = { CN: { to: 'CNY', rate: '0.05' }, DE: { to: 'EUR', rate: '0.006' } } as const

/**
 * The world of testing/commerce with a border: Japanese shops that sell to China and Germany, in CNY at 20 JPY and in EUR. With
 * `offers` (their migrations too) the shops have promotions.
 */
export function borderOf(
  house: House,
  options: { provider?: (bank: PaymentProvider) => PaymentProvider; offers?: boolean } = {},
) {
  const { offers: withOffers = false, ...seen } = options
  const w = commerceOf(house, { ...seen, quiet: true })
  const accounts = {
    may: (caller: Caller, _p: string, about: { shop?: Id<'shop'> } = {}) =>
      caller.operator || caller.shops.some(s => s.shop === about.shop)
        ? { ok: true as const, value: true as const }
        : { ok: false as const, code: 'forbidden' as const, message: 'no' },
    note: async () => {},
    shop: async (id: string) => w.shops.get(id) ?? null,
  }
  const trade = createTrade(house, { accounts })
  const rateTo = (market: string) => {
    if (market !== 'CN' && market !== 'DE') return null
    return { id: 'fxr_000000test', from: 'JPY' as const, ...yenIn[market], at: house.clock.now(), source: 'test' }
  }
  const prices: CheckoutDoors['prices'] = {
    inMarket: async (variants, market = 'JP') =>
      new Map(
        variants.flatMap(v => {
          const base = w.prices.get(v.id)
          if (!base) return []
          const rate = rateTo(market)
          const price = rate ? exchange(base.price, rate) : base.price
          return [[v.id, { ...base, price, base: rate ? base.price : null, rate }] as const]
        }),
      ),
  }
  const doors = { accounts, catalog: w.catalog, prices, cart: w.checkoutDoors.cart, orders: w.orders, payments: w.payments }
  const offers = withOffers ? createOffers(house, { accounts, catalog: w.catalog, prices: {} } as unknown as OfferDoors) : null
  const checkout = createCheckout(house, { ...doors, trade, ...(offers && { offers }) })
  return {
    ...w,
    marketPrices: prices,
    accounts,
    trade,
    offers,
    checkout,
    /** A shop with one product of these facts; one price in yen. */
    async exporter(
      stock: readonly number[],
      parts: { price?: number; ways?: readonly ('9610' | '1210' | 'post')[]; facts?: TradeFacts; names?: Registrations } = {},
    ) {
      const { price = 2000, ways = ['9610'], facts = cup, names = registrations } = parts
      const shop = await w.shop(stock, { price, delivery: ways.map(way => option(way, way)) } as never)
      await trade.setFacts(shop.owner, { subject: shop.product, shop: shop.id, product: shop.product }, facts)
      await trade.setRegistrations(shop.owner, shop.id, 0, names)
      return shop
    },
    begin: (caller: Caller, lines: readonly { variant: Id<'variant'>; quantity?: number }[]) =>
      checkout.begin(caller, {
        lines: lines.map(l => ({ quantity: 1, source: null, ...l })),
        expectedSubtotal: null,
        market: 'CN',
      }),
    /** An open checkout to Shanghai with its address. */
    async abroad(caller: Caller, lines: readonly { variant: Id<'variant'>; quantity?: number }[]) {
      const begun = must(await this.begin(caller, lines))
      return must(await checkout.setAddress(caller, begun.id, shanghai))
    },
    async boughtAbroad(
      caller: Caller,
      lines: readonly { variant: Id<'variant'>; quantity?: number }[],
      idNumber: string = idNumbers[0],
    ) {
      const begun = await this.abroad(caller, lines)
      must(await checkout.giveIdentity(caller, begun.id, identity(idNumber)))
      return must(await checkout.pay(caller, begun.id, { method: 'test_card', expectedTotal: begun.total })).checkout
    },
  }
}
