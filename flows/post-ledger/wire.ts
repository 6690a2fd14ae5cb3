import { defineRoutes, flag, idOf, integer, list, nullable, obj, oneOf, text, timeWire } from '#base/http'
import { standingWire } from '#rooms/feed'
import { outcomes, postKinds, ways } from '#rooms/insights'
import { reasonCodes } from './why-not-more.ts'

const count = integer(0, Number.MAX_SAFE_INTEGER)
const fraction = text(24)
/** Counts and shares, never who. Shares and the numbers of rules are decimal texts. */
export const ledgerWire = obj({
  asOf: timeWire,
  standing: standingWire,
  /** Slots by why the feed filled them, and those of them that were in view for two seconds; all but the ranked ones are tries. */
  ways: list(obj({ way: oneOf(ways), served: count, seen: count })),
  /** Who saw a try, and when it was tried first and last. */
  people: count,
  first: nullable(timeWire),
  last: nullable(timeWire),
  kind: oneOf(postKinds),
  /** Other posts of its kind that were tried often enough. */
  others: count,
  /** What came of the tries, and the median of the others; null where there is too little to tell. Empty while too few people saw it. */
  came: list(obj({ outcome: oneOf(outcomes), own: nullable(fraction), usual: nullable(fraction) })),
  /** Impressions at which gates judge a post. */
  gates: list(count),
  reasons: list(obj({ code: oneOf(reasonCodes), stops: flag, values: list(obj({ name: text(20), value: fraction })) })),
})

export const wire = defineRoutes({
  'GET /v1/posts/{id}/ledger': {
    summary: 'What the feed did with my post: tries, what came of them, the rule that decides, and why it is not shown more',
    who: 'member',
    params: obj({ id: idOf('pst') }),
    reply: ledgerWire,
  },
})
