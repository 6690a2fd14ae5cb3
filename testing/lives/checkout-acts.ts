import { between, type Id, money, must, newId, pick } from '#base/kernel'
import { identity, idNumbers, shanghai } from '#testing/border'
import { address } from '#testing/commerce'
import { type Act, type Acts, answers, type Life } from './life.ts'
import { type LivesWorld, putPieces } from './world.ts'

const berlin = {
  ...address,
  country: 'DE',
  postcode: '10115',
  region: 'Berlin',
  city: 'Berlin',
  line: 'Teststraße 1',
  phone: '+49 30 1234567',
}
const addresses = { JP: address, CN: shanghai, DE: berlin } as const
const last = (life: Life) => life.checkouts.at(-1) as Id<'checkout'>

const begin: Act = async (t, life) => {
  const { random: r } = life
  const shops = life.market === 'JP' ? t.home : t.abroad
  const chosen = new Set([pick(r, shops), ...(r() < 0.25 ? [pick(r, shops)] : [])])
  const lines = [...chosen].flatMap(shop => {
    const variants = new Set(Array.from({ length: between(r, 1, 3) }, () => pick(r, shop.variants)))
    return [...variants].map(variant => ({ variant, quantity: between(r, 1, 3), source: null }))
  })
  const market = life.market === 'JP' ? undefined : life.market
  const begun = await t.w.checkout.begin(life.caller, { lines, expectedSubtotal: null, market })
  if (!begun.ok) {
    // The shop buys more of what is sold out, now and then.
    if (begun.code === 'out_of_stock' && r() < 0.5) await buyMore(t, begun.details?.variant as Id<'variant'>)
    return begun
  }
  life.checkouts.push(begun.value.id)
  if (r() < 0.05) return begun
  return t.w.checkout.setAddress(life.caller, begun.value.id, addresses[life.market])
}
async function buyMore(t: LivesWorld, variant: Id<'variant'>): Promise<void> {
  const shop = [...t.home, ...t.abroad].find(s => s.variants.includes(variant))
  // A set is short when one of its parts is.
  const isSet = t.home.some(s => s.variants.at(-1) === variant)
  for (const v of isSet ? (shop?.variants.slice(0, 2) ?? []) : [variant])
    if (shop) await putPieces(t, shop.owner, { variant: v, change: 25 })
}

const codes: Act = async (t, life) => {
  const checkout = must(await t.w.checkout.view(life.caller, last(life))).checkout
  const known = t.home.filter(s => checkout.orders.some(o => o.shop.id === s.id)).flatMap(s => s.codes)
  const wished = life.random() < 0.2 || known.length === 0 ? [] : [pick(life.random, known)]
  return t.w.checkout.change(life.caller, checkout.id, { codes: wished })
}
const sayAddress: Act = (t, life) => t.w.checkout.setAddress(life.caller, last(life), addresses[life.market])

const outcomes = [
  ...Array.from({ length: 14 }, () => 'approve' as const),
  ...(['decline', 'needs_action', 'needs_action', 'late_success', 'late_success', 'late_failure'] as const),
  ...(['shuffled', 'refund_refused', 'refund_returned', 'chargeback'] as const),
]
const pay: Act = async (t, life) => {
  const { random: r, caller } = life
  const { checkout } = must(await t.w.checkout.view(caller, last(life)))
  if (life.market === 'CN' && r() < 0.95) {
    const given = await t.w.checkout.giveIdentity(caller, checkout.id, identity(pick(r, idNumbers)))
    if (!given.ok) return given
  }
  const outcome = pick(r, outcomes)
  const clicks = Array.from({ length: r() < 0.2 ? 2 : 1 }, () =>
    t.w.checkout.pay(caller, checkout.id, { method: 'test_card', outcome, expectedTotal: checkout.total }),
  )
  const paid = await Promise.allSettled(clicks)
  const said = paid.map(p =>
    p.status === 'rejected' ? String(p.reason) : p.value.ok ? p.value.value.checkout.state : p.value.code,
  )
  // Without an address it is asked for.
  const right = (s: string) => /^(paid|paying|open|address_invalid)$|planted/.test(s) || answers.has(s)
  if (said.every(right)) return `${outcome} → ${said.join(' & ')}`
  throw new Error(said.join(' & '))
}
const look: Act = (t, life) => t.w.checkout.view(life.caller, last(life))
const leave: Act = (t, life) => t.w.checkout.cancel(life.caller, last(life))
const wait: Act = async () => 'waits'

const answer: Act = async (t, life) => {
  const payment = await t.w.payments.byReference(last(life))
  if (payment?.state !== 'needs_action') return 'nothing is asked'
  return t.w.payments.confirm(life.caller, payment.id, life.random() < 0.7)
}

/** Money that comes after we gave up, of which the bank had said nothing; or in the middle, in another amount. */
const lateMoney: Act = async (t, life) => {
  const payment = await t.w.payments.byReference(last(life))
  if (!payment || payment.state === 'settled' || payment.amount.minor < 2n) return 'no payment'
  const wrong = payment.state !== 'failed'
  const amount = wrong ? money(payment.amount.minor - 1n, payment.amount.currency) : payment.amount
  const ref = `${wrong ? 'wrong' : 'late'}.${payment.id}`
  const tell = () => t.w.payments.hear(payment.id, { state: 'settled', ref, amount })
  const charged = t.bank.get(payment.id) ?? { captured: 0n, wrong: 0n, refunds: new Map() }
  t.bank.set(payment.id, charged)
  const [before, given] = [charged.captured, charged.refunds.size]
  // What nobody took is sent again.
  const surely = () => tell().catch(tell).catch(tell).catch(tell)
  const [heard] = await Promise.all(wrong ? [surely()] : [surely(), surely()])
  // In the same moment the payer may have said no: then that is why it failed, and the wrong amount goes back all the same.
  const wentBack = [...charged.refunds.values()].slice(given).includes(amount.minor)
  const came = wrong ? wentBack || heard?.failure?.startsWith('amount_mismatch') : heard?.state === 'settled'
  // Of a wrong amount the bank says now what it took; the right one may be another transfer, also one that it tells of in this moment.
  if (came && wrong) Object.assign(charged, { captured: charged.captured - before, wrong: charged.wrong + amount.minor })
  else if (came) charged.captured = amount.minor
  return `${wrong ? 'another amount' : 'all of it'}: ${heard?.state} ${heard?.failure ?? ''}`
}

/** Held by the bank and taken in parts, the rest let go, all of it given back: payments of no order. */
export const deposit: Act = async (t, life) => {
  const { random: r } = life
  const now = t.house.clock.now()
  const amount = money(between(r, 10, 9000), pick(r, ['JPY', 'CNY', 'EUR'] as const))
  const wish = { reference: newId('checkout', now), person: life.caller.person, amount, method: 'test_card' }
  const begin = async () => must(await t.w.payments.begin({ ...wish, outcome: 'approve', capture: 'later' }))
  let p = await begin()
  // A silent bank is asked again, as the payer would.
  for (let i = 0; i < 5 && p.state === 'started'; i++) p = await begin()
  const part = () => money(between(r, 1, Number(amount.minor)), amount.currency)
  const captures = Array.from({ length: between(r, 1, 4) }, () => ({ capture: newId('capture', now), amount: part() }))
  await Promise.all(captures.map(c => t.w.payments.capture({ payment: p.id, ...c })))
  if (captures[0]) await t.w.payments.capture({ payment: p.id, ...captures[0] })
  await t.w.payments.void(p.id)
  const { captured } = (await t.w.payments.byReference(wish.reference)) ?? p
  const half = money(captured.minor / 2n, captured.currency)
  const back = [half, money(captured.minor - half.minor, captured.currency)].filter(m => m.minor > 0n)
  for (const m of back) {
    const refund = newId('refund', now)
    const ask = () => t.w.payments.refund({ payment: p.id, refund, amount: m })
    must(await ask().catch(ask).catch(ask).catch(ask))
  }
  return `${captured.minor} of ${amount.minor} ${amount.currency} taken and given back`
}

export const beginActs: Acts = [[1, 'begin', begin]]
/** By the state of the checkout; an order has its own (order-acts.ts). */
export const checkoutActs: Readonly<Record<'open' | 'paying' | 'expired' | 'cancelled', Acts>> = {
  open: [
    [20, 'pay', pay],
    [4, 'codes', codes],
    [0.5, 'address', sayAddress],
    [1, 'begin again', begin],
    [1, 'leave', leave],
    [0.3, 'look', look],
    [1, 'wait', wait],
  ],
  paying: [
    [6, 'answer', answer],
    [4, 'look', look],
    [2, 'pay', pay],
    [2, 'wait', wait],
    [1, 'leave', leave],
    [0.7, 'late money', lateMoney],
  ],
  expired: [
    [2, 'late money', lateMoney],
    [5, 'begin again', begin],
    [0.3, 'pay', pay],
    [0.3, 'look', look],
  ],
  cancelled: [
    [1, 'late money', lateMoney],
    [5, 'begin again', begin],
    [0.3, 'look', look],
  ],
}
