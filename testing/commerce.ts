import type { Source } from '#base/catalogue'
import type { House } from '#base/house'
import type { Caller } from '#base/http'
import { type Id, type Money, money, must, newId, ok, refuse } from '#base/kernel'
import { type CheckoutDoors, createCheckout } from '#flows/checkout'
import { createRefund } from '#flows/refund'
import type { Shop } from '#rooms/accounts'
import { catalogMigrations, createCatalog } from '#rooms/catalog'
import { createOrders, ordersMigrations } from '#rooms/orders'
import { createPayments, createTestProvider, type PaymentProvider, paymentsMigrations } from '#rooms/payments'
import { callerOf, staffOf } from '#testing/callers'
import { liveProduct, standIns } from '../rooms/catalog/testing.ts'

export const commerceMigrations = [...catalogMigrations, ...paymentsMigrations, ...ordersMigrations]

/** A shopper's address, as good as it gets. */
export const address = {
  name: '佐藤 花',
  email: 'hana@example.com',
  phone: '090-1234-5678',
  country: 'JP',
  postcode: '150-0001',
  region: '東京都',
  city: '渋谷区',
  line: '神宮前 1-2-3',
}

const shopFacts = (id: Id<'shop'>, parts: Partial<Shop>): Shop => ({
  id,
  slug: id.slice(-12),
  owner: newId('person', new Date()),
  name: { en: 'Hagi kiln', ja: '萩の窯' },
  about: {},
  picture: null,
  cover: null,
  country: 'JP',
  currency: 'JPY',
  taxRegistered: true,
  seller: {} as Shop['seller'],
  shippingFee: 600n,
  freeShippingFrom: null,
  dispatchDays: 2,
  deliveryDays: { from: 1, to: 3 },
  delivery: [],
  returnDays: 14,
  protectionDays: 0,
  opened: new Date(0),
  ...parts,
})

/** May what the staff of a shop may; an operator may refund. */
const may = (caller: Caller, permission: string, about: { shop: Id<'shop'> }) =>
  caller.shops.some(s => s.shop === about.shop) || (caller.operator && permission === 'order.refund')
    ? ok(true as const)
    : refuse('forbidden', 'You may not do this')

/** Prices and carts in memory; catalogue, orders and payments are the real rooms. */
function memory() {
  const shops = new Map<string, Shop>()
  const prices = new Map<string, { price: Money; taxPercent: bigint }>()
  /** Public prices since the beginning, where a test says so: what was bought at is not in here. */
  const falls = new Map<string, { at: Date; price: Money }[]>()
  const carts = new Map<string, { variant: Id<'variant'>; quantity: number; source: Source | null }[]>()
  const doors = {
    accounts: { shop: async (id: string) => shops.get(id) ?? null },
    prices: {
      inMarket: async (variants: readonly { id: string }[]) =>
        new Map(
          variants.flatMap(({ id }) => (prices.has(id) ? [[id, { ...prices.get(id)!, base: null, rate: null }] as const] : [])),
        ),
    },
    cart: {
      take: async (person: string) => carts.get(person) ?? [],
      clear: async (person: string, variants: readonly string[]) =>
        void carts.set(
          person,
          (carts.get(person) ?? []).filter(l => !variants.includes(l.variant)),
        ),
    },
  }
  const asked = async (variants: readonly string[]) =>
    new Map(
      variants.flatMap(v =>
        prices.has(v) ? [[v, [{ at: new Date(0), price: prices.get(v)!.price }, ...(falls.get(v) ?? [])]]] : [],
      ),
    )
  return { shops, prices, falls, carts, doors, asked }
}

/** A small world of commerce: shops with products, a bank whose book can be read, and the flows over them. */
export function commerceOf(
  house: House,
  options: {
    provider?: (bank: PaymentProvider) => PaymentProvider
    catalog?: (real: CheckoutDoors['catalog']) => CheckoutDoors['catalog']
    /** Its checkout defines no jobs: another one over the same doors does. */
    quiet?: boolean
  } = {},
) {
  const stands = standIns()
  const { shops, prices, falls, carts, doors, asked } = memory()
  const catalog = createCatalog(house, stands)
  const bank = createTestProvider(house.clock)
  const payments = createPayments(house, { providers: [options.provider?.(bank) ?? bank] })
  const orders = createOrders(house, { accounts: { may } })
  const seen = { ...doors, catalog: options.catalog?.(catalog) ?? catalog, orders, payments }
  const quiet = { ...house, jobs: { ...house.jobs, define: () => {}, every: () => {} } }
  const checkout = createCheckout(options.quiet ? quiet : house, seen)
  const refund = createRefund(house, { catalog, orders, payments, prices: { asked } })
  return {
    house,
    catalog,
    bank,
    checkoutDoors: doors,
    payments,
    orders,
    checkout,
    refund,
    prices,
    falls,
    carts,
    shops,
    /** A shop with one product; `stock` gives one variant a number of pieces each, all at one price. */
    async shop(stock: readonly number[], parts: Partial<Shop> & { price?: number } = {}) {
      const { price = 1000, ...facts } = parts
      const id = newId('shop', house.clock.now())
      const owner = staffOf(id)
      shops.set(id, shopFacts(id, { ...facts, owner: owner.person }))
      const product = await liveProduct({ catalog, shop: id, owner }, { stock, price: money(price, 'JPY') })
      for (const v of product.variants) prices.set(v, { price: money(price, 'JPY'), taxPercent: 10n })
      return { id, owner, product: product.id, variants: product.variants }
    },
    /** Begins a checkout of these variants, one piece each unless said, with an address. */
    async begun(caller: Caller, lines: readonly { variant: Id<'variant'>; quantity?: number; source?: Source | null }[]) {
      const wish = { lines: lines.map(l => ({ quantity: 1, source: null, ...l })), expectedSubtotal: null }
      const begun = must(await checkout.begin(caller, wish))
      return must(await checkout.setAddress(caller, begun.id, address))
    },
    /** A paid order. */
    async bought(caller: Caller, lines: readonly { variant: Id<'variant'>; quantity?: number; source?: Source | null }[]) {
      const begun = await this.begun(caller, lines)
      return must(await checkout.pay(caller, begun.id, { method: 'test_card', expectedTotal: begun.total })).checkout
    },
    shopper: () => callerOf({ member: false }),
  }
}
export type Commerce = ReturnType<typeof commerceOf>
