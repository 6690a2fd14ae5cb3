import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Id, money, newId } from '#base/kernel'
import { callerOf } from '#testing/callers'
import { type TestHouse, testHouse } from '#testing/house'
import { type Cart, cartMigrations, createCart } from './index.ts'

let house: TestHouse
let cart: Cart
const shop = newId('shop', new Date(1))
const product = newId('product', new Date(1))
const variants = new Map<string, { price: bigint; available: number; state: string }>()
const newVariant = (price = 1000n, available = 5): Id<'variant'> => {
  const id = newId('variant', new Date())
  variants.set(id, { price, available, state: 'live' })
  return id
}
const card = { id: shop, slug: 'kiln', name: { en: 'Kiln' }, picture: null, country: 'JP', owner: newId('person', new Date(1)) }
const doors = {
  accounts: {
    shop: async () => ({ id: shop, currency: 'JPY', shippingFee: 550n, freeShippingFrom: 5000n }),
    shops: async () => new Map([[shop as string, card]]),
  },
  catalog: {
    variants: async (ids: string[]) =>
      new Map(
        ids.flatMap(id =>
          variants.has(id)
            ? [
                [
                  id,
                  {
                    id,
                    product,
                    shop,
                    productName: { en: 'Cup' },
                    choiceNames: [],
                    pictureUrl: null,
                    available: variants.get(id)?.available,
                    productState: variants.get(id)?.state,
                  },
                ],
              ]
            : [],
        ),
      ),
  },
  prices: {
    latest: async (ids: string[]) =>
      new Map(ids.flatMap(id => (variants.has(id) ? [[id, money(variants.get(id)?.price ?? 0n, 'JPY')]] : []))),
  },
} as unknown as Parameters<typeof createCart>[1]

beforeAll(async () => {
  house = await testHouse({ migrations: cartMigrations })
  cart = createCart(house, doors)
  await cart.start()
})
afterAll(() => house.close())
beforeEach(() => house.clock.advance(1000))

test('a cart shows today’s price and says what it was', async () => {
  const caller = callerOf()
  const variant = newVariant(1000n)
  await cart.put(caller, { variant, quantity: 2, source: null })
  variants.get(variant)!.price = 1200n
  const { shops, total, buyable } = await cart.show(caller)
  expect([shops[0]?.lines[0]?.total.minor, shops[0]?.lines[0]?.notice, total?.minor, buyable]).toEqual([
    2400n,
    { code: 'price_changed', was: money(1000, 'JPY') },
    2950n,
    true,
  ])
})
test('delivery is free from the shop’s sum on', async () => {
  const caller = callerOf()
  await cart.put(caller, { variant: newVariant(2500n), quantity: 2, source: null })
  const view = await cart.show(caller)
  expect([view.shops[0]?.shipping.minor, view.total?.minor]).toEqual([0n, 5000n])
})
test.each([
  ['sold out', 0, 'live', 'out_of_stock'],
  ['fewer left', 1, 'live', 'less_available'],
  ['off sale', 5, 'archived', 'unavailable'],
])('a line that became %s is said and can’t be bought', async (_how, available, state, code) => {
  const caller = callerOf()
  const variant = newVariant()
  await cart.put(caller, { variant, quantity: 2, source: null })
  Object.assign(variants.get(variant)!, { available, state })
  const view = await cart.show(caller)
  expect([view.shops[0]?.lines[0]?.notice?.code, view.buyable]).toEqual([code, false])
})
test('more than there is, what is off sale and what is unknown are refused before the checkout', async () => {
  const caller = callerOf()
  expect(await cart.put(caller, { variant: newVariant(1000n, 2), quantity: 3, source: null })).toMatchObject({
    ok: false,
    code: 'out_of_stock',
    details: { available: 2 },
  })
  expect(await cart.put(caller, { variant: newId('variant', new Date()), quantity: 1, source: null })).toMatchObject({
    ok: false,
    code: 'not_found',
  })
})
test('what led to a line stays when its quantity is changed', async () => {
  const caller = callerOf()
  const variant = newVariant()
  const post = newId('post', new Date())
  await cart.put(caller, { variant, quantity: 1, source: { post } })
  await cart.put(caller, { variant, quantity: 3, source: null })
  expect(await cart.take(caller.person)).toEqual([{ variant, quantity: 3, source: { post } }])
})
test('a guest’s cart is added to the account’s, once', async () => {
  const [guest, member] = [callerOf({ member: false }), callerOf()]
  const [both, only] = [newVariant(1000n, 99), newVariant(1000n, 99)]
  await cart.put(member, { variant: both, quantity: 60, source: null })
  await cart.put(guest, { variant: both, quantity: 60, source: null })
  await cart.put(guest, { variant: only, quantity: 1, source: null })
  await house.log.append(house.db.tables(), [
    {
      name: 'person.merged',
      at: house.clock.now(),
      person: member.person,
      subject: { kind: 'person', id: member.person },
      data: { from: guest.person },
    },
  ])
  await house.log.flush()
  await new Promise(resolve => setTimeout(resolve, 100))
  const lines = await cart.take(member.person)
  expect(lines.map(l => [l.variant, l.quantity]).sort()).toEqual(
    [
      [both, 99],
      [only, 1],
    ].sort(),
  )
  expect(await cart.take(guest.person)).toEqual([])
})
test('a full cart takes no new line, but still changes its own', async () => {
  const caller = callerOf()
  const first = newVariant()
  await cart.put(caller, { variant: first, quantity: 1, source: null })
  for (let i = 0; i < 49; i++) await cart.put(caller, { variant: newVariant(), quantity: 1, source: null })
  expect(await cart.put(caller, { variant: newVariant(), quantity: 1, source: null })).toMatchObject({
    ok: false,
    code: 'cart_full',
  })
  expect((await cart.put(caller, { variant: first, quantity: 2, source: null })).ok).toBe(true)
})
