import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LoggedEvent } from '#base/catalogue'
import { type Id, money, must } from '#base/kernel'
import { callerOf, guest, operator, staffOf } from '#testing/callers'
import { type TestHouse, testHouse } from '#testing/house'
import { catalogMigrations } from './index.ts'
import { catalogOf, draftOf, liveProduct, newShop } from './testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse({ migrations: catalogMigrations })
})
afterAll(() => house.close())

async function eventsOf(product: string): Promise<LoggedEvent[]> {
  await house.log.flush()
  return (await house.log.read(0n, 10_000)).filter(e => e.subject.id === product)
}
const namesOf = async (product: string) => (await eventsOf(product)).map(e => e.name)

describe('a draft', () => {
  test('is written with variants, opening stock and pictures, and only its shop sees it', async () => {
    const at = catalogOf(house)
    const picture = at.doors.medium(at.owner.person)
    const made = must(
      await at.catalog.create(at.owner, at.shop, draftOf({ stock: [3, 0], pictures: [picture], tags: ['#hagi'] })),
    )
    expect(made).toMatchObject({
      state: 'draft',
      version: 1,
      tags: ['hagi'],
      variants: [{ available: 3 }, { available: 0 }],
      pictures: [{ id: picture }],
    })
    const id = made.id as Id<'product'>
    expect(await at.catalog.show(guest(), id)).toMatchObject({ code: 'not_found' })
    expect(await at.catalog.show(staffOf(newShop()), id)).toMatchObject({ code: 'not_found' })
    expect(must(await at.catalog.show(at.owner, id)).id).toBe(id)
    expect(must(await at.catalog.show(operator(), id)).id).toBe(id)
    expect(await namesOf(id)).toEqual([])
  })
  test('of a shop that is not mine is refused before anything else is looked at', async () => {
    const at = catalogOf(house)
    const broken = { ...draftOf(), variants: [{ sku: '', choice: ['nope'], weightGrams: 1 }] }
    expect(await at.catalog.create(staffOf(newShop()), at.shop, broken)).toMatchObject({ code: 'forbidden' })
  })
  test("can't show somebody else's picture, a clip or a medium that does not exist", async () => {
    const at = catalogOf(house)
    const foreign = at.doors.medium(callerOf().person)
    expect(await at.catalog.create(at.owner, at.shop, draftOf({ pictures: [foreign] }))).toMatchObject({
      code: 'not_found',
      details: { pictures: [foreign] },
    })
    const clip = at.doors.medium(at.owner.person, { kind: 'video' })
    expect(await at.catalog.create(at.owner, at.shop, draftOf({ pictures: [clip] }))).toMatchObject({ code: 'media_unsupported' })
    const variants = draftOf().variants.map(v => ({ ...v, picture: 'med_unknown00' }))
    expect(await at.catalog.create(at.owner, at.shop, draftOf({ variants }))).toMatchObject({ code: 'not_found' })
  })
})

describe('a SKU', () => {
  const sku = (name: string) => ({ variants: draftOf().variants.map(v => ({ ...v, sku: name })) })
  test('is unique in its shop, free in another, and free again after archiving', async () => {
    const [a, b] = [catalogOf(house), catalogOf(house)]
    const first = must(await a.catalog.create(a.owner, a.shop, draftOf(sku('CUP'))))
    expect(await a.catalog.create(a.owner, a.shop, draftOf(sku('CUP')))).toMatchObject({
      code: 'sku_taken',
      details: { sku: 'CUP' },
    })
    must(await b.catalog.create(b.owner, b.shop, draftOf(sku('CUP'))))
    must(await a.catalog.archive(a.owner, first.id as Id<'product'>))
    must(await a.catalog.create(a.owner, a.shop, draftOf(sku('CUP'))))
  })
  test('that eight people type at once is taken by exactly one', async () => {
    const at = catalogOf(house)
    const tries = await Promise.all(Array.from({ length: 8 }, () => at.catalog.create(at.owner, at.shop, draftOf(sku('RACE')))))
    expect(tries.filter(t => t.ok)).toHaveLength(1)
    expect(new Set(tries.filter(t => !t.ok).map(t => (t as { code: string }).code))).toEqual(new Set(['sku_taken']))
  })
})

describe('a change', () => {
  test('raises the version; a second editor with the old one gets a conflict with the product as it is now', async () => {
    const at = catalogOf(house)
    const { id, wire } = await liveProduct(at)
    const version = wire.version + 1
    const changed = must(await at.catalog.change(at.owner, id, { version, name: { en: 'Tea bowl' } }))
    expect(changed).toMatchObject({ version: version + 1, name: { en: 'Tea bowl' } })
    const late = await at.catalog.change(at.owner, id, { version, name: { en: 'Mug' } })
    expect(late).toMatchObject({
      code: 'version_conflict',
      details: { product: { version: version + 1, name: { en: 'Tea bowl' } } },
    })
  })
  test('by twenty editors of one version is done once', async () => {
    const at = catalogOf(house)
    const { id } = await liveProduct(at)
    const tries = await Promise.all(
      Array.from({ length: 20 }, (_, i) => at.catalog.change(at.owner, id, { version: 2, tags: [`t${i}`] })),
    )
    expect(tries.filter(t => t.ok)).toHaveLength(1)
    expect(tries.filter(t => !t.ok && t.code === 'version_conflict')).toHaveLength(19)
    expect((await namesOf(id)).filter(n => n === 'product.changed')).toHaveLength(1)
  })
  test('of a live product tells its facts, of a draft tells nothing', async () => {
    const at = catalogOf(house)
    const draft = must(await at.catalog.create(at.owner, at.shop, draftOf()))
    must(await at.catalog.change(at.owner, draft.id as Id<'product'>, { version: 1, category: 'tea' }))
    expect(await namesOf(draft.id)).toEqual([])
    const { id } = await liveProduct(at, { price: money(990, 'JPY') })
    must(await at.catalog.change(at.owner, id, { version: 2, category: 'tea', tags: ['uji'] }))
    const [published, changed] = await eventsOf(id)
    expect(published).toMatchObject({
      name: 'product.published',
      person: at.owner.person,
      data: {
        category: 'ceramics',
        words: expect.arrayContaining([expect.any(Number)]),
        price: { minor: '990', currency: 'JPY' },
        inStock: true,
      },
    })
    expect(changed).toMatchObject({
      name: 'product.changed',
      data: { shop: at.shop, category: 'tea', tags: ['uji'], price: { minor: '990' } },
    })
  })
  test("can't take the last text or picture from a product on sale", async () => {
    const at = catalogOf(house)
    const { id } = await liveProduct(at)
    expect(await at.catalog.change(at.owner, id, { version: 2, name: { en: '  ' } })).toMatchObject({
      code: 'text_missing',
      details: { fields: ['name'] },
    })
    expect(await at.catalog.change(at.owner, id, { version: 2, pictures: [] })).toMatchObject({ code: 'media_not_ready' })
    const waiting = at.doors.medium(at.owner.person, { state: 'processing' })
    expect(await at.catalog.change(at.owner, id, { version: 2, pictures: [waiting] })).toMatchObject({
      code: 'media_not_ready',
      details: { pictures: [{ picture: waiting, state: 'processing' }] },
    })
  })
  test('keeps a picture that a colleague put there', async () => {
    const at = catalogOf(house)
    const theirs = at.doors.medium(at.owner.person)
    const made = must(await at.catalog.create(at.owner, at.shop, draftOf({ pictures: [theirs] })))
    const colleague = staffOf(at.shop)
    const mine = at.doors.medium(colleague.person)
    must(await at.catalog.change(colleague, made.id as Id<'product'>, { version: 1, pictures: [mine, theirs] }))
  })
  test('is refused to strangers, for unknown products and for archived ones', async () => {
    const at = catalogOf(house)
    const { id } = await liveProduct(at)
    expect(await at.catalog.change(staffOf(newShop()), id, { version: 2 })).toMatchObject({ code: 'forbidden' })
    expect(await at.catalog.change(at.owner, 'prd_000000', { version: 2 })).toMatchObject({ code: 'not_found' })
    must(await at.catalog.archive(at.owner, id))
    expect(await at.catalog.change(at.owner, id, { version: 3, tags: [] })).toMatchObject({ code: 'wrong_state' })
  })
})

describe('states', () => {
  test('publishing happens once; archiving tells that the product is gone and is final', async () => {
    const at = catalogOf(house)
    const { id } = await liveProduct(at)
    expect(await at.catalog.publish(at.owner, id, money(1, 'JPY'))).toMatchObject({
      code: 'wrong_state',
      details: { state: 'live' },
    })
    must(await at.catalog.archive(at.owner, id))
    expect(await at.catalog.archive(at.owner, id)).toMatchObject({ code: 'wrong_state' })
    expect(await at.catalog.publish(at.owner, id, money(1, 'JPY'))).toMatchObject({ code: 'wrong_state' })
    expect(await at.catalog.show(guest(), id)).toMatchObject({ code: 'not_found', details: { removed: true } })
    expect(await namesOf(id)).toEqual(['product.published', 'product.removed'])
  })
  test('parallel publishes and archives tell each state once', async () => {
    const at = catalogOf(house)
    const made = must(await at.catalog.create(at.owner, at.shop, draftOf()))
    const id = made.id as Id<'product'>
    await Promise.all(
      Array.from({ length: 6 }, (_, i) =>
        i % 2 ? at.catalog.archive(at.owner, id) : at.catalog.publish(at.owner, id, money(1, 'JPY')),
      ),
    )
    const names = await namesOf(id)
    const state = (await at.catalog.products([id])).get(id)?.state
    expect(['', 'product.published', 'product.published,product.removed']).toContain(names.join())
    expect(state).toBe(names.at(-1) === 'product.published' ? 'live' : 'archived')
  })
})

describe('moderation', () => {
  const decide = async (at: ReturnType<typeof catalogOf>, subject: { kind: 'product' | 'shop'; id: string }, hide: boolean) => {
    at.doors.hidden[hide ? 'add' : 'delete'](`${subject.kind}:${subject.id}`)
    await house.log.append(house.db.tables<unknown>(), [
      {
        name: hide ? 'subject.removed' : 'subject.restored',
        at: house.clock.now(),
        person: null,
        subject,
        data: { reason: 'spam' },
      },
    ])
    await house.log.flush()
  }
  const becomes = (at: ReturnType<typeof catalogOf>, id: Id<'product'>, state: string) =>
    expect.poll(async () => (await at.catalog.products([id])).get(id)?.state, { timeout: 20_000 }).toBe(state)

  test('hides a product at once, removes it, and brings it back for every consumer', async () => {
    // One subscription a name: the rooms of this block share one set of stand-ins.
    const at = catalogOf(house)
    await at.catalog.start()
    const { id } = await liveProduct(at)
    const other = await liveProduct(at)
    at.doors.hidden.add(`product:${id}`)
    expect(await at.catalog.show(guest(), id)).toMatchObject({ code: 'not_found' })
    await decide(at, { kind: 'product', id }, true)
    await becomes(at, id, 'removed')
    expect((await at.catalog.list({ shop: at.shop, limit: 10 })).ids).toEqual([other.id])
    expect(await at.catalog.change(at.owner, id, { version: 3, tags: ['better'] })).toMatchObject({ ok: true })
    await decide(at, { kind: 'product', id }, false)
    await becomes(at, id, 'live')
    expect(await namesOf(id)).toEqual([
      'product.published',
      'subject.removed',
      'product.removed',
      'subject.restored',
      'product.published',
    ])

    await decide(at, { kind: 'shop', id: at.shop }, true)
    await becomes(at, id, 'removed')
    await becomes(at, other.id, 'removed')
    at.doors.hidden.add(`product:${other.id}`)
    await decide(at, { kind: 'shop', id: at.shop }, false)
    await becomes(at, id, 'live')
    expect((await at.catalog.products([other.id])).get(other.id)?.state).toBe('removed')

    const hiddenDraft = must(await at.catalog.create(at.owner, at.shop, draftOf()))
    at.doors.hidden.add(`product:${hiddenDraft.id}`)
    expect(await at.catalog.publish(at.owner, hiddenDraft.id as Id<'product'>, money(1, 'JPY'))).toMatchObject({
      code: 'wrong_state',
      details: { state: 'removed' },
    })

    const priced = await liveProduct(at, { stock: [1, 1], price: money(900, 'JPY') })
    const price = (variant: Id<'variant'>, minor: string) => ({
      name: 'price.changed' as const,
      at: house.clock.now(),
      person: null,
      subject: { kind: 'product' as const, id: priced.id },
      data: { variant, price: { minor, currency: 'JPY' } },
    })
    await house.log.append(house.db.tables<unknown>(), [
      price(priced.variants[0]!, '900'),
      price(priced.variants[1]!, '1000'),
      price(priced.variants[1]!, '700'),
    ])
    await house.log.flush()
    await expect
      .poll(async () => (await eventsOf(priced.id)).filter(e => e.name === 'product.changed').at(-1)?.data, { timeout: 20_000 })
      .toMatchObject({ price: { minor: '700' } })
  })
})

describe('lists', () => {
  test("a shop's list pages by cursor, filters by state and words, and takes wildcards as letters", async () => {
    const at = catalogOf(house)
    const names = ['Cup 100%', 'Cup_b', 'Bowl', 'Vase', 'Plate']
    for (const name of names) must(await at.catalog.create(at.owner, at.shop, draftOf({ name: { en: name } })))
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = must(await at.catalog.listOfShop(at.owner, at.shop, { limit: 2, cursor }))
      seen.push(...page.items.map(p => p.name.en ?? ''))
      cursor = page.next ?? undefined
    } while (cursor)
    expect(seen.sort()).toEqual([...names].sort())
    const found = async (words: string) =>
      must(await at.catalog.listOfShop(at.owner, at.shop, { words })).items.map(p => p.name.en)
    expect(await found('0%')).toEqual(['Cup 100%'])
    expect(await found('_')).toEqual(['Cup_b'])
    expect(await found('\\')).toEqual([])
    expect(must(await at.catalog.listOfShop(at.owner, at.shop, { state: 'live' })).items).toEqual([])
    expect(await at.catalog.listOfShop(at.owner, at.shop, { cursor: 'rubbish' })).toMatchObject({ code: 'invalid_cursor' })
    expect(await at.catalog.listOfShop(staffOf(newShop()), at.shop, {})).toMatchObject({ code: 'forbidden' })
  })
  test('live products come newest on sale first, each once, by shop and category', async () => {
    const at = catalogOf(house)
    const ids: string[] = []
    for (let i = 0; i < 5; i++) {
      if (i !== 3) house.clock.advance(1000)
      ids.unshift((await liveProduct(at, { category: i % 2 ? 'tea' : 'sweets' })).id)
    }
    const walk = async (wish: { category?: string }) => {
      const seen: string[] = []
      for (let after: string | undefined; ; ) {
        const page = await at.catalog.list({ shop: at.shop, ...wish, after, limit: 2 })
        seen.push(...page.ids)
        if (page.next === null) return seen
        after = page.next
      }
    }
    const all = await walk({})
    expect([...all].sort()).toEqual([...ids].sort())
    expect(all[0]).toBe(ids[0])
    expect(await walk({ category: 'tea' })).toHaveLength(2)
  })
  test('a batch of fifty products or variants costs one statement here, and shoppers see at most 99 pieces', async () => {
    const at = catalogOf(house)
    const made = await Promise.all(Array.from({ length: 50 }, () => liveProduct(at, { stock: [500] })))
    // What the log still has to number would be counted with it.
    await house.log.flush()
    const before = house.db.statements()
    expect((await at.catalog.products(made.map(m => m.id))).size).toBe(50)
    expect((await at.catalog.variants(made.flatMap(m => m.variants))).size).toBe(50)
    expect(house.db.statements() - before).toBe(2)
    const [one] = made as [(typeof made)[number]]
    expect(must(await at.catalog.show(guest(), one.id)).variants[0]?.available).toBe(99)
    expect(must(await at.catalog.show(at.owner, one.id)).variants[0]?.available).toBe(500)
  })
})
