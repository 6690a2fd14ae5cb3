import type { Migration } from '#base/db'
import { eventMigrations, eventRoutes } from '#base/events'
import type { House } from '#base/house'
import { httpMigrations, type RouteSet } from '#base/http'
import type { Id } from '#base/kernel'
import { checkoutRoutes, createCheckout } from '#flows/checkout'
import { createDeclare, declareRoutes } from '#flows/declare'
import { createImportCatalogue, importCatalogueMigrations, importCatalogueRoutes } from '#flows/import-catalogue'
import { manageProductsRoutes } from '#flows/manage-products'
import { postLedgerRoutes } from '#flows/post-ledger'
import { createPublishPost, publishPostRoutes } from '#flows/publish-post'
import { createPublishProduct, publishProductRoutes } from '#flows/publish-product'
import { createRefund, refundRoutes } from '#flows/refund'
import { tradeSetupRoutes } from '#flows/trade-setup'
import { accountsMigrations, accountsRoutes, createAccounts } from '#rooms/accounts'
import { cartMigrations, cartRoutes, createCart } from '#rooms/cart'
import { catalogMigrations, catalogRoutes, createCatalog } from '#rooms/catalog'
import { contentMigrations, contentRoutes, createContent } from '#rooms/content'
import { createFeed, feedRoutes } from '#rooms/feed'
import { createInsights, insightsRoutes } from '#rooms/insights'
import { createMedia, type Media, mediaMigrations, mediaRoutes } from '#rooms/media'
import { createModeration, moderationMigrations, moderationRoutes } from '#rooms/moderation'
import { createNotices, noticesMigrations, noticesRoutes } from '#rooms/notices'
import { createOffers, offersMigrations, offersRoutes } from '#rooms/offers'
import { createOrders, ordersMigrations, ordersRoutes } from '#rooms/orders'
import { createLedger, createPayments, ledgerRoutes, paymentsMigrations, paymentsRoutes } from '#rooms/payments'
import { createPrices, pricesMigrations, pricesRoutes } from '#rooms/prices'
import { createReviews, reviewsMigrations, reviewsRoutes } from '#rooms/reviews'
import { createSearch, searchMigrations, searchRoutes } from '#rooms/search'
import { createSocial, socialMigrations, socialRoutes } from '#rooms/social'
import { createTrade, tradeMigrations, tradeRoutes } from '#rooms/trade'
import { accountViewRoutes } from './account-view.ts'
import { demoRoutes } from './demo-routes.ts'
import { createHealth, healthRoutes } from './health/health.ts'
import { noticePorts } from './notice-ports.ts'
import { shopsViewRoutes } from './shops-view.ts'

/** All migrations, rooms in the order of their arrows. */
export const migrations: readonly Migration[] = [
  ...eventMigrations,
  ...httpMigrations,
  ...accountsMigrations,
  ...moderationMigrations,
  ...mediaMigrations,
  ...catalogMigrations,
  ...pricesMigrations,
  ...contentMigrations,
  ...socialMigrations,
  ...paymentsMigrations,
  ...ordersMigrations,
  ...reviewsMigrations,
  ...searchMigrations,
  ...offersMigrations,
  ...cartMigrations,
  ...noticesMigrations,
  ...tradeMigrations,
  ...importCatalogueMigrations,
]

/** Rooms in the order of their arrows, then the flows over them: also the order in which they start and stop. */
function createParts(house: House) {
  const accounts = createAccounts(house, {
    ownsMedia: async (person, id) => (await media.state([id as Id<'media'>])).get(id)?.owner === person,
    isSuspended: async id => (await moderation.hidden([{ kind: 'person', id }])).size > 0,
  })
  const moderation = createModeration(house, { accounts })
  const media: Media = createMedia(house, { accounts })
  const catalog = createCatalog(house, { accounts, media, moderation })
  const prices = createPrices(house, { accounts, catalog })
  const content = createContent(house, { accounts, media, catalog, moderation })
  const social = createSocial(house, { accounts, moderation })
  const payments = createPayments(house)
  const ledger = createLedger(house, { accounts })
  const ownMedia = async (person: Id<'person'>, ids: readonly Id<'media'>[]) => {
    const states = await media.state([...ids])
    return ids.every(id => states.get(id)?.owner === person)
  }
  const orders = createOrders(house, { accounts, ownMedia })
  const reviews = createReviews(house, { accounts, media, catalog })
  const search = createSearch(house, { accounts, catalog, prices, content, reviews, moderation })
  const offers = createOffers(house, { accounts, catalog, prices })
  const cart = createCart(house, { accounts, catalog, prices })
  const feed = createFeed(house, { accounts, catalog, prices, content, social, moderation, media, search })
  const insights = createInsights(house, { accounts })
  const notices = createNotices(house, { accounts }, noticePorts({ orders, search, content, catalog, prices }))
  const trade = createTrade(house, { accounts })
  const checkout = createCheckout(house, { accounts, catalog, prices, cart, offers, orders, payments, trade })
  const declare = createDeclare(house, { accounts, orders, payments, trade })
  const refund = createRefund(house, { catalog, orders, payments, prices, offers })
  const publishPost = createPublishPost(house, { accounts, content, media, orders, moderation })
  const publishProduct = createPublishProduct(house, { accounts, catalog, prices, media })
  const health = createHealth(house, { accounts, feed, notices, ledger })
  const imports = { accounts, catalog, prices, media, trade, publish: publishProduct.publish }
  const importCatalogue = createImportCatalogue(house, imports)
  return {
    accounts,
    moderation,
    media,
    catalog,
    prices,
    content,
    social,
    payments,
    ledger,
    orders,
    reviews,
    search,
    offers,
    cart,
    feed,
    insights,
    notices,
    trade,
    checkout,
    declare,
    refund,
    publishPost,
    publishProduct,
    health,
    importCatalogue,
  }
}
type Parts = ReturnType<typeof createParts>

const routesOf = (house: House, parts: Parts): RouteSet[] => [
  eventRoutes(house.log, house.clock),
  accountsRoutes(parts.accounts),
  moderationRoutes(parts.moderation),
  mediaRoutes(parts.media),
  contentRoutes(parts.content),
  publishPostRoutes(parts.publishPost),
  catalogRoutes(parts.catalog),
  pricesRoutes(parts.prices, house.clock),
  publishProductRoutes(parts.publishProduct),
  manageProductsRoutes(parts),
  importCatalogueRoutes(parts.importCatalogue),
  socialRoutes(parts.social),
  reviewsRoutes(parts.reviews),
  searchRoutes(parts.search),
  offersRoutes(parts.offers),
  cartRoutes(parts.cart),
  ordersRoutes(parts.orders),
  paymentsRoutes(parts.payments),
  tradeRoutes(parts.trade),
  tradeSetupRoutes(house, parts),
  declareRoutes(parts.declare.context),
  ledgerRoutes(parts.ledger),
  checkoutRoutes(parts.checkout),
  refundRoutes(parts.refund),
  feedRoutes(parts.feed),
  insightsRoutes(parts.insights),
  postLedgerRoutes(parts),
  healthRoutes(parts.health),
  demoRoutes(house, parts.accounts),
  noticesRoutes(parts.notices),
  accountViewRoutes(parts),
  shopsViewRoutes(parts),
]

/** Every room and flow on one house. `start` opens their subscriptions; call it after migrating and before serving. */
export function compose(house: House) {
  const parts = createParts(house)
  return {
    ...parts,
    routes: routesOf(house, parts),
    async start(): Promise<void> {
      for (const part of Object.values(parts)) if ('start' in part && typeof part.start === 'function') await part.start()
    },
    async stop(): Promise<void> {
      for (const part of Object.values(parts)) if ('stop' in part && typeof part.stop === 'function') await part.stop()
    },
  }
}
export type Rooms = ReturnType<typeof compose>
