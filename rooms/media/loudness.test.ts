import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#base/kernel'
import { type TestHouse, testHouse } from '#testing/house'
import { mediaMigrations } from './index.ts'
import { ingestFile } from './ingest-file.ts'
import { createPrograms, type Programs } from './program.ts'
import { loadOne } from './store.ts'
import { clipFile, loudnessOf } from './testing.ts'
import { createWorkshop } from './workshop.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse({ migrations: mediaMigrations })
})
afterAll(() => house.close())

test('the sound of a clip is measured once, and every rung is as loud', async () => {
  let readings = 0
  const programs: Programs = createPrograms()
  const counted: Programs = {
    ...programs,
    run(program, args, options) {
      if (args.some(a => a.startsWith('ebur128'))) readings++
      return programs.run(program, args, options)
    },
  }
  const shop = createWorkshop(house, counted)
  const quiet = clipFile({ size: '720x1280', seconds: 2, more: ['-af', 'volume=-12dB'] })
  const id = await ingestFile(shop, newId('person', new Date()), quiet)
  const row = await loadOne(shop.db, id)
  expect([row?.state, row?.rungs.length, readings]).toEqual(['ready', 3, 1])
  for (const { name } of row?.rungs ?? [])
    expect(Math.abs(loudnessOf(`${house.folder}/storage/media/${id}/${name}.mp4`) + 14)).toBeLessThan(1.5)
})
