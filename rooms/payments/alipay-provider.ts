import type { KeyObject } from 'node:crypto'
import { type Clock, ok, refuse } from '#base/kernel'
import { type Fields, notificationHolds, rawNode, signFields, tradeAnswer, yuan } from './alipay-messages.ts'
import { chinaTime, fromChinaTime, holdsRsa, payableUntil } from './direct-keys.ts'
import type { Charge, PaymentProvider, ProviderAnswer, ProviderTraits, RefundAnswer } from './provider.ts'

export interface AlipayOptions {
  readonly appId: string
  readonly gateway: string
  /** Ours, with which requests are signed, and Alipay's, with which its answers and notifications are. */
  readonly privateKey: KeyObject
  readonly alipayKey: KeyObject
  readonly clock: Clock
  readonly notifyUrl: string
  readonly returnUrl: (charge: Charge) => string
  /** What the payer reads in the app. */
  readonly subject: (charge: Charge) => string
}

/** A notification is sent for 24 hours and 22 minutes until it is answered with `success`. */
const traits: ProviderTraits = {
  takes: (_method, currency) => currency === 'CNY',
  authorises: false,
  alwaysAsks: true,
  disputes: false,
  tellsFailures: true,
  webhookSeconds: 25 * 3600,
  webhookReply: 'success',
}
/** Products by what the payer holds: a code to scan, a page that opens the app, and the text that an app hands to Alipay's. */
const wayOf = {
  desktop: { method: 'alipay.trade.precreate', product: 'FACE_TO_FACE_PAYMENT' },
  phone: { method: 'alipay.trade.wap.pay', product: 'QUICK_WAP_WAY' },
  app: { method: 'alipay.trade.app.pay', product: 'QUICK_MSECURITY_PAY' },
} as const

/** Alipay's own gateway, for a merchant with a contract in China; CNY. Money is taken when the payer pays: there is nothing to capture. */
export function createAlipayProvider(options: AlipayOptions): PaymentProvider {
  const call = gatewayOf(options)
  return {
    name: 'alipay',
    methods: ['alipay'],
    test: false,
    traits,
    ...chargesOf(call, options),
    capture: async () => ({ state: 'failed', reason: 'capture_unsupported' }),
    void: async () => ({ state: 'failed', reason: 'capture_unsupported' }),
    async webhook({ raw }) {
      const forged = refuse('webhook_forged', 'The signature of this notification does not hold')
      const fields = Object.fromEntries(new URLSearchParams(raw.toString())) as Fields
      if (!notificationHolds(fields, options.alipayKey) || fields.app_id !== options.appId) return forged
      const sent = fromChinaTime(fields.notify_time)
      const age = sent && (options.clock.now().getTime() - sent.getTime()) / 1000
      if (age === null || age > traits.webhookSeconds || age < -300) return forged
      const { notify_id: id, out_trade_no: payment } = fields
      if (!id || !payment) return forged
      const told = fields.notify_type === 'trade_status_sync' && fields.trade_status !== 'WAIT_BUYER_PAY'
      const news = told ? ({ kind: 'answer', answer: tradeAnswer(fields, payment) } as const) : ({ kind: 'nothing' } as const)
      return ok({ id, payment, ref: payment, news })
    },
  }
}

type Call = (method: string, content: object) => Promise<Fields>
const common = (o: AlipayOptions, method: string, content: object, more: Fields = {}): Fields =>
  signFields(
    {
      app_id: o.appId,
      method,
      format: 'JSON',
      charset: 'utf-8',
      sign_type: 'RSA2',
      timestamp: chinaTime(o.clock.now()),
      version: '1.0',
      ...more,
      biz_content: JSON.stringify(content),
    },
    o.privateKey,
  )

/**
 * One question to the gateway. What is answered and signed by Alipay is an answer, refusals included; anything else has an
 * unknown end and is thrown, with nothing in it but the method and Alipay's code.
 */
function gatewayOf(o: AlipayOptions): Call {
  return async (method, content) => {
    const more: Fields = method === wayOf.desktop.method ? { notify_url: o.notifyUrl } : {}
    const response = await fetch(`${o.gateway}?charset=utf-8`, {
      method: 'POST',
      body: new URLSearchParams(common(o, method, content, more)),
      signal: AbortSignal.timeout(20_000),
    })
    const text = await response.text()
    const node = `${method.replaceAll('.', '_')}_response`
    const raw = rawNode(text, node)
    if (!response.ok || !raw) throw new Error(`alipay: ${method} ${response.status}`)
    const { sign } = JSON.parse(text) as { sign?: unknown }
    if (!holdsRsa(o.alipayKey, raw, sign)) throw new Error(`alipay: ${method}: the signature of the answer does not hold`)
    const reply = JSON.parse(raw) as Fields
    const { code, sub_code } = reply
    // 20000 and ACQ.SYSTEM_ERROR: "unknown, ask again with the same number".
    if ((code !== '10000' && code !== '40004') || sub_code?.endsWith('SYSTEM_ERROR'))
      throw new Error(`alipay: ${method} ${code} ${sub_code ?? ''}`)
    return reply
  }
}
const reasonOf = (reply: Fields): string =>
  (reply.sub_code ?? 'refused')
    .replace(/^ACQ\./, '')
    .toLowerCase()
    .slice(0, 80)
const isDone = (reply: Fields): boolean => reply.code === '10000'

type Moves = Pick<PaymentProvider, 'start' | 'status' | 'cancel' | 'refund'>
function chargesOf(call: Call, o: AlipayOptions): Moves {
  const fail = (charge: Charge, reason: string): ProviderAnswer => ({ state: 'failed', ref: `none_${charge.id}`, reason })
  /** Null: Alipay knows of no such trade, because nobody has scanned or opened it yet, or never will. */
  const find = async (charge: Charge): Promise<ProviderAnswer | null> => {
    const reply = await call('alipay.trade.query', { out_trade_no: charge.id })
    if (isDone(reply)) return tradeAnswer(reply, charge.id)
    if (reply.sub_code === 'ACQ.TRADE_NOT_EXIST') return null
    throw new Error(`alipay: query ${reply.sub_code}`)
  }
  const status = async (charge: Charge): Promise<ProviderAnswer> => {
    if (charge.ref?.startsWith('none_')) return fail(charge, 'refused')
    const known = await find(charge)
    if (known) return known
    const over = o.clock.now() > payableUntil(charge.created)
    return over ? { state: 'failed', ref: charge.id, reason: 'expired' } : { state: 'needs_action', ref: charge.id }
  }
  return {
    async start(charge) {
      if (charge.capture === 'later') return fail(charge, 'capture_unsupported')
      const total = yuan(charge.amount)
      if (!total.ok) return fail(charge, total.code)
      const { method, product } = wayOf[charge.device]
      const trade = { out_trade_no: charge.id, total_amount: total.value, subject: o.subject(charge), product_code: product }
      const content = { ...trade, time_expire: chinaTime(payableUntil(charge.created)) }
      if (charge.device !== 'desktop') return (await find(charge)) ?? byForm(charge, method, content, o)
      const reply = await call(method, content)
      if (isDone(reply)) return { state: 'needs_action', ref: charge.id, action: { kind: 'qr', url: reply.qr_code as string } }
      // It is known already: an answer of ours got lost, and the payer was faster.
      return ['ACQ.TRADE_HAS_SUCCESS', 'ACQ.TRADE_HAS_CLOSE'].includes(reply.sub_code ?? '')
        ? status(charge)
        : fail(charge, reasonOf(reply))
    },
    status,
    async cancel(charge) {
      const now = await status(charge)
      if (now.state !== 'needs_action') return now
      const number = { out_trade_no: charge.id }
      const reply = await call('alipay.trade.close', number)
      if (isDone(reply)) return { state: 'failed', ref: charge.id, reason: 'gave_up' }
      if (reply.sub_code !== 'ACQ.TRADE_NOT_EXIST') return status(charge)
      // Shown and not scanned yet: the number itself is ended. Where the contract has no such call, the code dies by its time.
      if (charge.device === 'desktop') await call('alipay.trade.cancel', number)
      return { state: 'failed', ref: charge.id, reason: 'gave_up' }
    },
    refund: (charge, refund) => refundBy(call, charge, refund),
  }
}

/** The signed request is handed to the payer's own browser or app; Alipay learns of it from there. */
function byForm(charge: Charge, method: string, content: object, o: AlipayOptions): ProviderAnswer {
  const back = o.returnUrl(charge)
  const page = charge.device === 'phone'
  const fields = common(o, method, page ? { ...content, quit_url: back } : content, {
    notify_url: o.notifyUrl,
    ...(page && { return_url: back }),
  })
  const text = new URLSearchParams(fields).toString()
  return {
    state: 'needs_action',
    ref: charge.id,
    action: page ? { kind: 'redirect', url: `${o.gateway}?${text}` } : { kind: 'app', url: text },
  }
}

async function refundBy(call: Call, charge: Charge, refund: Parameters<PaymentProvider['refund']>[1]): Promise<RefundAnswer> {
  const amount = yuan(refund.amount)
  if (!amount.ok) return { state: 'failed', reason: amount.code }
  const asked = { out_trade_no: charge.id, out_request_no: refund.id }
  const reply = await call('alipay.trade.refund', { ...asked, refund_amount: amount.value })
  if (!isDone(reply)) return { state: 'failed', reason: reasonOf(reply) }
  if (reply.fund_change === 'Y') return { state: 'done' }
  // No money moved by this very call: it had before, or it is still under way.
  const known = await call('alipay.trade.fastpay.refund.query', asked)
  if (isDone(known) && known.refund_status === 'REFUND_SUCCESS') return { state: 'done' }
  throw new Error('alipay: a refund without an end')
}
