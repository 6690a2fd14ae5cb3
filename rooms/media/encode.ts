import { toSdr } from './hdr.ts'
import type { Rung } from './ladder.ts'
import { limits } from './limits.ts'
import { gainFilters } from './loudness.ts'
import { type Clip, inputArgs } from './probe.ts'
import type { Programs } from './program.ts'

/** Seconds between key frames: where a player may begin. */
const groupSeconds = 2
const mostFps = 30

const scale = (clip: Clip, rung: Rung, convert: readonly string[]): string =>
  [
    ...(clip.fps > mostFps + 1 ? [`fps=${mostFps}`] : []),
    `scale=${rung.width}:${rung.height}:flags=bicubic`,
    'setsar=1',
    ...convert,
    'format=yuv420p',
  ].join(',')

/** The sound of one output: AAC in stereo, or none. */
export const outputSound = (clip: Clip, rung: Rung, gain: number): string[] =>
  clip.audio === null
    ? ['-an']
    : [
        ...['-map', `0:${clip.audio}`, ...(gain === 0 ? [] : ['-af', gainFilters(gain)])],
        ...['-c:a', 'aac', '-b:a', `${rung.audioKbps}k`, '-ac', '2', '-ar', '48000'],
      ]

/**
 * H.264 main + AAC in a fast-start MP4: plays everywhere, begins before it is loaded. No B frames, so the first frame waits for
 * none after it. Quality is steady under the rung's ceiling. Metadata is dropped: phones write down where they were.
 */
function outputArgs(clip: Clip, rung: Rung, path: string, gain: number): string[] {
  const frames = String(Math.round((clip.fps > 0 ? Math.min(clip.fps, mostFps) : mostFps) * groupSeconds) || 1)
  return [
    '-c:v',
    'libx264',
    '-preset',
    'veryfast',
    '-profile:v',
    'main',
    '-crf',
    '23',
    '-maxrate',
    `${rung.kbps}k`,
    '-bufsize',
    `${rung.kbps * 2}k`,
    '-bf',
    '0',
    '-g',
    frames,
    '-force_key_frames',
    `expr:gte(t,n_forced*${groupSeconds})`,
    '-threads',
    '2',
    ...outputSound(clip, rung, gain),
    '-sn',
    '-dn',
    '-map_metadata',
    '-1',
    '-map_chapters',
    '-1',
    '-movflags',
    '+faststart',
    '-t',
    String(limits.videoSeconds + 1),
    '-f',
    'mp4',
    `file:${path}`,
  ]
}

export interface Encoding {
  readonly source: string
  readonly clip: Clip
  readonly outputs: readonly { readonly rung: Rung; readonly path: string }[]
  /** Decibels that are added to its sound. */
  readonly gain: number
  readonly nice: number
  /** Share of the work that is done, 0 to 1. */
  readonly onProgress: (part: number) => void
}

/** Makes rungs of one clip in one process: the source is decoded once. */
export async function encode(
  programs: Programs,
  ffmpeg: string,
  { source, clip, outputs, gain, nice, onProgress }: Encoding,
): Promise<void> {
  const split = `[0:${clip.video}]split=${outputs.length}${outputs.map((_, i) => `[s${i}]`).join('')}`
  const convert = await toSdr(programs, ffmpeg, clip.hdr)
  const graph = [split, ...outputs.map(({ rung }, i) => `[s${i}]${scale(clip, rung, convert)}[v${i}]`)].join(';')
  const args = [
    '-nostdin',
    '-hide_banner',
    '-v',
    'error',
    '-nostats',
    '-progress',
    'pipe:1',
    '-stats_period',
    '0.5',
    '-y',
    '-threads',
    '2',
    ...inputArgs(clip.container),
    '-i',
    `file:${source}`,
    '-filter_complex_threads',
    '1',
    '-filter_complex',
    graph,
    ...outputs.flatMap(({ rung, path }, i) => ['-map', `[v${i}]`, ...outputArgs(clip, rung, path, gain)]),
  ]
  await programs.run(ffmpeg, args, {
    timeoutMs: encodingPatience(clip.durationMs),
    nice,
    onLine: line => progressOf(line, clip.durationMs, onProgress),
  })
}

/** A minute and 15 times the length: a busy machine of two cores needs about a tenth of it. */
export const encodingPatience = (durationMs: number): number => 60_000 + 15 * durationMs

function progressOf(line: string, durationMs: number, onProgress: (part: number) => void): boolean {
  const match = /^out_time_(?:us|ms)=(\d+)$/.exec(line)
  if (match) onProgress(Math.min(1, Number(match[1]) / 1000 / Math.max(1, durationMs)))
  return true
}
