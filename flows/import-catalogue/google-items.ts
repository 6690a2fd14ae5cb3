import type { Currency } from '#base/kernel'
import { isGtin, variantLimits } from '#rooms/catalog'
import { parseAmount } from './amount.ts'
import { type Fault, type FeedProduct, type FeedVariant, fault, limits, type Warning } from './feed-product.ts'
import { plainOf } from './rich-text.ts'
import { empty } from './shopify-rows.ts'
import { countOf, cut, gtinOf, pictureOf } from './values.ts'

/** An item of a Google Merchant feed: attributes by their names without prefix (`image_link`), each with all its values. */
export interface GoogleItem {
  readonly row: number
  readonly values: ReadonlyMap<string, readonly string[]>
  /** `product_detail` groups: name and value of what is told in the section of options. */
  readonly details: readonly { readonly section: string; readonly name: string; readonly value: string }[]
}
/** The section under which our own feed tells options that Google has no attribute for. */
export const optionSection = 'Option'
const optionNames = { color: 'Color', size: 'Size', material: 'Material', pattern: 'Pattern' } as const

const one = (item: GoogleItem, name: string): string => (item.values.get(name)?.[0] ?? '').trim()

/** Items of one `item_group_id` are variants of one product; an item without is a product. */
export function productsOfItems(items: readonly GoogleItem[], currency: Currency): FeedProduct[] {
  const groups = new Map<string, GoogleItem[]>()
  const refused: FeedProduct[] = []
  const seen = new Map<string, number>()
  for (const item of items) {
    const id = one(item, 'id')
    const before = seen.get(id)
    if (id === '') refused.push(empty('', item.row, one(item, 'title'), fault('handle_missing', 'The item has no id', item.row)))
    else if (before !== undefined)
      refused.push(
        empty(
          id,
          item.row,
          one(item, 'title'),
          fault('handle_repeated', `The id "${id}" is another item's, number ${before}`, item.row),
        ),
      )
    else {
      seen.set(id, item.row)
      const ref = (one(item, 'item_group_id') || id).slice(0, limits.ref)
      groups.set(ref, [...(groups.get(ref) ?? []), item])
    }
  }
  return [...[...groups].map(([ref, group]) => productOf(ref, group, currency)), ...refused].sort((a, b) => a.row - b.row)
}

function productOf(ref: string, group: readonly GoogleItem[], currency: Currency): FeedProduct {
  const first = group[0] as GoogleItem
  const { row } = first
  const warnings: Warning[] = []
  const options = optionsOf(group)
  const many =
    group.length > variantLimits.variants
      ? fault('too_many_variants', `${group.length} variants; a product has at most ${variantLimits.variants}`, row)
      : options.length > variantLimits.options
        ? fault('too_many_options', `A product has at most ${variantLimits.options} options`, row)
        : null
  const variants = many ? [] : group.map(item => variantOf(item, options, currency, warnings))
  const bad = variants.find(v => 'fault' in v) as { fault: Fault } | undefined
  const pictures = [
    ...new Set(group.flatMap(item => ['image_link', 'additional_image_link'].flatMap(n => item.values.get(n) ?? []))),
  ]
    .flatMap(text => text.split(/,(?=https?:)/))
    .map(pictureOf)
  if (pictures.includes(null) || pictures.length > limits.pictures) warnings.push({ code: 'picture_ignored', row })
  return {
    ref,
    row,
    rows: group.length,
    title: cut(one(first, 'title'), limits.name, warnings, row),
    description: cut(plainOf(one(first, 'description')), limits.description, warnings, row),
    brand: one(first, 'brand').slice(0, 100) || null,
    type: [one(first, 'product_type'), one(first, 'google_product_category')].filter(Boolean).join(' > ') || null,
    tags: null,
    publish: true,
    options: options.map(o => o.name),
    variants: bad ? [] : (variants as FeedVariant[]),
    pictures: [...new Set(pictures.flatMap(p => p ?? []))].slice(0, limits.pictures),
    warnings,
    fault: many ?? bad?.fault ?? null,
  }
}

interface Option {
  readonly name: string
  readonly of: (item: GoogleItem) => string
}
/** What the items of a group differ by: options told as such, else those of Google's attributes that every item of a group has. */
function optionsOf(group: readonly GoogleItem[]): Option[] {
  const told = [...new Set(group.flatMap(i => i.details.filter(d => d.section === optionSection).map(d => d.name)))]
  if (told.length > 0)
    return told.map(name => ({
      name: name.slice(0, 60),
      of: item =>
        item.details
          .find(d => d.section === optionSection && d.name === name)
          ?.value.trim()
          .slice(0, 60) ?? '',
    }))
  if (group.length === 1) return []
  return Object.entries(optionNames).flatMap(([attribute, name]) => {
    const of = (item: GoogleItem) => one(item, attribute).slice(0, 60)
    return group.some(item => of(item) !== '') ? [{ name, of }] : []
  })
}

function variantOf(
  item: GoogleItem,
  options: readonly Option[],
  currency: Currency,
  warnings: Warning[],
): FeedVariant | { fault: Fault } {
  const { row } = item
  const choice = options.map(o => o.of(item))
  if (choice.includes('')) return { fault: fault('option_mismatch', 'An item of a group lacks what its others differ by', row) }
  const told = one(item, 'price')
  const price = told === '' ? null : parseAmount(told, currency)
  if (price && !price.ok) return { fault: fault(price.code, price.message, row) }
  if (!price) warnings.push({ code: 'price_missing', row })
  if (one(item, 'sale_price') !== '') warnings.push({ code: 'compare_price_ignored', row })
  const quantity = one(item, 'quantity') || one(item, 'sell_on_google_quantity')
  const free = quantity === '' ? null : countOf(quantity)
  if (quantity !== '' && free === null)
    return { fault: fault('quantity_invalid', `"${quantity.slice(0, 20)}" is no stock: a whole number from 0 to 1,000,000`, row) }
  const gtin = gtinOf(one(item, 'gtin'), isGtin)
  if (one(item, 'gtin') !== '' && gtin === null) warnings.push({ code: 'gtin_ignored', row })
  return {
    row,
    sku: one(item, 'id').slice(0, 64),
    skuMade: false,
    choice,
    grams: gramsOf(one(item, 'shipping_weight')),
    free,
    price: price ? price.value.minor.toString() : null,
    gtin,
    // The picture of an item that stands alone is the product's.
    picture: options.length > 0 ? pictureOf(one(item, 'image_link')) : null,
  }
}

const units: Readonly<Record<string, number>> = { g: 1, kg: 1000, lb: 453.592, oz: 28.3495 }
function gramsOf(text: string): number | null {
  const found = /^([\d.]+)\s*(g|kg|lb|oz)$/i.exec(text)
  const grams = found ? Math.round(Number(found[1]) * (units[(found[2] as string).toLowerCase()] as number)) : Number.NaN
  return Number.isFinite(grams) && grams <= 100_000 ? grams : null
}
