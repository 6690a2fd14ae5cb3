import { events } from '../../client/events.ts'
import type { Slide } from '../../client/types.ts'
import { sourceOf } from '../source.ts'
import { drawnOf } from './drawn-clip.ts'
import type { Measured } from './pool-owner.ts'

export type Exit = 'next' | 'back' | 'leave' | 'product' | 'end'
/** In view this long is an impression. */
const impressionMs = 2000
/** The product card comes in this long after its slide. */
export const cardAfterMs = 1500

/** Writes down what was seen of the active slide: an impression after two seconds in view, a view when it is left. */
class ViewLog {
  #slide: Slide | null = null
  /** Scene of the feed: the recommender learns what a sight brings in each. */
  #surface = 'for_you'
  #seen = 0
  #watched = 0
  #at = 0
  #playing = false
  #visible = true
  #told = { post: false, product: false }
  #timer = 0

  constructor() {
    document.addEventListener('visibilitychange', () => this.#turn(document.visibilityState === 'visible'))
    events.beforeLeave(() => this.#turn(false))
  }

  enter(slide: Slide, scene: string): void {
    this.#slide = slide
    this.#surface = scene
    this.#begin()
    this.#told = { post: false, product: false }
    clearInterval(this.#timer)
    this.#timer = window.setInterval(() => this.#count(), 250)
  }
  playing(on: boolean): void {
    this.#count()
    this.#playing = on
  }
  leave(exit: Exit): void {
    this.#count()
    this.#tell(exit)
    this.#slide = null
    clearInterval(this.#timer)
  }
  measured(slide: Slide, data: Measured): void {
    events.add({
      name: 'player.measured',
      subject: { kind: 'post', id: slide.id },
      surface: this.#surface,
      source: sourceOf(slide),
      data,
    })
  }

  #begin(): void {
    this.#seen = 0
    this.#watched = 0
    this.#at = performance.now()
  }
  #count(): void {
    const now = performance.now()
    // A timer that slept (a suspended tab) is not time in view.
    const passed = Math.min(now - this.#at, 1000)
    this.#at = now
    if (!this.#slide || !this.#visible) return
    this.#seen += passed
    if (this.#playing || this.#slide.format === 'pictures') this.#watched += passed
    this.#impressions(this.#slide)
  }
  #impressions(slide: Slide): void {
    const source = sourceOf(slide)
    if (!this.#told.post && this.#seen >= impressionMs) {
      this.#told.post = true
      events.add({
        name: 'post.impression',
        subject: { kind: 'post', id: slide.id },
        surface: this.#surface,
        source,
        data: { ms: Math.round(this.#seen), ...drawnOf(slide) },
      })
    }
    const product = slide.products[0]?.card.id
    if (product && !this.#told.product && this.#seen >= cardAfterMs + impressionMs) {
      this.#told.product = true
      events.add({
        name: 'product.impression',
        subject: { kind: 'product', id: product },
        surface: this.#surface,
        source,
        data: { ms: Math.round(this.#seen - cardAfterMs) },
      })
    }
  }
  #turn(visible: boolean): void {
    this.#count()
    // A tab in the background may never come back: what was seen so far is told now, and counted anew on return.
    if (this.#visible && !visible) this.#tell('leave')
    this.#visible = visible
  }
  #tell(exit: Exit): void {
    const slide = this.#slide
    if (!slide || this.#seen < 50) return
    const durationMs = slide.video?.durationMs ?? 0
    events.add({
      name: 'post.viewed',
      subject: { kind: 'post', id: slide.id },
      surface: this.#surface,
      source: sourceOf(slide),
      data: { ms: Math.round(this.#watched), durationMs, exit, ...drawnOf(slide) },
    })
    this.#begin()
  }
}
export const viewLog = new ViewLog()
