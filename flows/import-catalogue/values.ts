import { tidyTags } from '#rooms/catalog'
import { limits, type Warning } from './feed-product.ts'

/** A whole number of things; null when it is none, negative or beyond what can be kept. Full-width digits count. */
export function countOf(text: string, most = 1_000_000): number | null {
  const plain = text.normalize('NFKC').trim().replace(/\.0+$/, '')
  return /^\d{1,9}$/.test(plain) && Number(plain) <= most ? Number(plain) : null
}

/** Within its limit, said when something was cut off. Null when empty. */
export function cut(text: string, most: number, warnings: Warning[], row: number): string | null {
  const whole = text.trim()
  if (whole.length <= most) return whole || null
  warnings.push({ code: 'text_cut', row })
  return whole.slice(0, most).trim()
}

/** Spreadsheets lose leading zeros and programs protect them with an apostrophe. */
export function gtinOf(text: string, isGtin: (gtin: string) => boolean): string | null {
  const plain = text.normalize('NFKC').replace(/^'/, '').replace(/[\s-]/g, '')
  return isGtin(plain) ? plain : null
}

/** The address of a picture; null when it can be none. */
export function pictureOf(text: string): string | null {
  const url = text.trim()
  return url.length <= 2000 && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : null
}

export function tagsOf(text: string, warnings: Warning[], row: number): string[] {
  const all = tidyTags(text.split(/[,、，]/).map(t => t.slice(0, 60)))
  if (all.length > limits.tags) warnings.push({ code: 'tags_cut', row })
  return all.slice(0, limits.tags)
}
