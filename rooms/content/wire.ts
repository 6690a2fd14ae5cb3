import {
  defineRoutes,
  done,
  idOf,
  integer,
  languageWire,
  list,
  nullable,
  obj,
  oneOf,
  optional,
  pageQuery,
  pageWire,
  share,
  text,
  timeWire,
} from '#base/http'
import { personCard } from '#rooms/accounts'
import { pictureWire, videoWire } from '#rooms/media'

export const disclosures = ['own_product', 'paid', 'gift', 'none'] as const
export const postStates = ['draft', 'scheduled', 'processing', 'live', 'removed'] as const
/** When in the clip a product is shown, and where on its picture it is pinned (shares of width and height; both or neither). */
export const productTag = obj({
  product: idOf('prd'),
  fromMs: integer(0, 3_600_000),
  toMs: integer(0, 3_600_000),
  x: optional(share),
  y: optional(share),
})
/** A post as its room knows it; the feed room adds counts, product cards and what the caller did. */
export const postWire = obj({
  id: idOf('pst'),
  author: idOf('per'),
  shop: nullable(idOf('shp')),
  state: oneOf(postStates),
  format: oneOf(['video', 'pictures']),
  caption: text(2200),
  language: languageWire,
  tags: list(text(60)),
  mentions: list(obj({ handle: text(40), person: idOf('per') })),
  products: list(productTag),
  /** Null while a draft's author has not said. */
  disclosure: nullable(oneOf(disclosures)),
  grownFrom: nullable(idOf('lin')),
  video: nullable(videoWire),
  /** Other beginnings of the clip that are tried beside it. */
  variants: list(videoWire),
  pictures: list(pictureWire),
  progress: integer(0, 100),
  refusal: nullable(obj({ code: text(40), message: text(400) })),
  removal: nullable(obj({ reason: text(40), explanation: text(2000) })),
  created: timeWire,
  /** When it publishes itself, while it waits for that. */
  scheduled: nullable(timeWire),
  published: nullable(timeWire),
})
export const postTile = obj({
  id: idOf('pst'),
  author: personCard,
  caption: text(2200),
  poster: text(400),
  thumbhash: text(80),
  durationMs: integer(0, 86_400_000),
  format: oneOf(['video', 'pictures']),
  state: oneOf(postStates),
})
const draft = {
  caption: text(2200),
  language: optional(languageWire),
  products: list(productTag, { maxItems: 10 }),
  disclosure: optional(oneOf(disclosures)),
  shop: optional(nullable(idOf('shp'))),
  video: optional(nullable(idOf('med'))),
  pictures: optional(list(idOf('med'), { maxItems: 10 })),
  grownFrom: optional(nullable(idOf('lin'))),
}

export const wire = defineRoutes({
  'POST /v1/posts': {
    summary: 'Start a draft',
    who: 'member',
    rate: 'write',
    idempotency: 'optional',
    body: obj(draft),
    reply: postWire,
    status: 201,
  },
  'PATCH /v1/posts/{id}': {
    summary: 'Change a draft, or what waits for its time',
    who: 'member',
    rate: 'write',
    params: obj({ id: idOf('pst') }),
    body: obj({
      caption: optional(draft.caption),
      language: draft.language,
      products: optional(draft.products),
      disclosure: draft.disclosure,
      shop: draft.shop,
      video: draft.video,
      pictures: draft.pictures,
      grownFrom: draft.grownFrom,
    }),
    reply: postWire,
  },
  'DELETE /v1/posts/{id}': {
    summary: 'Delete my post',
    who: 'member',
    rate: 'write',
    params: obj({ id: idOf('pst') }),
    reply: done,
  },
  'POST /v1/posts/{id}/variants': {
    summary: 'Try another beginning of my live clip: an upload of mine, about as long; two at most',
    who: 'member',
    rate: 'write',
    params: obj({ id: idOf('pst') }),
    body: obj({ media: idOf('med') }),
    reply: postWire,
  },
  'DELETE /v1/posts/{id}/variants/{media}': {
    summary: 'Do not try this beginning any more',
    who: 'member',
    rate: 'write',
    params: obj({ id: idOf('pst'), media: idOf('med') }),
    reply: postWire,
  },
  'POST /v1/posts/{id}/variants/{media}/keep': {
    summary: 'End the test: this clip, a variant or the one of before, is the post from now on',
    who: 'member',
    rate: 'write',
    params: obj({ id: idOf('pst'), media: idOf('med') }),
    reply: postWire,
  },
  'GET /v1/me/posts': {
    summary: 'My posts in every state, newest first',
    who: 'member',
    query: obj({ ...pageQuery, state: optional(oneOf(postStates)) }),
    reply: pageWire(postWire),
  },
  'GET /v1/me/posts/{id}': {
    summary: 'One post of mine in any state',
    who: 'member',
    params: obj({ id: idOf('pst') }),
    reply: postWire,
  },
  'GET /v1/me/posted': {
    summary: 'Live posts of mine that show these uploads of mine (ids, commas between) already, or copies of them, newest first',
    who: 'member',
    query: obj({ media: text(400, 5) }),
    reply: obj({ items: list(obj({ id: idOf('pst'), published: timeWire })) }),
  },
  'GET /v1/shops/{shop}/posts': {
    summary: 'The posts of a shop in every state, by when they were or will be published, or begun, newest first; for its staff',
    who: 'staff',
    params: obj({ shop: idOf('shp') }),
    query: obj({ ...pageQuery, state: optional(oneOf(postStates)), from: optional(timeWire), to: optional(timeWire) }),
    reply: pageWire(postWire),
  },
})
