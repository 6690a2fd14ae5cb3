import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { Writable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Id, money, must, newId } from '#base/kernel'
import { createLogger } from '#base/log'
import { callerOf } from '#testing/callers'
import { type TestHouse, testHouse } from '#testing/house'
import { apiKey, cards, type StripeDouble, startStripeDouble, webhookSecret } from '#testing/stripe/double'
import { configuredProviders } from './configured.ts'
import { createPayments, type Payments, paymentsMigrations } from './index.ts'
import { createStripeProvider } from './stripe-provider.ts'

/** The room and Stripe's adapter together, against the double. */
let house: TestHouse
let double: StripeDouble
let payments: Payments
let lines = ''
const person = newId('person', new Date())
const yen = (n: number) => money(n, 'JPY')
const begin = async (method: string, parts: { token?: string; capture?: 'later' } = {}) =>
  must(await payments.begin({ reference: newId('checkout', house.clock.now()), person, amount: yen(1000), method, ...parts }))
const refOf = async (id: string): Promise<string> =>
  (await house.db.pool.query('select provider_ref from payments.payments where id = $1', [id])).rows[0].provider_ref
/** Everything that Stripe sent about this payment, in an order of our own. */
const deliver = async (id: string, order: (n: number) => readonly number[] = n => Array.from({ length: n }, (_, i) => i)) => {
  const webhooks = double.webhooks(await refOf(id))
  for (const i of order(webhooks.length)) must(await payments.hearWebhook('stripe', webhooks[i]!))
}
const backwardsAndTwice = (n: number) => Array.from({ length: n * 2 }, (_, i) => n - 1 - Math.floor(i / 2))
const names = async (ref: string) => {
  await house.log.flush()
  return (await house.log.read(0n, 100_000)).filter(e => e.subject.id === ref).map(e => e.name)
}

beforeAll(async () => {
  house = await testHouse({ migrations: paymentsMigrations })
  double = await startStripeDouble(house.clock)
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines += String(chunk)
      done()
    },
  })
  const { clock } = house
  const stripe = createStripeProvider({
    key: apiKey,
    webhookSecret,
    methods: ['card', 'alipay', 'wechat_pay'],
    clock,
    returnUrl: c => `https://shop.example/checkout/${c.reference}`,
    at: double.at,
  })
  payments = createPayments({ ...house, logger: createLogger('trace', stream) }, { providers: [stripe] })
})
afterAll(async () => {
  expect(double.faults).toEqual([])
  await double.close()
  await house.close()
})

test.each(['alipay', 'wechat_pay'])(
  '%s: the payer is told where to go on, comes back, and webhooks settle it once in any order',
  async method => {
    const p = await begin(method)
    expect(p).toMatchObject({ state: 'needs_action', action: { kind: method === 'alipay' ? 'redirect' : 'qr' } })
    expect(await payments.mine(callerOf({ person }), p.id)).toMatchObject({ value: { action: p.action } })
    double.world.answer(await refOf(p.id), true)
    await deliver(p.id, backwardsAndTwice)
    expect(await payments.byReference(p.reference)).toMatchObject({ state: 'settled', captured: yen(1000), action: null })
    expect(await names(p.reference)).toEqual(['payment.settled'])
  },
)
test('a payer who goes away is given up; money that comes all the same is late, and can be given back', async () => {
  const p = await begin('alipay')
  const ref = await refOf(p.id)
  expect(await payments.giveUp(p.id)).toMatchObject({ state: 'failed' })
  double.world.answer(ref, true)
  await deliver(p.id)
  expect(await payments.byReference(p.reference)).toMatchObject({ state: 'failed' })
})
test('a card: authorised, captured in parts, disputed, and the bank decides', async () => {
  const p = await begin('card', { token: cards.approve, capture: 'later' })
  const take = (n: number) => payments.capture({ payment: p.id, capture: newId('capture', house.clock.now()), amount: yen(n) })
  must(await take(300))
  must(await take(200))
  expect(await take(501)).toMatchObject({ code: 'capture_exceeds' })
  must(await payments.void(p.id))
  expect(await payments.byReference(p.reference)).toMatchObject({ state: 'settled', captured: yen(500), voided: yen(500) })
  const ref = await refOf(p.id)
  double.world.dispute(ref, 'needs_response')
  double.world.dispute(ref, 'lost')
  await deliver(p.id, backwardsAndTwice)
  expect(await payments.byReference(p.reference)).toMatchObject({ captured: yen(500), chargedBack: yen(500) })
  expect((await names(p.reference)).filter(n => n === 'payment.captured').length).toBe(2)
})
test('a refund that the bank sends back is ours again', async () => {
  const p = await begin('card', { token: cards.approve })
  const refund: Id<'refund'> = newId('refund', house.clock.now())
  must(await payments.refund({ payment: p.id, refund, amount: yen(400) }))
  expect(await payments.byReference(p.reference)).toMatchObject({ refunded: yen(400) })
  const back = { id: 're_1', object: 'refund', amount: 400, created: 1, currency: 'jpy', payment_intent: await refOf(p.id) }
  double.world.returnRefund({ ...back, metadata: { refund, payment: p.id } } as never)
  await deliver(p.id, backwardsAndTwice)
  expect(await payments.byReference(p.reference)).toMatchObject({ refunded: yen(0) })
  expect(await names(p.reference)).toEqual(['payment.settled', 'payment.refunded', 'payment.refund_failed'])
})
test('Stripe down for an hour: the payment waits, and is one payment when it is there again', async () => {
  double.break('after')
  const p = await begin('card', { token: cards.approve })
  expect(p.state).toBe('started')
  house.clock.advance(3_600_000)
  await payments.pollWaiting()
  double.break(null)
  house.clock.advance(60_000)
  await payments.pollWaiting()
  expect(await payments.byReference(p.reference)).toMatchObject({ state: 'settled' })
  expect(double.world.search(p.id).length).toBe(1)
})
test('a payer who comes back asks at once whether the money came, or ends it to choose another way; a stranger can do neither', async () => {
  const mine = callerOf({ person })
  const p = await begin('wechat_pay')
  double.world.answer(await refOf(p.id), true)
  expect(await payments.check(callerOf({ person: newId('person', new Date()) }), p.id)).toMatchObject({ code: 'not_found' })
  expect(must(await payments.check(mine, p.id))).toMatchObject({ state: 'needs_action' })
  house.clock.advance(3000)
  expect(must(await payments.check(mine, p.id))).toMatchObject({ state: 'settled' })
  const other = await begin('alipay')
  expect(await payments.confirm(mine, other.id, true)).toMatchObject({ code: 'wrong_state' })
  expect(must(await payments.confirm(mine, other.id, false))).toMatchObject({ state: 'failed' })
})
test('no line of the log holds a key, a secret or a token', () => {
  expect(lines).toContain('payment provider')
  expect(lines).not.toMatch(/sk_test|whsec_|_secret_|pm_card/)
})
test('the settings say who takes payments: with a live key nobody can pay with play money', () => {
  const given = (parts: Partial<TestHouse['config']>) =>
    configuredProviders({ ...house, config: { ...house.config, ...parts } }).map(p => `${p.name} ${p.methods.join(' ')}`)
  const stripe = { stripeKey: 'sk_test_x', stripeWebhookSecret: 'whsec_x' }
  expect(given({})).toEqual(['test test_card'])
  expect(given({ testPayments: false })).toEqual([])
  expect(given(stripe)).toEqual(['stripe alipay wechat_pay', 'test test_card'])
  expect(given({ ...stripe, stripeKey: 'rk_live_x', stripeMethods: 'card, alipay' })).toEqual(['stripe card alipay'])
  expect(() => given({ ...stripe, stripeMethods: 'cowries' })).toThrow('cowries')
})
test('direct contracts come first and turn the test provider off; a half of one is refused by the name of what is missing', () => {
  const given = (parts: Partial<TestHouse['config']>) =>
    configuredProviders({ ...house, config: { ...house.config, ...parts } }).map(p => p.name)
  const pem = (key: KeyObject, type: 'pkcs8' | 'spki') => key.export({ type: type as 'pkcs8', format: 'pem' }).toString()
  const [ours, theirs] = [
    generateKeyPairSync('rsa', { modulusLength: 2048 }),
    generateKeyPairSync('rsa', { modulusLength: 2048 }),
  ]
  const [privateKey, publicKey] = [pem(ours.privateKey, 'pkcs8'), pem(theirs.publicKey, 'spki')]
  const ali = { alipayAppId: '2021', alipayPrivateKey: privateKey, alipayPublicKey: publicKey }
  const wechat = {
    wechatMchid: '1900',
    wechatAppId: 'wx1',
    wechatSerial: '51',
    wechatPrivateKey: privateKey,
    wechatApiKey: 'k'.repeat(32),
    wechatPublicKeyId: 'PUB_KEY_ID_1',
    wechatPublicKey: publicKey,
  }
  expect(given(ali)).toEqual(['alipay'])
  expect(given({ ...ali, ...wechat, stripeKey: 'sk_test_x', stripeWebhookSecret: 'whsec_x' })).toEqual([
    'alipay',
    'wechat',
    'stripe',
  ])
  expect(() => given({ ...ali, alipayPublicKey: null })).toThrow('ENISHI_ALIPAY_PUBLIC_KEY: needed with ENISHI_ALIPAY_APP_ID')
  expect(() => given({ ...wechat, wechatApiKey: 'short' })).toThrow('ENISHI_WECHAT_API_KEY')
  expect(() => given({ ...wechat, wechatSerial: null })).toThrow('ENISHI_WECHAT_SERIAL')
})
