import type { ErrorCode } from '#base/http'
import { type Id, type Language, type Money, textIn } from '#base/kernel'
import type { ProductWish, SourcedProduct } from '#rooms/catalog'
import type { TradeFacts } from '#rooms/trade'
import { categoryOf } from './category-of.ts'
import { customsDiffer } from './customs.ts'
import type { FeedProduct, FeedVariant, Warning } from './feed-product.ts'
import { sameText } from './rich-text.ts'

export const outcomes = ['create', 'update', 'unchanged', 'refused'] as const
export type Outcome = (typeof outcomes)[number]
/** What an update would touch. */
export const changeKinds = ['name', 'description', 'brand', 'tags', 'variants', 'price', 'stock', 'pictures', 'customs'] as const
export type ChangeKind = (typeof changeKinds)[number]

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
export function planOf(feed: FeedProduct, present: Present | null, language: Language): Plan {
  if (feed.fault) return refused(feed, feed.fault.code, feed.fault.message, feed.fault.row ?? feed.row)
  if (!present) return planNew(feed, language)
  const { product } = present
  if (product.state === 'removed') return refused(feed, 'wrong_state', 'Moderation has taken this product off the shop', feed.row)
  if (product.options.length !== feed.options.length)
    return refused(
      feed,
      'option_mismatch',
      `The product has ${product.options.length} options, the file ${feed.options.length}; archive it to import it anew`,
      feed.row,
    )
  return planUpdate(feed, present, language)
}

const refused = (feed: FeedProduct, code: ErrorCode, message: string, row: number): Plan => ({
  outcome: 'refused',
  changes: [],
  code,
  message,
  row,
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

function planNew(feed: FeedProduct, language: Language): Plan {
  const { options, keyOf } = optionsFor(feed, [], language)
  const untracked = feed.variants.find(v => v.free === null)
  return {
    outcome: 'create',
    changes: [],
    code: null,
    message: null,
    row: feed.row,
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
      variants: feed.variants.map(v => ({
        id: null,
        sku: v.sku,
        gtin: v.gtin,
        choice: v.choice.map((value, i) => keyOf(i, value)),
        weightGrams: v.grams ?? 0,
        picture: null,
        free: v.free,
      })),
    },
    variants: feed.variants,
    picturesChanged: feed.pictures.length > 0 || feed.variants.some(v => v.picture !== null),
  }
}

type WishVariant = ProductWish['variants'][number]
const same = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((x, i) => x === b[i])
const sameSet = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every(x => b.includes(x))

function planUpdate(feed: FeedProduct, present: Present, language: Language): Plan {
  const { product, prices } = present
  const known = optionsFor(feed, product.options, language)
  const matched = matchVariants(feed, product, known.keyOf)
  const variants: (WishVariant & { feed: FeedVariant | null })[] = [
    ...product.variants.map(old => {
      const said = matched.get(old.id) ?? null
      return {
        id: old.id as Id<'variant'> | null,
        sku: said && !said.skuMade ? said.sku : old.sku,
        gtin: said?.gtin ?? old.gtin,
        choice: said ? said.choice.map((value, i) => known.keyOf(i, value)) : old.choice,
        weightGrams: said?.grams ?? old.weightGrams,
        picture: old.picture,
        free: said?.free ?? null,
        feed: said,
      }
    }),
    ...feed.variants
      .filter(v => ![...matched.values()].includes(v))
      .map(v => ({
        id: null,
        sku: v.sku,
        gtin: v.gtin,
        choice: v.choice.map((value, i) => known.keyOf(i, value)),
        weightGrams: v.grams ?? 0,
        picture: null,
        free: v.free,
        feed: v,
      })),
  ]
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
    brand: feed.brand ?? product.brand,
    category: product.category,
    name: texts(product.name, feed.title),
    description: texts(product.description, feed.description),
    tags: feed.tags ?? product.tags,
    options,
    pictures: product.pictureIds,
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
    stock: variants.some(v => v.id !== null && v.free !== null && v.free !== product.free.get(v.id)),
    pictures,
    customs: variants.some(v => customsDiffer(v.feed?.customs, customs.get(v.id ?? ''))),
  }
  return changeKinds.filter(kind => differs[kind])
}
