/** What the page itself tells of its videos, whatever the player says. */
export interface Counted {
  /** Media elements ever made, and those of them that are alive and not in the document. */
  readonly videos: number
  readonly detached: number
  /** From the start of the navigation, ms. */
  readonly firstFrame: number
  readonly playedMs: number
  readonly stalledMs: number
  /** Number of the slide in front. */
  readonly slide: number
}
/** Stalled time as a share of the time that was meant to be watched. */
export const stalledShare = ({ playedMs, stalledMs }: Counted): number => stalledMs / Math.max(1, playedMs + stalledMs)

/**
 * Runs before the page's own code. A stall is `waiting` of a video that has played and does not seek, until it plays, is paused or empties;
 * media events don't bubble, so they are caught on their way down.
 */
export const countVideos = `(() => {
  const watched = (window.watched = { made: [], firstFrame: 0, played: 0, stalled: 0 })
  const make = Document.prototype.createElement
  Document.prototype.createElement = function (name, ...more) {
    const element = make.call(this, name, ...more)
    if (/^(video|audio)$/i.test(name)) watched.made.push(new WeakRef(element))
    return element
  }
  const Sound = window.Audio
  window.Audio = class extends Sound { constructor(...a) { super(...a); watched.made.push(new WeakRef(this)) } }
  const spans = new WeakMap()
  const turn = (video, to) => {
    const now = performance.now()
    const span = spans.get(video)
    if (span) watched[span.of] += now - span.from
    if (to) spans.set(video, { of: to, from: now })
    else spans.delete(video)
  }
  const on = (name, run) => document.addEventListener(name, event => event.target instanceof HTMLMediaElement && run(event.target), true)
  on('playing', video => {
    turn(video, 'played')
    if (!watched.firstFrame)
      video.requestVideoFrameCallback(() => (watched.firstFrame ||= performance.now()))
  })
  on('waiting', video => !video.seeking && spans.get(video)?.of === 'played' && turn(video, 'stalled'))
  for (const end of ['pause', 'emptied', 'ended']) on(end, video => turn(video, null))
  watched.turn = turn
  watched.running = () => [...document.querySelectorAll('video')].filter(v => spans.has(v))
})()`

/** Read at the end. */
export const counted = `(() => {
  for (const v of watched.running()) watched.turn(v, null)
  return {
    videos: watched.made.length,
    detached: watched.made.map(r => r.deref()).filter(v => v && !v.isConnected).length,
    firstFrame: watched.firstFrame,
    playedMs: watched.played,
    stalledMs: watched.stalled,
    slide: Number(document.querySelector('.slide[data-active]')?.dataset.i ?? -1),
  }
})()`
