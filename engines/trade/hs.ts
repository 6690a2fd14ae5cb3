import { ok, type Result, refuse } from '#base/kernel'
import { hs2022 } from './rules/hs2022.ts'

/** A code of the Harmonised System 2022: 6 digits are the world's, the 7th to 10th are the country's own. */
export interface Hs {
  /** All digits, without dots. */
  readonly digits: string
  readonly chapter: string
  readonly heading: string
  readonly subheading: string
}
export type HsCode = 'hs_form' | 'hs_unknown'

const known = new Map<string, ReadonlySet<string>>()
for (const word of hs2022.trim().split(/\s+/)) {
  const [heading, tails] = word.split(':') as [string, string]
  known.set(heading, new Set(tails.split('.')))
}

/**
 * Reads `3304.99`, `33049900` or `3304.99.00.29`. Refuses what has not 6, 8 or 10 digits (`hs_form`), and what the 2022
 * edition does not know at 6 digits (`hs_unknown`), with the reason: no such chapter (there is no 77, and 98 and 99 are national),
 * heading or subheading. The digits behind the sixth are not checked here: they are in each country's own table.
 */
export function parseHs(text: string): Result<Hs, HsCode> {
  const digits = text.trim().replace(/[.\s]/g, '')
  if (!/^(\d{6}|\d{8}|\d{10})$/.test(digits)) return refuse('hs_form', 'An HS code has 6, 8 or 10 digits', { hs: text })
  const [chapter, heading, subheading] = [digits.slice(0, 2), digits.slice(0, 4), digits.slice(0, 6)]
  const tails = known.get(heading)
  if (!tails) {
    const level = chapter === '00' || chapter === '77' || chapter > '97' ? 'chapter' : 'heading'
    return refuse('hs_unknown', `HS 2022 has no ${level} ${level === 'chapter' ? chapter : heading}`, { hs: digits, level })
  }
  if (!tails.has(digits.slice(4, 6)))
    return refuse('hs_unknown', `HS 2022 has no subheading ${subheading}`, { hs: digits, level: 'subheading' })
  return ok({ digits, chapter, heading, subheading })
}

/** The entry whose `hs` is the longest beginning of the code; null when none is. Of equals the first. */
export function byLongestPrefix<T extends { readonly hs: string }>(rows: readonly T[], digits: string): T | null {
  let best: T | null = null
  for (const row of rows) if (digits.startsWith(row.hs) && (best === null || row.hs.length > best.hs.length)) best = row
  return best
}
export const hasPrefix = (prefixes: readonly string[], digits: string): boolean => prefixes.some(p => digits.startsWith(p))
