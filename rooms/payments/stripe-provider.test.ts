import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Currency, ManualClock, money, must } from '#base/kernel'
import { chargeOf, type ProviderUnderTest, paymentConformance, spoiledHeader, type Way } from '#testing/payment-conformance'
import { apiKey, cards, type StripeDouble, signed, startStripeDouble, webhookSecret } from '#testing/stripe/double'
import type { Charge, PaymentProvider } from './provider.ts'
import { fromStripe, toStripe } from './stripe-amounts.ts'
import { createStripeProvider, stripeVersion } from './stripe-provider.ts'

const at = '2026-03-01T00:00:00Z'
const provide = (double: StripeDouble, clock: ManualClock): PaymentProvider =>
  createStripeProvider({
    key: apiKey,
    webhookSecret,
    methods: ['card', 'alipay', 'wechat_pay'],
    clock,
    returnUrl: c => `https://shop.example/checkout/${c.reference}`,
    at: double.at,
  })
const doubles = new Map<ManualClock, StripeDouble>()
async function make(): Promise<ProviderUnderTest> {
  const clock = new ManualClock(at)
  const double = await startStripeDouble(clock)
  doubles.set(clock, double)
  const provider = provide(double, clock)
  return {
    clock,
    provider,
    currency: 'JPY',
    charge: (way: Way, minor, capture = 'now') => chargeOf(clock, 'card', { minor, capture, token: cards[way] }),
    answer: async (charge, approve) => {
      double.world.answer(charge.ref ?? '', approve)
      return provider.status(charge)
    },
    webhooks: async charge => double.webhooks(charge.ref ?? ''),
    dispute: async (charge, state) => {
      double.world.dispute(charge.ref ?? '', state === 'opened' ? 'needs_response' : state)
      return double.webhooks(charge.ref ?? '').at(-1) as never
    },
    foreign: w => signed(clock, JSON.parse(w.raw.toString()), 'whsec_of_another'),
    spoiled: w => spoiledHeader(w, '900'),
    async close() {
      await double.close()
      expect(double.faults).toEqual([])
    },
  }
}
paymentConformance('stripe', make, before => provide(doubles.get(before.clock) as StripeDouble, before.clock))

describe('stripe', () => {
  let clock: ManualClock
  let double: StripeDouble
  let provider: PaymentProvider
  const charge = (method: string, parts: Partial<Charge> & { minor?: number } = {}) =>
    chargeOf(clock, method, { minor: 500, ...parts })
  beforeEach(async () => {
    clock = new ManualClock(at)
    double = await startStripeDouble(clock)
    provider = provide(double, clock)
  })
  afterEach(() => double.close())

  test('the adapter speaks the version that the contract describes', async () => {
    const { contractVersion } = await import('#testing/stripe/contract')
    expect(stripeVersion).toBe(contractVersion)
  })
  test.each([
    ['alipay', { kind: 'redirect', url: expect.stringMatching('^https://pay.example/') }],
    ['wechat_pay', { kind: 'qr', url: expect.stringMatching('^weixin://') }],
    ['card', { kind: 'redirect', url: expect.stringMatching('^https://pay.example/') }],
  ])('%s asks the payer to go on somewhere, says where, and ends by a webhook', async (method, action) => {
    const c = charge(method, { token: method === 'card' ? cards.needs_action : null })
    const asked = await provider.start(c)
    expect(asked).toMatchObject({ state: 'needs_action', action })
    double.world.answer(asked.ref, true)
    const last = must(await provider.webhook(double.webhooks(asked.ref).at(-1) as never))
    expect(last).toMatchObject({
      payment: c.id,
      news: { kind: 'answer', answer: { state: 'settled', amount: money(500, 'JPY') } },
    })
  })
  test.each([
    ['JPY', 500n, 500],
    ['USD', 1099n, 1099],
    ['KWD', 5120n, 5120],
    ['ISK', 5n, 500],
    ['UGX', 7n, 700],
    ['HUF', 1050n, 1050],
    ['TWD', 80050n, 80050],
  ])('an amount in %s is written as Stripe writes it, and read back as it was', (code, minor, amount) => {
    const asked = money(minor, code as Currency)
    expect(must(toStripe(asked))).toEqual({ amount, currency: code.toLowerCase() })
    expect(fromStripe(amount, code.toLowerCase())).toEqual(asked)
  })
  test('an amount that Stripe cannot carry is refused before anything is charged, never rounded', async () => {
    for (const odd of [money(5124n, 'KWD' as Currency), money(0n, 'JPY'), money(-5n, 'JPY'), money(10n ** 18n, 'JPY')]) {
      const answer = await provider.start({ ...charge('card', { token: cards.approve }), amount: odd })
      expect(answer).toMatchObject({ state: 'failed', reason: 'amount_unsupported' })
    }
    const dinars = { ...charge('card', { token: cards.approve }), amount: money(5120n, 'KWD' as Currency) }
    expect(await provider.start(dinars)).toMatchObject({ state: 'settled', amount: { minor: 5120n, currency: 'KWD' } })
  })
  test('a card without a token fails before anything is asked', async () => {
    expect(await provider.start(charge('card'))).toMatchObject({ state: 'failed', reason: 'token_missing' })
  })
  test('an answer that got lost is found by asking again: one payment, and its state of now', async () => {
    const c = charge('card', { token: cards.needs_action })
    double.break('after')
    await expect(provider.start(c)).rejects.toThrow()
    double.break(null)
    const [made] = double.world.search(c.id)
    double.world.answer(made?.id ?? '', true)
    expect(await provider.start(c)).toMatchObject({ state: 'settled', ref: made?.id })
    expect(double.world.search(c.id).length).toBe(1)
  })
  test('a start of yesterday whose answer got lost is looked for, because Stripe has forgotten the key', async () => {
    const c = charge('card', { token: cards.approve })
    double.break('after')
    await expect(provider.start(c)).rejects.toThrow()
    double.break(null)
    double.forgetKeys()
    clock.advance(24 * 3_600_000)
    expect(await provider.start(c)).toMatchObject({ state: 'settled' })
    expect(double.world.search(c.id).length).toBe(1)
  })
  test('giving up a start whose answer got lost tells of the money; one that never arrived can’t charge any more', async () => {
    const lost = charge('card', { token: cards.approve })
    double.break('after')
    await expect(provider.start(lost)).rejects.toThrow()
    double.break(null)
    expect(await provider.cancel(lost)).toMatchObject({ state: 'settled' })
    const never = charge('card', { token: cards.approve })
    double.break('before')
    await expect(provider.start(never)).rejects.toThrow()
    double.break(null)
    expect(await provider.cancel(never)).toMatchObject({ state: 'failed' })
    await expect(provider.start(never)).rejects.toThrow('StripeIdempotencyError')
    expect(double.world.search(never.id).map(i => [i.status, i.amount_received])).toEqual([['canceled', 0]])
  })
  test('a dispute names the charge by Stripe’s id only, and our payment is found', async () => {
    const c = charge('card', { token: cards.approve })
    const { ref } = await provider.start(c)
    double.world.dispute(ref, 'needs_response')
    const told = must(await provider.webhook(double.webhooks(ref).at(-1) as never))
    expect(told).toMatchObject({ payment: null, ref, news: { kind: 'chargeback', state: 'opened' } })
    expect(await provider.paymentOf?.(ref)).toBe(c.id)
    expect(await provider.refund({ ...c, ref }, { id: 'rfd_1', amount: money(1, 'JPY') })).toEqual({
      state: 'failed',
      reason: 'charge_disputed',
    })
  })
  test('an event that says nothing about money says nothing to us', async () => {
    const c = charge('card', { token: cards.approve })
    const { ref } = await provider.start(c)
    const news = await Promise.all(double.webhooks(ref).map(async w => must(await provider.webhook(w)).news.kind))
    expect(news).toEqual(['nothing', 'answer'])
    const strange = { id: 'evt_x', object: 'event', type: 'customer.created', data: { object: { object: 'customer' } } }
    expect(must(await provider.webhook(double.sign(strange)))).toMatchObject({
      id: 'evt_x',
      payment: null,
      news: { kind: 'nothing' },
    })
  })
  test('what is thrown holds neither the key nor a client secret', async () => {
    const c = charge('card', { token: cards.approve })
    double.break('before')
    const error = await provider.start(c).catch((e: unknown) => e)
    const { inspect } = await import('node:util')
    expect(inspect(error, { depth: 10, showHidden: false })).not.toMatch(/sk_test|_secret_|pm_card/)
  })
})
