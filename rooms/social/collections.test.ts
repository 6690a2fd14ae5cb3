import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '#base/kernel'
import { guest } from '#testing/callers'
import { type SocialHouse, socialHouse } from './testing.ts'

let all: SocialHouse
beforeAll(async () => {
  all = await socialHouse()
})
afterAll(() => all.house.close())

const saved = async (who: Parameters<typeof all.social.saves>[0], collection?: string) =>
  must(await all.social.saves(who, { ...(collection && { collection }) })).items.map(i => i.id)

test('saves are put into collections, moved, taken out; what leaves a collection stays saved', async () => {
  const { social, member, tell } = all
  const me = await member()
  const posts = [await tell.post(me.person), await tell.post(me.person)]
  for (const p of posts) must(await social.mark(me, 'save', p))
  const tea = must(await social.makeCollection(me, '  茶 '))
  const gifts = must(await social.makeCollection(me, 'Gifts'))
  for (const p of posts) must(await social.moveSave(me, p, tea.id))
  must(await social.moveSave(me, posts[0] as string, gifts.id))
  expect([await saved(me, tea.id), await saved(me, gifts.id)]).toEqual([[posts[1]], [posts[0]]])
  must(await social.moveSave(me, posts[0] as string, null))
  must(await social.dropCollection(me, tea.id))
  expect((await saved(me)).sort()).toEqual([...posts].sort())
  expect(await social.collections(me)).toMatchObject([{ id: gifts.id, name: 'Gifts', count: 0, cover: null }])
})

test('a collection has a name and a cover that is in it; without one the newest save stands for it', async () => {
  const { social, member, tell, house } = all
  const me = await member()
  const [a, b] = [await tell.post(me.person), await tell.post(me.person)]
  const box = must(await social.makeCollection(me, 'Box'))
  for (const p of [a, b]) {
    house.clock.advance(1000)
    must(await social.mark(me, 'save', p))
    must(await social.moveSave(me, p, box.id))
  }
  expect(await social.collections(me)).toMatchObject([{ count: 2, cover: { kind: 'post', id: b } }])
  expect(must(await social.changeCollection(me, box.id, { cover: a, name: 'Shelf' }))).toMatchObject({
    name: 'Shelf',
    cover: { kind: 'post', id: a },
  })
  must(await social.unmark(me, 'save', a))
  expect(await social.collections(me)).toMatchObject([{ count: 1, cover: { kind: 'post', id: b } }])
  expect(await social.changeCollection(me, box.id, { cover: a })).toMatchObject({ code: 'not_found' })
  expect(await social.makeCollection(me, '   ')).toMatchObject({ code: 'text_missing' })
  expect(await social.changeCollection(me, box.id, { name: ' ' })).toMatchObject({ code: 'text_missing' })
})

test('nobody sees, fills or removes the collection of another, and what is not saved goes into none', async () => {
  const { social, member, tell } = all
  const [me, other] = [await member(), await member()]
  const post = await tell.post(me.person)
  const mine = must(await social.makeCollection(me, 'Mine'))
  must(await social.mark(other, 'save', post))
  expect(await social.collections(other)).toEqual([])
  for (const refused of [
    await social.moveSave(other, post, mine.id),
    await social.changeCollection(other, mine.id, { name: 'Yours' }),
    await social.dropCollection(other, mine.id),
    await social.moveSave(me, post, mine.id),
  ])
    expect(refused).toMatchObject({ code: 'not_found' })
  expect(await saved(other, mine.id)).toEqual([])
})

test('a guest’s collections go into the account, with what both had saved; an erased person leaves none', async () => {
  const { social, member, tell, house } = all
  const [visitor, account] = [guest(), await member()]
  const [both, own] = [await tell.post(account.person), await tell.post(account.person)]
  for (const p of [both, own]) must(await social.mark(visitor, 'save', p))
  must(await social.mark(account, 'save', both))
  const box = must(await social.makeCollection(visitor, 'Box'))
  for (const p of [both, own]) must(await social.moveSave(visitor, p, box.id))
  const about = { kind: 'person' as const, id: account.person }
  const at = house.clock.now()
  await tell.append([{ name: 'person.merged', at, person: account.person, subject: about, data: { from: visitor.person } }])
  await expect.poll(async () => (await saved(account, box.id)).sort()).toEqual([both, own].sort())
  expect(await social.collections(visitor)).toEqual([])
  await tell.append([{ name: 'person.erased', at, person: account.person, subject: about, data: {} }])
  await expect.poll(() => social.collections(account)).toEqual([])
})
