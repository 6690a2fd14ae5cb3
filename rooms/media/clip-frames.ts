import { inputArgs } from './probe.ts'
import type { Programs } from './program.ts'

/** The last moment of a clip at which there is surely a picture, before its end. */
const beforeEnd = 150

/**
 * Writes pictures of a clip into one file, one behind the other and without any head: each `side` × `side` in RGB, at these shares of its
 * length. For rungs that we made: key frames stand close together there, so a few pictures cost next to nothing.
 */
export async function clipFrames(
  programs: Programs,
  ffmpeg: string,
  clip: { readonly rung: string; readonly lengthMs: number },
  frames: { readonly shares: readonly number[]; readonly side: number; readonly path: string },
): Promise<void> {
  const { shares, side, path } = frames
  const inputs = shares.flatMap(share => {
    const at = Math.max(0, Math.min(share * clip.lengthMs, clip.lengthMs - beforeEnd))
    return ['-ss', (at / 1000).toFixed(3), ...inputArgs('mov'), '-i', `file:${clip.rung}`]
  })
  const scaled = shares.map((_, i) => `[${i}:v]scale=${side}:${side}:flags=area,format=rgb24,setpts=0[f${i}]`)
  const graph = `${scaled.join(';')};${shares.map((_, i) => `[f${i}]`).join('')}vstack=inputs=${shares.length}`
  const args = [
    ...['-nostdin', '-hide_banner', '-v', 'error', '-y', '-threads', '1', ...inputs, '-filter_complex_threads', '1'],
    ...['-filter_complex', graph, '-frames:v', '1', '-f', 'rawvideo', '-pix_fmt', 'rgb24', `file:${path}`],
  ]
  await programs.run(ffmpeg, args, { timeoutMs: 30_000, nice: 5 })
}
