import type { Caller } from '#base/http'
import { currencies, type Id, type Language, type Money, textIn } from '#base/kernel'
import type { SourcedProduct } from '#rooms/catalog'
import type { Rooms } from './compose.ts'

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** Title, description and schema.org Product: what a search engine and a link preview read. Only of what is on sale. */
export async function productHead(rooms: Rooms, caller: Caller, id: string, publicUrl: string): Promise<string> {
  const [card, product] = await Promise.all([
    rooms.search.cards([id as Id<'product'>]).then(cards => cards.get(id)),
    rooms.catalog.sourced(null, { ids: [id as Id<'product'>] }).then(found => found.get(id)),
  ])
  if (!card || !product) return '<title>Enishi</title>'
  const prices = await rooms.prices.latest(product.variants.map(v => v.id))
  const name = textIn(card.name, caller.language)
  const shopName = textIn(card.shop.name, caller.language)
  const rating = card.rating ? { value: Number(card.rating), count: card.ratings } : null
  const json = productJson(product, { prices, rating, shopName, language: caller.language, publicUrl })
  const text = textIn(product.description, caller.language).replace(/\s+/g, ' ').slice(0, 160)
  const picture = card.picture ? `${publicUrl}${card.picture}` : null
  const meta = (property: string, content: string) => `<meta property="${property}" content="${escapeHtml(content)}">`
  return [
    `<title>${escapeHtml(name)} · Enishi</title>`,
    `<meta name="description" content="${escapeHtml(text)}">`,
    meta('og:title', name),
    ...(picture ? [meta('og:image', picture)] : []),
    `<script type="application/ld+json">${JSON.stringify(json).replaceAll('<', '\\u003c')}</script>`,
  ].join('')
}

interface Told {
  readonly prices: ReadonlyMap<string, Money>
  readonly rating: { readonly value: number; readonly count: number } | null
  readonly shopName: string
  readonly language: Language
  readonly publicUrl: string
}

/**
 * schema.org Product with one Offer a variant; several stand in an AggregateOffer. Without a brand of its own the shop is the brand, and
 * the maker goes by the same name: what is told of them is their story and place.
 */
export function productJson(product: SourcedProduct, told: Told): Record<string, unknown> {
  const { rating, shopName, language, publicUrl } = told
  const offers = product.variants.map(v => offerOf(product, v, told)).filter(o => o !== null)
  const [only] = offers
  const [variant] = product.variants
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: textIn(product.name, language),
    description: textIn(product.description, language),
    image: product.pictures.map(p => `${publicUrl}${p.url}`),
    url: `${publicUrl}/product/${product.id}`,
    sku: product.variants.length === 1 ? variant?.sku : (product.ref ?? product.id),
    ...(product.variants.length === 1 && variant?.gtin && { gtin: variant.gtin }),
    brand: { '@type': 'Brand', name: product.brand ?? shopName },
    ...(product.maker && { manufacturer: makerOf(product.maker, product.brand ?? shopName, language) }),
    ...(offers.length === 1 && { offers: only }),
    ...(offers.length > 1 && { offers: aggregateOf(product, told, offers) }),
    ...(rating && {
      aggregateRating: {
        '@type': 'AggregateRating',
        ratingValue: rating.value,
        reviewCount: rating.count,
        bestRating: 5,
        worstRating: 1,
      },
    }),
  }
}

function makerOf(maker: NonNullable<SourcedProduct['maker']>, name: string, language: Language): Record<string, unknown> {
  const [description, place] = [textIn(maker.text, language), textIn(maker.place, language)]
  return {
    '@type': 'Organization',
    name,
    ...(description && { description }),
    ...(place && { location: { '@type': 'Place', name: place } }),
  }
}

function offerOf(product: SourcedProduct, v: SourcedProduct['variants'][number], told: Told): Record<string, unknown> | null {
  const price = told.prices.get(v.id)
  if (!price) return null
  const choice = v.choiceNames.map(n => textIn(n, told.language)).filter(Boolean)
  return {
    '@type': 'Offer',
    ...(choice.length > 0 && { name: choice.join(' · ') }),
    sku: v.sku,
    ...(v.gtin && { gtin: v.gtin }),
    price: decimal(price),
    priceCurrency: price.currency,
    availability: `https://schema.org/${v.available > 0 ? 'InStock' : 'OutOfStock'}`,
    itemCondition: 'https://schema.org/NewCondition',
    url: `${told.publicUrl}/product/${product.id}`,
    seller: { '@type': 'Organization', name: told.shopName },
  }
}

function aggregateOf(product: SourcedProduct, told: Told, offers: readonly object[]): Record<string, unknown> {
  const prices = product.variants.flatMap(v => told.prices.get(v.id) ?? []).sort((a, b) => (a.minor < b.minor ? -1 : 1))
  return {
    '@type': 'AggregateOffer',
    lowPrice: decimal(prices[0] as Money),
    highPrice: decimal(prices.at(-1) as Money),
    priceCurrency: prices[0]?.currency,
    offerCount: offers.length,
    availability: `https://schema.org/${product.inStock ? 'InStock' : 'OutOfStock'}`,
    offers,
  }
}

/** With a decimal point and as many decimals as the currency has. */
function decimal({ minor, currency }: Money): string {
  const decimals = currencies[currency]
  const digits = minor.toString().padStart(decimals + 1, '0')
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}
