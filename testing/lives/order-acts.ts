import { between, type Id, money, pick, type Random } from '#base/kernel'
import type { Order } from '#rooms/orders'
import type { OrderActionName } from '../../rooms/orders/guards.ts'
import type { Return } from '../../rooms/orders/return.ts'
import type { Act, Acts, Life } from './life.ts'
import type { LifeShop, LivesWorld } from './world.ts'

interface Own {
  readonly order: Order
  readonly shop: LifeShop
  /** What the buyer and the shop may do now. */
  readonly can: ReadonlySet<string>
}
type OrderAct = (t: LivesWorld, life: Life, own: Own) => Promise<unknown>
const needs = (action: OrderActionName, act: OrderAct) => ({ action, act })

async function anOrder(t: LivesWorld, life: Life): Promise<Own | null> {
  const checkout = await t.w.orders.checkout(life.checkouts.at(-1) ?? '')
  const orders = checkout?.orders ?? []
  const order = orders.length > 0 ? pick(life.random, orders) : null
  const shop = [...t.home, ...t.abroad].find(s => s.id === order?.shop.id)
  if (!order || !shop) return null
  const can = [life.caller, shop.owner].flatMap(who => t.w.orders.show(order, who).can)
  return { order, shop, can: new Set(can) }
}

const some = (r: Random, o: Order, most: (l: Order['lines'][number]) => number) => {
  const lines = o.lines.filter(l => most(l) > 0)
  const chosen = lines.filter(() => r() < 0.7)
  return (chosen.length > 0 ? chosen : lines).map(l => ({ line: l.id, quantity: between(r, 1, Math.max(1, most(l))) }))
}
const parcelOf = (r: Random, o: Order): string | undefined =>
  o.parcels.length > 0 && r() < 0.5 ? pick(r, o.parcels).id : undefined

/** A parcel that is named may come back, or be unpacked, in the same moment; whatever else is not found is a mistake. */
const orGone = <T extends { ok: boolean; code?: string }>(parcel: string | undefined, answer: T): T | string =>
  parcel && answer.code === 'not_found' ? 'the parcel is gone' : answer

const fulfil = (action: 'pack' | 'unpack' | 'ship' | 'deliver') =>
  needs(action, async (t, { random: r }, { order, shop }) => {
    const parcel = action === 'pack' ? undefined : parcelOf(r, order)
    const parts =
      action === 'pack' && r() < 0.4 && order.fulfilment === 'none' ? some(r, order, l => l.quantity - l.cancelled) : undefined
    const wish = { action, carrier: 'Yamato', tracking: 'T1', parcel, ...(parts?.length && { pieces: parts }) }
    return orGone(parcel, await t.w.orders.fulfil(shop.owner, order.id, wish))
  })
const receive = needs('receive', (t, life, { order }) => t.w.orders.fulfil(life.caller, order.id, { action: 'receive' }))
/** All steps to the door at once, as most orders go. */
const send = needs('pack', async (t, _life, { order, shop }) => {
  for (const action of ['pack', 'ship', 'deliver'] as const) {
    const done = await t.w.orders.fulfil(shop.owner, order.id, { action, carrier: 'Yamato' })
    if (!done.ok) return done
  }
  return 'delivered'
})

const cancel = needs('cancel', (t, { caller, random: r }, { order, shop }) =>
  t.w.refund.refund(r() < 0.5 ? caller : shop.owner, order.id, { kind: 'cancel', reason: null }),
)
const cancelLines = needs('cancel_lines', (t, { caller, random: r }, { order }) => {
  const pieces = some(r, order, l => l.quantity - l.cancelled)
  return t.w.refund.refund(caller, order.id, { kind: 'cancel', reason: null, pieces, shipping: r() < 0.3 })
})
const refundPieces = needs('refund', (t, { random: r }, { order, shop }) => {
  const pieces = some(r, order, l => l.quantity - l.refunded)
  return t.w.refund.refund(shop.owner, order.id, { kind: 'refund', reason: null, pieces, shipping: r() < 0.5 })
})
const refundAmount = needs('refund', (t, { random: r }, { order, shop }) => {
  const left = Number(order.total.minor - order.refunded.minor - order.refunding.minor)
  const amount = r() < 0.8 ? money(between(r, 1, Math.max(1, Math.ceil(left / 2))), order.total.currency) : undefined
  return t.w.refund.refund(shop.owner, order.id, { kind: 'refund', reason: null, amount })
})
const comesBack = needs('accept_return', async (t, { random: r }, { order, shop }) => {
  const sold = order.parcels.filter(p => p.replaces === null)
  const parcel = sold.length > 0 && r() < 0.4 ? pick(r, sold).id : undefined
  return orGone(
    parcel,
    await t.w.refund.refund(shop.owner, order.id, { kind: 'return', reason: null, ...(parcel && { parcel }) }),
  )
})

const ask = needs('request_return', (t, { caller, random: r }, { order, shop }) => {
  const kind = pick(r, ['return', 'exchange', 'exchange', 'claim'] as const)
  const pieces = r() < 0.6 ? some(r, order, l => l.quantity - l.returned) : undefined
  const [line] = order.lines.filter(l => (pieces ?? order.lines.map(x => ({ line: x.id }))).some(p => p.line === l.id))
  const others = shop.variants.slice(0, 2)
  const one = (pieces?.length ?? order.lines.length) === 1 && line && others.includes(line.variant)
  const variant = kind === 'exchange' && one && r() < 0.5 ? pick(r, others) : undefined
  const code = pick(r, ['changed_mind', 'damaged', 'wrong_size'] as const)
  return t.w.orders.requestReturn(caller, order.id, { reason: 'so', code, kind, pieces, variant })
})
const openOf = (o: Order) => o.returns.find(x => !['refused', 'settled', 'withdrawn'].includes(x.state))
const move = (who: 'buyer' | 'shop', action: 'approve' | 'refuse' | 'receive' | 'withdraw' | 'send_back') =>
  needs('answer_return', async (t, { caller }, { order, shop }) => {
    const returned = openOf(order)?.id
    if (!returned) return 'no return'
    const wish =
      action === 'send_back'
        ? { action, carrier: 'Yamato', tracking: 'R1' }
        : action === 'refuse'
          ? { action, reason: 'used' as const, note: null }
          : { action }
    return t.w.orders.moveReturn(who === 'buyer' ? caller : shop.owner, { order: order.id, returned }, wish)
  })
const settle = needs('answer_return', async (t, { random: r }, { order, shop }) => {
  const asked = openOf(order)
  if (!asked) return 'no return'
  const outcome = r() < 0.3 ? pick(r, ['refund', 'replacement'] as const) : undefined
  const restock = r() < 0.75
  const done = await t.w.refund.settleReturn(shop.owner, { order: order.id, returned: asked.id }, { outcome, restock })
  if (!done.ok) return done
  const settled = done.value.returns.find(x => x.id === asked.id)
  noteShelf(t, { was: order, now: done.value }, asked, { replaced: settled?.outcome === 'replacement', restock })
  return `${asked.kind} of ${asked.pieces.length} lines: ${settled?.outcome}, ${restock ? 'to the shelf' : 'not to the shelf'}`
})
/** What of a return no table keeps: pieces that came back and are not sold again, and those that came back for others. */
function noteShelf(
  t: LivesWorld,
  { was, now }: { was: Order; now: Order },
  asked: Return,
  { replaced, restock }: { replaced: boolean; restock: boolean },
): void {
  const words = now.timeline.map(e => e.what)
  const cameBack = words
    .slice(words.lastIndexOf('return_requested'))
    .some(w => w === 'return_sent_back' || w === 'return_received')
  const add = (variant: Id<'variant'>, n: number) => void t.shelf.set(variant, (t.shelf.get(variant) ?? 0) + n)
  for (const p of asked.pieces) {
    const line = now.lines.find(l => l.id === p.line) as Order['lines'][number]
    // Its parcel may have come back before, with these pieces.
    const known = replaced ? line : (was.lines.find(l => l.id === p.line) ?? line)
    const back = Math.min(p.quantity, known.quantity - known.cancelled - known.returned)
    if (cameBack && restock && replaced) add(line.variant, back)
    if (cameBack && !restock && !replaced) add(line.variant, -back)
  }
}

/** The price of something bought falls for everybody, and the buyer asks for the difference; now and then twice at once. */
const protect = needs('protect_price', async (t, { caller, random: r }, { order }) => {
  const line = pick(r, order.lines)
  const now = t.w.prices.get(line.variant)?.price
  if (!now || now.currency !== order.total.currency) return 'no price of this market'
  const before = t.w.falls.get(line.variant) ?? []
  const low = before.at(-1)?.price.minor ?? now.minor
  const price = money(between(r, Math.ceil(Number(low) / 2), Number(low)), now.currency)
  t.w.falls.set(line.variant, [...before, { at: t.house.clock.now(), price }])
  const asked = await Promise.all(Array.from({ length: r() < 0.3 ? 2 : 1 }, () => t.w.refund.protect(caller, order.id)))
  return asked.find(a => a.ok) ? `from ${now.minor} to ${price.minor}` : asked[0]
})

/** The payer's bank takes a part or all back, or decides; now and then the end is told first, or everything twice. */
const dispute: Act = async (t, life) => {
  const { random: r } = life
  const reference = life.checkouts.at(-1) as string
  const payment = await t.w.payments.byReference(reference)
  if (payment?.state !== 'settled' || payment.captured.minor === 0n) return 'nothing to dispute'
  const open = life.disputes.find(d => d.state === 'opened')
  const amount = r() < 0.4 ? payment.captured : money(between(r, 1, Number(payment.captured.minor)), payment.captured.currency)
  const told = open ?? { ref: `dp_${payment.id}_${life.disputes.length}`, amount, state: 'opened' as const }
  if (!open) life.disputes.push(told)
  told.state = open ? pick(r, ['won', 'lost'] as const) : pick(r, ['opened', 'opened', 'opened', 'lost', 'won'] as const)
  const news = { kind: 'chargeback' as const, ref: told.ref, state: told.state, amount: told.amount }
  const bank = t.w.bank.tell({ id: payment.id }, news, `evt_${told.ref}_${told.state}`)
  const heard = await Promise.all(Array.from({ length: r() < 0.3 ? 2 : 1 }, () => t.w.payments.hearWebhook('test', bank)))
  return heard.find(h => !h.ok) ?? `${told.state} of ${told.amount.minor}`
}

const orderActs: readonly (readonly [weight: number, name: string, of: ReturnType<typeof needs>])[] = [
  [9, 'send', send],
  [4, 'pack', fulfil('pack')],
  [1, 'unpack', fulfil('unpack')],
  [4, 'ship', fulfil('ship')],
  [4, 'deliver', fulfil('deliver')],
  [1, 'receive', receive],
  [2, 'cancel', cancel],
  [2, 'cancel lines', cancelLines],
  [2, 'refund pieces', refundPieces],
  [1, 'refund an amount', refundAmount],
  [1, 'comes back', comesBack],
  [2, 'price falls', protect],
  [8, 'ask to return', ask],
  [2, 'approve', move('shop', 'approve')],
  [0.5, 'refuse', move('shop', 'refuse')],
  [5, 'receive the return', move('shop', 'receive')],
  [1, 'send back', move('buyer', 'send_back')],
  [0.5, 'withdraw', move('buyer', 'withdraw')],
  [8, 'settle', settle],
]

/** What may be done with an order of this life now; one time in ten what may not. */
export async function orderActsOf(t: LivesWorld, life: Life): Promise<Acts> {
  const own = await anOrder(t, life)
  if (!own) return [[1, 'no order', async () => 'no order']]
  const wild = life.random() < 0.1
  const acts = orderActs
    .filter(([, , { action }]) => wild || own.can.has(action))
    .map(([weight, name, { act }]): Acts[number] => [weight, name, (world, l) => act(world, l, own)])
  return [...acts, [0.4, 'dispute', dispute]]
}
