import { readFile, stat } from 'node:fs/promises'
import sharp from 'sharp'
import { rgbaToThumbHash } from 'thumbhash'
import { toSdr } from './hdr.ts'
import { sizeWithin } from './ladder.ts'
import { type Clip, inputArgs } from './probe.ts'
import type { Programs } from './program.ts'

/** Bytes that a poster may have, so that it is there before the clip. */
export const posterBytes = 35_000
/** Average brightness that a poster should pass (video black is 16): first a picture, then at least something; a fade-in is neither. */
const brightness = [32, 19]
/** Seconds of a clip in which a bright frame is looked for. */
const lookSeconds = 10

/** What is shown at this moment; the last picture before it where the clip ends there. */
const nearEnd = 250

/**
 * The moment that the author chose. Where nobody did, the clip's own first frame that is not black: when the clip begins, the change from poster to clip is invisible.
 * A clip that stays dark has its first frame.
 */
export async function posterFrame(
  programs: Programs,
  ffmpeg: string,
  source: string,
  clip: Clip,
  { path, cover = null }: { path: string; cover?: number | null },
): Promise<Buffer> {
  const { width, height } = sizeWithin(clip, 540, 10_000)
  const size = `scale=${width}:${height}:flags=bicubic,setsar=1${(await toSdr(programs, ffmpeg, clip.hdr)).map(f => `,${f}`).join('')}`
  const grab = (filter: string, from = 0) =>
    programs.run(
      ffmpeg,
      [
        '-nostdin',
        '-hide_banner',
        '-v',
        'error',
        '-y',
        '-threads',
        '2',
        ...(from > 0 ? ['-ss', (from / 1000).toFixed(3)] : []),
        '-t',
        String(lookSeconds),
        ...inputArgs(clip.container),
        '-i',
        `file:${source}`,
        '-map',
        `0:${clip.video}`,
        '-vf',
        filter,
        '-frames:v',
        '1',
        '-f',
        'image2',
        '-update',
        '1',
        '-c:v',
        'png',
        `file:${path}`,
      ],
      { timeoutMs: 60_000, nice: 5 },
    )
  for (const from of cover === null ? [] : [cover, Math.max(0, Math.min(cover, clip.durationMs) - nearEnd)]) {
    await grab(size, from)
    if (await stat(path).catch(() => null)) return readFile(path)
  }
  for (const value of brightness) {
    await grab(`${size},signalstats,metadata=mode=select:key=lavfi.signalstats.YAVG:value=${value}:function=greater`)
    if (await stat(path).catch(() => null)) return readFile(path)
  }
  await grab(size)
  return readFile(path)
}

/** WebP within the budget: quality gives way first, then size. */
export async function posterWebp(frame: Buffer): Promise<Buffer> {
  for (const width of [540, 400, 270]) {
    for (const quality of [82, 70, 55, 40]) {
      const webp = await sharp(frame)
        .resize({ width, withoutEnlargement: true })
        .webp({ quality, smartSubsample: true })
        .toBuffer()
      if (webp.length <= posterBytes) return webp
    }
  }
  return sharp(frame).resize({ width: 180, withoutEnlargement: true }).webp({ quality: 30 }).toBuffer()
}

/** About 25 bytes that stand for the picture until it is there, in base64. */
export async function thumbhashOf(picture: Buffer): Promise<string> {
  const { data, info } = await sharp(picture)
    .resize({ width: 100, height: 100, fit: 'inside' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString('base64')
}
