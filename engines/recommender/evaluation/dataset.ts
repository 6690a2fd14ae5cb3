/** Rows of one user (or session) stand together, oldest first: `rows[offsets[u]..offsets[u+1]]`. */
export interface Histories {
  /** Length: groups + 1. */
  readonly offsets: Int32Array
  /** Item of each row, as an integer from 0. */
  readonly items: Int32Array
  /** As in the file: Unix seconds, or the order within the group. */
  readonly times: Float64Array
  /** Index into `actionNames`. */
  readonly actions: Uint8Array
}

/** What to predict: the history that is given and the items that count as hits. CSR like `Histories`. */
export interface Queries {
  /** Group in `train`, or -1 when the user has no rows there. */
  readonly group: Int32Array
  /** An empty history means the rows of `group` in `train`. */
  readonly historyOffsets: Int32Array
  readonly history: Int32Array
  readonly targetOffsets: Int32Array
  readonly targets: Int32Array
}

export const protocols = ['leave-one-out', 'session-prefix', 'set-recall', 'prequential'] as const
export type Protocol = (typeof protocols)[number]

/** One folder of the form in design/recommender.md, section 5. Items and users are integers here; `itemNames` gives the words of the files. */
export interface Dataset {
  readonly name: string
  readonly protocol: Protocol
  /** May what the history holds be recommended again? */
  readonly excludeSeen: boolean
  /** False when `time` says "none": rows have no order, and nothing may use one. */
  readonly ordered: boolean
  /** `hr@10`, `recall@20`, `ndcg@10`, `mrr@20`, `auc` … as the folder names them. */
  readonly metrics: readonly string[]
  readonly itemNames: readonly string[]
  readonly actionNames: readonly string[]
  readonly train: Histories
  readonly test: Queries
  /** Words about each item (title, tags, author …) where items.tsv has them: column → one text an item. */
  readonly facts: Readonly<Record<string, readonly string[]>>
  /** Only for `prequential`. */
  readonly impressions: Impressions | null
}

/** Rows of impressions.tsv in time order, as columns. */
export interface Impressions {
  readonly user: Int32Array
  readonly item: Int32Array
  readonly timeMs: Float64Array
  /** Every other numeric column by its name in the file: click, like, longView, playMs, durationMs, tab … */
  readonly columns: Readonly<Record<string, Float32Array>>
  readonly userNames: readonly string[]
  /** Facts of users.tsv: column → one text a user. */
  readonly userFacts: Readonly<Record<string, readonly string[]>>
}
