import { type Clip, inputArgs } from './probe.ts'
import { ProgramError, type Programs } from './program.ts'

/** How loud clips are, LUFS (EBU R 128, integrated), so that nobody reaches for the volume between two of them. */
const target = -14
/** Closer than this is left alone: nobody hears it. */
const near = 2
/** Below this it is silence or the noise of a room, and stays so. */
const silence = -50
/** Decibels that are added at most: more would lift the noise. */
const mostGain = 20

/** Decibels to add; 0 where nothing should change. `loud` is LUFS, null where it is not known. */
export function gainOf(loud: number | null): number {
  if (loud === null || loud < silence || Math.abs(target - loud) <= near) return 0
  return Math.min(mostGain, target - loud)
}

/**
 * Filters that add the gain. Peaks are held below -1.5 dBTP: between two samples the wave can be higher than both, so the limiter
 * works on four times as many.
 */
export const gainFilters = (gain: number): string =>
  gain > 0
    ? `volume=${gain.toFixed(2)}dB,aresample=192000,alimiter=level=false:limit=0.841:attack=2:release=60,aresample=48000`
    : `volume=${gain.toFixed(2)}dB`

/** Decibels that all rungs of a clip get: one reading of its sound. */
export const gainFor = async (programs: Programs, ffmpeg: string, source: string, clip: Clip): Promise<number> =>
  gainOf(await loudnessOf(programs, ffmpeg, source, clip))

/** Integrated loudness of the clip's sound, LUFS; null where there is none, or none that can be read. */
async function loudnessOf(programs: Programs, ffmpeg: string, source: string, clip: Clip): Promise<number | null> {
  if (clip.audio === null) return null
  let loud: number | null = null
  const onLine = (line: string): boolean => {
    const [, value] = /^lavfi\.r128\.I=(-?[\d.]+)/.exec(line) ?? []
    if (value !== undefined) loud = Number(value)
    return true
  }
  const args = [
    ...['-nostdin', '-hide_banner', '-v', 'error', '-threads', '1', ...inputArgs(clip.container), '-i', `file:${source}`],
    ...['-map', `0:${clip.audio}`, '-vn', '-af', 'ebur128=metadata=1,ametadata=mode=print:key=lavfi.r128.I:file=-'],
    ...['-f', 'null', '-'],
  ]
  try {
    await programs.run(ffmpeg, args, { timeoutMs: 60_000, nice: 5, onLine })
  } catch (error) {
    if (!(error instanceof ProgramError) || (error.why !== 'failed' && error.why !== 'memory')) throw error
    return null
  }
  return loud
}
