import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#base/kernel'
import { type TestHouse, testHouse } from '#testing/house'
import { createMedia, type Media, mediaMigrations } from './index.ts'
import { storyboardBytes, storyboardOf } from './storyboard.ts'
import { clipFile } from './testing.ts'

let house: TestHouse
let media: Media
const owner = newId('person', new Date())
beforeAll(async () => {
  house = await testHouse({ migrations: mediaMigrations })
  media = createMedia(house)
  await media.start()
})
afterAll(() => house.close())

const take = (path: string) => media.ingestFile(owner, path, { kind: 'video' })
const sheetOf = (id: string) => join(house.folder, 'storage', 'media', id, 'storyboard.webp')

test('every tile shows the clip at its moment, also of a clip that has one rung only', async () => {
  const id = await take(clipFile({ seconds: 6, black: 3 }))
  const { storyboard } = (await media.videos([id])).get(id)!
  expect(storyboard).toEqual({
    url: `/media/${id}/storyboard.webp`,
    width: 90,
    height: 160,
    columns: 6,
    count: 6,
    intervalMs: 1000,
  })
  const sheet = readFileSync(sheetOf(id))
  expect(await sharp(sheet).metadata()).toMatchObject({ format: 'webp', width: 540, height: 160 })
  const bright = await Promise.all(
    [0, 1, 2, 3, 4, 5].map(async k => {
      const tile = await sharp(sheet)
        .extract({ left: k * 90, top: 0, width: 90, height: 160 })
        .toBuffer()
      return (await sharp(tile).stats()).channels[1]!.mean > 40
    }),
  )
  expect(bright).toEqual([false, false, false, true, true, true])
})
test('it is made small enough to come while a finger moves, and goes with its medium', async () => {
  const id = await take(clipFile({ size: '720x1280', seconds: 25 }))
  const { storyboard } = (await media.videos([id])).get(id)!
  expect(storyboard).toMatchObject({ columns: 10, count: 25 })
  expect((await sharp(sheetOf(id)).metadata()).height).toBe(3 * storyboard!.height)
  expect(readFileSync(sheetOf(id)).length).toBeLessThanOrEqual(storyboardBytes)
  await media.remove(id)
  expect(existsSync(sheetOf(id))).toBe(false)
})
test('longer clips have wider steps, and one of hardly more than a picture has none', () => {
  const plan = (durationMs: number, width = 720, height = 1280) => storyboardOf({ width, height, durationMs })
  expect([15_000, 60_000, 100_000, 180_500].map(ms => [plan(ms)?.intervalMs, plan(ms)?.count])).toEqual([
    [1000, 15],
    [2000, 30],
    [2000, 50],
    [4000, 46],
  ])
  expect([plan(900), plan(1050), plan(0)]).toEqual([null, null, null])
  expect([plan(9000, 1280, 720), plan(9000, 800, 800)]).toMatchObject([
    { width: 160, height: 90 },
    { width: 120, height: 120 },
  ])
})
