import type { Static } from 'typebox'
import { type Id, type Language, machine } from '#base/kernel'
import type { disclosures, postTile, postWire, wire } from './wire.ts'

/**
 * The life of a post. Moderation removes what is live and brings it back; deleting is the author's, and for ever.
 * A refused clip brings its post back to the draft, with the reason.
 */
export const postMachine = machine('post', 'draft', ['deleted'], {
  draft: { publish: 'processing', schedule: 'scheduled', delete: 'deleted' },
  // Its time has not come yet; when it has and the post can't be published, it is a draft again, with the reason.
  scheduled: { schedule: 'scheduled', withdraw: 'draft', publish: 'processing', refuse: 'draft', delete: 'deleted' },
  processing: { show: 'live', refuse: 'draft', delete: 'deleted' },
  live: { remove: 'removed', delete: 'deleted' },
  removed: { restore: 'live', delete: 'deleted' },
  deleted: {},
})
export type PostAction = 'publish' | 'schedule' | 'withdraw' | 'show' | 'refuse' | 'remove' | 'restore' | 'delete'
export type PostState = (typeof postMachine.states)[number]
export type Disclosure = (typeof disclosures)[number]
export type PostWire = Static<typeof postWire>
export type PostTile = Static<typeof postTile>
export type PostDraft = Static<(typeof wire)['POST /v1/posts']['body']>
export type PostChange = Static<(typeof wire)['PATCH /v1/posts/{id}']['body']>

/** A product that a post shows, from when to when of its clip. */
export interface ProductTag {
  readonly product: Id<'product'>
  readonly fromMs: number
  readonly toMs: number
  /** Where on the picture it is pinned, in shares of width and height; both or neither. */
  readonly x?: number
  readonly y?: number
}
export interface Mention {
  readonly handle: string
  readonly person: Id<'person'>
}

/** A post in any state. Of a deleted one only the tombstone is left: its words and media are gone. */
export interface Post {
  readonly id: Id<'post'>
  readonly author: Id<'person'>
  readonly shop: Id<'shop'> | null
  readonly state: PostState
  readonly version: number
  readonly format: 'video' | 'pictures'
  readonly caption: string
  readonly language: Language
  readonly tags: readonly string[]
  readonly mentions: readonly Mention[]
  readonly products: readonly ProductTag[]
  /** Null while the author has not said; never null when it is live. */
  readonly disclosure: Disclosure | null
  readonly grownFrom: Id<'line'> | null
  /** The product of that line; null until published. */
  readonly grownProduct: Id<'product'> | null
  readonly videoId: Id<'media'> | null
  readonly pictureIds: readonly Id<'media'>[]
  /** Other beginnings of the clip that are tried beside it (variants.ts). */
  readonly variantIds: readonly Id<'media'>[]
  readonly refusal: { readonly code: string; readonly message: string } | null
  readonly removal: { readonly reason: string; readonly explanation: string } | null
  readonly created: Date
  /** When it publishes itself; only while it waits for that. */
  readonly scheduled: Date | null
  readonly publishedAt: Date | null
}

/** The media of a post, the clip or the pictures in their order. */
export const mediaOf = (post: Pick<Post, 'videoId' | 'pictureIds'>): Id<'media'>[] =>
  post.videoId ? [post.videoId] : [...post.pictureIds]
/** The clips that a post shows by chance: its own one first. */
export const clipsOf = (post: Pick<Post, 'videoId' | 'variantIds'>): Id<'media'>[] =>
  post.videoId ? [post.videoId, ...post.variantIds] : []
/** Everything that is shown with a post, and that goes and comes back with it. */
export const shownWith = (post: Pick<Post, 'videoId' | 'pictureIds' | 'variantIds'>): Id<'media'>[] => [
  ...mediaOf(post),
  ...post.variantIds,
]
export const maxProducts = 10
export const maxCaption = 2200
