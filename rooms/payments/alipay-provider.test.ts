import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Currency, ManualClock, money, must } from '#base/kernel'
import { type AlipayDouble, alipay, appId, merchant, startAlipayDouble } from '#testing/alipay/double'
import { chargeOf, type ProviderUnderTest, paymentConformance, type Way } from '#testing/payment-conformance'
import { fen, rawNode, signedText, yuan } from './alipay-messages.ts'
import { createAlipayProvider } from './alipay-provider.ts'
import { privateKeyOf, publicKeyOf } from './direct-keys.ts'
import type { Charge, PaymentProvider, SignedWebhook } from './provider.ts'

const at = '2026-03-01T00:00:00Z'
const options = (double: AlipayDouble, clock: ManualClock) => ({
  appId,
  gateway: double.gateway,
  privateKey: merchant.privateKey,
  alipayKey: alipay.publicKey,
  clock,
  notifyUrl: 'https://shop.example/v1/payments/webhooks/alipay',
  returnUrl: (c: Charge) => `https://shop.example/checkout/${c.reference}`,
  subject: (c: Charge) => `shop.example ${c.reference}`,
})
const provide = (double: AlipayDouble, clock: ManualClock): PaymentProvider => createAlipayProvider(options(double, clock))
/** The signature stands among the fields. */
function spoiled(good: SignedWebhook): readonly SignedWebhook[] {
  const text = good.raw.toString()
  const fields = Object.fromEntries(new URLSearchParams(text)) as Record<string, string>
  const made = (change: Record<string, string>) => ({
    ...good,
    raw: Buffer.from(new URLSearchParams({ ...fields, ...change }).toString()),
  })
  const { sign = '' } = fields
  return [
    made({ total_amount: '8.00' }),
    made({ sign: '' }),
    made({ sign: `${sign.slice(0, -4)}AAA=` }),
    made({ sign: `${sign}!` }),
    made({ sign_type: 'RSA' }),
    made({ sign_type: '' }),
    { ...good, raw: Buffer.from(text.replace(/&?sign=[^&]*/, '')) },
  ]
}
const doubles = new Map<ManualClock, AlipayDouble>()
async function make(): Promise<ProviderUnderTest> {
  const clock = new ManualClock(at)
  const double = await startAlipayDouble(clock)
  doubles.set(clock, double)
  const provider = provide(double, clock)
  return {
    clock,
    provider,
    currency: 'CNY',
    charge: (way: Way, minor, capture = 'now') => {
      const charge = chargeOf(clock, 'alipay', { minor, capture, currency: 'CNY' })
      double.behave(charge.id, way)
      return charge
    },
    answer: async (charge, approve) => {
      double.answer(charge.id, approve)
      return provider.status(charge)
    },
    webhooks: async charge => double.notifications(charge.id),
    foreign: double.foreign,
    spoiled,
    async close() {
      await double.close()
      expect(double.faults).toEqual([])
    },
  }
}
paymentConformance('alipay', make, before => provide(doubles.get(before.clock) as AlipayDouble, before.clock))

describe('alipay', () => {
  let clock: ManualClock
  let double: AlipayDouble
  let provider: PaymentProvider
  const charge = (parts: Partial<Charge> = {}) => chargeOf(clock, 'alipay', { minor: 90_005, currency: 'CNY', ...parts })
  beforeEach(async () => {
    clock = new ManualClock(at)
    double = await startAlipayDouble(clock)
    provider = provide(double, clock)
  })
  afterEach(async () => {
    await double.close()
    expect(double.faults).toEqual([])
  })

  test.each([
    [1n, '0.01'],
    [10n, '0.10'],
    [100n, '1.00'],
    [90_005n, '900.05'],
    [10_000_000_000n, '100000000.00'],
  ])('%s fen are the text %s and back, to the fen', (minor, text) => {
    expect(must(yuan(money(minor, 'CNY')))).toBe(text)
    expect(fen(text)).toEqual(money(minor, 'CNY'))
  })
  test('what is no amount in CNY is neither asked for nor believed', async () => {
    for (const odd of [money(0n, 'CNY'), money(-1n, 'CNY'), money(10_000_000_001n, 'CNY')])
      expect(await provider.start({ ...charge(), amount: odd })).toMatchObject({ state: 'failed', reason: 'amount_unsupported' })
    for (const text of ['', '1.005', '1,00', '-1.00', ' 1.00', '1e3', '0x10', 'NaN', '1.', undefined, 1])
      expect(fen(text)).toBeNull()
    expect(provider.traits.takes('alipay', 'JPY')).toBe(false)
    expect(await provider.start({ ...charge(), amount: money(900, 'JPY' as Currency) })).toMatchObject({ state: 'failed' })
  })
  test('at a desk a code is shown; on a phone and in an app the payer brings our signed order to Alipay', async () => {
    const desk = charge()
    expect(await provider.start(desk)).toMatchObject({
      state: 'needs_action',
      action: { kind: 'qr', url: expect.stringMatching('^https://qr.alipay.com/') },
    })
    for (const [device, kind, method] of [
      ['phone', 'redirect', 'alipay.trade.wap.pay'],
      ['app', 'app', 'alipay.trade.app.pay'],
    ] as const) {
      const c = charge({ device })
      const asked = await provider.start(c)
      if (asked.state !== 'needs_action' || !asked.action) throw new Error('nothing to do')
      expect(asked.action.kind).toBe(kind)
      expect(double.open(asked.action.url.split('?').at(-1) as string)).toBe(method)
      double.answer(c.id, true)
      expect(await provider.start(c)).toMatchObject({ state: 'settled', ref: c.id, amount: c.amount })
    }
  })
  test('a code that nobody scanned is ended with its number, and dies by its time where that is not possible', async () => {
    const c = charge()
    const { ref } = await provider.start(c)
    expect((await provider.cancel({ ...c, ref })).state).toBe('failed')
    expect(() => double.scan(c.id, '900.05')).toThrow('ACQ.TRADE_HAS_CLOSE')
    const page = charge({ device: 'phone' })
    const asked = await provider.start(page)
    expect((await provider.status({ ...page, ref: asked.ref })).state).toBe('needs_action')
    clock.advance(31 * 60_000)
    expect(await provider.status({ ...page, ref: asked.ref })).toMatchObject({ state: 'failed', reason: 'expired' })
  })
  test('an answer that got lost is found by asking again: one trade, and its state of now', async () => {
    const c = charge()
    double.behave(c.id, 'needs_action')
    double.break('after')
    await expect(provider.start(c)).rejects.toThrow()
    double.break(null)
    double.answer(c.id, true)
    expect(await provider.start(c)).toMatchObject({ state: 'settled', amount: c.amount })
  })
  test('a refund whose answer got lost is asked again by its number and is one refund; a trade given back whole is no money for who waits', async () => {
    const c = charge()
    double.behave(c.id, 'approve')
    const known = { ...c, ref: (await provider.start(c)).ref }
    double.answer(c.id, true)
    double.break('after')
    await expect(provider.refund(known, { id: 'rfd_1', amount: c.amount })).rejects.toThrow()
    double.break(null)
    expect(await provider.refund(known, { id: 'rfd_1', amount: c.amount })).toEqual({ state: 'done' })
    expect(await provider.status(known)).toMatchObject({ state: 'failed', reason: 'closed' })
    const news = await Promise.all(double.notifications(c.id).map(async w => must(await provider.webhook(w)).news))
    expect(news.map(n => n.kind === 'answer' && n.answer.state)).toEqual(['settled', 'failed'])
  })
  test('a notification for another app, of an unknown time, or with a sum that is none, is not believed', async () => {
    const c = charge()
    double.behave(c.id, 'approve')
    await provider.start(c)
    double.answer(c.id, true)
    const [good] = double.notifications(c.id)
    const changed = (change: Record<string, string>) => provider.webhook(double.resigned(good as SignedWebhook, change))
    expect(await changed({ app_id: '2021000000000002' })).toMatchObject({ code: 'webhook_forged' })
    expect(await changed({ notify_time: '2026-03-01 09:00:00' })).toMatchObject({ code: 'webhook_forged' })
    expect(must(await changed({ trade_status: 'WAIT_BUYER_PAY' })).news).toEqual({ kind: 'nothing' })
    expect((await changed({ total_amount: '900.05' })).ok).toBe(true)
  })
  test('an answer that Alipay did not sign is no answer', async () => {
    const wrong = createAlipayProvider({ ...options(double, clock), alipayKey: merchant.publicKey })
    await expect(wrong.start(charge())).rejects.toThrow('signature')
  })
  test('what is thrown holds neither a key nor a signature', async () => {
    double.break('before')
    const error = await provider.start(charge()).catch((e: unknown) => e)
    const { inspect } = await import('node:util')
    expect(inspect(error, { depth: 10 })).not.toMatch(/PRIVATE|sign=|biz_content/)
  })
  test('the signed part of an answer is read as it stands, whatever text is in it', () => {
    const node = '{"a":"}\\"{","b":{"c":"\\\\"}}'
    expect(rawNode(`{"sign":"x","q_response":${node},"z":{}}`, 'q_response')).toBe(node)
    expect(rawNode('{"q_response":{"a":1', 'q_response')).toBeNull()
    expect(rawNode('{"other":{}}', 'q_response')).toBeNull()
    expect(signedText({ b: '2', a: '1', empty: '', sign: 'x' }, ['sign'])).toBe('a=1&b=2')
  })
  test('keys are read as Alipay hands them out, and a key that is none is refused by the name of its setting alone', () => {
    const bare = merchant.privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64')
    const old = merchant.privateKey.export({ type: 'pkcs1', format: 'pem' }).toString()
    for (const text of [bare, old, old.replaceAll('\n', '\\n')])
      expect(privateKeyOf('K', text).equals(merchant.privateKey)).toBe(true)
    const spki = alipay.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
    expect(publicKeyOf('K', spki).equals(alipay.publicKey)).toBe(true)
    expect(() => privateKeyOf('THE_SETTING', 'c2VjcmV0')).toThrow(/^THE_SETTING: this is not a key/)
  })
})
