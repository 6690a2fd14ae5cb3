import { afterAll, beforeAll, expect, test } from 'vitest'
import { hours, minutes, money, must } from '#base/kernel'
import { type Commerce, commerceMigrations, commerceOf } from '#testing/commerce'
import { type TestHouse, testHouse } from '#testing/house'

let house: TestHouse
let w: Commerce
/** While it is silent the provider gives no money back, or gives it back and its answer is lost. */
let silent: 'before' | 'after' | null = null
const total = money(1600, 'JPY')

beforeAll(async () => {
  house = await testHouse({ migrations: commerceMigrations })
  w = commerceOf(house, {
    provider: bank => ({
      ...bank,
      async refund(charge, wish) {
        if (silent === 'before') throw new Error('unreachable')
        const answer = await bank.refund(charge, wish)
        if (silent === 'after') throw new Error('the answer is lost')
        return answer
      },
    }),
  })
})
afterAll(() => house.close())

test.each(['before', 'after'] as const)(
  'money that must go back goes back once the provider answers again, however long it was silent (%s the effect)',
  async how => {
    const s = await w.shop([1])
    const caller = w.shopper()
    const begun = await w.begun(caller, [{ variant: s.variants[0]! }])
    const wish = { method: 'test_card', outcome: 'needs_action', expectedTotal: total } as const
    const asked = must(await w.checkout.pay(caller, begun.id, wish))
    must(await w.checkout.cancel(caller, begun.id))
    const before = w.bank.held('JPY')
    silent = how
    await w.payments.hear(asked.payment!.id, { state: 'settled', ref: `late.${how}`, amount: total })
    for (const wait of [minutes(2), hours(2)]) {
      house.clock.advance(wait)
      await w.checkout.sweep(house.clock.now())
    }
    const books = async () => (await w.payments.byReference(begun.id))?.refunded
    expect(await books()).toEqual(money(0, 'JPY'))
    silent = null
    house.clock.advance(minutes(1))
    await w.checkout.sweep(house.clock.now())
    expect(await books()).toEqual(total)
    await w.checkout.sweep(house.clock.now())
    expect([await books(), w.bank.held('JPY') <= before]).toEqual([total, true])
  },
)
