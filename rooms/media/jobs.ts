import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { hours, type Id, isId } from '#base/kernel'
import { composeMusic } from './compose-music.ts'
import { unusedSince } from './edit-store.ts'
import { finishRungs } from './finish-rungs.ts'
import { heldHours, unfinishedHours } from './limits.ts'
import type { MediaUse, Watchable } from './medium.ts'
import { processMedia } from './process-media.ts'
import { removeMedia } from './remove-media.ts'
import { renderMedium } from './render-medium.ts'
import { labelMedia } from './safety/label-media.ts'
import { abandoned, finishUpload, firstRungsWait, needed, uploading } from './store.ts'
import { dropFreed } from './withheld.ts'
import { sizeOf, sourceOf, sweepWork, type Workshop } from './workshop.ts'

/** Longer than the first stage may take: its programs end by themselves before. An edit, and better rungs that stand back first, get twice that. */
const expireSeconds = 3600

/**
 * Queues of one worker each: the first rung of the next clip waits neither for the better rungs of the last one nor for an edit.
 * The better rungs run at a lower priority, and begin when nobody waits for a first one.
 */
export function defineJobs(shop: Workshop): void {
  const { jobs } = shop.house
  jobs.define<{ media: Id<'media'> }>('media.process', { concurrency: 1, retries: 3, expireSeconds }, async ({ media }) => {
    if ((await processMedia(shop, media)) === 'rungs') await send(shop, 'media.rungs', { id: media, attempts: 0 })
  })
  jobs.define<{ media: Id<'media'> }>(
    'media.render',
    { concurrency: 1, retries: 3, expireSeconds: 2 * expireSeconds },
    async ({ media }) => {
      const rendered = await renderMedium(shop, media)
      if (rendered) await send(shop, 'media.process', rendered)
    },
  )
  jobs.define<{ media: Id<'media'> }>(
    'media.rungs',
    { concurrency: 1, retries: 3, expireSeconds: 2 * expireSeconds },
    async ({ media }) => {
      await firstsFirst(shop)
      await finishRungs(shop, media)
    },
  )
  // Given back at once where it is off, so that what waits from before does not wait for ever.
  jobs.define<{ media: Id<'media'> }>('media.safety', { concurrency: 1, retries: 1, expireSeconds }, async ({ media }) => {
    if (shop.house.config.safetyClassifier) await labelMedia(shop, media)
  })
  jobs.every('media.music', '* * * * *', async () => {
    if (process.uptime() > restSeconds) await composeMusic(shop, () => firstRungsWait(shop.db))
  })
  jobs.every('media.recover', '* * * * *', () => recover(shop))
  jobs.every('media.sweep', '23 * * * *', () => sweep(shop))
}

/** A server that has just begun has other things to do than to compose. */
const restSeconds = 120

/** Longest time that better rungs stand back for clips that nobody can watch yet: under a steady stream they are made, too. */
const patienceMs = 600_000

/** Holds the better rungs back while somebody waits for a first one; one second apart, so that nobody waits for the check. */
async function firstsFirst(shop: Workshop): Promise<void> {
  const until = Date.now() + patienceMs
  while (!shop.programs.stopped() && Date.now() < until && (await firstRungsWait(shop.db)))
    await new Promise(resolve => setTimeout(resolve, 1000))
}

/** The key tells attempts apart: the job of a killed worker still counts as running and must not stop the next one. */
export async function enqueue(
  shop: Workshop,
  medium: { id: Id<'media'>; use: MediaUse; watchable: Watchable; attempts: number },
): Promise<void> {
  if (medium.watchable !== 'no') return send(shop, 'media.rungs', medium)
  await send(shop, medium.use === 'edit' ? 'media.render' : 'media.process', medium)
}

async function send(shop: Workshop, queue: string, { id, attempts }: { id: Id<'media'>; attempts: number }): Promise<void> {
  await shop.house.jobs.send(queue, { media: id }, { key: `${id}:${attempts}` })
}

/** After a crash: uploads whose last byte nobody noted, and media that no worker holds. */
export async function recover(shop: Workshop): Promise<void> {
  for (const row of await uploading(shop.db)) {
    if ((await sizeOf(sourceOf(shop, row.id))) === Number(row.bytes)) await finishUpload(shop.db, row.id)
  }
  for (const medium of await abandoned(shop.db)) await enqueue(shop, medium)
}

/** Uploads that were not finished in two days, material that no edit used for as long, files that belong to no medium any more, and leftovers of killed workers. */
export async function sweep(shop: Workshop): Promise<void> {
  await dropFreed(shop)
  const before = shop.house.clock.now().getTime() - hours(unfinishedHours)
  for (const row of await uploading(shop.db)) if (row.created.getTime() < before) await removeMedia(shop, row.id)
  const unused = new Date(shop.house.clock.now().getTime() - hours(heldHours))
  for (const id of await unusedSince(shop.db, unused)) await removeMedia(shop, id)
  const files = await readdir(shop.uploads).catch(() => [])
  const kept = await needed(shop.db, [...new Set(files.map(f => f.split('.')[0] as string).filter(id => isId('media', id)))])
  for (const file of files) {
    // A file is a moment older than its row's transaction: only those that lie here for an hour are orphans.
    const info = await stat(join(shop.uploads, file)).catch(() => null)
    if (info && !kept.has(file.split('.')[0] as string) && Date.now() - info.mtimeMs > hours(1))
      await rm(join(shop.uploads, file), { force: true, recursive: true })
  }
  await sweepWork(shop)
}
