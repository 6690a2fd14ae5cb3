import {
  defineRoutes,
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
  share,
  text,
  timeWire,
} from '#base/http'
import { scenes } from '#engines/recommender'
import { personCard, shopCard } from '#rooms/accounts'
import { disclosures, postTile } from '#rooms/content'
import { pictureWire, videoWire } from '#rooms/media'
import { productCard } from '#rooms/search'
import { socialCounts } from '#rooms/social'
import { pageText } from './page-text.ts'

/** Everything a slide needs, playable at once: no second request on swipe. */
export const slideWire = obj({
  id: idOf('pst'),
  author: personCard,
  shop: nullable(shopCard),
  format: oneOf(['video', 'pictures']),
  caption: text(2200),
  language: text(8),
  tags: list(text(60)),
  disclosure: oneOf(disclosures),
  boughtIt: flag,
  video: nullable(videoWire),
  /** Other beginnings of the clip, of which the client shows one or the clip itself, by an even chance that stays for a person; missing when nothing is tried. */
  variants: optional(list(videoWire)),
  pictures: list(pictureWire),
  products: list(
    obj({
      card: productCard,
      fromMs: integer(0, 3_600_000),
      toMs: integer(0, 3_600_000),
      x: optional(share),
      y: optional(share),
    }),
  ),
  counts: socialCounts,
  mine: obj({ liked: flag, saved: flag, follows: flag, author: flag }),
  published: timeWire,
  slot: nullable(obj({ request: idOf('req'), index: integer(0, 1000), source: text(40), reasons: list(text(60)) })),
})
const count = integer(0, Number.MAX_SAFE_INTEGER)
const fraction = text(24)
/** How the recommender is. Positions and fractions are texts; shares are left to the reader, who has the counts. */
export const heartWire = obj({
  at: timeWire,
  position: text(20),
  learned: text(20),
  behind: count,
  sizes: obj({ items: count, people: count, tags: count, pool: count, bytes: count }),
  damped: list(obj({ reason: text(40), events: count })),
  weights: obj({
    file: text(255),
    /** What a change of them must name, so that it replaces no other that came meanwhile. */
    version: text(16),
    table: list(obj({ name: text(40), byDefault: fraction, now: fraction })),
    /** What single scenes weigh otherwise. */
    scenes: list(obj({ scene: text(40), name: text(40), now: fraction })),
  }),
  /** Behind the guaranteed impressions: items that are put forward now, and what each gate did so far; `at` in impressions. */
  pools: obj({ promoted: count, gates: list(obj({ at: count, judged: count, passed: count })) }),
  /** Heads of the recommender over the newest sights: what happened, what was predicted, drift in standard errors, how far the mix trusts the counters. */
  heads: list(obj({ head: text(40), rows: count, happened: fraction, predicted: fraction, drift: fraction, counters: fraction })),
  served: obj({
    pages: count,
    since: nullable(timeWire),
    slots: count,
    explored: count,
    propensity: nullable(fraction),
    sources: list(obj({ source: text(40), slots: count, propensity: fraction })),
  }),
  newest: list(obj({ request: idOf('req'), at: timeWire, scene: text(40) })),
  snapshot: nullable(obj({ position: text(20), at: nullable(timeWire) })),
})
const settings = list(obj({ scene: nullable(oneOf(scenes)), name: text(40, 1), value: text(24) }), {
  maxItems: 80,
})
/** All weights as they shall be: a common one that is not named is the default, one of a scene is as the common one. */
export const weightsWish = obj({ weights: settings, version: text(16, 1) })
/** `field` is the name of a weight, that of a scene as `following.follow`; null: not said. */
const weightChanges = list(obj({ field: text(60), from: nullable(fraction), to: nullable(fraction) }))
export const weightsPreviewWire = obj({
  changes: weightChanges,
  /** First places of the same page by both tables, with the same draws: those that hold something else, and what was on none of them before. */
  pages: list(
    obj({
      who: oneOf(['anybody', 'sample']),
      scene: oneOf(scenes),
      of: count,
      moved: count,
      fresh: count,
    }),
  ),
})
/** A served page without the person whom it was served to. */
export const explainedWire = obj({
  request: idOf('req'),
  at: timeWire,
  scene: text(40),
  policy: text(80),
  profiled: flag,
  slots: list(
    obj({
      post: idOf('pst'),
      tile: nullable(postTile),
      source: text(40),
      propensity: fraction,
      reasons: list(obj({ code: text(40), tag: nullable(text(80)), share: fraction })),
    }),
  ),
})
/** What the experiments on the weights say so far. `mean` is what a person did after their first page in it, in value weights. */
export const experimentsWire = obj({
  /** Newest events of the log that were read, and whether that is all of them. */
  events: count,
  since: nullable(timeWire),
  whole: flag,
  experiments: list(
    obj({
      name: text(30),
      share: fraction,
      /** People who were served by two arms: they count for none. */
      mixed: count,
      /** Are there as many people in each arm as were dealt? When it is broken nothing else can be believed. */
      ratio: oneOf(['kept', 'broken', 'too_few']),
      arms: list(
        obj({
          name: text(30),
          weights: list(obj({ name: text(40), value: fraction })),
          people: count,
          pages: count,
          mean: fraction,
          /** Against the first arm, with an interval that may be looked at at any time; null for the first and while there are too few. */
          against: nullable(obj({ difference: fraction, low: fraction, high: fraction })),
        }),
      ),
    }),
  ),
})
/** Probability of each action by its name, if the caller saw the post now. They are not exclusive of each other. */
export const expectedWire = obj({
  /** False: nothing of the caller is used, so it is what anybody is expected to do. */
  profiled: flag,
  /** Everything up to this position of the log was learned before. */
  position: text(20),
  posts: list(
    obj({
      post: idOf('pst'),
      p: obj({
        skip: fraction,
        watch: fraction,
        finish: fraction,
        like: fraction,
        save: fraction,
        comment: fraction,
        share: fraction,
        follow: fraction,
        click: fraction,
        cart: fraction,
        order: fraction,
        not_interested: fraction,
        report: fraction,
      }),
    }),
  ),
})
/** What the feed would use of the caller now. A weight is between -1 and 1; below 0 it keeps away. */
export const tasteWire = obj({
  /** False: nothing they do is used, so there is nothing to tell. */
  profiled: flag,
  tags: list(obj({ tag: text(60), weight: fraction })),
  authors: list(obj({ person: nullable(personCard), shop: nullable(shopCard), weight: fraction })),
})
/** Where a post stands, in general terms. */
export const standingWire = obj({
  stage: oneOf(['unknown', 'away', 'guaranteed', 'promoted', 'ranked', 'given_up']),
  guaranteed: count,
  /** Impressions that the present stage goes to; 0 outside of the stages. */
  until: count,
  /**
   * The last gate that judged it: probability that it is better than the middle of the posts of the same hours, the least that passes, its
   * value and theirs, and how many they were; 0: compared with the platform's mean.
   */
  gate: nullable(
    obj({
      gate: integer(1, 10),
      at: count,
      next: count,
      passed: flag,
      through: count,
      chance: fraction,
      needed: fraction,
      value: fraction,
      median: fraction,
      cohort: count,
    }),
  ),
  impressions: count,
  served: count,
  kept: list(oneOf(['removed', 'moderated', 'author_removed', 'out_of_stock', 'commerce'])),
})
const forgotten = obj({ position: text(20) })
export const wire = defineRoutes({
  'GET /v1/feed': {
    summary: 'The next page of slides. `after` is a log position, or `now`: the answer has learned it',
    who: 'guest',
    rate: 'feed',
    query: obj({
      scene: optional(oneOf(['for_you', 'following'])),
      after: optional(text(20)),
      limit: optional(integer(1, 20)),
      start: optional(idOf('pst')),
      share: optional(idOf('shr')),
    }),
    reply: obj({ request: idOf('req'), slides: list(slideWire), position: text(20) }),
    serialize: pageText,
  },
  'GET /v1/mall': {
    summary: 'The shop window as a grid',
    who: 'guest',
    rate: 'feed',
    query: obj({
      ...pageQuery,
      category: optional(text(20)),
      shop: optional(idOf('shp')),
      sort: optional(oneOf(['for_you', 'new', 'price_up', 'price_down'])),
    }),
    reply: obj({ request: nullable(idOf('req')), items: list(productCard), next: nullable(text(400)) }),
  },
  'GET /v1/mall/home': {
    summary: 'The first shelves: new, become cheaper (by the 30-day rule), shops; the same for everybody',
    who: 'anyone',
    rate: 'feed',
    reply: obj({ fresh: list(productCard), lowered: list(productCard), shops: list(shopCard) }),
  },
  'GET /v1/posts/{id}': {
    summary: 'One post as a slide; a removed one answers 404 with its tombstone, except to operators',
    who: 'guest',
    params: obj({ id: idOf('pst') }),
    reply: slideWire,
  },
  'GET /v1/people/{id}/posts': {
    summary: "A person's live posts",
    who: 'guest',
    params: obj({ id: idOf('per') }),
    query: obj(pageQuery),
    reply: pageWire(postTile),
  },
  'GET /v1/products/{id}/posts': {
    summary: "Clips that show a product; buyers' first",
    who: 'guest',
    params: obj({ id: idOf('prd') }),
    query: obj(pageQuery),
    reply: pageWire(postTile),
  },
  'GET /v1/feed/why/{post}': {
    summary: 'Why I was shown this',
    who: 'guest',
    params: obj({ post: idOf('pst') }),
    reply: obj({ profiled: flag, reasons: list(obj({ code: text(40), subject: nullable(text(80)) })) }),
  },
  'GET /v1/feed/expect': {
    summary:
      'What the recommender expects me to do with these posts if I saw them now: the probabilities that pages are ranked by. `after` as for a page',
    who: 'guest',
    rate: 'feed',
    query: obj({ posts: list(idOf('pst'), { minItems: 1, maxItems: 100 }), after: optional(text(20)) }),
    reply: expectedWire,
  },
  'GET /v1/feed/heart': {
    summary: 'How the recommender is: freshness, sizes, what it damped, weights, shares of sources over the newest pages',
    who: 'operator',
    reply: heartWire,
  },
  'POST /v1/feed/weights/preview': {
    summary: 'What these weights would change, without changing anything',
    who: 'operator',
    rate: 'write',
    body: obj({ weights: settings }),
    reply: weightsPreviewWire,
  },
  'PUT /v1/feed/weights': {
    summary: 'Set the weights of the feed; they are written to its file, noted in the audit and in force when it answers',
    who: 'operator',
    rate: 'write',
    body: weightsWish,
    reply: obj({ changes: weightChanges }),
  },
  'GET /v1/feed/experiments': {
    summary: 'The experiments that run, and what their arms did',
    who: 'operator',
    reply: experimentsWire,
  },
  'GET /v1/feed/requests/{id}': {
    summary: 'One of the newest served pages, slot by slot, with the reasons that hold now; never for whom',
    who: 'operator',
    params: obj({ id: idOf('req') }),
    reply: explainedWire,
  },
  'GET /v1/me/taste': {
    summary: 'What the feed thinks I like: topics and authors, strongest first',
    who: 'guest',
    rate: 'feed',
    reply: tasteWire,
  },
  'DELETE /v1/me/taste': {
    summary: 'Use nothing any more of what I did; what I saw, refused, blocked and follow stays. The next page holds to it',
    who: 'guest',
    rate: 'write',
    reply: forgotten,
  },
  'DELETE /v1/me/taste/{tag}': {
    summary: 'Use nothing any more of what I did to this topic. The next page holds to it',
    who: 'guest',
    rate: 'write',
    params: obj({ tag: text(60, 1) }),
    reply: forgotten,
  },
  'GET /v1/posts/{id}/standing': {
    summary: 'How my post is shown: stage, guaranteed impressions, and what keeps it away; never who saw it',
    who: 'member',
    params: obj({ id: idOf('pst') }),
    reply: standingWire,
  },
})
