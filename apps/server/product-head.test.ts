import { expect, test } from 'vitest'
import { money } from '#base/kernel'
import type { SourcedProduct } from '#rooms/catalog'
import { productJson } from './product-head.ts'

const variant = (id: string, sku: string, available: number, gtin: string | null = null) => ({
  id,
  sku,
  gtin,
  available,
  choice: ['a'],
  choiceNames: [{ en: `Size ${sku}` }],
  weightGrams: 0,
  picture: null,
})
const productOf = (variants: ReturnType<typeof variant>[], parts: object = {}) =>
  ({
    id: 'prd_1',
    ref: 'cup',
    brand: null,
    name: { en: 'Cup', ja: '湯呑み' },
    description: { en: 'A cup' },
    inStock: true,
    variants,
    pictures: [{ url: '/media/med_1/full.webp' }],
    ...parts,
  }) as unknown as SourcedProduct
const told = (prices: [string, ReturnType<typeof money>][], rating: { value: number; count: number } | null = null) => ({
  prices: new Map(prices),
  rating,
  shopName: 'Kiln',
  language: 'ja' as const,
  publicUrl: 'https://shop.example',
})

test('the head of a product with one variant says its price, currency, availability, SKU, GTIN, brand and rating', () => {
  const json = productJson(
    productOf([variant('v1', 'CUP', 3, '4006381333931')], { brand: 'Tahara' }),
    told([['v1', money(1200, 'JPY')]], { value: 4.5, count: 2 }),
  )
  expect(json).toMatchObject({
    '@type': 'Product',
    name: '湯呑み',
    sku: 'CUP',
    gtin: '4006381333931',
    brand: { name: 'Tahara' },
    image: ['https://shop.example/media/med_1/full.webp'],
    offers: { '@type': 'Offer', price: '1200', priceCurrency: 'JPY', availability: 'https://schema.org/InStock' },
    aggregateRating: { ratingValue: 4.5, reviewCount: 2 },
  })
})
test('a known maker is told of with brand or shop as their name, in the reader’s language; an unknown one is not', () => {
  const maker = { text: { en: 'Four generations', ja: '四代' }, place: { ja: '萩' }, pictures: [], shown: [] }
  const of = (parts: object) => productJson(productOf([variant('v1', 'CUP', 3)], parts), told([['v1', money(1200, 'JPY')]]))
  expect(of({ brand: 'Tahara', maker })).toMatchObject({
    brand: { '@type': 'Brand', name: 'Tahara' },
    manufacturer: {
      '@type': 'Organization',
      name: 'Tahara',
      description: '四代',
      location: { '@type': 'Place', name: '萩' },
    },
  })
  expect(of({ maker: { ...maker, place: {} } }).manufacturer).toEqual({
    '@type': 'Organization',
    name: 'Kiln',
    description: '四代',
  })
  expect(of({ maker: null })).not.toHaveProperty('manufacturer')
})
test('of several variants each has an offer of its own, and the range stands above them; without ratings none is told', () => {
  const json = productJson(
    productOf([variant('v1', 'S', 0), variant('v2', 'L', 2)]),
    told([
      ['v1', money(5, 'USD')],
      ['v2', money(1250, 'USD')],
    ]),
  )
  expect(json).toMatchObject({
    brand: { name: 'Kiln' },
    sku: 'cup',
    offers: {
      '@type': 'AggregateOffer',
      lowPrice: '0.05',
      highPrice: '12.50',
      priceCurrency: 'USD',
      offerCount: 2,
      offers: [
        { sku: 'S', availability: 'https://schema.org/OutOfStock' },
        { sku: 'L', availability: 'https://schema.org/InStock' },
      ],
    },
  })
  expect(json).not.toHaveProperty('aggregateRating')
  expect(json).not.toHaveProperty('gtin')
})
