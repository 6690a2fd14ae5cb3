import { createReadStream } from 'node:fs'
import { json } from '#base/db'
import type { Caller, ErrorCode } from '#base/http'
import { type Id, newId, ok, type Result, refuse } from '#base/kernel'
import { ownMaterial } from './edit-store.ts'
import { type Mood, type MusicTable, type MusicWire, musicKey, musicWireOf, type Words } from './music-piece.ts'
import { insertMusic, readMusic } from './music-store.ts'
import { forget, type MediaTables } from './store.ts'
import { dropSource, sourceOf, type Workshop } from './workshop.ts'

export interface MusicDraft {
  readonly upload: Id<'media'>
  readonly title: Words
  readonly mood: Mood
  readonly credit: Words
}
export interface MusicChange {
  readonly title?: Words | undefined
  readonly mood?: Mood | undefined
  readonly credit?: Words | undefined
  readonly hidden?: boolean | undefined
}
export type MusicRefusal = Extract<
  ErrorCode,
  'forbidden' | 'sign_in_required' | 'not_found' | 'media_not_found' | 'wrong_state' | 'media_unsupported'
>

/** Music is the operators' to add and to hide. */
export const operate = (shop: Workshop, caller: Caller): Result<true, 'forbidden' | 'sign_in_required'> =>
  shop.accounts?.may(caller, 'operate') ?? refuse('forbidden', 'You may not do this')

/** An uploaded sound becomes a piece that everybody's edits may use; the upload is used up. */
export async function addMusic(shop: Workshop, caller: Caller, draft: MusicDraft): Promise<Result<MusicWire, MusicRefusal>> {
  const allowed = operate(shop, caller)
  if (!allowed.ok) return allowed
  const { upload, title, mood, credit } = draft
  const sound = (await ownMaterial(shop.db, caller.person, [upload])).get(upload)
  if (sound?.use !== 'sound') return refuse('media_not_found', 'You hold no such sound', { media: [upload] })
  if (sound.state !== 'held') return refuse('wrong_state', 'The sound is not complete, or was refused', { media: [upload] })
  const { clock, storage, db } = shop.house
  const id = newId('music', clock.now())
  const row: MusicTable = {
    ...{ id, name: null, title, mood, credit, length_ms: sound.duration_ms ?? 1, hidden: false, created: clock.now() },
  }
  await storage.put(musicKey(id), createReadStream(sourceOf(shop, upload)))
  const added = await db.transaction<MediaTables, boolean>(async trx => {
    // Asked twice at once, it becomes one piece.
    if (!(await forget(trx, upload))) return false
    await insertMusic(trx, row)
    return true
  })
  if (!added) {
    await storage.remove(`music/${id}`)
    return refuse('media_not_found', 'You hold no such sound', { media: [upload] })
  }
  await dropSource(shop, upload)
  await shop.accounts?.note(caller, 'music.added', id, { mood, length: row.length_ms })
  return ok(musicWireOf(row))
}

/** A hidden piece stays in the edits that have it; new ones can't take it. */
export async function changeMusic(
  shop: Workshop,
  caller: Caller,
  id: Id<'music'>,
  { title, mood, credit, hidden }: MusicChange,
): Promise<Result<MusicWire, MusicRefusal>> {
  const allowed = operate(shop, caller)
  if (!allowed.ok) return allowed
  const change = {
    ...(title && { title: json(title) as never }),
    ...(credit && { credit: json(credit) as never }),
    ...(mood && { mood }),
    ...(hidden !== undefined && { hidden }),
  }
  if (Object.keys(change).length > 0) await shop.db.updateTable('media.music').set(change).where('id', '=', id).execute()
  const row = await readMusic(shop.db, id)
  if (!row) return refuse('not_found', 'There is no such piece of music')
  await shop.accounts?.note(caller, 'music.changed', id, { changed: Object.keys(change), hidden: row.hidden })
  return ok(musicWireOf(row))
}
