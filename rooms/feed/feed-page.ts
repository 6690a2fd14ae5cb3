import type { House } from '#base/house'
import type { Caller, ErrorCode } from '#base/http'
import { type Id, newId, ok, type Result, refuse } from '#base/kernel'
import { type FeedExperiment, type Policy, policyFor } from '#engines/recommender'
import type { Brain } from './brain.ts'
import type { LeanSlate, LeanSlot } from './messages.ts'
import type { Slides } from './slide-cache.ts'
import type { Slide } from './slides.ts'
import type { Paging } from './unprofiled.ts'

export interface PageWish {
  readonly scene?: 'for_you' | 'following'
  readonly limit?: number
  /** A log position, or `now` for what was committed before the call: the page has learned everything up to it. */
  readonly after?: string
  /** The first slide, for a deep link. */
  readonly start?: Id<'post'>
}
export interface FeedPage {
  readonly request: Id<'request'>
  readonly slides: Slide[]
  readonly position: string
}

/** How long a page waits for the recommender to have learned what the caller just did. Mostly it is a few; a busy host takes longer. */
export const patienceMs = 250
const pageSize = 8

export interface Kitchen {
  readonly house: House
  readonly brain: Brain
  readonly slides: Slides
  readonly paging: Paging
  /** The experiments that run now, in the order in which people are dealt in. */
  readonly experiments: () => readonly FeedExperiment[]
}

/** The next page: slate from the engine, visibility and dress through the doors, one `feed.served` in the log. */
export async function feedPage(kitchen: Kitchen, caller: Caller, wish: PageWish): Promise<Result<FeedPage, ErrorCode>> {
  const { house, brain } = kitchen
  if (wish.after !== undefined) {
    if (!/^(\d{1,18}|now)$/.test(wish.after))
      return refuse('invalid_request', 'after: "now", or a position that POST /v1/events answered with')
    const after = wish.after === 'now' ? await house.log.flush() : BigInt(wish.after)
    await Promise.all([brain.reached(after, patienceMs), kitchen.slides.reached(after, patienceMs)])
  }
  const request = newId('request', house.clock.now())
  const scene = wish.scene ?? 'for_you'
  // A page without profiling is the same for everybody: it is in no experiment.
  const policy = policyFor(kitchen.experiments(), caller.personalised ? caller.person : null)
  const asked = { request, scene, policy, lean: brain.busy() }
  const slate = await slateFor(kitchen, caller, wish, asked)
  const ids = [...(wish.start ? [wish.start] : []), ...slate.slots.map(s => s.item as Id<'post'>)]
  const dressed = await kitchen.slides.dress(caller, ids)
  const slots = new Map(slate.slots.map(s => [s.item, s]))
  const slides = ids
    .flatMap(id => dressed.get(id) ?? [])
    .map((slide, index) => withSlot(slide, request, index, slots.get(slide.id)))
  if (slides.length > 0) logServed(house, caller, asked, slides, slots)
  return ok({ request, slides, position: house.log.position().toString() })
}

interface Asked {
  readonly request: Id<'request'>
  readonly scene: 'for_you' | 'following'
  readonly policy: Policy
  /** Made at a lower cost, since others wait; the log says so. */
  readonly lean: boolean
}

async function slateFor(
  { house, brain, paging }: Kitchen,
  caller: Caller,
  wish: PageWish,
  { request, scene, policy, lean }: Asked,
): Promise<LeanSlate> {
  const n = (wish.limit ?? pageSize) - (wish.start ? 1 : 0)
  const ask = (exclude: readonly string[]) =>
    brain.ask({
      kind: 'recommend',
      request: {
        person: caller.person,
        n,
        now: house.clock.now().getTime(),
        scene,
        language: caller.language,
        profiling: caller.personalised,
        request,
        exclude: [...exclude, ...(wish.start ? [wish.start] : [])],
        ...(policy.weights && { weights: policy.weights }),
        ...(lean && { lean }),
      },
    })
  if (caller.personalised) return ask([])
  const given = paging.of(caller.session)
  let slate = await ask(given)
  if (slate.slots.length === 0 && given.length > 0) {
    paging.reset(caller.session)
    slate = await ask([])
  }
  paging.add(
    caller.session,
    slate.slots.map(s => s.item),
  )
  return slate
}

/** The caller's own slide, which nobody else holds, gets its place. */
function withSlot(slide: Slide, request: Id<'request'>, index: number, slot: LeanSlot | undefined): Slide {
  slide.slot = { request, index, source: slot?.source ?? 'link', reasons: slot?.reasons ?? [] }
  return slide
}

const saidOf = (slot: LeanSlot | undefined): { signals?: readonly number[] } => (slot?.signals ? { signals: slot.signals } : {})

/**
 * One event for the whole page: fatigue, pools and later evaluation learn from it, not from the call. Pages served
 * meanwhile share its statement, and nobody waits for it: what the person does next is behind it in the log.
 */
function logServed(
  house: House,
  caller: Caller,
  { request, scene, policy, lean }: Asked,
  slides: readonly Slide[],
  slots: ReadonlyMap<string, LeanSlot>,
): void {
  const served = house.log.ingest([
    {
      name: 'feed.served',
      at: house.clock.now(),
      person: caller.person,
      session: caller.session,
      subject: { kind: 'person', id: caller.person },
      data: {
        request,
        policy: lean && caller.personalised ? `${policy.name} lean` : policy.name,
        scene,
        profiled: caller.personalised,
        slots: slides.map(s => ({
          kind: 'post',
          id: s.id,
          author: s.author.id,
          shop: s.shop?.id ?? null,
          source: slots.get(s.id)?.source ?? 'link',
          propensity: slots.get(s.id)?.propensity ?? 1,
          ...saidOf(slots.get(s.id)),
        })),
      },
    },
  ])
  served.catch(error => house.logger.error({ err: error, request }, 'a served page is not in the log'))
}
