import { type Encoding, encode } from './encode.ts'
import { fittingRung, remux } from './passthrough.ts'
import type { Programs } from './program.ts'

/** Makes rungs of a clip, all equally loud: the one that the file is already is copied, the others are encoded in one process. */
export async function makeRungs(
  programs: Programs,
  tools: { ffmpeg: string; ffprobe: string },
  encoding: Encoding,
): Promise<void> {
  const { clip, outputs } = encoding
  const fitting = fittingRung(
    clip,
    outputs.map(o => o.rung),
  )
  const copied = outputs.find(o => o.rung === fitting)
  const there = copied !== undefined && (await remux(programs, tools, encoding, copied))
  const left = there ? outputs.filter(o => o !== copied) : outputs
  if (left.length > 0) await encode(programs, tools.ffmpeg, { ...encoding, outputs: left })
}
