import type { Catalog } from '#rooms/catalog'
import type { Content } from '#rooms/content'
import type { NoticePorts } from '#rooms/notices'
import type { Orders } from '#rooms/orders'
import type { Prices } from '#rooms/prices'
import { askFrom } from '#rooms/reviews'
import type { Search } from '#rooms/search'

interface Doors {
  readonly orders: Pick<Orders, 'letterFor' | 'order' | 'checkout'>
  readonly search: Pick<Search, 'cards'>
  readonly content: Pick<Content, 'tiles'>
  readonly catalog: Pick<Catalog, 'products' | 'variants'>
  readonly prices: Pick<Prices, 'productPrices'>
}

/** What the notices room is told by other rooms, whose doors it does not import. */
export const noticePorts = ({ orders, search, content, catalog, prices }: Doors): NoticePorts => ({
  letterFor: orders.letterFor,
  products: async ids =>
    new Map([...(await search.cards(ids))].map(([id, card]) => [id, { name: card.name, picture: card.picture }])),
  posts: async ids => new Map([...(await content.tiles(ids))].map(([id, t]) => [id, { caption: t.caption, poster: t.poster }])),
  async order(id) {
    const order = await orders.order(id)
    return order && { number: order.number, shop: order.shop.name, picture: order.lines[0]?.picture ?? null }
  },
  async ordersOf(checkout) {
    const found = await orders.checkout(checkout)
    return found?.orders.map(o => ({ order: o.id, shop: o.shop.id })) ?? []
  },
  price: async product => (await prices.productPrices([product])).get(product)?.from ?? null,
  async variant(id) {
    const variant = (await catalog.variants([id])).get(id)
    return variant?.productState === 'live'
      ? { product: variant.product, available: variant.available, choice: variant.choiceNames }
      : null
  },
  askFrom: async (product, delivered) =>
    askFrom(delivered, (await catalog.products([product])).get(product)?.category ?? 'other'),
})
