import { type Kysely, sql } from '#base/db'
import type { Tables } from './tables.ts'

type Db = Kysely<Tables>

/** One change between two people at a time, so that a follow can't slip past a block. */
export async function holdPair(trx: Db, a: string, b: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(7330, hashtext(${[a, b].sort().join(' ')}))`.execute(trx)
}

export async function insertFollow(trx: Db, person: string, target: string, at: Date): Promise<boolean> {
  const { rows } = await sql<{ changed: boolean }>`
    with made as (insert into social.follows (person, target, at) values (${person}, ${target}, ${at}) on conflict do nothing returning target),
    counted as (
      insert into social.followed (person, followers) select target, 1 from made
      on conflict (person) do update set followers = followed.followers + 1
    )
    select exists (select 1 from made) as changed`.execute(trx)
  return rows[0]?.changed ?? false
}

export async function deleteFollow(trx: Db, person: string, target: string): Promise<boolean> {
  const { rows } = await sql<{ changed: boolean }>`
    with gone as (delete from social.follows where person = ${person} and target = ${target} returning target),
    counted as (update social.followed set followers = followers - 1 where person in (select target from gone))
    select exists (select 1 from gone) as changed`.execute(trx)
  return rows[0]?.changed ?? false
}

export async function isBlocked(db: Db, by: string, person: string): Promise<boolean> {
  const row = await db
    .selectFrom('social.blocks')
    .select('at')
    .where('person', '=', by)
    .where('target', '=', person)
    .executeTakeFirst()
  return row !== undefined
}

export async function insertBlock(trx: Db, person: string, target: string, at: Date): Promise<boolean> {
  const row = await trx
    .insertInto('social.blocks')
    .values({ person, target, at })
    .onConflict(c => c.doNothing())
    .returning('target')
    .executeTakeFirst()
  return row !== undefined
}

export async function deleteBlock(db: Db, person: string, target: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('social.blocks')
    .where('person', '=', person)
    .where('target', '=', target)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export async function standing(db: Db, me: string, person: string) {
  const { rows } = await sql<{ followers: number; following: number; iFollow: boolean; iBlock: boolean }>`
    select coalesce((select followers from social.followed where person = ${person}), 0) as followers,
      (select count(*)::int from social.follows where person = ${person}) as following,
      exists (select 1 from social.follows where person = ${me} and target = ${person}) as "iFollow",
      exists (select 1 from social.blocks where person = ${me} and target = ${person}) as "iBlock"`.execute(db)
  return rows[0] ?? { followers: 0, following: 0, iFollow: false, iBlock: false }
}

export async function followedBy(db: Db, person: string, people: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('social.follows')
    .select('target')
    .where('person', '=', person)
    .where('target', 'in', [...people])
    .execute()
  return rows.map(r => r.target)
}

/** Whom these people follow, at most `limit` of each person, in one statement. */
export async function followsOf(db: Db, people: readonly string[], limit: number) {
  const { rows } = await sql<{ person: string; target: string }>`
    select p.person, f.target from unnest(${[...people]}::text[]) as p(person),
      lateral (select target from social.follows where person = p.person limit ${limit}) f`.execute(db)
  return rows
}

export async function blockedBy(db: Db, person: string): Promise<string[]> {
  return (await db.selectFrom('social.blocks').select('target').where('person', '=', person).execute()).map(r => r.target)
}
