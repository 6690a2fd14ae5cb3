import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import { useT } from '../../i18n/shopper/index.ts'
import { ChevronDown, ChevronUp } from '../../ui/core/icons.tsx'
import { Button, Empty, ErrorBox, IconButton } from '../../ui/core/index.ts'
import { takeOver } from '../first-picture.ts'
import { EndCard } from './EndCard.tsx'
import type { Feed } from './feed-store.ts'
import { keepWhenWatched } from './kept-clips.ts'
import { useFeedKeys } from './keys.ts'
import { pool } from './player-pool.ts'
import { usePlayer } from './player-state.ts'
import type { PoolOwner } from './pool-owner.ts'
import { SlideView } from './SlideView.tsx'
import { viewLog } from './view-log.ts'

const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches

/** Slides one below the other in a native snapping scroller. Boxes are never virtualised; only near ones hold content. */
export function FeedView({ feed, onForYou }: { feed: Feed; onForYou: () => void }) {
  const t = useT()
  const { slides, base, active, status, error } = useStore(feed.store)
  const scroller = useRef<HTMLDivElement>(null)
  const slots = useRef(new Map<number, HTMLElement>())
  const observe = useActivation(feed, scroller)
  usePlayback(feed, slots.current)
  useEffect(() => feed.need(), [feed])
  useEffect(() => {
    if (status !== 'loading') void takeOver()
  }, [status])
  // Back from another tab or page: exactly where it was. After a trim: the same slide under other numbers.
  useLayoutEffect(() => {
    const box = scroller.current
    if (box) box.scrollTop = (feed.store.getState().active - base) * box.clientHeight
  }, [feed, base])
  const go = useCallback(
    (by: number) => {
      const box = scroller.current
      if (!box) return
      const { active: now, base: first } = feed.store.getState()
      box.scrollTo({ top: (now - first + by) * box.clientHeight, behavior: still() ? 'auto' : 'smooth' })
    },
    [feed],
  )
  useFeedKeys(feed, go)
  useTrim(feed)
  const setSlot = useCallback((i: number, element: HTMLElement | null) => {
    if (element) slots.current.set(i, element)
    else slots.current.delete(i)
  }, [])
  return (
    <>
      <div
        ref={scroller}
        className="feed hide-scroll"
        role="feed"
        aria-busy={status === 'loading'}
        aria-label={t.watch.feed}
        data-active={active}
      >
        {slides.map((slide, k) => (
          <SlideView
            // biome-ignore lint/suspicious/noArrayIndexKey: the running number is the slide: box i always takes element i mod 4
            key={base + k}
            slide={slide}
            index={base + k}
            active={base + k === active}
            near={Math.abs(base + k - active) <= 2}
            observe={observe}
            setSlot={setSlot}
          />
        ))}
        <Tail
          feed={feed}
          empty={slides.length === 0}
          onForYou={onForYou}
          status={status}
          error={error}
          observe={observe}
          index={base + slides.length}
          active={active === base + slides.length}
        />
      </div>
      {slides.length > 0 && (
        <div className="watch-steps">
          <IconButton label={t.watch.previous} disabled={active === base} onClick={() => go(-1)}>
            <ChevronUp />
          </IconButton>
          <IconButton label={t.watch.next} onClick={() => go(1)}>
            <ChevronDown />
          </IconButton>
        </div>
      )}
    </>
  )
}

interface TailProps {
  readonly feed: Feed
  readonly empty: boolean
  readonly status: string
  readonly error: unknown
  readonly index: number
  /** In front; like a slide it is passed over by Tab until then. */
  readonly active: boolean
  readonly onForYou: () => void
  readonly observe: (element: HTMLElement | null) => (() => void) | undefined
}
/** What stands after the last slide: a skeleton, an error with a way on, or the end. */
function Tail({ feed, empty, status, error, index, active, onForYou, observe }: TailProps) {
  const t = useT()
  if (status === 'ready') return null
  if (status === 'loading')
    return empty ? (
      <article className="slide">
        <div className="stage skeleton !rounded-none" />
      </article>
    ) : null
  const alone = empty && feed.wish.scene === 'following'
  return (
    <article ref={observe} className="slide" data-i={index} inert={!active}>
      <div className="grid h-full place-items-center">
        {status === 'error' && <ErrorBox error={error} retry={() => void feed.more()} />}
        {status === 'end' && alone && (
          <Empty
            title={t.watch.emptyFollowing}
            text={t.watch.emptyFollowingText}
            action={<Button onClick={onForYou}>{t.watch.toForYou}</Button>}
          />
        )}
        {status === 'end' && !alone && <EndCard onAgain={() => feed.restart()} />}
      </div>
    </article>
  )
}

/** More than the edge that two slides have in common. */
const firstPixels = 0.001
/** A slide that is half in view is the active one; one of which anything is in view shows its poster. Answers the ref for every box. */
function useActivation(feed: Feed, scroller: React.RefObject<HTMLDivElement | null>) {
  const observer = useRef<IntersectionObserver | null>(null)
  return useCallback(
    (element: HTMLElement | null) => {
      if (!element) return
      observer.current ??= new IntersectionObserver(
        entries => {
          for (const { target, intersectionRatio } of entries) {
            target.toggleAttribute('data-seen', intersectionRatio >= firstPixels)
            if (intersectionRatio >= 0.5) feed.activate(Number((target as HTMLElement).dataset.i))
          }
        },
        { root: scroller.current ?? element.parentElement, threshold: [firstPixels, 0.5] },
      )
      observer.current.observe(element)
      return () => observer.current?.unobserve(element)
    },
    [feed, scroller],
  )
}

/** Plays the active slide, and writes down how it was seen. Runs while the feed is visible: React's Activity takes effects away with it. */
function usePlayback(feed: Feed, slots: ReadonlyMap<number, HTMLElement>): void {
  // The same one when the feed comes back into sight, so that the pool keeps what it has loaded for it.
  const owner = useMemo<PoolOwner>(
    () => ({
      clip: i => feed.slide(i)?.video ?? null,
      slot: i => slots.get(i) ?? null,
      measured: (i, data) => {
        const slide = feed.slide(i)
        if (slide) viewLog.measured(slide, data)
      },
      whole: (i, rung) => {
        const slide = feed.slide(i)
        if (slide) keepWhenWatched(slide, rung, () => feed.slide(feed.store.getState().active) === slide)
      },
    }),
    [feed, slots],
  )
  useEffect(() => {
    let shown = -1
    let seen: string | undefined
    const show = () => {
      const { active } = feed.store.getState()
      const slide = feed.slide(active)
      if (active === shown && slide?.id === seen) return pool.refresh()
      if (seen) viewLog.leave(active > shown ? 'next' : 'back')
      shown = active
      seen = slide?.id
      pool.activate(active)
      if (slide) viewLog.enter(slide, feed.wish.scene)
    }
    pool.attach(owner)
    show()
    const off = [
      feed.store.subscribe(() => queueMicrotask(show)),
      usePlayer.subscribe(s => viewLog.playing(s.state === 'playing')),
    ]
    const hide = () => pool.background(document.visibilityState === 'hidden')
    document.addEventListener('visibilitychange', hide)
    return () => {
      for (const stop of off) stop()
      document.removeEventListener('visibilitychange', hide)
      viewLog.leave(location.pathname.startsWith('/product/') ? 'product' : 'leave')
      pool.detach(owner)
    }
  }, [feed, owner])
}

/** Boxes far above are taken away only while nothing moves. */
function useTrim(feed: Feed): void {
  useEffect(() => {
    const timer = setInterval(() => feed.trim(), 15_000)
    return () => clearInterval(timer)
  }, [feed])
}
