import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { demoPeople } from '../demo/roster.ts'
import { clips, products, shops } from './index.ts'
import { filmOf, height, projector, width } from './reel.ts'
import { FPS } from './scenes/film-types.ts'
import { synthesise } from './sound.ts'

// What holds for a picture of a third of the size holds for the picture: a tenth of the work.
vi.mock('./scenes/film-types.ts', async original => ({ ...(await original<object>()), SCALE: 0.25 }))

const raw = { width, height, channels: 4 } as const
const small = (frame: Buffer, size: number) =>
  sharp(frame, { raw }).resize(size, size, { fit: 'fill' }).greyscale().raw().toBuffer()

describe('the clips as a programme', () => {
  it('about sixty, each key once; a third or more sell nothing, every maker shows two, buyers speak in sixteen', () => {
    expect(clips.length).toBeGreaterThanOrEqual(58)
    expect(new Set(clips.map(c => c.key)).size).toBe(clips.length)
    const of = (kind: string) => clips.filter(c => c.kind === kind)
    expect(of('everyday').length).toBeGreaterThanOrEqual(clips.length / 3)
    expect(of('review').length).toBe(16)
    for (const shop of shops)
      expect(clips.filter(c => 'shop' in c.by && c.by.shop === shop.key).length, shop.key).toBeGreaterThanOrEqual(
        shop.key === 'aizome-cloth' ? 1 : 2,
      )
  })

  it.each(clips.map(c => [c.key, c] as const))(
    '%s: its maker, people and products exist, and what sells nothing shows none',
    (_, clip) => {
      const known = new Map(products.map(p => [p.key, p.shop]))
      for (const p of clip.products) expect(known.has(p), p).toBe(true)
      if ('shop' in clip.by) {
        for (const p of clip.products) expect(known.get(p)).toBe(clip.by.shop)
        expect(clip.kind === 'shop' || clip.kind === 'howto').toBe(true)
      } else expect(demoPeople.map(p => p.handle)).toContain(clip.by.person)
      expect(clip.products.length > 0).toBe(clip.kind !== 'everyday')
    },
  )

  it.each(clips.map(c => [c.key, c] as const))(
    '%s: 5 to 10 seconds, said in three languages, each line inside the clip and long enough to read',
    (_, clip) => {
      expect(clip.seconds).toBeGreaterThanOrEqual(5)
      expect(clip.seconds).toBeLessThanOrEqual(10)
      for (const lang of ['en', 'ja', 'zh'] as const) expect(clip.caption[lang]).toMatch(/#\S/)
      let end = 0
      for (const cue of clip.words) {
        expect(cue.from).toBeGreaterThanOrEqual(end)
        expect(cue.to - cue.from).toBeGreaterThan(0.9)
        for (const lang of ['en', 'ja', 'zh'] as const) {
          expect(cue[lang].trim()).not.toBe('')
          expect(cue[lang].length).toBeLessThan(64)
        }
        end = cue.to
      }
      expect(end).toBeLessThanOrEqual(clip.seconds)
    },
  )

  it('no two clips say the same or sound the same', () => {
    for (const lang of ['en', 'ja', 'zh'] as const) expect(new Set(clips.map(c => c.caption[lang])).size).toBe(clips.length)
    const short = clips.map(c =>
      createHash('sha256')
        .update(Buffer.from(synthesise({ ...filmOf(c.key).score, turn: undefined } as never, 0.4).buffer))
        .digest('hex'),
    )
    expect(new Set(short).size).toBe(clips.length)
  })
})

describe('the clips as pictures', { timeout: 120_000 }, () => {
  const posters = new Map<string, Buffer>()
  beforeAll(() => {
    for (const clip of clips) posters.set(clip.key, Buffer.from(projector(filmOf(clip.key))(0)))
  }, 120_000)

  it('every first frame is a poster: light and shade, neither black nor white, and something in the middle', async () => {
    for (const [key, frame] of posters) {
      const { channels } = await sharp(frame, { raw }).greyscale().stats()
      expect(channels[0]!.mean, key).toBeGreaterThan(24)
      expect(channels[0]!.mean, key).toBeLessThan(236)
      expect(channels[0]!.stdev, key).toBeGreaterThan(12)
      const middle = await sharp(frame, { raw })
        .extract({
          left: Math.round(width / 12),
          top: Math.round(height / 5),
          width: Math.round(width * 0.83),
          height: Math.round(height * 0.47),
        })
        .greyscale()
        .stats()
      expect(middle.channels[0]!.stdev, key).toBeGreaterThan(9)
    }
  })

  it('no two posters look alike, not even without their colours', async () => {
    const seen: [string, Buffer][] = []
    for (const [key, frame] of posters) {
      const grey = await small(frame, 12)
      for (const [other, before] of seen) {
        let far = 0
        for (let i = 0; i < grey.length; i++) far += Math.abs(grey[i]! - before[i]!)
        expect(far / grey.length, `${key} and ${other}`).toBeGreaterThan(6)
      }
      seen.push([key, grey])
    }
  })

  it('a moment of the flat clips has movement, and is the same picture whoever draws it', () => {
    for (const key of ['everyday-koi', 'everyday-lane', 'sakai-forge', 'review-hida-car']) {
      const frame = Buffer.from(projector(filmOf(key))(FPS))
      expect(Buffer.compare(frame, posters.get(key)!)).not.toBe(0)
      expect(Buffer.compare(Buffer.from(projector(filmOf(key))(FPS)), frame)).toBe(0)
    }
  })
})
