import type { Caller } from '#base/http'
import { type Id, money, must, type Random, seeded } from '#base/kernel'
import { offersMigrations } from '#rooms/offers'
import { createLedger, type Ledger, type PaymentProvider } from '#rooms/payments'
import { borderMigrations, borderOf, cup, registrations } from '#testing/border'
import { breakable } from '#testing/breakable'
import type { TestHouse } from '#testing/house'
import { type JobsByHand, jobsByHand } from '#testing/jobs-by-hand'
import { liveProduct } from '../../rooms/catalog/testing.ts'

export const livesMigrations = [...borderMigrations, ...offersMigrations]

export interface LifeShop {
  readonly id: Id<'shop'>
  readonly owner: Caller
  readonly variants: readonly Id<'variant'>[]
  /** Codes that the shop's promotions know. */
  readonly codes: readonly string[]
}
/** What the bank itself knows of a charge, beside every book of ours. */
interface Charged {
  captured: bigint
  /** Transfers of another amount than was asked, beside it. */
  wrong: bigint
  readonly refunds: Map<string, bigint>
}
export interface LivesWorld {
  readonly house: TestHouse
  readonly jobs: JobsByHand
  readonly w: ReturnType<typeof borderOf>
  readonly ledger: Ledger
  readonly random: Random
  readonly home: readonly LifeShop[]
  readonly abroad: readonly LifeShop[]
  /** Pieces that were ever put on the shelf, by variant. */
  readonly pieces: Map<string, number>
  /** Pieces on the shelf that no table tells of, by variant: came back for others (more), came back broken (fewer). */
  readonly shelf: Map<string, number>
  readonly bank: Map<string, Charged>
  readonly weather: { storm: boolean }
}

/** The bank with a book beside it; its calls break now and then while there is a storm. */
const watched =
  (book: Map<string, Charged>, dice: () => number) =>
  (bank: PaymentProvider): PaymentProvider => {
    const charged = (id: string): Charged => {
      const known = book.get(id) ?? { captured: 0n, wrong: 0n, refunds: new Map() }
      book.set(id, known)
      return known
    }
    const heard =
      <A extends [{ id: string }, ...unknown[]], R extends { state: string; amount?: { minor: bigint } }>(
        call: (...args: A) => Promise<R>,
      ) =>
      async (...args: A): Promise<R> => {
        const answer = await call(...args)
        if (answer.state === 'settled' && answer.amount) charged(args[0].id).captured = answer.amount.minor
        return answer
      }
    const refund: PaymentProvider['refund'] = async (charge, wish) => {
      const answer = await bank.refund(charge, wish)
      if (answer.state === 'done') charged(charge.id).refunds.set(wish.id, wish.amount.minor)
      return answer
    }
    const capture: PaymentProvider['capture'] = async (charge, wish) => {
      const answer = await bank.capture(charge, wish)
      if (answer.state === 'done') charged(charge.id).captured = answer.captured.minor
      return answer
    }
    return {
      ...bank,
      capture,
      ...(bank.confirm && { confirm: heard(bank.confirm) }),
      start: breakable(dice, heard(bank.start), 0.02),
      status: breakable(dice, heard(bank.status), 0.04),
      cancel: breakable(dice, heard(bank.cancel), 0.04),
      refund: breakable(dice, refund, 0.05),
    }
  }

/** Shops at home with bundles, two places for stock and promotions; shops that send abroad; a bank, a ledger, and jobs by hand. */
export async function openLives(own: TestHouse, seed: number): Promise<LivesWorld> {
  const random = seeded(seed)
  const weather = { storm: false }
  const jobs = jobsByHand(own.clock)
  const house: TestHouse = { ...own, jobs }
  const bank = new Map<string, Charged>()
  const w = borderOf(house, { offers: true, provider: watched(bank, () => (weather.storm ? random() : 1)) })
  const nobody = async () => new Map<string, never>()
  const may = (caller: Caller) => w.accounts.may(caller, 'operate')
  const ledger = createLedger(house, { accounts: { may, people: nobody, shops: nobody } as never })
  await Promise.all([w.checkout.start(), w.payments.start(), w.orders.start(), w.trade.start(), ledger.start()])
  const pieces = new Map<string, number>()
  const home = [await homeShop(w, pieces, 0), await homeShop(w, pieces, 1), await homeShop(w, pieces, 2)]
  const abroad = [await exporter(w, pieces, 900), await exporter(w, pieces, 7300)]
  return { house, jobs, w, ledger, random, home, abroad, pieces, shelf: new Map(), bank, weather }
}
type World = ReturnType<typeof borderOf>

const start = 40
async function homeShop(w: World, pieces: Map<string, number>, n: number): Promise<LifeShop> {
  const shop = await w.shop([start, start, 6], {
    price: [333, 1000, 2750][n] ?? 1000,
    shippingFee: BigInt(n * 350),
    protectionDays: n * 10,
  })
  for (const [i, v] of shop.variants.entries()) pieces.set(v, i === 2 ? 6 : start)
  // A second place, asked after the first.
  const places = must(await w.catalog.stockDesk.addLocation(shop.owner, shop.id, 'Attic'))
  const location = places.at(-1)?.id as Id<'location'>
  for (const v of shop.variants.slice(0, 2)) await putPieces({ w, pieces }, shop.owner, { variant: v, change: 10, location })
  // A set of two of the first and one of the second.
  const [a, b] = shop.variants as [Id<'variant'>, Id<'variant'>]
  const set = await liveProduct({ catalog: w.catalog, shop: shop.id, owner: shop.owner }, { stock: [0] })
  const [bundle] = set.variants as [Id<'variant'>]
  const components = [
    { variant: a, quantity: 2 },
    { variant: b, quantity: 1 },
  ]
  must(await w.catalog.stockDesk.bundle(shop.owner, bundle, components))
  w.prices.set(bundle, { price: money(2999, 'JPY'), taxPercent: 10n })
  return { id: shop.id, owner: shop.owner, variants: [...shop.variants, bundle], codes: await promote(w, shop, n) }
}

/** Promotions of every kind; some with uses, a budget or a limit for each person. */
async function promote(w: World, shop: Awaited<ReturnType<World['shop']>>, n: number): Promise<string[]> {
  const starts = w.house.clock.now()
  const name = { en: 'Offer' }
  const [, second, third] = shop.variants
  const drafts = [
    [
      { kind: 'percent', name, starts, percent: 1750, code: 'MANY', uses: 40 },
      { kind: 'fixed', name, starts, amount: '77', code: 'PURSE', budget: '3000' },
      { kind: 'percent', name, starts, percent: 10_000, code: 'GIFT', perPerson: 1 },
    ],
    [
      { kind: 'buy_get', name, starts, buy: 2, get: 1, products: [shop.product] },
      { kind: 'percent', name, starts, percent: 333, code: 'ONCE', perPerson: 1, uses: 60 },
      { kind: 'free_shipping', name, starts, minimum: '4000', uses: 100 },
    ],
    [
      {
        kind: 'flash',
        name,
        starts,
        items: [
          { variant: second, price: '2000', limit: 60 },
          { variant: third, price: '1999' },
        ],
        perPerson: 2,
      },
      { kind: 'fixed', name, starts, amount: '501', code: 'LAST', uses: 25 },
    ],
  ][n]
  for (const draft of drafts ?? []) must((await w.offers?.desk.create(shop.owner, shop.id, draft as never)) as never)
  return (drafts ?? []).flatMap(d => ('code' in d ? [d.code as string] : []))
}

async function exporter(w: World, pieces: Map<string, number>, price: number): Promise<LifeShop> {
  const option = (key: string, country: string, way: string) => ({
    ...{ key, way, name: { en: key }, countries: [country], fee: 510n, freeFrom: null, days: { from: 5, to: 12 } },
  })
  const delivery = [option('mail', 'CN', '9610'), option('union', 'DE', 'seller_collects')]
  const shop = await w.shop([start, start], { price, delivery: delivery as never })
  for (const v of shop.variants) pieces.set(v, start)
  await w.trade.setFacts(shop.owner, { subject: shop.product, shop: shop.id, product: shop.product }, cup)
  await w.trade.setRegistrations(shop.owner, shop.id, 0, { ...registrations, ioss: 'IM2760000001' })
  return { id: shop.id, owner: shop.owner, variants: shop.variants, codes: [] }
}

let keys = 0
/** More pieces on the shelf, by hand. */
export async function putPieces(
  { w, pieces }: Pick<LivesWorld, 'w' | 'pieces'>,
  owner: Caller,
  { variant, change, location }: { variant: Id<'variant'>; change: number; location?: Id<'location'> },
): Promise<void> {
  const wish = { change, reason: 'received' as const, ...(location && { location }) }
  must(await w.catalog.adjust(owner, variant, wish, `put ${++keys}`))
  pieces.set(variant, (pieces.get(variant) ?? 0) + change)
}
