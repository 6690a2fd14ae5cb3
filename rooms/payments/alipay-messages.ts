import type { KeyObject } from 'node:crypto'
import { type Money, money, ok, type Result, refuse } from '#base/kernel'
import { holdsRsa, signRsa } from './direct-keys.ts'
import type { ProviderAnswer } from './provider.ts'

/** The open platform's gateway (opendocs.alipay.com): a form, signed; its answer is JSON, one node of it signed as it stands. */
export type Fields = Readonly<Record<string, string>>

/** What is signed: all fields that are not empty, sorted by name, as `a=1&b=2`. A notification leaves out `sign_type` too. */
export const signedText = (fields: Fields, without: readonly string[]): string =>
  Object.keys(fields)
    .filter(name => fields[name] !== '' && !without.includes(name))
    .sort()
    .map(name => `${name}=${fields[name]}`)
    .join('&')
export const signFields = (fields: Fields, key: KeyObject): Fields => ({
  ...fields,
  sign: signRsa(key, signedText(fields, ['sign'])),
})
export const notificationHolds = (fields: Fields, key: KeyObject): boolean =>
  fields.sign_type === 'RSA2' && holdsRsa(key, signedText(fields, ['sign', 'sign_type']), fields.sign)

/** The text of one node of a JSON object as it stands there, for its signature covers these very characters. */
export function rawNode(json: string, name: string): string | null {
  const start = json.indexOf(`"${name}":`)
  if (start < 0) return null
  const from = start + name.length + 3
  let depth = 0
  let quoted = false
  for (let at = from; at < json.length; at++) {
    const c = json[at]
    if (quoted) {
      if (c === '\\') at++
      else if (c === '"') quoted = false
    } else if (c === '"') quoted = true
    else if (c === '{') depth++
    else if (c === '}' && --depth === 0) return json.slice(from, at + 1)
  }
  return null
}

/** Yuan as a text with two decimals, 0.01 to 100,000,000; counted in whole fen, never in floating point. */
export function yuan({ minor, currency }: Money): Result<string, 'amount_unsupported' | 'currency_unsupported'> {
  if (currency !== 'CNY') return refuse('currency_unsupported', 'Only CNY')
  if (minor < 1n || minor > 10_000_000_000n) return refuse('amount_unsupported', 'No amount that can be charged')
  return ok(`${minor / 100n}.${String(minor % 100n).padStart(2, '0')}`)
}
/** Null for what is no amount of whole fen: such a message is not believed. */
export function fen(text: unknown): Money | null {
  const parts = typeof text === 'string' ? /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text) : null
  return parts && money(BigInt(parts[1] as string) * 100n + BigInt((parts[2] ?? '').padEnd(2, '0')), 'CNY')
}

/**
 * A trade as a query or a notification tells of it. A closed one was never paid, or all of its money went back, by a refund or by the call
 * that ends an unscanned code: who still waits for it gets none, and who has it in the books hears nothing new.
 */
export function tradeAnswer(trade: Fields, ref: string): ProviderAnswer {
  const amount = fen(trade.total_amount)
  switch (trade.trade_status) {
    case 'WAIT_BUYER_PAY':
      return { state: 'needs_action', ref }
    case 'TRADE_CLOSED':
      return { state: 'failed', ref, reason: 'closed' }
    case 'TRADE_SUCCESS':
    case 'TRADE_FINISHED':
      break
    default:
      throw new Error(`alipay: trade_status ${trade.trade_status?.slice(0, 40)}`)
  }
  if (!amount) throw new Error('alipay: a paid trade without an amount')
  return { state: 'settled', ref, amount, ...(trade.trade_no && { number: trade.trade_no }) }
}
