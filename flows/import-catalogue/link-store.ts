import { json, sql } from '#base/db'
import type { ErrorCode } from '#base/http'
import type { Id, Language } from '#base/kernel'
import type { Db } from './store.ts'

export interface LinkRow {
  product: Id<'product'>
  shop: Id<'shop'>
  person: Id<'person'>
  type: string | null
  publish: boolean
  pictures: string[]
  variant_pictures: Record<string, string>
  media: Id<'media'>[]
  state: 'waiting' | 'done' | 'failed'
  code: ErrorCode | null
  message: string | null
}
const linkColumns = sql.raw('product, shop, person, type, publish, pictures, variant_pictures, media, state, code, message')

export async function readLinks(db: Db, products: readonly string[]): Promise<Map<string, LinkRow>> {
  if (products.length === 0) return new Map()
  const found = await sql<LinkRow>`select ${linkColumns} from imports.links where product = any(${[...products]})`.execute(db)
  return new Map(found.rows.map(r => [r.product as string, r]))
}

/** Writes links whole; what a new file asks for takes the place of what an older one did. */
export async function writeLinks(db: Db, links: readonly LinkRow[]): Promise<void> {
  if (links.length === 0) return
  await sql`
    insert into imports.links (product, shop, person, type, publish, pictures, variant_pictures, media, state, code, message, next_at)
    select product, shop, person, type, publish, array(select jsonb_array_elements_text(pictures)), variant_pictures,
      array(select jsonb_array_elements_text(media)), state, code, message, now()
    from jsonb_to_recordset(${json(links)}) as r(product text, shop text, person text, type text, publish boolean, pictures jsonb,
      variant_pictures jsonb, media jsonb, state text, code text, message text)
    on conflict (product) do update set person = excluded.person, type = excluded.type, publish = excluded.publish, pictures = excluded.pictures,
      variant_pictures = excluded.variant_pictures, media = excluded.media, state = excluded.state, code = excluded.code, message = excluded.message, next_at = now()`.execute(
    db,
  )
}
/** How long a worker has for a product before another may take it. */
const leaseSeconds = 300
/** Takes the next that wait for pictures or for going on sale, longest first; two workers never get the same. */
export async function takeLinks(db: Db, limit: number): Promise<LinkRow[]> {
  return (
    await sql<LinkRow>`
      update imports.links set next_at = now() + make_interval(secs => ${leaseSeconds}) where product in (
        select product from imports.links where state = 'waiting' and next_at <= now() order by next_at, product limit ${limit} for update skip locked)
      returning ${linkColumns}`.execute(db)
  ).rows
}
/** Of a link that still asks for these pictures: an import in between has the last word. */
export async function settleLink(
  db: Db,
  link: LinkRow,
  end: { state: LinkRow['state']; code: ErrorCode | null; message: string | null; media: readonly string[]; waitMs: number },
): Promise<void> {
  await sql`
    update imports.links set state = ${end.state}, code = ${end.code}, message = ${end.message}, media = ${[...end.media]},
      next_at = now() + make_interval(secs => ${end.waitMs / 1000})
    where product = ${link.product} and pictures = ${link.pictures} and state = 'waiting'`.execute(db)
}
/** Asks again for pictures that could not be had: failed links and the addresses that they name. */
export async function retryLinks(db: Db, products: readonly string[]): Promise<void> {
  if (products.length === 0) return
  await sql`
    with again as (
      update imports.links set state = 'waiting', next_at = now() where product = any(${[...products]}) and state = 'failed'
        and (pictures <> '{}' or variant_pictures <> '{}') returning shop, pictures, variant_pictures)
    delete from imports.pictures p using again a
    where p.shop = a.shop and p.media is null and (p.url = any(a.pictures) or p.url in (select value from jsonb_each_text(a.variant_pictures)))`.execute(
    db,
  )
}

export interface PictureRow {
  url: string
  media: Id<'media'> | null
  attempts: number
  code: ErrorCode | null
  message: string | null
  /** Trying again would be no use. */
  final: boolean
}
export async function readPictures(db: Db, shop: string, urls: readonly string[]): Promise<Map<string, PictureRow>> {
  if (urls.length === 0) return new Map()
  const found = await sql<PictureRow>`
    select url, media, attempts, code, message, final from imports.pictures where shop = ${shop} and url = any(${[...urls]})`.execute(
    db,
  )
  return new Map(found.rows.map(r => [r.url, r]))
}
export async function writePicture(db: Db, shop: string, person: string, p: PictureRow): Promise<void> {
  await sql`
    insert into imports.pictures (shop, url, person, media, attempts, code, message, final)
    values (${shop}, ${p.url}, ${person}, ${p.media}, ${p.attempts}, ${p.code}, ${p.message}, ${p.final})
    on conflict (shop, url) do update set media = excluded.media, attempts = excluded.attempts, code = excluded.code, message = excluded.message, final = excluded.final
      where imports.pictures.media is null`.execute(db)
}

export interface ScheduleRow {
  id: Id<'schedule'>
  shop: Id<'shop'>
  person: Id<'person'>
  url: string
  language: Language
  every: 'hourly' | 'daily'
  next_at: Date
  created: Date
}
export type ScheduleWithLast = ScheduleRow & { last_run: Id<'run'> | null }
export async function insertSchedule(db: Db, s: ScheduleRow): Promise<void> {
  await sql`
    insert into imports.schedules (id, shop, person, url, language, every, next_at, created)
    values (${s.id}, ${s.shop}, ${s.person}, ${s.url}, ${s.language}, ${s.every}, ${s.next_at}, ${s.created})`.execute(db)
}
export async function readSchedules(db: Db, shop: string): Promise<ScheduleWithLast[]> {
  return (
    await sql<ScheduleWithLast>`
      select s.id, s.shop, s.person, s.url, s.language, s.every, s.next_at, s.created,
        (select id from imports.runs r where r.shop = s.shop and r.schedule = s.id order by id desc limit 1) as last_run
      from imports.schedules s where shop = ${shop} order by id desc`.execute(db)
  ).rows
}
export async function deleteSchedule(db: Db, id: string, shop: string): Promise<boolean> {
  return (
    (await sql<{ id: string }>`delete from imports.schedules where id = ${id} and shop = ${shop} returning id`.execute(db)).rows
      .length > 0
  )
}
/** Takes a schedule that is due by setting its next time: of two processes one gets it. */
export async function takeDue(db: Db, now: Date): Promise<ScheduleRow[]> {
  return (
    await sql<ScheduleRow>`
      update imports.schedules set next_at = ${now}::timestamptz + case every when 'hourly' then interval '1 hour' else interval '1 day' end
      where next_at <= ${now} returning id, shop, person, url, language, every, next_at, created`.execute(db)
  ).rows
}
