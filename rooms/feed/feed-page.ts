import type { House } from '#base/house'
import type { Caller, ErrorCode } from '#base/http'
import { type Id, newId, ok, type Result, refuse } from '#base/kernel'
import type { Slot } from '#engines/recommender'
import type { Brain } from './brain.ts'
import { dress, type Slide, type SlideDoors } from './slides.ts'

export interface PageWish {
  readonly scene?: 'for_you' | 'following'
  readonly limit?: number
  /** A log position: the page has learned everything up to it. */
  readonly after?: string
  /** The first slide, for a deep link. */
  readonly start?: Id<'post'>
}
export interface FeedPage {
  readonly request: Id<'request'>
  readonly slides: Slide[]
  readonly position: string
}

/** How long a page waits for the recommender to have learned what the caller just did. */
const patienceMs = 50
const pageSize = 8

/** The next page: slate from the engine, visibility and dress through the doors, one `feed.served` in the log. */
export async function feedPage(
  house: House,
  brain: Brain,
  doors: SlideDoors,
  caller: Caller,
  wish: PageWish,
): Promise<Result<FeedPage, ErrorCode>> {
  if (wish.after !== undefined) {
    if (!/^\d{1,18}$/.test(wish.after)) return refuse('invalid_request', 'after: a position that POST /v1/events answered with')
    await brain.reached(BigInt(wish.after), patienceMs)
  }
  const request = newId('request', house.clock.now())
  const scene = wish.scene ?? 'for_you'
  const n = wish.limit ?? pageSize
  const slate = await brain.ask({
    kind: 'recommend',
    request: {
      person: caller.person,
      n: wish.start ? n - 1 : n,
      now: house.clock.now().getTime(),
      scene,
      language: caller.language,
      profiling: caller.personalised,
      request,
      exclude: wish.start ? [wish.start] : [],
    },
  })
  const ids = [...(wish.start ? [wish.start] : []), ...slate.slots.map(s => s.item as Id<'post'>)]
  const dressed = await dress(doors, caller, ids)
  const slots = new Map(slate.slots.map(s => [s.item, s]))
  const slides = ids
    .flatMap(id => dressed.get(id) ?? [])
    .map((slide, index) => withSlot(slide, request, index, slots.get(slide.id)))
  if (slides.length > 0) await logServed(house, caller, request, scene, slides, slots)
  return ok({ request, slides, position: house.log.position().toString() })
}

function withSlot(slide: Slide, request: Id<'request'>, index: number, slot: Slot | undefined): Slide {
  return { ...slide, slot: { request, index, source: slot?.source ?? 'link', reasons: slot?.reasons.map(r => r.code) ?? [] } }
}

/** One event for the whole page: fatigue, pools and later evaluation learn from it, not from the call. */
async function logServed(
  house: House,
  caller: Caller,
  request: Id<'request'>,
  scene: string,
  slides: readonly Slide[],
  slots: ReadonlyMap<string, Slot>,
): Promise<void> {
  await house.log.append(house.db.tables(), [
    {
      name: 'feed.served',
      at: house.clock.now(),
      person: caller.person,
      session: caller.session,
      subject: { kind: 'person', id: caller.person },
      data: {
        request,
        policy: 'v1',
        scene,
        profiled: caller.personalised,
        slots: slides.map(s => ({
          kind: 'post',
          id: s.id,
          author: s.author.id,
          shop: s.shop?.id ?? null,
          source: slots.get(s.id)?.source ?? 'link',
          propensity: slots.get(s.id)?.propensity ?? 1,
        })),
      },
    },
  ])
}
