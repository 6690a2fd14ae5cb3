import type { Caller } from '#base/http'
import { decodeCursor, isId, ok, pageOf, type Result, refuse } from '#base/kernel'
import { operate } from './change-music.ts'
import { type MusicWire, musicWireOf } from './music-piece.ts'
import { musicPage } from './music-store.ts'
import type { Workshop } from './workshop.ts'

export interface MusicQuery {
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
  readonly hidden?: boolean | undefined
}
export interface MusicPage {
  items: MusicWire[]
  next: string | null
}

/** Pieces that edits may use, newest first; the hidden ones for operators alone. */
export async function listMusic(
  shop: Workshop,
  caller: Caller,
  { cursor, limit = 50, hidden = false }: MusicQuery,
): Promise<Result<MusicPage, 'invalid_cursor' | 'forbidden' | 'sign_in_required'>> {
  if (hidden) {
    const allowed = operate(shop, caller)
    if (!allowed.ok) return allowed
  }
  const key = cursor === undefined ? null : decodeCursor(cursor, 2)
  const [created, id] = key ?? []
  if (cursor !== undefined && (!isId('music', id) || Number.isNaN(Date.parse(String(created)))))
    return refuse('invalid_cursor', 'This cursor is not one of ours')
  const after = key ? { created: String(created), id: String(id) } : null
  const rows = await musicPage(shop.db, { hidden, limit, after })
  const page = pageOf(rows, limit, r => [r.created.toISOString(), r.id], musicWireOf)
  return ok({ items: [...page.items], next: page.next })
}
