/** Hundredths of a percent of what was typed, `3`, `3.25` or `３，２５ %`; null when it is no percentage from 0 to 100 with two places. */
export function bpsOf(typed: string): number | null {
  const text = typed.normalize('NFKC').replace('%', '').replace(',', '.').trim()
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(text)) return null
  const [whole = '', part = ''] = text.split('.')
  const bps = Number(whole) * 100 + Number(part.padEnd(2, '0'))
  return bps <= 10_000 ? bps : null
}
