import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'

let folder: string | null = null
const scratch = (): string => (folder ??= mkdtempSync(join(tmpdir(), 'enishi-clips-')))

export interface ClipPlan {
  readonly size?: string
  readonly seconds?: number
  readonly sound?: boolean
  /** Seconds of black before the picture. */
  readonly black?: number
  /** More arguments of ffmpeg, before the output. */
  readonly more?: readonly string[]
  readonly type?: 'mp4' | 'webm' | 'mov'
}
const made = new Map<string, string>()

/** A real clip, made by ffmpeg; the same plan is made once. */
export function clipFile(plan: ClipPlan = {}): string {
  const key = JSON.stringify(plan)
  const before = made.get(key)
  if (before) return before
  const { size = '180x320', seconds = 2, sound = true, black = 0, more = [], type = 'mp4' } = plan
  const picture =
    black > 0
      ? `color=black:s=${size}:r=25:d=${black}[b];testsrc2=s=${size}:r=25:d=${seconds - black}[t];[b][t]concat=n=2`
      : `testsrc2=s=${size}:r=25:d=${seconds}`
  const codec =
    type === 'webm' ? ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8'] : ['-c:v', 'libx264', '-preset', 'ultrafast']
  const path = ffmpegFile(
    `clip.${type}`,
    ...['-f', 'lavfi', '-i', picture, ...(sound ? ['-f', 'lavfi', '-i', `sine=d=${seconds}`] : [])],
    ...[...codec, '-pix_fmt', 'yuv420p', ...more],
  )
  made.set(key, path)
  return path
}

/** A file with these bytes. */
export function fileOf(name: string, bytes: Uint8Array | string): string {
  const path = join(mkdtempSync(join(scratch(), 'f-')), name)
  mkdirSync(scratch(), { recursive: true })
  writeFileSync(path, bytes)
  return path
}

/** A file that ffmpeg makes of these arguments. */
export function ffmpegFile(name: string, ...args: readonly string[]): string {
  const path = fileOf(name, '')
  execFileSync('ffmpeg', ['-nostdin', '-v', 'error', '-y', ...args, path])
  return path
}
/** Integrated loudness of a file's sound in LUFS, by ffmpeg's own meter. */
export function loudnessOf(path: string): number {
  const text = execFileSync('sh', ['-c', `ffmpeg -nostdin -hide_banner -i '${path}' -af ebur128 -f null - 2>&1`]).toString()
  return Number(/Integrated loudness:\s+I:\s+(-?[\d.]+)/.exec(text)?.[1])
}

/** The first part of another file. */
export const cut = (path: string, part: number): string => {
  const bytes = readFileSync(path)
  return fileOf('cut.mp4', bytes.subarray(0, Math.floor(bytes.length * part)))
}

/** A picture with a gradient, so that sizes and turns can be told. */
export async function pictureFile(
  width: number,
  height: number,
  options: { orientation?: number; type?: 'jpeg' | 'png' | 'webp' } = {},
): Promise<string> {
  const type = options.type ?? 'jpeg'
  const image = sharp({ create: { width, height, channels: 3, background: '#c2543c' } })
  const bytes = await (options.orientation ? image.withMetadata({ orientation: options.orientation }) : image)
    .toFormat(type)
    .toBuffer()
  return fileOf(`p.${type}`, bytes)
}

/** A PNG whose head claims a size and whose body is next to nothing. */
export function claimingPng(width: number, height: number): string {
  const chunk = (type: string, body: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(body.length)
    const data = Buffer.concat([Buffer.from(type), body])
    const crc = Buffer.alloc(4)
    crc.writeUInt32BE(crc32(data))
    return Buffer.concat([length, data, crc])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return fileOf(
    'huge.png',
    Buffer.concat([
      Buffer.from('89504e470d0a1a0a', 'hex'),
      chunk('IHDR', head),
      chunk('IDAT', Buffer.from('789c030000000001', 'hex')),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  )
}

function crc32(data: Buffer): number {
  let crc = ~0
  for (const byte of data) {
    crc ^= byte
    for (let k = 0; k < 8; k++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return ~crc >>> 0
}
