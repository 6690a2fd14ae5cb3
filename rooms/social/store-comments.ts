import { type Kysely, sql } from '#base/db'
import type { Id } from '#base/kernel'
import type { Tables } from './tables.ts'

type Db = Kysely<Tables>

/** The post, held until the transaction ends: changes to the comments of one post take turns, so its counter stays exact. */
export async function holdPost(
  trx: Db,
  post: string,
): Promise<{ author: Id<'person'> | null; shop: Id<'shop'> | null; live: boolean } | null> {
  const row = await trx
    .selectFrom('social.known')
    .select(['author', 'shop', 'live'])
    .where('id', '=', post)
    .where('kind', '=', 'post')
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

/** Counts again what can be seen: not deleted, not hidden, and not below something that is. Call it while the post is held. */
export async function recount(trx: Db, post: string): Promise<void> {
  await sql`
    update social.known set comments = (
      select count(*) from social.comments c left join social.comments p on p.id = c.parent
      where c.post = ${post} and not c.deleted and not c.hidden and (c.parent is null or (not p.deleted and not p.hidden))
    ) where id = ${post}`.execute(trx)
}

export async function insertComment(
  trx: Db,
  comment: {
    id: Id<'comment'>
    post: Id<'post'>
    author: Id<'person'>
    parent: Id<'comment'> | null
    text: string
    at: Date
    for_shop: boolean
  },
): Promise<void> {
  await trx.insertInto('social.comments').values(comment).execute()
  await trx
    .updateTable('social.known')
    .set(e => ({ comments: e('comments', '+', 1) }))
    .where('id', '=', comment.post)
    .execute()
}

export async function readComment(db: Db, id: string) {
  return (
    (await db
      .selectFrom('social.comments as c')
      .innerJoin('social.known as k', 'k.id', 'c.post')
      .select(['c.id', 'c.post', 'c.author', 'c.parent', 'c.deleted', 'c.hidden', 'k.author as postAuthor'])
      .where('c.id', '=', id as Id<'comment'>)
      .executeTakeFirst()) ?? null
  )
}

/** The text goes with the comment. */
export async function deleteComment(trx: Db, id: string): Promise<boolean> {
  const row = await trx
    .updateTable('social.comments')
    .set({ deleted: true, text: '' })
    .where('id', '=', id as Id<'comment'>)
    .where('deleted', '=', false)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function hideComment(trx: Db, id: string, hidden: boolean): Promise<void> {
  const comment = await readComment(trx, id)
  if (!comment) return
  await holdPost(trx, comment.post)
  await trx
    .updateTable('social.comments')
    .set({ hidden })
    .where('id', '=', id as Id<'comment'>)
    .execute()
  await recount(trx, comment.post)
}

export interface ListedComment {
  readonly id: Id<'comment'>
  readonly post: Id<'post'>
  readonly author: Id<'person'>
  readonly parent: Id<'comment'> | null
  readonly text: string
  readonly at: Date
  readonly replies: number
  readonly bought: boolean
}
const boughtThis = sql.raw(
  '(select exists (select 1 from social.bought b join social.known k on k.id = c.post where b.person = c.author and b.product = any (k.products)))',
)

/** Newest first: ids sort by time. Without those whom the viewer has blocked. */
export async function listComments(
  db: Db,
  {
    post,
    parent,
    viewer,
    after,
    limit,
  }: { post: string; parent: string | null; viewer: string; after: string | null; limit: number },
): Promise<ListedComment[]> {
  const { rows } = await sql<ListedComment>`
    select c.id, c.post, c.author, c.parent, c.text, c.at, ${boughtThis} as bought,
      (select count(*)::int from social.comments r where r.parent = c.id and not r.deleted and not r.hidden
        and not exists (select 1 from social.blocks b where b.person = ${viewer} and b.target = r.author)) as replies
    from social.comments c
    where c.post = ${post} and c.parent is not distinct from ${parent}::text and not c.deleted and not c.hidden and ${after === null ? sql`true` : sql`c.id < ${after}`}
      and not exists (select 1 from social.blocks b where b.person = ${viewer} and b.target = c.author)
      and not exists (select 1 from social.comments p where p.id = c.parent and (p.deleted or p.hidden))
    order by c.id desc limit ${limit}`.execute(db)
  return rows
}

/**
 * Top comments of others under the live posts of a shop without a reply of somebody who worked there or of the post's author, newest
 * first. Without those whom the viewer has blocked.
 */
export async function listUnanswered(
  db: Db,
  { shop, viewer, after, limit }: { shop: string; viewer: string; after: string | null; limit: number },
): Promise<ListedComment[]> {
  const { rows } = await sql<ListedComment>`
    select c.id, c.post, c.author, c.parent, c.text, c.at, ${boughtThis} as bought,
      (select count(*)::int from social.comments r where r.parent = c.id and not r.deleted and not r.hidden) as replies
    from social.comments c join social.known k on k.id = c.post
    where k.shop = ${shop} and k.kind = 'post' and k.live
      and c.parent is null and not c.for_shop and c.author is distinct from k.author and not c.deleted and not c.hidden
      and ${after === null ? sql`true` : sql`c.id < ${after}`}
      and not exists (select 1 from social.comments r where r.parent = c.id and (r.for_shop or r.author = k.author) and not r.deleted)
      and not exists (select 1 from social.blocks b where b.person = ${viewer} and b.target = c.author)
    order by c.id desc limit ${limit}`.execute(db)
  return rows
}

/** One comment in the shape of the list, hidden or not; null when its author deleted it. */
export async function findListed(db: Db, id: string): Promise<ListedComment | null> {
  const { rows } = await sql<ListedComment>`
    select c.id, c.post, c.author, c.parent, c.text, c.at, ${boughtThis} as bought,
      (select count(*)::int from social.comments r where r.parent = c.id and not r.deleted and not r.hidden) as replies
    from social.comments c where c.id = ${id} and not c.deleted`.execute(db)
  return rows[0] ?? null
}

export async function hasBought(db: Db, person: string, post: string): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`
    select exists (select 1 from social.bought b join social.known k on k.id = ${post} where b.person = ${person} and b.product = any (k.products)) as yes`.execute(
    db,
  )
  return rows[0]?.yes ?? false
}
