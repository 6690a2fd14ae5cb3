import { readFile } from 'node:fs/promises'
import { clipFrames } from './clip-frames.ts'
import { side } from './frame-hash.ts'
import { frameOf, type Look, shares } from './look.ts'
import { pointsOf } from './picture.ts'
import { ProgramError, type Programs } from './program.ts'

const frameBytes = 3 * side * side

/** The look of a picture, from the size that is shown. */
export const lookOfPicture = async (picture: Buffer): Promise<Look> => ({
  lengthMs: 0,
  frames: [frameOf(await pointsOf(picture, side))],
})

/** The look of a clip, from a rung of it. No frames where its pictures can't be read: that says nothing against a clip. */
export async function lookOfClip(
  programs: Programs,
  ffmpeg: string,
  { rung, lengthMs, path }: { rung: string; lengthMs: number; path: string },
): Promise<Look> {
  try {
    await clipFrames(programs, ffmpeg, { rung, lengthMs }, { shares, side, path })
    const bytes = await readFile(path)
    if (bytes.length !== frameBytes * shares.length) return { lengthMs, frames: [] }
    return { lengthMs, frames: shares.map((_, i) => frameOf(bytes.subarray(i * frameBytes, (i + 1) * frameBytes))) }
  } catch (error) {
    if (error instanceof ProgramError && error.why !== 'failed' && error.why !== 'memory') throw error
    return { lengthMs, frames: [] }
  }
}
