import type { PostFlag } from '#base/catalogue'
import { type Kysely, sql } from '#base/db'
import type { Id } from '#base/kernel'
import type { Tables } from './store.ts'

export interface SignalRow {
  kind: string
  id: string
  flag: PostFlag
  /** What it is a copy of. */
  of: Id<'post'> | null
  /** How sure the machine is, 0 to 1, where it says so. */
  share: number | null
  at: Date
}

/** Notes a signal and opens its subject, as a first report would; what was removed stays so. A signal that is known changes nothing. */
export async function noteSignal(db: Kysely<Tables>, signal: SignalRow): Promise<void> {
  const first = await db
    .insertInto('moderation.signals')
    .values(signal)
    .onConflict(c => c.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!first) return
  const { kind, id, at } = signal
  await db
    .insertInto('moderation.subjects')
    .values({ kind, id, state: 'open', reports: 0, first_at: at, last_at: at })
    .onConflict(c =>
      c.columns(['kind', 'id']).doUpdateSet({
        last_at: at,
        state: sql`case subjects.state when 'kept' then 'open' else subjects.state end`,
      }),
    )
    .execute()
}
