import type { Overlay } from '#engines/edit'
import { langTag } from '../../i18n/core.ts'
import { evenLines } from './line-breaks.ts'
import { stickerOf } from './stickers.ts'

export const textStyles = ['plain', 'box', 'bold'] as const
export type TextStyle = (typeof textStyles)[number]
/** Colours of texts, each with the one that can be read on it. */
export const textColours = {
  white: ['#ffffff', '#1b2430'],
  ink: ['#1b2430', '#ffffff'],
  gold: ['#f6c945', '#1b2430'],
  red: ['#d93a2b', '#ffffff'],
  green: ['#12805c', '#ffffff'],
  blue: ['#2f5fd0', '#ffffff'],
} as const
export type TextColour = keyof typeof textColours

/** What a text or sticker looks like, without where and when. */
export type Look = Pick<Overlay, 'kind' | 'style' | 'words'>
export const pictureId = ({ kind, style, words }: Look): string => `${kind}/${style}/${words}`
export const styleOf = (style: string): { readonly style: TextStyle; readonly colour: TextColour } => {
  const [a, b] = style.split('.')
  return {
    style: textStyles.find(s => s === a) ?? 'plain',
    colour: (Object.keys(textColours) as TextColour[]).find(c => c === b) ?? 'white',
  }
}

/** Pictures are drawn this much larger than they stand on a frame of 720: so they stay sharp when they are made larger. */
export const oversize = 2
const letter = 50 * oversize
/** So that a text fits between the words and buttons that the feed lays over a clip. */
const most = 510 * oversize
/** Width of a sticker on that frame, and the least edge around everything. */
const stickerWide = 150 * oversize
const edge = 10 * oversize

const drawn = new Map<string, HTMLCanvasElement>()
/** The picture of a text or sticker. Drawn once; preview, export and upload all take this one. */
export function pictureOf(look: Look): HTMLCanvasElement {
  const id = pictureId(look)
  const known = drawn.get(id)
  if (known) return known
  const canvas = look.kind === 'text' ? drawText(look) : drawSticker(look)
  if (drawn.size > 300) drawn.clear()
  drawn.set(id, canvas)
  return canvas
}
/** By the id in an edit list. */
export const pictureById = (list: { overlays: readonly Overlay[] }, id: string): HTMLCanvasElement | null => {
  const overlay = list.overlays.find(o => o.picture === id)
  return overlay ? pictureOf(overlay) : null
}
/** Its size on a frame of this height, in shares. */
export function naturalSize(look: Look, frameHeight: number): { readonly width: number; readonly height: number } {
  const { width, height } = pictureOf(look)
  return { width: width / oversize / 720, height: height / oversize / frameHeight }
}

function sheet(width: number, height: number): [HTMLCanvasElement, CanvasRenderingContext2D] {
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil(width)
  canvas.height = Math.ceil(height)
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no canvas')
  return [canvas, pen]
}
const fontOf = (size: number, weight: number): string => `${weight} ${size}px ${getComputedStyle(document.body).fontFamily}`

function drawText({ words, style: name }: Look): HTMLCanvasElement {
  const { style, colour } = styleOf(name)
  const font = fontOf(letter, style === 'bold' ? 900 : 700)
  const [, ruler] = sheet(1, 1)
  ruler.font = font
  const lines = evenLines(words || ' ', most, text => ruler.measureText(text).width, langTag())
  const widths = lines.map(line => ruler.measureText(line).width)
  const step = letter * 1.32
  const pad = style === 'box' ? letter * 0.4 : edge
  const [canvas, pen] = sheet(Math.max(...widths, letter) + 2 * pad, lines.length * step + 2 * pad * 0.7)
  const [own, other] = textColours[colour]
  if (style === 'box') {
    pen.fillStyle = own
    pen.beginPath()
    pen.roundRect(0, 0, canvas.width, canvas.height, letter * 0.3)
    pen.fill()
  }
  Object.assign(pen, { font, textAlign: 'center', textBaseline: 'middle', lineJoin: 'round' })
  for (const [i, line] of lines.entries()) {
    const [x, y] = [canvas.width / 2, pad * 0.7 + step * (i + 0.52)]
    if (style !== 'box')
      outline(pen, line, [x, y], style === 'bold' ? [other, letter * 0.2] : ['rgb(0 0 0 / 0.55)', letter * 0.07])
    pen.fillStyle = style === 'box' ? other : own
    pen.fillText(line, x, y)
  }
  return canvas
}
function outline(pen: CanvasRenderingContext2D, line: string, [x, y]: [number, number], [colour, width]: [string, number]): void {
  pen.strokeStyle = colour
  pen.lineWidth = width
  pen.strokeText(line, x, y)
}

function drawSticker({ words, style }: Look): HTMLCanvasElement {
  const sticker = stickerOf(style)
  const wide = sticker.wide ?? 1
  const unit = stickerWide / 100
  const [canvas, pen] = sheet(100 * wide * unit + 2 * edge, 100 * unit + 2 * edge)
  pen.translate(edge, edge)
  pen.scale(unit, unit)
  pen.lineJoin = 'round'
  pen.lineCap = 'round'
  // A white edge, as if it were cut out of paper: so it is seen on every picture.
  pen.strokeStyle = '#ffffff'
  for (const s of sticker.shapes) {
    pen.lineWidth = (s.line ?? 0) + 9
    pen.stroke(new Path2D(s.path))
  }
  for (const s of sticker.shapes) {
    const path = new Path2D(s.path)
    pen.fillStyle = pen.strokeStyle = s.fill
    pen.lineWidth = s.line ?? 0
    if (s.line) pen.stroke(path)
    else pen.fill(path)
  }
  const at = sticker.words
  if (!at || !words) return canvas
  Object.assign(pen, { textAlign: 'center', textBaseline: 'middle', fillStyle: at.fill, font: fontOf(at.size, 800) })
  const width = pen.measureText(words).width
  if (width > at.width) pen.font = fontOf((at.size * at.width) / width, 800)
  pen.fillText(words, at.x, at.y)
  return canvas
}

/** As the file that the server overlays. */
export const asPng = (picture: HTMLCanvasElement): Promise<Blob> =>
  new Promise((resolve, reject) => picture.toBlob(blob => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'))
