import { type Currency, type Id, type Money, minus, money, ok, type Result, refuse, times, toWire, zero } from '#base/kernel'
import {
  type Alternative,
  type LandedLine,
  landedCost,
  type Mode,
  type Quote,
  type QuoteLine,
  quotaYear,
  type TradeCode,
} from '#engines/trade'
import { consentVersion } from './consent.ts'
import { factsOver, missingFacts, type TradeFacts } from './facts.ts'
import { batchesOf } from './net-lines.ts'
import type { Room } from './room.ts'
import { type QuoteReads, readForQuote } from './store.ts'

export interface TradeQuery {
  readonly shop: Id<'shop'>
  /** Countries, two capitals. */
  readonly from: string
  readonly to: string
  readonly way: 'domestic' | Mode
  /** Of the order; taxes are quoted in it, so it must be the destination's. */
  readonly currency: Currency
  readonly at: Date
  /** What is paid for delivery. */
  readonly shipping: Money
  /** When it is counted again: what its buyer has used of China's year counts. */
  readonly checkout?: Id<'checkout'> | undefined
  readonly lines: readonly {
    readonly product: Id<'product'>
    readonly variant: Id<'variant'>
    readonly quantity: number
    readonly unit: Money
    readonly discount: Money
  }[]
}
/** What an order is frozen with; amounts by line of the query, in the order's currency. */
export interface QuotedTrade {
  readonly mode: Mode
  readonly collected: boolean
  readonly identityNeeded: boolean
  readonly consent: string | null
  readonly notices: readonly string[]
  /** What the order takes of its buyer's yearly allowance, CNY; null where nothing is counted. */
  readonly quota: Money | null
  readonly lines: readonly {
    readonly hs: string
    readonly duty: Money
    readonly excise: Money
    readonly vat: Money
    /** Tax on postal articles, surcharges. */
    readonly other: Money
    readonly rules: readonly string[]
  }[]
}
export interface Quoted {
  /** What is paid with the order, by line; zero where the carrier asks for it at the door. */
  readonly importTax: readonly Money[]
  /** Null when no border is crossed: within a customs union. */
  readonly trade: QuotedTrade | null
}
/** Why there is no quote: a code of the engine, facts that nobody has given, or a currency that is not the destination's. */
export type TradeReason = TradeCode | 'facts_missing'

/**
 * Duty and taxes of an order. A refusal's details say {reason, product, variant, alternatives: [{mode, tax, total}]}, what the engine
 * says besides, and for `facts_missing` {products: [{product, variant, missing}]}. One statement, and one more when the rules have changed.
 */
export async function quoteTrade(room: Room, q: TradeQuery): Promise<Result<Quoted, 'trade_refused'>> {
  if (q.way === 'domestic') return ok({ importTax: q.lines.map(() => zero(q.currency)), trade: null })
  const subjects = [...new Set(q.lines.flatMap(l => [l.product as string, l.variant as string]))]
  const reads = await readForQuote(room.db, {
    shop: q.shop,
    subjects,
    checkout: q.checkout ?? null,
    year: quotaYear(q.at),
  })
  const rules = await room.rules.at(reads.rules)
  const facts = q.lines.map(l => factsOver(reads.facts[l.product], reads.facts[l.variant]))
  const lacking = q.lines.flatMap((l, i) => {
    const missing = missingFacts(facts[i] as TradeFacts, q.way)
    return missing.length > 0 ? [{ product: l.product, variant: l.variant, missing }] : []
  })
  const quote = landedCost(rules, inputOf(q, q.way, facts, reads))
  if (!quote.ok && quote.code === 'not_an_import') return ok({ importTax: q.lines.map(() => zero(q.currency)), trade: null })
  if (lacking.length > 0) return refused('facts_missing', 'Facts of these goods are missing', { products: lacking })
  if (!quote.ok) return refused(quote.code, quote.message, { ...quote.details, ...lineOf(q, quote.details?.line) })
  if (quote.value.tax.currency !== q.currency)
    return refused('rate_missing', `Taxes there are paid in ${quote.value.tax.currency}, and there is no rate of today`, {
      from: q.currency,
      to: quote.value.tax.currency,
    })
  return ok(frozen(q, quote.value))
}

function refused(reason: TradeReason, message: string, details: Record<string, unknown>) {
  const { offers, line: _line, ...more } = details as { offers?: readonly Alternative[]; line?: unknown }
  const alternatives = (offers ?? []).map(a => ({ mode: a.mode, tax: toWire(a.tax), total: toWire(a.total) }))
  return refuse('trade_refused' as const, message, { ...more, reason, alternatives })
}
const lineOf = (q: TradeQuery, id: unknown) => {
  const line = typeof id === 'string' ? q.lines[Number.parseInt(id, 10)] : undefined
  return line ? { product: line.product, variant: line.variant } : {}
}

/** Ids of lines begin with their place, padded, so that the engine's order is ours. */
const landedLines = (q: TradeQuery, facts: readonly TradeFacts[]): LandedLine[] =>
  q.lines.flatMap((l, i) => {
    const f = facts[i] as TradeFacts
    return batchesOf(l.quantity, minus(times(l.unit, l.quantity), l.discount).minor).map((b, k) => ({
      id: `${String(i).padStart(3, '0')}.${k}`,
      // One that is missing is refused above as a fact; here it only must be readable.
      hs: f.hs ?? '490199',
      quantity: b.quantity,
      unitPrice: money(b.unit, q.currency),
      origin: f.origin ?? null,
      ...(f.netGrams !== undefined && { netGrams: f.netGrams }),
      ...(f.mlOrG !== undefined && { mlOrG: f.mlOrG }),
      ...(f.pieces !== undefined && { pieces: f.pieces }),
      ...(f.words !== undefined && { facts: f.words }),
    }))
  })

const inputOf = (q: TradeQuery, mode: Mode, facts: readonly TradeFacts[], reads: QuoteReads) => ({
  destination: q.to,
  shipsFrom: { country: q.from, bonded: mode === '1210' },
  at: q.at,
  mode,
  lines: landedLines(q, facts),
  freight: q.shipping,
  insurance: zero(q.currency),
  discount: zero(q.currency),
  buyer: 'individual' as const,
  ...(reads.used !== null && { used: { value: money(BigInt(reads.used), 'CNY') } }),
  registrations: reads.registrations as Readonly<Record<string, string>>,
  rates: [],
})

function frozen(q: TradeQuery, quote: Quote): Quoted {
  const collected = quote.notices.some(n => n.code === 'collected_by_seller')
  const parts = q.lines.map((_, i) => quote.lines.filter(l => Number.parseInt(l.id, 10) === i))
  const sumOf = (lines: readonly QuoteLine[], key: 'duty' | 'excise' | 'vat' | 'other' | 'tax') =>
    money(
      lines.reduce((t, l) => t + l[key].minor, 0n),
      q.currency,
    )
  return {
    importTax: parts.map(lines => (collected ? sumOf(lines, 'tax') : zero(q.currency))),
    trade: {
      mode: quote.mode,
      collected,
      // What nothing is declared with is not asked for: of a postal parcel the carrier asks itself.
      identityNeeded: quote.quota !== null,
      consent: quote.notices.some(n => n.consent) ? consentVersion : null,
      notices: quote.notices.map(n => n.code),
      quota: quote.quota,
      lines: parts.map(lines => ({
        hs: lines[0]?.hs ?? '',
        duty: sumOf(lines, 'duty'),
        excise: sumOf(lines, 'excise'),
        vat: sumOf(lines, 'vat'),
        other: sumOf(lines, 'other'),
        rules: [...new Set(lines.flatMap(l => l.rules))],
      })),
    },
  }
}
