import { generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto'
import type { ManualClock } from '#base/kernel'
import type { SignedWebhook } from '#rooms/payments'
import { listen } from '../direct/listen.ts'
import type { Way } from '../payment-conformance.ts'
import { check } from './shapes.ts'

type Fields = Record<string, string>
export const appId = '2021000000000001'
const rsa = () => generateKeyPairSync('rsa', { modulusLength: 2048 })
/** Ours, Alipay's and somebody else's; made for this run. */
export const merchant = rsa()
export const alipay = rsa()
const another = rsa()

interface Trade {
  readonly no: string
  readonly tradeNo: string
  readonly total: string
  readonly subject: string
  readonly at: number
  status: 'WAIT_BUYER_PAY' | 'TRADE_SUCCESS' | 'TRADE_CLOSED'
  paid: string | null
  readonly refunds: Map<string, number>
}
const fenOf = (yuan: string) => Number(yuan.replace('.', ''))
const yuanOf = (fen: number) => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
const time = (ms: number) => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
const textOf = (fields: Fields, without: readonly string[]) =>
  Object.entries(fields)
    .filter(([name, value]) => value !== '' && !without.includes(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
const signText = (text: string, key: KeyObject) => sign('sha256', Buffer.from(text), key).toString('base64')
class Refusal extends Error {}
const refuse = (code: string): never => {
  throw new Refusal(code)
}

/** Alipay's gateway with one merchant: its requests are verified with the merchant's key and held to the documents, and so are its answers. */
export async function startAlipayDouble(clock: ManualClock) {
  const trades = new Map<string, Trade>()
  const dead = new Set<string>()
  const ways = new Map<string, Way>()
  const sent: { no: string; webhook: SignedWebhook }[] = []
  let count = 0
  const now = () => clock.now().getTime()

  function tell(t: Trade, more: Fields = {}): void {
    const fields = notification(t, { notify_time: time(now()), notify_id: `n${++count}`, ...more })
    sent.push({ no: t.no, webhook: signNotification(fields, alipay.privateKey) })
  }
  function pay(t: Trade): void {
    if (t.status !== 'WAIT_BUYER_PAY') return
    t.status = 'TRADE_SUCCESS'
    t.paid = time(now())
    tell(t)
  }
  function close(t: Trade): void {
    if (t.status !== 'WAIT_BUYER_PAY') return
    t.status = 'TRADE_CLOSED'
    tell(t, { gmt_close: time(now()) })
  }
  function happen(): void {
    for (const t of trades.values()) {
      if (now() < t.at + 2000) continue
      if (ways.get(t.no) === 'late_success') pay(t)
      if (ways.get(t.no) === 'late_failure') close(t)
    }
  }
  /** The payer's app has scanned the code, or opened the page: only now there is a trade. */
  function open(c: Fields): Trade {
    const no = c.out_trade_no as string
    if (dead.has(no)) refuse('ACQ.TRADE_HAS_CLOSE')
    const total = c.total_amount as string
    const made = { no, tradeNo: `2026${String(++count).padStart(24, '0')}`, total, subject: c.subject as string, at: now() }
    const t: Trade = trades.get(no) ?? { ...made, status: 'WAIT_BUYER_PAY', paid: null, refunds: new Map() }
    trades.set(no, t)
    return t
  }
  const known = (c: Fields): Trade => trades.get(c.out_trade_no as string) ?? refuse('ACQ.TRADE_NOT_EXIST')
  const named = (t: Trade) => ({ trade_no: t.tradeNo, out_trade_no: t.no, buyer_logon_id: '159****5620' })

  const methods: Readonly<Record<string, (c: Fields) => Fields>> = {
    'alipay.trade.precreate'(c) {
      const no = c.out_trade_no as string
      const t = trades.get(no)
      if (t?.status === 'TRADE_SUCCESS') refuse('ACQ.TRADE_HAS_SUCCESS')
      if (t?.status === 'TRADE_CLOSED' || dead.has(no)) refuse('ACQ.TRADE_HAS_CLOSE')
      if (t && t.total !== c.total_amount) refuse('ACQ.CONTEXT_INCONSISTENT')
      if (ways.get(no) === 'decline') refuse('ACQ.ACCESS_FORBIDDEN')
      if (ways.has(no)) open(c)
      return { out_trade_no: no, qr_code: `https://qr.alipay.com/bax${no.slice(4)}` }
    },
    'alipay.trade.query'(c) {
      const t = known(c)
      const paid: Fields = t.paid ? { send_pay_date: t.paid } : {}
      return { ...named(t), trade_status: t.status, total_amount: t.total, ...paid }
    },
    'alipay.trade.close'(c) {
      const t = known(c)
      if (t.status !== 'WAIT_BUYER_PAY') refuse('ACQ.TRADE_STATUS_ERROR')
      close(t)
      return { out_trade_no: t.no, trade_no: t.tradeNo }
    },
    'alipay.trade.cancel'(c) {
      const no = c.out_trade_no as string
      dead.add(no)
      return { out_trade_no: no, retry_flag: 'N' }
    },
    'alipay.trade.refund'(c) {
      const t = known(c)
      const id = c.out_request_no ?? ''
      const fee = fenOf(c.refund_amount as string)
      const given = [...t.refunds.values()].reduce((a, b) => a + b, 0)
      if (t.refunds.has(id)) return { ...named(t), fund_change: 'N', refund_fee: yuanOf(given) }
      if (!t.paid) refuse('ACQ.TRADE_STATUS_ERROR')
      if (ways.get(t.no) === 'refund_refused') refuse('ACQ.SELLER_BALANCE_NOT_ENOUGH')
      if (given + fee > fenOf(t.total)) refuse('ACQ.REFUND_AMT_NOT_EQUAL_TOTAL')
      t.refunds.set(id, fee)
      if (given + fee === fenOf(t.total)) t.status = 'TRADE_CLOSED'
      tell(t, { refund_fee: yuanOf(given + fee), gmt_refund: time(now()) })
      return { ...named(t), fund_change: 'Y', refund_fee: yuanOf(given + fee) }
    },
    'alipay.trade.fastpay.refund.query'(c) {
      const t = known(c)
      const fee = t.refunds.get(c.out_request_no as string)
      if (fee === undefined) return { out_trade_no: t.no }
      const more = { trade_no: t.tradeNo, out_request_no: c.out_request_no as string, total_amount: t.total }
      return { ...more, out_trade_no: t.no, refund_amount: yuanOf(fee), refund_status: 'REFUND_SUCCESS' }
    },
  }
  /** What Alipay checks of every request before it looks at what it wants. */
  function read(fields: Fields): { method: string; content: Fields } {
    check('common', fields)
    const signature = Buffer.from(fields.sign as string, 'base64')
    if (!verify('sha256', Buffer.from(textOf(fields, ['sign'])), merchant.publicKey, signature))
      throw new Error('isv.invalid-signature')
    if (fields.app_id !== appId) throw new Error('isv.invalid-app-id')
    const content = JSON.parse(fields.biz_content as string) as Fields
    check(`request ${fields.method}`, content)
    return { method: fields.method as string, content }
  }
  const server = await listen(({ method: verb, path, body }) => {
    happen()
    if (verb !== 'POST' || !path.endsWith('?charset=utf-8')) throw new Error(`${verb} ${path}`)
    const { method, content } = read(Object.fromEntries(new URLSearchParams(body)))
    let reply: Fields
    try {
      reply = { code: '10000', msg: 'Success', ...(methods[method] as (c: Fields) => Fields)(content) }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      reply = { code: '40004', msg: 'Business Failed', sub_code: error.message, sub_msg: '业务失败' }
    }
    check(`reply ${method}`, reply)
    const text = JSON.stringify(reply)
    const node = `${method.replaceAll('.', '_')}_response`
    return { status: 200, body: `{"${node}":${text},"sign":"${signText(text, alipay.privateKey)}"}` }
  })
  return {
    ...server,
    gateway: `${server.url}/gateway.do`,
    /** How the payer of this number, or Alipay, will behave. Without a way the code is shown and nobody scans it. */
    behave: (no: string, way: Way) => void ways.set(no, way),
    /** The payer opens the page or the app by what the merchant made. */
    open: (query: string) => {
      const { method, content } = read(Object.fromEntries(new URLSearchParams(query)))
      open(content)
      return method
    },
    scan: (no: string, total: string) => void open({ out_trade_no: no, total_amount: total, subject: 'a' }),
    answer(no: string, yes: boolean) {
      const t = trades.get(no)
      if (t) (yes ? pay : close)(t)
    },
    notifications(no: string) {
      happen()
      return sent.filter(s => s.no === no).map(s => s.webhook)
    },
    /** Signed by Alipay: the fields of a notification, with others in it. */
    resigned: (webhook: SignedWebhook, change: Fields, key = alipay.privateKey) =>
      signNotification({ ...Object.fromEntries(new URLSearchParams(webhook.raw.toString())), ...change }, key),
    foreign: (webhook: SignedWebhook) => resign(webhook, another.privateKey),
  }
}
export type AlipayDouble = Awaited<ReturnType<typeof startAlipayDouble>>
const resign = (webhook: SignedWebhook, key: KeyObject) =>
  signNotification(Object.fromEntries(new URLSearchParams(webhook.raw.toString())), key)

const notification = (t: Trade, more: Fields): Fields => ({
  notify_type: 'trade_status_sync',
  app_id: appId,
  charset: 'utf-8',
  version: '1.0',
  trade_no: t.tradeNo,
  out_trade_no: t.no,
  seller_id: '2088101106499364',
  buyer_id: '2088102116773037',
  trade_status: t.status,
  total_amount: t.total,
  subject: t.subject,
  gmt_create: time(t.at),
  ...(t.paid && { gmt_payment: t.paid }),
  ...more,
})
function signNotification({ sign: _old, sign_type: _type, ...fields }: Fields, key: KeyObject): SignedWebhook {
  const signed = { ...fields, sign_type: 'RSA2', sign: signText(textOf(fields, []), key) }
  check('notification', signed)
  return {
    raw: Buffer.from(new URLSearchParams(signed).toString()),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  }
}
