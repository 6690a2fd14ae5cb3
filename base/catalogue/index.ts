import type { Id } from '#base/kernel'

/**
 * The closed catalogue of events: the language that rooms, feed, insights and the simulator share. Types only.
 * Past tense; the log holds pseudonymous ids and no free text. Every name has a phase of the loop or null in engines/loop/phases.ts.
 */
export type SubjectKind =
  | 'feed'
  | 'person'
  | 'shop'
  | 'product'
  | 'post'
  | 'comment'
  | 'review'
  | 'order'
  | 'share'
  | 'media'
  | 'search'
export interface Subject {
  readonly kind: SubjectKind
  readonly id: string
}

/** What led here: the served slot, the post, the share link. Carried from impression to click to order line, never guessed later. */
export interface Source {
  readonly request?: Id<'request'>
  readonly slot?: number
  readonly post?: Id<'post'>
  readonly share?: Id<'share'>
}

export interface MoneyData {
  readonly minor: string
  readonly currency: string
}

export interface OrderLineData {
  readonly line: Id<'line'>
  readonly product: Id<'product'>
  readonly variant: Id<'variant'>
  readonly quantity: number
  /** Paid for it: after discounts, with its tax. */
  readonly total: MoneyData
  /** Consumption tax contained in it. Missing in events from before there was a ledger. */
  readonly tax?: MoneyData
  readonly source: Source | null
}

/** What an order's total is made of: goods − discount + shipping + importTax. */
export interface OrderAmountsData {
  readonly number: string
  readonly checkout: Id<'checkout'>
  /** Country of destination. */
  readonly market: string
  readonly returnDays: number
  /** The promise of price protection; missing in events from before there was one. */
  readonly protectionDays?: number
  readonly goods: MoneyData
  readonly discount: MoneyData
  /** The part of all discounts, delivery's too, that the platform pays the shop. */
  readonly platformDiscount: MoneyData
  readonly shipping: MoneyData
  readonly importTax: MoneyData
  /** Consumption tax contained in goods and delivery. */
  readonly tax: MoneyData
  /** From the shop's currency to the order's, where they differ. */
  readonly rate: { readonly from: string; readonly to: string; readonly rate: string } | null
}

/** A slot of a served page; `propensity` is the probability with which the policy put this item there. */
export interface ServedSlot {
  readonly kind: 'post' | 'product'
  readonly id: string
  readonly author: string
  readonly shop: string | null
  readonly source: string
  readonly propensity: number
  /** What the page knew of person and item and nobody can compute later: session, trained share, cosine; engines/recommender/told.ts. */
  readonly signals?: readonly number[]
}

export interface PostFacts {
  readonly author: Id<'person'>
  readonly shop: Id<'shop'> | null
  readonly format: 'video' | 'pictures'
  readonly durationMs: number
  readonly tags: readonly string[]
  readonly products: readonly Id<'product'>[]
  readonly language: string
  /** `wordHashes` of the caption; the log holds no free text. Missing in events from before there were any. */
  readonly words?: readonly number[]
  readonly disclosure: 'own_product' | 'paid' | 'gift' | 'none'
  readonly grownFrom: Id<'line'> | null
}

/** `copy`: another post showed the same before. `nudity`: of the optional classifier. */
export type PostFlag = 'copy' | 'nudity'

export interface ProductFacts {
  readonly shop: Id<'shop'>
  readonly category: string
  readonly tags: readonly string[]
  /** `wordHashes` of its names. */
  readonly words?: readonly number[]
  readonly price: MoneyData
  /** What one sale leaves, in units of the operator's currency; only the recommender reads it, and without it no money moves a page. */
  readonly margin?: number
  readonly inStock: boolean
}

/** Kinds a client may send through POST /v1/events. Everything else comes from actions only. */
export interface ClientEvents {
  /**
   * In view for at least two seconds. Being on a page is `feed.served`. `medium`: which clip was shown, of a post that tries several
   * (`post.variants_set`); a claim of the client, as in `post.viewed`.
   */
  'post.impression': { readonly ms: number; readonly medium?: string }
  /** The clip was left: milliseconds watched, of how many, and how. */
  'post.viewed': {
    readonly ms: number
    readonly durationMs: number
    readonly exit: 'next' | 'back' | 'leave' | 'product' | 'end'
    readonly medium?: string
  }
  'product.impression': { readonly ms: number }
  'product.clicked': { readonly surface: 'card' | 'drawer' | 'grid' | 'search' | 'shop' }
  'product.viewed': { readonly ms: number }
  'reviews.read': { readonly ms: number; readonly count: number }
  'price_history.viewed': { readonly ms: number }
  'shop.viewed': { readonly ms: number }
  'player.measured': {
    readonly firstFrameMs: number
    readonly ready: number
    readonly stalls: number
    readonly rung: string
    readonly bytes: number
  }
}

/** Money on its way to a shop or a creator. */
export interface PayoutData {
  readonly payout: Id<'payout'>
  readonly party: 'shop' | 'creator'
  readonly holder: string
  readonly provider: string
  readonly amount: MoneyData
}

export interface ServerEvents {
  'person.registered': { readonly creator: boolean }
  'person.merged': { readonly from: Id<'person'> }
  'person.erased': Record<never, never>
  'person.personalisation_set': { readonly on: boolean }
  /** The feed may not use any more what they did to posts with this tag; null: to any. */
  'person.taste_forgotten': { readonly tag: string | null }
  'person.followed': Record<never, never>
  'person.unfollowed': Record<never, never>
  'person.blocked': Record<never, never>
  'person.unblocked': Record<never, never>
  'shop.opened': { readonly owner: Id<'person'> }
  'product.published': ProductFacts
  'product.changed': ProductFacts
  'product.removed': Record<never, never>
  'product.saved': Record<never, never>
  'product.unsaved': Record<never, never>
  'stock.depleted': { readonly product: Id<'product'> }
  'stock.restocked': { readonly product: Id<'product'> }
  /** A sold-out variant can be bought again; `stock.restocked` is the product's. */
  'variant.restocked': { readonly variant: Id<'variant'> }
  'price.changed': { readonly variant: Id<'variant'>; readonly price: MoneyData }
  'media.watchable': { readonly kind: 'video' | 'picture' }
  'media.ready': { readonly kind: 'video' | 'picture' }
  /** What the optional classifier is sure of, by `share` (0 to 1). */
  'media.labelled': { readonly label: 'nudity'; readonly share: number }
  'media.refused': { readonly reason: string }
  'post.published': PostFacts
  /** A machine found something in it; people decide what it means. `of`: the post that it is a copy of. `share`: how sure, 0 to 1. */
  'post.flagged': { readonly flag: PostFlag; readonly of: Id<'post'> | null; readonly share: number | null }
  /** The clips that it shows by chance, its own one first; one alone ends the test. */
  'post.variants_set': { readonly media: readonly Id<'media'>[] }
  'post.removed': Record<never, never>
  'post.restored': Record<never, never>
  'post.liked': Record<never, never>
  'post.unliked': Record<never, never>
  'post.saved': Record<never, never>
  'post.unsaved': Record<never, never>
  'post.not_interested': Record<never, never>
  'post.not_interested_undone': Record<never, never>
  /** `parent`: the comment that it answers. Missing in events from before it was told. */
  'comment.written': { readonly post: Id<'post'>; readonly question: boolean; readonly parent?: Id<'comment'> | null }
  'comment.removed': { readonly post: Id<'post'> }
  'share.created': { readonly about: Subject; readonly grownFrom: Id<'line'> | null }
  'share.opened': { readonly sharer: Id<'person'>; readonly about: Subject }
  'feed.served': {
    readonly request: Id<'request'>
    readonly policy: string
    readonly scene: string
    readonly profiled: boolean
    readonly slots: readonly ServedSlot[]
  }
  /** The whole table of value weights from here on, by name; see engines/recommender/weights.ts. */
  'feed.weights_set': {
    readonly weights: Readonly<Record<string, number>>
    /** What single scenes weigh otherwise. */
    readonly scenes?: Readonly<Record<string, Readonly<Record<string, number>>>>
  }
  /** The trained model with this hash (SHA-256) serves from here on; `position`: how far the log was learned that it was trained on. */
  'feed.model_swapped': { readonly hash: string; readonly position: string }
  'search.performed': { readonly results: number }
  'cart.added': { readonly variant: Id<'variant'>; readonly quantity: number }
  'cart.removed': { readonly variant: Id<'variant'> }
  'checkout.started': { readonly products: readonly Id<'product'>[]; readonly total: MoneyData }
  'checkout.expired': Record<never, never>
  'payment.settled': { readonly payment: Id<'payment'>; readonly amount: MoneyData; readonly late: boolean }
  'payment.failed': { readonly payment: Id<'payment'>; readonly reason: string }
  /** Money is held for us; it is taken by `payment.captured`, in parts, or let go by `payment.voided`. */
  'payment.authorised': { readonly payment: Id<'payment'>; readonly amount: MoneyData }
  /** `amount`: what was taken now; `captured`: all that was taken so far. */
  'payment.captured': { readonly payment: Id<'payment'>; readonly amount: MoneyData; readonly captured: MoneyData }
  'payment.voided': { readonly payment: Id<'payment'>; readonly amount: MoneyData }
  /** The payer's bank took money back (`opened`), gave it to us again (`won`) or kept it (`lost`). */
  'payment.chargeback': {
    readonly payment: Id<'payment'>
    readonly chargeback: Id<'chargeback'>
    readonly state: 'opened' | 'won' | 'lost'
    readonly amount: MoneyData
  }
  /** A refund that the provider had accepted came back to us. */
  'payment.refund_failed': { readonly payment: Id<'payment'>; readonly refund: Id<'refund'>; readonly amount: MoneyData }
  'payment.refunded': { readonly payment: Id<'payment'>; readonly refund: Id<'refund'>; readonly amount: MoneyData }
  /** The provider paid into the operator's bank: `given` is what it kept for us, `received` what came, maybe in another currency. */
  'payment.paid_out': {
    readonly provider: string
    readonly reference: string
    readonly bank: string
    readonly given: MoneyData
    readonly received: MoneyData
  }
  'payout.created': PayoutData
  'payout.paid': PayoutData
  'payout.failed': PayoutData
  /** `amounts` is missing in events from before there was a ledger. */
  'order.paid': {
    readonly shop: Id<'shop'>
    readonly total: MoneyData
    readonly lines: readonly OrderLineData[]
    readonly amounts?: OrderAmountsData
  }
  'order.cancelled': { readonly shop: Id<'shop'>; readonly reason: string }
  'order.packed': { readonly shop: Id<'shop'> }
  'order.shipped': { readonly shop: Id<'shop'> }
  'order.delivered': {
    readonly shop: Id<'shop'>
    readonly lines: readonly { readonly line: Id<'line'>; readonly product: Id<'product'> }[]
  }
  'order.refunded': {
    readonly shop: Id<'shop'>
    readonly amount: MoneyData
    readonly full: boolean
    readonly refund?: Id<'refund'>
    /** What it is given back for, where somebody decided; they sum to the amount. */
    readonly parts?: { readonly goods: MoneyData; readonly shipping: MoneyData; readonly importTax: MoneyData }
    /** The price fell within the shop's promise; `order.price_protected` says of what. Missing: any other reason. */
    readonly reason?: 'price_fell'
  }
  /** The public price of these lines fell within the days that the shop had promised, and the buyer has the difference. */
  'order.price_protected': {
    readonly shop: Id<'shop'>
    readonly refund: Id<'refund'>
    readonly amount: MoneyData
    readonly lines: readonly {
      readonly line: Id<'line'>
      readonly product: Id<'product'>
      readonly variant: Id<'variant'>
      readonly amount: MoneyData
    }[]
  }
  /** A parcel that does not make its order whole: one of several, or a replacement. */
  'parcel.shipped': { readonly shop: Id<'shop'>; readonly parcel: Id<'parcel'>; readonly replacement: boolean }
  'parcel.delivered': { readonly shop: Id<'shop'>; readonly parcel: Id<'parcel'>; readonly replacement: boolean }
  /** Some lines, or pieces of them, before they were sent; the order goes on without. */
  'order.lines_cancelled': {
    readonly shop: Id<'shop'>
    readonly lines: readonly { readonly line: Id<'line'>; readonly quantity: number }[]
  }
  'order.address_changed': { readonly shop: Id<'shop'> }
  /** The buyer said so, or the days for it went by. */
  'order.received': { readonly shop: Id<'shop'>; readonly by: 'buyer' | 'time' }
  /** The return window is over: what the order earned may be paid out. */
  'order.released': { readonly shop: Id<'shop'> }
  'return.requested': { readonly shop: Id<'shop'>; readonly reason: string }
  /** A return in its next state; `outcome` once it is settled. */
  'return.changed': { readonly shop: Id<'shop'>; readonly state: string; readonly outcome: string | null }
  'pulse.answered': { readonly order: Id<'order'>; readonly product: Id<'product'>; readonly score: number }
  'review.written': {
    readonly product: Id<'product'>
    readonly order: Id<'order'>
    readonly line: Id<'line'>
    readonly stars: number
    readonly media: boolean
  }
  'review.replied': Record<never, never>
  'report.filed': { readonly reason: string }
  'subject.removed': { readonly reason: string }
  'subject.restored': { readonly reason: string }
}

export interface EventData extends ClientEvents, ServerEvents {}
export type EventName = keyof EventData
export type ClientEventName = keyof ClientEvents

/** One row of the log. `person` is who did it; `position` is its number in the one order that every consumer sees. */
export type LoggedEvent<N extends EventName = EventName> = {
  [K in N]: {
    readonly position: bigint
    readonly id: string
    readonly name: K
    readonly at: Date
    readonly person: Id<'person'> | null
    readonly session: string | null
    readonly surface: string | null
    readonly subject: Subject
    readonly source: Source | null
    readonly data: EventData[K]
  }
}[N]

/** An event before the sequencer has numbered it. `id` makes it idempotent; one is made when it is missing. */
export type NewEvent<N extends EventName = EventName> = {
  [K in N]: Omit<LoggedEvent<K>, 'position' | 'id' | 'session' | 'surface' | 'source'> &
    Partial<Pick<LoggedEvent<K>, 'id' | 'session' | 'surface' | 'source'>>
}[N]
