import { Writable } from 'node:stream'
import { fastify } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerError } from '#base/http'
import { type Id, minutes, money, must, newId } from '#base/kernel'
import { createLogger } from '#base/log'
import { type AlipayDouble, alipay, merchant as alipayMerchant, appId, startAlipayDouble } from '#testing/alipay/double'
import { callerOf } from '#testing/callers'
import { type TestHouse, testHouse } from '#testing/house'
import {
  apiKey,
  appid,
  keyId,
  mchid,
  serial,
  startWechatDouble,
  type WechatDouble,
  wechat,
  merchant as wechatMerchant,
} from '#testing/wechat/double'
import { configuredProviders } from './configured.ts'
import {
  type Charge,
  createPayments,
  type Payment,
  type PaymentProvider,
  type Payments,
  paymentsMigrations,
  type SignedWebhook,
} from './index.ts'

/** The room, its settings and its route with both direct contracts, each against its double. */
let house: TestHouse
let payments: Payments
let lines = ''
let alipayItself: PaymentProvider
let doubles: { alipay: AlipayDouble; wechat_pay: WechatDouble }
const app = fastify()
const person = newId('person', new Date())
const mine = callerOf({ person })
type Method = 'alipay' | 'wechat_pay'
const methods: readonly Method[] = ['alipay', 'wechat_pay']
const provider = { alipay: 'alipay', wechat_pay: 'wechat' } as const
const fen = (n: number) => money(n, 'CNY')
const begin = async (method: Method, parts: { device?: 'phone'; ip?: string; capture?: 'later' } = {}): Promise<Payment> =>
  must(await payments.begin({ reference: newId('checkout', house.clock.now()), person, amount: fen(1005), method, ...parts }))
const post = async (method: Method, { raw, headers }: SignedWebhook) => {
  const type = method === 'alipay' ? 'application/x-www-form-urlencoded' : 'application/json'
  const url = `/v1/payments/webhooks/${provider[method]}`
  const told = { 'content-type': type, ...(headers as Record<string, string>) }
  const reply = await app.inject({ method: 'POST', url, headers: told, payload: raw })
  return [reply.statusCode, reply.body] as const
}
/** Alipay knows of no trade before somebody scans. */
const scan = (method: Method, id: string) => method === 'alipay' && doubles.alipay.scan(id, '10.05')
const row = async (id: string) => (await house.db.pool.query('select * from payments.payments where id = $1', [id])).rows[0]

const pem = (key: { export(options: object): string | Buffer }, type: string) => key.export({ type, format: 'pem' }).toString()
beforeAll(async () => {
  house = await testHouse({ migrations: paymentsMigrations })
  doubles = { alipay: await startAlipayDouble(house.clock), wechat_pay: await startWechatDouble(house.clock) }
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines += String(chunk)
      done()
    },
  })
  const config = {
    ...house.config,
    publicUrl: 'https://shop.example',
    alipayAppId: appId,
    alipayPrivateKey: pem(alipayMerchant.privateKey, 'pkcs8'),
    alipayPublicKey: pem(alipay.publicKey, 'spki'),
    alipayGateway: doubles.alipay.gateway,
    wechatMchid: mchid,
    wechatAppId: appid,
    wechatSerial: serial,
    wechatPrivateKey: pem(wechatMerchant.privateKey, 'pkcs8'),
    wechatApiKey: apiKey.toString(),
    wechatPublicKeyId: keyId,
    wechatPublicKey: pem(wechat.publicKey, 'spki'),
    wechatHost: doubles.wechat_pay.url,
  }
  const logging = { ...house, config, logger: createLogger('trace', stream) }
  const providers = configuredProviders(logging)
  alipayItself = providers[0] as PaymentProvider
  payments = createPayments(logging, { providers })
  app.setErrorHandler((error, request, reply) => answerError(error as Error, request, reply))
  await payments.mount(app)
})
afterAll(async () => {
  await app.close()
  for (const double of Object.values(doubles)) {
    expect(double.faults).toEqual([])
    await double.close()
  }
  await house.close()
})

test.each(methods)(
  '%s: a code, the payer pays, the notification settles it once and is answered as the provider wants',
  async method => {
    const p = await begin(method)
    expect(p).toMatchObject({ state: 'needs_action', action: { kind: 'qr' } })
    scan(method, p.id)
    doubles[method].answer(p.id, true)
    const [note] = doubles[method].notifications(p.id)
    const answer = method === 'alipay' ? 'success' : '{"ok":true}'
    for (const _ of [1, 2]) expect(await post(method, note as SignedWebhook)).toEqual([200, answer])
    expect(await payments.byReference(p.reference)).toMatchObject({
      state: 'settled',
      captured: fen(1005),
      action: null,
      number: expect.stringMatching(/^\d|^4200/),
    })
    await house.log.flush()
    const told = (await house.log.read(0n, 100_000)).filter(e => e.subject.id === p.reference).map(e => e.name)
    expect(told).toEqual(['payment.settled'])
    const forged = { raw: (note as SignedWebhook).raw, headers: {} }
    if (method === 'wechat_pay') expect((await post(method, forged))[0]).toBe(401)
    else expect((await post(method, { raw: Buffer.from('a=1'), headers: {} }))[0]).toBe(401)
  },
)
test.each(methods)('%s: without a notification, the payer’s return and the sweep learn of the money', async method => {
  const [asked, swept] = [await begin(method), await begin(method)]
  for (const p of [asked, swept]) {
    scan(method, p.id)
    doubles[method].answer(p.id, true)
  }
  house.clock.advance(3000)
  expect(must(await payments.check(mine, asked.id))).toMatchObject({ state: 'settled' })
  house.clock.advance(60_000)
  await payments.pollWaiting()
  expect(await payments.byReference(swept.reference)).toMatchObject({ state: 'settled' })
})
test.each(methods)(
  '%s: ended to pay another way, the code is worth nothing any more; money that came first counts',
  async method => {
    const p = await begin(method)
    scan(method, p.id)
    expect(must(await payments.confirm(mine, p.id, false))).toMatchObject({ state: 'failed', failure: 'gave_up' })
    doubles[method].answer(p.id, true)
    house.clock.advance(minutes(1))
    expect(await payments.byReference(p.reference)).toMatchObject({ state: 'failed', captured: fen(0) })
    const fast = await begin(method)
    scan(method, fast.id)
    doubles[method].answer(fast.id, true)
    expect(must(await payments.confirm(mine, fast.id, false))).toMatchObject({ state: 'settled' })
  },
)
test.each(methods)('%s: away for an hour, the payment waits and is one payment afterwards; a refund is one too', async method => {
  const double = doubles[method]
  double.break('after')
  const p = await begin(method)
  expect(p.state).toBe('started')
  double.break(null)
  house.clock.advance(minutes(10))
  await payments.pollWaiting()
  expect(await payments.byReference(p.reference)).toMatchObject({ state: 'needs_action' })
  scan(method, p.id)
  double.answer(p.id, true)
  house.clock.advance(3000)
  must(await payments.check(mine, p.id))
  const wish = { payment: p.id, refund: newId('refund', house.clock.now()) as Id<'refund'>, amount: fen(405) }
  double.break('after')
  await expect(payments.refund(wish)).rejects.toThrow()
  double.break(null)
  must(await payments.refund(wish))
  expect(await payments.byReference(p.reference)).toMatchObject({ refunded: fen(405) })
  expect(await payments.refund({ ...wish, refund: newId('refund', house.clock.now()), amount: fen(601) })).toMatchObject({
    code: 'refund_exceeds',
  })
})
test('a trade whose money went back before we heard of it pays for nothing; one that we gave back stays in the books', async () => {
  const pay = async () => {
    const p = await begin('alipay')
    scan('alipay', p.id)
    doubles.alipay.answer(p.id, true)
    house.clock.advance(3000)
    return p
  }
  const [ended, ours] = [await pay(), await pay()]
  // As the merchant can do at Alipay itself.
  await alipayItself.refund({ id: ended.id } as Charge, { id: 'rfd_0portal', amount: ended.amount })
  expect(must(await payments.check(mine, ended.id))).toMatchObject({ state: 'failed', captured: fen(0) })
  must(await payments.check(mine, ours.id))
  must(await payments.refund({ payment: ours.id, refund: newId('refund', house.clock.now()), amount: fen(1005) }))
  for (const note of doubles.alipay.notifications(ours.id)) expect((await post('alipay', note))[0]).toBe(200)
  expect(await payments.byReference(ours.reference)).toMatchObject({ state: 'settled', refunded: fen(1005) })
})
test('a refund that the payer’s bank sends back is ours again', async () => {
  const p = await begin('wechat_pay')
  doubles.wechat_pay.answer(p.id, true)
  house.clock.advance(3000)
  must(await payments.check(mine, p.id))
  const refund = newId('refund', house.clock.now())
  must(await payments.refund({ payment: p.id, refund, amount: fen(1005) }))
  doubles.wechat_pay.endRefund(p.id, refund, 'ABNORMAL')
  expect((await post('wechat_pay', doubles.wechat_pay.notifications(p.id).at(-1) as SignedWebhook))[0]).toBe(200)
  expect(await payments.byReference(p.reference)).toMatchObject({ refunded: fen(0) })
})
test('nothing can be held for later, and nothing is asked in the hope of it', async () => {
  for (const method of methods)
    expect(await begin(method, { capture: 'later' })).toMatchObject({ state: 'failed', failure: 'capture_unsupported' })
})
test('the payer’s address is kept only where the provider asks for it, and only until the payment has ended', async () => {
  const parts = { device: 'phone', ip: '203.0.113.9' } as const
  const [ali, we] = [await begin('alipay', parts), await begin('wechat_pay', parts)]
  expect([(await row(ali.id)).ip, (await row(we.id)).ip]).toEqual([null, '203.0.113.9'])
  must(await payments.confirm(mine, we.id, false))
  expect((await row(we.id)).ip).toBeNull()
})
test('ways are offered in CNY alone, and another currency has no way to pay', async () => {
  expect(payments.methods({ currency: 'CNY', country: 'CN' }).map(m => m.key)).toEqual(['alipay', 'wechat_pay'])
  expect(payments.methods({ currency: 'JPY' })).toEqual([])
  const wish = { reference: newId('checkout', house.clock.now()), person, amount: money(1000, 'JPY'), method: 'alipay' }
  expect(await payments.begin(wish)).toMatchObject({ code: 'payment_method_unknown' })
})
test('no line of the log holds a key, a signature or the payer’s address', () => {
  expect(lines).toContain('payment provider')
  expect(lines).not.toMatch(/PRIVATE KEY|WECHATPAY2|sign=|203\.0\.113\.9/)
  expect(lines).not.toContain(apiKey.toString())
})
