import { createCipheriv, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto'
import type { ManualClock } from '#base/kernel'
import type { SignedWebhook } from '#rooms/payments'
import { type Asked, listen, type Told } from '../direct/listen.ts'
import type { Way } from '../payment-conformance.ts'
import { check } from './shapes.ts'

export const appid = 'wxd678efh567hg6787'
export const mchid = '1900000001'
export const serial = '5157F09EFDC096DE15EBE81A47057A7232F1B8E1'
export const keyId = 'PUB_KEY_ID_0119000000012026'
export const apiKey = Buffer.from('0123456789abcdef0123456789ABCDEF')
const rsa = () => generateKeyPairSync('rsa', { modulusLength: 2048 })
/** Ours, WeChat's and somebody else's; made for this run. */
export const merchant = rsa()
export const wechat = rsa()
const another = rsa()

interface Order {
  readonly no: string
  readonly words: string
  readonly total: number
  readonly type: 'NATIVE' | 'MWEB' | 'JSAPI' | 'APP'
  readonly at: number
  state: 'NOTPAY' | 'SUCCESS' | 'REFUND' | 'CLOSED'
  paid: string | null
  readonly refunds: Map<string, { fen: number; status: 'PROCESSING' | 'SUCCESS' | 'ABNORMAL' }>
}
type Body = Record<string, never>
const types = { native: 'NATIVE', h5: 'MWEB', jsapi: 'JSAPI', app: 'APP' } as const
const time = (ms: number) => `${new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`
const signText = (text: string, key: KeyObject) => sign('sha256', Buffer.from(text), key).toString('base64')
class Refusal extends Error {
  readonly status: number
  constructor(status: number, code: string) {
    super(code)
    this.status = status
  }
}
const refuse = (status: number, code: string): never => {
  throw new Refusal(status, code)
}

/** WeChat Pay with one merchant: every request is verified with the merchant's key and held to the documents, and so is every answer. */
export async function startWechatDouble(clock: ManualClock) {
  const orders = new Map<string, Order>()
  const ways = new Map<string, Way>()
  const sent: { no: string; webhook: SignedWebhook }[] = []
  let count = 0
  const now = () => clock.now().getTime()
  const transactionId = (o: Order) => `4200${o.no.slice(4)}`.slice(0, 32)

  function tell(no: string, event: string, type: 'transaction' | 'refund', content: object): void {
    check(type === 'refund' ? 'told refund' : 'transaction', content)
    const nonce = String(++count).padStart(12, '0')
    const note = {
      id: `EV-${String(count).padStart(18, '0')}`,
      create_time: time(now()),
      event_type: event,
      resource_type: 'encrypt-resource',
      summary: '通知',
      resource: {
        algorithm: 'AEAD_AES_256_GCM',
        ciphertext: seal(JSON.stringify(content), nonce, type),
        associated_data: type,
        original_type: type,
        nonce,
      },
    }
    check('notification', note)
    sent.push({ no, webhook: signedNote(clock, JSON.stringify(note), wechat.privateKey) })
  }
  const transactionOf = (o: Order) => ({
    appid,
    mchid,
    out_trade_no: o.no,
    trade_type: o.type,
    trade_state: o.state,
    trade_state_desc: '状态',
    ...(o.paid && { transaction_id: transactionId(o), success_time: o.paid, payer: { openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o' } }),
    // A coupon of WeChat's paid one fen of it.
    amount: { total: o.total, payer_total: o.paid ? o.total - 1 : 0, currency: 'CNY', payer_currency: 'CNY' },
  })
  function pay(o: Order): void {
    if (o.state !== 'NOTPAY') return
    o.state = 'SUCCESS'
    o.paid = time(now())
    tell(o.no, 'TRANSACTION.SUCCESS', 'transaction', transactionOf(o))
  }
  function close(o: Order): void {
    if (o.state === 'NOTPAY') o.state = 'CLOSED'
  }
  function happen(): void {
    for (const o of orders.values()) {
      if (now() < o.at + 2000) continue
      if (ways.get(o.no) === 'late_success') pay(o)
      if (ways.get(o.no) === 'late_failure') close(o)
    }
  }
  const known = (no: string): Order => orders.get(no) ?? refuse(404, 'ORDER_NOT_EXIST')

  function order(way: keyof typeof types, body: Body, raw: string): object {
    const { out_trade_no: no, amount } = body as unknown as { out_trade_no: string; amount: { total: number } }
    if (ways.get(no) === 'decline') refuse(403, 'NO_AUTH')
    const o = orders.get(no)
    if (o?.state === 'CLOSED') refuse(400, 'ORDER_CLOSED')
    if (o && o.state !== 'NOTPAY') refuse(400, 'ORDERPAID')
    if (o && o.words !== raw) refuse(403, 'OUT_TRADE_NO_USED')
    const made = { no, words: raw, total: amount.total, type: types[way], at: now() }
    orders.set(no, o ?? { ...made, state: 'NOTPAY', paid: null, refunds: new Map() })
    if (way === 'native') return { code_url: `weixin://wxpay/bizpayurl?pr=${no.slice(-8)}` }
    if (way === 'h5') return { h5_url: `https://wx.tenpay.com/cgi-bin/mmpayweb-bin/checkmweb?prepay_id=wx${count}&package=1` }
    return { prepay_id: `wx2610${no.slice(4)}` }
  }
  function refund(body: Body): object {
    const wish = body as unknown as { out_trade_no: string; out_refund_no: string; amount: { refund: number; total: number } }
    const o = orders.get(wish.out_trade_no) ?? refuse(404, 'RESOURCE_NOT_EXISTS')
    const before = o.refunds.get(wish.out_refund_no)
    if (!before) {
      const given = [...o.refunds.values()].reduce((sum, r) => sum + r.fen, 0)
      if (!o.paid) refuse(400, 'INVALID_REQUEST')
      if (wish.amount.total !== o.total) refuse(400, 'INVALID_REQUEST')
      if (ways.get(o.no) === 'refund_refused') refuse(403, 'NOT_ENOUGH')
      if (given + wish.amount.refund > o.total) refuse(400, 'INVALID_REQUEST')
      o.refunds.set(wish.out_refund_no, { fen: wish.amount.refund, status: 'PROCESSING' })
      o.state = 'REFUND'
    }
    const { fen, status } = o.refunds.get(wish.out_refund_no) as { fen: number; status: string }
    const amount = { total: o.total, refund: fen, payer_total: o.total, payer_refund: fen, settlement_refund: fen }
    return {
      refund_id: `5030${wish.out_refund_no.slice(-12)}`,
      out_refund_no: wish.out_refund_no,
      transaction_id: transactionId(o),
      out_trade_no: o.no,
      channel: 'ORIGINAL',
      user_received_account: '支付用户零钱',
      create_time: time(now()),
      status,
      amount: { ...amount, settlement_total: o.total, discount_refund: 0, currency: 'CNY' },
    }
  }

  function serve({ method, path, body: raw }: Asked): { name: string; status: number; body: object | null } {
    const [where = '', query] = path.split('?')
    const body = (raw ? JSON.parse(raw) : {}) as Body
    const way = /^\/v3\/pay\/transactions\/(native|h5|jsapi|app)$/.exec(where)?.[1] as keyof typeof types | undefined
    if (method === 'POST' && way) {
      check(`request ${way}`, body)
      return { name: way, status: 200, body: order(way, body, raw) }
    }
    const no = /^\/v3\/pay\/transactions\/out-trade-no\/([^/]+)(\/close)?$/.exec(where)
    if (method === 'GET' && no && !no[2]) {
      if (query !== `mchid=${mchid}`) throw new Error('a query without mchid')
      return { name: 'query', status: 200, body: transactionOf(known(no[1] as string)) }
    }
    if (method === 'POST' && no?.[2]) {
      check('request close', body)
      const o = known(no[1] as string)
      if (o.paid) refuse(400, 'ORDERPAID')
      close(o)
      return { name: 'close', status: 204, body: null }
    }
    if (method === 'POST' && where === '/v3/refund/domestic/refunds') {
      check('request refund', body)
      return { name: 'refund', status: 200, body: refund(body) }
    }
    throw new Error(`no document has ${method} ${path}`)
  }
  const server = await listen(asked => {
    happen()
    verifyRequest(asked, now())
    try {
      const { name, status, body } = serve(asked)
      if (body) check(`reply ${name}`, body)
      return signedAnswer(clock, status, body ? JSON.stringify(body) : '')
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const body = { code: error.message, message: '业务失败' }
      check('error', body)
      return signedAnswer(clock, error.status, JSON.stringify(body))
    }
  })
  return {
    ...server,
    /** How the payer of this number, or WeChat, will behave. */
    behave: (no: string, way: Way) => void ways.set(no, way),
    order: (no: string) => orders.get(no),
    answer(no: string, yes: boolean) {
      const o = orders.get(no)
      if (o) (yes ? pay : close)(o)
    },
    /** The payer's bank takes the refund, or does not. */
    endRefund(no: string, id: string, status: 'SUCCESS' | 'ABNORMAL') {
      const o = known(no)
      const r = o.refunds.get(id)
      if (!r) throw new Error('no such refund')
      r.status = status
      const amount = { total: o.total, refund: r.fen, payer_total: o.total, payer_refund: r.fen }
      const ids = {
        mchid,
        out_trade_no: no,
        transaction_id: transactionId(o),
        out_refund_no: id,
        refund_id: `5030${id.slice(-12)}`,
      }
      tell(no, `REFUND.${status}`, 'refund', { ...ids, refund_status: status, user_received_account: '零钱', amount })
    },
    notifications(no: string) {
      happen()
      return sent.filter(s => s.no === no).map(s => s.webhook)
    },
    tell,
    foreign: (webhook: SignedWebhook) => signedNote(clock, webhook.raw.toString(), another.privateKey),
  }
}
export type WechatDouble = Awaited<ReturnType<typeof startWechatDouble>>

function seal(text: string, nonce: string, about: string): string {
  const cipher = createCipheriv('aes-256-gcm', apiKey, Buffer.from(nonce))
  cipher.setAAD(Buffer.from(about))
  return Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()]).toString('base64')
}
function signatureOf(clock: ManualClock, body: string, key: KeyObject): Record<string, string> {
  const seconds = String(Math.floor(clock.now().getTime() / 1000))
  return {
    'wechatpay-timestamp': seconds,
    'wechatpay-nonce': 'nonce',
    'wechatpay-serial': keyId,
    'wechatpay-signature': signText(`${seconds}\nnonce\n${body}\n`, key),
  }
}
const signedAnswer = (clock: ManualClock, status: number, body: string): Told => ({
  status,
  headers: { ...(body && { 'content-type': 'application/json' }), ...signatureOf(clock, body, wechat.privateKey) },
  body,
})
export const signedNote = (clock: ManualClock, body: string, key: KeyObject): SignedWebhook => ({
  raw: Buffer.from(body),
  headers: signatureOf(clock, body, key),
})

/** Authorization: WECHATPAY2-SHA256-RSA2048 and five parts; the time may differ by five minutes. */
function verifyRequest({ method, path, body, headers }: Asked, now: number): void {
  const parts = /^WECHATPAY2-SHA256-RSA2048 (.+)$/.exec(headers.authorization ?? '')?.[1] ?? ''
  const given = Object.fromEntries([...parts.matchAll(/(\w+)="([^"]*)"/g)].map(m => [m[1], m[2]])) as Record<string, string>
  if (given.mchid !== mchid || given.serial_no !== serial) throw new Error(`SIGN_ERROR: ${parts}`)
  if (Math.abs(now / 1000 - Number(given.timestamp)) > 300) throw new Error('SIGN_ERROR: the time')
  const text = `${method}\n${path}\n${given.timestamp}\n${given.nonce_str}\n${body}\n`
  if (!verify('sha256', Buffer.from(text), merchant.publicKey, Buffer.from(given.signature ?? '', 'base64')))
    throw new Error('SIGN_ERROR: the signature')
  if (headers.accept !== 'application/json') throw new Error('accept is missing')
}
