import { type RefObject, useEffect } from 'react'
import { events } from '../client/events.ts'
import type { Source } from '../client/types.ts'

type Viewed = 'product.viewed' | 'reviews.read' | 'price_history.viewed' | 'shop.viewed'
interface About {
  readonly name: Viewed
  readonly id: string
  readonly source?: Source | undefined
  /** For reviews: how many were there to read. */
  readonly count?: number
}
const least = 1000

/** Tells how long a part of a page was in view, once, when it is left; below a second it was not looked at. */
export function useViewed(ref: RefObject<Element | null>, { name, id, source, count }: About, ready: boolean): void {
  useEffect(() => {
    const element = ref.current
    if (!element || !ready) return
    let ms = 0
    let since = 0
    const turn = (on: boolean) => {
      if (since) ms += performance.now() - since
      since = on ? performance.now() : 0
    }
    const tell = () => {
      turn(false)
      if (ms < least) return
      const data = { ms: Math.round(ms), ...(name === 'reviews.read' && { count: Math.min(1000, count ?? 0) }) }
      events.add({
        name,
        subject: { kind: name === 'shop.viewed' ? 'shop' : 'product', id },
        surface: 'page',
        ...(source && { source }),
        data,
      })
      ms = 0
    }
    const observer = new IntersectionObserver(entries =>
      turn(entries.at(-1)?.isIntersecting === true && document.visibilityState === 'visible'),
    )
    observer.observe(element)
    const hide = () => (document.visibilityState === 'hidden' ? tell() : turn(true))
    document.addEventListener('visibilitychange', hide)
    return () => {
      document.removeEventListener('visibilitychange', hide)
      observer.disconnect()
      tell()
    }
  }, [ref, name, id, source, count, ready])
}
