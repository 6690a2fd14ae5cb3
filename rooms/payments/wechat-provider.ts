import { randomBytes } from 'node:crypto'
import { type Clock, ok, refuse } from '#base/kernel'
import { chinaTime, payableUntil } from './direct-keys.ts'
import type { Charge, PaymentProvider, ProviderAnswer, ProviderTraits, RefundAnswer } from './provider.ts'
import {
  appCall,
  authorization,
  bridgeCall,
  type Moment,
  openResource,
  refundNews,
  type Signer,
  signedAt,
  type Transaction,
  transactionAnswer,
  type WechatKey,
} from './wechat-messages.ts'

export interface WechatOptions extends Signer {
  readonly appid: string
  /** 32 bytes, under which notifications are encrypted. */
  readonly apiKey: Buffer
  readonly wechatKey: WechatKey
  readonly clock: Clock
  readonly host: string
  readonly notifyUrl: string
  readonly returnUrl: (charge: Charge) => string
  readonly subject: (charge: Charge) => string
}

const traits: ProviderTraits = {
  takes: (_method, currency) => currency === 'CNY',
  authorises: false,
  alwaysAsks: true,
  disputes: false,
  tellsFailures: false,
  webhookSeconds: 300,
  wantsAddress: true,
}

/** WeChat Pay's own API, for a merchant with a contract in China; CNY. Money is taken when the payer pays: there is nothing to capture. */
export function createWechatProvider(options: WechatOptions): PaymentProvider {
  return {
    name: 'wechat',
    methods: ['wechat_pay'],
    test: false,
    traits,
    ...chargesOf(clientOf(options), options),
    capture: async () => ({ state: 'failed', reason: 'capture_unsupported' }),
    void: async () => ({ state: 'failed', reason: 'capture_unsupported' }),
    async webhook({ raw, headers }) {
      const forged = refuse('webhook_forged', 'The signature of this notification does not hold')
      const body = raw.toString()
      const at = signedAt(options.wechatKey, headers, body)
      if (at === null || Math.abs(options.clock.now().getTime() / 1000 - at) > traits.webhookSeconds) return forged
      try {
        const { id, event_type, resource } = JSON.parse(body) as Notification
        const opened = openResource(options.apiKey, resource) as Transaction & { refund_status?: string }
        if (typeof id !== 'string' || opened.mchid !== options.mchid) return forged
        const payment = opened.out_trade_no
        if (event_type === 'TRANSACTION.SUCCESS')
          return ok({ id, payment, ref: payment, news: { kind: 'answer', answer: transactionAnswer(opened, payment) } })
        return ok({ id, payment, ref: payment, news: refundNews(opened) })
      } catch {
        return forged
      }
    },
  }
}
interface Notification {
  readonly id?: unknown
  readonly event_type?: unknown
  readonly resource: { ciphertext: string; nonce: string; associated_data?: string }
}

interface Reply {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}
type Call = (method: 'GET' | 'POST', path: string, body?: object) => Promise<Reply>

const momentOf = (clock: Clock): Moment => ({
  seconds: String(Math.floor(clock.now().getTime() / 1000)),
  nonce: randomBytes(16).toString('hex'),
})

/**
 * One request. A 2xx that WeChat Pay signed and a refusal (4xx) are answers; a wrong signature of ours, too many requests and
 * their own troubles have an unknown end and are thrown, with nothing in them but the path and WeChat's code.
 */
function clientOf(o: WechatOptions): Call {
  return async (method, path, content) => {
    const body = content ? JSON.stringify(content) : ''
    const response = await fetch(o.host + path, {
      method,
      headers: {
        authorization: authorization(o, { method, path, body }, momentOf(o.clock)),
        accept: 'application/json',
        'wechatpay-serial': o.wechatKey.id,
        ...(content && { 'content-type': 'application/json' }),
      },
      ...(content && { body }),
      signal: AbortSignal.timeout(20_000),
    })
    const text = await response.text()
    const { status } = response
    const answer = readAnswer(text)
    const where = `wechat: ${method} ${path.split('?')[0]} ${status}`
    if (status >= 500 || status === 401 || status === 429 || !answer)
      throw new Error(`${where} ${String(answer?.code ?? '').slice(0, 60)}`)
    if (response.ok && signedAt(o.wechatKey, Object.fromEntries(response.headers), text) === null)
      throw new Error(`${where}: the signature of the answer does not hold`)
    return { status, body: answer }
  }
}
function readAnswer(text: string): Reply['body'] | null {
  if (text === '') return {}
  try {
    return JSON.parse(text) as Reply['body']
  } catch {
    return null
  }
}
const isDone = (reply: Reply): boolean => reply.status < 300
const reasonOf = ({ body }: Reply): string => (typeof body.code === 'string' ? body.code : 'refused').toLowerCase().slice(0, 80)

type Moves = Pick<PaymentProvider, 'start' | 'status' | 'cancel' | 'refund'>
function chargesOf(call: Call, o: WechatOptions): Moves {
  const fail = (charge: Charge, reason: string): ProviderAnswer => ({ state: 'failed', ref: `none_${charge.id}`, reason })
  const find = async (charge: Charge): Promise<ProviderAnswer | null> => {
    const reply = await call('GET', `/v3/pay/transactions/out-trade-no/${charge.id}?mchid=${o.mchid}`)
    if (isDone(reply)) return transactionAnswer(reply.body as unknown as Transaction, charge.id)
    if (reply.status === 404) return null
    throw new Error(`wechat: query ${reasonOf(reply)}`)
  }
  const status = async (charge: Charge): Promise<ProviderAnswer> => {
    if (charge.ref?.startsWith('none_')) return fail(charge, 'refused')
    const known = (await find(charge)) ?? { state: 'needs_action', ref: charge.id }
    // Past its time nobody can pay any more, although the order is open until it is closed.
    const over = known.state === 'needs_action' && o.clock.now() > payableUntil(charge.created)
    return over ? { state: 'failed', ref: charge.id, reason: 'expired' } : known
  }
  return {
    async start(charge) {
      if (charge.capture === 'later') return fail(charge, 'capture_unsupported')
      const { minor, currency } = charge.amount
      if (currency !== 'CNY') return fail(charge, 'currency_unsupported')
      if (minor < 1n || minor > 10_000_000_000n) return fail(charge, 'amount_unsupported')
      const way = wayOf(charge)
      const reply = await call('POST', `/v3/pay/transactions/${way}`, orderOf(charge, way, o))
      if (isDone(reply)) return { state: 'needs_action', ref: charge.id, action: actionOf(way, reply.body, charge, o) }
      // Paid or closed in the meantime, when an answer to us got lost; else WeChat does not want this order.
      return (await find(charge)) ?? fail(charge, reasonOf(reply))
    },
    status,
    async cancel(charge) {
      const now = await status(charge)
      if (now.state !== 'needs_action') return now
      const reply = await call('POST', `/v3/pay/transactions/out-trade-no/${charge.id}/close`, { mchid: o.mchid })
      if (isDone(reply) || reply.status === 404) return { state: 'failed', ref: charge.id, reason: 'gave_up' }
      return status(charge)
    },
    async refund(charge, { id, amount }): Promise<RefundAnswer> {
      const fen = { refund: Number(amount.minor), total: Number(charge.amount.minor), currency: amount.currency }
      const reply = await call('POST', '/v3/refund/domestic/refunds', {
        out_trade_no: charge.id,
        out_refund_no: id,
        notify_url: o.notifyUrl,
        amount: fen,
      })
      if (!isDone(reply)) return { state: 'failed', reason: reasonOf(reply) }
      const { status: stands } = reply.body
      // PROCESSING is accepted; should it come back, a notification says so.
      if (stands === 'SUCCESS' || stands === 'PROCESSING') return { state: 'done' }
      return { state: 'failed', reason: String(stands).toLowerCase().slice(0, 80) }
    },
  }
}

type Way = 'native' | 'h5' | 'jsapi' | 'app'
/** On a phone: in WeChat's own browser the page knows the payer's openid and gives it as the token; elsewhere a page opens WeChat. */
const wayOf = ({ device, token }: Charge): Way =>
  device === 'app' ? 'app' : device === 'desktop' ? 'native' : token === null ? 'h5' : 'jsapi'

const orderOf = (charge: Charge, way: Way, o: WechatOptions) => ({
  appid: o.appid,
  mchid: o.mchid,
  description: o.subject(charge).slice(0, 127),
  out_trade_no: charge.id,
  time_expire: `${chinaTime(payableUntil(charge.created)).replace(' ', 'T')}+08:00`,
  notify_url: o.notifyUrl,
  amount: { total: Number(charge.amount.minor), currency: 'CNY' },
  ...(way === 'jsapi' && { payer: { openid: charge.token } }),
  ...(way === 'h5' && { scene_info: { payer_client_ip: charge.ip ?? '127.0.0.1', h5_info: { type: 'Wap' } } }),
})

function actionOf(way: Way, body: Reply['body'], charge: Charge, o: WechatOptions) {
  if (way === 'native') return { kind: 'qr', url: String(body.code_url) } as const
  if (way === 'h5') {
    const back = encodeURIComponent(o.returnUrl(charge))
    return { kind: 'redirect', url: `${String(body.h5_url)}&redirect_url=${back}` } as const
  }
  const call = way === 'jsapi' ? bridgeCall : appCall
  return { kind: 'app', url: call(o, o.appid, String(body.prepay_id), momentOf(o.clock)) } as const
}
