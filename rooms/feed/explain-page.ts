import type { Caller, ErrorCode } from '#base/http'
import { type Id, ok, type Result, refuse } from '#base/kernel'
import type { Reason } from '#engines/recommender'
import { decimal, type Explained } from './heart.ts'
import type { Ward } from './read-heart.ts'

/**
 * One served page with the reasons that hold for that person now. Who it is stays unsaid: neither the person nor what they did is named,
 * since a history can say who somebody is. A page that was made without knowledge of the person is explained without it.
 */
export async function explainPage(
  { brain, served, doors }: Ward,
  caller: Caller,
  request: string,
): Promise<Result<Explained, ErrorCode>> {
  const allowed = doors.accounts.may(caller, 'operate')
  if (!allowed.ok) return allowed
  const page = await served.find(request)
  if (!page) return refuse('not_found', 'This page is not among the newest in the log')
  const { scene, policy, profiled, slots } = page.data
  const because = (item: string): Promise<Reason[]> =>
    profiled && page.person ? brain.ask({ kind: 'because', person: page.person, item }) : Promise.resolve([])
  const [tiles, reasons] = await Promise.all([
    doors.content.tiles(slots.map(s => s.id as Id<'post'>)),
    Promise.all(slots.map(s => because(s.id))),
  ])
  return ok({
    request: page.data.request,
    at: page.at.toISOString(),
    scene,
    policy,
    profiled,
    slots: slots.map((slot, i) => ({
      post: slot.id,
      tile: tiles.get(slot.id) ?? null,
      source: slot.source,
      propensity: decimal(slot.propensity),
      reasons: (reasons[i] ?? []).map(discreet),
    })),
  })
}

/** Of what a reason is about only the topic is said; an author stands on the slot itself. */
const discreet = ({ code, subject, weight }: Reason): Explained['slots'][number]['reasons'][number] => ({
  code,
  tag: code === 'tag' ? subject : null,
  share: decimal(weight),
})
