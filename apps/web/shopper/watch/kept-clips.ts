import { connection } from '../../client/net.ts'
import type { Slide } from '../../client/types.ts'
import type { Rung } from './throughput.ts'

/** Whoever stays so long has looked at a clip; copying it takes nothing from a swipe. */
const stayMs = 4000

/**
 * A clip that is here as a whole, and still in front a while later, is kept by the service worker (public/sw.js) with the slide that shows
 * it, so that it plays without a network. The copy is made from the browser's own cache. Where that may have to ask the network again
 * over a link that costs something, or nobody can say what the link costs (Safari), nothing is kept.
 */
export function keepWhenWatched(slide: Slide, rung: Rung, inFront: () => boolean): void {
  const { saveData, type } = connection()
  if (!slide.video || !('connection' in navigator) || saveData || type === 'cellular') return
  // This rung only, and as a file: the copy answers for no other.
  const { hls: _, ...clip } = slide.video
  const video = { ...clip, rungs: [{ ...rung, url: `${rung.url}?kept` }] }
  setTimeout(
    () => inFront() && navigator.serviceWorker?.controller?.postMessage({ keep: { url: rung.url, slide: { ...slide, video } } }),
    stayMs,
  )
}

/** Slides whose clips are on this device. The worker writes them into a page that it shows without a network; else there are none. */
export function keptSlides(): readonly Slide[] {
  const text = document.getElementById('kept')?.textContent
  return text ? (JSON.parse(text) as Slide[]) : []
}
