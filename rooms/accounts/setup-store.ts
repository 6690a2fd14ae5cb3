import type { Kysely } from '#base/db'
import type { Tables } from './tables.ts'

type Db = Kysely<Tables>

/** The newest link is the only one that works. */
export async function writeSetup(db: Db, tokenHash: string, created: Date): Promise<void> {
  await db
    .insertInto('accounts.setup')
    .values({ one: true, token_hash: tokenHash, created })
    .onConflict(c => c.column('one').doUpdateSet({ token_hash: tokenHash, created }))
    .execute()
}

export async function setupIs(db: Db, tokenHash: string): Promise<boolean> {
  return (
    (await db.selectFrom('accounts.setup').select('one').where('token_hash', '=', tokenHash).executeTakeFirst()) !== undefined
  )
}

/** Once there is an operator, no link works. */
export async function voidSetup(db: Db): Promise<void> {
  await db.deleteFrom('accounts.setup').execute()
}

/** Spends the link: of two who come at once, one finds it gone. */
export async function takeSetup(db: Db, tokenHash: string): Promise<boolean> {
  const row = await db.deleteFrom('accounts.setup').where('token_hash', '=', tokenHash).returning('one').executeTakeFirst()
  return row !== undefined
}
