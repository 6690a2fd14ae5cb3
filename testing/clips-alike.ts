import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)
async function decoded(path: string, ...how: string[]): Promise<Buffer> {
  const args = ['-nostdin', '-v', 'error', '-i', path, ...how, 'pipe:1']
  return (await run('ffmpeg', args, { encoding: 'buffer', maxBuffer: 2 ** 30 })).stdout
}

/** Every frame as red, green and blue, 360 wide; what a file says of its colours is heard (browsers write full range, the server does not). */
const frames = (path: string, height: number): Promise<Buffer> =>
  decoded(path, '-vf', `format=rgb24,scale=360:${height}:flags=area`, '-f', 'rawvideo')

/** How far the frames of two clips lie apart: of each frame the mean of its pixels, of 255. Throws when one has more frames. */
export async function picturesApart(a: string, b: string, height: number): Promise<number[]> {
  const [left, right] = await Promise.all([frames(a, height), frames(b, height)])
  if (left.length !== right.length) throw new Error(`${left.length} and ${right.length} bytes of frames`)
  const size = 360 * height * 3
  return Array.from({ length: left.length / size }, (_, k) => {
    let sum = 0
    for (let i = k * size; i < (k + 1) * size; i++) sum += Math.abs((left[i] ?? 0) - (right[i] ?? 0))
    return sum / size
  })
}

const rate = 8000
/** A 25th of a second. */
const step = rate / 25
/** How strong one tone of a clip is over time: root mean squares. */
async function envelope(path: string, hz: number): Promise<number[]> {
  const band = `bandpass=f=${hz}:width_type=h:w=100,bandpass=f=${hz}:width_type=h:w=100`
  const bytes = await decoded(path, '-vn', '-af', band, '-ac', '1', '-ar', String(rate), '-f', 'f32le')
  const samples = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
  return Array.from({ length: Math.floor(samples.length / step) }, (_, k) => {
    let sum = 0
    for (let i = k * step; i < (k + 1) * step; i++) sum += (samples[i] ?? 0) ** 2
    return Math.sqrt(sum / step)
  })
}
const mean = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0) / all.length

export interface SoundsAlike {
  /** Correlation of how strong the tone is over time: 1 where it comes, swells and goes at the same moments. */
  readonly course: number
  /** Decibels by which it is louder in the second. */
  readonly louder: number
}
/** Whether one tone is heard at the same moments, and as loud, in two clips. */
export async function soundsAlike(a: string, b: string, hz: number): Promise<SoundsAlike> {
  const [left, right] = await Promise.all([envelope(a, hz), envelope(b, hz)])
  const length = Math.min(left.length, right.length)
  const [x, y] = [left.slice(0, length), right.slice(0, length)]
  const [mx, my] = [mean(x), mean(y)]
  const dot = (p: readonly number[], mp: number, q: readonly number[], mq: number) =>
    p.reduce((sum, v, i) => sum + (v - mp) * ((q[i] ?? 0) - mq), 0)
  const power = (all: readonly number[]) => mean(all.map(v => v * v))
  return {
    course: dot(x, mx, y, my) / Math.sqrt(dot(x, mx, x, mx) * dot(y, my, y, my)),
    louder: 10 * Math.log10(power(y) / power(x)),
  }
}
