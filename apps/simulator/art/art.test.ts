import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clips, drawAvatar, drawProduct, drawShopMark, products, renderClip, shops } from './index.ts'
import { filmOf, height, projector, width } from './reel.ts'
import { FPS, lengthOf } from './scenes/film-types.ts'
import { RATE, synthesise } from './sound.ts'

const run = promisify(execFile)

/** Standard deviation of brightness: a picture of one colour has none. */
async function spread(picture: Buffer): Promise<number> {
  const { channels } = await sharp(picture).greyscale().stats()
  return channels[0]!.stdev
}

describe('stills', { timeout: 120_000 }, () => {
  /** Eight by eight signs: is this patch lighter than the one to its right? */
  const print = async (picture: Buffer): Promise<string> => {
    const px = await sharp(picture).greyscale().resize(9, 8, { fit: 'fill' }).raw().toBuffer()
    let bits = ''
    for (let y = 0; y < 8; y++) for (let x = 0; x < 8; x++) bits += px[y * 9 + x]! > px[y * 9 + x + 1]! ? '1' : '0'
    return bits
  }
  const thumb = (picture: Buffer) => sharp(picture).removeAlpha().resize(12, 12, { fit: 'fill' }).raw().toBuffer()

  it('every product is a picture with light and shade, front and detail, and no two look the same', async () => {
    const seen: { key: string; print: string; thumb: Buffer }[] = []
    for (const { key } of products) {
      const front = await drawProduct(key, { size: 96 })
      expect(await spread(front), key).toBeGreaterThan(14)
      expect(await spread(await drawProduct(key, { size: 64, view: 'detail' })), key).toBeGreaterThan(12)
      seen.push({ key, print: await print(front), thumb: await thumb(front) })
    }
    for (const [i, a] of seen.entries())
      for (const b of seen.slice(i + 1)) {
        expect(a.print, `${a.key} and ${b.key}`).not.toBe(b.print)
        const apart = a.thumb.reduce((sum, v, k) => sum + Math.abs(v - b.thumb[k]!), 0) / a.thumb.length
        expect(apart, `${a.key} and ${b.key}`).toBeGreaterThan(3)
      }
  })

  it('the same product drawn twice gives the same bytes, another variant gives others', async () => {
    const one = await drawProduct('hagi-cup', { size: 96 })
    expect(await drawProduct('hagi-cup', { size: 96 })).toEqual(one)
    expect(await drawProduct('hagi-cup', { size: 96, variant: 'indigo' })).not.toEqual(one)
  })

  it('a product outside the cast is refused by name', async () => {
    await expect(drawProduct('nothing')).rejects.toThrow('nothing')
  })

  it('every shop has a mark, and two people do not share a face', async () => {
    for (const shop of shops) expect(await spread(await drawShopMark(shop.key))).toBeGreaterThan(14)
    expect(await drawAvatar('naoko')).not.toEqual(await drawAvatar('xiaoman'))
  })
})

describe('clips', { timeout: 120_000 }, () => {
  let dir = ''
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'enishi-art-'))
  })
  afterAll(() => rm(dir, { recursive: true, force: true }))

  it('the sound is gentle: no clipping, no step at either end, about −20 LUFS', () => {
    for (const clip of clips.filter((_, i) => i % 8 === 0)) {
      const sound = synthesise(filmOf(clip.key).score, clip.seconds)
      let [peak, sum] = [0, 0]
      for (const v of sound) {
        peak = Math.max(peak, Math.abs(v))
        sum += v * v
      }
      expect(sound.length).toBe(Math.round(clip.seconds * RATE) * 2)
      expect(peak).toBeLessThan(0.95)
      expect(Math.abs(sound[0]!) + Math.abs(sound.at(-1)!)).toBeLessThan(0.001)
      expect(20 * Math.log10(Math.sqrt(sum / sound.length))).toBeCloseTo(-22.6, 0)
    }
  })

  it('the same frame drawn twice gives the same bytes, even after going on and back', () => {
    const film = filmOf('everyday-rain-window')
    const [one, two] = [projector(film), projector(film)]
    const frame = Buffer.from(one(40))
    one(80)
    expect(Buffer.compare(Buffer.from(one(40)), frame)).toBe(0)
    expect(Buffer.compare(Buffer.from(two(40)), frame)).toBe(0)
  })

  it('the shortest film becomes an mp4 of h264 and aac, 540 by 960, of the promised length, and its first frame is a poster', async () => {
    const clip = [...clips].sort((a, b) => a.seconds - b.seconds)[0]!
    const out = join(dir, 'clip.mp4')
    const shares: number[] = []
    await renderClip(clip.key, out, { onProgress: s => shares.push(s) })
    const { stdout } = await run('ffprobe', ['-v', 'error', '-of', 'json', '-show_streams', '-show_format', out])
    const probe = JSON.parse(stdout) as {
      streams: { codec_name: string; width?: number; height?: number }[]
      format: { duration: string }
    }
    expect(probe.streams.map(s => s.codec_name).sort()).toEqual(['aac', 'h264'])
    expect(probe.streams.find(s => s.width)).toMatchObject({ width, height })
    expect(Math.abs(Number(probe.format.duration) - lengthOf(filmOf(clip.key)))).toBeLessThan(0.15)
    expect(shares.length).toBe(Math.round(clip.seconds * FPS))
    expect(shares.at(-1)).toBe(1)
    const poster = join(dir, 'poster.png')
    await run('ffmpeg', ['-v', 'error', '-i', out, '-frames:v', '1', poster])
    const { channels } = await sharp(poster).greyscale().stats()
    expect(channels[0]!.mean).toBeGreaterThan(35)
    expect(channels[0]!.stdev).toBeGreaterThan(14)
  })
})
