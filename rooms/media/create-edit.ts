import type { Caller, ErrorCode } from '#base/http'
import { newId, ok, type Result, refuse } from '#base/kernel'
import { check, type EditList, lengthOf, type Source } from '#engines/edit'
import { hasRoom, noRoom } from './disk-room.ts'
import { countRendering, insertEdit, type MaterialRow, ownMaterial, touch } from './edit-store.ts'
import { enqueue } from './jobs.ts'
import { openEdits } from './limits.ts'
import type { MediaWire } from './medium.ts'
import { musicThere } from './music-store.ts'
import { leftOf, usedBy } from './quota.ts'
import { loadOne, type MediaRow, type MediaTables } from './store.ts'
import { uploadTurn } from './upload-turn.ts'
import { mediaWireOf } from './wire-of.ts'
import type { Workshop } from './workshop.ts'

export type EditRefusal = Extract<
  ErrorCode,
  'edit_invalid' | 'media_not_found' | 'wrong_state' | 'music_unknown' | 'too_many_uploads' | 'upload_quota' | 'storage_full'
>

/** A new clip from a list of the caller's own material. The list is kept with it, a job renders it. */
export async function createEdit(shop: Workshop, caller: Caller, list: EditList): Promise<Result<MediaWire, EditRefusal>> {
  const counted = await uploadTurn(caller.person)
  try {
    return await create(shop, caller, list)
  } finally {
    counted()
  }
}

async function create(shop: Workshop, caller: Caller, list: EditList): Promise<Result<MediaWire, EditRefusal>> {
  const { clock, db: database } = shop.house
  const material = await checkMaterial(shop, caller, list)
  if (!material.ok) return material
  if (list.music && !(await musicThere(shop.db, list.music.piece)))
    return refuse('music_unknown', 'There is no such piece of music', { music: list.music.piece })
  const wrong = check(list, sourcesOf(material.value))
  if (wrong.length > 0) return refuse('edit_invalid', 'This edit can’t be rendered', { wrong })
  if ((await countRendering(shop.db, caller.person)) >= openEdits)
    return refuse('too_many_uploads', `${openEdits} edits of yours are being rendered; wait for one of them`)
  const left = leftOf(await usedBy(shop, caller.person))
  if (left.files === 0 || left.bytes === 0) return refuse('upload_quota', 'You have sent as much as is possible in 24 hours')
  if (!(await hasRoom(shop))) return refuse('storage_full', noRoom)
  const id = newId('media', clock.now())
  const row = await database.transaction<MediaTables, MediaRow | null>(async trx => {
    const ids = [...material.value.keys()]
    const edit = { id, owner: caller.person, list, material: ids, durationMs: lengthOf(list), created: clock.now() }
    await insertEdit(trx, edit)
    await touch(trx, ids, clock.now())
    return loadOne(trx, id)
  })
  await enqueue(shop, { id, use: 'edit', watchable: 'no', attempts: 0 })
  return ok(mediaWireOf(row as MediaRow))
}

/** Everything that the list is made of is the caller's, was judged, and is what it is used as. */
async function checkMaterial(
  shop: Workshop,
  caller: Caller,
  list: EditList,
): Promise<Result<Map<string, MaterialRow>, 'media_not_found' | 'wrong_state'>> {
  const used = new Map<string, 'source' | 'overlay'>()
  for (const p of list.pieces) used.set(p.source, 'source')
  for (const o of list.overlays) if (!used.has(o.picture)) used.set(o.picture, 'overlay')
  const own = await ownMaterial(shop.db, caller.person, [...used.keys()])
  const missing = [...used].flatMap(([id, use]) => (own.get(id)?.use === use ? [] : [id]))
  if (missing.length > 0)
    return refuse('media_not_found', 'You hold no such uploads; they are forgotten two days after they were last used', {
      media: missing,
    })
  const early = [...own.values()].filter(m => m.state !== 'held').map(m => m.id)
  return early.length > 0 ? refuse('wrong_state', 'An upload is not complete, or was refused', { media: early }) : ok(own)
}

const sourcesOf = (material: ReadonlyMap<string, MaterialRow>): Map<string, Source> =>
  new Map(
    [...material].flatMap(([id, m]) =>
      m.use === 'source' ? [[id, { width: m.width ?? 1, height: m.height ?? 1, length: m.duration_ms ?? 0 }]] : [],
    ),
  )
