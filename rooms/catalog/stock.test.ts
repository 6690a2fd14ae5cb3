import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Id, must } from '#base/kernel'
import { guest, staffOf } from '#testing/callers'
import { type TestHouse, testHouse } from '#testing/house'
import { catalogMigrations } from './index.ts'
import { catalogOf, liveProduct, newShop, stockWords, type Variant } from './testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse({ migrations: catalogMigrations })
})
afterAll(() => house.close())

const { put, hold, held, levels, availableOf, addLocation, bundleOf, disagreements } = stockWords(() => house)

describe('several locations', () => {
  test('are asked in the order of the shop, a line is split when one has too little, and all comes back to where it was', async () => {
    const at = catalogOf(house)
    const [variant] = (await liveProduct(at, { stock: [3] })).variants as [Variant]
    const [second, third] = [await addLocation(at, 'Osaka'), await addLocation(at, 'Hagi')]
    await put(at, variant, 2, second)
    await put(at, variant, 9, third)
    expect(await availableOf(at, variant)).toBe(14)
    const a = await held(at, [{ variant, quantity: 6 }])
    expect(await levels(variant)).toEqual([
      [3, 3],
      [2, 2],
      [9, 1],
    ])
    await at.catalog.release(a)
    expect(await levels(variant)).toEqual([
      [3, 0],
      [2, 0],
      [9, 0],
    ])
    const first = must(await at.catalog.stockDesk.locations(at.owner, at.shop))[0]?.id as string
    must(await at.catalog.stockDesk.sortLocations(at.owner, at.shop, [third, first, second]))
    const b = await held(at, [{ variant, quantity: 10 }])
    must(await at.catalog.commit(b))
    expect(await levels(variant)).toEqual([
      [0, 0],
      [2, 0],
      [2, 0],
    ])
    await at.catalog.restock('rfd_one', b, [{ variant, quantity: 4 }])
    await at.catalog.restock('rfd_one', b, [{ variant, quantity: 4 }])
    expect(await levels(variant)).toEqual([
      [4, 0],
      [2, 0],
      [2, 0],
    ])
    await at.catalog.restock('rfd_two', b, [{ variant, quantity: 6 }])
    expect(await levels(variant)).toEqual([
      [9, 0],
      [3, 0],
      [2, 0],
    ])
    await expect(at.catalog.restock('rfd_three', b, [{ variant, quantity: 1 }])).rejects.toThrow('comes back')
    expect(await disagreements()).toEqual([])
  })
  test('keep their own safety stock: what one lacks is not taken from what another keeps back', async () => {
    const at = catalogOf(house)
    const [variant] = (await liveProduct(at, { stock: [5] })).variants as [Variant]
    const other = await addLocation(at, 'Osaka')
    await put(at, variant, 2, other, 4)
    expect(await availableOf(at, variant)).toBe(5)
    expect((await hold(at, [{ variant, quantity: 6 }])).done).toMatchObject({ code: 'out_of_stock', details: { available: 5 } })
    await held(at, [{ variant, quantity: 5 }])
    expect(await levels(variant)).toEqual([
      [5, 5],
      [2, 0],
    ])
  })
  test('are renamed, and switched off only when empty and when another one is left; strangers change nothing', async () => {
    const at = catalogOf(house)
    const [variant] = (await liveProduct(at, { stock: [1] })).variants as [Variant]
    const desk = at.catalog.stockDesk
    const [first] = must(await desk.locations(at.owner, at.shop)) as unknown as [{ id: Id<'location'> }]
    expect(await desk.changeLocation(at.owner, first.id, { active: false })).toMatchObject({ code: 'last_location' })
    const other = await addLocation(at, 'Osaka')
    expect(await desk.changeLocation(at.owner, first.id, { active: false })).toMatchObject({
      code: 'location_not_empty',
      details: { pieces: 1 },
    })
    expect(await desk.changeLocation(at.owner, first.id, { name: 'Osaka ' })).toMatchObject({ code: 'invalid_request' })
    expect(await desk.changeLocation(staffOf(newShop()), other, { name: 'Mine' })).toMatchObject({ code: 'forbidden' })
    expect(await desk.sortLocations(at.owner, at.shop, [other])).toMatchObject({ code: 'invalid_request' })
    const bought = await held(at, [{ variant, quantity: 1 }])
    must(await at.catalog.commit(bought))
    expect(must(await desk.changeLocation(at.owner, first.id, { active: false, name: 'Old' }))).toMatchObject([
      { name: 'Old', active: false },
      { name: 'Osaka', active: true },
    ])
    expect(await at.catalog.adjust(at.owner, variant, { change: 1, reason: 'received', location: first.id }, 'x')).toMatchObject({
      code: 'not_found',
    })
    await at.catalog.restock('rfd_off', bought, [{ variant, quantity: 1 }])
    const opened = await liveProduct(at, { stock: [7] })
    expect([await levels(variant), await levels(opened.variants[0]!)]).toEqual([
      [
        [0, 0],
        [1, 0],
      ],
      [[7, 0]],
    ])
  })
  test('one that is switched off while pieces come in ends on with them, or off without', async () => {
    for (let i = 0; i < 12; i++) {
      const at = catalogOf(house)
      const [variant] = (await liveProduct(at, { stock: [1] })).variants as [Variant]
      const other = await addLocation(at, 'Osaka')
      await Promise.all([
        at.catalog.stockDesk.changeLocation(at.owner, other, { active: false }),
        at.catalog.adjust(at.owner, variant, { change: 3, reason: 'received', location: other }, 'in'),
      ])
      const off = must(await at.catalog.stockDesk.locations(at.owner, at.shop)).filter(l => !l.active)
      expect(off.reduce((sum, l) => sum + l.pieces, 0)).toBe(0)
    }
  })
})

describe('a bundle', () => {
  test('can be bought as often as its scarcest component allows, and takes and gives back its components', async () => {
    const at = catalogOf(house)
    const [cup, tray] = (await liveProduct(at, { stock: [7, 5] })).variants as [Variant, Variant]
    const { variant } = await bundleOf(at, [
      { variant: cup, quantity: 2 },
      { variant: tray, quantity: 1 },
    ])
    expect(await availableOf(at, variant)).toBe(3)
    expect((await hold(at, [{ variant, quantity: 4 }])).done).toMatchObject({
      code: 'out_of_stock',
      details: { variant, available: 3 },
    })
    const bought = await held(at, [{ variant, quantity: 3 }])
    must(await at.catalog.commit(bought))
    expect([await levels(cup), await levels(tray), await availableOf(at, variant)]).toEqual([[[1, 0]], [[2, 0]], 0])
    // Made of something else today: what was taken for it comes back.
    must(await at.catalog.stockDesk.bundle(at.owner, variant, [{ variant: tray, quantity: 2 }]))
    await at.catalog.restock('rfd_set', bought, [{ variant, quantity: 2 }])
    expect([await levels(cup), await levels(tray)]).toEqual([[[5, 0]], [[4, 0]]])
    expect(await disagreements()).toEqual([])
  })
  test('and its component in one cart are one demand: neither is checked against pieces that the other takes', async () => {
    const at = catalogOf(house)
    const [cup] = (await liveProduct(at, { stock: [5] })).variants as [Variant]
    const { variant } = await bundleOf(at, [{ variant: cup, quantity: 2 }])
    const other = await bundleOf(at, [{ variant: cup, quantity: 3 }])
    const both = (single: number) => [
      { variant, quantity: 2 },
      { variant: cup, quantity: single },
    ]
    expect((await hold(at, both(2))).done).toMatchObject({ code: 'out_of_stock' })
    expect(
      (
        await hold(at, [
          { variant, quantity: 2 },
          { variant: other.variant, quantity: 1 },
        ])
      ).done,
    ).toMatchObject({
      code: 'out_of_stock',
    })
    await held(at, both(1))
    expect(await levels(cup)).toEqual([[5, 5]])
  })
  test('is refused when it names itself, a bundle, a stranger’s variant, one twice, or has pieces or bundles of its own', async () => {
    const at = catalogOf(house)
    const foreign = catalogOf(house)
    const [a, b] = (await liveProduct(at, { stock: [5, 0] })).variants as [Variant, Variant]
    const [theirs] = (await liveProduct(foreign, { stock: [5] })).variants as [Variant]
    const set = await bundleOf(at, [{ variant: a, quantity: 1 }])
    const tried = async (id: Variant, ...variants: Variant[]) => {
      const done = await at.catalog.stockDesk.bundle(
        at.owner,
        id,
        variants.map(variant => ({ variant, quantity: 1 })),
      )
      return done.ok ? 'ok' : done.details?.reason
    }
    expect([
      await tried(b, b),
      await tried(b, set.variant),
      await tried(b, theirs),
      await tried(b, a, a),
      await tried(a, b),
      await tried(b, a),
    ]).toEqual(['nested', 'nested', 'unknown', 'twice', 'used', 'ok'])
    expect(await at.catalog.adjust(at.owner, set.variant, { change: 1, reason: 'received' }, 'x')).toMatchObject({
      code: 'bundle_invalid',
    })
    expect(await at.catalog.stockDesk.bundle(foreign.owner, set.variant, [])).toMatchObject({ code: 'forbidden' })
    expect(await at.catalog.stockDesk.bundle(guest(), set.variant, [])).toMatchObject({ ok: false })
    must(await at.catalog.stockDesk.bundle(at.owner, set.variant, []))
    await put(at, set.variant, 2)
    expect([await tried(set.variant, a), await availableOf(at, set.variant)]).toEqual(['has_stock', 2])
  })
  test('of each other at once never become a ring', async () => {
    const at = catalogOf(house)
    const [a, b] = (await liveProduct(at, { stock: [0, 0] })).variants as [Variant, Variant]
    const done = await Promise.all([
      at.catalog.stockDesk.bundle(at.owner, a, [{ variant: b, quantity: 1 }]),
      at.catalog.stockDesk.bundle(at.owner, b, [{ variant: a, quantity: 1 }]),
    ])
    expect(done.filter(d => d.ok)).toHaveLength(1)
  })
  test('tells once that it is sold out and once that it is back, when its last missing component is there', async () => {
    const at = catalogOf(house)
    const [cup, tray] = (await liveProduct(at, { stock: [2, 2] })).variants as [Variant, Variant]
    const { id, variant } = await bundleOf(at, [
      { variant: cup, quantity: 2 },
      { variant: tray, quantity: 1 },
    ])
    const names = async () => {
      await house.log.flush()
      return (await house.log.read(0n, 100_000)).filter(e => e.subject.id === id).map(e => e.name)
    }
    const a = await held(at, [{ variant: cup, quantity: 1 }])
    const b = await held(at, [{ variant: tray, quantity: 2 }])
    await at.catalog.release(a)
    expect((await at.catalog.products([id])).get(id)?.inStock).toBe(false)
    await at.catalog.release(b)
    expect(await names()).toEqual([
      'product.published',
      'stock.restocked',
      'stock.depleted',
      'stock.restocked',
      'variant.restocked',
    ])
    expect(await availableOf(at, variant)).toBe(1)
  })
})

test('lots belong to received pieces and are told the first to expire first; movements page, and say where and who', async () => {
  const at = catalogOf(house)
  const { id, variants } = await liveProduct(at, { stock: [1] })
  const [variant] = variants as [Variant]
  const receive = (change: number, parts: object, key: string) =>
    at.catalog.adjust(at.owner, variant, { change, reason: 'received', ...parts }, key)
  must(await receive(5, { lot: 'B', bestBefore: '2027-05-01' }, 'one'))
  must(await receive(5, { lot: 'B', bestBefore: '2027-05-01' }, 'one'))
  must(await receive(4, { lot: 'A', bestBefore: '2027-02-28' }, 'two'))
  expect(await receive(4, { bestBefore: '2027-02-29' }, 'three')).toMatchObject({ code: 'invalid_request' })
  expect(await receive(-1, { lot: 'A' }, 'four')).toMatchObject({ code: 'invalid_request' })
  const told = must(await at.catalog.stockDesk.ofProduct(at.owner, id))
  expect(told.lots.map(l => [l.lot, l.received])).toEqual([
    ['A', 4],
    ['B', 5],
  ])
  expect(told.variants).toMatchObject([{ onHand: 10, levels: [{ onHand: 10 }], lowAt: null }])
  await held(at, [{ variant, quantity: 2 }])
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = must(await at.catalog.stockDesk.movements(at.owner, id, { limit: 1, cursor }))
    seen.push(...page.items.map(m => `${m.kind} ${m.onHand} ${m.reserved} ${m.by === at.owner.person}`))
    cursor = page.next ?? undefined
  } while (cursor)
  expect(seen).toEqual(['reserved 0 2 false', 'received 4 0 true', 'received 5 0 true', 'opening 1 0 false'])
  expect(await at.catalog.stockDesk.movements(at.owner, id, { cursor: 'x' })).toMatchObject({ code: 'invalid_cursor' })
  expect(await at.catalog.stockDesk.movements(staffOf(newShop()), id, {})).toMatchObject({ code: 'forbidden' })
})

test('a variant is low on stock from its own limit on, and from the usual one without', async () => {
  const at = catalogOf(house)
  const [a, b] = [await liveProduct(at, { stock: [20] }), await liveProduct(at, { stock: [4] })]
  const low = async () => must(await at.catalog.deskIds(at.owner, at.shop, { stock: 'low' })).ids
  expect(await low()).toEqual([b.id])
  must(await at.catalog.stockDesk.lowStock(at.owner, a.variants[0]!, 20))
  must(await at.catalog.stockDesk.lowStock(at.owner, b.variants[0]!, 3))
  expect([await low(), must(await at.catalog.deskCounts(at.owner, at.shop)).low]).toEqual([[a.id], 1])
})
