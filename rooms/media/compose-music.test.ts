import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '#testing/house'
import { composeMusic } from './compose-music.ts'
import { mediaMigrations } from './index.ts'
import { pieces } from './music/pieces.ts'
import { createPrograms } from './program.ts'
import { loudnessOf } from './testing.ts'
import { createWorkshop } from './workshop.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse({ migrations: mediaMigrations })
})
afterAll(() => house.close())

const own = async () => (await house.db.pool.query('select id, name, length_ms from media.music order by name')).rows

test('the pieces of our own are made once, one a job, and none while somebody waits for a clip', {
  timeout: 120_000,
}, async () => {
  const shop = createWorkshop(house, createPrograms())
  expect([await composeMusic(shop, async () => true), (await own()).length]).toEqual([true, 0])
  expect([await composeMusic(shop, async () => false), (await own()).length]).toEqual([true, 1])
  const before = await own()
  // Two servers at once make each of the others once.
  const makeAll = async () => {
    const server = createWorkshop(house, createPrograms())
    while (await composeMusic(server, async () => false));
  }
  await Promise.all([makeAll(), makeAll()])
  const asked = async () => {
    throw new Error('nothing is missing')
  }
  expect(await composeMusic(createWorkshop(house, createPrograms()), asked)).toBe(false)
  const all = await own()
  expect(all.map(r => r.name)).toEqual(Object.keys(pieces).sort())
  expect(all).toEqual(expect.arrayContaining(before))
  expect(all.every(r => r.length_ms >= 20_000 && r.length_ms <= 40_000)).toBe(true)
  const music = join(house.folder, 'storage', 'music')
  expect(readdirSync(music).sort()).toEqual(all.map(r => r.id).sort())
  for (const { id } of all) expect(Math.abs(loudnessOf(join(music, id, 'sound.m4a')) + 18)).toBeLessThan(1)
  expect(readdirSync(join(house.folder, 'composing'))).toEqual([])
})
