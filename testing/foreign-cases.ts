import { begin } from '#engines/edit'
import { address } from '#testing/shop-world'
import { at, type Cases, open, operators, secret } from './foreign-case.ts'
import { financeCases } from './foreign-finance.ts'
import { offerCases } from './foreign-offers.ts'
import { orderCases } from './foreign-orders.ts'
import { stockCases } from './foreign-stock.ts'
import { tradeCases } from './foreign-trade.ts'
import { workCases } from './foreign-work.ts'
export const source = { request: 'req_000000zzzzzzzz', slot: 0 }
export const price = { minor: '1', currency: 'JPY' }

/** What a stranger may ask with ids of others: one row an operation that takes an id. Data of foreign.test.ts. */
export const foreignCases: Cases = {
  ...financeCases,
  ...workCases,
  ...tradeCases,
  'POST /v1/events': open,
  'PATCH /v1/me': [
    at(
      () => '/me',
      i => ({ picture: i.media }),
    ),
  ],
  'DELETE /v1/me/sessions/{id}': [at(i => `/me/sessions/${i.session}`)],
  'GET /v1/me/saves': open,
  'PUT /v1/me/saves/{subject}/collection': [
    at(
      i => `/me/saves/${i.post}/collection`,
      i => ({ collection: i.collection }),
    ),
  ],
  'PATCH /v1/me/collections/{id}': [
    at(
      i => `/me/collections/${i.collection}`,
      () => ({ name: 'x' }),
    ),
  ],
  'DELETE /v1/me/collections/{id}': [at(i => `/me/collections/${i.collection}`)],
  'PUT /v1/me/notices/{id}/read': [at(i => `/me/notices/${i.notice}/read`)],
  'PUT /v1/me/notice-settings/{kind}': open,
  'PUT /v1/products/{id}/price-alert': open,
  'DELETE /v1/products/{id}/price-alert': open,
  'PUT /v1/variants/{id}/restock-alert': open,
  'DELETE /v1/variants/{id}/restock-alert': open,
  'POST /v1/password-resets/{token}': secret,
  'POST /v1/setup/{token}': secret,
  'GET /v1/people/{handle}': open,
  'POST /v1/shops': [
    at(
      () => '/shops',
      i => ({ ...shopDraft, slug: 'third', picture: i.media }),
    ),
  ],
  'GET /v1/shops/{slug}': open,
  'PATCH /v1/shops/{slug}': [
    at(
      () => '/shops/kiln',
      () => ({ dispatchDays: 2 }),
    ),
    at(
      i => `/shops/${i.shop}`,
      () => ({ dispatchDays: 2 }),
    ),
  ],
  'POST /v1/reports': open,
  'POST /v1/moderation/decisions': operators,
  'GET /v1/moderation/decisions': operators,
  'GET /v1/moderation/statements/{kind}/{id}': [at(i => `/moderation/statements/post/${i.removed}`)],
  'GET /v1/media/{id}': [at(i => `/media/${i.media}`)],
  'POST /v1/edits': [
    at(
      () => '/edits',
      i => ({ list: begin(i.media, { length: 1000 }) }),
    ),
  ],
  'POST /v1/music': operators,
  'PATCH /v1/music/{id}': operators,
  'PUT /v1/media/{id}/captions/{language}': [
    at(
      i => `/media/${i.media}/captions/en`,
      () => ({ cues: [] }),
    ),
  ],
  'POST /v1/posts': [
    at(
      () => '/posts',
      i => ({ caption: 'x', products: [], pictures: [i.media] }),
    ),
    at(
      () => '/posts',
      i => ({ caption: 'x', products: [], shop: i.shop }),
    ),
  ],
  'PATCH /v1/posts/{id}': [
    at(
      i => `/posts/${i.post}`,
      () => ({ caption: 'x' }),
    ),
    at(
      i => `/posts/${i.draft}`,
      () => ({ caption: 'x' }),
    ),
  ],
  'DELETE /v1/posts/{id}': [at(i => `/posts/${i.post}`), at(i => `/posts/${i.draft}`)],
  'GET /v1/posts/{id}': [at(i => `/posts/${i.draft}`), at(i => `/posts/${i.removed}`)],
  'POST /v1/posts/{id}/publish': [at(i => `/posts/${i.draft}/publish`)],
  'GET /v1/products/{id}': open,
  'PATCH /v1/products/{id}': [
    at(
      i => `/products/${i.product}`,
      () => ({ version: 1, name: { en: 'x' } }),
    ),
  ],
  'GET /v1/shops/{shop}/products': [at(i => `/shops/${i.shop}/products`)],
  'POST /v1/shops/{shop}/products': [
    at(
      i => `/shops/${i.shop}/products`,
      () => draft([]),
    ),
    at(
      i => `/shops/${i.mine}/products`,
      i => draft([i.media]),
    ),
  ],
  'GET /v1/shops/{shop}/desk/products': [at(i => `/shops/${i.shop}/desk/products`)],
  'GET /v1/shops/{shop}/desk/product-ids': [at(i => `/shops/${i.shop}/desk/product-ids`)],
  'GET /v1/shops/{shop}/desk/product-counts': [at(i => `/shops/${i.shop}/desk/product-counts`)],
  'POST /v1/shops/{shop}/desk/bulk': [
    at(
      i => `/shops/${i.shop}/desk/bulk`,
      i => ({ products: [i.product], change: { do: 'archive' } }),
    ),
  ],
  'POST /v1/shops/{shop}/desk/price-preview': [
    at(
      i => `/shops/${i.shop}/desk/price-preview`,
      i => ({ products: [i.product], price: { how: 'lower', hundredths: 1000 } }),
    ),
  ],
  'POST /v1/shops/{shop}/imports': [
    at(
      i => `/shops/${i.shop}/imports`,
      () => ({ url: 'https://example.org/feed.xml', language: 'en' }),
    ),
  ],
  'GET /v1/shops/{shop}/imports': [at(i => `/shops/${i.shop}/imports`)],
  'GET /v1/imports/{id}': [at(i => `/imports/${i.run}`)],
  'GET /v1/imports/{id}/rows': [at(i => `/imports/${i.run}/rows`)],
  'POST /v1/imports/{id}/start': [at(i => `/imports/${i.run}/start`)],
  'GET /v1/shops/{shop}/import-schedules': [at(i => `/shops/${i.shop}/import-schedules`)],
  'POST /v1/shops/{shop}/import-schedules': [
    at(
      i => `/shops/${i.shop}/import-schedules`,
      () => ({ url: 'https://example.org/feed.xml', language: 'en', every: 'daily' }),
    ),
  ],
  'DELETE /v1/shops/{shop}/import-schedules/{id}': [
    at(i => `/shops/${i.shop}/import-schedules/${i.schedule}`),
    at(i => `/shops/${i.mine}/import-schedules/${i.schedule}`),
  ],
  'POST /v1/products/{id}/archive': [at(i => `/products/${i.product}/archive`)],
  'GET /v1/variants/{id}/stock': [at(i => `/variants/${i.variant}/stock`)],
  'POST /v1/variants/{id}/stock': [
    at(
      i => `/variants/${i.variant}/stock`,
      () => ({ change: 5, reason: 'received' }),
    ),
  ],
  'GET /v1/products/{id}/offers': open,
  'GET /v1/products/{id}/price-history': open,
  'GET /v1/products/{id}/market-prices': [at(i => `/products/${i.product}/market-prices`)],
  'PUT /v1/variants/{id}/market-prices/{market}': [
    at(
      i => `/variants/${i.variant}/market-prices/CN`,
      () => ({ price: null }),
    ),
  ],
  'PUT /v1/variants/{id}/price': [
    at(
      i => `/variants/${i.variant}/price`,
      () => ({ price }),
    ),
  ],
  'POST /v1/products/{id}/publish': [at(i => `/products/${i.product}/publish`)],
  'PUT /v1/posts/{id}/like': [
    at(
      i => `/posts/${i.draft}/like`,
      () => ({}),
    ),
  ],
  'DELETE /v1/posts/{id}/like': open,
  'PUT /v1/posts/{id}/save': [
    at(
      i => `/posts/${i.draft}/save`,
      () => ({}),
    ),
  ],
  'DELETE /v1/posts/{id}/save': open,
  'PUT /v1/products/{id}/save': open,
  'DELETE /v1/products/{id}/save': open,
  'PUT /v1/posts/{id}/not-interested': open,
  'DELETE /v1/posts/{id}/not-interested': open,
  'PUT /v1/people/{id}/follow': open,
  'DELETE /v1/people/{id}/follow': open,
  'PUT /v1/people/{id}/block': open,
  'DELETE /v1/people/{id}/block': open,
  'GET /v1/people/{id}/standing': open,
  'GET /v1/posts/{id}/comments': open,
  'POST /v1/posts/{id}/comments': [
    at(
      i => `/posts/${i.draft}/comments`,
      () => ({ text: 'x' }),
    ),
  ],
  'GET /v1/comments/{id}': operators,
  'DELETE /v1/comments/{id}': [at(i => `/comments/${i.comment}`)],
  'POST /v1/shares': [
    at(
      () => '/shares',
      i => ({ about: { kind: 'post', id: i.draft } }),
    ),
  ],
  'POST /v1/shares/{id}/opened': open,
  'GET /v1/products/{id}/rating': open,
  'GET /v1/products/{id}/reviews': open,
  'POST /v1/reviews': [
    at(
      () => '/reviews',
      i => ({ line: i.line, stars: 1, text: 'x' }),
    ),
  ],
  'GET /v1/reviews/{id}': operators,
  'POST /v1/reviews/{id}/reply': [
    at(
      i => `/reviews/${i.review}/reply`,
      () => ({ text: 'x' }),
    ),
  ],
  // Filters my own list; the test after the table holds that nothing of others is in it.
  'GET /v1/me/review-asks': open,
  'POST /v1/pulses': [
    at(
      () => '/pulses',
      i => ({ line: i.line, score: 1 }),
    ),
  ],
  'GET /v1/shops/{shop}/reviews': [at(i => `/shops/${i.shop}/reviews`)],
  ...offerCases,
  ...stockCases,
  'GET /v1/product-cards': open,
  'PUT /v1/cart/{variant}': open,
  'DELETE /v1/cart/{variant}': open,
  'GET /v1/shops/{shop}/posts': [at(i => `/shops/${i.shop}/posts`)],
  'GET /v1/payments/{id}': [at(i => `/payments/${i.payment}`)],
  'POST /v1/payments/{id}/check': [at(i => `/payments/${i.payment}/check`)],
  'POST /v1/payments/{id}/confirm': [
    at(
      i => `/payments/${i.payment}/confirm`,
      () => ({ approve: 'yes' }),
    ),
  ],
  'POST /v1/checkouts': open,
  'GET /v1/checkouts/{id}': [at(i => `/checkouts/${i.checkout}`)],
  'GET /v1/checkouts/{id}/deliveries': [at(i => `/checkouts/${i.checkout}/deliveries`)],
  'PATCH /v1/checkouts/{id}': [
    at(
      i => `/checkouts/${i.checkout}`,
      () => ({ codes: ['SPRING'] }),
    ),
  ],
  'DELETE /v1/checkouts/{id}': [at(i => `/checkouts/${i.checkout}`)],
  'PUT /v1/checkouts/{id}/address': [
    at(
      i => `/checkouts/${i.checkout}/address`,
      () => address,
    ),
  ],
  'POST /v1/checkouts/{id}/pay': [
    at(
      i => `/checkouts/${i.checkout}/pay`,
      () => ({ method: 'test_card', outcome: 'approve', expectedTotal: price }),
    ),
  ],
  ...orderCases,
  'GET /v1/feed': open,
  'GET /v1/mall': open,
  'GET /v1/people/{id}/posts': open,
  'GET /v1/products/{id}/posts': open,
  'GET /v1/feed/why/{post}': [at(i => `/feed/why/${i.draft}`)],
  'GET /v1/feed/expect': open,
  'GET /v1/feed/requests/{id}': operators,
  'DELETE /v1/me/taste/{tag}': open,
  'GET /v1/posts/{id}/standing': [at(i => `/posts/${i.post}/standing`), at(i => `/posts/${i.draft}/standing`)],
  'GET /v1/insights/loop': [at(i => `/insights/loop?shop=${i.shop}`), at(() => '/insights/loop')],
  'GET /v1/insights/today': [at(i => `/insights/today?shop=${i.shop}`)],
  'GET /v1/insights/ways': [at(i => `/insights/ways?shop=${i.shop}&phase=purchase`)],
  'GET /v1/insights/posts': [at(i => `/insights/posts?shop=${i.shop}&posts=${i.post}`)],
  'GET /v1/insights/lineage': [at(i => `/insights/lineage?shop=${i.shop}`), at(() => '/insights/lineage')],
  'POST /v1/jobs/{queue}/retry': operators,
  'GET /v1/posts/{id}/numbers': [at(i => `/posts/${i.post}/numbers`)],
  'GET /v1/posts/{id}/ledger': [at(i => `/posts/${i.post}/ledger`), at(i => `/posts/${i.draft}/ledger`)],
  'GET /v1/posts/{id}/impact': [at(i => `/posts/${i.post}/impact`)],
  'POST /v1/moderation/appeals': [
    at(
      () => '/moderation/appeals',
      i => ({ subject: { kind: 'post', id: i.removed }, text: 'x' }),
    ),
  ],
  'POST /v1/moderation/appeals/{id}/answer': operators,
  'DELETE /v1/people/{id}/sessions': operators,
  'GET /v1/people/{id}/account': operators,
}
export const draft = (pictures: string[]) => ({
  category: 'ceramics',
  name: { en: 'x' },
  description: { en: 'x' },
  options: [],
  pictures,
  variants: [{ sku: 'X', choice: [], weightGrams: 1, onHand: 1 }],
})

export const shopDraft = {
  slug: 'other',
  name: { en: 'Other' },
  about: { en: 'x' },
  country: 'JP',
  currency: 'JPY',
  seller: {
    legalName: 'x',
    representative: 'x',
    address: 'x',
    phone: '03',
    email: 'a@b.org',
    registration: '',
    returns: { en: 'x' },
    delivery: { en: 'x' },
    taxRegistered: true,
  },
  shippingFee: '0',
  freeShippingFrom: null,
  dispatchDays: 1,
  deliveryDays: { from: 1, to: 2 },
  returnDays: 8,
}
