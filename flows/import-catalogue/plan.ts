import type { ErrorCode } from '#base/http'
import { type Id, type Language, type Money, textIn } from '#base/kernel'
import type { ProductWish, SourcedProduct } from '#rooms/catalog'
import type { TradeFacts } from '#rooms/trade'
import { categoryOf } from './category-of.ts'
import { customsDiffer } from './customs.ts'
import type { Fault, FeedProduct, FeedVariant, Warning } from './feed-product.ts'
import { planMaker } from './maker-columns.ts'
import { sameText } from './rich-text.ts'
import { nothingSaid, type PlannedStock, planStock, type ShopStock } from './stock-columns.ts'

export const outcomes = ['create', 'update', 'unchanged', 'refused'] as const
export type Outcome = (typeof outcomes)[number]
/** What an update would touch. */
export const changeKinds = [
  'name',
  'description',
  'brand',
  'tags',
  'maker',
  'responsible',
  'variants',
  'price',
  'stock',
  'safety',
  'bundle',
  'pictures',
  'customs',
] as const
export type ChangeKind = (typeof changeKinds)[number]

/** What a plan must know of the shop. */
export interface ShopFacts extends ShopStock {
  /** What it is called, in every language. */
  readonly names: readonly string[]
}
/** What the shop has of it now. */
export interface Present {
  readonly product: SourcedProduct
  readonly prices: ReadonlyMap<string, Money>
  /** Picture addresses that ask for nothing new: as the last file had them, and as our own export says them. */
  readonly pictures: readonly (readonly string[])[]
  /** Addresses of ours, in any order: a feed of variants doesn't keep it. */
  readonly ownPictures: readonly (readonly string[])[]
  readonly variantPictures: ReadonlyMap<string, readonly string[]>
  /** What customs knows of its variants. */
  readonly customs: ReadonlyMap<string, TradeFacts>
}
export interface Plan {
  readonly outcome: Outcome
  readonly changes: readonly ChangeKind[]
  readonly code: ErrorCode | null
  readonly message: string | null
  readonly row: number
  /** Of a refusal about one cell. */
  readonly column: string | null
  readonly warnings: readonly Warning[]
  /** What to save; null when nothing of the product itself changes. */
  readonly wish: ProductWish | null
  /** For each variant of the wish, in its order: what the file says of it, null for those that the file doesn't name. */
  readonly variants: readonly (FeedVariant | null)[]
  readonly picturesChanged: boolean
}

/**
 * What importing this product would do. Pure. Only what the file says is touched, texts only in the file's language; what it is silent
 * about stays: category, texts of other languages, variants that it doesn't name.
 */
export function planOf(feed: FeedProduct, present: Present | null, language: Language, shop: ShopFacts = noShop): Plan {
  if (feed.fault) return faulty(feed, feed.fault)
  const known = present?.product ?? { maker: null, responsible: null }
  const made = planMaker(feed.maker, known, { language, row: feed.row })
  if ('fault' in made) return faulty(feed, made.fault)
  if (!present) return planNew(feed, made, { language, shop })
  const { product } = present
  if (product.state === 'removed') return refused(feed, 'wrong_state', 'Moderation has taken this product off the shop', feed.row)
  if (product.options.length !== feed.options.length)
    return refused(
      feed,
      'option_mismatch',
      `The product has ${product.options.length} options, the file ${feed.options.length}; archive it to import it anew`,
      feed.row,
    )
  return planUpdate(feed, present, made, { language, shop })
}
const noShop: ShopFacts = { locations: [], skus: new Map(), names: [] }
type Made = Pick<ProductWish, 'maker' | 'responsible'>
interface Within {
  readonly language: Language
  readonly shop: ShopFacts
}

const faulty = (feed: FeedProduct, f: Fault): Plan => refused(feed, f.code, f.message, f.row ?? feed.row, f.column)
const refused = (feed: FeedProduct, code: ErrorCode, message: string, row: number, column: string | null = null): Plan => ({
  outcome: 'refused',
  changes: [],
  code,
  message,
  row,
  column,
  warnings: feed.warnings,
  wish: null,
  variants: [],
  picturesChanged: false,
})

type Options = ProductWish['options']
/** Values by name: known ones keep their keys, new ones get the next. */
function optionsFor(
  feed: FeedProduct,
  known: Options,
  language: Language,
): { options: Options; keyOf: (i: number, value: string) => string } {
  const options = feed.options.map((name, i) => {
    const before = known[i]
    const values = [...(before?.values ?? [])]
    for (const v of feed.variants) {
      const value = v.choice[i] as string
      if (values.some(known => Object.values(known.name).includes(value))) continue
      const next = 1 + Math.max(0, ...values.map(known => Number(/^v(\d+)$/.exec(known.key)?.[1] ?? 0)))
      values.push({ key: `v${next}`, name: { [language]: value } })
    }
    const named = before && Object.values(before.name).includes(name) ? before.name : { ...before?.name, [language]: name }
    return { name: named, values }
  })
  const keyOf = (i: number, value: string) => options[i]?.values.find(v => Object.values(v.name).includes(value))?.key as string
  return { options, keyOf }
}
/** Without the values that nothing is of any more; those that nothing was of before are somebody's plan and stay. */
const used = (options: Options, choices: readonly (readonly string[])[], before: readonly (readonly string[])[]): Options =>
  options.map((o, i) => ({
    ...o,
    values: o.values.filter(v => choices.some(c => c[i] === v.key) || !before.some(c => c[i] === v.key)),
  }))

function planNew(feed: FeedProduct, made: Made, { language, shop }: Within): Plan {
  const { options, keyOf } = optionsFor(feed, [], language)
  const stocks = feed.variants.map(v => planStock(v, null, shop))
  const wrong = faultOf(stocks)
  if (wrong) return faulty(feed, wrong)
  const untracked = feed.variants.find(v => v.free === null && !v.places && !v.components)
  return {
    outcome: 'create',
    changes: [],
    code: null,
    message: null,
    row: feed.row,
    column: null,
    warnings: [...feed.warnings, ...(untracked ? [{ code: 'stock_untracked' as const, row: untracked.row }] : [])],
    wish: {
      id: null,
      version: 0,
      ref: feed.ref,
      brand: feed.brand,
      category: categoryOf(feed.type),
      name: feed.title ? { [language]: feed.title } : {},
      description: feed.description ? { [language]: feed.description } : {},
      tags: feed.tags ?? [],
      options,
      pictures: [],
      ...made,
      variants: feed.variants.map((v, i) => newVariant(v, keyOf, stocks[i] as PlannedStock)),
    },
    variants: feed.variants,
    picturesChanged: feed.pictures.length > 0 || feed.variants.some(v => v.picture !== null),
  }
}

const faultOf = (stocks: readonly (PlannedStock | { fault: Fault })[]): Fault | null =>
  stocks.flatMap(s => ('fault' in s ? [s.fault] : []))[0] ?? null
const newVariant = (v: FeedVariant, keyOf: (i: number, value: string) => string, stock: PlannedStock): WishVariant => ({
  id: null,
  sku: v.sku,
  gtin: v.gtin,
  choice: v.choice.map((value, i) => keyOf(i, value)),
  weightGrams: v.grams ?? 0,
  picture: null,
  ...stock,
})

type WishVariant = ProductWish['variants'][number]
const same = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((x, i) => x === b[i])
const sameSet = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every(x => b.includes(x))

function planUpdate(feed: FeedProduct, present: Present, made: Made, within: Within): Plan {
  const { product, prices } = present
  const { language, shop } = within
  const known = optionsFor(feed, product.options, language)
  const variants = variantsOf(feed, product, known.keyOf, shop)
  if ('fault' in variants) return faulty(feed, variants.fault)
  const options = used(
    known.options,
    variants.map(v => v.choice),
    product.variants.map(v => v.choice),
  )
  const texts = (now: SourcedProduct['name'], said: string | null) =>
    said === null || sameText(textIn(now, language), said) ? now : { ...now, [language]: said }
  const wish: ProductWish = {
    id: product.id,
    version: product.version,
    ref: product.ref ?? feed.ref,
    // A product without a brand goes out under the shop's name: that is no news.
    brand:
      product.brand === null && feed.brand !== null && shop.names.includes(feed.brand) ? null : (feed.brand ?? product.brand),
    category: product.category,
    name: texts(product.name, feed.title),
    description: texts(product.description, feed.description),
    tags: feed.tags ?? product.tags,
    options,
    pictures: product.pictureIds,
    ...made,
    variants: variants.map(({ feed: _, ...v }) => v),
  }
  const pictures = picturesChange(feed, present, variants)
  const changes = changesOf(wish, present, { variants, prices, pictures })
  const absent = variants.some(v => v.feed === null)
  return {
    outcome: changes.length > 0 ? 'update' : 'unchanged',
    changes,
    code: null,
    message: null,
    row: feed.row,
    column: null,
    warnings: [
      ...feed.warnings,
      ...(absent ? [{ code: 'variant_not_in_file' as const, row: feed.row }] : []),
      ...(feed.publish === false && product.state === 'live' ? [{ code: 'stays_live' as const, row: feed.row }] : []),
    ],
    wish: changes.some(c => c !== 'price' && c !== 'pictures' && c !== 'customs') ? wish : null,
    variants: variants.map(v => v.feed),
    picturesChanged: pictures,
  }
}

type Variants = (WishVariant & { feed: FeedVariant | null })[]
/** Those of the shop with what the file says over them, then those that only the file has. */
function variantsOf(
  feed: FeedProduct,
  product: SourcedProduct,
  keyOf: (i: number, value: string) => string,
  shop: ShopStock,
): Variants | { fault: Fault } {
  const matched = matchVariants(feed, product, keyOf)
  const named = [...matched.values()]
  const fresh = feed.variants.filter(v => !named.includes(v))
  const known = product.variants.map(variant => {
    const said = matched.get(variant.id) ?? null
    return { variant, said, stock: said ? planStock(said, { variant, product }, shop) : nothingSaid }
  })
  const stocks = fresh.map(v => planStock(v, null, shop))
  const wrong = faultOf([...known.map(k => k.stock), ...stocks])
  if (wrong) return { fault: wrong }
  return [
    ...known.map(({ variant: old, said, stock }) => ({
      id: old.id as Id<'variant'> | null,
      sku: said && !said.skuMade ? said.sku : old.sku,
      gtin: said?.gtin ?? old.gtin,
      choice: said ? said.choice.map((value, i) => keyOf(i, value)) : old.choice,
      weightGrams: said?.grams ?? old.weightGrams,
      picture: old.picture,
      ...(stock as PlannedStock),
      feed: said,
    })),
    ...fresh.map((v, i) => ({ ...newVariant(v, keyOf, stocks[i] as PlannedStock), feed: v })),
  ]
}

/** By SKU first, else by what was chosen; a variant of the shop is matched once. */
function matchVariants(
  feed: FeedProduct,
  product: SourcedProduct,
  keyOf: (i: number, value: string) => string,
): Map<string, FeedVariant> {
  const matched = new Map<string, FeedVariant>()
  const left: FeedVariant[] = []
  for (const v of feed.variants) {
    const by = v.skuMade ? undefined : product.variants.find(old => old.sku === v.sku)
    if (by && !matched.has(by.id)) matched.set(by.id, v)
    else left.push(v)
  }
  for (const v of left) {
    const choice = v.choice.map((value, i) => keyOf(i, value))
    const by = product.variants.find(old => !matched.has(old.id) && same(old.choice, choice))
    if (by) matched.set(by.id, v)
  }
  return matched
}

/** A file without pictures asks for no change: nothing is taken away. */
function picturesChange(
  feed: FeedProduct,
  present: Present,
  variants: readonly { id: string | null; feed: FeedVariant | null }[],
): boolean {
  if (
    feed.pictures.length > 0 &&
    !present.pictures.some(asked => same(feed.pictures, asked)) &&
    !present.ownPictures.some(own => sameSet(feed.pictures, own))
  )
    return true
  return variants.some(v => v.feed?.picture && !present.variantPictures.get(v.id ?? '')?.includes(v.feed.picture))
}

interface Compared {
  readonly variants: readonly (WishVariant & { feed: FeedVariant | null })[]
  readonly prices: ReadonlyMap<string, Money>
  readonly pictures: boolean
}
function changesOf(wish: ProductWish, { product, customs }: Present, { variants, prices, pictures }: Compared): ChangeKind[] {
  const old = new Map(product.variants.map(v => [v.id as string, v]))
  const differs: Record<ChangeKind, boolean> = {
    name: wish.name !== product.name,
    description: wish.description !== product.description,
    brand: wish.brand !== product.brand,
    maker: wish.maker !== product.maker,
    responsible: wish.responsible !== product.responsible,
    tags: !same(wish.tags, product.tags),
    variants:
      JSON.stringify(wish.options) !== JSON.stringify(product.options) ||
      variants.some(v => {
        const before = old.get(v.id ?? '')
        return (
          !before ||
          before.sku !== v.sku ||
          before.gtin !== v.gtin ||
          before.weightGrams !== v.weightGrams ||
          !same(before.choice, v.choice)
        )
      }),
    price: variants.some(v => v.feed?.price && prices.get(v.id ?? '')?.minor.toString() !== v.feed.price),
    stock: variants.some(
      v => v.id !== null && ((v.free !== null && v.free !== product.free.get(v.id)) || v.places?.some(p => p.free !== null)),
    ),
    safety: variants.some(v => v.id !== null && (v.lowAt !== undefined || v.places?.some(p => p.safety !== null))),
    bundle: variants.some(v => v.id !== null && v.components),
    pictures,
    customs: variants.some(v => customsDiffer(v.feed?.customs, customs.get(v.id ?? ''))),
  }
  return changeKinds.filter(kind => differs[kind])
}
