import type { Caller } from '#base/http'
import { decodeCursor, encodeCursor, type Id, ok, type Result, refuse } from '#base/kernel'
import type { PictureWire } from '#rooms/media'
import type { DeskCounts, DeskFilter, DeskPage, DeskRow, DeskWish } from './desk.ts'
import { type DeskTableRow, readDeskCounts, readDeskIds, readDeskRows } from './desk-store.ts'
import { namesOf } from './find-products.ts'
import type { Room } from './room.ts'

type Denied = 'forbidden' | 'sign_in_required'
/** More products than this are not chosen at once. */
const atMost = 20_000

const tidy = <F extends DeskFilter>(f: F): F => ({ ...f, words: f.words?.trim() || undefined, tag: f.tag?.trim() || undefined })

/** A page of the shop's own list in every state, sorted and filtered; `total` comes with the first page. */
export async function deskList(
  room: Room,
  caller: Caller,
  shop: Id<'shop'>,
  asked: DeskWish,
): Promise<Result<DeskPage, Denied | 'invalid_cursor'>> {
  const allowed = room.doors.accounts.may(caller, 'product.manage', { shop })
  if (!allowed.ok) return allowed
  const wish = tidy(asked)
  const sort = wish.sort ?? 'created'
  const descending = (wish.order ?? (sort === 'name' ? 'asc' : 'desc')) === 'desc'
  const cursor = wish.cursor === undefined ? null : decodeCursor(wish.cursor, 3)
  if (wish.cursor !== undefined && (!cursor || cursor[0] !== `${sort} ${descending}` || !fits(sort, String(cursor[1]))))
    return refuse('invalid_cursor', 'That cursor is not one of this list')
  const limit = wish.limit ?? 50
  const now = room.house.clock.now()
  const after = cursor && { key: String(cursor[1]), id: String(cursor[2]) }
  const query = { shop, filter: wish, sort, descending, language: caller.language, after, limit: limit + 1, now }
  const found = await readDeskIds(room.db, query)
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  return ok({
    items: await rowsOf(
      room,
      shown.map(r => r.id),
    ),
    next: found.length > limit && last ? encodeCursor([`${sort} ${descending}`, last.key, last.id]) : null,
    total: cursor === null ? (found[0]?.total ?? 0) : null,
  })
}

/** A cursor comes from outside: its key must be one that PostgreSQL can read as the sort's type. */
const fits = (sort: string, key: string): boolean =>
  sort === 'changed'
    ? !Number.isNaN(Date.parse(key.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')))
    : sort === 'price' || sort === 'stock'
      ? /^-?\d{1,18}$/.test(key) && (sort === 'price' || Math.abs(Number(key)) <= 2_000_000_000)
      : true

async function rowsOf(room: Room, ids: readonly Id<'product'>[]): Promise<DeskRow[]> {
  const rows = new Map((await readDeskRows(room.db, ids)).map(r => [r.id, r]))
  const covers = [...rows.values()].flatMap(r => r.cover ?? [])
  const pictures = covers.length > 0 ? await room.doors.media.pictures(covers) : new Map<string, PictureWire>()
  return ids.flatMap(id => {
    const row = rows.get(id)
    return row ? [deskRow(row, pictures)] : []
  })
}
const deskRow = ({ options, cover, variants, ...r }: DeskTableRow, pictures: ReadonlyMap<string, PictureWire>): DeskRow => ({
  ...r,
  cover: pictures.get(cover ?? '') ?? null,
  variants: variants.map(v => ({ ...v, choice: namesOf(v.choice, options) })),
})

/** Rows by id, for whoever has just changed them; products of other shops are left out. */
export async function deskRows(room: Room, caller: Caller, shop: Id<'shop'>, ids: readonly Id<'product'>[]): Promise<DeskRow[]> {
  if (!room.doors.accounts.may(caller, 'product.manage', { shop }).ok) return []
  return (await rowsOf(room, ids)).filter(r => r.shop === shop)
}

/** Everything that matches, newest first: what "all that match" chooses. `more` when there are more than can be chosen at once. */
export async function deskIds(
  room: Room,
  caller: Caller,
  shop: Id<'shop'>,
  filter: DeskFilter,
): Promise<Result<{ ids: Id<'product'>[]; more: boolean }, Denied>> {
  const allowed = room.doors.accounts.may(caller, 'product.manage', { shop })
  if (!allowed.ok) return allowed
  const found = await readDeskIds(room.db, {
    shop,
    filter: tidy(filter),
    sort: 'created',
    descending: true,
    language: caller.language,
    after: null,
    limit: atMost + 1,
    now: room.house.clock.now(),
  })
  return ok({ ids: found.slice(0, atMost).map(r => r.id), more: found.length > atMost })
}

export async function deskCounts(room: Room, caller: Caller, shop: Id<'shop'>): Promise<Result<DeskCounts, Denied>> {
  const allowed = room.doors.accounts.may(caller, 'product.manage', { shop })
  return allowed.ok ? ok(await readDeskCounts(room.db, shop)) : allowed
}
