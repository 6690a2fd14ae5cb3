import type { EventName, LoggedEvent } from '#base/catalogue'

/** The six phases in the order of one lap; the index of a phase is its station on the figure. */
export const phases = ['exploration', 'connection', 'verification', 'purchase', 'confirmation', 'sharing'] as const
export type Phase = (typeof phases)[number]

/**
 * Every event of the catalogue and the phase that it is evidence of, or null. An event that is missing here does not compile.
 * Where the data decide, `evidence` refines this entry; the table holds the phase that the event is there for.
 * Source: design/loop.md, "Events and phases"; a cart and a long product page are "Ask" in O-5A (domain.md 1.3), so Connection.
 */
export const phaseOf = {
  'post.impression': 'exploration',
  'post.viewed': 'connection',
  'product.impression': 'exploration',
  'product.clicked': 'exploration',
  'product.viewed': 'connection',
  'reviews.read': 'verification',
  'price_history.viewed': 'verification',
  'shop.viewed': 'verification',
  'player.measured': null,
  'person.registered': null,
  'person.merged': null,
  'person.erased': null,
  'person.personalisation_set': null,
  'person.taste_forgotten': null,
  'person.followed': 'connection',
  'person.unfollowed': null,
  'person.blocked': null,
  'person.unblocked': null,
  'shop.opened': null,
  'product.published': null,
  'product.changed': null,
  'product.removed': null,
  'product.saved': 'connection',
  'product.unsaved': null,
  'stock.depleted': null,
  'stock.restocked': null,
  'variant.restocked': null,
  'price.changed': null,
  'post.published': 'sharing',
  'post.flagged': null,
  'post.variants_set': null,
  'post.removed': null,
  'post.restored': null,
  'post.liked': 'connection',
  'post.unliked': null,
  'post.saved': 'connection',
  'post.unsaved': null,
  'post.not_interested': null,
  'post.not_interested_undone': null,
  'comment.written': 'connection',
  'comment.removed': null,
  'share.created': 'sharing',
  'share.opened': 'exploration',
  'feed.served': null,
  'feed.weights_set': null,
  'feed.model_swapped': null,
  'search.performed': 'exploration',
  'cart.added': 'connection',
  'cart.removed': null,
  'checkout.started': null,
  'checkout.expired': null,
  'payment.settled': null,
  'payment.failed': null,
  'payment.refunded': null,
  'payment.authorised': null,
  'payment.captured': null,
  'payment.voided': null,
  'payment.chargeback': null,
  'payment.refund_failed': null,
  'payment.paid_out': null,
  'payout.created': null,
  'payout.paid': null,
  'payout.failed': null,
  'order.released': null,
  'order.paid': 'purchase',
  'order.cancelled': null,
  'order.packed': null,
  'order.shipped': null,
  'order.delivered': 'confirmation',
  'order.refunded': null,
  'order.price_protected': 'confirmation',
  'parcel.shipped': null,
  'parcel.delivered': null,
  'order.lines_cancelled': null,
  'order.address_changed': null,
  'order.received': null,
  'return.requested': null,
  'return.changed': null,
  'pulse.answered': 'confirmation',
  'review.written': 'sharing',
  'review.replied': null,
  'media.watchable': null,
  'media.ready': null,
  'media.labelled': null,
  'media.refused': null,
  'report.filed': null,
  'subject.removed': null,
  'subject.restored': null,
} as const satisfies Record<EventName, Phase | null>

/** Thresholds of the evidence; loop.md unless a line says otherwise. */
export const thresholds = {
  /** In view this long is an impression; shorter is nothing. */
  viewMs: 2000,
  /** A product page read this long is asking, not passing (domain.md 1.3, A3). */
  pageMs: 10_000,
  /** This part of a product video watched is Connection. */
  watched: 0.5,
  /** This answer of five or better is Confirmation. */
  pulse: 4,
} as const

/** What the event alone does not say. `createLoop` fills it from the log; for one product of the event at a time. */
export interface EvidenceFacts {
  /** The person has a paid order of this product that was not refunded. */
  readonly bought: boolean
  /** The order line that the event carries is the person's own, not refunded, at most 180 days old. */
  readonly ownLine: boolean
  /** The return window after this delivery has passed without a refund or a return. */
  readonly kept: boolean
  /** The post that the event is about, when it is about one. */
  readonly post: { readonly products: number; readonly video: boolean; readonly grown: boolean; readonly own: boolean } | null
}
export const noFacts: EvidenceFacts = { bought: false, ownLine: false, kept: false, post: null }

type Rule<N extends EventName> = (event: LoggedEvent<N>, facts: EvidenceFacts) => Phase | null

const inView = (ms: number): boolean => ms >= thresholds.viewMs

/** Named refinements. An event that is not here has the phase of the table, whatever its data. */
const rules: { readonly [N in EventName]?: Rule<N> } = {
  'post.impression': (e, f) => (inView(e.data.ms) && !f.post?.own ? 'exploration' : null),
  // Half of a product video. After buying it is a usage video; a buyer's post is a review video; one's own is no evidence.
  'post.viewed': (e, { post, bought }) => {
    if (!post || post.own || !post.video || post.products === 0 || e.data.durationMs <= 0) return null
    if (e.data.ms < thresholds.watched * e.data.durationMs) return null
    if (bought) return 'confirmation'
    return post.grown ? 'verification' : 'connection'
  },
  'product.impression': e => (inView(e.data.ms) ? 'exploration' : null),
  'product.viewed': e => (e.data.ms >= thresholds.pageMs ? 'connection' : inView(e.data.ms) ? 'exploration' : null),
  // The same reading is Verification before the purchase and Confirmation after it.
  'reviews.read': (e, f) => (inView(e.data.ms) && e.data.count > 0 ? (f.bought ? 'confirmation' : 'verification') : null),
  'price_history.viewed': e => (inView(e.data.ms) ? 'verification' : null),
  'shop.viewed': e => (inView(e.data.ms) ? 'verification' : null),
  'search.performed': e => (e.data.results > 0 ? 'exploration' : null),
  'comment.written': (e, f) => (f.post?.own ? null : e.data.question ? 'verification' : 'connection'),
  'post.liked': (_, f) => (f.post?.own ? null : 'connection'),
  'post.saved': (_, f) => (f.post?.own ? null : 'connection'),
  'share.opened': e => (e.data.sharer === e.person ? null : 'exploration'),
  // A share to a friend is Connection; one that carries the order it grew from is Sharing.
  'share.created': (e, f) => (e.data.grownFrom !== null && f.ownLine ? 'sharing' : 'connection'),
  'post.published': (e, f) => (e.data.grownFrom !== null && f.ownLine ? 'sharing' : null),
  'review.written': (_, f) => (f.ownLine ? 'sharing' : null),
  'pulse.answered': e => (e.data.score >= thresholds.pulse ? 'confirmation' : null),
  // A parcel at the door is not yet Confirmation: the loop asks again when the return window is over.
  'order.delivered': (_, f) => (f.kept ? 'confirmation' : null),
}

/**
 * The phase that this event is evidence of, or null when its data are too weak (seen for under 2 s, score under 4, a post
 * that carries no order of its author's). Pure; `facts` are about one product of the event.
 */
export function evidence(event: LoggedEvent, facts: EvidenceFacts): Phase | null {
  const rule = rules[event.name] as ((e: LoggedEvent, f: EvidenceFacts) => Phase | null) | undefined
  return rule ? rule(event, facts) : phaseOf[event.name]
}
