import type { Static } from 'typebox'
import type { Caller, ErrorCode } from '#base/http'
import { type Id, ok, type Result, refuse } from '#base/kernel'
import type { Expectation } from '#engines/recommender'
import { type Kitchen, patienceMs } from './feed-page.ts'
import type { expectedWire } from './wire.ts'

export type Expected = Static<typeof expectedWire>
export interface ExpectWish {
  readonly posts: readonly Id<'post'>[]
  /** A log position: the answer waits a moment to have learned everything up to it, and says how far it came. */
  readonly after?: string
}

/** What the recommender expects the caller to do with these posts, in their order, each once. It is asked before, and judged after. */
export async function readExpected(
  { house, brain }: Pick<Kitchen, 'house' | 'brain'>,
  caller: Caller,
  { posts, after }: ExpectWish,
): Promise<Result<Expected, ErrorCode>> {
  if (after !== undefined) {
    if (!/^\d{1,18}$/.test(after)) return refuse('invalid_request', 'after: a position that POST /v1/events answered with')
    await brain.reached(BigInt(after), patienceMs)
  }
  // Questions stand in line behind what is learned: the answer knows at least this.
  const position = brain.position().toString()
  const expected = await brain.ask({
    kind: 'expect',
    request: {
      person: caller.person,
      items: posts,
      now: house.clock.now().getTime(),
      profiling: caller.personalised,
      language: caller.language,
    },
  })
  const known = new Set(expected.map(e => e.item))
  const unknown = posts.find(post => !known.has(post))
  if (unknown) return refuse('not_found', 'There is no such post', { post: unknown })
  return ok({ profiled: caller.personalised, position, posts: expected.map(e => ({ post: e.item, p: texts(e.p) })) })
}

/** Six digits that count: enough to tell two posts apart, and never an exponent that is longer than the field. */
const texts = (p: Expectation['p']): Expected['posts'][number]['p'] =>
  Object.fromEntries(
    Object.entries(p).map(([name, x]) => [name, String(Number(x.toPrecision(6)))]),
  ) as Expected['posts'][number]['p']
