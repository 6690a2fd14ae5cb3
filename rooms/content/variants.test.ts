import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Caller } from '#base/http'
import { type Id, must, newId } from '#base/kernel'
import { callerOf } from '#testing/callers'
import { type TestHouse, testHouse } from '#testing/house'
import { type JobsByHand, jobsByHand } from '#testing/jobs-by-hand'
import { type Content, contentMigrations, createContent } from './index.ts'
import { contentDoors, draftOf, standIns } from './testing.ts'

let house: TestHouse
let content: Content
let jobs: JobsByHand
let author: Caller
const withheld = new Set<string>()

beforeAll(async () => {
  house = await testHouse({ migrations: contentMigrations })
  const doors = contentDoors(caller =>
    caller.member ? { ok: true, value: true } : { ok: false, code: 'sign_in_required', message: 'Sign in first' },
  )
  const withhold = async (ids: readonly string[], on: boolean) => {
    for (const id of ids) on ? withheld.add(id) : withheld.delete(id)
  }
  jobs = jobsByHand(house.clock)
  content = createContent({ ...house, jobs }, { ...doors, media: { ...doors.media, withhold } })
  await content.start()
  author = callerOf({ person: standIns.person('mio') })
})
afterAll(() => house.close())

const within = { timeout: 5000 }
const clip = (parts = {}, caller = author) => standIns.medium(caller.person, parts)
async function live(video = clip(), caller = author): Promise<Id<'post'>> {
  const products = [{ product: standIns.product(newId('shop', new Date())), fromMs: 1000, toMs: 8000 }]
  const { id } = must(await content.create(caller, draftOf({ video, products }))) as { id: Id<'post'> }
  const post = (await content.get(id))!
  must(
    await content.markProcessing(id, { version: post.version, disclosure: 'none', products: post.products, grownProduct: null }),
  )
  must(await content.goLive(id))
  return id
}
const clipsNow = async (id: Id<'post'>) => {
  const post = (await content.get(id))!
  return [post.videoId, ...post.variantIds]
}
async function told(id: string) {
  await house.log.flush()
  const log = await house.log.read(0n, 100_000)
  return log.flatMap(e => (e.subject.id === id && e.name === 'post.variants_set' ? [e.data.media] : []))
}
async function say(name: 'subject.removed' | 'subject.restored', id: string): Promise<void> {
  const subject = { kind: 'post' as const, id }
  await house.db.transaction(trx =>
    house.log.append(trx, [{ name, at: house.clock.now(), person: null, subject, data: { reason: 'spam' } } as never]),
  )
  await house.log.flush()
}

test('a live clip tries two other beginnings at most; each change is told once, and twice is harmless', async () => {
  const own = clip()
  const id = await live(own)
  const [b, c, d] = [clip(), clip(), clip()]
  expect(must(await content.addVariant(author, id, b)).variants.map(v => v.id)).toEqual([b])
  must(await content.addVariant(author, id, b))
  must(await content.addVariant(author, id, own))
  must(await content.addVariant(author, id, c))
  expect(await content.addVariant(author, id, d)).toMatchObject({ ok: false, code: 'wrong_state' })
  must(await content.dropVariant(author, id, b))
  expect(await content.dropVariant(author, id, b)).toMatchObject({ ok: false, code: 'not_found' })
  expect(await told(id)).toEqual([
    [own, b],
    [own, b, c],
    [own, c],
  ])
  expect(await clipsNow(id)).toEqual([own, c])
})

test('only one’s own clips that are ready, about as long and not removed are tried, and only with a live clip', async () => {
  const id = await live()
  const removed = { code: 'media_removed' as const, message: '' }
  const cases: [Id<'media'>, string][] = [
    [clip({}, callerOf()), 'not_found'],
    [newId('media', new Date()), 'not_found'],
    [clip({ kind: 'picture' }), 'not_a_video'],
    [clip({ state: 'processing', watchable: 'first_rung' }), 'media_not_ready'],
    [clip({ refusal: removed }), 'media_removed'],
    [clip({ durationMs: 11_001 }), 'variant_length'],
    [clip({ durationMs: 4999 }), 'variant_length'],
  ]
  for (const [media, code] of cases) expect(await content.addVariant(author, id, media)).toMatchObject({ ok: false, code })
  for (const durationMs of [5000, 11_000]) must(await content.addVariant(author, id, clip({ durationMs })))
  const { id: draft } = must(await content.create(author, draftOf({ video: clip() }))) as { id: Id<'post'> }
  expect(await content.addVariant(author, draft, clip())).toMatchObject({ ok: false, code: 'wrong_state' })
  const still = must(await content.create(author, draftOf({ pictures: [clip({ kind: 'picture' })] }))) as { id: Id<'post'> }
  expect(await content.addVariant(author, still.id, clip())).toMatchObject({ ok: false, code: 'not_a_video' })
})

test('to everybody else there is no such post, and a guest is asked to sign in before anything is looked at', async () => {
  const id = await live()
  const b = clip()
  must(await content.addVariant(author, id, b))
  for (const act of [content.addVariant, content.dropVariant, content.keepVariant]) {
    expect(await act(callerOf(), id, b)).toMatchObject({ ok: false, code: 'not_found' })
    expect(await act({ ...callerOf(), member: false }, newId('post', new Date()), b)).toMatchObject({ code: 'sign_in_required' })
  }
})

test('the clip that is kept is the post’s own, its products end with it, and the others are dropped', async () => {
  const own = clip()
  const id = await live(own)
  const [b, c] = [clip({ durationMs: 6000 }), clip()]
  for (const media of [b, c]) must(await content.addVariant(author, id, media))
  expect(await content.keepVariant(author, id, clip())).toMatchObject({ ok: false, code: 'not_found' })
  const kept = must(await content.keepVariant(author, id, b))
  expect([kept.video?.id, kept.variants, kept.products[0]]).toMatchObject([b, [], { fromMs: 1000, toMs: 6000 }])
  expect((await told(id)).at(-1)).toEqual([b])
  // The one that it had may be kept as well: that ends a test.
  const other = await live(own)
  must(await content.addVariant(author, other, c))
  must(await content.keepVariant(author, other, own))
  expect(await clipsNow(other)).toEqual([own])
  // An older page may show what was dropped for an hour; then what no post shows is forgotten, and what one shows is not.
  must(await content.addVariant(author, id, own))
  await jobs.work([])
  expect(standIns.media.has(c)).toBe(true)
  house.clock.advance(3_600_000)
  await jobs.work([])
  expect([own, b, c].map(m => standIns.media.has(m))).toEqual([true, true, false])
})

test('what is tried is kept back and comes back with its post, unless another live post shows it', async () => {
  const [id, own, b, c] = [await live(), clip(), clip(), clip()]
  must(await content.addVariant(author, id, b))
  must(await content.addVariant(author, id, c))
  const second = await live(own)
  must(await content.addVariant(author, second, c))
  await say('subject.removed', id)
  await expect.poll(() => withheld.has(b), within).toBe(true)
  expect([withheld.has(c), await content.addVariant(author, id, clip())]).toMatchObject([false, { code: 'wrong_state' }])
  await say('subject.restored', id)
  await expect.poll(() => withheld.has(b), within).toBe(false)
  expect(await clipsNow(id)).toContain(b)
})

test('a variant that shows what somebody else showed before is flagged, and a deleted post takes its variants along', async () => {
  const shown = clip({}, callerOf())
  const first = await live(shown, callerOf({ person: standIns.media.get(shown)!.owner }))
  house.clock.advance(1)
  const id = await live()
  const copy = clip()
  standIns.copies.set(copy, [shown])
  must(await content.addVariant(author, id, copy))
  const flags = async () => {
    await house.log.flush()
    return (await house.log.read(0n, 100_000)).flatMap(e => (e.name === 'post.flagged' && e.subject.id === id ? [e.data] : []))
  }
  await expect.poll(flags, within).toEqual([{ flag: 'copy', of: first, share: null }])
  must(await content.remove(author, id))
  expect(standIns.media.has(copy)).toBe(false)
  expect((await content.get(id))?.variantIds).toEqual([])
})
