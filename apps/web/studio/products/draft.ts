import type { operations } from '../../client/schema.d.ts'
import type { Picture, Product, Texts } from '../../client/types.ts'

export type NewBody = operations['POST /v1/shops/{shop}/products']['requestBody']['content']['application/json']
export type TextDrafts = NonNullable<NewBody['drafts']>
export type Category = Product['category']
export const categories: readonly Category[] = [
  'ceramics',
  'tea',
  'stationery',
  'textiles',
  'skincare',
  'knives',
  'sweets',
  'incense',
  'washi',
  'sake',
  'bags',
  'toys',
  'other',
]

/** A picture of a draft: only what is ready has an id that the server takes. */
export interface DraftPicture {
  readonly id: string
  readonly url: string
  readonly thumbhash?: string
}
/** What one editor changes at once; price and stock are changed one by one. */
export interface Draft {
  readonly name: Texts
  readonly description: Texts
  /** Texts that wait to be approved, by language. */
  readonly drafts: TextDrafts
  readonly category: Category
  readonly tags: readonly string[]
  readonly pictures: readonly DraftPicture[]
}
export const emptyDraft: Draft = { name: {}, description: {}, drafts: {}, category: 'other', tags: [], pictures: [] }

const pictureOf = ({ id, url, thumbhash }: Picture): DraftPicture => ({ id, url, thumbhash })
export const draftOf = (p: Product): Draft => ({
  name: p.name,
  description: p.description,
  drafts: p.drafts ?? {},
  category: p.category,
  tags: p.tags,
  pictures: p.pictures.map(pictureOf),
})
const filled = (texts: Texts): Texts => Object.fromEntries(Object.entries(texts).filter(([, v]) => v?.trim()))
/** Drafts with words; the same words as the approved text wait for nobody. */
const waiting = (d: Draft): TextDrafts =>
  Object.fromEntries(
    Object.entries(d.drafts).filter(([l, x]) => {
      const [name, description] = [d.name[l as keyof Texts] ?? '', d.description[l as keyof Texts] ?? '']
      return x && (x.name.trim() || x.description.trim()) && (x.name !== name || x.description !== description)
    }),
  )
/** A draft as the server takes it. */
export const bodyOf = (d: Draft) => ({
  name: filled(d.name),
  description: filled(d.description),
  drafts: waiting(d),
  category: d.category,
  tags: [...d.tags],
  pictures: d.pictures.map(p => p.id),
})
const sorted = (texts: Texts) => [texts.en ?? '', texts.ja ?? '', texts.zh ?? '']
function textOf(d: Draft, key: keyof Draft): string {
  if (key === 'name' || key === 'description') return JSON.stringify(sorted(filled(d[key])))
  if (key === 'drafts')
    return JSON.stringify(
      Object.entries(waiting(d))
        .toSorted()
        .map(([l, x]) => [l, x?.name, x?.description]),
    )
  return JSON.stringify(key === 'pictures' ? d.pictures.map(p => p.id) : d[key])
}
export const draftKeys: readonly (keyof Draft)[] = ['name', 'description', 'drafts', 'category', 'tags', 'pictures']
/** The parts in which two drafts differ. */
export const differences = (a: Draft, b: Draft): readonly (keyof Draft)[] => draftKeys.filter(k => textOf(a, k) !== textOf(b, k))
export const isNamed = (d: Draft): boolean => Object.keys(filled(d.name)).length > 0

/** GTIN-8, 12, 13 or 14 by its check digit; empty is fine. */
export function gtinFits(gtin: string): boolean {
  if (gtin === '') return true
  if (!/^(\d{8}|\d{12,14})$/.test(gtin)) return false
  const digits = [...gtin].map(Number).toReversed()
  return digits.reduce((sum, d, i) => sum + d * (i % 2 === 0 ? 1 : 3), 0) % 10 === 0
}

export interface DraftOption {
  readonly id: number
  readonly name: Texts
  readonly values: readonly { readonly key: string; readonly name: Texts }[]
}
/** What belongs to one combination of values. */
export interface DraftVariant {
  readonly sku: string
  readonly gtin: string
  readonly weight: string
  readonly onHand: string
  /** Minor units; null while it is no amount. */
  readonly price: string | null
}
export const emptyVariant: DraftVariant = { sku: '', gtin: '', weight: '', onHand: '', price: '' }

/** Every combination of the options' values, in their order; one empty combination without options. */
export const combinations = (options: readonly DraftOption[]): readonly (readonly string[])[] =>
  options.reduce<readonly (readonly string[])[]>((rows, o) => rows.flatMap(row => o.values.map(v => [...row, v.key])), [[]])

/** What was typed of a whole number: digits alone, full-width ones as well. */
export const digitsOf = (typed: string): string => typed.normalize('NFKC').replace(/\D/g, '')
export const wholeNumber = (typed: string, max: number): number => {
  const n = Number.parseInt(typed.normalize('NFKC'), 10)
  return Number.isFinite(n) ? Math.min(max, Math.max(0, n)) : 0
}
