import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Id, newId } from '#base/kernel'
import { begin, type EditList, lengthOf, split } from '#engines/edit'
import { type TestHouse, testHouse } from '#testing/house'
import { holdRow, insertEdit } from './edit-store.ts'
import { mediaMigrations } from './index.ts'
import { defineJobs, recover } from './jobs.ts'
import { createPrograms, type Programs } from './program.ts'
import { removeMedia } from './remove-media.ts'
import { renderMedium } from './render-medium.ts'
import { insert, loadOne, type MediaTables } from './store.ts'
import { clipFile } from './testing.ts'
import { createWorkshop, type Workshop } from './workshop.ts'

let house: TestHouse
let shop: Workshop
const owner = newId('person', new Date())
beforeAll(async () => {
  house = await testHouse({ migrations: mediaMigrations })
  shop = createWorkshop(house, createPrograms())
  defineJobs(shop)
})
afterAll(async () => {
  shop.programs.stop()
  await house.close()
})

const folder = (name: 'uploads' | 'work') => {
  mkdirSync(join(house.folder, name), { recursive: true })
  return readdirSync(join(house.folder, name))
}
async function source(): Promise<Id<'media'>> {
  const id = newId('media', new Date())
  const path = clipFile({ size: '540x960', seconds: 4 })
  folder('uploads')
  copyFileSync(path, join(house.folder, 'uploads', id))
  const db = house.db.tables<MediaTables>()
  await insert(db, { id, owner, bytes: statSync(path).size, state: 'probing', use: 'source', created: house.clock.now() })
  await holdRow(db, id, { kind: 'video', width: 540, height: 960, durationMs: 4000 }, house.clock.now())
  return id
}
async function edit(list: EditList): Promise<Id<'media'>> {
  const id = newId('media', new Date())
  const material = list.pieces.map(p => p.source)
  await insertEdit(house.db.tables<MediaTables>(), {
    ...{ id, owner, list, material, durationMs: lengthOf(list), created: house.clock.now() },
  })
  return id
}
const cutOf = (from: Id<'media'>) => split(split(begin(from, { length: 4000 }), 1000), 2500)
const stateOf = async (id: Id<'media'>) => {
  const row = await loadOne(shop.db, id)
  return row && { state: row.state, refusal: row.refusal_code, attempts: row.attempts }
}
/** The same workshop, with something that happens after the n-th run of ffmpeg (not of ffprobe). */
function after(n: number, deed: () => Promise<void> | void): Workshop {
  let runs = 0
  const programs: Programs = {
    ...shop.programs,
    async run(program, args, options) {
      const out = await shop.programs.run(program, args, options)
      if (program === house.config.ffmpeg && ++runs === n) await deed()
      return out
    },
  }
  return { ...shop, programs }
}
async function until(what: string, done: () => Promise<boolean> | boolean): Promise<void> {
  for (let i = 0; i < 1200; i++) {
    if (await done()) return
    await new Promise(r => setTimeout(r, 25))
  }
  throw new Error(`never: ${what}`)
}

/** Another process that works on the same database and folder. */
const worker = `
import { openDatabase } from '#base/db'
import { createEventLog } from '#base/events'
import { createJobs } from '#base/jobs'
import { systemClock } from '#base/kernel'
import { createLogger } from '#base/log'
import { localStorage } from '#base/storage'
import { createMedia } from '#rooms/media'
const { url, folder, config } = JSON.parse(process.argv[1])
const logger = createLogger('silent')
const db = openDatabase(url)
const house = { config, db, clock: systemClock, logger, jobs: createJobs(url, logger), log: createEventLog(db, systemClock, logger), storage: localStorage(folder + '/storage'), mail: null }
createMedia(house)
await house.jobs.start()
console.log('working')
`

test('material that is deleted before or while an edit is rendered is told as a refusal, and nothing stays on disk', async () => {
  for (const early of [true, false]) {
    const from = await source()
    const id = await edit(cutOf(from))
    const other = after(1, () => removeMedia(shop, from))
    if (early) await removeMedia(shop, from)
    expect(await renderMedium(early ? shop : other, id)).toBeNull()
    expect(await stateOf(id)).toMatchObject({ state: 'refused', refusal: 'media_not_found' })
    expect([folder('work'), folder('uploads')]).toEqual([[], []])
    await house.log.flush()
    const events = (await house.log.read(0n, 1000)).filter(e => e.subject.id === id)
    expect(events.map(e => [e.name, e.data])).toEqual([['media.refused', { reason: 'media_not_found' }]])
  }
})

test('an edit that is deleted while it is rendered leaves nothing', async () => {
  const from = await source()
  const id = await edit(cutOf(from))
  expect(
    await renderMedium(
      after(2, () => removeMedia(shop, id)),
      id,
    ),
  ).toBeNull()
  expect([await stateOf(id), folder('work'), folder('uploads')]).toEqual([null, [], [from]])
  await removeMedia(shop, from)
})

test('a picture of ours that ffmpeg can’t read, or a worker that dies each time, ends in a refusal', async () => {
  const from = await source()
  const bad = await edit(cutOf(from))
  rmSync(join(house.folder, 'uploads', from))
  copyFileSync(new URL('README.md', import.meta.url), join(house.folder, 'uploads', from))
  await renderMedium(shop, bad)
  expect(await stateOf(bad)).toMatchObject({ state: 'refused', refusal: 'media_unsupported' })
  const poison = await edit(cutOf(from))
  await house.db.pool.query('update media.media set attempts = 4 where id = $1', [poison])
  await renderMedium(shop, poison)
  expect(await stateOf(poison)).toMatchObject({ state: 'refused', refusal: 'media_unsupported' })
  await removeMedia(shop, from)
})

test('an edit whose worker is killed in the middle begins again, ends once, and leaves nothing half made', async () => {
  const from = await source()
  const id = await edit(cutOf(from))
  const child = spawn(
    process.execPath,
    ['--input-type=module', '-e', worker, JSON.stringify({ url: house.db.url, folder: house.folder, config: house.config })],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  )
  await new Promise(resolve => child.stdout.once('data', resolve))
  const jobs = (await import('#base/jobs')).createJobs(house.db.url, house.logger)
  await jobs.start()
  // Its job was never sent: the sweep of each minute finds it.
  await recover({ ...shop, house: { ...house, jobs } })
  await until('half made', () => folder('work').some(d => existsSync(join(house.folder, 'work', d, 'piece-0.nut'))))
  child.kill('SIGKILL')
  await new Promise(resolve => child.once('exit', resolve))
  await jobs.stop()
  expect(await stateOf(id)).toMatchObject({ state: 'processing', attempts: 1 })
  expect(folder('work').length).toBe(1)

  await house.jobs.start()
  // Its lease still runs.
  expect(await renderMedium(shop, id)).toBeNull()
  await house.db.pool.query("update media.media set lease_until = now() - interval '1 second' where id = $1", [id])
  await recover(shop)
  await until('ready', async () => (await stateOf(id))?.state === 'ready')
  await until('tidy', () => folder('work').length === 0)
  expect(folder('uploads')).toEqual([from])
  await house.log.flush()
  const events = (await house.log.read(0n, 1000)).filter(e => e.subject.id === id)
  expect(events.map(e => e.name)).toEqual(['media.watchable', 'media.ready'])
  expect(readdirSync(join(house.folder, 'storage', 'media', id)).sort()).toEqual([
    ...['high.mp4', 'low.mp4', 'mid.mp4', 'poster.webp', 'storyboard.webp'],
  ])
})
