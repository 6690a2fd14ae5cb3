import { type Kysely, sql } from '#base/db'
import type { Id, Language } from '#base/kernel'
import { type Facts, strangerFacts } from './person.ts'
import type { Tables } from './tables.ts'

type Db = Kysely<Tables>

/** Facts of many people, guests included, in one statement. */
export async function loadFacts(db: Db, people: readonly string[]): Promise<Map<string, Facts>> {
  const { rows } = await sql<{
    person: string
    known: boolean
    erased: boolean | null
    epoch: number | null
    operator: boolean | null
    creator: boolean | null
    language: Language | null
    personalised: boolean | null
    handle: string | null
    name: string | null
    picture: string | null
    shops: Facts['shops'] | null
  }>`
    select v.person, p.person is not null as known, p.erased is not null as erased, p.epoch, p.operator, p.creator, p.handle, p.name, p.picture,
      coalesce(p.language, g.language) as language, coalesce(p.personalised, g.personalised) as personalised,
      (select jsonb_agg(jsonb_build_object('shop', s.shop, 'role', s.role) order by s.since, s.shop) from accounts.staff s where s.person = v.person) as shops
    from unnest(${[...people]}::text[]) as v(person)
    left join accounts.people p on p.person = v.person
    left join accounts.guest_settings g on g.person = v.person`.execute(db)
  return new Map(
    rows.map(r => [
      r.person,
      {
        member: r.known && !r.erased,
        erased: r.erased ?? false,
        epoch: r.epoch ?? 0,
        operator: r.operator ?? false,
        creator: r.creator ?? false,
        shops: r.shops ?? strangerFacts.shops,
        language: r.language,
        personalised: r.personalised ?? true,
        handle: r.handle,
        name: r.name ?? '',
        picture: r.picture,
      },
    ]),
  )
}

export async function saveGuestSettings(
  db: Db,
  person: string,
  settings: { language?: Language; personalised?: boolean },
  at: Date,
): Promise<void> {
  await db
    .insertInto('accounts.guest_settings')
    .values({ person, language: settings.language ?? null, personalised: settings.personalised ?? true, changed: at })
    .onConflict(c => c.column('person').doUpdateSet({ ...settings, changed: at }))
    .execute()
}

export type NewPerson = Pick<Tables['accounts.people'], 'person' | 'handle' | 'name' | 'language' | 'operator' | 'joined'>

/** A guest's choices come along. */
export async function insertPerson(db: Db, person: NewPerson, personalised: boolean): Promise<void> {
  await db
    .insertInto('accounts.people')
    .values({ ...person, about: '', picture: null, personalised, creator: false, epoch: 0, erased: null })
    .execute()
  await db.deleteFrom('accounts.guest_settings').where('person', '=', person.person).execute()
}

export type Change = Partial<
  Pick<Tables['accounts.people'], 'name' | 'handle' | 'about' | 'language' | 'personalised' | 'creator' | 'picture'>
>
export async function changePerson(db: Db, person: Id<'person'>, change: Change): Promise<void> {
  await db.updateTable('accounts.people').set(change).where('person', '=', person).where('erased', 'is', null).execute()
}

export async function raiseEpoch(db: Db, person: Id<'person'>): Promise<void> {
  await db
    .updateTable('accounts.people')
    .set(e => ({ epoch: e('epoch', '+', 1) }))
    .where('person', '=', person)
    .execute()
  await db.deleteFrom('accounts.sessions').where('person', '=', person).where('revoked', '=', false).execute()
}

/** Holds the person's row until the transaction ends, so that leaving and opening a shop don't cross; false when they have left. */
export async function holdPerson(trx: Db, person: Id<'person'>): Promise<boolean> {
  const row = await trx.selectFrom('accounts.people').select('erased').where('person', '=', person).forUpdate().executeTakeFirst()
  return row !== undefined && row.erased === null
}
export async function ownedShops(db: Db, person: Id<'person'>): Promise<Id<'shop'>[]> {
  const rows = await db
    .selectFrom('accounts.staff')
    .select('shop')
    .where('person', '=', person)
    .where('role', '=', 'owner')
    .execute()
  return rows.map(r => r.shop)
}

/** The row stays, so that a token of an erased person is known as one; nothing in it says who it was. */
export async function anonymise(db: Db, person: Id<'person'>, at: Date): Promise<void> {
  await db
    .updateTable('accounts.people')
    .set({ handle: null, name: '', about: '', picture: null, creator: false, operator: false, personalised: false, erased: at })
    .where('person', '=', person)
    .execute()
  await db.deleteFrom('accounts.staff').where('person', '=', person).execute()
  await db.deleteFrom('accounts.sessions').where('person', '=', person).execute()
}

export async function takenHandles(db: Db, handles: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('accounts.people')
    .select('handle')
    .where('handle', 'in', [...handles])
    .execute()
  return new Set(rows.map(r => r.handle as string))
}

export async function peopleByHandles(db: Db, handles: readonly string[]): Promise<Map<string, Id<'person'>>> {
  if (handles.length === 0) return new Map()
  const rows = await db
    .selectFrom('accounts.people')
    .select(['person', 'handle'])
    .where('handle', 'in', [...handles])
    .execute()
  return new Map(rows.map(r => [r.handle as string, r.person]))
}

export async function contactOf(db: Db, person: Id<'person'>): Promise<{ email: string; language: Language } | null> {
  const row = await db
    .selectFrom('accounts.people as p')
    .innerJoin('auth.user as u', 'u.id', 'p.person')
    .select(['u.email', 'p.language'])
    .where('p.person', '=', person)
    .executeTakeFirst()
  return row ?? null
}

export async function readPerson(db: Db, person: Id<'person'>) {
  return db
    .selectFrom('accounts.people as p')
    .innerJoin('auth.user as u', 'u.id', 'p.person')
    .selectAll('p')
    .select('u.email')
    .select(e =>
      e
        .selectFrom('accounts.staff as s')
        .innerJoin('accounts.shops as h', 'h.shop', 's.shop')
        .whereRef('s.person', '=', 'p.person')
        .select(
          sql<
            StaffOf[]
          >`jsonb_agg(jsonb_build_object('shop', s.shop, 'role', s.role, 'slug', h.slug, 'name', h.name, 'picture', h.picture) order by s.since)`.as(
            'x',
          ),
        )
        .as('shops'),
    )
    .where('p.person', '=', person)
    .where('p.erased', 'is', null)
    .executeTakeFirst()
}
export interface StaffOf {
  readonly shop: Id<'shop'>
  readonly role: 'owner' | 'staff'
  readonly slug: string
  readonly name: Record<string, string>
  readonly picture: string | null
}

/** Newest first; `after` is the sort key of the last row of the page before. */
export async function listPeople(db: Db, words: string | null, after: [string, string] | null, limit: number) {
  let q = db
    .selectFrom('accounts.people as p')
    .innerJoin('auth.user as u', 'u.id', 'p.person')
    .select(['p.person', 'p.handle', 'p.name', 'p.picture', 'p.creator', 'p.joined', 'u.email'])
    .where('p.erased', 'is', null)
  if (words) {
    const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`
    q = q.where(e =>
      e.or([
        e('p.handle', 'ilike', like),
        e('p.name', 'ilike', like),
        e('u.email', 'ilike', like),
        e.exists(
          e
            .selectFrom('accounts.staff as s')
            .innerJoin('accounts.shops as h', 'h.shop', 's.shop')
            .select('s.shop')
            .whereRef('s.person', '=', 'p.person')
            .where(sql<boolean>`(h.slug ilike ${like} or h.name::text ilike ${like})`),
        ),
      ]),
    )
  }
  if (after) q = q.where(sql<boolean>`(p.joined, p.person) < (${after[0]}::timestamptz, ${after[1]})`)
  return q.orderBy('p.joined', 'desc').orderBy('p.person', 'desc').limit(limit).execute()
}

/** One change of who operates at a time; held until the transaction ends. */
const lockOperators = (db: Db) => sql`select pg_advisory_xact_lock(7310)`.execute(db)
export async function hasOperator(db: Db): Promise<boolean> {
  return (
    (await db.selectFrom('accounts.people').select('person').where('operator', '=', true).limit(1).executeTakeFirst()) !==
    undefined
  )
}
export async function countOperators(db: Db): Promise<number> {
  const { n } = await db
    .selectFrom('accounts.people')
    .select(e => e.fn.countAll<number>().as('n'))
    .where('operator', '=', true)
    .executeTakeFirstOrThrow()
  return Number(n)
}
export async function personByEmail(db: Db, email: string): Promise<Id<'person'> | null> {
  const row = await db.selectFrom('auth.user').select('id').where('email', '=', email).executeTakeFirst()
  return (row?.id as Id<'person'> | undefined) ?? null
}
/** Locks only when the person is an operator at all. */
export async function lastOperator(trx: Db, person: Id<'person'>): Promise<boolean> {
  const me = await trx.selectFrom('accounts.people').select('operator').where('person', '=', person).executeTakeFirst()
  if (!me?.operator) return false
  await lockOperators(trx)
  const rows = await trx.selectFrom('accounts.people').select('person').where('operator', '=', true).limit(2).execute()
  return rows.every(r => r.person === person)
}
export async function makeOperator(db: Db, person: Id<'person'>): Promise<void> {
  await db
    .updateTable('accounts.people')
    .set({ operator: true })
    .where('person', '=', person)
    .where('erased', 'is', null)
    .execute()
}
