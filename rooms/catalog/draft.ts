import { languages, ok, type Result, refuse, type Texts } from '#base/kernel'
import { isGtin } from './gtin.ts'
import type { ProductDraft, ProductOption, Spec } from './product.ts'

/** Trimmed; a language without words is left out. */
export const tidyTexts = (texts: Texts): Texts =>
  Object.fromEntries(languages.flatMap(l => (texts[l]?.trim() ? [[l, texts[l].trim()]] : [])))
export const hasText = (texts: Texts): boolean => languages.some(l => (texts[l] ?? '').trim() !== '')

export const tidySpec = (s: Spec): Spec => ({ name: tidyTexts(s.name), value: tidyTexts(s.value) })

/** Tags without their #, each once, compared without case. */
export function tidyTags(tags: readonly string[]): string[] {
  const seen = new Map<string, string>()
  for (const tag of tags) {
    const plain = tag.normalize('NFKC').trim().replace(/^#+/, '').trim()
    if (plain !== '' && !seen.has(plain.toLowerCase())) seen.set(plain.toLowerCase(), plain)
  }
  return [...seen.values()]
}

/** What a product still lacks before shoppers may read it: fields without a text in any language. */
export const missingTexts = (p: { name: Texts; description: Texts }): ('name' | 'description')[] =>
  (['name', 'description'] as const).filter(field => !hasText(p[field]))

type Mismatch = Result<true, 'option_mismatch'>
const mismatch = (message: string, details: Record<string, unknown>): Mismatch => refuse('option_mismatch', message, details)

/** Every variant is one value of every option, and no two variants are the same choice. */
export function checkChoices(options: readonly ProductOption[], choices: readonly (readonly string[])[]): Mismatch {
  for (const [i, option] of options.entries()) {
    const keys = option.values.map(v => v.key)
    if (new Set(keys).size !== keys.length) return mismatch('Two values of an option have the same key', { option: i })
  }
  const seen = new Set<string>()
  for (const [variant, choice] of choices.entries()) {
    if (choice.length !== options.length)
      return mismatch('A variant needs one value for every option', { variant, options: options.length })
    const wrong = choice.findIndex((key, i) => !options[i]?.values.some(v => v.key === key))
    if (wrong >= 0) return mismatch('A variant names a value that its option does not have', { variant, value: choice[wrong] })
    const key = JSON.stringify(choice)
    if (seen.has(key)) return mismatch('Two variants are the same choice', { variant, choice })
    seen.add(key)
  }
  return ok(true)
}

export type DraftRefused = 'option_mismatch' | 'gtin_invalid' | 'sku_taken' | 'invalid_request'

/** The rules of a draft that need no database. */
export function checkDraft(d: Pick<ProductDraft, 'options' | 'variants'>): Result<true, DraftRefused> {
  const choices = checkChoices(
    d.options,
    d.variants.map(v => v.choice),
  )
  if (!choices.ok) return choices
  const skus = new Set<string>()
  for (const [i, v] of d.variants.entries()) {
    const sku = v.sku.trim()
    if (sku === '')
      return refuse('invalid_request', 'A SKU is empty', { fields: { [`variants.${i}.sku`]: ['must not be empty'] } })
    if (skus.has(sku)) return refuse('sku_taken', 'Two variants have the same SKU', { sku })
    skus.add(sku)
    if (v.gtin && !isGtin(v.gtin))
      return refuse('gtin_invalid', 'The check digit of this GTIN is wrong', { variant: i, gtin: v.gtin })
  }
  return ok(true)
}
