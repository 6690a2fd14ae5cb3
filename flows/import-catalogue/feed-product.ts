import type { ErrorCode } from '#base/http'
import type { Customs } from './customs.ts'
import type { SaidMaker } from './maker-columns.ts'
import type { SaidStock } from './stock-columns.ts'

/** What is taken at most. Stated in the refusals, in the README and on the screen. */
export const limits = {
  bytes: 50_000_000,
  rows: 100_000,
  pictures: 20,
  name: 200,
  description: 10_000,
  tags: 20,
  ref: 255,
} as const

export type SourceKind = 'shopify_csv' | 'google_xml' | 'google_tsv'

/** Why a product or a whole file is not taken, with the row it is about. Rows count as a spreadsheet does: the header is row 1. */
export interface Fault {
  readonly code: ErrorCode
  readonly message: string
  readonly row: number | null
  /** The header of the cell's column, where it is one cell. */
  readonly column: string | null
}
export const fault = (code: ErrorCode, message: string, row: number | null = null, column: string | null = null): Fault => ({
  code,
  message,
  row,
  column,
})

/** What is taken, but not as it stands in the file. */
export const warningCodes = [
  'stock_untracked',
  'compare_price_ignored',
  'gtin_ignored',
  'text_cut',
  'tags_cut',
  'picture_ignored',
  'weight_ignored',
  'customs_ignored',
  'rows_apart',
  'sku_made',
  'variant_not_in_file',
  'stays_live',
  'price_missing',
] as const
export interface Warning {
  readonly code: (typeof warningCodes)[number]
  readonly row: number
  readonly column?: string
}

/** A variant as the file has it. Null: the file doesn't say, so what is there stays. */
export interface FeedVariant extends SaidStock {
  readonly row: number
  /** Made from handle and choice when the file has none. */
  readonly sku: string
  readonly skuMade: boolean
  readonly choice: readonly string[]
  readonly grams: number | null
  /** Pieces free to sell; only where the file keeps count. */
  readonly free: number | null
  /** Minor units of the shop's currency. */
  readonly price: string | null
  readonly gtin: string | null
  readonly picture: string | null
  /** For customs; missing where the source has no words for it. */
  readonly customs?: Customs | null
}
/** A product as the file has it, of one source format as of another. Kept as JSON between preview and import. */
export interface FeedProduct {
  readonly ref: string
  readonly row: number
  readonly rows: number
  readonly title: string | null
  readonly description: string | null
  readonly brand: string | null
  readonly type: string | null
  readonly tags: readonly string[] | null
  /** Who made it and who answers for it; missing where the source has no words for it. */
  readonly maker?: SaidMaker
  readonly publish: boolean | null
  readonly options: readonly string[]
  readonly variants: readonly FeedVariant[]
  readonly pictures: readonly string[]
  readonly warnings: readonly Warning[]
  readonly fault: Fault | null
}
