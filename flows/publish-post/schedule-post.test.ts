import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Caller } from '#base/http'
import { days, hours, type Id, minutes, must, newId, ok, refuse } from '#base/kernel'
import { type Content, contentMigrations, createContent, type PostDraft } from '#rooms/content'
import { callerOf } from '#testing/callers'
import { type TestHouse, testHouse } from '#testing/house'
import { contentDoors, standIns } from '../../rooms/content/testing.ts'
import { createPublishPost, type Doors, type PublishPost } from './index.ts'

let house: TestHouse
let content: Content
let flow: PublishPost
const shop = newId('shop', new Date())
const callers = new Map<string, Caller>()
const suspended = new Set<string>()
const may: Doors['accounts']['may'] = (caller, _permission, about) => {
  if (!caller.member) return refuse('sign_in_required', 'Sign in first')
  return about.shop && !caller.shops.some(s => s.shop === about.shop) ? refuse('forbidden', 'You may not do this') : ok(true)
}
const doors = (): Doors => ({
  accounts: { may, callerFor: async person => callers.get(person) ?? callerOf({ person, member: false }) },
  content,
  media: contentDoors(may).media,
  moderation: { hidden: async subjects => new Set(subjects.map(s => `${s.kind}:${s.id}`).filter(k => suspended.has(k))) },
  orders: { lineOwner: async () => null },
})
beforeAll(async () => {
  house = await testHouse({ migrations: contentMigrations })
  content = createContent(house, contentDoors(may))
  await content.start()
  flow = createPublishPost(house, doors())
})
afterAll(() => house.close())

function person(shops: Caller['shops'] = []): Caller {
  const caller = callerOf({ person: standIns.person(`p${callers.size}`), shops })
  callers.set(caller.person, caller)
  return caller
}
const staff = () => person([{ shop, role: 'staff' }])
const inside = (ms: number) => new Date(house.clock.now().getTime() + ms)
async function draftOf(author: Caller, parts: Partial<PostDraft> = {}): Promise<Id<'post'>> {
  const made = await content.create(author, {
    caption: 'Tea',
    products: [],
    video: standIns.medium(author.person),
    disclosure: 'none',
    ...parts,
  })
  return must(made).id as Id<'post'>
}
async function waiting(author: Caller, parts: Partial<PostDraft> = {}): Promise<Id<'post'>> {
  const id = await draftOf(author, parts)
  must(await flow.schedule(author, id, inside(hours(1))))
  return id
}
const stateOf = async (id: Id<'post'>) => (await content.get(id))?.state
async function published(id: string) {
  await house.log.flush()
  return (await house.log.read(0n, 100_000)).filter(e => e.subject.id === id && e.name === 'post.published')
}

test('a scheduled post is published by itself at its time by the server’s clock, not before, and once, whoever asks again', async () => {
  const author = person()
  const id = await draftOf(author)
  const at = inside(hours(1))
  expect(must(await flow.schedule(author, id, at))).toMatchObject({ state: 'scheduled', scheduled: at.toISOString() })
  house.clock.set(new Date(at.getTime() - 1))
  await flow.sweep()
  expect(await stateOf(id)).toBe('scheduled')
  house.clock.set(at)
  // Two servers at once, and one that begins anew after a crash.
  await Promise.all([flow.sweep(), createPublishPost(house, doors()).sweep(), flow.sweep()])
  await flow.sweep()
  expect(await content.show(id)).toMatchObject({ state: 'live', scheduled: null, published: at.toISOString() })
  expect(await published(id)).toHaveLength(1)
})

test('the time can be moved and taken back until then; the old time publishes nothing', async () => {
  const author = person()
  const [moved, back] = [await waiting(author), await waiting(author)]
  must(await flow.schedule(author, moved, inside(hours(3))))
  expect(must(await flow.withdraw(author, back))).toMatchObject({ state: 'draft', scheduled: null, refusal: null })
  expect(must(await flow.withdraw(author, back)).state).toBe('draft')
  house.clock.advance(hours(2))
  await flow.sweep()
  expect([await stateOf(moved), await stateOf(back)]).toEqual(['scheduled', 'draft'])
  house.clock.advance(hours(1))
  await flow.sweep()
  expect([await stateOf(moved), await stateOf(back)]).toEqual(['live', 'draft'])
  expect([await flow.withdraw(author, moved), await flow.schedule(author, moved, inside(hours(1)))]).toMatchObject([
    { code: 'wrong_state' },
    { code: 'wrong_state' },
  ])
})

test('moved or taken back in the very moment in which it is due, it is live by the one or waits by the other, never both', async () => {
  const seed = 20261126
  let state = seed
  const random = (n: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return (state >>> 8) % n
  }
  const author = person()
  for (let i = 0; i < 25; i++) {
    const id = await waiting(author)
    house.clock.advance(hours(1))
    const late = () => new Promise(r => setTimeout(r, random(6)))
    const change = async () => {
      await late()
      return random(2) === 0 ? flow.withdraw(author, id) : flow.schedule(author, id, inside(hours(1)))
    }
    const [changed] = await Promise.all([change(), late().then(() => flow.sweep()), flow.sweep()])
    const now = await stateOf(id)
    expect(changed.ok ? ['draft', 'scheduled'] : ['live'], `seed ${seed}, round ${i}`).toContain(now)
    expect(await published(id), `seed ${seed}, round ${i}`).toHaveLength(now === 'live' ? 1 : 0)
  }
})

test('what waits can be changed, and the newest version is published; publishing it by hand ends the waiting', async () => {
  const author = person()
  const [changed, now] = [await waiting(author), await waiting(author)]
  expect(must(await content.change(author, changed, { caption: 'Second thought' }))).toMatchObject({ state: 'scheduled' })
  expect(must(await flow.publish(author, now))).toMatchObject({ state: 'live', scheduled: null })
  house.clock.advance(hours(1))
  await flow.sweep()
  expect(await content.show(changed)).toMatchObject({ state: 'live', caption: 'Second thought' })
  expect([(await published(changed)).length, (await published(now)).length]).toEqual([1, 1])
})

test('a clip that is still being made at the time is on its way, and live when it can be watched', async () => {
  const author = person()
  const video = standIns.medium(author.person, { watchable: 'no', state: 'processing' as never, durationMs: null })
  const id = await waiting(author, { video })
  house.clock.advance(hours(1))
  await flow.sweep()
  expect([await stateOf(id), await published(id)]).toEqual(['processing', []])
  standIns.media.set(video, { ...standIns.media.get(video)!, watchable: 'all', durationMs: 8000 })
  await flow.sweep()
  expect([await stateOf(id), (await published(id)).length]).toEqual(['live', 1])
})

describe('at its time a post is a draft again, with the reason,', () => {
  const cases: [string, string, (author: Caller) => Promise<Id<'post'>>][] = [
    [
      'when its clip was refused meanwhile',
      'not_a_video',
      async author => {
        const video = standIns.medium(author.person)
        const id = await waiting(author, { video })
        standIns.media.set(video, { ...standIns.media.get(video)!, refusal: { code: 'not_a_video', message: 'x' } as never })
        return id
      },
    ],
    [
      'when its clip is gone',
      'not_found',
      async author => {
        const video = standIns.medium(author.person)
        const id = await waiting(author, { video })
        standIns.media.delete(video)
        return id
      },
    ],
    [
      'when its product is sold no more',
      'not_found',
      async author => {
        const product = standIns.product(newId('shop', new Date()))
        const id = await waiting(author, { products: [{ product, fromMs: 0, toMs: 10 }] })
        standIns.products.set(product, { shop, state: 'archived' })
        return id
      },
    ],
    [
      'when its author works in its shop no more',
      'forbidden',
      async author => {
        const own = { ...author, shops: [{ shop, role: 'staff' as const }] }
        const id = await waiting(own, { shop })
        return id
      },
    ],
    [
      'when its author is suspended',
      'suspended',
      async author => {
        suspended.add(`person:${author.person}`)
        return waiting(author)
      },
    ],
    [
      'when moderation holds it back',
      'wrong_state',
      async author => {
        const id = await waiting(author)
        standIns.hidden.set(`post:${id}`, { reason: 'spam', explanation: '' })
        return id
      },
    ],
  ]
  test.each(cases)('%s', async (_name, code, make) => {
    const id = await make(person())
    house.clock.advance(hours(1))
    await flow.sweep()
    expect(await content.show(id)).toMatchObject({ state: 'draft', scheduled: null, refusal: { code } })
    expect(await published(id)).toEqual([])
    await flow.sweep()
    expect(await stateOf(id)).toBe('draft')
  })
})

test('what could not be published at once gets no time: it says what is missing now, and stays a draft', async () => {
  const author = person()
  const product = standIns.product(newId('shop', new Date()))
  const bare = must(await content.create(author, { caption: 'x', products: [] })).id as Id<'post'>
  const silent = must(
    await content.create(author, {
      caption: 'x',
      video: standIns.medium(author.person),
      products: [{ product, fromMs: 0, toMs: 10 }],
    }),
  ).id as Id<'post'>
  expect(await flow.schedule(author, bare, inside(hours(1)))).toMatchObject({ code: 'media_not_ready' })
  expect(await flow.schedule(author, silent, inside(hours(1)))).toMatchObject({ code: 'disclosure_required' })
  expect([await stateOf(bare), await stateOf(silent)]).toEqual(['draft', 'draft'])
})

test('a time that has passed, by the server’s clock, or that is years away is refused, and the old one stays', async () => {
  const author = person()
  const id = await waiting(author)
  const before = (await content.show(id)).scheduled
  for (const at of [house.clock.now(), inside(-1), new Date(0)])
    expect(await flow.schedule(author, id, at)).toMatchObject({ code: 'time_past' })
  expect(await flow.schedule(author, id, inside(days(400)))).toMatchObject({ code: 'invalid_request' })
  expect((await content.show(id)).scheduled).toBe(before)
  house.clock.advance(minutes(59))
  expect(must(await flow.schedule(author, id, inside(1))).state).toBe('scheduled')
})

test('colleagues move and take back what waits for the shop; a draft, a post of no shop and strangers are nothing to them', async () => {
  const [author, colleague, stranger] = [staff(), staff(), person()]
  const [ours, mine, draft] = [await waiting(author, { shop }), await waiting(author), await draftOf(author, { shop })]
  expect(must(await flow.schedule(colleague, ours, inside(hours(2)))).state).toBe('scheduled')
  for (const [caller, id] of [
    [colleague, mine],
    [colleague, draft],
    [stranger, ours],
    [stranger, mine],
  ] as const) {
    expect(await flow.schedule(caller, id, inside(hours(2)))).toMatchObject({ code: 'not_found' })
    expect(await flow.withdraw(caller, id)).toMatchObject({ code: 'not_found' })
  }
  expect(await flow.schedule(callerOf({ member: false }), ours, inside(hours(2)))).toMatchObject({ code: 'sign_in_required' })
  expect(must(await flow.withdraw(colleague, ours)).state).toBe('draft')
})

test('one post that can’t be looked at now holds up none of the others, and is tried again', async () => {
  const author = person()
  const [stuck, next] = [await waiting(author), await waiting(author)]
  let broken = true
  const shaky = doors()
  const fragile = createPublishPost(house, {
    ...shaky,
    content: {
      ...content,
      get: async id => {
        if (broken && id === stuck) throw new Error('no answer')
        return content.get(id)
      },
    },
  })
  house.clock.advance(hours(1))
  await fragile.sweep()
  expect([await stateOf(stuck), await stateOf(next)]).toEqual(['scheduled', 'live'])
  broken = false
  await fragile.sweep()
  expect(await stateOf(stuck)).toBe('live')
})

test('a deleted post does not come back at its time', async () => {
  const author = person()
  const id = await waiting(author)
  must(await content.remove(author, id))
  house.clock.advance(hours(1))
  await flow.sweep()
  expect([await stateOf(id), await published(id)]).toEqual(['deleted', []])
})
