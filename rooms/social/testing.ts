import type { NewEvent, OrderLineData } from '#base/catalogue'
import { sql } from '#base/db'
import type { House } from '#base/house'
import type { Caller } from '#base/http'
import { type Id, newId } from '#base/kernel'
import { accountsMigrations, createAccounts } from '#rooms/accounts'
import { createModeration, moderationMigrations } from '#rooms/moderation'
import { testHouse } from '#testing/house'
import { memberOf } from '../accounts/testing.ts'
import { createSocial, socialMigrations } from './index.ts'
import type { Tables } from './tables.ts'

/** The room with its doors on a house of its own, listening. */
export async function socialHouse() {
  const house = await testHouse({ migrations: [...accountsMigrations, ...moderationMigrations, ...socialMigrations] })
  const accounts = createAccounts(house)
  const moderation = createModeration(house, { accounts })
  const social = createSocial(house, { accounts, moderation })
  await moderation.start()
  await social.start()
  const member = async (): Promise<Caller> => accounts.callerFor((await memberOf(accounts)).person)
  return { house, accounts, moderation, social, member, tell: tellers(house) }
}
export type SocialHouse = Awaited<ReturnType<typeof socialHouse>>

/** Counters as they are shown beside what the rows say, in one order. */
export async function countersOf(house: House, post: string): Promise<{ shown: number[]; rows: number[] }> {
  const found = await house.db
    .tables<Tables>()
    .selectFrom('social.known')
    .selectAll()
    .where('id', '=', post)
    .executeTakeFirstOrThrow()
  const { rows } = await sql<{ likes: number; saves: number; comments: number; shares: number }>`
    select (select count(*)::int from social.marks where subject = ${post} and mark = 'like') as likes,
      (select count(*)::int from social.marks where subject = ${post} and mark in ('save', 'product_save')) as saves,
      (select count(*)::int from social.comments c left join social.comments p on p.id = c.parent where c.post = ${post} and not c.deleted and not c.hidden
        and (p.id is null or (not p.deleted and not p.hidden))) as comments,
      (select count(*)::int from social.shares where about_id = ${post}) as shares`.execute(house.db.tables<Tables>())
  const list = (c: { likes: number; saves: number; comments: number; shares: number }) => [c.likes, c.saves, c.comments, c.shares]
  return { shown: list(found), rows: rows.flatMap(list) }
}

/** What other rooms would say in the log. */
export function tellers(house: House) {
  const append = async (events: readonly NewEvent[]) => {
    await house.db.transaction(trx => house.log.append(trx, events))
    await house.log.flush()
  }
  const at = () => house.clock.now()
  return {
    append,
    async post(
      author: Id<'person'>,
      products: readonly Id<'product'>[] = [],
      shop: Id<'shop'> | null = null,
    ): Promise<Id<'post'>> {
      const id = newId('post', at())
      const data = {
        author,
        shop,
        format: 'video',
        durationMs: 1,
        tags: [],
        products,
        language: 'en',
        disclosure: 'none',
        grownFrom: null,
      } as const
      await append([{ name: 'post.published', at: at(), person: author, subject: { kind: 'post', id }, data }])
      return id
    },
    async product(): Promise<Id<'product'>> {
      const id = newId('product', at())
      const price = { minor: '100', currency: 'JPY' }
      const data = { shop: newId('shop', at()), category: 'tea', tags: [], price, inStock: true }
      await append([{ name: 'product.published', at: at(), person: null, subject: { kind: 'product', id }, data }])
      return id
    },
    gone: (kind: 'post' | 'product', id: string) =>
      append([
        { name: kind === 'post' ? 'post.removed' : 'product.removed', at: at(), person: null, subject: { kind, id }, data: {} },
      ]),
    back: (id: string) => append([{ name: 'post.restored', at: at(), person: null, subject: { kind: 'post', id }, data: {} }]),
    bought: (person: Id<'person'>, product: Id<'product'>, delivered: boolean) =>
      bought(house, append, { person, product, delivered }),
    merged: (from: Id<'person'>, to: Id<'person'>) =>
      append([{ name: 'person.merged', at: at(), person: to, subject: { kind: 'person', id: to }, data: { from } }]),
    erased: (person: Id<'person'>) =>
      append([{ name: 'person.erased', at: at(), person, subject: { kind: 'person', id: person }, data: {} }]),
  }
}

/** Paid by the buyer; delivered, as it is in life, by the word of somebody else. */
async function bought(
  house: House,
  append: (events: readonly NewEvent[]) => Promise<void>,
  { person, product, delivered }: { person: Id<'person'>; product: Id<'product'>; delivered: boolean },
): Promise<Id<'line'>> {
  const at = () => house.clock.now()
  const line = newId('line', at())
  const shop = newId('shop', at())
  const total = { minor: '100', currency: 'JPY' }
  const lines: OrderLineData[] = [{ line, product, variant: newId('variant', at()), quantity: 1, total, source: null }]
  const subject = { kind: 'order', id: newId('order', at()) } as const
  await append([{ name: 'order.paid', at: at(), person, subject, data: { shop, total, lines } }])
  if (delivered)
    await append([
      {
        name: 'order.delivered',
        at: at(),
        person: newId('person', at()),
        subject,
        data: { shop, lines: [{ line, product }] },
      },
    ])
  return line
}
