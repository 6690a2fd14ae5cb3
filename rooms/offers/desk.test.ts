import { afterAll, beforeAll, expect, test } from 'vitest'
import { days, type Id, minutes, must, newId } from '#base/kernel'
import { callerOf, guest, staffOf } from '#testing/callers'
import { type TestHouse, testHouse } from '#testing/house'
import type { OfferDraft } from './check-draft.ts'
import { createOffers, type Offers, offersMigrations } from './index.ts'
import type { OfferRow } from './store.ts'
import { doorsOf, shop, yen } from './testing.ts'
import { offerToWire } from './view.ts'

let house: TestHouse
let offers: Offers
const variants = new Map(
  [1, 2].map(n => [
    newId('variant', new Date(n)) as string,
    { product: newId('product', new Date(n)), price: 1000n * BigInt(n) },
  ]),
)
const [cup, bowl] = [...variants.keys()] as [Id<'variant'>, Id<'variant'>]
const owner = staffOf(shop)
beforeAll(async () => {
  house = await testHouse({ migrations: offersMigrations })
  offers = createOffers(house, doorsOf(variants))
})
afterAll(() => house.close())

const when = (ms: number) => new Date(house.clock.now().getTime() + ms).toISOString()
const draftOf = (parts: Partial<OfferDraft> = {}): OfferDraft => ({
  kind: 'percent',
  name: { en: 'Spring' },
  starts: when(-1000),
  percent: 1000,
  ...parts,
})
const make = async (parts: Partial<OfferDraft> = {}): Promise<OfferRow> =>
  must(await offers.desk.create(owner, shop, draftOf(parts)))
/** The draft that would leave an offer as it is. */
const sayAgain = (o: OfferRow) => ({ ...draftOf({ starts: o.starts.toISOString() }), version: o.version })

test('only those who work in the shop see, make, change or end its promotions', async () => {
  const offer = await make()
  const stranger = staffOf(newId('shop', new Date(9)))
  expect(await offers.desk.list(stranger, shop, {})).toMatchObject({ code: 'forbidden' })
  expect(await offers.desk.create(callerOf(), shop, draftOf())).toMatchObject({ code: 'forbidden' })
  expect(await offers.desk.preview(stranger, shop, { draft: draftOf(), pieces: 1 })).toMatchObject({ code: 'forbidden' })
  for (const done of [
    await offers.desk.show(stranger, offer.id),
    await offers.desk.change(stranger, offer.id, sayAgain(offer)),
    await offers.desk.setState(stranger, offer.id, { version: 1, state: 'ended' }),
    await offers.desk.remove(stranger, offer.id),
  ])
    expect(done).toMatchObject({ code: 'not_found' })
  expect(await offers.desk.show(guest(), offer.id)).toMatchObject({ code: 'sign_in_required' })
})

test.each([
  ['name', { name: { en: '  ' } }],
  ['percent', { percent: null }],
  ['amount', { kind: 'fixed' }],
  ['amount', { kind: 'fixed', amount: '0' }],
  ['amount', { kind: 'fixed', amount: '-5' }],
  ['amount', { kind: 'fixed', amount: '1.5' }],
  ['amount', { kind: 'fixed', amount: '999999999999999999' }],
  ['buy', { kind: 'buy_get', get: 1 }],
  ['items', { kind: 'flash', items: [] }],
  ['items', { kind: 'flash', items: [{ variant: cup, price: '0' }] }],
  [
    'items',
    {
      kind: 'flash',
      items: [
        { variant: cup, price: '5' },
        { variant: cup, price: '6' },
      ],
    },
  ],
  ['ends', { ends: '2020-01-01T00:00:00Z' }],
  ['code', { code: 'A B' }],
  ['code', { code: 'x' }],
  ['markets', { markets: ['1!'] }],
  ['budget', { budget: 'x' }],
] as [string, Partial<OfferDraft>][])('a draft with a wrong %s is refused: %o', async (field, parts) => {
  expect(await offers.desk.create(owner, shop, draftOf(parts))).toMatchObject({ ok: false, details: { field } })
})

test('products and variants of other shops are refused', async () => {
  const other = { products: [newId('product', new Date(5))] }
  expect(await offers.desk.create(owner, shop, draftOf(other))).toMatchObject({ code: 'not_found' })
  const flash = { kind: 'flash' as const, items: [{ variant: newId('variant', new Date(5)), price: '5' }] }
  expect(await offers.desk.create(owner, shop, draftOf(flash))).toMatchObject({ code: 'not_found' })
})

test('a second editor of the same version gets the newer promotion instead of writing over it', async () => {
  const offer = await make({ uses: 5 })
  const done = await Promise.all(
    [1200, 1500, 1800].map(percent => offers.desk.change(owner, offer.id, { ...sayAgain(offer), percent })),
  )
  expect(done.filter(d => d.ok)).toHaveLength(1)
  const now = must(await offers.desk.show(owner, offer.id))
  expect(now).toMatchObject({ version: 2, uses_limit: null })
  for (const d of done) if (!d.ok) expect(d).toMatchObject({ code: 'version_conflict', details: { offer: offerToWire(now) } })
  expect(await offers.desk.setState(owner, offer.id, { version: 1, state: 'paused' })).toMatchObject({ code: 'version_conflict' })
})

test('planned, running, paused, used up and ended are told from state, dates and what is left; each can be listed', async () => {
  const of = async (parts: Partial<OfferDraft>) => (await make(parts)).id
  const planned = await of({ starts: when(days(2)) })
  const running = await of({ ends: when(minutes(5)) })
  const over = await of({ starts: when(-days(3)), ends: when(-days(2)) })
  const paused = await make()
  must(await offers.desk.setState(owner, paused.id, { version: 1, state: 'paused' }))
  const listed = async (standing: 'planned' | 'running' | 'paused' | 'ended') =>
    must(await offers.desk.list(owner, shop, { standing, limit: 100 })).items.map(o => o.id)
  expect([await listed('planned'), await listed('paused')]).toEqual([[planned], [paused.id]])
  expect([(await listed('running')).includes(running), (await listed('ended')).includes(over)]).toEqual([true, true])
  const month = { from: when(-days(4)), to: when(-days(1)) }
  expect(must(await offers.desk.list(owner, shop, month)).items.map(o => o.id)).toEqual([over])
  must(await offers.desk.setState(owner, paused.id, { version: 2, state: 'active' }))
  const ended = must(await offers.desk.setState(owner, paused.id, { version: 3, state: 'ended' }))
  expect(await offers.desk.setState(owner, paused.id, { version: 4, state: 'active' })).toMatchObject({ code: 'wrong_state' })
  expect(await offers.desk.change(owner, paused.id, sayAgain(ended))).toMatchObject({ code: 'wrong_state' })
})

test('the list pages without losing or repeating a promotion', async () => {
  for (let i = 0; i < 5; i++) await make()
  const whole = must(await offers.desk.list(owner, shop, { limit: 100 })).items.map(o => o.id)
  const seen: string[] = []
  for (let cursor: string | undefined = ''; cursor !== undefined; ) {
    const page: { items: OfferRow[]; next: string | null } = must(
      await offers.desk.list(owner, shop, { limit: 2, ...(cursor && { cursor }) }),
    )
    seen.push(...page.items.map(o => o.id))
    cursor = page.next ?? undefined
  }
  expect(seen).toEqual(whole)
  expect(await offers.desk.list(owner, shop, { cursor: 'x' })).toMatchObject({ code: 'invalid_cursor' })
})

test('a code is one promotion’s at a time; when that has ended, by hand or by its date, another may have it', async () => {
  const first = await make({ code: 'spring26', ends: when(minutes(10)) })
  expect(first.code).toBe('SPRING26')
  expect(await offers.desk.create(owner, shop, draftOf({ code: 'Ｓｐｒｉｎｇ２６' }))).toMatchObject({ code: 'offer_code_taken' })
  house.clock.advance(minutes(11))
  const second = await make({ code: 'SPRING26' })
  must(await offers.desk.setState(owner, second.id, { version: 1, state: 'ended' }))
  expect((await make({ code: 'SPRING26' })).code).toBe('SPRING26')
})

test('what was used can neither be deleted nor set below its uses; what was not can go', async () => {
  const offer = await make({
    kind: 'flash',
    items: [
      { variant: cup, price: '400', limit: 9 },
      { variant: bowl, price: '400' },
    ],
  })
  const who = callerOf().person
  const line = { variant: cup, product: variants.get(cup)!.product, category: 'tea', quantity: 3, unit: yen(1000) }
  const basket = {
    shop,
    market: 'JP',
    currency: 'JPY' as const,
    at: house.clock.now(),
    person: who,
    codes: [],
    lines: [line],
    shipping: yen(0),
  }
  const priced = await offers.price(basket)
  must(await offers.claim(newId('checkout', house.clock.now()), who, priced, house.clock.now()))
  const say = (items: OfferDraft['items']) => offers.desk.change(owner, offer.id, { ...sayAgain(offer), items })
  expect(await say([{ variant: cup, price: '400', limit: 2 }])).toMatchObject({
    code: 'offer_invalid',
    details: { field: 'items', used: true },
  })
  expect(await say([{ variant: bowl, price: '300' }])).toMatchObject({ code: 'offer_invalid' })
  expect(must(await say([{ variant: cup, price: '350', limit: 3 }]))).toMatchObject({
    standing: 'used_up',
    items: [{ pieces: 3, price: 350n }],
  })
  expect(await offers.desk.remove(owner, offer.id)).toMatchObject({ code: 'offer_in_use' })
  const fresh = await make()
  expect([await offers.desk.remove(owner, fresh.id), await offers.desk.show(owner, fresh.id)]).toMatchObject([
    { ok: true },
    { code: 'not_found' },
  ])
})

test('shoppers are told of what runs for everybody: no codes, nothing planned, paused or over, and of a product only what it is in', async () => {
  for (const o of must(await offers.desk.list(owner, shop, { limit: 100 })).items)
    if (o.state !== 'ended') must(await offers.desk.setState(owner, o.id, { version: o.version, state: 'ended' }))
  const [cups, bowls] = [variants.get(cup)!.product, variants.get(bowl)!.product]
  const all = await make()
  const one = await make({ products: [cups] })
  const flash = await make({ kind: 'flash', items: [{ variant: bowl, price: '400' }] })
  const abroad = await make({ markets: ['cn'] })
  await make({ code: 'HIDDEN' })
  await make({ starts: when(days(1)) })
  const told = async (wish: { product?: string; market?: string }) =>
    (await offers.desk.running(shop, wish)).map(o => o.id).sort()
  expect(await told({})).toEqual([all, one, flash, abroad].map(o => o.id).sort())
  expect(await told({ market: 'JP', product: cups })).toEqual([all, one].map(o => o.id).sort())
  expect(await told({ market: 'JP', product: bowls })).toEqual([all, flash].map(o => o.id).sort())
  expect(await told({ product: newId('product', new Date(6)) })).toEqual([])
})

test('the preview is what the checkout’s rule says, beside whatever else runs; and it says why nothing is taken off', async () => {
  const preview = async (parts: Partial<OfferDraft>, pieces = 1, replaces?: string) =>
    must(await offers.desk.preview(owner, shop, { draft: draftOf(parts), pieces, replaces }))
  const all = (await offers.desk.running(shop, {})).find(o => o.layer === 'order')!
  const half = await preview({ percent: 5000 }, 1, all.id)
  // The cup has 10 % off already; the order discount is taken from what is left.
  expect(half.example).toMatchObject({
    pieces: 1,
    goods: yen(1000),
    discount: yen(100 + 450),
    shipping: yen(500),
    total: yen(950),
  })
  expect(half.example?.applied.map(a => a.mine)).toEqual([false, true])
  expect(await preview({ percent: 500 })).toMatchObject({ reason: 'not_combinable' })
  expect(await preview({ minimum: '5000', percent: 9000 })).toMatchObject({ reason: 'minimum' })
  expect(await preview({ minimum: '5000', code: 'FIVE', percent: 9000 }, 7)).toMatchObject({ reason: null })
  expect((await preview({ kind: 'free_shipping' })).example).toMatchObject({ shippingDiscount: yen(500) })
  expect(await offers.desk.preview(owner, shop, { draft: draftOf({ percent: null }), pieces: 1 })).toMatchObject({
    code: 'offer_invalid',
  })
})

test('a shop has at most 200 promotions that have not ended', async () => {
  const { rows } = await house.db.pool.query(
    `select count(*)::int as n from offers.offers where shop = $1 and state <> 'ended'`,
    [shop],
  )
  for (let i = rows[0].n; i < 200; i++) await make({ ends: when(days(9)) })
  expect(await offers.desk.create(owner, shop, draftOf())).toMatchObject({ code: 'too_many_offers' })
})
