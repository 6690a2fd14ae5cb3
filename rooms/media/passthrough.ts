import { type Encoding, outputSound } from './encode.ts'
import type { Rung } from './ladder.ts'
import { type Clip, inputArgs } from './probe.ts'
import { ProgramError, type Programs } from './program.ts'

/** How the file has its picture and sound coded, as ffprobe says. */
export interface Coded {
  readonly codec: string
  readonly profile: string
  readonly pixels: string
  readonly width: number
  readonly height: number
  /** Pictures that wait for a later one. */
  readonly delayed: number
  /** Every pixel is a square, nothing is turned, and lines come in order. */
  readonly plain: boolean
  /** Of the picture; 0 where it is not stated. */
  readonly kbps: number
  readonly sound: {
    readonly codec: string
    readonly profile: string
    readonly channels: number
    readonly rate: number
    /** 0 where it is not stated. */
    readonly kbps: number
  } | null
}

const profiles = ['Constrained Baseline', 'Baseline', 'Main', 'High']
const mostFps = 31
/** A rate is a mean over the clip; ours are ceilings. */
const tolerance = 1.05
/** Longest time from one key frame to the next, seconds: ours are two apart. */
const longestGroup = 2.2

/** The rung that the file is already: same size, H.264 and AAC that plays everywhere, within its rate; null when it is none. Pure. */
export function fittingRung(clip: Clip, rungs: readonly Rung[]): Rung | null {
  const { coded } = clip
  if (!coded?.plain || clip.container !== 'mov' || clip.hdr || clip.fps > mostFps || clip.fps <= 0) return null
  if (coded.codec !== 'h264' || coded.pixels !== 'yuv420p' || coded.delayed > 0 || !profiles.includes(coded.profile)) return null
  const rung = rungs.find(r => r.width === coded.width && r.height === coded.height)
  return rung && coded.kbps > 0 && coded.kbps <= rung.kbps * tolerance ? rung : null
}

/** Whether the sound plays everywhere, and is not more beside a copied picture than the rung is in all. Pure. */
export const soundFits = ({ coded }: Clip, rung: Rung): boolean =>
  coded?.sound?.codec === 'aac' &&
  coded.sound.profile === 'LC' &&
  coded.sound.channels <= 2 &&
  [44_100, 48_000].includes(coded.sound.rate) &&
  coded.kbps + coded.sound.kbps <= (rung.kbps + rung.audioKbps) * tolerance

/**
 * Copies the picture into a fast-start MP4 instead of encoding it again; sound is copied too where it is right and loud enough.
 * Notes between the pictures (SEI) are dropped. All of it is decoded once beside the copy: what a decoder stumbles over, and what
 * has key frames too far apart, is not copied. False: encode it.
 */
export async function remux(
  programs: Programs,
  tools: { ffmpeg: string; ffprobe: string },
  { source, clip, gain, nice }: Pick<Encoding, 'source' | 'clip' | 'gain' | 'nice'>,
  { rung, path }: Encoding['outputs'][number],
): Promise<boolean> {
  const sound = gain || !soundFits(clip, rung) ? outputSound(clip, rung, gain) : ['-map', `0:${clip.audio}`, '-c:a', 'copy']
  const args = [
    ...['-nostdin', '-hide_banner', '-v', 'error', '-y', '-xerror', '-threads', '2'],
    ...[...inputArgs(clip.container), '-err_detect', 'explode', '-i', `file:${source}`],
    ...['-map', `0:${clip.video}`, '-c:v', 'copy', '-bsf:v', 'filter_units=remove_types=6', ...sound],
    ...['-sn', '-dn', '-map_metadata', '-1', '-map_chapters', '-1', '-movflags', '+faststart', '-f', 'mp4', `file:${path}`],
    ...['-map', `0:${clip.video}`, '-an', '-f', 'null', '-'],
  ]
  try {
    await programs.run(tools.ffmpeg, args, { timeoutMs: 60_000 + clip.durationMs, nice })
    return await keyFramesOften(programs, tools.ffprobe, path, clip)
  } catch (error) {
    if (error instanceof ProgramError && (error.why === 'failed' || error.why === 'memory')) return false
    throw error
  }
}

/** Whether a player can begin every two seconds, and the copy is as long as the clip. */
async function keyFramesOften(programs: Programs, ffprobe: string, path: string, clip: Clip): Promise<boolean> {
  let [last, end, often] = [0, 0, true]
  let first = true
  const onLine = (line: string): boolean => {
    const [at, length, flags] = line.split(',')
    const time = Number(at)
    if (!Number.isFinite(time)) return true
    const key = flags?.startsWith('K') ?? false
    if ((first && !key) || time - last > longestGroup) often = false
    if (key) last = time
    first = false
    end = Math.max(end, time + (Number(length) || 0))
    return often
  }
  const shown = ['-select_streams', 'v', '-show_entries', 'packet=pts_time,duration_time,flags', '-of', 'csv=p=0']
  await programs.run(ffprobe, ['-v', 'error', ...shown, `file:${path}`], { timeoutMs: 20_000, nice: 5, onLine })
  return often && !first && Math.abs(end * 1000 - clip.durationMs) < 300
}
