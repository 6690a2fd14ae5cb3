import { type Language, type Money, textIn } from '#base/kernel'
import type { Shop } from '#rooms/accounts'
import type { SourcedProduct } from '#rooms/catalog'
import { decimalOf } from './amount.ts'
import type { Desk } from './doors.ts'
import { toldOf } from './export-shopify.ts'
import { optionSection } from './google-items.ts'
import type { LinkRow } from './link-store.ts'
import { ownUrl } from './look-up.ts'

// Characters that XML 1.0 has no place for, not even escaped.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const unfit = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const escaped = (text: string) =>
  text.replace(unfit, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;')
const tag = (name: string, text: string | null) => (text === null || text === '' ? '' : `<${name}>${escaped(text)}</${name}>`)

/**
 * A shop's live products as a Google Merchant feed (RSS 2.0): public, because each of them is. Variants are items of one group;
 * options beyond colour, size, material and pattern are told as product details.
 */
export async function* exportGoogle(desk: Desk, shop: Shop, language: Language): AsyncGenerator<string> {
  const { publicUrl } = desk.house.config
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel>${tag('title', textIn(shop.name, language))}${tag('link', `${publicUrl}/shop/${shop.slug}`)}${tag('description', textIn(shop.about, language) || textIn(shop.name, language))}\n`
  const shopName = textIn(shop.name, language)
  let after: string | undefined
  do {
    const page = await desk.doors.catalog.list({ shop: shop.id, limit: 100, after })
    for (const { product, prices, link } of await toldOf(desk, shop.id, page.ids))
      for (const v of product.variants) yield itemOf(product, v, { price: prices.get(v.id), link, language, publicUrl, shopName })
    after = page.next ?? undefined
  } while (after)
  yield '</channel></rss>\n'
}

type Variant = SourcedProduct['variants'][number]
interface Told {
  readonly price: Money | undefined
  readonly link: LinkRow | undefined
  readonly language: Language
  readonly publicUrl: string
  readonly shopName: string
}
function itemOf(product: SourcedProduct, v: Variant, { price, link, language, publicUrl, shopName }: Told): string {
  if (!price) return ''
  const pictures = [...(v.picture ? [v.picture] : []), ...product.pictureIds.filter(id => id !== v.picture)].map(id =>
    ownUrl(publicUrl, id),
  )
  const parts = [
    tag('g:id', v.sku),
    tag('g:item_group_id', product.ref ?? product.id),
    tag('g:title', textIn(product.name, language)),
    tag('g:description', textIn(product.description, language)),
    tag('g:link', `${publicUrl}/product/${product.id}`),
    tag('g:image_link', pictures[0] ?? null),
    ...pictures.slice(1).map(url => tag('g:additional_image_link', url)),
    tag('g:availability', v.available > 0 ? 'in_stock' : 'out_of_stock'),
    tag('g:price', `${decimalOf(price)} ${price.currency}`),
    // As on the product's page: without a brand of its own the shop is the brand.
    tag('g:brand', product.brand ?? shopName),
    tag('g:gtin', v.gtin),
    tag('g:product_type', link?.type ?? product.category),
    tag('g:condition', 'new'),
    tag('g:shipping_weight', v.weightGrams > 0 ? `${v.weightGrams} g` : null),
    ...optionsOf(product, v, language),
    ...makerOf(product, language),
  ]
  return `<item>${parts.join('')}</item>\n`
}

const attributes: Readonly<Record<string, string>> = {
  color: 'g:color',
  colour: 'g:color',
  size: 'g:size',
  material: 'g:material',
  pattern: 'g:pattern',
}
const detailOf = (section: string, name: string, value: string): string =>
  `<g:product_detail>${tag('g:section_name', section)}${tag('g:attribute_name', name)}${tag('g:attribute_value', value)}</g:product_detail>`
/** Who made it has no attribute of Google's; a value has at most 1,000 characters. */
const makerOf = ({ maker }: SourcedProduct, language: Language): string[] =>
  [
    ['Place', textIn(maker?.place ?? {}, language)] as const,
    ['About', textIn(maker?.text ?? {}, language).slice(0, 1000)] as const,
  ].flatMap(([name, text]) => (text === '' ? [] : [detailOf('Maker', name, text)]))

function optionsOf(product: SourcedProduct, v: Variant, language: Language): string[] {
  return product.options.flatMap((o, i) => {
    const name = textIn(o.name, language)
    const value = textIn(o.values.find(x => x.key === v.choice[i])?.name ?? {}, language)
    const attribute = attributes[(o.name.en ?? name).toLowerCase()]
    return [...(attribute ? [tag(attribute, value)] : []), detailOf(optionSection, name, value)]
  })
}
