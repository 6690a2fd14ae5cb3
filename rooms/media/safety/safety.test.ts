import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Id, newId } from '#base/kernel'
import { type TestHouse, testHouse } from '#testing/house'
import { mediaMigrations } from '../index.ts'
import { ingestFile } from '../ingest-file.ts'
import { createPrograms } from '../program.ts'
import { labelsOf, loadOne } from '../store.ts'
import { clipFile, fileOf, pictureFile } from '../testing.ts'
import { createWorkshop, type Workshop } from '../workshop.ts'
import { labelMedia } from './label-media.ts'
import { labelOf } from './safety-policy.ts'

let house: TestHouse
let shop: Workshop
beforeAll(async () => {
  house = await testHouse({ migrations: mediaMigrations })
  shop = createWorkshop(house, createPrograms())
})
afterAll(() => house.close())

const owner = newId('person', new Date())
const take = (path: string) => ingestFile(shop, owner, path)
/** Says this of each picture that it is given, and how many there were. */
const saying = (classes: object) =>
  fileOf(
    'classifier.mjs',
    `import { statSync } from 'node:fs'
     console.log('a word of a package')
     const n = statSync(process.argv[2]).size / (224 * 224 * 3)
     console.log('classes: ' + JSON.stringify(Array(n).fill(${JSON.stringify(classes)})))`,
  )
async function told(id: Id<'media'>) {
  await house.log.flush()
  return (await house.log.read(0n, 10_000)).filter(e => e.subject.id === id && e.name === 'media.labelled').map(e => e.data)
}

test('the surest picture decides, and skin alone is nothing', () => {
  expect(labelOf([{ Neutral: 1 }, { Porn: 0.5, Hentai: 0.4 }])).toEqual({ label: 'nudity', share: 0.9 })
  expect([labelOf([]), labelOf([{ Sexy: 1 }]), labelOf([{ Porn: 0.79 }]), labelOf([{ Porn: 0.7 }, { Hentai: 0.7 }])]).toEqual([
    null,
    null,
    null,
    null,
  ])
})

test('what the classifier is sure of is told once, removes nothing and leaves no file', async () => {
  for (const path of [clipFile({ size: '360x640' }), await pictureFile(300, 200)]) {
    const id = await take(path)
    const before = await loadOne(shop.db, id)
    for (let i = 0; i < 2; i++) await labelMedia(shop, id, saying({ Porn: 0.9, Neutral: 0.1 }))
    expect(await told(id)).toEqual([{ label: 'nudity', share: 0.9 }])
    expect(await labelsOf(shop.db, [id])).toEqual([{ media: id, label: 'nudity', share: expect.closeTo(0.9, 4) }])
    expect(await loadOne(shop.db, id)).toEqual(before)
    expect(readdirSync(shop.work)).toEqual([])
  }
})

test('what it is not sure of, and what is gone meanwhile, is not told', async () => {
  const [id, gone] = [await take(clipFile({ size: '360x640' })), await take(clipFile({ size: '360x640' }))]
  await labelMedia(shop, id, saying({ Porn: 0.3, Neutral: 0.7 }))
  await shop.house.db.pool.query('delete from media.media where id = $1', [gone])
  await labelMedia(shop, gone, saying({ Porn: 1 }))
  expect([await told(id), await told(gone), await labelsOf(shop.db, [id, gone])]).toEqual([[], [], []])
})

test('a classifier that can not run fails its job and says why', async () => {
  const id = await take(clipFile({ size: '360x640' }))
  await expect(labelMedia(shop, id, fileOf('x.mjs', "await import('no-such-package')"))).rejects.toThrow('ERR_MODULE_NOT_FOUND')
  await expect(labelMedia(shop, id, fileOf('x.mjs', ''))).rejects.toThrow('said nothing')
  expect(readdirSync(shop.work)).toEqual([])
})
