import { type Kysely, sql } from '#base/db'
import { CodedError } from '#base/http'
import { days, type Id } from '#base/kernel'
import { openUploads } from './limits.ts'
import type { MediaTables } from './store.ts'
import type { Workshop } from './workshop.ts'

/** What one person may send or have rendered within 24 hours; what was deleted again doesn't count, nor do texts and stickers. */
export const quota = { filesADay: 200, bytesADay: 10_000_000_000 } as const

/** What a person has sent in the last 24 hours and not deleted, and how many uploads are unfinished. */
export interface Used {
  readonly files: number
  readonly bytes: number
  readonly open: number
}
export interface Left {
  files: number
  bytes: number
  openUploads: number
}

export const leftOf = (used: Used): Left => ({
  files: Math.max(0, quota.filesADay - used.files),
  bytes: Math.max(0, quota.bytesADay - used.bytes),
  openUploads: Math.max(0, openUploads - used.open),
})

/** Throws the refusal of an upload that is one too many; pure. */
export function refuseBeyond(used: Used, length: number): void {
  const left = leftOf(used)
  if (left.openUploads === 0)
    throw new CodedError('too_many_uploads', `You have ${openUploads} unfinished uploads; finish or delete one first`)
  if (left.files === 0) throw new CodedError('upload_quota', `Up to ${quota.filesADay} files may be sent in 24 hours`)
  if (length > left.bytes)
    throw new CodedError(
      'upload_quota',
      `Up to ${quota.bytesADay / 1e9} GB may be sent in 24 hours; ${Math.floor(left.bytes / 1e6)} MB are left`,
    )
}

export async function usedBy(shop: Workshop, owner: Id<'person'>): Promise<Used> {
  const since = new Date(shop.house.clock.now().getTime() - days(1))
  const db = shop.db as Kysely<MediaTables>
  const { rows } = await sql<{ files: bigint; bytes: string; open: bigint }>`
    select count(*) filter (where created > ${since}) as files, coalesce(sum(bytes) filter (where created > ${since}), 0)::text as bytes,
      count(*) filter (where state = 'uploading') as open
    from media.media where owner = ${owner} and use <> 'overlay' and (created > ${since} or state = 'uploading')`.execute(db)
  const [row] = rows
  return { files: Number(row?.files ?? 0), bytes: Number(row?.bytes ?? 0), open: Number(row?.open ?? 0) }
}
