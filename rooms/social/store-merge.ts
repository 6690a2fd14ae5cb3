import { type Kysely, sql } from '#base/db'
import { eraseCollections, mergeCollections } from './collections.ts'
import { recount } from './store-comments.ts'
import type { Tables } from './tables.ts'

type Db = Kysely<Tables>

/** Lowers the counters of marks that are about to go: the rows of `person`, or only those that `other` has as well. */
async function dropMarks(trx: Db, person: string, other: string | null): Promise<void> {
  const twice =
    other === null
      ? sql`true`
      : sql`exists (select 1 from social.marks o where o.mark = m.mark and o.subject = m.subject and o.person = ${other})`
  await sql`
    with gone as (delete from social.marks m where m.person = ${person} and ${twice} returning m.mark, m.subject),
    lost as (
      select subject, count(*) filter (where mark = 'like')::int as likes, count(*) filter (where mark in ('save', 'product_save'))::int as saves
      from gone group by subject
    )
    update social.known k set likes = k.likes - l.likes, saves = k.saves - l.saves from lost l where k.id = l.subject`.execute(
    trx,
  )
}

async function dropFollows(trx: Db, person: string, other: string | null): Promise<void> {
  const twice =
    other === null
      ? sql`true`
      : sql`(f.target = ${other} or exists (select 1 from social.follows o where o.person = ${other} and o.target = f.target))`
  await sql`
    with gone as (delete from social.follows f where f.person = ${person} and ${twice} returning f.target)
    update social.followed c set followers = c.followers - 1 from gone g where c.person = g.target`.execute(trx)
}

/** What a guest did becomes the account's; what both did counts once; nobody follows or blocks themselves. */
export async function mergePeople(trx: Db, from: string, to: string): Promise<void> {
  // What both saved stays where the account put it; where it put it nowhere, the guest's collection holds it.
  await sql`update social.marks a set collection = g.collection from social.marks g
    where a.person = ${to} and g.person = ${from} and g.mark = a.mark and g.subject = a.subject and a.collection is null and g.collection is not null`.execute(
    trx,
  )
  await dropMarks(trx, from, to)
  await mergeCollections(trx, from, to)
  await trx.updateTable('social.marks').set({ person: to }).where('person', '=', from).execute()
  await dropFollows(trx, from, to)
  await trx.updateTable('social.follows').set({ person: to }).where('person', '=', from).execute()
  await sql`delete from social.blocks b where b.person = ${from}
    and (b.target = ${to} or exists (select 1 from social.blocks o where o.person = ${to} and o.target = b.target))`.execute(trx)
  await trx.updateTable('social.blocks').set({ person: to }).where('person', '=', from).execute()
  await sql`update social.comments set author = ${to} where author = ${from}`.execute(trx)
  await sql`update social.shares set person = ${to} where person = ${from}`.execute(trx)
  await trx.updateTable('social.lines').set({ person: to }).where('person', '=', from).execute()
  await sql`insert into social.bought (person, product) select ${to}, product from social.bought where person = ${from} on conflict do nothing`.execute(
    trx,
  )
  await trx.deleteFrom('social.bought').where('person', '=', from).execute()
}

/** Forgets a person: their marks no longer count, their comments are gone, their links still lead on but name nobody. */
export async function erasePerson(trx: Db, person: string): Promise<void> {
  await dropMarks(trx, person, null)
  await eraseCollections(trx, person)
  await dropFollows(trx, person, null)
  await trx.deleteFrom('social.follows').where('target', '=', person).execute()
  await trx.deleteFrom('social.followed').where('person', '=', person).execute()
  await trx
    .deleteFrom('social.blocks')
    .where(e => e.or([e('person', '=', person), e('target', '=', person)]))
    .execute()
  const { rows } = await sql<{ post: string }>`
    select id as post from social.known where id in (select post from social.comments where author = ${person}) order by id for update`.execute(
    trx,
  )
  await sql`update social.comments set deleted = true, text = '', author = null where author = ${person}`.execute(trx)
  for (const { post } of rows) await recount(trx, post)
  await sql`update social.shares set person = null, grown_from = null where person = ${person}`.execute(trx)
  await trx.deleteFrom('social.lines').where('person', '=', person).execute()
  await trx.deleteFrom('social.bought').where('person', '=', person).execute()
}
