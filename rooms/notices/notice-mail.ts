import { sql } from '#base/db'
import type { Id } from '#base/kernel'
import { handOver } from './hand-over.ts'
import { dress } from './inbox.ts'
import { noticeLetter } from './notice-words.ts'
import type { Room } from './room.ts'
import type { Row } from './store.ts'

const job = 'notices.mail'

/** A notice as a letter; a guest has no address, so nothing is sent. Tried again until the mail server takes it. */
export function defineNoticeMail(room: Room): void {
  const { house, db } = room
  house.jobs.define<{ id: string }>(job, { retries: 8 }, async ({ id }) => {
    const { rows } = await sql<Row>`
      select id, person, kind, at, subject_kind, subject, actor, detail, read_at from notices.items where id = ${id} and mail = 'wanted'`.execute(
      db,
    )
    const row = rows[0]
    if (!row) return
    const [contact, views] = await Promise.all([room.doors.accounts.contact(row.person as Id<'person'>), dress(room, [row])])
    const view = views.get(id)
    // Who has read it in the app meanwhile need not be written to.
    if (contact && view && row.read_at === null)
      await house.mail.send({ to: contact.email, ...noticeLetter(view, contact.language, house.config.publicUrl) })
    await sql`update notices.items set mail = 'done' where id = ${id}`.execute(db)
  })
}

/** Hands unsent mails to the queue. */
export const noticeMails = ({ house, db }: Room): ReturnType<typeof handOver> =>
  handOver(house, job, async () => {
    const { rows } = await sql<{ id: string }>`select id from notices.items where mail = 'wanted' order by at limit 100`.execute(
      db,
    )
    return rows.map(({ id }) => ({ key: id, data: { id } }))
  })
