import { sql } from '#base/db'
import type { Db } from './store.ts'

/** Mails that are decided and not sent yet. Who was to be mailed and has no address counts until the job has seen it. */
export interface MailOutbox {
  readonly waiting: number
  /** Since when the one waits that waits longest; null when none does. */
  readonly oldest: Date | null
}

/** One statement, over what waits alone. */
export async function mailOutbox(db: Db): Promise<MailOutbox> {
  const { rows } = await sql<MailOutbox>`
    select count(*)::int as waiting, min(since) as oldest from (
      select decided_at as since from notices.letters where sent_at is null
      union all select at from notices.items where mail = 'wanted') as unsent`.execute(db)
  return rows[0] ?? { waiting: 0, oldest: null }
}
/** The queues whose failed jobs are mails that were given up. */
export const mailQueues: readonly string[] = ['notices.send', 'notices.mail']
