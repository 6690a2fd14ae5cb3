import { createDecipheriv, type KeyObject } from 'node:crypto'
import { money } from '#base/kernel'
import { holdsRsa, signRsa } from './direct-keys.ts'
import type { ProviderAnswer, ProviderNews } from './provider.ts'

/** WeChat Pay APIv3 (pay.weixin.qq.com/doc/v3/merchant). What is signed are lines, each ended by a line feed. */
const lines = (...parts: readonly string[]): string => parts.map(part => `${part}\n`).join('')

export interface Signer {
  readonly mchid: string
  /** Serial number of our certificate. */
  readonly serial: string
  readonly privateKey: KeyObject
}
export interface Moment {
  readonly seconds: string
  readonly nonce: string
}
/** The Authorization header of one request: method, path with query, time, nonce and body are signed. */
export function authorization(s: Signer, request: { method: string; path: string; body: string }, at: Moment): string {
  const signature = signRsa(s.privateKey, lines(request.method, request.path, at.seconds, at.nonce, request.body))
  const parts = { mchid: s.mchid, nonce_str: at.nonce, signature, timestamp: at.seconds, serial_no: s.serial }
  return `WECHATPAY2-SHA256-RSA2048 ${Object.entries(parts)
    .map(([name, value]) => `${name}="${value}"`)
    .join(',')}`
}

/** What the WeChat browser's bridge is called with. */
export function bridgeCall(s: Signer, appid: string, prepay: string, at: Moment): string {
  const pack = `prepay_id=${prepay}`
  const paySign = signRsa(s.privateKey, lines(appid, at.seconds, at.nonce, pack))
  return JSON.stringify({ appId: appid, timeStamp: at.seconds, nonceStr: at.nonce, package: pack, signType: 'RSA', paySign })
}
/** What the WeChat app is called with by an app. */
export function appCall(s: Signer, appid: string, prepay: string, at: Moment): string {
  const sign = signRsa(s.privateKey, lines(appid, at.seconds, at.nonce, prepay))
  const call = { appid, partnerid: s.mchid, prepayid: prepay, package: 'Sign=WXPay', noncestr: at.nonce, timestamp: at.seconds }
  return JSON.stringify({ ...call, sign })
}

export interface WechatKey {
  /** `PUB_KEY_ID_…`, or the serial number of a platform certificate. */
  readonly id: string
  readonly key: KeyObject
}
export type Headers = Readonly<Record<string, string | string[] | undefined>>
/** Seconds at which WeChat Pay signed this, or null when it did not. Answers and notifications are signed alike. */
export function signedAt({ id, key }: WechatKey, headers: Headers, body: string): number | null {
  const seconds = headers['wechatpay-timestamp']
  const nonce = headers['wechatpay-nonce']
  if (typeof seconds !== 'string' || typeof nonce !== 'string' || !/^\d{1,12}$/.test(seconds)) return null
  if (headers['wechatpay-serial'] !== id) return null
  return holdsRsa(key, lines(seconds, nonce, body), headers['wechatpay-signature']) ? Number(seconds) : null
}

/** AEAD_AES_256_GCM: the last 16 bytes are the tag. Throws when the key or anything else is another. */
export function openResource(apiKey: Buffer, r: { ciphertext: string; nonce: string; associated_data?: string }): unknown {
  const bytes = Buffer.from(r.ciphertext, 'base64')
  const cipher = createDecipheriv('aes-256-gcm', apiKey, Buffer.from(r.nonce), { authTagLength: 16 })
  cipher.setAuthTag(bytes.subarray(-16))
  cipher.setAAD(Buffer.from(r.associated_data ?? ''))
  return JSON.parse(Buffer.concat([cipher.update(bytes.subarray(0, -16)), cipher.final()]).toString())
}

export interface Transaction {
  readonly out_trade_no: string
  readonly mchid: string
  readonly trade_state: string
  readonly transaction_id?: string
  readonly amount?: { readonly total?: unknown; readonly currency?: unknown }
}
/** `total` is the order's amount in fen; what the payer paid may be less by a coupon of WeChat's, which WeChat pays. */
export function transactionAnswer(t: Transaction, ref: string): ProviderAnswer {
  switch (t.trade_state) {
    case 'SUCCESS':
    case 'REFUND': {
      const { total, currency } = t.amount ?? {}
      if (!Number.isSafeInteger(total) || currency !== 'CNY') throw new Error('wechat: a paid order without an amount in fen')
      const number = t.transaction_id
      return { state: 'settled', ref, amount: money(BigInt(total as number), 'CNY'), ...(number && { number }) }
    }
    case 'NOTPAY':
      return { state: 'needs_action', ref }
    case 'USERPAYING':
      return { state: 'pending', ref }
    case 'CLOSED':
    case 'REVOKED':
    case 'PAYERROR':
      return { state: 'failed', ref, reason: t.trade_state.toLowerCase() }
    default:
      throw new Error(`wechat: trade_state ${String(t.trade_state).slice(0, 40)}`)
  }
}

/** A refund that was accepted may come back: closed, or refused by the payer's bank. */
export function refundNews(r: { out_refund_no?: unknown; refund_status?: unknown }): ProviderNews {
  const back = r.refund_status === 'ABNORMAL' || r.refund_status === 'CLOSED'
  if (!back || typeof r.out_refund_no !== 'string') return { kind: 'nothing' }
  return { kind: 'refund_failed', refund: r.out_refund_no, reason: String(r.refund_status).toLowerCase() }
}
