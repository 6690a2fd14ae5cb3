import { currencies, type Language, type Money, textIn } from '#base/kernel'
import { mm, type Paper, printPaper } from '#base/paper'
import { type Invoice, invoiceOf } from './invoice.ts'
import type { Order } from './order.ts'
import { paperWords } from './paper-words.ts'
import { type Pieces, unsentOf } from './parcels.ts'

/** 12,345.60 CNY: digits that every reader knows, and the code, because ¥ is two currencies. */
function amount({ minor, currency }: Money): string {
  const digits = currencies[currency]
  const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0')
  const whole = text.slice(0, text.length - digits).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${minor < 0n ? '-' : ''}${whole}${digits > 0 ? `.${text.slice(-digits)}` : ''} ${currency}`
}
const day = (at: Date): string => at.toISOString().slice(0, 10)
const left = mm(18)
const bottom = mm(24)

/** An invoice on A4, in one language; more pages when there are many lines. */
export function invoicePaper(o: Order, language: Language): Promise<Buffer> {
  const [i, w] = [invoiceOf(o), paperWords[language]]
  return printPaper('A4', `${w.invoice} ${i.number}`, paper => {
    const right = paper.width - left
    const wide = right - left
    let y = paper.text(left, mm(18), i.qualified ? w.qualified : w.invoice, { size: 18 }) + mm(2)
    if (i.buyer) y = paper.text(left, y, `${i.buyer}${w.honorific}`, { size: 12, width: wide / 2 })
    const facts = [
      `${w.number} ${i.number}`,
      `${w.issued} ${day(i.issued)}`,
      `${w.supplied} ${day(i.supplied)}`,
      '',
      i.seller.legalName || textIn(i.seller.shop, language),
      i.seller.address,
      i.seller.phone,
      i.seller.invoiceNumber ? `${w.registration} ${i.seller.invoiceNumber}` : '',
    ]
    let side = mm(18)
    for (const fact of facts) side = paper.text(left + wide * 0.55, side, fact || ' ', { width: wide * 0.45 })
    y = Math.max(y, side) + mm(6)
    y = invoiceLines(paper, i, language, y)
    invoiceSums(paper, i, language, y)
  })
}

/** Columns of the invoice, as shares of its width. */
const columns = [0.52, 0.1, 0.18, 0.2] as const
const sums = [0.1, 0.1, 0.6, 0.2] as const
function row(paper: Paper, y: number, cells: readonly string[], grey = false, widths: readonly number[] = columns): number {
  const wide = paper.width - 2 * left
  let x = left
  let below = y
  cells.forEach((cell, n) => {
    const width = wide * (widths[n] ?? 0)
    below = Math.max(below, paper.text(x, y, cell, { width: width - mm(2), align: n === 0 ? 'left' : 'right', grey }))
    x += width
  })
  return below
}
function invoiceLines(paper: Paper, i: Invoice, language: Language, from: number): number {
  const w = paperWords[language]
  const head = (y: number) => {
    const below = row(paper, y, [w.goods, w.quantity, w.unit, w.amount], true) + mm(1)
    paper.line(left, below, paper.width - left, below)
    return below + mm(2)
  }
  let y = head(from)
  for (const l of i.lines) {
    if (y > paper.height - bottom) {
      paper.page()
      y = head(mm(18))
    }
    const name = [textIn(l.name, language), ...l.choice.map(c => textIn(c, language))].join(' / ')
    y = row(paper, y, [`${name}${l.reduced ? ' ※' : ''}`, String(l.quantity), amount(l.unit), amount(l.amount)]) + mm(1)
  }
  paper.line(left, y, paper.width - left, y)
  return y + mm(2)
}
function invoiceSums(paper: Paper, i: Invoice, language: Language, from: number): void {
  const w = paperWords[language]
  const some = (m: Money, word: string, minus = false): [string, string][] =>
    m.minor === 0n ? [] : [[word, amount(minus ? { ...m, minor: -m.minor } : m)]]
  const rows: [string, string][] = [
    ...some(i.discount, w.discount, true),
    ...some(i.shipping, w.shipping),
    ...some(i.importTax, w.importTax),
    [w.total, amount(i.total)],
    ...i.bands.flatMap((b): [string, string][] => [
      [w.band(b.percent), amount(b.amount)],
      [w.tax, amount(b.tax)],
    ]),
    ...some(i.refunded, w.refunded, true),
  ]
  let y = from
  if (y + rows.length * mm(5) > paper.height - mm(10)) {
    paper.page()
    y = mm(18)
  }
  for (const [word, sum] of rows) y = row(paper, y, ['', '', word, sum], false, sums)
  if (i.lines.some(l => l.reduced)) paper.text(left, y + mm(3), w.reduced)
}

/** What is in the parcel that is packed or shipped next; without one, what is still to be sent. */
function contentsOf(o: Order): Pieces[] {
  const parcel = o.parcels.findLast(p => p.state === 'packed') ?? o.parcels.findLast(p => p.state === 'shipped')
  if (parcel) return [...parcel.contents]
  return o.lines.map(l => ({ line: l.id, quantity: unsentOf(o, l) })).filter(p => p.quantity > 0)
}

/** Packing slips of some orders, a page or more each; no prices, because it may be a present. In each buyer's own language. */
export function slipPaper(orders: readonly Order[]): Promise<Buffer> {
  return printPaper('A4', 'Packing slips', paper => {
    orders.forEach((o, n) => {
      if (n > 0) paper.page()
      const w = paperWords[o.language]
      let y = paper.text(left, mm(18), w.slip, { size: 18 }) + mm(2)
      y = paper.text(left, y, `${w.number} ${o.number}   ${day(o.paidAt ?? o.placed)}`) + mm(2)
      y = paper.text(left, y, `${w.from}: ${textIn(o.shop.name, o.language)}`)
      y = paper.text(left, y, `${w.to}: ${addressLines(o).join('\n')}`) + mm(4)
      y = row(paper, y, [w.goods, w.quantity, 'SKU', ''], true) + mm(1)
      paper.line(left, y, paper.width - left, y)
      y += mm(2)
      for (const c of contentsOf(o)) {
        const l = o.lines.find(x => x.id === c.line)
        if (!l) continue
        if (y > paper.height - bottom) {
          paper.page()
          y = mm(18)
        }
        const name = [textIn(l.name, o.language), ...l.choice.map(t => textIn(t, o.language))].join(' / ')
        y = row(paper, y, [name, String(c.quantity), l.sku, '']) + mm(1)
      }
    })
  })
}

const countryName = new Intl.DisplayNames(['en'], { type: 'region' })
/** The way of writing in the country of destination: the largest place first in East Asia. The country last, in English, for the carrier. */
function addressLines(o: Order): string[] {
  const a = o.address
  if (!a) return []
  const east = ['JP', 'CN', 'TW', 'HK', 'KR'].includes(a.country)
  const country = a.country === o.shop.country ? [] : [countryName.of(a.country) ?? a.country]
  const name = `${a.name}${paperWords[o.language].honorific}`
  if (!east) return [name, a.line, `${a.city}, ${a.region} ${a.postcode}`, ...country]
  return [a.country === 'JP' ? `〒${a.postcode}` : a.postcode, `${a.region}${a.city}`, a.line, name, ...country]
}

/** Address labels on A6, one an order. */
export function labelPaper(orders: readonly Order[]): Promise<Buffer> {
  return printPaper('A6', 'Labels', paper => {
    const edge = mm(8)
    const width = paper.width - 2 * edge
    orders.forEach((o, n) => {
      if (n > 0) paper.page()
      const w = paperWords[o.language]
      let y = paper.text(edge, edge, w.to, { size: 8, grey: true })
      for (const line of addressLines(o)) y = paper.text(edge, y, line, { size: 13, width, lines: 4 })
      if (o.address?.phone) y = paper.text(edge, y + mm(1), o.address.phone, { size: 10 })
      const foot = paper.height - mm(38)
      paper.line(edge, foot, paper.width - edge, foot)
      y = paper.text(edge, foot + mm(2), w.from, { size: 8, grey: true })
      const seller = [o.shop.seller?.legalName || textIn(o.shop.name, o.language), o.shop.seller?.address, o.shop.seller?.phone]
      for (const line of seller) if (line) y = paper.text(edge, y, line, { size: 9, width, lines: 3 })
      paper.text(edge, paper.height - mm(9), `${w.number} ${o.number}`, { size: 8, width, align: 'right' })
    })
  })
}
