import { limits } from './limits.ts'
import { type MediaRefusal, unusable } from './medium.ts'

/** Pictures that a clip may have: the longest clip at the 240 a second of a phone's slow motion. */
export const mostFrames = 240 * limits.videoSeconds
/** Pixels that are decoded for one clip: the longest clip in 4k at 60 pictures a second, and a quarter more. */
const mostPixels = 1.25 * 3840 * 2160 * 60 * limits.videoSeconds

export const tooMuch = unusable(
  'media_too_large',
  'The clip is more work than this server does for one: export it at 1080p with at most 60 pictures a second',
)

/** A short file can hold an age of work: what counts is pictures times their size, not bytes or seconds. */
export const budgetProblem = (clip: { width: number; height: number; frames?: number }): MediaRefusal | null =>
  (clip.frames ?? 0) > mostFrames || (clip.frames ?? 0) * clip.width * clip.height > mostPixels ? tooMuch : null
