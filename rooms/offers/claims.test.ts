import { afterAll, beforeAll, expect, test } from 'vitest'
import { days, type Id, minutes, must, newId, pick, seeded } from '#base/kernel'
import { callerOf, staffOf } from '#testing/callers'
import { eventually } from '#testing/eventually'
import { type TestHouse, testHouse } from '#testing/house'
import type { OfferDraft } from './check-draft.ts'
import { type Basket, createOffers, type Offers, offersMigrations } from './index.ts'
import type { OfferRow } from './store.ts'
import { doorsOf, shop, yen } from './testing.ts'

let house: TestHouse
let offers: Offers
const variants = new Map(
  [1, 2, 3].map(n => [newId('variant', new Date(n)) as string, { product: newId('product', new Date(n)), price: 1000n }]),
)
const [cup] = [...variants.keys()] as [Id<'variant'>]
const owner = staffOf(shop)
beforeAll(async () => {
  house = await testHouse({ migrations: offersMigrations })
  offers = createOffers(house, doorsOf(variants))
  await offers.start()
})
afterAll(() => house.close())

const soon = () => new Date(house.clock.now().getTime() + minutes(15))
const person = () => newId('person', house.clock.now())
const checkout = () => newId('checkout', house.clock.now())
let made = 0
async function make(draft: Partial<OfferDraft> & Pick<OfferDraft, 'kind'>): Promise<OfferRow> {
  const starts = new Date(house.clock.now().getTime() - 1000).toISOString()
  return must(await offers.desk.create(owner, shop, { name: { en: `Offer ${++made}` }, starts, ...draft }))
}
const end = async (offer: OfferRow) => {
  const now = must(await offers.desk.show(owner, offer.id))
  must(await offers.desk.setState(owner, offer.id, { version: now.version, state: 'ended' }))
}
const basketOf = (who: Id<'person'>, parts: Partial<Basket> = {}): Basket => ({
  shop,
  market: 'JP',
  currency: 'JPY',
  at: house.clock.now(),
  person: who,
  codes: [],
  lines: [{ variant: cup, product: variants.get(cup)!.product, category: 'tea', quantity: 1, unit: yen(1000) }],
  shipping: yen(500),
  ...parts,
})
const many = <T>(n: number, run: (i: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: n }, (_, i) => run(i)))

test('200 people at once with a code of 20 uses: exactly 20 have it', async () => {
  const offer = await make({ kind: 'fixed', amount: '100', code: 'TWENTY', uses: 20 })
  const done = await many(200, async () => {
    const who = person()
    const priced = await offers.price(basketOf(who, { codes: ['twenty'] }))
    return priced.applied.length === 1 ? (await offers.claim(checkout(), who, priced, soon())).ok : false
  })
  expect([done.filter(Boolean).length, must(await offers.desk.show(owner, offer.id))]).toMatchObject([
    20,
    { uses: 20, spent: 2000n, standing: 'used_up' },
  ])
})

test('200 claims that were all priced before: of 20 flash pieces exactly 20 go, two by two or one by one', async () => {
  const offer = await make({ kind: 'flash', items: [{ variant: cup, price: '400', limit: 20 }] })
  const wishes = await many(200, async i => {
    const who = person()
    const lines = [{ ...basketOf(who).lines[0]!, quantity: 1 + (i % 2) }]
    return { who, priced: await offers.price(basketOf(who, { lines })) }
  })
  const done = await many(200, i => offers.claim(checkout(), wishes[i]!.who, wishes[i]!.priced, soon()))
  const sold = done.reduce((n, d, i) => n + (d.ok ? wishes[i]!.priced.lines[0]!.parts[0]!.pieces : 0), 0)
  expect([sold, must(await offers.desk.show(owner, offer.id)).items[0]?.pieces]).toEqual([20, 20])
  expect(done.find(d => !d.ok)).toMatchObject({ code: 'offer_used_up', details: { offer: offer.id } })
  expect((await offers.price(basketOf(person()))).applied).toEqual([])
  await end(offer)
})

test('200 claims on a budget of 1,050 with discounts of 100: 10 have it and the budget is not overdrawn', async () => {
  const offer = await make({ kind: 'percent', percent: 1000, budget: '1050' })
  const priced = await offers.price(basketOf(person()))
  const done = await many(200, () => offers.claim(checkout(), person(), priced, soon()))
  expect([done.filter(d => d.ok).length, must(await offers.desk.show(owner, offer.id)).spent]).toEqual([10, 1000n])
  await end(offer)
})

test('one person in 50 checkouts at once has an offer of two orders each exactly twice, and another person still has it', async () => {
  const offer = await make({ kind: 'percent', percent: 1000, perPerson: 2 })
  const who = person()
  const priced = await offers.price(basketOf(who))
  const done = await many(50, () => offers.claim(checkout(), who, priced, soon()))
  expect(done.filter(d => d.ok)).toHaveLength(2)
  expect(done.find(d => !d.ok)).toMatchObject({ code: 'offer_limit', details: { offer: offer.id } })
  expect((await offers.price(basketOf(who))).applied).toEqual([])
  expect((await offers.price(basketOf(person()))).applied).toHaveLength(1)
  await end(offer)
})

test('what was let go is taken again as it was, ended since or not, once; used up meanwhile, it is refused and nothing is held', async () => {
  const offer = await make({ kind: 'fixed', amount: '100', uses: 1, perPerson: 1 })
  const [who, id, other] = [person(), checkout(), checkout()]
  const priced = await offers.price(basketOf(who))
  const seen = async () => must(await offers.desk.show(owner, offer.id))
  must(await offers.claim(id, who, priced, soon()))
  await offers.release(id)
  must(await offers.claim(other, person(), priced, soon()))
  expect(await offers.claimAgain(id, soon())).toMatchObject({ code: 'offer_used_up', details: { offer: offer.id } })
  expect([await seen(), await offers.release(id)]).toMatchObject([{ uses: 1 }, false])
  await offers.release(other)
  await end(offer)
  await many(5, () => offers.claimAgain(id, soon()))
  expect(await seen()).toMatchObject({ uses: 1, spent: 100n })
  expect([await offers.consume(id), await offers.claimAgain(id, soon()), await seen()]).toMatchObject([
    true,
    { ok: true },
    { uses: 1 },
  ])
  must(await offers.claimAgain(checkout(), soon()))
})

test('the same claim twice is once, another takes its place, and priced again the own claim does not count against it', async () => {
  const offer = await make({ kind: 'fixed', amount: '100', uses: 1, perPerson: 1 })
  const [who, id] = [person(), checkout()]
  const priced = await offers.price(basketOf(who))
  await many(10, () => offers.claim(id, who, priced, soon()))
  expect(must(await offers.desk.show(owner, offer.id))).toMatchObject({ uses: 1, spent: 100n })
  expect((await offers.price(basketOf(who))).applied).toEqual([])
  const again = await offers.price(basketOf(who, { replaces: [id] }))
  expect(again.applied).toHaveLength(1)
  const none = { ...again, applied: [], lines: [] }
  must(await offers.claim(id, who, none, soon()))
  expect(must(await offers.desk.show(owner, offer.id))).toMatchObject({ uses: 0, spent: 0n })
  must(await offers.claim(id, who, [none, again], soon()))
  expect(must(await offers.desk.show(owner, offer.id))).toMatchObject({ uses: 1, spent: 100n })
  await end(offer)
  must(await offers.claim(id, who, again, new Date(soon().getTime() + minutes(30))))
  expect(await offers.expired(soon())).not.toContain(id)
})

test('a claim that is refused leaves the one before as it was', async () => {
  const [mine, gone] = [
    await make({ kind: 'fixed', amount: '100', code: 'MINE' }),
    await make({ kind: 'fixed', amount: '200', code: 'GONE', uses: 1 }),
  ]
  const [who, id] = [person(), checkout()]
  must(await offers.claim(id, who, await offers.price(basketOf(who, { codes: ['MINE'] })), soon()))
  const wanted = await offers.price(basketOf(who, { codes: ['GONE'] }))
  must(await offers.claim(checkout(), person(), wanted, soon()))
  expect(await offers.claim(id, who, wanted, soon())).toMatchObject({ code: 'offer_used_up', details: { offer: gone.id } })
  expect(must(await offers.desk.show(owner, mine.id)).uses).toBe(1)
})

test('a released claim gives everything back once, a consumed one keeps it, and claims past their time are found', async () => {
  const offer = await make({ kind: 'flash', perPerson: 3, items: [{ variant: cup, price: '400', limit: 5 }] })
  const who = person()
  const lines = [{ ...basketOf(who).lines[0]!, quantity: 4 }]
  const pieces = async () => must(await offers.desk.show(owner, offer.id)).items[0]?.pieces
  const priced = await offers.price(basketOf(who, { lines }))
  expect(priced.lines[0]?.parts[0]).toMatchObject({ pieces: 3, amount: yen(1800) })
  const [a, b] = [checkout(), checkout()]
  must(await offers.claim(a, who, priced, soon()))
  expect(await offers.release(a, house.clock.now())).toBe(false)
  house.clock.advance(minutes(20))
  expect(await offers.expired(house.clock.now())).toContain(a)
  expect([await offers.release(a), await offers.release(a), await offers.consume(a), await pieces()]).toEqual([
    true,
    false,
    false,
    0,
  ])
  must(await offers.claim(b, who, await offers.price(basketOf(who, { lines })), soon()))
  expect([await offers.consume(b), await offers.consume(b), await offers.release(b), await pieces()]).toEqual([
    true,
    false,
    false,
    3,
  ])
  must(await offers.claim(b, who, { ...priced, applied: [], lines: [] }, soon()))
  expect(await pieces()).toBe(3)
  await end(offer)
})

test('what a guest has used counts for the member that they became, and an erased person’s uses are forgotten', async () => {
  const offer = await make({ kind: 'percent', percent: 1000, perPerson: 1 })
  const [guest, member] = [callerOf({ member: false }).person, callerOf().person]
  const id = checkout()
  must(await offers.claim(id, guest, await offers.price(basketOf(guest)), soon()))
  const tell = (name: 'person.merged' | 'person.erased', data: object) =>
    house.log.append(house.db.tables(), [
      { name, at: house.clock.now(), person: member, subject: { kind: 'person', id: member }, data } as never,
    ])
  await tell('person.merged', { from: guest })
  await eventually(async () => expect((await offers.price(basketOf(member))).applied).toEqual([]))
  await tell('person.erased', {})
  await eventually(async () => expect((await offers.price(basketOf(member))).applied).toHaveLength(1))
  expect([await offers.release(id), must(await offers.desk.show(owner, offer.id)).uses]).toEqual([true, 0])
  await end(offer)
})

test('the price never depends on the person but by what they have used of a limited offer', async () => {
  const running = [
    await make({ kind: 'percent', percent: 500, perPerson: 5 }),
    await make({ kind: 'free_shipping', minimum: '100' }),
  ]
  const people = await many(20, () => offers.price(basketOf(person())))
  for (const priced of people) expect(priced).toEqual(people[0])
  expect(people[0]?.applied).toHaveLength(2)
  for (const offer of running) await end(offer)
})

test('a basket is priced with one statement, two with a per-person limit, however many offers and lines there are', async () => {
  const running: OfferRow[] = []
  for (let i = 0; i < 40; i++) running.push(await make({ kind: 'percent', percent: 100 + i }))
  const lines = [...variants].flatMap(([id, v]) =>
    Array.from({ length: 10 }, () => ({ ...basketOf(person()).lines[0]!, variant: id as Id<'variant'>, product: v.product })),
  )
  const count = async () => {
    const before = house.db.statements()
    await offers.price(basketOf(person(), { lines, codes: ['TWENTY', 'GONE', 'none'] }))
    return house.db.statements() - before
  }
  expect(await count()).toBe(1)
  running.push(await make({ kind: 'percent', percent: 900, perPerson: 1 }))
  expect(await count()).toBe(2)
  for (const offer of running) await end(offer)
})

test('random claims, releases and ends of many at once: the counters are the sums of what is claimed, and no limit is passed (seed 7)', async () => {
  const random = seeded(7)
  const drafts: (Partial<OfferDraft> & Pick<OfferDraft, 'kind'>)[] = [
    { kind: 'flash', perPerson: 4, items: [...variants.keys()].map(variant => ({ variant, price: '700', limit: 25 })) },
    { kind: 'percent', percent: 700, uses: 12, products: [variants.get(cup)!.product] },
    { kind: 'fixed', amount: '130', budget: '1500' },
    { kind: 'fixed', amount: '90', code: 'RND', perPerson: 2, budget: '2000' },
    { kind: 'free_shipping', uses: 30 },
  ]
  const running = await Promise.all(drafts.map(make))
  const people = Array.from({ length: 12 }, person)
  const checkouts: { id: Id<'checkout'>; who: Id<'person'> }[] = Array.from({ length: 60 }, () => ({
    id: checkout(),
    who: pick(random, people),
  }))
  const live = () => {
    const lines = [...variants].flatMap(([id, v]) =>
      random() < 0.6
        ? [
            {
              variant: id as Id<'variant'>,
              product: v.product,
              category: 'tea',
              quantity: 1 + Math.floor(random() * 3),
              unit: yen(v.price),
            },
          ]
        : [],
    )
    return { lines, codes: random() < 0.5 ? ['RND'] : [] }
  }
  for (let round = 0; round < 12; round++)
    await Promise.all(
      Array.from({ length: 25 }, async () => {
        const c = pick(random, checkouts)
        const [act, parts] = [random(), live()]
        if (act < 0.2) await offers.release(c.id)
        else if (act < 0.3) await offers.consume(c.id)
        else await offers.claim(c.id, c.who, await offers.price(basketOf(c.who, { ...parts, replaces: [c.id] })), soon())
      }),
    )
  const { rows } = await house.db.pool.query(
    `
    select o.id, o.uses, o.uses_limit, o.spent, o.budget, coalesce(sum(u.pieces) filter (where u.variant = ''), 0)::int as claimed, coalesce(sum(u.amount), 0)::bigint as amount
    from offers.offers o left join offers.claim_uses u on u.offer = o.id where o.id = any($1) group by o.id`,
    [running.map(o => o.id)],
  )
  for (const r of rows) expect([r.uses, r.spent]).toEqual([r.claimed, r.amount])
  expect(rows.some(r => r.uses > 5)).toBe(true)
  const items = await house.db.pool.query(
    `
    select i.pieces, coalesce(sum(u.pieces), 0)::int as claimed from offers.items i left join offers.claim_uses u on u.offer = i.offer and u.variant = i.variant where i.offer = $1 group by i.offer, i.variant`,
    [running[0]!.id],
  )
  for (const r of items.rows) expect(r.pieces).toBe(r.claimed)
  const uses = await house.db.pool.query(
    `
    select p.used, coalesce(sum(u.pieces), 0)::int as claimed, o.per_person from offers.person_uses p join offers.offers o on o.id = p.offer
    left join offers.claims c on c.person = p.person left join offers.claim_uses u on u.checkout = c.checkout and u.offer = p.offer and u.variant = p.variant
    where p.offer = any($1) group by p.person, p.offer, p.variant, o.per_person`,
    [running.map(o => o.id)],
  )
  for (const r of uses.rows) expect([r.used, r.per_person === null || r.used <= r.per_person]).toEqual([r.claimed, true])
  house.clock.advance(days(1))
  for (const id of await offers.expired(house.clock.now(), 500)) await offers.release(id)
  expect(await offers.expired(house.clock.now())).toEqual([])
})
