import type { MoneyData } from '#base/catalogue'
import type { Scene } from './scenes.ts'
import type { ValueWeights } from './weights.ts'

export type ItemKind = 'post' | 'product'
export type { Scene }

/** A post or a product as the engine sees it. Times in milliseconds since 1970. */
export interface Item {
  readonly id: string
  readonly kind: ItemKind
  /** Who made it: a person for a post, the shop for a product. */
  readonly author: string
  readonly shop: string | null
  readonly format: 'video' | 'pictures' | 'product'
  /** The first six are used. */
  readonly tags: readonly string[]
  /** `wordHashes` of the caption or name. */
  readonly words?: readonly number[]
  /** Products that a post shows; the first six are used. */
  readonly products: readonly string[]
  readonly category?: string | null
  /** 'ja', 'en', 'zh', … or '' for none. */
  readonly language: string
  /** 0 for pictures and products. */
  readonly durationMs: number
  /** Kept by the caller; nothing is ranked by price. */
  readonly price?: MoneyData | null
  /** What one sale of a product leaves, in units of the operator's currency. Left out: what was known stays. No number, below 0 or huge: damped and counted. */
  readonly margin?: number | null
  /** How far its author, of a product its shop, is trusted to deliver: 0…1, 1 when nobody said. Left out: what was known stays. */
  readonly trust?: number | null
  readonly inStock: boolean
  /** True: a buyer's or viewer's own post. False: a merchant's selling or a paid post, held to the commerce share. */
  readonly organic: boolean
  /** Grown from an order line: first in the queue for guaranteed impressions. */
  readonly grown?: boolean
  readonly createdAt: number
  readonly visible: boolean
}

export interface RecommenderConfig {
  /** Rows that are kept; an item beyond is refused and counted. */
  readonly maxItems: number
  /** People that are kept; the longest silent of a few drawn makes room. */
  readonly maxPeople: number
  readonly maxTags: number
  /** Share of selling posts and ads in a person's last `commerceWindow` slots. */
  readonly commerceShare: number
  readonly commerceWindow: number
  /**
   * Impressions that each new item is given before it must live on its merits. The deadline is counted in draws of the pool, since nobody
   * can promise viewers: after as many looked-at draws as are owed to all that wait together, nothing is owed. An item that was served
   * in twenty slots for each of them and is not looked at is given up.
   */
  readonly guaranteedImpressions: number
  /** One slot in this many is reserved for the pool of new items. */
  readonly poolEvery: number
  /** Share of slots that are drawn uniformly from everything that may be shown. */
  readonly randomShare: number
  readonly authorsPerPage: number
  /** A slot that was served this recently is not repeated, even when it was not seen: it may wait in the player. */
  readonly pendingMs: number
  /** A leap of the clock above this is refused until it has been repeated often. */
  readonly maxLeapMs: number
  /** Bucket of one person's events: what fits, and what drains a second. More is damped. */
  readonly floodBurst: number
  readonly floodPerSecond: number
  /** Sources that are not asked, to see what each is worth. */
  readonly sourcesOff: readonly SourceName[]
  readonly weights: ValueWeights
  /** False: the heads come from the counters alone, and nothing else is learned. */
  readonly learnedRanker: boolean
}

export interface RecommendRequest {
  /** A person's id; an unknown one is a new person, null is nobody. */
  readonly person: string | null
  readonly n: number
  readonly now: number
  readonly scene: Scene
  readonly language?: string
  readonly exclude?: readonly string[]
  readonly profiling: boolean
  readonly request: string
  /** For a busy host, at about six tenths of the cost: fewer sources, and the counters alone judge. Filters, draws and rules are the same. */
  readonly lean?: boolean
  /** Value weights for this page alone, over those in force: the arm of an experiment. The first cut of candidates keeps the common ones. */
  readonly weights?: Partial<ValueWeights>
}

export type SourceName =
  | 'covisit'
  | 'session'
  | 'similar'
  | 'trained'
  | 'tag'
  | 'author'
  | 'followed'
  | 'trending'
  | 'pool'
  | 'stage'
  | 'random'
  | 'recent'
  | 'again'
export type ReasonCode =
  | 'covisited'
  | 'session'
  | 'similar'
  | 'trained'
  | 'shows_product'
  | 'tag'
  | 'author'
  | 'followed'
  | 'trending'
  | 'new'
  | 'promising'
  | 'random'
  | 'recent'
  | 'again'
/** Why an item is here: `subject` is an item, tag or author id, `weight` its share of the signal (0…1). */
export interface Reason {
  readonly code: ReasonCode
  readonly subject: string | null
  readonly weight: number
}

export interface Slot {
  readonly item: string
  readonly kind: ItemKind
  readonly author: string
  readonly shop: string | null
  readonly source: SourceName
  /** The value V; `parts` add up to it. */
  readonly score: number
  readonly parts: Readonly<Record<string, number>>
  /** Probability that this policy puts this item into this slot through this source, given the page's other explored draws. 1: not explored. */
  readonly propensity: number
  readonly reasons: readonly Reason[]
  /** What only this page knows of the pair and a sight is to learn: log it with the slot. See `told.ts`. */
  readonly signals?: readonly [session: number, trained: number, fit: number]
}

export type FilterName =
  | 'seen'
  | 'removed'
  | 'blocked'
  | 'not_interested'
  | 'out_of_stock'
  | 'excluded'
  | 'own'
  | 'commerce'
  | 'duplicate'
  | 'author_cap'
export interface Slate {
  readonly slots: readonly Slot[]
  /** Candidates that each filter kept from this page. */
  readonly removed: Readonly<Record<FilterName, number>>
}

export interface Taste {
  readonly tags: readonly { readonly tag: string; readonly weight: number }[]
  readonly authors: readonly { readonly author: string; readonly weight: number }[]
  readonly recent: readonly { readonly item: string; readonly actions: readonly string[]; readonly at: number }[]
}

/** Where a post stands in the pool of new items and what keeps it away, in general terms. */
export interface Standing {
  /**
   * `guaranteed`: still owed impressions; `promoted`: passed its last gate and is put forward until `until` impressions; `ranked`: lives on
   * its merits; `given_up`: served in vain too often; `away`: shown to nobody.
   */
  readonly stage: 'unknown' | 'away' | 'guaranteed' | 'promoted' | 'ranked' | 'given_up'
  readonly guaranteed: number
  /** Impressions that the present stage goes to; 0 outside of the stages. */
  readonly until: number
  /** The last gate that judged it, null before the first. */
  readonly gate: GateRecord | null
  /** Views of two seconds and more. */
  readonly impressions: number
  /** Slots that it was served in. */
  readonly served: number
  /** `commerce` alone keeps a selling post to its share of anybody's slots; the others keep it from everybody. */
  readonly kept: readonly ('removed' | 'moderated' | 'author_removed' | 'out_of_stock' | 'commerce')[]
}

/** What a gate of the pool found. Values are V without freshness, by what the viewers of that time did. */
export interface GateRecord {
  /** 1, 2 or 3, and the impressions at which it stands. */
  readonly gate: number
  readonly at: number
  /** Impressions at which it is judged again, 0 after the last gate. */
  readonly next: number
  readonly passed: boolean
  /** Gates that let it through so far. */
  readonly through: number
  /** Probability that the item is better than the middle of its cohort, and the least that passes. */
  readonly chance: number
  readonly needed: number
  /** Posterior mean of the item's value, and the median of the cohort's. */
  readonly value: number
  readonly median: number
  /** Items that came to the same gate and were published in the same hours; 0: compared with the platform's mean. */
  readonly cohort: number
}
/** Deeds of viewers that a creator is told of apart; what they refused or reported is told to nobody. */
export type PullName = 'left' | 'watched' | 'liked' | 'looked'
/**
 * How far one group of heads moves an item's value away from that of an item like its kind's mean: Σ w_a·(p̂_a − p̂_a of the kind).
 * `own` and `kind` are the rate that tells it best: of skips, of finishes, likes with saves, comments, shares and follows, clicks.
 */
export interface Pull {
  readonly name: PullName
  readonly own: number
  readonly kind: number
  readonly effect: number
}
/** The rules that decide how often a post comes up, with the numbers that they have for it now. For its creator; nobody is named. */
export interface Deciding {
  /** Posts that are still owed guaranteed impressions, and those of them whose turn is before this one's; counted to 9,999. */
  readonly waiting: number
  readonly ahead: number
  /** One slot in this many is drawn from the pool of new posts. */
  readonly poolEvery: number
  /** Slots for each guaranteed impression after which a post that nobody looks at is given up. */
  readonly servesEach: number
  /** Impressions at which the gates stand. */
  readonly gates: readonly number[]
  readonly commerceShare: number
  readonly commerceWindow: number
  readonly authorsPerPage: number
  /** Newest posts of its author that may be shown, this one among them; counted to 64. */
  readonly ofAuthor: number
  /** Other ones of these with the same length, tags and products, or found to look alike: no page holds two. */
  readonly twins: number
  readonly tags: number
  /** What its language multiplies the odds of a wanted action by, for people of another one; 1 when it has none. */
  readonly languageOdds: number
  /** What is left of the freshness that it had at publication, 0…1, and the days that halve it. */
  readonly freshness: number
  readonly freshnessDays: number
  /** By what its viewers did; its own rates start from its kind's. */
  readonly pulls: readonly Pull[]
}

/** What a gate did so far, over all items. */
export interface GateCount {
  readonly at: number
  readonly judged: number
  readonly passed: number
}

/** Why an event had no effect, or less than it claimed. */
export type Damped =
  | 'duplicate'
  | 'malformed'
  | 'clock'
  | 'unknown_item'
  | 'no_person'
  | 'flood'
  | 'repeated'
  | 'own'
  | 'items_full'
  | 'tags_full'
  | 'bad_number'
export interface Counts {
  readonly learned: number
  readonly position: bigint
  readonly items: number
  readonly people: number
  readonly tags: number
  /** New items that are still owed impressions, and items that a gate let through and that are put forward now. */
  readonly pool: number
  readonly promoted: number
  readonly gates: readonly GateCount[]
  readonly bytes: number
  readonly damped: Readonly<Record<Damped, number>>
}
