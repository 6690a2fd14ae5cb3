import { join } from 'node:path'
import { type EditList, frameCount, momentOf, sizeOf, timeline } from '#engines/edit'
import { joinArgs, pieceArgs } from './edit-graph.ts'
import { encodingPatience } from './encode.ts'
import { toSdr } from './hdr.ts'
import type { Clip } from './probe.ts'
import type { Programs } from './program.ts'

/** Pixels on the short side of what an edit becomes. */
export const editShort = 720

export interface Rendering {
  readonly list: EditList
  /** By id: where the file lies, and what it holds. */
  readonly sources: ReadonlyMap<string, { readonly path: string; readonly clip: Clip }>
  /** Pictures of the overlays (PNG files), in order. */
  readonly overlays: readonly string[]
  readonly music: string | null
  readonly path: string
  /** An empty folder for the pieces. */
  readonly folder: string
  readonly nice: number
  /** Share of the work that is done, 0 to 1. */
  readonly onProgress: (part: number) => void
}

/** Makes one MP4 of an edit list that was checked. Pieces are cut one after the other, so memory does not grow with their number. */
export async function renderEdit(programs: Programs, ffmpeg: string, r: Rendering): Promise<void> {
  const { list, overlays, music, path, nice, onProgress } = r
  const size = sizeOf(list.frame, editShort)
  const length = momentOf(frameCount(list))
  const pieces: string[] = []
  for (const [i, placed] of timeline(list).entries()) {
    const source = r.sources.get(placed.piece.source)
    if (!source) throw new Error(`no source ${placed.piece.source}`)
    const to = join(r.folder, `piece-${i}.nut`)
    const convert = await toSdr(programs, ffmpeg, source.clip.hdr)
    const args = pieceArgs(placed, source.clip, { list, size, source: source.path, path: to, convert })
    await programs.run(ffmpeg, args, { timeoutMs: encodingPatience(placed.to - placed.from), nice })
    pieces.push(to)
    onProgress((placed.to / length) * 0.4)
  }
  const onLine = (line: string): boolean => {
    const done = /^out_time_(?:us|ms)=(\d+)$/.exec(line)
    if (done) onProgress(0.4 + 0.6 * Math.min(1, Number(done[1]) / 1000 / length))
    return true
  }
  const args = joinArgs({ list, size, pieces, overlays, music, path })
  await programs.run(ffmpeg, args, { timeoutMs: 2 * encodingPatience(length), nice, onLine })
}
