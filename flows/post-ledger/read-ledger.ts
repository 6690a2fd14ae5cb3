import type { Static } from 'typebox'
import type { Caller, ErrorCode } from '#base/http'
import { type Id, ok, type Result, refuse } from '#base/kernel'
import type { Content, Post } from '#rooms/content'
import type { Feed } from '#rooms/feed'
import { type Insights, outcomes, type Tries, ways } from '#rooms/insights'
import type { Media } from '#rooms/media'
import { type Reason, whyNotMore } from './why-not-more.ts'
import type { ledgerWire } from './wire.ts'

export interface LedgerDoors {
  readonly content: Pick<Content, 'posts'>
  readonly feed: Pick<Feed, 'standing' | 'deciding'>
  readonly insights: Pick<Insights, 'tries'>
  readonly media: Pick<Media, 'videos' | 'pictures'>
}
export type Ledger = Static<typeof ledgerWire>

/** What the feed did with a post and why not more. Everybody but its author and operators is told that there is none. */
export async function readLedger(doors: LedgerDoors, caller: Caller, id: Id<'post'>): Promise<Result<Ledger, ErrorCode>> {
  const post = (await doors.content.posts([id])).get(id)
  if (!post || post.state === 'deleted' || (post.author !== caller.person && !caller.operator)) return noSuch
  const [tries, standing, rules, playable] = await Promise.all([
    doors.insights.tries(caller, id),
    doors.feed.standing(caller, id),
    doors.feed.deciding(caller, id),
    isPlayable(doors, post),
  ])
  if (!tries.ok) return tries
  if (!standing.ok) return standing
  if (!rules.ok) return rules
  const { places, fans } = tries.value
  const facts = {
    ...{ state: post.state, format: post.format, playable, standing: standing.value },
    ...{ rules: rules.value, places, fans },
  }
  return ok({
    ...told(tries.value),
    standing: standing.value,
    gates: [...(rules.value?.gates ?? [])],
    reasons: whyNotMore(facts).map(inWire),
  })
}
const noSuch = refuse('not_found', 'No such post of yours')

/** As a slide: a clip that can be played, or a picture at least. */
async function isPlayable({ media }: LedgerDoors, post: Post): Promise<boolean> {
  const [videos, pictures] = await Promise.all([
    media.videos(post.videoId ? [post.videoId] : []),
    media.pictures([...post.pictureIds]),
  ])
  return videos.size + pictures.size > 0
}

const decimal = (n: number): string => String(Math.round(n * 10_000) / 10_000)
const inWire = ({ values, ...reason }: Reason) => ({
  ...reason,
  values: Object.entries(values).map(([name, n]) => ({ name, value: decimal(n) })),
})
const share = (n: number | null | undefined): string | null => (n === null || n === undefined ? null : n.toFixed(4))

function told({ asOf, served, seen, people, first, last, kind, others, came, usual }: Tries & { asOf: Date }) {
  return {
    ...{ asOf: asOf.toISOString(), people, kind, others },
    ...{ first: first?.toISOString() ?? null, last: last?.toISOString() ?? null },
    ways: ways.map(way => ({ way, served: served[way], seen: seen[way] })),
    came: came ? outcomes.map(o => ({ outcome: o, own: share(came[o]), usual: share(usual?.[o]) })) : [],
  }
}
