export interface RateLine {
  readonly from: string
  readonly to: string
  readonly mid: string
  readonly spreadBps: number
}
const shape = /^([A-Z]{3})[,\t;]([A-Z]{3})[,\t;](\d{1,9}(?:\.\d{1,10})?)(?:[,\t;](\d{1,4}))?$/

/** Pasted lines `JPY,CNY,0.0478,150` as rates; a missing spread is none. Wrong lines by their number; empty ones and a head are left out. */
export function readLines(text: string): { readonly rates: readonly RateLine[]; readonly wrong: readonly number[] } {
  const rates: RateLine[] = []
  const wrong: number[] = []
  for (const [i, line] of text.split('\n').entries()) {
    const plain = line.normalize('NFKC').replace(/ /g, '').trim().toUpperCase()
    if (plain === '' || (i === 0 && plain.startsWith('FROM'))) continue
    const [, from = '', to = '', mid = '', spread = '0'] = shape.exec(plain) ?? []
    if (from === '' || from === to || Number(mid) <= 0 || Number(spread) > 1000) wrong.push(i + 1)
    else rates.push({ from, to, mid: mid.replace(/^0+(?=\d)/, ''), spreadBps: Number(spread) })
  }
  return { rates, wrong }
}
