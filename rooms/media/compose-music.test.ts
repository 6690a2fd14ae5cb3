import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '#testing/house'
import { composeMusic } from './compose-music.ts'
import { mediaMigrations } from './index.ts'
import { pieces } from './music/pieces.ts'
import { createPrograms } from './program.ts'
import { createWorkshop } from './workshop.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse({ migrations: mediaMigrations })
})
afterAll(() => house.close())

const loudnessOf = (path: string): number => {
  const text = execFileSync('sh', ['-c', `ffmpeg -nostdin -hide_banner -i '${path}' -af ebur128 -f null - 2>&1`]).toString()
  return Number(/Integrated loudness:\s+I:\s+(-?[\d.]+)/.exec(text)?.[1])
}
const own = async () => (await house.db.pool.query('select id, name, length_ms from media.music order by name')).rows

test('the pieces of our own are made once, when nobody waits for a clip; broken off, it goes on where it was', {
  timeout: 120_000,
}, async () => {
  let asked = 0
  const broken = async () => {
    if (++asked === 3) throw new Error('broken off')
  }
  await expect(composeMusic(createWorkshop(house, createPrograms()), broken)).rejects.toThrow('broken off')
  const before = await own()
  expect(before.length).toBe(2)
  // Two servers at once make each of the others once.
  const shops = [createWorkshop(house, createPrograms()), createWorkshop(house, createPrograms())]
  await Promise.all(shops.map(shop => composeMusic(shop, async () => {})))
  await composeMusic(createWorkshop(house, createPrograms()), async () => {
    throw new Error('nothing is missing')
  })
  const all = await own()
  expect(all.map(r => r.name)).toEqual(Object.keys(pieces).sort())
  expect(all).toEqual(expect.arrayContaining(before))
  expect(all.every(r => r.length_ms >= 20_000 && r.length_ms <= 40_000)).toBe(true)
  const music = join(house.folder, 'storage', 'music')
  expect(readdirSync(music).sort()).toEqual(all.map(r => r.id).sort())
  for (const { id } of all) expect(Math.abs(loudnessOf(join(music, id, 'sound.m4a')) + 18)).toBeLessThan(1)
  expect(readdirSync(join(house.folder, 'composing'))).toEqual([])
})
