import { createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { House } from '#base/house'
import type { Id } from '#base/kernel'
import type { Accounts } from '#rooms/accounts'
import type { Programs } from './program.ts'
import type { MediaRow } from './store.ts'
import { type Db, endLease, lease, type MediaTables, renewLease } from './store.ts'

/** What the parts of this room share: the house, its tables, the programs and two folders. */
export interface Workshop {
  readonly house: House
  readonly db: Db
  readonly programs: Programs
  /** Uploaded files, named by their medium's id; gone when the medium is finished. */
  readonly uploads: string
  /** Whom operators' deeds are asked of; none where the room stands alone. */
  readonly accounts: MediaDoors['accounts'] | null
  /** Half-made files, one folder an attempt. */
  readonly work: string
  /** The same of music of our own. */
  readonly composing: string
}

export interface MediaDoors {
  readonly accounts: Pick<Accounts, 'may' | 'note'>
}

export function createWorkshop(house: House, programs: Programs, doors?: MediaDoors): Workshop {
  return {
    house,
    db: house.db.tables<MediaTables>(),
    programs,
    accounts: doors?.accounts ?? null,
    uploads: join(house.config.dataDir, 'uploads'),
    work: join(house.config.dataDir, 'work'),
    composing: join(house.config.dataDir, 'composing'),
  }
}

export const sourceOf = (shop: Workshop, media: Id<'media'>): string => join(shop.uploads, media)

/** A stored file where a program can read it: itself, or a copy in this folder. Null when it is gone. */
export async function localFile({ house: { storage } }: Workshop, key: string, folder: string): Promise<string | null> {
  const path = storage.pathOf(key)
  if (path !== null) return (await storage.stat(key)) ? path : null
  const opened = await storage.open(key)
  if (!opened) return null
  const copy = join(folder, `stored-${basename(key)}`)
  await pipeline(opened.stream, createWriteStream(copy))
  return copy
}

export async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(256), 0, 256, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** Takes away what earlier attempts at a medium left; only its lease's holder may. A program that still writes there writes into nothing. */
export async function dropEarlier(shop: Workshop, media: Id<'media'>, keep: string): Promise<void> {
  for (const name of await readdir(shop.work).catch(() => []))
    if (name.startsWith(`${media}-`) && join(shop.work, name) !== keep)
      await rm(join(shop.work, name), { recursive: true, force: true })
}

export const sizeOf = async (path: string): Promise<number | null> => (await stat(path).catch(() => null))?.size ?? null

/** Forgets the uploaded file and the resume note beside it. */
export async function dropSource(shop: Workshop, media: Id<'media'>): Promise<void> {
  await Promise.all([rm(sourceOf(shop, media), { force: true }), rm(`${sourceOf(shop, media)}.json`, { force: true })])
}

/**
 * Works on a medium alone: the lease is renewed while this process lives, so a killed worker's medium is free half a minute later.
 * Each attempt has a folder of its own, because a program of a killed worker may still be writing into the last one.
 */
export async function withMedium<T>(
  shop: Workshop,
  media: Id<'media'>,
  work: (row: MediaRow, folder: string) => Promise<T>,
): Promise<T | null> {
  const row = await lease(shop.db, media)
  if (!row) return null
  const folder = join(shop.work, `${media}-${row.attempts}-${process.pid}`)
  const beat = setInterval(
    () => void renewLease(shop.db, media).catch(error => shop.house.logger.warn({ err: error, media }, 'lease')),
    10_000,
  )
  try {
    await mkdir(folder, { recursive: true })
    return await work(row, folder)
  } finally {
    clearInterval(beat)
    await rm(folder, { recursive: true, force: true })
    await endLease(shop.db, media)
  }
}

/** Folders of attempts that nobody has touched for an hour belong to killed workers. */
export async function sweepWork(shop: Workshop): Promise<void> {
  for (const folder of [shop.work, shop.composing])
    for (const name of await readdir(folder).catch(() => [])) {
      const info = await stat(join(folder, name)).catch(() => null)
      if (info && Date.now() - info.mtimeMs > 3_600_000) await rm(join(folder, name), { recursive: true, force: true })
    }
}
