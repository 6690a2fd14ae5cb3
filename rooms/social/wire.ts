import {
  defineRoutes,
  done,
  flag,
  idOf,
  integer,
  list,
  nullable,
  obj,
  oneOf,
  optional,
  pageQuery,
  pageWire,
  text,
  timeWire,
} from '#base/http'
import { personCard } from '#rooms/accounts'

export const commentWire = obj({
  id: idOf('cmt'),
  post: idOf('pst'),
  author: personCard,
  text: text(1000),
  parent: nullable(idOf('cmt')),
  replies: integer(0, 1_000_000),
  boughtThis: flag,
  mine: flag,
  at: timeWire,
})
const counts = obj({
  likes: integer(0, 2_000_000_000),
  saves: integer(0, 2_000_000_000),
  comments: integer(0, 2_000_000_000),
  shares: integer(0, 2_000_000_000),
})
export const socialCounts = counts
const post = obj({ id: idOf('pst') })
const from = obj({
  source: optional(
    obj({
      request: optional(idOf('req')),
      slot: optional(integer(0, 1000)),
      post: optional(idOf('pst')),
      share: optional(idOf('shr')),
    }),
  ),
})
/** A person's own heap of saves; nobody else sees it. */
export const collectionWire = obj({
  id: idOf('col'),
  name: text(60),
  count: integer(0, 2_000_000_000),
  cover: nullable(obj({ kind: oneOf(['post', 'product']), id: text(48) })),
  made: timeWire,
})
const collection = obj({ id: idOf('col') })
const marked = obj({ on: flag, count: integer(0, 2_000_000_000) })

export const wire = defineRoutes({
  'PUT /v1/posts/{id}/like': { summary: 'Like', who: 'guest', rate: 'write', params: post, body: from, reply: marked },
  'DELETE /v1/posts/{id}/like': { summary: 'Take the like back', who: 'guest', rate: 'write', params: post, reply: marked },
  'PUT /v1/posts/{id}/save': { summary: 'Save', who: 'guest', rate: 'write', params: post, body: from, reply: marked },
  'DELETE /v1/posts/{id}/save': { summary: 'Unsave', who: 'guest', rate: 'write', params: post, reply: marked },
  'PUT /v1/products/{id}/save': {
    summary: 'Save a product',
    who: 'guest',
    rate: 'write',
    params: obj({ id: idOf('prd') }),
    body: from,
    reply: marked,
  },
  'DELETE /v1/products/{id}/save': {
    summary: 'Unsave a product',
    who: 'guest',
    rate: 'write',
    params: obj({ id: idOf('prd') }),
    reply: marked,
  },
  'GET /v1/me/saves': {
    summary: 'What I saved, newest first',
    who: 'guest',
    query: obj({ ...pageQuery, kind: optional(oneOf(['post', 'product'])), collection: optional(idOf('col')) }),
    reply: pageWire(obj({ kind: oneOf(['post', 'product']), id: text(48), at: timeWire, collection: nullable(idOf('col')) })),
  },
  'PUT /v1/me/saves/{subject}/collection': {
    summary: 'Put a save into a collection of mine; null takes it out',
    who: 'guest',
    rate: 'write',
    params: obj({ subject: text(48, 5) }),
    body: obj({ collection: nullable(idOf('col')) }),
    reply: done,
  },
  'GET /v1/me/collections': {
    summary: 'My collections, oldest first',
    who: 'guest',
    reply: obj({ items: list(collectionWire) }),
  },
  'POST /v1/me/collections': {
    summary: 'A new collection',
    who: 'guest',
    rate: 'write',
    body: obj({ name: text(60, 1) }),
    reply: collectionWire,
    status: 201,
  },
  'PATCH /v1/me/collections/{id}': {
    summary: 'Rename it, or choose its cover among what is in it',
    who: 'guest',
    rate: 'write',
    params: collection,
    body: obj({ name: optional(text(60, 1)), cover: optional(text(48, 5)) }),
    reply: collectionWire,
  },
  'DELETE /v1/me/collections/{id}': {
    summary: 'Remove a collection; what was in it stays saved',
    who: 'guest',
    rate: 'write',
    params: collection,
    reply: done,
  },
  'GET /v1/me/follows': {
    summary: 'Whom I follow, newest first',
    who: 'guest',
    query: obj(pageQuery),
    reply: pageWire(obj({ id: idOf('per'), person: nullable(personCard), at: timeWire })),
  },
  'GET /v1/me/likes': {
    summary: 'What I like, newest first',
    who: 'guest',
    query: obj(pageQuery),
    reply: pageWire(obj({ id: idOf('pst'), at: timeWire })),
  },
  'GET /v1/me/comments': {
    summary: 'What I wrote, newest first',
    who: 'guest',
    query: obj(pageQuery),
    reply: pageWire(obj({ id: idOf('cmt'), post: idOf('pst'), parent: nullable(idOf('cmt')), text: text(1000), at: timeWire })),
  },
  'PUT /v1/posts/{id}/not-interested': {
    summary: 'Less like this',
    who: 'guest',
    rate: 'write',
    params: post,
    body: from,
    reply: done,
  },
  'DELETE /v1/posts/{id}/not-interested': { summary: 'Undo', who: 'guest', rate: 'write', params: post, reply: done },
  'PUT /v1/people/{id}/follow': {
    summary: 'Follow',
    who: 'guest',
    rate: 'write',
    params: obj({ id: idOf('per') }),
    body: from,
    reply: obj({ on: flag, followers: integer(0, 2_000_000_000) }),
  },
  'DELETE /v1/people/{id}/follow': {
    summary: 'Unfollow',
    who: 'guest',
    rate: 'write',
    params: obj({ id: idOf('per') }),
    reply: obj({ on: flag, followers: integer(0, 2_000_000_000) }),
  },
  'PUT /v1/people/{id}/block': { summary: 'Block', who: 'guest', rate: 'write', params: obj({ id: idOf('per') }), reply: done },
  'DELETE /v1/people/{id}/block': {
    summary: 'Unblock',
    who: 'guest',
    rate: 'write',
    params: obj({ id: idOf('per') }),
    reply: done,
  },
  'GET /v1/people/{id}/standing': {
    summary: 'Follower counts and how I stand to this person',
    who: 'guest',
    params: obj({ id: idOf('per') }),
    reply: obj({ followers: integer(0, 2_000_000_000), following: integer(0, 2_000_000_000), iFollow: flag, iBlock: flag }),
  },
  'GET /v1/posts/{id}/comments': {
    summary: 'Comments, newest first; replies of one with ?parent',
    who: 'guest',
    params: post,
    query: obj({ ...pageQuery, parent: optional(idOf('cmt')) }),
    reply: pageWire(commentWire),
  },
  'POST /v1/posts/{id}/comments': {
    summary: 'Comment or reply',
    who: 'member',
    rate: 'write',
    idempotency: 'optional',
    params: post,
    body: obj({ text: text(1000, 1), parent: optional(nullable(idOf('cmt'))) }),
    reply: commentWire,
    status: 201,
  },
  'GET /v1/shops/{shop}/unanswered-comments': {
    summary: 'Comments under the live posts of a shop that nobody there has answered, newest first; for its staff',
    who: 'staff',
    params: obj({ shop: idOf('shp') }),
    query: obj(pageQuery),
    reply: pageWire(commentWire),
  },
  'GET /v1/comments/{id}': {
    summary: 'One comment, removed or not, for operators',
    who: 'operator',
    params: obj({ id: idOf('cmt') }),
    reply: commentWire,
  },
  'DELETE /v1/comments/{id}': {
    summary: 'Delete my comment, or one under my post',
    who: 'member',
    rate: 'write',
    params: obj({ id: idOf('cmt') }),
    reply: done,
  },
  'POST /v1/shares': {
    summary: 'A share link with its own id',
    who: 'guest',
    rate: 'write',
    body: obj({
      about: obj({ kind: oneOf(['post', 'product', 'shop']), id: text(48, 5) }),
      grownFrom: optional(nullable(idOf('lin'))),
      source: optional(obj({ request: optional(idOf('req')), slot: optional(integer(0, 1000)) })),
    }),
    reply: obj({ id: idOf('shr'), url: text(400) }),
    status: 201,
  },
  'POST /v1/shares/{id}/opened': {
    summary: 'A shared link was opened; says what it is about',
    who: 'guest',
    rate: 'write',
    params: obj({ id: idOf('shr') }),
    reply: obj({ about: obj({ kind: oneOf(['post', 'product', 'shop']), id: text(48) }), sharer: nullable(personCard) }),
  },
})
