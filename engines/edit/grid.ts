import { type EditList, lengthOf } from './edit-list.ts'

/** Frames of the result a second. Everything begins and ends on this grid, so browser and server agree to the frame. */
export const fps = 30
/** The first frame of the result at or after a moment (milliseconds); what begins there is seen from this frame on. */
export const frameAt = (t: number): number => Math.ceil((t * fps) / 1000 - 1e-6)
/** The moment of a frame, milliseconds. */
export const momentOf = (frame: number): number => (frame * 1000) / fps
export const frameCount = (e: Pick<EditList, 'pieces'>): number => frameAt(lengthOf(e))
/** A source's picture counts as there this long before its own time (milliseconds): times of files are rounded. */
export const slack = 1
