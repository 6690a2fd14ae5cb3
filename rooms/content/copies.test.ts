import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '#base/db'
import { type Id, must, newId } from '#base/kernel'
import { callerOf } from '#testing/callers'
import { type TestHouse, testHouse } from '#testing/house'
import { liveShowing, originalOf } from './copies.ts'
import { type Content, contentMigrations, createContent } from './index.ts'
import { type ContentTables, usedElsewhere } from './store.ts'
import { contentDoors, draftOf, standIns } from './testing.ts'

let house: TestHouse
let content: Content
beforeAll(async () => {
  house = await testHouse({ migrations: contentMigrations })
  content = createContent(
    house,
    contentDoors(() => ({ ok: true, value: true })),
  )
  await content.start()
})
afterAll(() => house.close())

const [mio, ken] = [callerOf(), callerOf()]
/** A medium that looks like these. */
function looksLike(...others: Id<'media'>[]) {
  return (owner = ken, kind: 'video' | 'picture' = 'video'): Id<'media'> => {
    const id = standIns.medium(owner.person, { kind })
    standIns.copies.set(id, others)
    for (const other of others) standIns.copies.set(other, [...(standIns.copies.get(other) ?? []), id])
    return id
  }
}
async function live(parts: object, caller = ken): Promise<Id<'post'>> {
  house.clock.advance(60_000)
  const id = must(await content.create(caller, draftOf(parts))).id as Id<'post'>
  must(await content.markProcessing(id, { version: 1, disclosure: 'none', products: [], grownProduct: null }))
  must(await content.goLive(id))
  return id
}
/** What the log says of a post once the room has heard of everything before it. */
async function flagsOf(post: Id<'post'>) {
  const marker = await live({ video: standIns.medium(mio.person) }, mio)
  const position = await house.log.flush()
  for (let i = 0; i < 300; i++) {
    const { rows } = await house.db.pool.query(`select position from events.cursor where name = 'content.flags'`)
    if (rows[0]?.position >= position) break
    await new Promise(r => setTimeout(r, 10))
  }
  await house.log.flush()
  const log = (await house.log.read(0n, 100_000)).filter(e => e.name === 'post.flagged')
  expect(log.filter(e => e.subject.id === marker)).toEqual([])
  return log.filter(e => e.subject.id === post).map(e => e.data)
}

test('a post that shows a copy of what another showed is flagged with the first of them, once, also when the log is read again', async () => {
  const video = standIns.medium(mio.person)
  const original = await live({ video }, mio)
  const copy = await live({ video: looksLike(video)() })
  const later = await live({ video: looksLike(video, (await content.get(copy))?.videoId as Id<'media'>)() })
  expect(await flagsOf(copy)).toEqual([{ flag: 'copy', of: original, share: null }])
  expect(await flagsOf(later)).toEqual([{ flag: 'copy', of: original, share: null }])
  expect(await flagsOf(original)).toEqual([])
  await house.db.pool.query("delete from events.cursor where name = 'content.flags'")
  await content.start()
  expect(await flagsOf(copy)).toHaveLength(1)
})

test('pictures are a copy when all of them were shown in one post, not when one was', async () => {
  const [a, b] = [standIns.medium(mio.person, { kind: 'picture' }), standIns.medium(mio.person, { kind: 'picture' })]
  const original = await live({ pictures: [a, b] }, mio)
  const all = await live({ pictures: [looksLike(b)(ken, 'picture'), looksLike(a)(ken, 'picture')] })
  const some = await live({ pictures: [looksLike(a)(ken, 'picture'), standIns.medium(ken.person, { kind: 'picture' })] })
  expect(await flagsOf(all)).toEqual([{ flag: 'copy', of: original, share: null }])
  expect(await flagsOf(some)).toEqual([])
})

test('people are told which live posts of theirs show an upload already, and nothing of those of others', async () => {
  const video = standIns.medium(ken.person)
  const first = await live({ video })
  const upload = looksLike(video)(ken)
  const ofMio = looksLike(video)(mio)
  expect(must(await content.postedBefore(ken, [upload])).map(p => p.id)).toEqual([first])
  expect(must(await content.postedBefore(mio, [ofMio]))).toEqual([])
  expect(await content.postedBefore(mio, [upload])).toMatchObject({ code: 'not_found' })
  expect(await content.postedBefore(mio, [newId('media', new Date())])).toMatchObject({ code: 'not_found' })
  expect(await content.postedBefore(mio, ['x'])).toMatchObject({ code: 'invalid_request' })
  must(await content.remove(ken, first))
  expect(must(await content.postedBefore(ken, [upload]))).toEqual([])
})

/** So many live posts more, each with this clip or one of its own. */
async function crowd(count: number, video: Id<'media'> | null): Promise<void> {
  await house.db.pool.query(
    `insert into content.posts (id, author, state, disclosure, format, caption, language, video, created, published)
     select 'pst_crowd' || n, 'per_' || n, 'live', 'none', 'video', '', 'en', coalesce($2, 'med_' || n), now() - interval '9 years', now() - interval '9 years'
     from generate_series(1, $1::int) n`,
    [count, video],
  )
  await house.db.pool.query('analyze content.posts')
}
const disperse = () => house.db.pool.query("delete from content.posts where id like 'pst_crowd%'")

test('they are told of their own also when two hundred others showed it before', async () => {
  const video = standIns.medium(ken.person)
  const own = await live({ video })
  await crowd(200, video)
  expect(must(await content.postedBefore(ken, [looksLike(video)()])).map(p => p.id)).toEqual([own])
  await disperse()
})

test('whoever asks which posts show a medium reads an index, not every post', async () => {
  const video = standIns.medium(ken.person)
  const id = await live({ video })
  await crowd(5000, null)
  await house.db.transaction<ContentTables, void>(async trx => {
    const wholeReads = async () =>
      (await sql`select seq_scan from pg_stat_xact_user_tables where schemaname = 'content' and relname = 'posts'`.execute(trx))
        .rows
    const before = await wholeReads()
    const { copies } = contentDoors(() => ({ ok: true, value: true })).media
    const another = { id: newId('post', new Date()), videoId: video, pictureIds: [] }
    expect(await originalOf(trx, { copies }, another)).toMatchObject({ id })
    expect(await liveShowing(trx, video)).toEqual([id])
    expect(await usedElsewhere(trx, [video], null)).toEqual(new Set([video]))
    expect(await wholeReads()).toEqual(before)
    expect(before).toHaveLength(1)
  })
  await disperse()
})

test('what the classifier found in a medium is said of its posts, whether it was found before or after they were published', async () => {
  const [before, after] = [standIns.medium(ken.person), standIns.medium(ken.person, { kind: 'picture' })]
  standIns.labels.set(before, { label: 'nudity', share: 0.93 })
  const first = await live({ video: before })
  const second = await live({ pictures: [after] })
  await house.db.transaction(trx =>
    house.log.append(trx, [
      {
        ...{ name: 'media.labelled', at: house.clock.now(), person: null, data: { label: 'nudity', share: 0.85 } },
        subject: { kind: 'media', id: after },
      },
    ]),
  )
  expect(await flagsOf(first)).toEqual([{ flag: 'nudity', of: null, share: 0.93 }])
  expect(await flagsOf(second)).toEqual([{ flag: 'nudity', of: null, share: 0.85 }])
})
