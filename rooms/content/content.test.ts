import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Caller } from '#base/http'
import { type Id, must, newId, pick, seeded, wordHashes } from '#base/kernel'
import { callerOf, guest, staffOf } from '#testing/callers'
import { type TestHouse, testHouse } from '#testing/house'
import { type Content, contentMigrations, createContent } from './index.ts'
import { type PostAction, type PostState, postMachine } from './post.ts'
import { contentDoors, draftOf, standIns } from './testing.ts'

let house: TestHouse
let content: Content
const shop = newId('shop', new Date())
let author: Caller
const may: Parameters<typeof contentDoors>[0] = (caller, _permission, about) => {
  if (!caller.member) return { ok: false, code: 'sign_in_required', message: 'Sign in first' }
  const allowed = about.shop ? caller.shops.some(s => s.shop === about.shop) : true
  return allowed ? { ok: true, value: true } : { ok: false, code: 'forbidden', message: 'You may not do this' }
}
beforeAll(async () => {
  house = await testHouse({ migrations: contentMigrations })
  content = createContent(house, contentDoors(may))
  await content.start()
  author = callerOf({ person: standIns.person('mio') })
})
afterAll(() => house.close())

async function eventsOf(id: string) {
  await house.log.flush()
  return (await house.log.read(0n, 100_000)).filter(e => e.subject.id === id && e.name.startsWith('post.'))
}
const draft = async (parts = {}, caller = author) => must(await content.create(caller, draftOf(parts))).id as Id<'post'>
async function publish(id: Id<'post'>, grownProduct: Id<'product'> | null = null): Promise<void> {
  const post = (await content.get(id))!
  must(
    await content.markProcessing(id, {
      version: post.version,
      disclosure: post.disclosure ?? 'none',
      products: post.products,
      grownProduct,
    }),
  )
  must(await content.goLive(id))
}
const live = async (parts: object = {}, caller = author) => {
  const id = await draft({ video: standIns.medium(caller.person), ...parts }, caller)
  await publish(id)
  return id
}
async function say(
  name: 'subject.removed' | 'subject.restored' | 'person.erased',
  subject: { kind: 'post' | 'person'; id: string },
) {
  await house.db.transaction(trx =>
    house.log.append(trx, [{ name, at: house.clock.now(), person: null, subject, data: { reason: 'spam' } } as never]),
  )
}
async function until(done: () => Promise<boolean>): Promise<void> {
  await house.log.flush()
  for (let i = 0; i < 300 && !(await done()); i++) await new Promise(r => setTimeout(r, 10))
  expect(await done()).toBe(true)
}

describe('a draft', () => {
  test('keeps what was written, reads its tags, mentions and language, and has not disclosed anything', async () => {
    const ken = standIns.person('ken')
    const video = standIns.medium(author.person)
    const product = standIns.product(shop)
    const post = must(
      await content.create(
        author,
        draftOf({ caption: '#抹茶 を @ken と @nobody_here と', video, products: [{ product, fromMs: 0, toMs: 8000 }] }),
      ),
    )
    expect(post).toMatchObject({
      author: author.person,
      state: 'draft',
      format: 'video',
      language: 'ja',
      tags: ['抹茶'],
      mentions: [{ handle: 'ken', person: ken }],
      disclosure: null,
      products: [{ product, fromMs: 0, toMs: 8000 }],
      progress: 100,
      published: null,
      refusal: null,
      removal: null,
      grownFrom: null,
      pictures: [],
    })
    expect(post.video?.id).toBe(video)
  })
  test('is changed field by field; a clip takes the place of pictures and the reverse', async () => {
    const id = await draft({ video: standIns.medium(author.person), disclosure: 'gift' })
    const pictures = [standIns.medium(author.person, { kind: 'picture' }), standIns.medium(author.person, { kind: 'picture' })]
    const changed = must(await content.change(author, id, { pictures }))
    expect([changed.format, changed.video, changed.pictures.map(p => p.id), changed.disclosure, changed.caption]).toEqual([
      'pictures',
      null,
      pictures,
      'gift',
      'Whisking tea #matcha',
    ])
    const again = must(await content.change(author, id, { video: standIns.medium(author.person), caption: '茶' }))
    expect([again.format, again.pictures, again.language, again.tags]).toEqual(['video', [], 'zh', []])
  })
  const refused: [string, () => object, string, Caller?][] = [
    ['media of somebody else', () => ({ video: standIns.medium(newId('person', new Date())) }), 'not_found'],
    ['an unknown medium', () => ({ video: newId('media', new Date()) }), 'not_found'],
    ['a picture as the clip', () => ({ video: standIns.medium(author.person, { kind: 'picture' }) }), 'not_a_video'],
    ['a clip among the pictures', () => ({ pictures: [standIns.medium(author.person)] }), 'media_unsupported'],
    [
      'both a clip and pictures',
      () => ({ video: standIns.medium(author.person), pictures: [standIns.medium(author.person, { kind: 'picture' })] }),
      'invalid_request',
    ],
    [
      'a product that is not on sale',
      () => ({ products: [{ product: standIns.product(shop, 'draft'), fromMs: 0, toMs: 1 }] }),
      'not_found',
    ],
    ['an unknown product', () => ({ products: [{ product: newId('product', new Date()), fromMs: 0, toMs: 1 }] }), 'not_found'],
    [
      'a time behind the end',
      () => ({ video: standIns.medium(author.person), products: [{ product: standIns.product(shop), fromMs: 0, toMs: 20_000 }] }),
      'invalid_request',
    ],
    ['a shop whose staff the author is not', () => ({ shop }), 'forbidden'],
  ]
  test.each(refused)('with %s is refused, new or changed', async (_name, parts, code) => {
    const id = await draft()
    expect(await content.create(author, draftOf(parts()))).toMatchObject({ ok: false, code })
    expect(await content.change(author, id, parts())).toMatchObject({ ok: false, code })
  })
  test("is its author's alone, a member's, and may be its shop's", async () => {
    const id = await draft()
    expect(await content.change(callerOf(), id, { caption: 'x' })).toMatchObject({ code: 'not_found' })
    expect(await content.remove(callerOf(), id)).toMatchObject({ code: 'not_found' })
    expect(await content.create(guest(), draftOf())).toMatchObject({ code: 'sign_in_required' })
    expect(must(await content.create(staffOf(shop), draftOf({ shop }))).shop).toBe(shop)
    expect((await content.tiles([id])).size).toBe(0)
  })
})

describe('a post', () => {
  test('goes live once, with its facts in the same transaction, and its tags end with its clip', async () => {
    const product = standIns.product(shop)
    const id = await draft({
      video: standIns.medium(author.person),
      products: [
        { product, fromMs: 0, toMs: 8900 },
        { product, fromMs: 100, toMs: 200, x: 0.25, y: 0.1 },
      ],
      disclosure: 'gift',
    })
    await publish(id)
    await Promise.all([content.goLive(id), content.goLive(id)])
    const events = await eventsOf(id)
    expect(events.map(e => [e.name, e.person, e.data])).toEqual([
      [
        'post.published',
        author.person,
        {
          author: author.person,
          shop: null,
          format: 'video',
          durationMs: 8000,
          tags: ['matcha'],
          products: [product],
          language: 'en',
          words: wordHashes('Whisking tea #matcha'),
          disclosure: 'gift',
          grownFrom: null,
        },
      ],
    ])
    const live = (await content.get(id))!
    expect(live.state).toBe('live')
    expect(live.products).toEqual([
      { product, fromMs: 0, toMs: 8000 },
      { product, fromMs: 100, toMs: 200, x: 0.25, y: 0.1 },
    ])
    expect(await content.change(author, id, { caption: 'x' })).toMatchObject({ code: 'wrong_state' })
  })
  test('that was changed since it was checked is not published unchecked', async () => {
    const id = await draft({ video: standIns.medium(author.person) })
    const { version } = (await content.get(id))!
    await content.change(author, id, { caption: 'other' })
    expect(await content.markProcessing(id, { version, disclosure: 'none', products: [], grownProduct: null })).toMatchObject({
      code: 'version_conflict',
    })
  })
  test('does not go live before its clip can be watched; a refusal brings it back to the draft and is answered by a change', async () => {
    const video = standIns.medium(author.person, {
      state: 'processing',
      watchable: 'no',
      progress: 20,
      kind: null,
      posterUrl: null,
    })
    const id = await draft({ video })
    must(await content.markProcessing(id, { version: 1, disclosure: 'none', products: [], grownProduct: null }))
    expect([await content.waitingFor([video]), await content.waitingSince(house.clock.now(), 10)]).toEqual([[id], [id]])
    expect(await content.goLive(id)).toMatchObject({ code: 'media_not_ready' })
    await content.failProcessing(id, { code: 'media_too_long', message: 'Too long' })
    await content.failProcessing(id, { code: 'media_empty', message: 'again' })
    expect(await content.show(id)).toMatchObject({ state: 'draft', refusal: { code: 'media_too_long' } })
    expect(await content.waitingFor([video])).toEqual([])
    expect(must(await content.change(author, id, { video: standIns.medium(author.person) })).refusal).toBeNull()
  })
  test('that its author deletes is gone for ever with its words and media; others that show the medium keep it', async () => {
    const shared = standIns.medium(author.person)
    const [first, second] = [await live({ video: shared }), await live({ video: shared })]
    expect(must(await content.remove(author, first)).ok).toBe(true)
    must(await content.remove(author, first))
    expect([standIns.media.has(shared), (await eventsOf(first)).map(e => e.name)]).toEqual([
      true,
      ['post.published', 'post.removed'],
    ])
    expect((await content.get(first))!).toMatchObject({
      state: 'deleted',
      caption: '',
      tags: [],
      videoId: null,
      author: author.person,
    })
    must(await content.remove(author, second))
    expect(standIns.media.has(shared)).toBe(false)
    expect(must(await content.mine(author, {})).items.map(p => p.id)).not.toContain(first)
    expect(await content.change(author, first, { caption: 'x' })).toMatchObject({ code: 'not_found' })
    expect(await content.goLive(first)).toMatchObject({ code: 'not_found' })
  })
  test('that moderation removes is removed with its reason and comes back when that is taken back, heard twice or not', async () => {
    const id = await live()
    standIns.hidden.set(`post:${id}`, { reason: 'hidden_ad', explanation: 'The gift is not disclosed' })
    expect((await content.tiles([id])).size).toBe(0)
    await say('subject.removed', { kind: 'post', id })
    await say('subject.removed', { kind: 'post', id })
    await until(async () => (await content.get(id))!.state === 'removed')
    expect(must(await content.mine(author, { state: 'removed' })).items.find(p => p.id === id)).toMatchObject({
      state: 'removed',
      removal: { reason: 'hidden_ad', explanation: 'The gift is not disclosed' },
    })
    expect(must(await content.postsBy(author.person, { limit: 100 })).items.map(t => t.id)).not.toContain(id)
    standIns.hidden.delete(`post:${id}`)
    await say('subject.restored', { kind: 'post', id })
    await until(async () => (await content.get(id))!.state === 'live')
    expect((await eventsOf(id)).map(e => e.name)).toEqual(['post.published', 'post.removed', 'post.restored'])
    expect((await content.tiles([id])).get(id)).toMatchObject({ author: { handle: 'mio' }, durationMs: 8000, state: 'live' })
  })
  test('of an erased person is gone, and only what was seen says so', async () => {
    const leaver = callerOf({ person: standIns.person('leaver') })
    const [seen, unseen] = [await live({}, leaver), await draft({}, leaver)]
    await say('person.erased', { kind: 'person', id: leaver.person })
    await until(async () => (await content.get(seen))!.state === 'deleted')
    await house.log.flush()
    expect([(await content.get(unseen))!.state, (await eventsOf(seen)).map(e => e.name), await eventsOf(unseen)]).toEqual([
      'deleted',
      ['post.published', 'post.removed'],
      [],
    ])
  })
})

describe('lists', () => {
  test("show a person's live posts newest first, each once, and refuse a cursor that is not ours", async () => {
    const writer = callerOf({ person: standIns.person('writer') })
    const ids: string[] = []
    for (let i = 0; i < 7; i++) {
      ids.unshift(await live({}, writer))
      if (i % 2) house.clock.advance(1000)
    }
    await draft({}, writer)
    const got: string[] = []
    for (let cursor: string | undefined; ; ) {
      const page = must(await content.postsBy(writer.person, { limit: 3, cursor }))
      got.push(...page.items.map(t => t.id))
      if (!page.next) break
      cursor = page.next
    }
    expect([got.length, [...got].sort()]).toEqual([7, [...ids].sort()])
    for (const cursor of [
      'x',
      Buffer.from('[1e400,"pst_a"]').toString('base64url'),
      Buffer.from('["a","b"]').toString('base64url'),
      Buffer.from('[1,"\\u0000"]').toString('base64url'),
    ]) {
      for (const list of [content.postsBy(writer.person, { cursor }), content.mine(writer, { cursor })])
        expect(await list).toMatchObject({ code: 'invalid_cursor' })
    }
    expect(must(await content.mine(writer, { state: 'draft' })).items).toHaveLength(1)
    expect(must(await content.mine(writer, { limit: 100 })).items).toHaveLength(8)
  })
  test('show what shows a product, buyers first, over page borders too', async () => {
    const product = standIns.product(shop)
    const make = async (bought: boolean) => {
      const id = await draft({
        video: standIns.medium(author.person),
        products: [{ product, fromMs: 0, toMs: 1 }],
        disclosure: 'none',
      })
      await publish(id, bought ? product : null)
      house.clock.advance(1000)
      return id
    }
    const [a, b, c, d, e] = [await make(true), await make(false), await make(true), await make(false), await make(false)]
    const got: string[] = []
    for (let cursor: string | undefined; ; ) {
      const page = must(await content.postsShowing(product, { limit: 2, cursor }))
      got.push(...page.items.map(t => t.id))
      if (!page.next) break
      cursor = page.next
    }
    expect(got).toEqual([c, a, e, d, b])
  })
  test('cost the same number of statements for one post as for many', async () => {
    const writer = callerOf({ person: standIns.person('many') })
    const count = async (work: () => Promise<unknown>) => {
      // The sequencer's own statements may fall in between: the least of some tries is what the work itself costs.
      const tries: number[] = []
      for (let i = 0; i < 20; i++) {
        const before = house.db.statements()
        await work()
        tries.push(house.db.statements() - before)
      }
      return Math.min(...tries)
    }
    const one = [await live({}, writer)]
    const forOne = [await count(() => content.tiles(one)), await count(() => content.mine(writer, {}))]
    for (let i = 0; i < 6; i++) one.push(await live({}, writer))
    expect([await count(() => content.tiles(one)), await count(() => content.mine(writer, {}))]).toEqual(forOne)
    expect(forOne).toEqual([1, 2])
  })
})

test('whatever is asked of posts in whatever order, their states follow the table and every change says itself once', async () => {
  const seed = Math.floor(Math.random() * 2 ** 31)
  const random = seeded(seed)
  const owner = callerOf({ person: standIns.person('chaos') })
  const ids: Id<'post'>[] = []
  for (let i = 0; i < 4; i++) ids.push(await draft({ video: standIns.medium(owner.person) }, owner))
  const model = new Map<string, PostState>(ids.map(id => [id, 'draft']))
  const said = new Map<string, string[]>(ids.map(id => [id, []]))
  const spoken: Partial<Record<PostAction, string>> = { show: 'post.published', remove: 'post.removed', restore: 'post.restored' }
  for (let step = 0; step < 120; step++) {
    const id = pick(random, ids)
    const action = pick(random, [
      'publish',
      'show',
      'refuse',
      'remove',
      'restore',
      ...(random() < 0.1 ? ['delete' as const] : []),
    ] as const)
    const from = model.get(id)!
    const { version } = (await content.get(id))!
    const twice = (work: () => Promise<unknown>) => Promise.all(random() < 0.5 ? [work(), work()] : [work()])
    if (action === 'publish')
      await twice(() => content.markProcessing(id, { version, disclosure: 'none', products: [], grownProduct: null }))
    if (action === 'show') await twice(() => content.goLive(id))
    if (action === 'refuse') await twice(() => content.failProcessing(id, { code: 'media_empty', message: 'empty' }))
    if (action === 'delete') await twice(() => content.remove(owner, id))
    if (action === 'remove' || action === 'restore') {
      await say(action === 'remove' ? 'subject.removed' : 'subject.restored', { kind: 'post', id })
      await house.log.flush()
      const marker = (await house.log.read(0n, 100_000)).findLast(e => e.name.startsWith('subject.'))!.position
      await until(
        async () =>
          BigInt(
            (await house.db.pool.query("select position from events.cursor where name = 'content.moderation'")).rows[0].position,
          ) >= marker,
      )
    }
    const next = postMachine.next(from, action)
    if (next.ok) {
      model.set(id, next.value)
      const word = action === 'delete' ? (from === 'live' ? 'post.removed' : undefined) : spoken[action]
      if (word) said.get(id)!.push(word)
    }
    expect((await content.get(id))!.state, `seed ${seed} step ${step} ${action} from ${from}`).toBe(model.get(id))
  }
  for (const id of ids)
    expect(
      (await eventsOf(id)).map(e => e.name),
      `seed ${seed}`,
    ).toEqual(said.get(id))
})
