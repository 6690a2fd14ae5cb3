import { api, ask } from '../../client/api.ts'
import { queryClient } from '../../client/query.ts'
import type { Product } from '../../client/types.ts'
import type { StudioMessages } from '../../i18n/studio/index.ts'
import { bodyOf, combinations, type Draft, type DraftOption, emptyVariant, gtinFits, isNamed, wholeNumber } from './draft.ts'
import { type Variants, variantKey } from './NewVariants.tsx'

export interface NewProduct {
  readonly draft: Draft
  readonly options: readonly DraftOption[]
  readonly variants: Variants
}

/** What is wrong before the server is asked, by part of the form. */
export function faults({ draft, options, variants }: NewProduct, t: StudioMessages): { name?: string; variants?: string } {
  const rows = combinations(options)
  const found = rows.map(c => variants[variantKey(c)] ?? emptyVariant)
  const skus = found.map(v => v.sku)
  const unnamed = options.some(o => [o.name, ...o.values.map(v => v.name)].some(n => !Object.values(n).some(x => x?.trim())))
  const fault = unnamed
    ? t.product.optionMissing
    : rows.length > 200
      ? t.product.tooMany(rows.length)
      : skus.some(s => s === '')
        ? t.product.skuMissing
        : new Set(skus).size < skus.length
          ? t.product.skuTwice
          : found.some(v => v.price === null)
            ? t.product.priceWrong
            : found.some(v => !gtinFits(v.gtin))
              ? t.product.gtinWrong
              : ''
  return { ...(!isNamed(draft) && { name: t.product.nameMissing }), ...(fault && { variants: fault }) }
}

/** The draft first, then each price; `priced` is false when one of the prices was refused. */
export async function createProduct(
  shop: string,
  currency: string,
  { draft, options, variants }: NewProduct,
): Promise<{ product: Product; priced: boolean }> {
  const rows = combinations(options).map(choice => ({ choice, of: variants[variantKey(choice)] ?? emptyVariant }))
  const product = await ask(
    api.POST('/v1/shops/{shop}/products', {
      params: { path: { shop } },
      body: {
        ...bodyOf(draft),
        options: options.map(o => ({ name: o.name, values: o.values.map(v => ({ key: v.key, name: v.name })) })),
        variants: rows.map(r => ({
          sku: r.of.sku,
          gtin: r.of.gtin || null,
          choice: [...r.choice],
          weightGrams: wholeNumber(r.of.weight, 100_000),
          onHand: wholeNumber(r.of.onHand, 1_000_000),
        })),
      },
    }),
  )
  const wanted = rows.flatMap(r => {
    const variant = product.variants.find(v => v.sku === r.of.sku)
    return variant && r.of.price ? [{ id: variant.id, minor: r.of.price }] : []
  })
  const set = await Promise.allSettled(
    wanted.map(w =>
      ask(api.PUT('/v1/variants/{id}/price', { params: { path: { id: w.id } }, body: { price: { minor: w.minor, currency } } })),
    ),
  )
  queryClient.setQueryData(['product', product.id], product)
  void queryClient.invalidateQueries({ queryKey: ['desk-products'] })
  return { product, priced: set.every(s => s.status === 'fulfilled') }
}
