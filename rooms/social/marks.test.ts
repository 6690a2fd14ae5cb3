import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Id, must, newId, pick, seeded } from '#base/kernel'
import { guest, operator } from '#testing/callers'
import { statementsOf } from '../accounts/testing.ts'
import { countersOf, type SocialHouse, socialHouse } from './testing.ts'

let house: SocialHouse['house']
let moderation: SocialHouse['moderation']
let social: SocialHouse['social']
let tell: SocialHouse['tell']
let member: SocialHouse['member']
beforeAll(async () => {
  const all = await socialHouse()
  house = all.house
  moderation = all.moderation
  social = all.social
  tell = all.tell
  member = all.member
})
afterAll(() => house.close())

const names = async (id: string) => {
  await house.log.flush()
  return (await house.log.read(0n, 100_000)).filter(e => e.subject.id === id).map(e => e.name)
}

describe('marks', () => {
  test('done twice are done once: one row, one event, the same answer, with the source that led there', async () => {
    const post = await tell.post((await member()).person)
    const me = guest()
    const source = { request: newId('request', new Date()), slot: 3 }
    const answers = await Promise.all([...Array(6)].map(() => social.mark(me, 'like', post, source)))
    expect(answers.every(a => a.ok && a.value.on)).toBe(true)
    expect((await social.counts([post])).get(post)).toEqual({ likes: 1, saves: 0, comments: 0, shares: 0 })
    const off = await Promise.all([...Array(6)].map(() => social.unmark(me, 'like', post)))
    expect(off.every(a => a.ok && !a.value.on)).toBe(true)
    expect(await names(post)).toEqual(['post.published', 'post.liked', 'post.unliked'])
    const liked = (await house.log.read(0n, 100_000)).find(e => e.name === 'post.liked' && e.subject.id === post)
    expect(liked).toMatchObject({ person: me.person, source })
  })
  test('"not interested" taken back is told to the log, so that whoever learned the one learns the other', async () => {
    const post = await tell.post((await member()).person)
    const me = guest()
    for (let k = 0; k < 2; k++) must(await social.mark(me, 'not_interested', post))
    for (let k = 0; k < 2; k++) expect(must(await social.unmark(me, 'not_interested', post)).on).toBe(false)
    must(await social.mark(me, 'not_interested', post))
    expect(await names(post)).toEqual([
      'post.published',
      'post.not_interested',
      'post.not_interested_undone',
      'post.not_interested',
    ])
  })
  test('on what is unknown, removed or hidden are refused; what was marked before can be taken back', async () => {
    const post = await tell.post((await member()).person)
    const me = guest()
    expect(await social.mark(me, 'like', newId('post', new Date()))).toMatchObject({ code: 'not_found' })
    expect(await social.unmark(me, 'like', newId('post', new Date()))).toMatchObject({ code: 'not_found' })
    must(await social.mark(me, 'like', post))
    await tell.gone('post', post)
    await expect.poll(async () => (await social.comments(me, post, {})).ok).toBe(false)
    expect(await social.mark(guest(), 'like', post)).toMatchObject({ code: 'not_found' })
    expect(must(await social.unmark(me, 'like', post))).toEqual({ on: false, count: 0 })
    await tell.back(post)
    await expect.poll(async () => (await social.mark(me, 'like', post)).ok).toBe(true)
    must(
      await moderation.decide(operator(), {
        subject: { kind: 'post', id: post },
        action: 'remove',
        reason: 'spam',
        explanation: 'x',
      }),
    )
    expect(await social.mark(me, 'save', post)).toMatchObject({ code: 'not_found' })
  })
  test('reach a post that was published in the same moment', async () => {
    const author = (await member()).person
    for (let i = 0; i < 10; i++) expect((await social.mark(guest(), 'like', await tell.post(author))).ok).toBe(true)
  })
  test('saves of both kinds come newest first, in pages that meet each once, without what is gone', async () => {
    const me = guest()
    const saved: string[] = []
    for (let i = 0; i < 7; i++) {
      house.clock.advance(1000)
      const id = i % 2 ? await tell.product() : await tell.post((await member()).person)
      must(await social.mark(me, i % 2 ? 'product_save' : 'save', id))
      saved.unshift(id)
    }
    const lost = saved[2] as string
    await tell.gone('post', lost)
    await expect.poll(async () => (await social.comments(me, lost as Id<'post'>, {})).ok).toBe(false)
    const seen: string[] = []
    for (let cursor: string | undefined; ; ) {
      const page = must(await social.saves(me, { limit: 2, cursor }))
      seen.push(...page.items.map(i => i.id))
      if (!page.next) break
      cursor = page.next
    }
    expect(seen).toEqual(saved.filter(s => s !== lost))
    expect(must(await social.saves(me, { kind: 'product' })).items.every(i => i.kind === 'product')).toBe(true)
    expect(await social.saves(me, { cursor: 'WzFd' })).toMatchObject({ code: 'invalid_cursor' })
  })
  test('of a page of posts are two statements, however many posts', async () => {
    const posts: string[] = []
    for (let i = 0; i < 12; i++) posts.push(await tell.post((await member()).person))
    const me = guest()
    must(await social.mark(me, 'like', posts[3] as string))
    must(await social.mark(me, 'save', posts[4] as string))
    expect(await statementsOf(house, () => Promise.all([social.counts(posts), social.mine(me.person, posts)]))).toBe(2)
    const mine = await social.mine(me.person, posts)
    expect([mine.get(posts[3] as string), mine.get(posts[4] as string), mine.get(posts[5] as string)]).toEqual([
      { liked: true, saved: false },
      { liked: false, saved: true },
      { liked: false, saved: false },
    ])
  })
  test('random likes, saves, comments and shares at once: every counter equals its rows, and events tell the same story', async () => {
    const seed = 7041
    console.log(`seed ${seed}`)
    const random = seeded(seed)
    const author = await member()
    const posts = [await tell.post(author.person), await tell.post(author.person), await tell.post(author.person)]
    const people = [author, await member(), await member(), await member()]
    for (const p of posts) must(await social.mark(guest(), 'save', p))
    const comments: string[] = []
    const step = async () => {
      const who = pick(random, people)
      const post = pick(random, posts)
      const dice = random()
      if (dice < 0.3) return social.mark(who, 'like', post)
      if (dice < 0.55) return social.unmark(who, 'like', post)
      if (dice < 0.65) return social.mark(who, 'save', post)
      if (dice < 0.72) return social.unmark(who, 'save', post)
      if (dice < 0.78) return social.share(who, { about: { kind: 'post', id: post } })
      if (dice < 0.86 && comments.length > 0) return social.removeComment(who, pick(random, comments))
      const parent = random() < 0.5 && comments.length > 0 ? pick(random, comments) : null
      const written = await social.writeComment(who, post, { text: 'nice', parent })
      if (written.ok) comments.push(written.value.id)
      return written
    }
    for (let round = 0; round < 12; round++) await Promise.all([...Array(25)].map(step))
    await house.log.flush()
    const log = await house.log.read(0n, 100_000)
    for (const post of posts) {
      const { shown, rows } = await countersOf(house, post)
      expect(shown).toEqual(rows)
      const told = (name: string) => log.filter(e => e.name === name && e.subject.id === post).length
      expect(told('post.liked') - told('post.unliked')).toBe(shown[0])
      expect(told('post.saved') - told('post.unsaved')).toBe(shown[1])
    }
  })
})
