import { ok, type Result, refuse } from '#base/kernel'
import { isUnitCode, parseDecimal, parseHs } from '#engines/trade'

/** What customs, carriers and buyers ask of one thing. Everything may be missing; what a way of sending needs, `missingFacts` says. */
export interface TradeFacts {
  /** 6, 8 or 10 digits; China's cross-border modes declare 10. */
  readonly hs?: string
  /** Country of origin, two capitals. */
  readonly origin?: string
  readonly netGrams?: number
  readonly grossGrams?: number
  /** Millilitres or grams that one piece holds, decimal text. */
  readonly mlOrG?: string
  /** Sheets or masks in one piece. */
  readonly pieces?: number
  /** Words of the rules: aerosol, fresh, cites … */
  readonly words?: readonly string[]
  /** Name and specification as they are declared. */
  readonly declaredName?: string
  readonly model?: string
  readonly materials?: string
  /** Customs' unit of sale, and the tariff line's legal units with the quantity of one piece in them, decimal text. */
  readonly unit?: string
  readonly legalUnit?: string
  readonly legalQuantity?: string
  readonly legalUnit2?: string
  readonly legalQuantity2?: string
  readonly barcode?: string
  /** Number in the ledger of the bonded warehouse. */
  readonly recordNo?: string
  readonly lot?: string
  readonly shelfLifeDays?: number
  /** Safety papers: ids of media. */
  readonly papers?: readonly string[]
}
export type FactName = keyof TradeFacts

/** Refuses with the fields that can't be: unknown HS codes, countries of another form, units that customs does not have. */
export function checkFacts(f: TradeFacts): Result<TradeFacts, 'invalid_request'> {
  const fields: Record<string, string[]> = {}
  const wrong = (name: FactName, why: string) => void (fields[name] = [why])
  const hs = f.hs === undefined ? null : parseHs(f.hs)
  if (hs && !hs.ok) wrong('hs', hs.code)
  if (f.origin !== undefined && !/^[A-Z]{2}$/.test(f.origin)) wrong('origin', 'two capitals, like JP')
  for (const name of ['unit', 'legalUnit', 'legalUnit2'] as const) {
    const unit = f[name]
    if (unit !== undefined && !isUnitCode(unit)) wrong(name, 'a unit of customs, like 007')
  }
  for (const name of ['mlOrG', 'legalQuantity', 'legalQuantity2'] as const) {
    const text = f[name]
    if (text !== undefined && !parseDecimal(text)) wrong(name, 'a decimal above zero')
  }
  if (f.netGrams !== undefined && f.grossGrams !== undefined && f.grossGrams < f.netGrams) wrong('grossGrams', 'less than net')
  return Object.keys(fields).length === 0
    ? ok(f)
    : refuse('invalid_request', 'Something in the facts is not possible', { fields })
}

/** Of a variant: its own facts over those of its product. */
export const factsOver = (product: TradeFacts | undefined, variant: TradeFacts | undefined): TradeFacts => ({
  ...product,
  ...variant,
})

const declared = ['hs', 'origin', 'netGrams', 'declaredName', 'model', 'unit', 'legalUnit'] as const

/** What must be known before goods can go this way; in the order in which a form asks. 1210 needs the ledger's number as well. */
export function missingFacts(f: TradeFacts, way: string): FactName[] {
  const isCbec = way === '9610' || way === '1210'
  const needed: readonly FactName[] = isCbec ? declared : ['hs', 'origin']
  const missing: FactName[] = needed.filter(name => f[name] === undefined || f[name] === '')
  if (isCbec && f.hs !== undefined && f.hs.replace(/\D/g, '').length < 10) missing.push('hs')
  if (isCbec && f.legalUnit !== undefined && legalPerPiece(f) === null) missing.push('legalQuantity')
  if (way === '1210' && !f.recordNo) missing.push('recordNo')
  return [...new Set(missing)]
}

/** How much of the first legal unit one piece is, in 0.00001: what is said, else kilograms by weight, else one where both units are the same. */
export function legalPerPiece(f: TradeFacts): bigint | null {
  if (f.legalQuantity !== undefined) return parseDecimal(f.legalQuantity)
  if (f.legalUnit === '035' && f.netGrams !== undefined) return BigInt(f.netGrams) * 100n
  return f.legalUnit === f.unit && f.unit !== undefined ? 100_000n : null
}
