import { memo, useCallback, useEffect, useRef } from 'react'
import type { Slide } from '../../client/types.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { blurred } from '../../ui/core/index.ts'
import { Details } from './Details.tsx'
import { Pictures } from './Pictures.tsx'
import { Pins } from './Pins.tsx'
import { StageControls } from './StageControls.tsx'
import { useTaps } from './taps.ts'

export interface SlideProps {
  readonly slide: Slide
  readonly index: number
  readonly active: boolean
  /** Close enough to hold its content; further away it is an empty box. */
  readonly near: boolean
  readonly observe: (element: HTMLElement | null) => (() => void) | undefined
  readonly setSlot: (i: number, element: HTMLElement | null) => void
}

/** Nearly 9:16 or higher fills the stage; anything else is shown whole over its own blur. */
const fills = (width: number, height: number) => width / height < 0.7

export const SlideView = memo(function SlideView({ slide, index, active, near, observe, setSlot }: SlideProps) {
  const t = useT()
  const article = useRef<HTMLElement>(null)
  const slot = useCallback((element: HTMLElement | null) => setSlot(index, element), [setSlot, index])
  const taps = useTaps(slide)
  const { video } = slide
  const hash = video?.thumbhash ?? slide.pictures[0]?.thumbhash
  const cover = video ? fills(video.width, video.height) : false
  useFocusWithSnap(article, active)
  return (
    <article
      ref={element => {
        article.current = element
        return observe(element)
      }}
      className="slide"
      data-i={index}
      data-active={active ? '' : undefined}
      data-post={slide.id}
      aria-posinset={index + 1}
      aria-setsize={-1}
      aria-label={t.watch.by(slide.author.name)}
      tabIndex={-1}
      inert={!active}
    >
      <div className="stage" {...taps.props}>
        {near && hash && <div className="backdrop" style={{ backgroundImage: `url(${blurred(hash)})` }} />}
        <div ref={slot} className="slot" data-cover={cover ? '' : undefined}>
          {near && video && (
            <img className="poster" src={video.poster} alt="" draggable={false} fetchPriority={active ? 'high' : 'auto'} />
          )}
        </div>
        {near && !video && <Pictures pictures={slide.pictures} active={active} />}
        {active && <Pins slide={slide} cover={cover} />}
        {near && <StageControls slide={slide} active={active} />}
        <div ref={taps.hearts} className="hearts" aria-hidden="true" />
      </div>
      {near && <Details slide={slide} active={active} />}
    </article>
  )
})

/** When the reader's focus was inside the feed, it moves along with the snap. */
function useFocusWithSnap(article: React.RefObject<HTMLElement | null>, active: boolean): void {
  useEffect(() => {
    const inFeed = document.activeElement?.closest('.feed')
    if (active && inFeed && !article.current?.contains(document.activeElement)) article.current?.focus({ preventScroll: true })
  }, [article, active])
}
