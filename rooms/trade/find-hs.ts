import { readFileSync } from 'node:fs'
import type { Texts } from '#base/kernel'
import { type HsCode, type PositiveLine, parseHs, type RuleRow, ruleAt } from '#engines/trade'
import { hsChapters } from './hs-chapters.ts'

/** A subheading: its world-wide code, its name (the official text exists in English only) and its chapter in every language. */
export interface HsName {
  /** What was asked for where that was a whole code, else 6 digits. */
  readonly hs: string
  readonly name: string
  readonly chapter: Texts
}
export interface HsFound {
  readonly items: readonly HsName[]
  /** Why the digits are no code; null for words and for codes that exist. */
  readonly problem: HsCode | null
  /** Which part of the digits does not exist. */
  readonly level: 'chapter' | 'heading' | 'subheading' | null
  /** China's positive list on this code of 8 digits or more; null where it is not listed or the code is shorter. */
  readonly listed: Pick<PositiveLine, 'hs' | 'name' | 'remark'> | null
}
const most = 20

let read: readonly (HsName & { readonly lower: string })[] | null = null
/**
 * 5,612 subheadings with their English names. Source: UN Comtrade, as published in datasets/harmonized-system (ODC Public Domain Dedication and
 * Licence 1.0). Read when first asked for.
 */
const names = () =>
  (read ??= readFileSync(new URL('./hs2022-names.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map(row => {
      const [hs, name] = [row.slice(0, 6), row.slice(7)]
      return { hs, name, chapter: hsChapters.get(hs.slice(0, 2)) ?? {}, lower: name.toLowerCase() }
    }))
const shown = ({ hs, name, chapter }: HsName): HsName => ({ hs, name, chapter })
const nothing: HsFound = { items: [], problem: null, level: null, listed: null }

/** Finds codes by their digits or by words: of a name in English, or of a chapter in any language. At most 20. */
export function findHs(rules: readonly RuleRow[], day: string, text: string): HsFound {
  const digits = text.normalize('NFKC').replace(/[.\s-]/g, '')
  return /^\d+$/.test(digits) ? byDigits(rules, day, digits) : { ...nothing, items: byWords(text) }
}

function byDigits(rules: readonly RuleRow[], day: string, digits: string): HsFound {
  const beginning = () =>
    names()
      .filter(n => n.hs.startsWith(digits))
      .slice(0, most)
      .map(shown)
  const code = parseHs(digits)
  if (!code.ok) {
    const items = digits.length < 6 ? beginning() : []
    const level = code.details?.level as HsFound['level'] | undefined
    return { ...nothing, items, problem: code.code, level: level ?? null }
  }
  const list = ruleAt(rules, 'CN', 'positive-list', day)
  const line = list.ok && digits.length >= 8 ? list.value.params.lines.find(l => l.hs === digits.slice(0, 8)) : undefined
  const named = names().find(n => n.hs === code.value.subheading)
  return {
    ...nothing,
    items: named ? [{ ...shown(named), hs: digits }] : [],
    listed: line ? { hs: line.hs, name: line.name, remark: line.remark } : null,
  }
}

function byWords(text: string): HsName[] {
  const words = text.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const isIn = (where: string) => words.every(w => where.includes(w))
  const chapters = new Set(
    [...hsChapters].flatMap(([number, c]) => (isIn(`${c.en} ${c.ja} ${c.zh}`.toLowerCase()) ? [number] : [])),
  )
  const named = names().filter(n => isIn(n.lower))
  const rest = names().filter(n => chapters.has(n.hs.slice(0, 2)))
  return [...new Set([...named, ...rest])].slice(0, most).map(shown)
}
