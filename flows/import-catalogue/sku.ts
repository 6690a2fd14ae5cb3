import { createHash } from 'node:crypto'

/** A SKU for a variant that has none at its source: the same each time, so that importing again finds it. */
export function madeSku(ref: string, choice: readonly string[]): string {
  const words = [ref, ...choice].map(w =>
    w
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, ''),
  )
  const whole = words.filter(w => w !== '').join('-')
  if (whole.length > 0 && whole.length <= 64) return whole
  return `${whole.slice(0, 50)}-${createHash('sha256')
    .update(JSON.stringify([ref, choice]))
    .digest('hex')
    .slice(0, 12)}`
}
