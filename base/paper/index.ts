/** Paper: PDF pages with Latin, Japanese and Simplified Chinese text. No words of its own; who draws says where everything stands. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'

/** Points: 72 to an inch. */
export const mm = (n: number): number => (n * 72) / 25.4
export const sizes = { A4: [mm(210), mm(297)], A6: [mm(105), mm(148)] } as const
export type PaperSize = keyof typeof sizes

export interface TextStyle {
  /** In points; 9 unless said. */
  readonly size?: number
  /** Longer text is broken into lines. */
  readonly width?: number
  readonly align?: 'left' | 'right'
  /** Lines at most; the rest is cut with an ellipsis. */
  readonly lines?: number
  readonly grey?: boolean
}
export interface Paper {
  readonly width: number
  readonly height: number
  /** Writes at (x, y) from the upper left corner; answers the y below it. Characters that no font has are drawn as 〓. */
  text(x: number, y: number, text: string, style?: TextStyle): number
  line(x1: number, y1: number, x2: number, y2: number): void
  page(): void
}

const require = createRequire(import.meta.url)
/** In the order in which they are asked for a character: Japanese forms first, then what only Simplified Chinese has. */
const fontFiles = {
  jp: () => require.resolve('@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf'),
  sc: () => new URL('./fonts/noto-sans-sc-gb2312.ttf', import.meta.url),
} as const
type Font = keyof typeof fontFiles
const loaded = new Map<Font, Buffer>()
function fontBytes(name: Font): Buffer {
  const bytes = loaded.get(name) ?? readFileSync(fontFiles[name]())
  loaded.set(name, bytes)
  return bytes
}
interface Face {
  readonly font: {
    readonly unitsPerEm: number
    hasGlyphForCodePoint(point: number): boolean
    glyphForCodePoint(point: number): { readonly advanceWidth: number }
  }
}
/** A character with its font and its width in ems. */
interface Glyph {
  readonly font: Font
  readonly char: string
  readonly width: number
}
/** What was looked up once; fonts don't change while the process runs. At most the few ten thousand characters of the fonts, and 〓 for the rest. */
const glyphs = new Map<string, Glyph>()
const missing = '〓'

/** Draws a document; only the characters that it uses are embedded. */
export async function printPaper(size: PaperSize, title: string, draw: (paper: Paper) => void): Promise<Buffer> {
  const doc = new PDFDocument({
    size: [...sizes[size]],
    margin: 0,
    info: { Title: title, Producer: 'Enishi', Creator: 'Enishi' },
  })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject))
  draw(paperOn(doc, sizes[size]))
  doc.end()
  await ended
  return Buffer.concat(chunks)
}

function paperOn(doc: InstanceType<typeof PDFDocument>, [width, height]: readonly [number, number]): Paper {
  const faces = new Map<Font, Face>()
  const face = (name: Font): Face => {
    const known = faces.get(name)
    if (known) return known
    doc.registerFont(name, fontBytes(name)).font(name)
    const made = (doc as unknown as { _font: Face })._font
    faces.set(name, made)
    return made
  }
  const find = (char: string): Glyph | null => {
    const point = char.codePointAt(0) ?? 0
    for (const name of ['jp', 'sc'] as const) {
      const { font } = face(name)
      if (font.hasGlyphForCodePoint(point))
        return { font: name, char, width: font.glyphForCodePoint(point).advanceWidth / font.unitsPerEm }
    }
    return null
  }
  const glyphOf = (char: string): Glyph => {
    if (char === '\n') return { font: 'jp', char, width: 0 }
    const known = glyphs.get(char) ?? find(char)
    if (known) glyphs.set(char, known)
    return known ?? glyphOf(missing)
  }
  return {
    width,
    height,
    page: () => void doc.addPage(),
    line: (x1, y1, x2, y2) => void doc.moveTo(x1, y1).lineTo(x2, y2).lineWidth(0.5).strokeColor('#888888').stroke(),
    text(x, y, text, { size = 9, width: most = width - x, align = 'left', lines = 200, grey = false } = {}) {
      const rows = breakRows([...clean(text)].map(glyphOf), most / size)
      const last = [...(rows[lines - 1] ?? []).slice(0, -1), glyphOf('…')]
      for (const row of rows.length > lines ? [...rows.slice(0, lines - 1), last] : rows) {
        let at = align === 'right' ? x + most - widthOf(row) * size : x
        for (const run of runsOf(row)) {
          const name = run[0]?.font ?? 'jp'
          // A character may be known from another document, and its font not yet be in this one.
          face(name)
          doc.font(name).fontSize(size)
          doc.fillColor(grey ? '#666666' : '#000000')
          doc.text(run.map(g => g.char).join(''), at, y + size * 0.95, { lineBreak: false, baseline: 'alphabetic' })
          at += widthOf(run) * size
        }
        y += size * 1.45
      }
      return y
    },
  }
}
const widthOf = (row: readonly Glyph[]): number => row.reduce((sum, g) => sum + g.width, 0)

/** Line breaks stay; other characters that draw nothing are spaces. */
const clean = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, c => (c === '\n' ? c : ' '))

/** Neighbours of one font together. */
function runsOf(row: readonly Glyph[]): Glyph[][] {
  const runs: Glyph[][] = []
  for (const g of row) {
    const last = runs.at(-1)
    if (last && last[0]?.font === g.font) last.push(g)
    else runs.push([g])
  }
  return runs
}

/** Breaks at spaces where there are some, else between any two characters, as Japanese and Chinese do. `most` is in ems. */
function breakRows(glyphs: readonly Glyph[], most: number): Glyph[][] {
  const rows: Glyph[][] = []
  let row: Glyph[] = []
  let used = 0
  for (const g of glyphs) {
    const ends = g.char === '\n'
    if (ends || (used + g.width > most && row.length > 0)) {
      const space = ends || g.char === ' ' ? -1 : row.findLastIndex(r => r.char === ' ')
      const rest = space > 0 ? row.splice(space + 1) : []
      rows.push(row)
      row = rest
      used = widthOf(rest)
    }
    if (ends || (g.char === ' ' && row.length === 0 && rows.length > 0)) continue
    row.push(g)
    used += g.width
  }
  rows.push(row)
  return rows
}
