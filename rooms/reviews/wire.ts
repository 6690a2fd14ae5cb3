import { defineRoutes, flag, idOf, integer, list, nullable, obj, optional, pageQuery, pageWire, text, timeWire } from '#base/http'
import { personCard } from '#rooms/accounts'
import { pictureWire, videoWire } from '#rooms/media'

export const reviewWire = obj({
  id: idOf('rev'),
  product: idOf('prd'),
  author: personCard,
  stars: integer(1, 5),
  text: text(4000),
  language: text(8),
  choice: list(text(40)),
  pictures: list(pictureWire),
  video: nullable(videoWire),
  daysUsed: integer(0, 36_500),
  boughtAt: timeWire,
  at: timeWire,
  mine: flag,
  removed: flag,
  reply: nullable(obj({ text: text(2000), at: timeWire })),
})
/** How many gave each number of stars; the mean is null while there is none. */
export const ratingWire = obj({
  count: integer(0, 2_000_000_000),
  mean: nullable(text(8)),
  stars: obj({ 1: integer(0, 2e9), 2: integer(0, 2e9), 3: integer(0, 2e9), 4: integer(0, 2e9), 5: integer(0, 2e9) }),
  withMedia: integer(0, 2e9),
})
const askWire = obj({
  line: idOf('lin'),
  order: idOf('ord'),
  product: idOf('prd'),
  deliveredAt: timeWire,
  pulse: nullable(integer(1, 5)),
  reviewed: flag,
  /** From when on the page asks for a review (ask-policy.ts); writing one is possible at once. */
  askFrom: timeWire,
})

export const wire = defineRoutes({
  'GET /v1/products/{id}/rating': {
    summary: 'Rating distribution',
    who: 'anyone',
    params: obj({ id: idOf('prd') }),
    reply: ratingWire,
  },
  'GET /v1/products/{id}/reviews': {
    summary: 'Reviews, with media first',
    who: 'guest',
    params: obj({ id: idOf('prd') }),
    query: obj({ ...pageQuery, stars: optional(integer(1, 5)), media: optional(flag) }),
    reply: pageWire(reviewWire),
  },
  'POST /v1/reviews': {
    summary: 'Review a delivered order line',
    who: 'guest',
    rate: 'write',
    body: obj({
      line: idOf('lin'),
      stars: integer(1, 5),
      text: text(4000),
      pictures: optional(list(idOf('med'), { maxItems: 6 })),
      video: optional(nullable(idOf('med'))),
    }),
    reply: reviewWire,
    status: 201,
  },
  'GET /v1/reviews/{id}': {
    summary: 'One review with its words, removed or not, for operators',
    who: 'operator',
    params: obj({ id: idOf('rev') }),
    reply: reviewWire,
  },
  'POST /v1/reviews/{id}/reply': {
    summary: 'The merchant answers; once, and never deletes',
    who: 'staff',
    rate: 'write',
    params: obj({ id: idOf('rev') }),
    body: obj({ text: text(2000, 1) }),
    reply: reviewWire,
  },
  'GET /v1/me/reviews': { summary: 'My reviews', who: 'guest', query: obj(pageQuery), reply: pageWire(reviewWire) },
  'GET /v1/me/review-asks': {
    summary: 'Delivered lines of mine that wait for a word',
    who: 'guest',
    query: obj({ ...pageQuery, order: optional(idOf('ord')) }),
    reply: pageWire(askWire),
  },
  'POST /v1/pulses': {
    summary: 'One question after delivery: are you satisfied, 1 to 5',
    who: 'guest',
    rate: 'write',
    body: obj({ line: idOf('lin'), score: integer(1, 5) }),
    reply: askWire,
  },
  'GET /v1/shops/{shop}/reviews': {
    summary: "Reviews of a shop's products, for its staff",
    who: 'staff',
    params: obj({ shop: idOf('shp') }),
    query: obj({ ...pageQuery, unanswered: optional(flag) }),
    reply: pageWire(reviewWire),
  },
})
