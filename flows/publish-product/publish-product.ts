import type { House } from '#base/house'
import type { Caller, ErrorCode } from '#base/http'
import { type Id, ok, type Result, refuse } from '#base/kernel'
import type { Accounts } from '#rooms/accounts'
import { type Catalog, missingTexts, type ProductWire, productToWire } from '#rooms/catalog'
import type { Media } from '#rooms/media'
import type { Prices } from '#rooms/prices'

export interface PublishProductDoors {
  readonly accounts: Pick<Accounts, 'may'>
  readonly catalog: Pick<Catalog, 'products' | 'publish'>
  readonly media: Pick<Media, 'pictures'>
  readonly prices: Pick<Prices, 'current'>
}
export interface PublishProduct {
  /** Puts a product on sale when nothing is missing: a name and a description, a picture that is ready, a price for every variant. Stock may be zero. */
  publish(caller: Caller, id: Id<'product'>): Promise<Result<ProductWire, ErrorCode>>
}

export function createPublishProduct(_house: House, { accounts, catalog, prices }: PublishProductDoors): PublishProduct {
  return {
    async publish(caller, id) {
      const product = (await catalog.products([id])).get(id)
      if (!product) return refuse('not_found', 'There is no such product')
      const may = accounts.may(caller, 'product.manage', { shop: product.shop })
      if (!may.ok) return may.code === 'forbidden' ? refuse('not_found', 'There is no such product') : may
      const missing = missingTexts(product)
      if (missing.length > 0)
        return refuse('text_missing', 'A name and a description are needed, in at least one language', {
          fields: Object.fromEntries(missing.map(m => [m, ['missing']])),
        })
      if (product.pictures.length === 0)
        return refuse(
          'media_not_ready',
          product.pictureIds.length > 0 ? 'The pictures are still being prepared' : 'At least one picture is needed',
          { fields: { pictures: ['missing'] } },
        )
      const current = await prices.current(product.variants.map(v => v.id))
      const without = product.variants.filter(v => !current.has(v.id))
      if (without.length > 0) return refuse('price_invalid', 'Every variant needs a price', { variants: without.map(v => v.id) })
      const lowest = [...current.values()].map(c => c.price).reduce((a, b) => (b.minor < a.minor ? b : a))
      const published = await catalog.publish(caller, id, lowest)
      return published.ok ? ok(productToWire(published.value, true)) : published
    },
  }
}
