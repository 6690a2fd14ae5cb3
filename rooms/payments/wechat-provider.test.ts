import { verify } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Currency, ManualClock, money, must } from '#base/kernel'
import { chargeOf, type ProviderUnderTest, paymentConformance, spoiledHeader, type Way } from '#testing/payment-conformance'
import {
  apiKey,
  appid,
  keyId,
  mchid,
  merchant,
  serial,
  signedNote,
  startWechatDouble,
  type WechatDouble,
  wechat,
} from '#testing/wechat/double'
import type { Charge, PaymentProvider } from './provider.ts'
import { createWechatProvider } from './wechat-provider.ts'

const at = '2026-03-01T00:00:00Z'
const options = (double: WechatDouble, clock: ManualClock) => ({
  appid,
  mchid,
  serial,
  privateKey: merchant.privateKey,
  apiKey,
  wechatKey: { id: keyId, key: wechat.publicKey },
  clock,
  host: double.url,
  notifyUrl: 'https://shop.example/v1/payments/webhooks/wechat',
  returnUrl: (c: Charge) => `https://shop.example/checkout/${c.reference}`,
  subject: (c: Charge) => `shop.example ${c.reference}`,
})
const provide = (double: WechatDouble, clock: ManualClock): PaymentProvider => createWechatProvider(options(double, clock))
const doubles = new Map<ManualClock, WechatDouble>()
async function make(): Promise<ProviderUnderTest> {
  const clock = new ManualClock(at)
  const double = await startWechatDouble(clock)
  doubles.set(clock, double)
  const provider = provide(double, clock)
  return {
    clock,
    provider,
    currency: 'CNY',
    charge: (way: Way, minor, capture = 'now') => {
      const charge = chargeOf(clock, 'wechat_pay', { minor, capture, currency: 'CNY' })
      double.behave(charge.id, way)
      return charge
    },
    answer: async (charge, approve) => {
      double.answer(charge.id, approve)
      return provider.status(charge)
    },
    webhooks: async charge => double.notifications(charge.id),
    foreign: double.foreign,
    spoiled: w => [
      ...spoiledHeader(w, 'ciphertext'),
      { ...w, headers: { ...w.headers, 'wechatpay-serial': 'PUB_KEY_ID_0' } },
      { ...w, headers: { ...w.headers, 'wechatpay-nonce': 'other' } },
      { ...w, headers: { ...w.headers, 'wechatpay-timestamp': '1e9' } },
    ],
    async close() {
      await double.close()
      expect(double.faults).toEqual([])
    },
  }
}
paymentConformance('wechat', make, before => provide(doubles.get(before.clock) as WechatDouble, before.clock))

describe('wechat pay', () => {
  let clock: ManualClock
  let double: WechatDouble
  let provider: PaymentProvider
  const charge = (parts: Partial<Charge> = {}) => chargeOf(clock, 'wechat_pay', { minor: 90_005, currency: 'CNY', ...parts })
  const paid = async (c: Charge): Promise<Charge> => {
    const { ref } = await provider.start(c)
    double.answer(c.id, true)
    return { ...c, ref }
  }
  beforeEach(async () => {
    clock = new ManualClock(at)
    double = await startWechatDouble(clock)
    provider = provide(double, clock)
  })
  afterEach(async () => {
    await double.close()
    expect(double.faults).toEqual([])
  })

  test('fen are whole numbers: what was asked is what is told, whatever a coupon of WeChat’s paid of it', async () => {
    for (const minor of [1, 10, 90_005, 10_000_000_000]) {
      const c = await paid(charge({ amount: money(minor, 'CNY') }))
      expect(double.order(c.id)?.total).toBe(minor)
      expect(await provider.status(c)).toMatchObject({ state: 'settled', amount: money(minor, 'CNY') })
    }
    for (const odd of [money(0n, 'CNY'), money(-1n, 'CNY'), money(10n ** 18n, 'CNY')])
      expect(await provider.start({ ...charge(), amount: odd })).toMatchObject({ state: 'failed', reason: 'amount_unsupported' })
    expect(await provider.start({ ...charge(), amount: money(9, 'JPY' as Currency) })).toMatchObject({
      reason: 'currency_unsupported',
    })
  })
  test('at a desk a code is shown; a phone is sent to WeChat’s page, which brings the payer back', async () => {
    expect(await provider.start(charge())).toMatchObject({
      action: { kind: 'qr', url: expect.stringMatching('^weixin://wxpay/') },
    })
    const c = charge({ device: 'phone', ip: '203.0.113.9' })
    const asked = await provider.start(c)
    const back = encodeURIComponent(`https://shop.example/checkout/${c.reference}`)
    expect(asked).toMatchObject({ action: { kind: 'redirect', url: expect.stringMatching(/^https:\/\/wx\.tenpay\.com\//) } })
    expect(JSON.stringify(asked)).toContain(`redirect_url=${back}`)
    expect(double.order(c.id)?.words).toContain('203.0.113.9')
  })
  test.each([
    ['phone', 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o', ['appId', 'timeStamp', 'nonceStr', 'package'], 'paySign'],
    ['app', null, ['appid', 'timestamp', 'noncestr', 'prepayid'], 'sign'],
  ] as const)(
    'on a %s in WeChat the call of its bridge or app is signed over the lines that are documented',
    async (device, token, parts, name) => {
      const asked = await provider.start(charge({ device, token }))
      if (asked.state !== 'needs_action' || asked.action?.kind !== 'app') throw new Error('nothing to call')
      const call = JSON.parse(asked.action.url) as Record<string, string>
      const text = parts.map(part => `${call[part]}\n`).join('')
      expect(verify('sha256', Buffer.from(text), merchant.publicKey, Buffer.from(call[name] ?? '', 'base64'))).toBe(true)
      expect(device === 'app' ? call.partnerid : call.signType).toBe(device === 'app' ? mchid : 'RSA')
    },
  )
  test('an answer that got lost is found by asking again: one order, and its state of now', async () => {
    const c = charge()
    double.break('after')
    await expect(provider.start(c)).rejects.toThrow()
    double.break(null)
    double.answer(c.id, true)
    expect(await provider.start(c)).toMatchObject({ state: 'settled', amount: c.amount })
  })
  test('past its time an order that nobody paid has failed, and closing what never arrived is no mistake', async () => {
    const c = charge()
    const { ref } = await provider.start(c)
    clock.advance(31 * 60_000)
    expect(await provider.status({ ...c, ref })).toMatchObject({ state: 'failed', reason: 'expired' })
    expect(await provider.cancel(charge())).toMatchObject({ state: 'failed', reason: 'gave_up' })
  })
  test('a refund is one by its number although its answer got lost, and comes back by a notification when the bank refuses it', async () => {
    const c = await paid(charge())
    const part = { id: 'rfd_1', amount: money(600, 'CNY') }
    double.break('after')
    await expect(provider.refund(c, part)).rejects.toThrow()
    double.break(null)
    expect(await provider.refund(c, part)).toEqual({ state: 'done' })
    expect(await provider.status(c)).toMatchObject({ state: 'settled', amount: c.amount })
    double.endRefund(c.id, 'rfd_1', 'ABNORMAL')
    const last = double.notifications(c.id).at(-1)
    expect(must(await provider.webhook(last as never))).toMatchObject({
      payment: c.id,
      news: { kind: 'refund_failed', refund: 'rfd_1', reason: 'abnormal' },
    })
    expect(await provider.refund(c, part)).toEqual({ state: 'failed', reason: 'abnormal' })
    await provider.refund(c, { id: 'rfd_2', amount: money(600, 'CNY') })
    double.endRefund(c.id, 'rfd_2', 'SUCCESS')
    expect(must(await provider.webhook(double.notifications(c.id).at(-1) as never)).news).toEqual({ kind: 'nothing' })
  })
  test('a notification for another merchant, or sealed under another key, is not believed', async () => {
    const c = await paid(charge())
    const [good] = double.notifications(c.id)
    const other = createWechatProvider({ ...options(double, clock), apiKey: Buffer.alloc(32, 1) })
    expect(await other.webhook(good as never)).toMatchObject({ code: 'webhook_forged' })
    const merchantOfOther = createWechatProvider({ ...options(double, clock), mchid: '1900000002' })
    expect(await merchantOfOther.webhook(good as never)).toMatchObject({ code: 'webhook_forged' })
    const plain = signedNote(
      clock,
      JSON.stringify({ id: 'EV-1', event_type: 'TRANSACTION.SUCCESS', resource: {} }),
      wechat.privateKey,
    )
    expect(await provider.webhook(plain)).toMatchObject({ code: 'webhook_forged' })
  })
  test('an answer that WeChat did not sign is no answer', async () => {
    const wrong = createWechatProvider({ ...options(double, clock), wechatKey: { id: keyId, key: merchant.publicKey } })
    await expect(wrong.start(charge())).rejects.toThrow('signature')
  })
  test('what is thrown holds neither a key nor a signature', async () => {
    double.break('before')
    const error = await provider.start(charge()).catch((e: unknown) => e)
    const { inspect } = await import('node:util')
    expect(inspect(error, { depth: 10 })).not.toMatch(/PRIVATE|WECHATPAY2|0123456789abcdef/)
  })
})
