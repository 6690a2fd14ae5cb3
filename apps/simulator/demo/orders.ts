import { type Api, unless } from '../api.ts'
import { clips } from '../art/index.ts'
import { sellerOf } from './catalogue.ts'
import { personOf } from './clips.ts'
import { openOrderPlan, type PlannedOrder, plannedOrders, type Until } from './plan.ts'
import { byBuyer, inTurn, pooled } from './pool.ts'
import { codesOf } from './promotions.ts'
import { type DemoPerson, demoPeople } from './roster.ts'
import { buy, fulfil, orderStep, type Source } from './shopping.ts'
import { answers } from './talk/reviews.ts'
import { once, type World } from './world.ts'

const day = 86_400_000

/** The clip that a buyer came from: two of three come from one, where there is one. */
function cameFrom(world: World, key: string, product: string): Source {
  const random = world.randomFor(`from ${key}`)
  const shown = clips.filter(c => c.products.includes(product) && world.has(`post:${c.key}`))
  const clip = shown[Math.floor(random() * shown.length)]
  return clip && random() < 0.67 ? { post: world.id(`post:${clip.key}`) } : {}
}

/** What was told in the two laps has been bought already. */
const lapBuyers = new Set([
  'hagi-cup lin_xiaoman',
  'hagi-cup chen_yu',
  'ai-tote mori_haruka',
  'ai-tote amelia_hart',
  'sumi-notebook daniel_okafor',
])

/** One round of the history: many buy, everything goes out, arrives, and is talked about. The clock walks two and a half days. */
export async function orderRound(world: World, round: number): Promise<void> {
  const plan = plannedOrders.filter(o => o.round === round && !lapBuyers.has(`${o.product.key} ${o.buyer.handle}`))
  await pooled(byBuyer(plan), orders => inTurn(orders, o => purchase(world, o)))
  await pooled(plan, async o => {
    await once(world, `sent:${o.key}`, async () => {
      await fulfil(world, await sellerOf(world, o.product.key), world.id(`order:${o.key}`), 'ship')
      return 'yes'
    })
  })
  await world.stage(`round ${round} on the way`, () => world.moveClock(1.5 * day))
  await pooled(plan, async o => {
    await once(world, `home:${o.key}`, async () => {
      // A parcel arrives once: either the carrier says so, or its buyer is first.
      const first = world.randomFor(`home ${o.key}`)() < 0.4
      const api = await (first ? personOf(world, o.buyer.handle) : sellerOf(world, o.product.key))
      await orderStep(api, world.id(`order:${o.key}`), first ? 'receive' : 'deliver')
      return 'yes'
    })
  })
  await world.stage(`round ${round} in use`, () => world.moveClock(day))
  await pooled(plan, o => speak(world, o))
}

async function purchase(world: World, o: PlannedOrder): Promise<void> {
  await once(world, `order:${o.key}`, async () => {
    const api = await personOf(world, o.buyer.handle)
    const variant = world.id(`variant:${o.product.key}:${o.variant}`)
    const { order, line } = await buy(
      api,
      o.buyer,
      variant,
      { source: cameFrom(world, o.key, o.product.key) },
      world.randomFor(`buy ${o.key}`),
    )
    world.note(`line:${o.key}`, line)
    return order
  })
}

/** A pulse, a review, and the shop's answer where somebody was not content. */
async function speak(world: World, o: PlannedOrder): Promise<void> {
  await once(world, `said:${o.key}`, async () => {
    const api = await personOf(world, o.buyer.handle)
    const random = world.randomFor(`say ${o.key}`)
    const line = world.id(`line:${o.key}`)
    await api.post('/v1/pulses', { line, score: o.stars })
    const review = await unless('already_reviewed', () =>
      api.post<{ id: string }>('/v1/reviews', { line, stars: o.stars, text: o.text }),
    )
    if (review && o.stars <= 3 && random() < 0.6) {
      const words = answers[o.buyer.language]
      const text = words[Math.floor(random() * words.length)] as string
      await (await sellerOf(world, o.product.key)).post(`/v1/reviews/${review.id}/reply`, { text })
    }
    return review?.id ?? 'yes'
  })
}

/** Steps of an open order that lie before a parcel arrives, and after. */
const before: Readonly<Partial<Record<Until, 'pack' | 'ship'>>> = {
  packed: 'pack',
  shipped: 'ship',
  delivered: 'ship',
  received: 'ship',
  return_asked: 'ship',
  returned: 'ship',
  part_refunded: 'ship',
}
const reasons = {
  en: { back: 'The size does not fit where I meant it to go.', off: 'Ordered twice by mistake.' },
  ja: { back: '思っていた場所に入りませんでした。', off: '間違えて二度注文しました。' },
  zh: { back: '尺寸放不进原来想放的地方。', off: '不小心下了两单。' },
}

/** Orders in every state, so that the desk has work and the buyer's list has all its colours. Ends two days later. */
export async function openOrders(world: World): Promise<void> {
  const later: readonly Until[] = ['paid', 'packed', 'shipped']
  const early = openOrderPlan.filter(o => !later.includes(o.until))
  await pooled(byBuyer(early), orders => inTurn(orders, o => begin(world, o)))
  await world.stage('open orders on the way', () => world.moveClock(2 * day))
  await pooled(early, o => end(world, o))
  const late = openOrderPlan.filter(o => o.until === 'packed' || o.until === 'shipped')
  await pooled(byBuyer(late), orders => inTurn(orders, o => begin(world, o)))
}

/** What came in today and waits to be packed. */
export const ordersOfToday = (world: World): Promise<void> =>
  pooled(byBuyer(openOrderPlan.filter(o => o.until === 'paid')), orders => inTurn(orders, o => begin(world, o)))

async function begin(world: World, o: (typeof openOrderPlan)[number]): Promise<void> {
  await once(world, `order:${o.key}`, async () => {
    const api = await personOf(world, o.buyer.handle)
    const first = Object.entries(o.product.variants).find(([, [, , pieces]]) => pieces > 0)?.[0] as string
    const variant = world.id(`variant:${o.product.key}:${first}`)
    const basket = { source: cameFrom(world, o.key, o.product.key), codes: codesOf[o.key] }
    const { order } = await buy(api, o.buyer, variant, basket, world.randomFor(`buy ${o.key}`))
    return order
  })
  const step = before[o.until]
  if (step)
    await once(world, `sent:${o.key}`, async () => {
      await fulfil(world, await sellerOf(world, o.product.key), world.id(`order:${o.key}`), step)
      return 'yes'
    })
}

async function end(world: World, o: (typeof openOrderPlan)[number]): Promise<void> {
  await once(world, `ended:${o.key}`, async () => {
    const order = world.id(`order:${o.key}`)
    const [buyer, seller] = await Promise.all([personOf(world, o.buyer.handle), sellerOf(world, o.product.key)])
    const why = reasons[o.buyer.language]
    if (o.until === 'cancelled') await orderStep(buyer, order, 'cancel', { reason: why.off })
    else await arrive(o.until, order, buyer, seller, why.back)
    return 'yes'
  })
}

async function arrive(until: Until, order: string, buyer: Api, seller: Api, why: string): Promise<void> {
  if (until === 'received') return orderStep(buyer, order, 'receive')
  await orderStep(seller, order, 'deliver')
  if (until === 'return_asked' || until === 'returned') await orderStep(buyer, order, 'return-request', { reason: why })
  if (until === 'returned') await orderStep(seller, order, 'return')
  if (until !== 'part_refunded') return
  const { total, refunded } = await buyer.get<Record<'total' | 'refunded', { minor: string; currency: string }>>(
    `/v1/orders/${order}`,
  )
  if (refunded.minor !== '0') return
  const amount = { minor: String(Math.round(Number(total.minor) / 4)), currency: total.currency }
  await orderStep(seller, order, 'refund', { amount, reason: '一部破損のため / Part of it arrived broken' })
}

interface Packed {
  readonly parcels: readonly { readonly id: string; readonly contents: readonly { readonly quantity: number }[] }[]
}
/** Three plates, by parcel. */
export const twoParcels = { item: 'hagi-plate:night', pieces: [2, 1] } as const
/** One parcel is on its way, the other waits for the carrier. */
export async function inTwoParcels(world: World): Promise<void> {
  const buyer = demoPeople.find(p => p.handle === 'helen_murray') as DemoPerson
  const seller = await sellerOf(world, 'hagi-plate')
  const order = await once(world, 'order:two parcels', async () => {
    const api = await personOf(world, buyer.handle)
    const quantity = twoParcels.pieces.reduce((sum, n) => sum + n, 0)
    return (await buy(api, buyer, world.id(`variant:${twoParcels.item}`), { quantity }, world.randomFor('two parcels'))).order
  })
  const path = `/v1/orders/${order}`
  const line = (await seller.get<{ lines: { id: string }[] }>(path)).lines[0]?.id
  for (const quantity of twoParcels.pieces)
    await once(world, `parcel:two parcels:${quantity}`, async () => {
      // Packed before a restart, it is not packed again.
      const holds = (order: Packed) => order.parcels.find(p => p.contents[0]?.quantity === quantity)?.id
      const pack = () => seller.post<Packed>(`${path}/parcels`, { lines: [{ line, quantity }] })
      const parcel = (holds(await seller.get<Packed>(path)) ?? holds(await pack())) as string
      const ship = () => seller.post(`${path}/parcels/${parcel}/ship`, { carrier: 'ヤマト運輸', tracking: '4000-20260201' })
      if (quantity === 2) await unless('wrong_state', ship)
      return parcel
    })
}
