import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Id, must, newId } from '#base/kernel'
import { guest } from '#testing/callers'
import { shopDraft } from '../accounts/testing.ts'
import { countersOf, type SocialHouse, socialHouse } from './testing.ts'

let house: SocialHouse['house']
let accounts: SocialHouse['accounts']
let social: SocialHouse['social']
let tell: SocialHouse['tell']
let member: SocialHouse['member']
beforeAll(async () => {
  const all = await socialHouse()
  house = all.house
  accounts = all.accounts
  social = all.social
  tell = all.tell
  member = all.member
})
afterAll(() => house.close())

const names = async (id: string) => {
  await house.log.flush()
  return (await house.log.read(0n, 100_000)).filter(e => e.subject.id === id).map(e => e.name)
}

describe('follow and block', () => {
  test('count once, tell once, and nobody follows themselves, a guest or nobody', async () => {
    const [a, b] = [guest(), await member()]
    await Promise.all([...Array(5)].map(() => social.follow(a, b.person)))
    expect(must(await social.follow(a, b.person))).toEqual({ on: true, followers: 1 })
    expect(await social.standing(a, b.person)).toEqual({ followers: 1, following: 0, iFollow: true, iBlock: false })
    expect(await social.follows(a.person, [b.person, newId('person', new Date())])).toEqual(new Set([b.person]))
    expect(must(await social.unfollow(a, b.person))).toEqual({ on: false, followers: 0 })
    expect((await names(b.person)).filter(n => n.startsWith('person.f') || n.startsWith('person.u'))).toEqual([
      'person.followed',
      'person.unfollowed',
    ])
    expect(await social.follow(b, b.person)).toMatchObject({ code: 'own_subject' })
    expect(await social.follow(b, a.person)).toMatchObject({ code: 'not_found' })
    expect(await social.standing(b, a.person)).toBeNull()
  })
  test('a block and its end are told once each, so that whoever learned the one learns the other', async () => {
    const [a, b] = [guest(), await member()]
    for (let k = 0; k < 2; k++) must(await social.block(a, b.person))
    for (let k = 0; k < 2; k++) must(await social.unblock(a, b.person))
    expect((await names(b.person)).filter(n => n.endsWith('blocked'))).toEqual(['person.blocked', 'person.unblocked'])
  })
  test('a block ends following both ways, also when both happen at once', async () => {
    for (let i = 0; i < 8; i++) {
      const [a, b] = [await member(), await member()]
      must(await social.follow(b, a.person))
      await Promise.all([social.follow(a, b.person), social.block(b, a.person), social.follow(a, b.person)])
      expect(await social.follow(a, b.person)).toMatchObject({ code: 'blocked' })
      expect([await social.standing(a, b.person), await social.standing(b, a.person)]).toMatchObject([
        { followers: 0, following: 0, iFollow: false },
        { followers: 0, following: 0, iFollow: false, iBlock: true },
      ])
      must(await social.unblock(b, a.person))
      expect((await social.follow(a, b.person)).ok).toBe(true)
    }
  })
})

describe('shares', () => {
  test("have links of their own, carry only the sharer's own order line, and tell openings once a day", async () => {
    const [author, me, other] = [await member(), await member(), guest()]
    const product = await tell.product()
    const post = await tell.post(author.person, [product])
    const line = await tell.bought(me.person, product, false)
    const about = { kind: 'post', id: post } as const
    const mine = must(await social.share(me, { about, grownFrom: line }))
    const stolen = must(await social.share(other, { about, grownFrom: line, source: { slot: 2 } }))
    expect(mine.url).toBe(`${house.config.publicUrl}/s/${mine.id}`)
    expect((await social.counts([post])).get(post)?.shares).toBe(2)
    expect(must(await social.openShare(other, mine.id))).toMatchObject({ about, sharer: { id: me.person } })
    must(await social.openShare(other, mine.id))
    must(await social.openShare(me, mine.id))
    expect(must(await social.openShare(me, stolen.id)).sharer).toBeNull()
    await house.log.flush()
    const log = (await house.log.read(0n, 100_000)).filter(e => e.subject.id === mine.id || e.subject.id === stolen.id)
    expect(log.map(e => [e.name, e.person, e.data, e.source])).toEqual([
      ['share.created', me.person, { about, grownFrom: line }, null],
      ['share.created', other.person, { about, grownFrom: null }, { slot: 2 }],
      ['share.opened', other.person, { sharer: me.person, about }, { share: mine.id, post }],
      ['share.opened', me.person, { sharer: other.person, about }, { share: stolen.id, post }],
    ])
  })
  test('of nothing, of a wrong kind and of what is gone are refused', async () => {
    const author = await member()
    must(await accounts.actions.openShop(author, shopDraft('shared-shop')))
    const shop = (await accounts.shop('shared-shop'))?.id as Id<'shop'>
    const post = await tell.post(author.person)
    expect(await social.share(author, { about: { kind: 'product', id: post } })).toMatchObject({ code: 'invalid_request' })
    expect(await social.share(author, { about: { kind: 'shop', id: newId('shop', new Date()) } })).toMatchObject({
      code: 'not_found',
    })
    must(await social.share(author, { about: { kind: 'shop', id: shop } }))
    const link = must(await social.share(author, { about: { kind: 'post', id: post } }))
    await tell.gone('post', post)
    await expect.poll(async () => (await social.openShare(guest(), link.id)).ok).toBe(false)
    expect(await social.share(author, { about: { kind: 'post', id: post } })).toMatchObject({ code: 'not_found' })
    expect(await social.openShare(guest(), newId('share', new Date()))).toMatchObject({ code: 'not_found' })
  })
})

describe('people who come and go', () => {
  test('a guest who signs in brings everything along, and what both did counts once', async () => {
    const [before, account, friend] = [guest(), await member(), await member()]
    const product = await tell.product()
    const [both, one] = [await tell.post(friend.person, [product]), await tell.post(friend.person)]
    for (const who of [before, account]) {
      must(await social.mark(who, 'like', both))
      must(await social.follow(who, friend.person))
    }
    must(await social.mark(before, 'save', one))
    must(await social.mark(before, 'product_save', product))
    must(await social.follow(before, account.person))
    must(await social.block(before, (await member()).person))
    await tell.bought(before.person, product, true)
    await tell.merged(before.person, account.person)
    await expect.poll(async () => (await social.counts([both])).get(both)?.likes).toBe(1)
    expect((await countersOf(house, both)).shown).toEqual((await countersOf(house, both)).rows)
    expect((await countersOf(house, one)).shown).toEqual((await countersOf(house, one)).rows)
    expect((await countersOf(house, product)).shown).toEqual((await countersOf(house, product)).rows)
    expect((await social.mine(account.person, [both, one])).get(one)?.saved).toBe(true)
    expect(await social.standing(account, friend.person)).toMatchObject({ followers: 1, iFollow: true })
    expect(await social.standing(friend, account.person)).toMatchObject({ followers: 0 })
    expect((await social.blocked(account.person)).size).toBe(1)
    expect(must(await social.writeComment(account, both, { text: 'mine now' })).boughtThis).toBe(true)
    const { rows } = await house.db.pool.query(
      `select (select count(*) from social.marks where person = $1) + (select count(*) from social.follows where person = $1)
        + (select count(*) from social.lines where person = $1) + (select count(*) from social.bought where person = $1) as n`,
      [before.person],
    )
    expect(rows[0].n).toBe(0n)
  })
  test('who leaves is forgotten: marks, follows, blocks, comments and names are gone, counters exact', async () => {
    const [leaver, friend] = [await member(), await member()]
    const post = await tell.post(friend.person)
    must(await social.mark(leaver, 'like', post))
    must(await social.mark(leaver, 'save', post))
    must(await social.follow(leaver, friend.person))
    must(await social.follow(friend, leaver.person))
    const top = must(await social.writeComment(leaver, post, { text: 'my secret' }))
    must(await social.writeComment(friend, post, { text: 'reply', parent: top.id }))
    const link = must(await social.share(leaver, { about: { kind: 'post', id: post } }))
    await tell.erased(leaver.person)
    await expect.poll(async () => (await social.counts([post])).get(post)).toEqual({ likes: 0, saves: 0, comments: 0, shares: 1 })
    expect((await countersOf(house, post)).shown).toEqual((await countersOf(house, post)).rows)
    expect(must(await social.comments(guest(), post, {})).items).toEqual([])
    expect(await social.standing(guest(), friend.person)).toMatchObject({ followers: 0, following: 0 })
    expect(must(await social.openShare(guest(), link.id)).sharer).toBeNull()
    const { rows } = await house.db.pool.query(
      `select (select string_agg(c::text, '') from social.comments c where post = $1) as comments, (select string_agg(s::text, '') from social.shares s where id = $2) as shares`,
      [post, link.id],
    )
    for (const kept of [rows[0].comments, rows[0].shares]) expect(kept).not.toContain(leaver.person)
    expect(rows[0].comments).not.toContain('secret')
  })
})
