import type { Caller } from '#base/http'
import { type Id, ok, type Result, refuse } from '#base/kernel'
import type { MediaWire } from './medium.ts'
import { loadOne, type MediaRow } from './store.ts'
import { mediaWireOf } from './wire-of.ts'
import type { Workshop } from './workshop.ts'

/** The caller's own medium; another's is as good as none. */
export async function ownMedium(shop: Workshop, caller: Caller, id: Id<'media'>): Promise<Result<MediaRow, 'not_found'>> {
  const row = await loadOne(shop.db, id)
  return row?.owner === caller.person ? ok(row) : refuse('not_found', 'There is no such medium')
}

/** State and progress of an upload of the caller's. */
export async function getMedia(shop: Workshop, caller: Caller, id: Id<'media'>): Promise<Result<MediaWire, 'not_found'>> {
  const own = await ownMedium(shop, caller, id)
  return own.ok ? ok(mediaWireOf(own.value)) : own
}
