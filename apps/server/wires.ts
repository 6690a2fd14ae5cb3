import { eventsWire } from '#base/events'
import type { Wire } from '#base/http'
import { checkoutWire } from '#flows/checkout'
import { declareWire } from '#flows/declare'
import { importCatalogueWire } from '#flows/import-catalogue'
import { manageProductsWire } from '#flows/manage-products'
import { postLedgerWire } from '#flows/post-ledger'
import { publishPostWire } from '#flows/publish-post'
import { publishProductWire } from '#flows/publish-product'
import { refundWire } from '#flows/refund'
import { tradeSetupWire } from '#flows/trade-setup'
import { accountsWire } from '#rooms/accounts'
import { cartWire } from '#rooms/cart'
import { catalogWire } from '#rooms/catalog'
import { contentWire } from '#rooms/content'
import { feedWire } from '#rooms/feed'
import { insightsWire } from '#rooms/insights'
import { mediaWire } from '#rooms/media'
import { moderationWire } from '#rooms/moderation'
import { noticesWire } from '#rooms/notices'
import { offersWire } from '#rooms/offers'
import { ordersWire } from '#rooms/orders'
import { ledgerWire, paymentsWire } from '#rooms/payments'
import { pricesWire } from '#rooms/prices'
import { reviewsWire } from '#rooms/reviews'
import { searchWire } from '#rooms/search'
import { socialWire } from '#rooms/social'
import { tradeWire } from '#rooms/trade'
import { wire as accountViewWire } from './account-view.ts'
import { wire as demoWire } from './demo-routes.ts'
import { wire as healthWire } from './health/wire.ts'
import { wire as shopsViewWire } from './shops-view.ts'

/** Every route table of the platform, without handlers: the OpenAPI document and the negative tests come from here. */
export const wires: readonly Wire[] = [
  { tag: 'events', table: eventsWire },
  { tag: 'accounts', table: accountsWire },
  { tag: 'moderation', table: moderationWire },
  { tag: 'media', table: mediaWire },
  { tag: 'content', table: contentWire },
  { tag: 'publish-post', table: publishPostWire },
  { tag: 'catalog', table: catalogWire },
  { tag: 'prices', table: pricesWire },
  { tag: 'publish-product', table: publishProductWire },
  { tag: 'manage-products', table: manageProductsWire },
  { tag: 'import-catalogue', table: importCatalogueWire },
  { tag: 'social', table: socialWire },
  { tag: 'reviews', table: reviewsWire },
  { tag: 'search', table: searchWire },
  { tag: 'offers', table: offersWire },
  { tag: 'cart', table: cartWire },
  { tag: 'orders', table: ordersWire },
  { tag: 'payments', table: paymentsWire },
  { tag: 'trade', table: tradeWire },
  { tag: 'trade-setup', table: tradeSetupWire },
  { tag: 'declare', table: declareWire },
  { tag: 'ledger', table: ledgerWire },
  { tag: 'checkout', table: checkoutWire },
  { tag: 'refund', table: refundWire },
  { tag: 'feed', table: feedWire },
  { tag: 'insights', table: insightsWire },
  { tag: 'post-ledger', table: postLedgerWire },
  { tag: 'health', table: healthWire },
  { tag: 'demo', table: demoWire },
  { tag: 'notices', table: noticesWire },
  { tag: 'accounts', table: accountViewWire },
  { tag: 'accounts', table: shopsViewWire },
]
