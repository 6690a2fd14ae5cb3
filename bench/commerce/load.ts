import type { Buyer, Storefront } from './storefront.ts'

/** Milliseconds, sorted. */
export type Times = readonly number[]
export const quantileOf = (sorted: Times, q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN
const sorted = (times: number[]): Times => times.sort((a, b) => a - b)

/** Visitors who have a session before the clock runs; 20 at a time. */
export async function visitors(shop: Storefront, count: number, first: number): Promise<Buyer[]> {
  const all: Buyer[] = []
  for (let i = 0; i < count; i += 20)
    all.push(...(await Promise.all(Array.from({ length: Math.min(20, count - i) }, (_, k) => shop.visit(first + i + k)))))
  return all
}

/** Starts `one` at a fixed rate, whatever the server does; `due` is when each should have begun. Resolves when all have ended. */
async function openLoop(perSecond: number, total: number, one: (i: number, due: number) => Promise<void>): Promise<void> {
  const started = performance.now()
  const all: Promise<void>[] = []
  for (let i = 0; i < total; ) {
    const now = Math.min(total, Math.floor(((performance.now() - started) * perSecond) / 1000) + 1)
    for (; i < now; i++) all.push(one(i, started + (i * 1000) / perSecond))
    await new Promise(resolve => setTimeout(resolve, 1))
  }
  await Promise.all(all)
}

/** Add-to-cart alone; each time counts from when it was due. */
export async function addingLoad(shop: Storefront, buyers: readonly Buyer[], items: readonly string[], rate: number) {
  const times: number[] = []
  let failed = 0
  await openLoop(rate, buyers.length, async (i, due) => {
    const ok = await shop.addToCart(buyers[i] as Buyer, items[i % items.length] as string).catch(() => false)
    times.push(performance.now() - due)
    if (!ok) failed++
  })
  return { times: sorted(times), failed }
}

export interface OrderLoad {
  readonly rate: number
  readonly orders: number
  readonly failed: number
  /** Share of the orders that were there within a second of when their shopper came. */
  readonly inTime: number
  /** The last confirmation alone. */
  readonly completion: Times
  /** Add to cart, address, delivery, payment: from when the shopper was due until the order was there. */
  readonly whole: Times
}
/** Whole purchases at a fixed rate: cart → checkout → address → payment, each by somebody else. Whoever is not done 5 s after the last came, gives up. */
export async function orderLoad(
  shop: Storefront,
  buyers: readonly Buyer[],
  items: readonly string[],
  rate: number,
): Promise<OrderLoad> {
  const completion: number[] = []
  const whole: number[] = []
  let failed = 0
  let inTime = 0
  const giveUp = performance.now() + (buyers.length / rate) * 1000 + 5000
  const patient = () => performance.now() < giveUp
  await openLoop(rate, buyers.length, async (i, due) => {
    const buyer = buyers[i] as Buyer
    const buy = async () => {
      if (!(patient() && (await shop.addToCart(buyer, items[i % items.length] as string)))) return false
      const ready = patient() ? await shop.prepare(buyer, null) : null
      if (!ready || !patient()) return false
      const began = performance.now()
      const done = await shop.complete(buyer, ready)
      completion.push(performance.now() - began)
      return done
    }
    const done = await buy().catch(() => false)
    const ms = performance.now() - due
    whole.push(ms)
    if (!done) failed++
    else if (ms <= 1000) inTime++
  })
  const orders = buyers.length - failed
  return { rate, orders, failed, inTime: inTime / buyers.length, completion: sorted(completion), whole: sorted(whole) }
}

export interface Race {
  readonly orders: number
  readonly refused: number
  /** Neither an order nor a refusal: mistakes, and answers that had not come when nobody waited any more. */
  readonly failed: number
  readonly seconds: number
}
/** Everybody wants the same item in the same moment, and waits `patience` seconds at most. */
export async function race(
  shop: Storefront,
  buyers: readonly Buyer[],
  item: string,
  patience: number,
): Promise<Race & { why: string[] }> {
  const counts = { orders: 0, refused: 0 }
  const why = new Set<string>()
  const began = performance.now()
  const all = Promise.all(
    buyers.map(async buyer => {
      try {
        const ready = await shop.prepare(buyer, item)
        counts[ready && (await shop.complete(buyer, ready)) ? 'orders' : 'refused']++
      } catch (error) {
        why.add(String(error).slice(0, 200))
      }
    }),
  )
  let last: NodeJS.Timeout | undefined
  await Promise.race([
    all,
    new Promise(resolve => {
      last = setTimeout(resolve, patience * 1000)
    }),
  ])
  clearTimeout(last)
  const failed = buyers.length - counts.orders - counts.refused
  return { ...counts, failed, seconds: (performance.now() - began) / 1000, why: [...why] }
}
