import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { between, type Id, newId, seeded } from '#base/kernel'
import { type TestHouse, testHouse } from '#testing/house'
import { distance, frameHash, side } from './frame-hash.ts'
import { mediaMigrations } from './index.ts'
import { ingestFile } from './ingest-file.ts'
import { alike, type Frame, type Look } from './look.ts'
import { keysOf, nearKeys, sureBits } from './look-index.ts'
import { copiesOf } from './look-store.ts'
import { createPrograms } from './program.ts'
import { clipFile, ffmpegFile, fileOf } from './testing.ts'
import { createWorkshop, type Workshop } from './workshop.ts'

const grey = (of: (x: number, y: number) => number): Uint8Array =>
  Uint8Array.from({ length: side * side }, (_, i) => Math.max(0, Math.min(255, Math.round(of(i % side, Math.floor(i / side))))))
/** A picture of soft blobs, as photographs are. */
function scene(seed: number): (x: number, y: number) => number {
  const random = seeded(seed)
  const blobs = Array.from(
    { length: 24 },
    () => [random() * side, random() * side, 2 + random() * 7, random() * 200 - 100] as const,
  )
  return (x, y) => 120 + blobs.reduce((sum, [bx, by, r, h]) => sum + h * Math.exp(-((x - bx) ** 2 + (y - by) ** 2) / r ** 2), 0)
}

describe('the hash of a frame', () => {
  test('plain, nearly plain and smoothly shaded pictures have none, so they are no copies of each other', () => {
    const random = seeded(7)
    for (const value of [0, 16, 128, 255]) expect(frameHash(grey(() => value))).toBeNull()
    expect(frameHash(grey(() => 100 + random() * 6))).toBeNull()
    expect(frameHash(grey(x => x * 8))).toBeNull()
    expect(frameHash(grey((x, y) => 4 * x + 3 * y))).toBeNull()
  })
  test('brighter, flatter and slightly shifted pictures are near; others are far', () => {
    const far: number[] = []
    for (let seed = 1; seed <= 40; seed++) {
      const of = scene(seed)
      const hash = frameHash(grey(of)) as bigint
      for (const copy of [
        grey((x, y) => of(x, y) + 12),
        grey((x, y) => of(x, y) * 0.8 + 20),
        grey((x, y) => of(x * 0.98 + 0.3, y * 0.98 + 0.3)),
      ])
        expect(distance(hash, frameHash(copy) as bigint), `seed ${seed}`).toBeLessThanOrEqual(10)
      far.push(distance(hash, frameHash(grey(scene(seed + 1000))) as bigint))
    }
    expect(Math.min(...far)).toBeGreaterThan(14)
  })
})

describe('the index', () => {
  test('finds every copy that differs in seven bits a frame, wherever these are', () => {
    const random = seeded(20261126)
    const hash = () => BigInt(Math.floor(random() * 2 ** 32)) * 2n ** 32n + BigInt(Math.floor(random() * 2 ** 32))
    for (let n = 0; n < 300; n++) {
      const count = between(random, 1, 4)
      const lengthMs = n % 3 === 0 ? 0 : between(random, 300, 60_000)
      const tint = [between(random, 40, 200), between(random, 40, 200)] as const
      const plain = count > 2 && n % 5 === 0
      const frames = Array.from({ length: count }, (_, i): Frame => ({ hash: plain && i === 0 ? null : hash(), tint }))
      const look: Look = { lengthMs, frames }
      let left = sureBits * frames.filter(f => f.hash !== null).length
      const changed = frames.map((f): Frame => {
        if (f.hash === null) return f
        const bits = new Set(Array.from({ length: Math.min(left, 14) }, () => between(random, 0, 63)))
        left -= bits.size
        return { hash: [...bits].reduce((sum, bit) => sum ^ (1n << BigInt(bit)), f.hash), tint: [tint[0] + 8, tint[1] - 5] }
      })
      const copy: Look = { lengthMs: lengthMs === 0 ? 0 : Math.max(1, lengthMs + between(random, -500, 500)), frames: changed }
      expect(alike(look, copy), `${n}`).toBe(true)
      const found = new Set(nearKeys(look))
      expect(
        keysOf(copy).some(k => found.has(k)),
        `${n}`,
      ).toBe(true)
    }
  })
})

let house: TestHouse
let shop: Workshop
const owner = newId('person', new Date())
beforeAll(async () => {
  house = await testHouse({ migrations: mediaMigrations })
  shop = createWorkshop(house, createPrograms())
})
afterAll(() => house.close())

const take = (path: string) => ingestFile(shop, owner, path)
const isCopy = async (a: Id<'media'>, b: Id<'media'>) => (await copiesOf(shop.db, [a])).get(a)?.has(b) ?? false

/** Things that move over a landscape of noise: another seed, another clip. */
function film(seed: number): string {
  const random = seeded(seed)
  const boxes = Array.from({ length: 7 }, () => {
    const [w, h, x, y] = [60 + random() * 120, 60 + random() * 200, random() * 300, random() * 560].map(Math.round)
    const colour = `0x${Math.floor(random() * 0xffffff)
      .toString(16)
      .padStart(6, '0')}`
    return `drawbox=x=${x}:y=${y}:w=${w}:h=${h}:color=${colour}:t=fill`
  })
  const moving = `gradients=s=360x640:r=25:d=4:seed=${seed}:speed=0.03:n=4`
  return ffmpegFile('film.mp4', '-f', 'lavfi', '-i', `${moving},${boxes.join(',')}`, ...h264('ultrafast'))
}
const h264 = (preset: string) => ['-c:v', 'libx264', '-preset', preset, '-pix_fmt', 'yuv420p']
const again = (path: string, filter: string, ...more: string[]): string =>
  ffmpegFile('again.mp4', '-i', path, '-vf', filter, ...h264('veryfast'), ...more)
/** The first half of one and the second of the other. */
const otherEnd = (path: string, end: string): string =>
  ffmpegFile(
    ...(['end.mp4', '-i', path, '-i', end, '-filter_complex'] as const),
    '[0]trim=end=2[a];[1]trim=start=2,setpts=PTS-STARTPTS[b];[a][b]concat',
    ...h264('veryfast'),
  )

describe('a clip that comes again', () => {
  test.each([
    ['encoded again, poorly', 'null', ['-crf', '38']],
    ['smaller, at another rate of pictures', 'scale=216:384,fps=30', []],
    ['brighter and with more contrast', 'eq=brightness=0.08:contrast=1.15', []],
    ['cropped by a thirtieth', 'crop=iw*29/30:ih*29/30,scale=360:640', []],
  ])('%s, is known again', async (_, filter, more) => {
    const path = film(3)
    expect(await isCopy(await take(path), await take(again(path, filter, ...more)))).toBe(true)
  })
  test('is told from other clips of the same length, and from itself with another end', async () => {
    const ids = [
      await take(film(11)),
      await take(film(12)),
      await take(film(13)),
      await take(otherEnd(film(11), film(12))),
      await take(clipFile({ size: '360x640', seconds: 4 })),
    ]
    for (const a of ids) expect((await copiesOf(shop.db, [a])).get(a)).toEqual(new Set([a]))
  })
  test('that is black or of one colour has no hash and is a copy of nothing', async () => {
    const plain = (colour: string) => clipFile({ seconds: 2, more: ['-vf', `drawbox=color=${colour}:t=fill`] })
    const [a, b] = [await take(plain('black')), await take(plain('navy'))]
    expect([await isCopy(a, b), await isCopy(b, a)]).toEqual([false, false])
    expect(await shop.db.selectFrom('media.looks').select('media').where('media', 'in', [a, b]).execute()).toEqual([])
  })
})

test('the same shapes in another colour are another clip', async () => {
  const cup = (colour: string) => clipFile({ seconds: 3, more: ['-vf', `hue=s=0,drawbox=color=${colour}@0.5:t=fill`] })
  const [red, more, blue] = [await take(cup('red')), await take(again(cup('red'), 'scale=320:568')), await take(cup('blue'))]
  expect([await isCopy(red, more), await isCopy(red, blue)]).toEqual([true, false])
})

test('a picture is known again in another format and size, and told from others', async () => {
  const of = (seed: number) => {
    const at = scene(seed)
    return sharp(Buffer.from(grey(at)), { raw: { width: side, height: side, channels: 1 } }).resize(640, 480, {
      kernel: 'cubic',
      fit: 'fill',
    })
  }
  const [a, b, c] = await Promise.all([
    of(1)
      .jpeg()
      .toBuffer()
      .then(bytes => take(fileOf('a.jpg', bytes))),
    of(1)
      .resize(300, 225)
      .linear(1.05, 6)
      .webp({ quality: 40 })
      .toBuffer()
      .then(bytes => take(fileOf('b.webp', bytes))),
    of(2)
      .jpeg()
      .toBuffer()
      .then(bytes => take(fileOf('c.jpg', bytes))),
  ])
  expect([await isCopy(a, b), await isCopy(b, a), await isCopy(a, c)]).toEqual([true, true, false])
})
