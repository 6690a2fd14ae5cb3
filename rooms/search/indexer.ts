import type { LoggedEvent } from '#base/catalogue'
import type { Kysely } from '#base/db'
import type { Id, Texts } from '#base/kernel'
import type { Room } from './room.ts'
import { dropEntry, type EntryKind, putEntry, setVisible } from './store.ts'
import { vectorOf, type Weighted } from './tokens.ts'

type Db = Kysely<unknown>
const values = (texts: Texts): string[] => Object.values(texts)
const weigh = (weight: Weighted['weight'], list: readonly string[]): Weighted[] => list.map(text => ({ text, weight }))
const names = [
  'product.published',
  'product.changed',
  'product.removed',
  'post.published',
  'post.removed',
  'post.restored',
  'person.registered',
  'shop.opened',
  'person.erased',
  'subject.removed',
  'subject.restored',
] as const

/** Keeps the index with the log: what an event names is read through its door and written anew. */
export const subscribe = (room: Room) =>
  room.house.log.subscribe<unknown>('search', {
    names,
    async handle(trx, events) {
      for (const event of events) await learn(room, trx, event)
    },
  })

async function learn(room: Room, db: Db, e: LoggedEvent): Promise<void> {
  const { id } = e.subject
  switch (e.name) {
    case 'product.published':
    case 'product.changed':
      return indexProduct(room, db, id as Id<'product'>)
    case 'product.removed':
      return setVisible(db, 'product', id, false)
    case 'post.published':
    case 'post.restored':
      return indexPost(room, db, id as Id<'post'>, e.at)
    case 'post.removed':
      return setVisible(db, 'post', id, false)
    case 'person.registered':
      return indexPerson(room, db, id as Id<'person'>, null, e.at)
    case 'shop.opened':
      return indexPerson(room, db, e.data.owner, id as Id<'shop'>, e.at)
    case 'person.erased':
      return dropEntry(db, id)
    case 'subject.removed':
    case 'subject.restored':
      if (['product', 'post', 'person'].includes(e.subject.kind))
        await setVisible(db, e.subject.kind as EntryKind, id, e.name === 'subject.restored')
      return
  }
}

async function indexProduct({ doors }: Room, db: Db, id: Id<'product'>): Promise<void> {
  const p = (await doors.catalog.products([id])).get(id)
  if (p?.state !== 'live') return setVisible(db, 'product', id, false)
  const shop = (await doors.accounts.shops([p.shop])).get(p.shop)
  const vector = vectorOf([
    ...weigh('A', values(p.name)),
    ...weigh('B', [...p.tags, p.category, ...(shop ? values(shop.name) : [])]),
    ...weigh('C', [...values(p.description), ...p.specs.flatMap(s => values(s.value))]),
  ])
  const phrases = [
    ...values(p.name).map(shown => ({ kind: 'product' as const, shown })),
    ...p.tags.map(shown => ({ kind: 'tag' as const, shown })),
  ]
  await putEntry(db, { kind: 'product', id, shop: p.shop, category: p.category, vector, at: p.publishedAt ?? p.created }, phrases)
}

async function indexPost({ doors }: Room, db: Db, id: Id<'post'>, at: Date): Promise<void> {
  const post = (await doors.content.posts([id])).get(id)
  if (post?.state !== 'live') return setVisible(db, 'post', id, false)
  const [people, products] = await Promise.all([
    doors.accounts.people([post.author]),
    doors.catalog.products(post.products.map(t => t.product)),
  ])
  const author = people.get(post.author)
  const vector = vectorOf([
    ...weigh('A', [post.caption]),
    ...weigh('B', [...post.tags, ...(author ? [author.name, author.handle] : [])]),
    ...weigh(
      'C',
      [...products.values()].flatMap(p => values(p.name)),
    ),
  ])
  await putEntry(
    db,
    { kind: 'post', id, shop: post.shop, category: null, vector, at: post.publishedAt ?? at },
    post.tags.map(shown => ({ kind: 'tag', shown })),
  )
}

async function indexPerson({ doors }: Room, db: Db, id: Id<'person'>, shopId: Id<'shop'> | null, at: Date): Promise<void> {
  const person = (await doors.accounts.people([id])).get(id)
  if (!person) return
  const shop = shopId && (await doors.accounts.shops([shopId])).get(shopId)
  const vector = vectorOf([...weigh('A', [person.name, person.handle, ...(shop ? [...values(shop.name), shop.slug] : [])])])
  await putEntry(
    db,
    { kind: 'person', id, shop: shopId, category: null, vector, at },
    [person.name, ...(shop ? values(shop.name) : [])].map(shown => ({ kind: 'person', shown })),
  )
}
