import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NewEvent } from '#base/catalogue'
import { type Id, money, newId, seeded } from '#base/kernel'
import { callerOf } from '#testing/callers'
import { type TestHouse, testHouse } from '#testing/house'
import { type Notices, noticesMigrations } from './index.ts'
import { learn } from './learn.ts'
import type { Room } from './room.ts'
import { noticesOn, type World } from './testing.ts'

let house: TestHouse
let notices: Notices
let room: Room
let world: World
beforeAll(async () => {
  house = await testHouse({ migrations: noticesMigrations })
  ;({ notices, room, world } = noticesOn(house))
})
afterAll(() => house.close())

/** The room learns it at once, as it would from the log. */
async function told(
  name: 'price.changed' | 'variant.restocked' | 'person.merged',
  id: string,
  data: object,
  who: string | null = null,
) {
  const event = {
    name,
    at: house.clock.now(),
    id: newId('event', house.clock.now()),
    person: who,
    subject: { kind: 'product', id },
    data,
  }
  await house.db.transaction<unknown, void>(trx => learn(room, trx, [event as unknown as NewEvent as never]))
}
async function setsPrice(product: Id<'product'>, yen: number): Promise<void> {
  house.clock.advance(1000)
  world.prices.set(product, money(yen, 'JPY'))
  await told('price.changed', product, { variant: 'var_1', price: { minor: String(yen), currency: 'JPY' } })
}
const onSale = (yen: number): Id<'product'> => {
  const id = newId('product', house.clock.now())
  world.prices.set(id, money(yen, 'JPY'))
  return id
}
const heard = async (person: Id<'person'>) => {
  const page = await notices.inbox(callerOf({ person }), { limit: 100 })
  return page.ok ? page.value.items.map(n => [n.kind, n.was?.minor ?? '', n.amount?.minor ?? '']) : []
}

test('a price alert fires once, when the price is below the one of the day it was set; never when it rises or comes back', async () => {
  const me = callerOf()
  const product = onSale(4200)
  await notices.setPriceAlert(me, product)
  for (const yen of [5000, 4200]) await setsPrice(product, yen)
  expect(await heard(me.person)).toEqual([])
  await setsPrice(product, 3900)
  await setsPrice(product, 3500)
  expect(await heard(me.person)).toEqual([['price_drop', '4200', '3900']])
  // Asked again, it waits for less than today's price.
  await notices.setPriceAlert(me, product)
  await setsPrice(product, 3600)
  expect(await heard(me.person)).toHaveLength(1)
  await setsPrice(product, 3400)
  expect(await heard(me.person)).toHaveLength(2)
})

test('whatever a price does, every alert fires at most once and only below its base (seeded)', async () => {
  const seed = 20261125
  const random = seeded(seed)
  const next = (n: number) => Math.floor(random() * n)
  for (let round = 0; round < 20; round++) {
    const product = onSale(1000 + next(500))
    const me = callerOf()
    await notices.setPriceAlert(me, product)
    const base = Number(world.prices.get(product)?.minor)
    const path = Array.from({ length: 8 }, () => 800 + next(800))
    for (const yen of path) await setsPrice(product, yen)
    const first = path.find(yen => yen < base)
    expect(await heard(me.person), `seed ${seed} round ${round}: ${base} then ${path}`).toEqual(
      first === undefined ? [] : [['price_drop', String(base), String(first)]],
    )
  }
})

test('a restock alert is for what is sold out, fires once for its own variant, and can be taken back', async () => {
  const [a, b] = [callerOf(), callerOf()]
  const product = onSale(4200)
  const [white, black] = [newId('variant', house.clock.now()), newId('variant', house.clock.now())]
  world.variants.set(white, { product, available: 0, choice: [{ en: 'White' }] })
  world.variants.set(black, { product, available: 0, choice: [{ en: 'Black' }] })
  for (const who of [a, b])
    expect(await notices.setRestockAlert(who, white)).toMatchObject({ value: { choice: [{ en: 'White' }] } })
  await notices.dropRestockAlert(b, white)
  await told('variant.restocked', product, { variant: black })
  expect(await heard(a.person)).toEqual([])
  world.variants.set(white, { product, available: 3, choice: [{ en: 'White' }] })
  await told('variant.restocked', product, { variant: white })
  await told('variant.restocked', product, { variant: white })
  expect([await heard(a.person), await heard(b.person)]).toEqual([[['restock', '', '']], []])
  expect(await notices.setRestockAlert(a, white)).toMatchObject({ ok: false, code: 'wrong_state' })
  expect(await notices.setRestockAlert(a, 'var_none')).toMatchObject({ ok: false, code: 'not_found' })
  expect(await notices.setPriceAlert(a, 'prd_none')).toMatchObject({ ok: false, code: 'not_found' })
})

test('my alerts are listed page by page, waiting or fired, and go with a guest into the account', async () => {
  const [visitor, account] = [callerOf({ member: false }), callerOf()]
  const products = [1, 2, 3].map(n => {
    house.clock.advance(1000)
    return onSale(n * 1000)
  })
  for (const p of products) {
    house.clock.advance(1000)
    await notices.setPriceAlert(visitor, p)
  }
  await notices.setPriceAlert(account, products[0] as Id<'product'>)
  await setsPrice(products[1] as Id<'product'>, 10)
  await told('person.merged', account.person, { from: visitor.person }, account.person)
  const seen: string[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page = await notices.alerts(account, { limit: 2, ...(cursor && { cursor }) })
    if (!page.ok) throw new Error(page.code)
    seen.push(...page.value.items.map(x => `${products.indexOf(x.product as never)} ${x.fired ? 'fired' : 'waits'}`))
    cursor = page.value.next
  }
  expect(seen.sort()).toEqual(['0 waits', '1 fired', '2 waits'])
  expect((await notices.alerts(visitor, {})) as object).toMatchObject({ value: { items: [] } })
})
