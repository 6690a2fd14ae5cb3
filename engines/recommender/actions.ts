/**
 * What a person can do to an item, as the engine counts it. The index of a name is its column in the counters and its bit in an action mask.
 * `exposure` is the first sight of an item, a quick skip included: the denominator of every rate. An impression (in view for 2 s) is narrower.
 */
export const actions = [
  'exposure',
  'skip',
  'watch',
  'finish',
  'like',
  'save',
  'comment',
  'share',
  'follow',
  'click',
  'cart',
  'order',
  'not_interested',
  'report',
] as const
export type Action = (typeof actions)[number]

/** Index of each action. */
export const A = Object.freeze(Object.fromEntries(actions.map((name, i) => [name, i]))) as { readonly [K in Action]: number }

export const actionCount = actions.length

/** The names of the bits that are set in a mask. */
export const namesOf = (mask: number): Action[] => actions.filter((_, i) => mask & (1 << i))

/** A watch shorter than this is a skip; an impression is at least `impression` in view. Milliseconds and shares of the clip. */
export const watchRules = {
  impression: 2000,
  skipMs: 3000,
  skipShare: 0.25,
  watchShare: 0.5,
  finishShare: 0.9,
  stillSkipMs: 1000,
  stillWatchMs: 3000,
  stillFinishMs: 8000,
} as const

/** What leaving a clip after `ms` says: 'skip', 'watch' (half of it), 'finish', or null when it says nothing. Pictures have duration 0. */
export function outcome(ms: number, durationMs: number, exit: string): Action | null {
  const w = watchRules
  if (durationMs <= 0)
    return ms >= w.stillFinishMs ? 'finish' : ms >= w.stillWatchMs ? 'watch' : ms < w.stillSkipMs ? 'skip' : null
  const share = ms / durationMs
  if (share >= w.finishShare || exit === 'end') return 'finish'
  if (share >= w.watchShare) return 'watch'
  return exit === 'next' && ms < w.skipMs && share < w.skipShare ? 'skip' : null
}
