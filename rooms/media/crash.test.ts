import { type ChildProcess, spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Id, newId } from '#base/kernel'
import { type TestHouse, testHouse } from '#testing/house'
import { createMedia, type Media, mediaMigrations } from './index.ts'
import { recover } from './jobs.ts'
import { createPrograms } from './program.ts'
import { firstRungsWait, insert, lease, type MediaTables } from './store.ts'
import { clipFile, pictureFile } from './testing.ts'
import { createWorkshop } from './workshop.ts'

let house: TestHouse
let media: Media
let child: ChildProcess
beforeAll(async () => {
  house = await testHouse({ migrations: mediaMigrations })
})
afterAll(async () => {
  child?.kill('SIGKILL')
  await media?.stop()
  await house.close()
})

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
async function upload(path: string): Promise<Id<'media'>> {
  const id = newId('media', new Date())
  mkdirSync(join(house.folder, 'uploads'), { recursive: true })
  copyFileSync(path, join(house.folder, 'uploads', id))
  await insert(house.db.tables<MediaTables>(), {
    id,
    owner: newId('person', new Date()),
    bytes: statSync(path).size,
    state: 'uploading',
    created: house.clock.now(),
  })
  return id
}
const rowOf = async (id: string) =>
  (await house.db.pool.query('select state, watchable, attempts, lease_until from media.media where id = $1', [id])).rows[0]
async function until(what: string, done: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 600; i++) {
    if (await done()) return
    await new Promise(r => setTimeout(r, 50))
  }
  throw new Error(`never: ${what}`)
}

test('a clip whose worker is killed in the middle is finished by the next one, and announced once', async () => {
  const id = await upload(clipFile({ size: '540x960', seconds: 8 }))
  child = spawn(
    process.execPath,
    ['--input-type=module', '-e', worker, JSON.stringify({ url: house.db.url, folder: house.folder, config: house.config })],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  )
  await new Promise(resolve => child.stdout!.once('data', resolve))
  const shop = createWorkshop(house, createPrograms())
  // This process has not started its jobs, so the other one takes it: first as an end of upload that nobody noted.
  const jobs = (await import('#base/jobs')).createJobs(house.db.url, house.logger)
  await jobs.start()
  await recover({ ...shop, house: { ...house, jobs } })
  await recover({ ...shop, house: { ...house, jobs } })
  mkdirSync(join(house.folder, 'work'), { recursive: true })
  await until('half made', async () =>
    readdirSync(join(house.folder, 'work')).some(d => readdirSync(join(house.folder, 'work', d)).includes('low.mp4')),
  )
  child.kill('SIGKILL')
  await new Promise(resolve => child.once('exit', resolve))
  await jobs.stop()
  expect(await rowOf(id)).toMatchObject({ state: 'processing', watchable: 'no', attempts: 1 })

  media = createMedia(house)
  await house.jobs.start()
  // Its lease is still running: nobody takes it away from a worker that may be alive.
  expect(await lease(shop.db, id)).toBeNull()
  await house.db.pool.query("update media.media set lease_until = now() - interval '1 second' where id = $1", [id])
  await recover(shop)
  await until('ready', async () => (await rowOf(id)).state === 'ready')
  await house.log.flush()
  expect((await house.log.read(0n, 100)).filter(e => e.subject.id === id).map(e => e.name)).toEqual([
    'media.watchable',
    'media.ready',
  ])
})

test('a file that kills every worker is refused at last, and a clip that can be watched stays so', async () => {
  const poison = await upload(await pictureFile(60, 60))
  await house.db.pool.query("update media.media set state = 'probing', attempts = 4 where id = $1", [poison])
  const clip = await media.ingestFile(newId('person', new Date()), clipFile({}), { kind: 'video' })
  await house.db.pool.query("update media.media set state = 'processing', watchable = 'first_rung', attempts = 4 where id = $1", [
    clip,
  ])
  await recover(createWorkshop(house, createPrograms()))
  await until('both ended', async () => (await rowOf(poison)).state === 'refused' && (await rowOf(clip)).state === 'ready')
  expect((await media.state([poison])).get(poison)?.refusal?.code).toBe('media_unsupported')
  expect((await media.videos([clip])).get(clip)?.rungs.map(r => r.name)).toEqual(['low'])
})

test('better rungs stand back while somebody waits for a first one, and are made when nobody does', async () => {
  const waiting = await upload(await pictureFile(60, 60))
  await house.db.pool.query("update media.media set state = 'probing', lease_until = now() + interval '1 hour' where id = $1", [
    waiting,
  ])
  const clip = await media.ingestFile(newId('person', new Date()), clipFile({}), { kind: 'video' })
  await house.db.pool.query("update media.media set state = 'processing', watchable = 'first_rung', attempts = 0 where id = $1", [
    clip,
  ])
  const shop = createWorkshop(house, createPrograms())
  expect(await firstRungsWait(shop.db)).toBe(true)
  await recover(shop)
  await new Promise(r => setTimeout(r, 1500))
  expect((await rowOf(clip)).state).toBe('processing')
  await house.db.pool.query('delete from media.media where id = $1', [waiting])
  await until('better rungs', async () => (await rowOf(clip)).state === 'ready')
})
