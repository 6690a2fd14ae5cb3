import { unless } from '../api.ts'
import { closeLook, picture, sellerOf } from './catalogue.ts'
import { personOf } from './clips.ts'
import { byBuyer, inTurn, pooled } from './pool.ts'
import { demoProduct } from './products.ts'
import { type DemoPerson, demoPeople } from './roster.ts'
import { buy, fulfil, orderStep } from './shopping.ts'
import { type DemoReturn, type ReturnEnd, returnPlan } from './talk/returns.ts'
import { clockTo, once, type World } from './world.ts'

const day = 86_400_000

export interface PlannedReturn extends Omit<DemoReturn, 'buyer'> {
  readonly key: string
  readonly product: string
  readonly variant: string
  readonly buyer: DemoPerson
}
/** With the product's first variant that is in stock, where the plan says only `first`. */
export const plannedReturns: readonly PlannedReturn[] = returnPlan.map(r => {
  const [product = '', named = ''] = r.item.split(':')
  const { variants } = demoProduct(product)
  const first = Object.entries(variants).find(([, [, , pieces]]) => pieces > 0)?.[0]
  const buyer = demoPeople.find(p => p.handle === r.buyer)
  const variant = named === 'first' ? first : named
  if (!variant || !(variant in variants) || !buyer) throw new Error(`no ${r.item} or no ${r.buyer}`)
  return { ...r, key: `${product}:${r.buyer}`, product, variant, buyer }
})

/** Does a step of every return that gets so far, a few at once and one at a time for a buyer. */
const each = (world: World, step: string, of: readonly PlannedReturn[], work: (r: PlannedReturn) => Promise<string>) =>
  pooled(byBuyer(of), all => inTurn(all, async r => void (await once(world, `return:${r.key}:${step}`, () => work(r)))))
const orderOf = (world: World, r: PlannedReturn) => world.id(`return:${r.key}:bought`)
const until = (...ends: ReturnEnd[]) => plannedReturns.filter(r => ends.includes(r.until))
const place = (world: World, r: PlannedReturn) => `/v1/orders/${orderOf(world, r)}/returns/${world.id(`return:${r.key}:asked`)}`
/** What was done before a restart is content. */
const move = (work: () => Promise<unknown>): Promise<string> => unless('wrong_state', work).then(() => 'yes')

/** Goods that will come back are bought and sent, ten days ago. */
export async function buyToReturn(world: World): Promise<void> {
  await each(world, 'bought', plannedReturns, async r => {
    const api = await personOf(world, r.buyer.handle)
    const variant = world.id(`variant:${r.product}:${r.variant}`)
    return (await buy(api, r.buyer, variant, { quantity: r.quantity ?? 1 }, world.randomFor(`buy ${r.key}`))).order
  })
  await each(world, 'sent', plannedReturns, async r => {
    await fulfil(world, await sellerOf(world, r.product), orderOf(world, r), 'ship')
    return 'yes'
  })
}

/** They arrive, are asked about, answered, sent back and settled, day by day; those that are still asked are the newest. */
export async function walkReturns(world: World): Promise<void> {
  await clockTo(world, -8 * day)
  await each(world, 'home', plannedReturns, async r => {
    await orderStep(await sellerOf(world, r.product), orderOf(world, r), 'deliver')
    return 'yes'
  })
  await clockTo(world, -7 * day)
  const old = plannedReturns.filter(r => r.until !== 'requested')
  await each(world, 'asked', old, r => ask(world, r))
  await clockTo(world, -6.2 * day)
  await each(world, 'answered', old, r => answer(world, r))
  await clockTo(world, -5 * day)
  await each(world, 'back', until('sent_back', 'received', 'refunded', 'replaced'), r => sendBack(world, r))
  await clockTo(world, -3.5 * day)
  await each(world, 'here', until('received', 'refunded', 'replaced'), r => receive(world, r))
  await each(world, 'asked', until('requested'), r => ask(world, r))
}

/** Asks with words, and with a close picture of the thing where there is one to show; of several pieces one is broken. */
async function ask(world: World, r: PlannedReturn): Promise<string> {
  const api = await personOf(world, r.buyer.handle)
  const { kind, code, words: reason, instead } = r
  const photos = r.photo ? [await picture(api, await closeLook(r.product), `${r.product}-return.webp`)] : []
  const order = `/v1/orders/${orderOf(world, r)}`
  const { lines } = await api.get<{ lines: { id: string }[] }>(order)
  const some = code === 'damaged' ? { lines: lines.map(l => ({ line: l.id, quantity: 1 })) } : {}
  const other = instead ? { variant: world.id(`variant:${r.product}:${instead}`) } : {}
  await unless('wrong_state', () => api.post(`${order}/return-request`, { kind, code, reason, photos, ...some, ...other }))
  const { returns } = await api.get<{ returns: { id: string }[] }>(order)
  return returns[0]?.id as string
}

async function answer(world: World, r: PlannedReturn): Promise<string> {
  const [buyer, seller] = await Promise.all([personOf(world, r.buyer.handle), sellerOf(world, r.product)])
  const path = place(world, r)
  const [reason, note] = r.refusal ?? []
  if (r.until === 'withdrawn') return move(() => buyer.post(`${path}/withdraw`))
  if (reason) return move(() => seller.post(`${path}/refuse`, { reason, note }))
  return move(() => seller.post(`${path}/approve`))
}

/** Of a claim nothing needs to be sent back. */
async function sendBack(world: World, r: PlannedReturn): Promise<string> {
  if (r.kind === 'claim') return 'not needed'
  const buyer = await personOf(world, r.buyer.handle)
  const digits = Math.floor(world.randomFor(`back ${r.key}`)() * 1e8)
  const tracking = `5100-${String(digits).padStart(8, '0')}`
  return move(() => buyer.post(`${place(world, r)}/send-back`, { carrier: '日本郵便', tracking }))
}

/** Here again; settled with money, or with another piece, which then waits on the desk to be packed. */
async function receive(world: World, r: PlannedReturn): Promise<string> {
  const seller = await sellerOf(world, r.product)
  const path = place(world, r)
  if (r.kind !== 'claim') await move(() => seller.post(`${path}/receive`))
  if (r.until === 'received') return 'yes'
  const outcome = r.until === 'replaced' ? 'replacement' : 'refund'
  return move(() => seller.post(`${path}/settle`, { outcome, restock: r.code !== 'damaged' }))
}
