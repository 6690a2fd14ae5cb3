import type { Kysely } from '#base/db'
import type { Tables } from './tables.ts'

type Db = Kysely<Tables>
type Session = Tables['accounts.sessions']

export async function insertSession(db: Db, session: Omit<Session, 'revoked'>): Promise<void> {
  await db
    .insertInto('accounts.sessions')
    .values({ ...session, revoked: false })
    .execute()
}

/** A guest's session has no row until it is ended. */
export async function revokeSession(db: Db, session: Omit<Session, 'revoked' | 'agent'>): Promise<void> {
  await db
    .insertInto('accounts.sessions')
    .values({ ...session, agent: '', revoked: true })
    .onConflict(c => c.column('session').doUpdateSet({ revoked: true, agent: '' }))
    .execute()
}

export async function revokedSessions(db: Db, now: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('accounts.sessions')
    .select('session')
    .where('revoked', '=', true)
    .where('expires', '>', now)
    .execute()
  return rows.map(r => r.session)
}

export async function sessionsOf(db: Db, person: string, now: Date) {
  return db
    .selectFrom('accounts.sessions')
    .select(['session', 'created', 'agent'])
    .where('person', '=', person)
    .where('revoked', '=', false)
    .where('expires', '>', now)
    .orderBy('created', 'desc')
    .limit(1000)
    .execute()
}

export async function sweepSessions(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('accounts.sessions').where('expires', '<', now).execute()
}
