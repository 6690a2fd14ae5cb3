import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildHttp, type Caller, createIdempotency } from '#base/http'
import { type Id, must, newId, ok, refuse } from '#base/kernel'
import { type Content, contentMigrations, contentRoutes, createContent, type PostDraft } from '#rooms/content'
import { createMedia, type Media, mediaMigrations } from '#rooms/media'
import { callerOf, staffOf } from '#testing/callers'
import { type TestHouse, testHouse } from '#testing/house'
import { clipFile, fileOf, pictureFile } from '../../rooms/media/testing.ts'
import { createPublishPost, type Doors, type PublishPost, publishPostRoutes } from './index.ts'

let house: TestHouse
let media: Media
let content: Content
let flow: PublishPost
let app: FastifyInstance
const shop = newId('shop', new Date())
const author = callerOf()
const products = new Map<string, { shop: Id<'shop'>; state: string }>()
const lines = new Map<string, { person: Id<'person'>; product: Id<'product'> }>()
const removedByModeration = new Set<string>()
const may: Doors['accounts']['may'] = (caller, _permission, about) =>
  about.shop && !caller.shops.some(s => s.shop === about.shop) ? refuse('forbidden', 'You may not do this') : ok(true)

beforeAll(async () => {
  house = await testHouse({ migrations: [...mediaMigrations, ...contentMigrations] })
  media = createMedia(house)
  content = createContent(house, {
    media,
    accounts: { may, people: async () => new Map(), peopleByHandles: async () => new Map() },
    catalog: { products: async ids => new Map(ids.flatMap(id => (products.has(id) ? [[id, products.get(id)!] as const] : []))) },
    moderation: {
      hidden: async subjects => new Set(subjects.map(s => `post:${s.id}`).filter(k => removedByModeration.has(k))),
      decisionOn: async () => null,
    },
  })
  flow = createPublishPost(house, {
    accounts: { may, callerFor: async person => callerOf({ person }) },
    moderation: { hidden: async () => new Set() },
    content,
    media,
    orders: { lineOwner: async line => lines.get(line) ?? null },
  })
  await media.start()
  await content.start()
  await flow.start()
  const identify = async () => author
  app = await buildHttp({
    routes: [contentRoutes(content), publishPostRoutes(flow)],
    identify,
    idempotency: createIdempotency(house.db, house.clock),
    clock: house.clock,
    logger: house.logger,
    trustProxy: false,
    rateLimits: false,
    publicUrl: 'http://localhost:3000',
  })
  await media.mount(app, identify)
  await house.jobs.start()
})
afterAll(async () => {
  await app.close()
  await media.stop()
  await house.close()
})

const product = (of: Id<'shop'> = shop, state = 'live') => {
  const id = newId('product', new Date())
  products.set(id, { shop: of, state })
  return id
}
const tag = (id: Id<'product'>) => ({ product: id, fromMs: 0, toMs: 1500 })
/** An upload whose bytes are all here, and on which a worker begins now. */
async function upload(path: string): Promise<Id<'media'>> {
  const bytes = readFileSync(path)
  const reply = await app.inject({
    method: 'POST',
    url: '/v1/uploads',
    headers: {
      'tus-resumable': '1.0.0',
      'upload-length': String(bytes.length),
      'content-type': 'application/offset+octet-stream',
    },
    payload: bytes,
  })
  expect(reply.statusCode).toBe(201)
  return reply.headers['upload-media-id'] as Id<'media'>
}
/** An upload that has only begun. */
async function begun(): Promise<Id<'media'>> {
  const reply = await app.inject({
    method: 'POST',
    url: '/v1/uploads',
    headers: { 'tus-resumable': '1.0.0', 'upload-length': '100000' },
  })
  return reply.headers['upload-media-id'] as Id<'media'>
}
const ready = (path: string, owner = author.person) => media.ingestFile(owner, path, { kind: 'video' })
const draft = async (parts: Partial<PostDraft>, caller: Caller = author) =>
  must(await content.create(caller, { caption: 'Tea', products: [], ...parts })).id as Id<'post'>
async function published(id: string) {
  await house.log.flush()
  return (await house.log.read(0n, 10_000)).filter(e => e.subject.id === id && e.name === 'post.published')
}
async function until(id: Id<'post'>, state: string) {
  for (let i = 0; i < 600; i++) {
    const post = (await content.get(id))!
    if (post.state === state) return post
    await new Promise(r => setTimeout(r, 25))
  }
  throw new Error(`never ${state}: ${JSON.stringify(await content.show(id))}`)
}

describe('publishing', () => {
  test('while the clip is still being made answers at once, and the post goes live by itself at the first rung', async () => {
    const id = await draft({
      video: await upload(clipFile({ size: '360x640', seconds: 3 })),
      products: [tag(product())],
      disclosure: 'none',
    })
    const reply = await app.inject({ method: 'POST', url: `/v1/posts/${id}/publish` })
    expect([reply.statusCode, reply.json().state]).toEqual([200, 'processing'])
    const post = await until(id, 'live')
    expect((await published(id)).map(e => (e.data as { durationMs: number }).durationMs / 100)).toEqual([expect.closeTo(30, 0)])
    expect([post.disclosure, (await content.show(id)).video!.rungs[0]!.name]).toEqual(['none', 'low'])
  })
  test('a finished clip is live with the answer; twice, and at once from two places, it is published once', async () => {
    const id = await draft({ video: await ready(clipFile({})) })
    const answers = await Promise.all([flow.publish(author, id), flow.publish(author, id)])
    expect([...answers, await flow.publish(author, id)].map(a => must(a).state)).toEqual(['live', 'live', 'live'])
    expect(await published(id)).toHaveLength(1)
  })
  test('pictures wait for the last of them', async () => {
    const first = await ready(await pictureFile(90, 60))
    const second = await begun()
    const id = await draft({ pictures: [first, second] })
    expect(must(await flow.publish(author, id)).state).toBe('processing')
    const bytes = readFileSync(await pictureFile(80, 80))
    await media.remove(second)
    await flow.sweep()
    expect((await content.show(id)).refusal).toMatchObject({ code: 'not_found' })
    must(await content.change(author, id, { pictures: [first, await upload(fileOf('p.jpg', bytes))] }))
    must(await flow.publish(author, id))
    await until(id, 'live')
    expect((await published(id))[0]!.data).toMatchObject({ format: 'pictures', durationMs: 0 })
  })
  test.each([
    ['a clip that turns out to be a text', () => upload(fileOf('x.mp4', 'no clip')), 'not_a_video'],
    ['a clip that turns out to be a picture', async () => upload(await pictureFile(50, 50)), 'not_a_video'],
  ])('%s brings the post back to the draft, with the reason', async (_name, make, code) => {
    const id = await draft({ video: await begun() })
    const other = await make()
    must(await content.change(author, id, { video: other }))
    const answer = await flow.publish(author, id)
    if (answer.ok) await until(id, 'draft')
    expect((await content.show(id)).refusal?.code ?? (answer as { code: string }).code).toBe(code)
    expect(await published(id)).toEqual([])
  })
  test('survives a server that is killed between its steps, and events that come again', async () => {
    const video = await ready(clipFile({}))
    const id = await draft({ video })
    // Killed after the post was on its way: the clip's event has passed.
    must(await content.markProcessing(id, { version: 1, disclosure: 'none', products: [], grownProduct: null }))
    await flow.sweep()
    expect((await content.get(id))!.state).toBe('live')
    for (let i = 0; i < 2; i++)
      await house.db.transaction(trx =>
        house.log.append(trx, [
          {
            name: 'media.watchable',
            at: house.clock.now(),
            person: author.person,
            subject: { kind: 'media', id: video },
            data: { kind: 'video' },
          },
        ]),
      )
    // A consumer that lost its place hears the whole log again.
    await house.db.pool.query("delete from events.cursor where name = 'publish-post.media'")
    await flow.start()
    await house.log.flush()
    await new Promise(r => setTimeout(r, 200))
    expect(await published(id)).toHaveLength(1)
  })
})

describe('a draft is refused', () => {
  const foreign = callerOf()
  const cases: [string, () => Promise<Id<'post'>>, string, Caller?][] = [
    ['of somebody else', async () => draft({ video: await begun() }), 'not_found', foreign],
    ['without anything to be seen', () => draft({}), 'media_not_ready'],
    ['whose clip was refused', async () => draft({ video: await ready(fileOf('x.mp4', '')) }), 'media_empty'],
    [
      'whose product is off sale by now',
      async () => {
        const gone = product()
        const id = await draft({ video: await begun(), products: [tag(gone)], disclosure: 'none' })
        products.set(gone, { shop, state: 'archived' })
        return id
      },
      'not_found',
    ],
    [
      'that shows a product and has not said anything',
      async () => draft({ video: await begun(), products: [tag(product())] }),
      'disclosure_required',
    ],
    [
      'whose author is staff and hides it',
      async () => draft({ video: await begun(), products: [tag(product())], disclosure: 'none' }),
      'disclosure_required',
      { ...staffOf(shop), person: author.person },
    ],
    [
      'for a shop that its author has left',
      async () => draft({ video: await begun(), shop }, { ...staffOf(shop), person: author.person }),
      'forbidden',
    ],
    [
      "that grew from another person's purchase",
      async () => {
        const line = newId('line', new Date())
        lines.set(line, { person: foreign.person, product: product() })
        return draft({ video: await begun(), grownFrom: line, disclosure: 'none' })
      },
      'not_found',
    ],
    [
      'that grew from no purchase',
      async () => draft({ video: await begun(), grownFrom: newId('line', new Date()) }),
      'not_found',
    ],
    [
      'that moderation holds back',
      async () => {
        const id = await draft({ video: await begun() })
        removedByModeration.add(`post:${id}`)
        return id
      },
      'wrong_state',
    ],
    [
      'with a tag behind the end of its clip',
      async () => {
        const id = await draft({
          video: await begun(),
          products: [{ product: product(), fromMs: 0, toMs: 60_000 }],
          disclosure: 'none',
        })
        await house.db.pool.query('update content.posts set video = $1 where id = $2', [await ready(clipFile({})), id])
        return id
      },
      'invalid_request',
    ],
    ['that is unknown', async () => newId('post', new Date()), 'not_found'],
  ]
  test.each(cases)('%s', async (_name, make, code, caller = author) => {
    const id = await make()
    expect(await flow.publish(caller, id)).toMatchObject({ ok: false, code })
    expect([(await content.get(id))?.state ?? 'draft', await published(id)]).toEqual(['draft', []])
  })
})

test('what a removed post showed can’t be published by another one, on its way neither, until the post is restored', async () => {
  const say = (name: 'subject.removed' | 'subject.restored', id: string) =>
    house.db.transaction(trx =>
      house.log.append(trx, [
        { name, at: house.clock.now(), person: null, subject: { kind: 'post', id }, data: { reason: 'spam' } },
      ]),
    )
  const video = await ready(clipFile({}))
  const first = await draft({ video })
  must(await flow.publish(author, first))
  const [again, gone] = [await draft({ video }), await draft({ video })]
  const waiting = await draft({ video })
  must(await content.markProcessing(waiting, { version: 1, disclosure: 'none', products: [], grownProduct: null }))
  await say('subject.removed', first)
  await until(first, 'removed')
  expect((await content.show(first)).refusal).toBeNull()
  for (const id of [again, gone]) {
    expect(await flow.publish(author, id)).toMatchObject({ ok: false, code: 'media_removed', details: { media: video } })
    expect([(await content.get(id))?.state, (await content.show(id)).refusal?.code, await published(id)]).toEqual([
      'draft',
      'media_removed',
      [],
    ])
  }
  expect(await content.goLive(waiting)).toMatchObject({ code: 'media_not_ready' })
  await flow.sweep()
  expect([(await content.get(waiting))?.state, (await content.show(waiting)).refusal?.code]).toEqual(['draft', 'media_removed'])
  await say('subject.restored', first)
  await until(first, 'live')
  expect(must(await flow.publish(author, again)).state).toBe('live')
  // Deleting what was removed does not make it new.
  await say('subject.removed', first)
  await until(first, 'removed')
  await say('subject.removed', again)
  await until(again, 'removed')
  for (const id of [first, again]) must(await content.remove(author, id))
  expect(await flow.publish(author, gone)).toMatchObject({ code: 'media_removed' })
})

test('a post that grew from a purchase shows what was bought, and keeps its origin when that is sold no more', async () => {
  const [line, oldLine] = [newId('line', new Date()), newId('line', new Date())]
  const [bought, old] = [product(), product(shop, 'archived')]
  lines.set(line, { person: author.person, product: bought })
  lines.set(oldLine, { person: author.person, product: old })
  const id = await draft({ video: await ready(clipFile({})), grownFrom: line })
  expect(await flow.publish(author, id)).toMatchObject({ code: 'disclosure_required' })
  must(await content.change(author, id, { disclosure: 'none' }))
  expect(must(await flow.publish(author, id)).products).toEqual([{ product: bought, fromMs: 0, toMs: expect.any(Number) }])
  expect((await published(id))[0]!.data).toMatchObject({ grownFrom: line, products: [bought], disclosure: 'none' })
  const second = await draft({ video: await ready(clipFile({})), grownFrom: oldLine })
  expect(must(await flow.publish(author, second))).toMatchObject({ state: 'live', products: [], grownFrom: oldLine })
})
