import type { Subscription } from '#base/events'
import type { House } from '#base/house'
import type { Caller, ErrorCode } from '#base/http'
import type { Id, Page, Result } from '#base/kernel'
import type { PersonCard } from '#rooms/accounts'
import {
  type CollectionWire,
  changeCollection,
  dropCollection,
  makeCollection,
  moveSave,
  readCollections,
} from './collections.ts'
import type { CommentsPage, CommentWire, SavesPage } from './comment.ts'
import { block, follow, unblock, unfollow } from './follow.ts'
import { mark, unmark } from './mark.ts'
import { type CommentsQuery, readComments } from './read-comments.ts'
import {
  type Counts,
  type MarksQuery,
  type PersonMarks,
  readAllMarks,
  readCounts,
  readLikes,
  readMine,
  readSaves,
} from './read-marks.ts'
import { type OwnComment, readFollows, readMyComments } from './read-mine.ts'
import { removeComment } from './remove-comment.ts'
import type { Room, SocialDoors, WireSource } from './room.ts'
import { type About, openShare, type ShareDraft, share } from './share.ts'
import { showComment } from './show-comment.ts'
import { blockedBy, followedBy, standing } from './store-people.ts'
import { subscribe } from './subscribers.ts'
import type { MarkName, Tables } from './tables.ts'
import { readUnanswered } from './unanswered.ts'
import { type Draft, writeComment } from './write-comment.ts'

type Answer<T> = Promise<Result<T, ErrorCode>>
export interface Standing {
  readonly followers: number
  readonly following: number
  readonly iFollow: boolean
  readonly iBlock: boolean
}

/** What people do to each other's posts: like, save, comment, share, follow, block. */
export interface Social {
  /** Opens the subscription; call once after migrating. */
  start(): Promise<void>
  /** One statement; posts that the room does not know are missing. */
  counts(posts: readonly string[]): Promise<Map<string, Counts>>
  /** One statement; every post has an answer. */
  mine(person: string, posts: readonly string[]): Promise<Map<string, { liked: boolean; saved: boolean }>>
  /** Which of `people` this person follows. */
  follows(person: string, people: readonly string[]): Promise<Set<string>>
  /** All that a slide shows of these people: what they like and save, whom they follow. Two statements for all; null for who has more than `most` of either. */
  marksOf(people: readonly string[], most: number): Promise<Map<string, PersonMarks | null>>
  /** Whom this person has blocked. */
  blocked(person: string): Promise<Set<string>>

  mark(caller: Caller, name: MarkName, subject: string, source?: WireSource): Answer<{ on: boolean; count: number }>
  unmark(caller: Caller, name: MarkName, subject: string): Answer<{ on: boolean; count: number }>
  saves(caller: Caller, query: MarksQuery): Answer<SavesPage>
  likes(caller: Caller, query: MarksQuery): Answer<Page<{ id: string; at: string }>>
  myFollows(caller: Caller, query: MarksQuery): Answer<Page<{ id: string; person: PersonCard | null; at: string }>>
  myComments(caller: Caller, query: MarksQuery): Answer<Page<OwnComment>>
  /** The caller's own; nobody else sees them. */
  collections(caller: Caller): Promise<CollectionWire[]>
  makeCollection(caller: Caller, name: string): Answer<CollectionWire>
  changeCollection(
    caller: Caller,
    id: string,
    change: { name?: string | undefined; cover?: string | undefined },
  ): Answer<CollectionWire>
  /** What was in it stays saved. */
  dropCollection(caller: Caller, id: string): Answer<{ ok: true }>
  /** Null takes it out of the one that it is in. */
  moveSave(caller: Caller, subject: string, collection: string | null): Answer<{ ok: true }>
  follow(caller: Caller, person: Id<'person'>, source?: WireSource): Answer<{ on: boolean; followers: number }>
  unfollow(caller: Caller, person: Id<'person'>): Answer<{ on: boolean; followers: number }>
  block(caller: Caller, person: Id<'person'>): Answer<{ ok: true }>
  unblock(caller: Caller, person: Id<'person'>): Answer<{ ok: true }>
  /** Null: there is no such person. */
  standing(caller: Caller, person: Id<'person'>): Promise<Standing | null>
  comments(caller: Caller, post: Id<'post'>, query: CommentsQuery): Answer<CommentsPage>
  /** Comments under my live posts that I have not answered, newest first. */
  unanswered(
    caller: Caller,
    shop: Id<'shop'>,
    query: { cursor?: string | undefined; limit?: number | undefined },
  ): Answer<CommentsPage>
  /** For moderators: one comment by its id, removed or not. */
  comment(caller: Caller, comment: string): Answer<CommentWire>
  writeComment(caller: Caller, post: Id<'post'>, draft: Draft): Answer<CommentWire>
  removeComment(caller: Caller, comment: string): Answer<{ ok: true }>
  share(caller: Caller, draft: ShareDraft): Answer<{ id: Id<'share'>; url: string }>
  openShare(caller: Caller, share: string): Answer<{ about: About; sharer: PersonCard | null }>
}

/** How long a request waits for the room to learn of something that was published a moment ago. */
const patienceMs = 300

export function createSocial(house: House, doors: SocialDoors): Social {
  const db = house.db.tables<Tables>()
  let subscription: Subscription | null = null
  const room: Room = {
    ...doors,
    house,
    db,
    async caughtUp() {
      if (subscription) await subscription.reached(await house.log.flush(), patienceMs)
    },
  }
  return {
    async start() {
      subscription = await subscribe(house.log)
    },
    counts: posts => readCounts(room, posts),
    mine: (person, posts) => readMine(room, person, posts),
    marksOf: (people, most) => readAllMarks(room, people, most),
    follows: async (person, people) => new Set(people.length === 0 ? [] : await followedBy(db, person, people)),
    blocked: async person => new Set(await blockedBy(db, person)),
    mark: (caller, name, subject, source) => mark(room, caller, name, subject, source),
    unmark: (caller, name, subject) => unmark(room, caller, name, subject),
    saves: (caller, query) => readSaves(room, caller, query),
    likes: (caller, query) => readLikes(room, caller, query),
    myFollows: (caller, query) => readFollows(room, caller, query),
    myComments: (caller, query) => readMyComments(room, caller, query),
    collections: caller => readCollections(room, caller),
    makeCollection: (caller, name) => makeCollection(room, caller, name),
    changeCollection: (caller, id, change) => changeCollection(room, caller, id, change),
    dropCollection: (caller, id) => dropCollection(room, caller, id),
    moveSave: (caller, subject, collection) => moveSave(room, caller, subject, collection),
    follow: (caller, person, source) => follow(room, caller, person, source),
    unfollow: (caller, person) => unfollow(room, caller, person),
    block: (caller, person) => block(room, caller, person),
    unblock: (caller, person) => unblock(room, caller, person),
    standing: async (caller, person) =>
      (await doors.accounts.people([person])).has(person) ? standing(db, caller.person, person) : null,
    comments: (caller, post, query) => readComments(room, caller, post, query),
    unanswered: (caller, shop, query) => readUnanswered(room, caller, shop, query),
    comment: (caller, comment) => showComment(room, caller, comment),
    writeComment: (caller, post, draft) => writeComment(room, caller, post, draft),
    removeComment: (caller, comment) => removeComment(room, caller, comment),
    share: (caller, draft) => share(room, caller, draft),
    openShare: (caller, id) => openShare(room, caller, id),
  }
}
