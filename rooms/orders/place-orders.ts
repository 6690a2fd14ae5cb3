import { randomBytes } from 'node:crypto'
import type { Source } from '#base/catalogue'
import { type RawBuilder, sql } from '#base/db'
import type { House } from '#base/house'
import { type Id, type Language, type Money, newId, sum, type Texts, toWire } from '#base/kernel'
import { freeze } from './frozen.ts'
import type { Checkout, FrozenShop, Order, OrderLine } from './order.ts'
import { checkoutMachine, fulfilmentMachine, orderMachine, payMachine, sources, target } from './order-states.ts'
import type { OrderTables } from './rows.ts'
import { amountsOf, type Sheet } from './sheet.ts'
import type { Db } from './store.ts'

export interface LineDraft {
  readonly product: Id<'product'>
  readonly variant: Id<'variant'>
  readonly name: Texts
  readonly choice: readonly Texts[]
  readonly sku: string
  readonly picture: string | null
  readonly quantity: number
  readonly unit: Money
  /** The same in the shop's own currency, where that is another. */
  readonly baseUnit: Money | null
  /** Tax that the price contains, in percent; 0 for a seller who is not registered. */
  readonly taxPercent: bigint
  readonly source: Source | null
}
export interface ShopDraft {
  readonly shop: FrozenShop
  readonly lines: readonly LineDraft[]
  /** Country of destination. */
  readonly market: string
  readonly sheet: Sheet
  readonly days: Order['days']
}
export interface PlaceOrders {
  readonly checkout: Id<'checkout'>
  readonly person: Id<'person'>
  readonly session: string | null
  readonly language: Language
  readonly expires: Date
  readonly codes: readonly string[]
  readonly shops: readonly ShopDraft[]
}
/** The new checkout, and the same person's open ones that it takes the place of: their stock must be released. */
export interface Placed {
  readonly checkout: Checkout
  readonly replaced: readonly Id<'checkout'>[]
}

const untouched = { cancelled: 0, returned: 0, refunded: 0, shippingRefunded: 0 }
/** A draft as a pending order. */
function orderOf(draft: ShopDraft, id: Id<'order'>, place: PlaceOrders, key: string, now: Date): Order {
  const { sheet } = draft
  const none = { minor: 0n, currency: sheet.shipping.currency }
  const drafted = draft.lines.map(l => ({ ...l, taxPercent: Number(l.taxPercent) }))
  const { lines: parts, ...amounts } = amountsOf(drafted, sheet)
  const lines = drafted.map(
    (l, i): OrderLine => ({
      ...l,
      ...(parts[i] as (typeof parts)[number]),
      id: newId('line', now),
      ...untouched,
      protected: none,
    }),
  )
  return {
    id,
    number: '',
    checkout: place.checkout,
    person: place.person,
    shop: draft.shop,
    state: orderMachine.start,
    payment: payMachine.start,
    fulfilment: fulfilmentMachine.start,
    lines,
    parcels: [],
    returns: [],
    market: draft.market,
    ...amounts,
    delivery: sheet.delivery,
    offers: sheet.offers,
    trade: sheet.trade,
    rate: sheet.rate,
    refunded: none,
    refunding: none,
    key,
    language: place.language,
    address: null,
    carrier: null,
    tracking: null,
    returnRequest: null,
    days: draft.days,
    placed: now,
    paidAt: null,
    shippedAt: null,
    deliveredAt: null,
    receivedAt: null,
    timeline: [{ what: 'placed', at: now, note: null }],
  } satisfies Order
}

/** An order's amounts as columns, money as text. */
export const amountColumns = (a: Pick<Order, 'subtotal' | 'discount' | 'shipping' | 'importTax' | 'tax' | 'total'>) => ({
  subtotal_minor: a.subtotal.minor.toString(),
  discount_minor: a.discount.minor.toString(),
  shipping_minor: a.shipping.minor.toString(),
  import_minor: a.importTax.minor.toString(),
  tax_minor: a.tax.minor.toString(),
  total_minor: a.total.minor.toString(),
})

/** Rows travel as two JSON parameters, however many orders and lines; money as text. */
function recordsOf(drafts: readonly Order[], shops: readonly ShopDraft[]) {
  const rows = drafts.map((o, i) => ({
    id: o.id,
    shop: o.shop.id,
    shop_card: o.shop,
    market: o.market,
    ...amountColumns(o),
    sheet: freeze((shops[i] as ShopDraft).sheet),
    dispatch_days: o.days.dispatch,
    delivery_from: o.days.from,
    delivery_to: o.days.to,
    return_days: o.days.returns,
    protection_days: o.days.protection,
  }))
  const lines = drafts.flatMap(o =>
    o.lines.map((l, position) => ({
      id: l.id,
      order_id: o.id,
      position,
      product: l.product,
      variant: l.variant,
      name: l.name,
      choice: l.choice,
      sku: l.sku,
      picture: l.picture,
      quantity: l.quantity,
      unit_minor: l.unit.minor.toString(),
      base_unit_minor: l.baseUnit?.minor.toString() ?? null,
      total_minor: l.total.minor.toString(),
      discount_minor: l.discount.minor.toString(),
      import_minor: l.importTax.minor.toString(),
      tax_minor: l.tax.minor.toString(),
      tax_percent: l.taxPercent,
      source: l.source,
    })),
  )
  return { rows, lines }
}

/**
 * Freezes names, prices, tax and delivery into one pending order a shop, and takes the place of the person's other open
 * checkouts: who opens the buy sheet three times holds the stock once. One statement, its event in it.
 */
export async function placeOrders(house: House, place: PlaceOrders): Promise<Placed> {
  const now = house.clock.now()
  const key = randomBytes(18).toString('base64url')
  // In the order of their ids, which is the order in which they are read back.
  const ids = place.shops.map(() => newId('order', now)).sort()
  const drafts = place.shops.map((s, i) => orderOf(s, ids[i] as Id<'order'>, place, key, now))
  const currency = (drafts[0] as Order).total.currency
  const total = sum(
    drafts.map(o => o.total),
    currency,
  )
  const { rows, lines } = recordsOf(drafts, place.shops)
  const products = [...new Set(lines.map(l => l.product))]
  const told = house.log.appending([
    {
      name: 'checkout.started',
      at: now,
      person: place.person,
      session: place.session,
      subject: { kind: 'order', id: place.checkout },
      data: { products, total: toWire(total) },
    },
  ])
  const written = await house.db.alone<OrderTables, Written>(db =>
    insertAll(db, { place, key, currency, total, rows, lines, now, told }),
  )
  const numbers = new Map(written.rows.map(r => [r.id, r.number]))
  const orders = drafts.map(o => ({ ...o, number: numbers.get(o.id) ?? '' }))
  const checkout = {
    id: place.checkout,
    person: place.person,
    state: checkoutMachine.start,
    key,
    total,
    codes: place.codes,
    address: null,
    expires: place.expires,
    payment: null,
    refused: null,
    orders,
  }
  return { checkout, replaced: written.rows.filter(r => r.number === null).map(r => r.id as Id<'checkout'>) }
}

interface Insert {
  readonly place: PlaceOrders
  readonly key: string
  readonly currency: string
  readonly total: Money
  readonly rows: ReturnType<typeof recordsOf>['rows']
  readonly lines: ReturnType<typeof recordsOf>['lines']
  readonly now: Date
  /** Writes the event of it. */
  readonly told: RawBuilder<unknown>
}
type Written = Awaited<ReturnType<typeof insertAll>>
/** Checkout, orders, lines, timeline and event in one statement; answers the new orders' numbers, and ids of replaced checkouts. */
function insertAll(db: Db, { place, key, currency, total, rows, lines, now, told }: Insert) {
  return sql<{ id: string; number: string | null }>`
      with replaced as (
        update orders.checkouts set state = ${target(checkoutMachine, 'cancel')} where person = ${place.person} and state = 'open' returning id),
      dropped as (
        update orders.orders set state = ${target(orderMachine, 'cancel')} where checkout in (select id from replaced) and state = any(${sources(orderMachine, 'expire')}) returning id),
      checkout as (
        insert into orders.checkouts (id, person, state, key, language, currency, total_minor, codes, expires, started)
        values (${place.checkout}, ${place.person}, ${checkoutMachine.start}, ${key}, ${place.language}, ${currency}, ${total.minor}, ${[...place.codes]}, ${place.expires}, ${now}) returning id),
      placed as (
        insert into orders.orders (id, number, checkout, person, shop, shop_card, state, payment, fulfilment, currency, market, subtotal_minor, discount_minor, shipping_minor, import_minor, tax_minor, total_minor, sheet,
          key, language, dispatch_days, delivery_from, delivery_to, return_days, protection_days, placed)
        select r.id, orders.next_number(), checkout.id, ${place.person}, r.shop, r.shop_card, ${orderMachine.start}, ${payMachine.start}, ${fulfilmentMachine.start}, ${currency},
          r.market, r.subtotal_minor, r.discount_minor, r.shipping_minor, r.import_minor, r.tax_minor, r.total_minor, r.sheet, ${key}, ${place.language}, r.dispatch_days, r.delivery_from, r.delivery_to, r.return_days, r.protection_days, ${now}
        from checkout, jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id text, shop text, shop_card jsonb, market text, subtotal_minor bigint, discount_minor bigint, shipping_minor bigint,
          import_minor bigint, tax_minor bigint, sheet jsonb, total_minor bigint, dispatch_days int, delivery_from int, delivery_to int, return_days int, protection_days int)
        returning id, number),
      lines as (
        insert into orders.lines (id, order_id, position, product, variant, name, choice, sku, picture, quantity, unit_minor, base_unit_minor, total_minor, discount_minor, import_minor,
          tax_minor, tax_percent, source)
        select id, order_id, position, product, variant, name, choice, sku, picture, quantity, unit_minor, base_unit_minor, total_minor, discount_minor, import_minor, tax_minor, tax_percent, source
        from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l (id text, order_id text, position int, product text, variant text, name jsonb, choice jsonb, sku text, picture text,
          quantity int, unit_minor bigint, base_unit_minor bigint, total_minor bigint, discount_minor bigint, import_minor bigint, tax_minor bigint, tax_percent int, source jsonb)),
      timeline as (insert into orders.timeline (order_id, what, at) select id, 'placed', ${now} from placed),
      told as (${told})
      select id, number from placed union all select id, null from replaced`.execute(db)
}
