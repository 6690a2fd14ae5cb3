import type { Static } from 'typebox'
import type { Caller } from '#base/http'
import { decodeCursor, type Id, ok, pageOf, type Result, refuse, type Texts } from '#base/kernel'
import type { Room } from './room.ts'
import { countUnread, type Row, readNotices } from './store.ts'
import type { noticeWire } from './wire.ts'

export type NoticeView = Static<typeof noticeWire>
export interface Inbox {
  readonly items: NoticeView[]
  readonly next: string | null
  readonly unread: number
}
interface PageWish {
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}

/** Reads a cursor of (time, id); undefined when it is not one of ours. */
export function keyOf(cursor: string | undefined): [string, string] | null | undefined {
  if (cursor === undefined) return null
  const key = decodeCursor(cursor, 2)
  return key && !Number.isNaN(Date.parse(String(key[0]))) ? [String(key[0]), String(key[1])] : undefined
}

export async function inbox(room: Room, caller: Caller, wish: PageWish): Promise<Result<Inbox, 'invalid_cursor'>> {
  const after = keyOf(wish.cursor)
  if (after === undefined) return refuse('invalid_cursor', 'This cursor is not one of ours')
  const limit = wish.limit ?? 20
  const rows = await readNotices(room.db, caller.person, after, limit + 1)
  const [shown, unread] = await Promise.all([dress(room, rows.slice(0, limit)), countUnread(room.db, caller.person)])
  const page = pageOf(
    rows,
    limit,
    r => [r.at.toISOString(), r.id],
    r => shown.get(r.id) as NoticeView,
  )
  return ok({ items: [...page.items], next: page.next, unread })
}

interface Face {
  readonly title: Texts | null
  readonly words: string
  readonly picture: string | null
}
const nothing: Face = { title: null, words: '', picture: null }

/** Names and pictures as they are now: a renamed product shows its new name, a removed one none. */
export async function dress({ doors, ports }: Room, rows: readonly Row[]): Promise<Map<string, NoticeView>> {
  const of = <K extends string>(kind: string) => [...new Set(rows.filter(r => r.subject_kind === kind).map(r => r.subject as K))]
  const [people, products, posts, orders] = await Promise.all([
    doors.accounts.people([...new Set(rows.flatMap(r => r.actor ?? []))]),
    ports.products(of<Id<'product'>>('product')),
    ports.posts(of<Id<'post'>>('post')),
    Promise.all(of<Id<'order'>>('order').map(async id => [id as string, await ports.order(id)] as const)).then(
      found => new Map(found),
    ),
  ])
  const face = (r: Row): Face => {
    const product = products.get(r.subject)
    if (product) return { ...nothing, title: product.name, picture: product.picture }
    const post = posts.get(r.subject)
    if (post) return { ...nothing, words: post.caption, picture: post.poster }
    const order = orders.get(r.subject)
    return order ? { title: order.shop, words: order.number, picture: order.picture } : nothing
  }
  return new Map(rows.map(r => [r.id, toView(r, face(r), (r.actor && people.get(r.actor)) || null)]))
}

const amount = (minor: string | number | undefined, currency: string | number | undefined) =>
  minor === undefined || currency === undefined ? null : { minor: String(minor), currency: String(currency) }

function toView(r: Row, face: Face, person: NoticeView['person']): NoticeView {
  const d = r.detail
  return {
    id: r.id,
    kind: r.kind,
    step: String(d.step ?? d.to ?? ''),
    at: r.at.toISOString(),
    read: r.read_at !== null,
    subject: { kind: r.subject_kind as NoticeView['subject']['kind'], id: r.subject },
    person,
    title: face.title,
    words: face.words,
    picture: face.picture,
    amount: amount(d.minor, d.currency),
    was: amount(d.was, d.currency),
    views: Number(d.views ?? 0),
    likes: Number(d.likes ?? 0),
    people: Number(d.people ?? 0),
  }
}
