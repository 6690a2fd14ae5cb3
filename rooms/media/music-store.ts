import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Id } from '#base/kernel'
import { musicKey } from './music-piece.ts'
import type { Db } from './store.ts'
import type { Workshop } from './workshop.ts'

/** May new edits lie over this piece? */
export async function musicThere(db: Db, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('media.music')
    .select('id')
    .where('id', '=', id as Id<'music'>)
    .where('hidden', '=', false)
    .executeTakeFirst()
  return row !== undefined
}

/** A piece as a file that a program may read; null when it is gone. */
export async function musicFile(shop: Workshop, id: string, folder: string): Promise<string | null> {
  const { storage } = shop.house
  const key = musicKey(id)
  const path = storage.pathOf(key)
  if (path !== null) return (await storage.stat(key)) ? path : null
  const opened = await storage.open(key)
  if (!opened) return null
  const copy = join(folder, 'music.m4a')
  await pipeline(opened.stream, createWriteStream(copy))
  return copy
}
