import { createStore } from 'zustand'
import { noteAct, takeActed } from '../../client/acted.ts'
import { api, ask } from '../../client/api.ts'
import { events } from '../../client/events.ts'
import { island } from '../../client/island.ts'
import { queryClient } from '../../client/query.ts'
import type { Me, Slide } from '../../client/types.ts'
import { withDrawnClip } from './drawn-clip.ts'
import { keptSlides } from './kept-clips.ts'

export interface FeedState {
  readonly slides: readonly Slide[]
  /** Slides that were taken away above; slide k of the list has the number base + k for ever. */
  readonly base: number
  /** Number of the slide in view. */
  readonly active: number
  readonly status: 'loading' | 'ready' | 'end' | 'error'
  readonly error: unknown
}
export interface FeedWish {
  readonly scene: 'for_you' | 'following'
  /** Begins with this post. */
  readonly start?: string
  readonly share?: string
}
/** The next page is asked for when so many slides are left. */
const left = 3
const mostBoxes = 200

/** Where the author tries several clips, the one that is this person's; what was kept was theirs already. */
function drawn(page: readonly Slide[]): Slide[] {
  const me = queryClient.getQueryData<Me>(['me']) ?? island.me
  return page.map(slide => withDrawnClip(slide, me?.person))
}
/** What the page came with, for the first feed of all. */
let handed: readonly Slide[] = [...keptSlides(), ...drawn(island.feed?.slides ?? [])]
let wishes = 0
/** What the feed may use of the person changed, or what they want to see: pages that were chosen before go, except what is in view. */
export const chooseAnew = (): void => void wishes++

/** One endless feed. It outlives its component, so that a tab or page comes back where it was. */
export class Feed {
  readonly wish: FeedWish
  readonly store = createStore<FeedState>(() => ({ slides: [], base: 0, active: 0, status: 'loading', error: null }))
  #asking = false
  #wishes = wishes

  constructor(wish: FeedWish) {
    this.wish = wish
    if (wish.scene === 'for_you' && !wish.start && handed.length > 0) {
      this.#take(handed.filter((slide, k) => handed.findIndex(s => s.id === slide.id) === k))
      handed = []
    }
  }

  slide(i: number): Slide | undefined {
    const { slides, base } = this.store.getState()
    return slides[i - base]
  }

  activate(i: number): void {
    this.store.setState({ active: i })
    this.need()
  }

  /** Asks for the next page when little is left. */
  need(): void {
    if (this.#wishes !== wishes) this.#dropWaiting()
    const { slides, base, active, status } = this.store.getState()
    if (status !== 'end' && status !== 'error' && base + slides.length - active <= left) void this.more()
  }

  async more(): Promise<void> {
    if (this.#asking) return
    this.#asking = true
    const first = this.store.getState().slides.length === 0
    if (first) this.store.setState({ status: 'loading', error: null })
    const acted = takeActed()
    try {
      // What was just watched or done is learned before the next page is chosen.
      const watched = await events.flush()
      const after = acted ? 'now' : first ? undefined : watched
      const { scene, start, share } = this.wish
      const query = {
        scene,
        limit: 8,
        ...(after && { after }),
        ...(first && start && { start }),
        ...(first && share && { share }),
      }
      this.#take(drawn((await ask(api.GET('/v1/feed', { params: { query } }))).slides))
    } catch (error) {
      if (acted) noteAct()
      this.store.setState({ status: 'error', error })
    } finally {
      this.#asking = false
    }
  }

  /** From the start: a new first page. */
  restart(): void {
    this.store.setState({ slides: [], base: 0, active: 0, status: 'loading', error: null })
    void this.more()
  }

  /** Takes one slide out: not interested, blocked. */
  without(test: (slide: Slide) => boolean): void {
    const { slides, base, active } = this.store.getState()
    this.store.setState({ slides: slides.filter((slide, k) => base + k <= active || !test(slide)) })
  }

  #dropWaiting(): void {
    this.#wishes = wishes
    const { slides, base, active, status } = this.store.getState()
    if (status === 'ready' || status === 'end')
      this.store.setState({ slides: slides.slice(0, active - base + 1), status: 'ready' })
  }

  /** Boxes far above go while nothing moves; numbers stay. Answers how many went. */
  trim(): number {
    const { slides, base, active } = this.store.getState()
    const drop = slides.length > mostBoxes ? Math.max(0, Math.min(slides.length - mostBoxes / 2, active - base - 4)) : 0
    if (drop > 0) this.store.setState({ slides: slides.slice(drop), base: base + drop })
    return drop
  }

  #take(page: readonly Slide[]): void {
    const { slides } = this.store.getState()
    const recent = new Set(slides.slice(-12).map(s => s.id))
    const fresh = page.filter(s => !recent.has(s.id))
    for (const slide of fresh) queryClient.setQueryData(['post', slide.id], slide)
    this.store.setState({ slides: [...slides, ...fresh], status: fresh.length > 0 ? 'ready' : 'end', error: null })
  }
}
