/** One coloured shape of a sticker, on a field of 100 by 100; `line` draws its edge instead of filling it. */
interface Shape {
  readonly path: string
  readonly fill: string
  readonly line?: number
}
export interface Sticker {
  readonly shapes: readonly Shape[]
  /** Where words stand, if it has any: middle, width and height of the letters, colour. */
  readonly words?: {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly size: number
    readonly fill: string
  }
  /** Width to height, where it is not 1; the field is then as many times wider. */
  readonly wide?: number
}

const gold = '#f6c945'
const ink = '#1b2430'
const red = '#e5483a'
const green = '#2fa37c'
const blue = '#3b6ee0'
const white = '#ffffff'

const round = (n: number): number => Math.round(n * 10) / 10
/** A star of so many points. */
function star(points: number, outer: number, inner: number): string {
  const corner = (i: number) => {
    const r = i % 2 ? inner : outer
    const a = (Math.PI * i) / points - Math.PI / 2
    return `${round(50 + r * Math.cos(a))} ${round(50 + r * Math.sin(a))}`
  }
  return `M${Array.from({ length: points * 2 }, (_, i) => corner(i)).join('L')}Z`
}
const disc = (x: number, y: number, r: number): string =>
  `M${x - r} ${y}A${r} ${r} 0 1 1 ${x + r} ${y}A${r} ${r} 0 1 1 ${x - r} ${y}Z`
/** Petals around a middle. */
function petals(count: number, far: number, r: number): string {
  return Array.from({ length: count }, (_, i) => {
    const a = (2 * Math.PI * i) / count - Math.PI / 2
    return disc(round(50 + far * Math.cos(a)), round(50 + far * Math.sin(a)), r)
  }).join('')
}
const heart = 'M50 88C20 66 8 50 8 33C8 19 19 10 31 10C39 10 46 14 50 22C54 14 61 10 69 10C81 10 92 19 92 33C92 50 80 66 50 88Z'
const bubble = 'M18 12H182Q194 12 194 24V64Q194 76 182 76H64L40 94L44 76H18Q6 76 6 64V24Q6 12 18 12Z'
const tag = 'M40 14H204Q214 14 214 24V76Q214 86 204 86H40L8 50Z'

/** The set, in the order in which it is offered. Drawn by us: no picture of somebody else's, and sharp at every size. */
export const stickers = {
  price: {
    shapes: [
      { path: tag, fill: gold },
      { path: disc(36, 50, 7), fill: ink },
    ],
    words: { x: 126, y: 52, width: 150, size: 40, fill: ink },
    wide: 2.2,
  },
  say: { shapes: [{ path: bubble, fill: white }], words: { x: 100, y: 45, width: 168, size: 30, fill: ink }, wide: 2 },
  burst: { shapes: [{ path: star(14, 48, 38), fill: red }], words: { x: 50, y: 51, width: 62, size: 22, fill: white } },
  seal: {
    shapes: [
      { path: disc(50, 50, 44), fill: green },
      { path: disc(50, 50, 37), fill: white, line: 2.5 },
    ],
    words: { x: 50, y: 51, width: 58, size: 20, fill: white },
  },
  heart: { shapes: [{ path: heart, fill: red }] },
  star: { shapes: [{ path: star(5, 46, 21), fill: gold }] },
  sparkle: {
    shapes: [
      { path: 'M44 12Q48 46 80 52Q48 58 44 92Q40 58 8 52Q40 46 44 12Z', fill: gold },
      { path: 'M78 8Q80 22 94 24Q80 26 78 40Q76 26 62 24Q76 22 78 8Z', fill: gold },
    ],
  },
  check: {
    shapes: [
      { path: disc(50, 50, 42), fill: green },
      { path: 'M30 51L45 66L72 36', fill: white, line: 10 },
    ],
  },
  cross: {
    shapes: [
      { path: disc(50, 50, 42), fill: red },
      { path: 'M34 34L66 66M66 34L34 66', fill: white, line: 10 },
    ],
  },
  question: {
    shapes: [
      { path: disc(50, 50, 42), fill: blue },
      { path: 'M37 39C37 24 63 24 63 40C63 51 50 50 50 61M50 73V74', fill: white, line: 9 },
    ],
  },
  exclaim: {
    shapes: [
      { path: 'M50 8L94 86H6Z', fill: gold },
      { path: 'M50 36V58M50 72V73', fill: ink, line: 9 },
    ],
  },
  arrow: { shapes: [{ path: 'M8 40H54V16L94 50L54 84V60H8Z', fill: blue }] },
  down: { shapes: [{ path: 'M40 8H60V54H84L50 94L16 54H40Z', fill: gold }] },
  ring: {
    shapes: [{ path: 'M50 14C78 12 92 30 90 52C88 76 66 90 44 86C20 82 8 64 12 44C16 24 34 14 58 18', fill: red, line: 7 }],
  },
  under: { shapes: [{ path: 'M6 22Q100 4 194 20M30 42Q110 26 176 40', fill: gold, line: 9 }], wide: 2 },
  fire: {
    shapes: [
      {
        path: 'M52 6C58 26 84 36 82 64C81 82 67 94 50 94C33 94 19 82 18 64C17 50 26 42 30 30C36 36 38 40 40 46C48 36 54 24 52 6Z',
        fill: red,
      },
      {
        path: 'M52 48C56 58 66 62 65 75C64 85 58 90 50 90C42 90 36 85 35 76C34 68 40 64 43 58C46 61 47 63 48 66C51 61 53 55 52 48Z',
        fill: gold,
      },
    ],
  },
  sun: {
    shapes: [
      { path: star(12, 47, 33), fill: gold },
      { path: disc(50, 50, 24), fill: '#fff3c4' },
    ],
  },
  flower: {
    shapes: [
      { path: petals(5, 26, 20), fill: '#f4a3b8' },
      { path: disc(50, 50, 12), fill: gold },
    ],
  },
  leaf: {
    shapes: [
      { path: 'M14 86C8 40 36 10 90 12C92 62 62 92 22 80Z', fill: green },
      { path: 'M18 84Q46 62 72 32', fill: white, line: 4 },
    ],
  },
  drop: { shapes: [{ path: 'M50 6C66 32 80 46 80 64C80 82 67 94 50 94C33 94 20 82 20 64C20 46 34 32 50 6Z', fill: blue }] },
  cup: {
    shapes: [
      { path: 'M16 36H74V66Q74 88 52 88H38Q16 88 16 66Z', fill: blue },
      { path: 'M74 44H82Q92 44 92 54Q92 66 80 66H74', fill: blue, line: 7 },
      { path: 'M34 26Q28 18 34 8M54 26Q48 18 54 8', fill: ink, line: 4 },
    ],
  },
  gift: {
    shapes: [
      { path: 'M14 44H86V90H14ZM8 28H92V46H8Z', fill: red },
      { path: 'M44 28H56V90H44Z', fill: gold },
      { path: 'M50 28C34 28 28 8 40 8C48 8 50 18 50 28C50 18 52 8 60 8C72 8 66 28 50 28', fill: gold, line: 6 },
    ],
  },
  crown: { shapes: [{ path: 'M10 80L6 30L32 50L50 16L68 50L94 30L90 80Z', fill: gold }] },
  note: { shapes: [{ path: 'M38 14L86 6V64A16 13 0 1 1 76 52V26L48 31V76A16 13 0 1 1 38 64Z', fill: ink }] },
} as const satisfies Record<string, Sticker>

export type StickerName = keyof typeof stickers
export const stickerNames = Object.keys(stickers) as StickerName[]
export const isSticker = (name: string): name is StickerName => Object.hasOwn(stickers, name)
export const stickerOf = (name: string): Sticker => stickers[isSticker(name) ? name : 'star']
