import { defineRoutes, flag, idOf, integer, list, moneyWire, nullable, obj, oneOf, optional, text, timeWire } from '#base/http'

export const phases = ['exploration', 'connection', 'verification', 'purchase', 'confirmation', 'sharing'] as const
const rate = obj({ share: text(24), low: text(24), high: text(24), of: integer(0, 2e9) })
/** Counts are people. Rates come with their Wilson interval as decimal texts; null with a reason where data is thin. */
export const loopWire = obj({
  shop: nullable(idOf('shp')),
  days: integer(1, 365),
  asOf: obj({ position: text(20), at: timeWire }),
  phases: list(
    obj({
      phase: oneOf(phases),
      people: integer(0, 2e9),
      goOn: nullable(rate),
      thin: nullable(text(40)),
      medianHours: nullable(text(24)),
      /** Of `people`: who reached a later phase, who has been silent for a week, and the rest. */
      goneOn: integer(0, 2e9),
      stopped: integer(0, 2e9),
      waiting: integer(0, 2e9),
    }),
  ),
  transitions: list(obj({ from: oneOf(phases), to: oneOf(phases), count: integer(0, 2e9) })),
  newlySeeded: integer(0, 2e9),
  returned: integer(0, 2e9),
  laps: obj({ count: integer(0, 2e9), medianHours: nullable(text(24)) }),
  lineage: obj({ sharesFromOrders: integer(0, 2e9), ordersFromShares: integer(0, 2e9) }),
  gain: nullable(obj({ value: text(24), low: text(24), high: text(24) })),
  gainReason: nullable(text(40)),
})
const count = integer(0, 2e9)
/** What happened around a post, without what its author did. */
const tally = obj({ impressions: count, watched: count, watchedMs: text(20), clicks: count, orders: count, shares: count })
const edge = obj({ order: idOf('ord'), line: idOf('lin'), product: idOf('prd'), at: timeWire })
/** Who is never said to a merchant: order, content, order. */
export const lineageWire = obj({
  chains: list(
    obj({ parent: edge, content: obj({ kind: oneOf(['post', 'share', 'review']), id: text(48), at: timeWire }), child: edge }),
  ),
  next: nullable(text(400)),
})

export const wire = defineRoutes({
  'GET /v1/insights/loop': {
    summary: 'The loop of a shop (staff) or of the platform (operator)',
    who: 'member',
    query: obj({ shop: optional(idOf('shp')), days: optional(integer(1, 365)) }),
    reply: loopWire,
  },
  'GET /v1/insights/today': {
    summary: "A shop's today against yesterday and the same weekday, in its own zone, up to the same time of day",
    who: 'staff',
    query: obj({ shop: idOf('shp') }),
    reply: obj({
      zone: text(60),
      days: list(
        obj({
          back: integer(0, 7),
          from: timeWire,
          to: timeWire,
          revenue: moneyWire,
          orders: integer(0, 2e9),
          visitors: integer(0, 2e9),
          buyers: integer(0, 2e9),
        }),
      ),
    }),
  },
  'GET /v1/insights/ways': {
    summary: 'What brought people to a phase of a shop: shares, clips, searches',
    who: 'staff',
    query: obj({ shop: idOf('shp'), phase: oneOf(phases), days: optional(integer(1, 92)) }),
    reply: obj({
      ways: list(obj({ kind: oneOf(['share', 'post', 'search', 'direct']), people: integer(0, 2e9) })),
      posts: list(obj({ post: idOf('pst'), people: integer(0, 2e9) })),
    }),
  },
  'GET /v1/insights/posts': {
    summary: 'What happened around posts of a shop since they were published, without what their authors did',
    who: 'staff',
    query: obj({ shop: idOf('shp'), posts: list(idOf('pst'), { minItems: 1, maxItems: 100 }) }),
    reply: obj({
      asOf: timeWire,
      items: list(
        obj({
          post: idOf('pst'),
          impressions: integer(0, 2e9),
          watched: integer(0, 2e9),
          watchedMs: text(20),
          clicks: integer(0, 2e9),
          orders: integer(0, 2e9),
          shares: integer(0, 2e9),
        }),
      ),
    }),
  },
  'GET /v1/insights/lineage': {
    summary: 'Order → content → order chains of a shop',
    who: 'member',
    query: obj({ shop: optional(idOf('shp')), cursor: optional(text(400)), limit: optional(integer(1, 100)) }),
    reply: lineageWire,
  },
  'GET /v1/posts/{id}/numbers': {
    summary:
      'How my post was watched and found: the retention curve, reach by source, its first hour. Also for staff of its shop',
    who: 'member',
    params: obj({ id: idOf('pst') }),
    reply: obj({
      asOf: timeWire,
      published: timeWire,
      durationMs: count,
      stepMs: count,
      kept: list(count),
      reach: list(obj({ from: oneOf(['share', 'for_you', 'following', 'other']), impressions: count })),
      all: tally,
      firstHour: tally,
      helped: count,
    }),
  },
  'GET /v1/posts/{id}/variants': {
    summary: 'What came of the other beginnings that my post tries, and the rule by which one is said to be the best',
    who: 'member',
    params: obj({ id: idOf('pst') }),
    reply: obj({
      /** One is the best when every clip was seen by so many and its chance to be the best is at least `sureFrom`, within so many days. */
      fewestLooks: count,
      sureFrom: text(24),
      testDays: count,
      /** Null while nothing is tried. Counts are people; the post's own clip comes first. */
      test: nullable(
        obj({
          begun: timeWire,
          verdict: oneOf(['running', 'decided', 'undecided']),
          items: list(
            obj({
              medium: idOf('med'),
              shown: count,
              /** Watched for three seconds at least. */
              stayed: count,
              finished: count,
              opened: count,
              /** Probability of having the highest share of `stayed`; null while there are too few looks. */
              chance: nullable(text(24)),
              best: flag,
            }),
          ),
        }),
      ),
    }),
  },
  'GET /v1/posts/{id}/impact': {
    summary: 'What my post led to: people who looked further, orders',
    who: 'member',
    params: obj({ id: idOf('pst') }),
    reply: obj({ impressions: integer(0, 2e9), helped: integer(0, 2e9), orders: integer(0, 2e9) }),
  },
})
