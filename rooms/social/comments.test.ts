import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Caller } from '#base/http'
import { must, newId } from '#base/kernel'
import { guest, operator } from '#testing/callers'
import { statementsOf } from '../accounts/testing.ts'
import { type SocialHouse, socialHouse } from './testing.ts'

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

describe('comments', () => {
  test('need an account, a text and a post; replies answer top comments of the same post', async () => {
    const author = await member()
    const post = await tell.post(author.person)
    expect(await social.writeComment(guest(), post, { text: 'hi' })).toMatchObject({ code: 'sign_in_required' })
    expect(await social.writeComment(author, post, { text: '  ' })).toMatchObject({ code: 'text_missing' })
    expect(await social.writeComment(author, newId('post', new Date()), { text: 'hi' })).toMatchObject({ code: 'not_found' })
    const top = must(await social.writeComment(author, post, { text: ' いつ届きますか？ ' }))
    expect(top).toMatchObject({ text: 'いつ届きますか？', mine: true, parent: null, author: { id: author.person } })
    const reply = must(await social.writeComment(author, post, { text: 'soon', parent: top.id }))
    expect(await social.writeComment(author, post, { text: 'x', parent: reply.id })).toMatchObject({ code: 'invalid_request' })
    const elsewhere = await tell.post(author.person)
    expect(await social.writeComment(author, elsewhere, { text: 'x', parent: top.id })).toMatchObject({ code: 'not_found' })
    await house.log.flush()
    const told = (await house.log.read(0n, 100_000)).filter(e => e.name === 'comment.written' && e.data.post === post)
    expect(told.map(e => e.data)).toEqual([
      { post, question: true, parent: null },
      { post, question: false, parent: top.id },
    ])
  })
  test('come newest first in pages that meet each once, two statements a page, with replies apart', async () => {
    const author = await member()
    const post = await tell.post(author.person)
    const written: string[] = []
    for (let i = 0; i < 9; i++) {
      house.clock.advance(10)
      written.unshift(must(await social.writeComment(author, post, { text: `c${i}` })).id)
    }
    const parent = written[4] as string
    for (let i = 0; i < 3; i++) must(await social.writeComment(author, post, { text: `r${i}`, parent }))
    const seen: string[] = []
    for (let cursor: string | undefined; ; ) {
      const page = must(await social.comments(guest(), post, { limit: 4, cursor }))
      seen.push(...page.items.map(c => c.id))
      if (!page.next) break
      cursor = page.next
    }
    expect(seen).toEqual(written)
    expect(must(await social.comments(guest(), post, { limit: 100 })).items.find(c => c.id === parent)?.replies).toBe(3)
    expect(must(await social.comments(guest(), post, { parent })).items.length).toBe(3)
    expect(await statementsOf(house, () => social.comments(guest(), post, { limit: 100 }))).toBe(2)
    expect(await social.comments(guest(), post, { cursor: 'x' })).toMatchObject({ code: 'invalid_cursor' })
    expect((await social.counts([post])).get(post)?.comments).toBe(12)
  })
  test("are removed by their author or under one's own post, with their replies, once; others may not", async () => {
    const [author, other, third] = [await member(), await member(), await member()]
    const post = await tell.post(author.person)
    const top = must(await social.writeComment(other, post, { text: 'top' }))
    must(await social.writeComment(third, post, { text: 'reply', parent: top.id }))
    const second = must(await social.writeComment(other, post, { text: 'second' }))
    expect(await social.removeComment(third, top.id)).toMatchObject({ code: 'forbidden' })
    expect(await social.removeComment(guest(), top.id)).toMatchObject({ code: 'sign_in_required' })
    expect(await social.removeComment(author, newId('comment', new Date()))).toMatchObject({ code: 'not_found' })
    await Promise.all([social.removeComment(author, top.id), social.removeComment(other, top.id)])
    expect(await names(top.id)).toEqual(['comment.written', 'comment.removed'])
    expect(must(await social.comments(third, post, {})).items.map(c => c.id)).toEqual([second.id])
    expect(must(await social.comments(third, post, { parent: top.id })).items).toEqual([])
    expect((await social.counts([post])).get(post)?.comments).toBe(1)
    const { rows } = await house.db.pool.query('select text from social.comments where id = $1', [top.id])
    expect(rows[0].text).toBe('')
  })
  test('removed by moderation are not listed at once, not counted soon, and come back when restored', async () => {
    const author = await member()
    const post = await tell.post(author.person)
    const top = must(await social.writeComment(author, post, { text: 'bad' }))
    const decide = (action: 'remove' | 'restore') =>
      moderation.decide(operator(), { subject: { kind: 'comment', id: top.id }, action, reason: 'hate', explanation: 'x' })
    must(await decide('remove'))
    expect(must(await social.comments(guest(), post, {})).items).toEqual([])
    expect(await social.writeComment(author, post, { text: 'x', parent: top.id })).toMatchObject({ code: 'not_found' })
    await expect.poll(async () => (await social.counts([post])).get(post)?.comments).toBe(0)
    must(await decide('restore'))
    await expect.poll(async () => must(await social.comments(guest(), post, {})).items.map(c => c.text)).toEqual(['bad'])
    expect((await social.counts([post])).get(post)?.comments).toBe(1)
  })
  test('that moderation removed can still be read by operators, by nobody else, and not once their author deleted them', async () => {
    const author = await member()
    const post = await tell.post(author.person)
    const { id } = must(await social.writeComment(author, post, { text: 'bad' }))
    const subject = { kind: 'comment', id } as const
    must(await moderation.decide(operator(), { subject, action: 'remove', reason: 'spam', explanation: 'An advertisement.' }))
    expect(must(await social.comment(operator(), id))).toMatchObject({ id, post, text: 'bad', author: { id: author.person } })
    expect(await social.comment(author, id)).toMatchObject({ code: 'forbidden' })
    expect(await social.comment(guest(), id)).toMatchObject({ code: 'sign_in_required' })
    must(await social.removeComment(author, id))
    expect(await social.comment(operator(), id)).toMatchObject({ code: 'not_found' })
  })
  test("of a blocked person are refused under the blocker's posts and not shown to the blocker", async () => {
    const [author, troll] = [await member(), await member()]
    const post = await tell.post(author.person)
    const top = must(await social.writeComment(author, post, { text: 'mine' }))
    must(await social.writeComment(troll, post, { text: 'boo', parent: top.id }))
    house.clock.advance(10)
    must(await social.writeComment(troll, post, { text: 'boo again' }))
    must(await social.block(author, troll.person))
    expect(await social.blocked(author.person)).toEqual(new Set([troll.person]))
    expect(await social.writeComment(troll, post, { text: 'more' })).toMatchObject({ code: 'blocked' })
    const seen = async (viewer: Caller) => must(await social.comments(viewer, post, {})).items.map(c => [c.text, c.replies])
    expect(await seen(author)).toEqual([['mine', 0]])
    expect(await seen(guest())).toEqual([
      ['boo again', 0],
      ['mine', 1],
    ])
    const elsewhere = await tell.post((await member()).person)
    const answerable = must(await social.writeComment(author, elsewhere, { text: 'hello' }))
    expect(await social.writeComment(troll, elsewhere, { text: 'boo', parent: answerable.id })).toMatchObject({ code: 'blocked' })
  })
  test('say "bought this" only of whom the product was delivered to, whoever delivered it', async () => {
    const [author, buyer, waiting] = [await member(), await member(), await member()]
    const product = await tell.product()
    const post = await tell.post(author.person, [product])
    await tell.bought(buyer.person, product, true)
    await tell.bought(waiting.person, product, false)
    must(await social.writeComment(waiting, post, { text: 'w' }))
    await expect.poll(async () => must(await social.writeComment(buyer, post, { text: 'b' })).boughtThis).toBe(true)
    const page = must(await social.comments(guest(), post, { limit: 100 }))
    expect(page.items.filter(c => c.text === 'b').every(c => c.boughtThis)).toBe(true)
    expect(page.items.find(c => c.text === 'w')?.boughtThis).toBe(false)
  })
})

test('what waits for an answer under a shop’s posts is seen by everybody who works there, until one of them has answered, and an answer stays one when they leave', async () => {
  const shop = newId('shop', house.clock.now())
  const hired = async (): Promise<Caller> => ({ ...(await member()), shops: [{ shop, role: 'staff' }] })
  const [author, colleague, asker, other] = [await hired(), await hired(), await member(), await member()]
  const post = await tell.post(author.person, [], shop)
  await tell.post(asker.person)
  await social.writeComment(author, post, { text: 'my own' })
  await social.writeComment(colleague, post, { text: 'ours' })
  const first = must(await social.writeComment(asker, post, { text: 'How large?' }))
  house.clock.advance(10)
  const second = must(await social.writeComment(asker, post, { text: 'Which glaze?' }))
  must(await social.writeComment(other, post, { text: 'I wonder too', parent: first.id }))
  const waiting = async (caller = author) => must(await social.unanswered(caller, shop, {})).items.map(c => [c.id, c.replies])
  const both = [
    [second.id, 0],
    [first.id, 1],
  ]
  expect([await waiting(), await waiting(colleague)]).toEqual([both, both])
  const page = must(await social.unanswered(author, shop, { limit: 1 }))
  expect(must(await social.unanswered(author, shop, { cursor: page.next as string })).items.map(c => c.id)).toEqual([first.id])
  const answer = must(await social.writeComment(colleague, post, { text: '9 cm', parent: first.id }))
  expect(await waiting()).toEqual([[second.id, 0]])
  expect(await waiting({ ...colleague, person: other.person })).toEqual([[second.id, 0]])
  must(await social.removeComment({ ...colleague, shops: [] }, answer.id))
  expect(await waiting()).toHaveLength(2)
  must(await social.writeComment(author, post, { text: 'Ash', parent: second.id }))
  expect(await waiting(colleague)).toEqual([[first.id, 1]])
  must(await social.block(colleague, asker.person))
  expect([await waiting(colleague), await waiting()]).toEqual([[], [[first.id, 1]]])
  expect(await social.unanswered(asker, shop, {})).toMatchObject({ code: 'forbidden' })
  expect(await social.unanswered(guest(), shop, {})).toMatchObject({ code: 'sign_in_required' })
})

test('posts that were published before the room knew of shops are under their shop after the move', async () => {
  const shop = newId('shop', house.clock.now())
  const author = { ...(await member()), shops: [{ shop, role: 'staff' as const }] }
  const post = await tell.post(author.person, [], shop)
  await social.writeComment(await member(), post, { text: 'How large?' })
  await house.db.pool.query('update social.known set shop = null where id = $1', [post])
  expect(must(await social.unanswered(author, shop, {})).items).toEqual([])
  const move = readFileSync(new URL('./migrations/0003-shop-comments.sql', import.meta.url), 'utf8')
  await house.db.pool.query(/update social\.known[^;]+;/.exec(move)?.[0] ?? '')
  expect(must(await social.unanswered(author, shop, {})).items).toHaveLength(1)
})
