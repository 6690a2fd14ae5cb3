/** Shapes that a clip can have, width to height. */
export const frames = { '9:16': [9, 16], '4:5': [4, 5], '1:1': [1, 1] } as const
export type Frame = keyof typeof frames

/** What can be said of one clip: the numbers that preview, export and server keep alike. */
export const limits = {
  pieces: 40,
  /** Shortest piece, milliseconds: three frames. */
  pieceMs: 100,
  /** Longest result, milliseconds. */
  totalMs: 60_000,
  zoom: 4,
  overlays: 60,
  blurs: 12,
  tags: 10,
  cues: 200,
  words: 300,
  /** 2 is about 6 dB louder. */
  gain: 2,
  fadeMs: 5000,
} as const

/** A span of the result, in whole milliseconds; `to` is not part of it. */
export interface Span {
  readonly from: number
  readonly to: number
}
/** A box on the frame, in shares of its width and height: `x`, `y` are its centre. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
/** A part of one source, shown from `in` to `out` of the source's own time (whole milliseconds). Pieces follow each other. */
export interface Piece {
  readonly id: string
  readonly source: string
  readonly in: number
  readonly out: number
  /** What is seen: 1 covers the frame and no more; more comes nearer. Centre in shares of the source's picture. */
  readonly zoom: number
  readonly x: number
  readonly y: number
}
/**
 * Text or a sticker. What it looks like is a picture, drawn once by the browser that wrote it: so every font and script looks alike in
 * preview, export and server. The words stay beside it, to be written again and to be read aloud.
 */
export interface Overlay extends Box, Span {
  readonly id: string
  readonly kind: 'text' | 'sticker'
  readonly words: string
  /** Style of a text or name of a sticker; only an editor reads it. */
  readonly style: string
  /** Id of the picture. */
  readonly picture: string
}
/** A mosaic over a face or an address. */
export interface Blur extends Box, Span {
  readonly id: string
}
/** A product pinned to a time, and to a place on the frame. */
export interface Tag extends Span {
  readonly product: string
  readonly x: number
  readonly y: number
}
export interface Cue extends Span {
  readonly words: string
}
export interface Music {
  readonly piece: string
  readonly gain: number
  /** Where in the piece it begins, milliseconds. */
  readonly in: number
  /** Fading in and out, milliseconds. */
  readonly fade: number
}
export interface EditList {
  readonly version: 1
  readonly frame: Frame
  readonly pieces: readonly Piece[]
  readonly overlays: readonly Overlay[]
  readonly blurs: readonly Blur[]
  /** Of the sources' own sound; 0 is silence. */
  readonly gain: number
  readonly music: Music | null
  /** Moment of the result that is its cover, milliseconds. */
  readonly cover: number
  readonly tags: readonly Tag[]
  readonly cues: readonly Cue[]
}
/** What has to be known of a source: its picture as it is shown (turned, square pixels), and its length in milliseconds. */
export interface Source {
  readonly width: number
  readonly height: number
  readonly length: number
}

export const pieceLength = (p: Pick<Piece, 'in' | 'out'>): number => p.out - p.in
/** Length of the result, milliseconds. */
export const lengthOf = (e: Pick<EditList, 'pieces'>): number => e.pieces.reduce((sum, p) => sum + pieceLength(p), 0)

export type Problem =
  | 'no_pieces'
  | 'too_many'
  | 'piece_invalid'
  | 'piece_too_short'
  | 'too_long'
  | 'source_unknown'
  | 'box_invalid'
  | 'span_invalid'
  | 'sound_invalid'
  | 'words_too_long'
/** What is wrong, and with which of its parts. */
export interface Wrong {
  readonly problem: Problem
  readonly at: string
}

const whole = (n: number): boolean => Number.isSafeInteger(n) && n >= 0
const share = (n: number): boolean => Number.isFinite(n) && n >= 0 && n <= 1
const within = (n: number, most: number): boolean => Number.isFinite(n) && n >= 0 && n <= most

/** Everything that is wrong with a list; none means that it can be rendered. Whether pictures, products and music are there is not asked here. */
export function check(e: EditList, sources: ReadonlyMap<string, Source>): Wrong[] {
  const wrong: Wrong[] = []
  const say = (bad: boolean, problem: Problem, at: string) => void (bad && wrong.push({ problem, at }))
  say(e.pieces.length === 0, 'no_pieces', 'pieces')
  for (const part of ['pieces', 'overlays', 'blurs', 'tags', 'cues'] as const)
    say(e[part].length > limits[part], 'too_many', part)
  for (const p of e.pieces) checkPiece(p, sources.get(p.source), (bad, problem) => say(bad, problem, p.id))
  const length = lengthOf(e)
  say(length > limits.totalMs, 'too_long', 'pieces')
  const span = (s: Span, at: string) =>
    say(!whole(s.from) || !whole(s.to) || s.to <= s.from || s.from >= length, 'span_invalid', at)
  const box = (b: Box, at: string) =>
    say(![b.x, b.y].every(share) || ![b.width, b.height].every(n => within(n, 2) && n >= 0.01), 'box_invalid', at)
  for (const o of e.overlays) {
    span(o, o.id)
    box(o, o.id)
    say(o.words.length > limits.words, 'words_too_long', o.id)
  }
  for (const b of e.blurs) {
    span(b, b.id)
    box(b, b.id)
  }
  for (const [i, t] of e.tags.entries()) {
    span(t, `tags.${i}`)
    say(!share(t.x) || !share(t.y), 'box_invalid', `tags.${i}`)
  }
  for (const [i, c] of e.cues.entries()) {
    span(c, `cues.${i}`)
    say(c.words.length > limits.words, 'words_too_long', `cues.${i}`)
  }
  const { music } = e
  say(!within(e.gain, limits.gain), 'sound_invalid', 'gain')
  say(
    !!music && !(within(music.gain, limits.gain) && whole(music.in) && within(music.fade, limits.fadeMs)),
    'sound_invalid',
    'music',
  )
  say(!whole(e.cover) || (length > 0 && e.cover >= length), 'span_invalid', 'cover')
  return wrong
}

function checkPiece(p: Piece, source: Source | undefined, say: (bad: boolean, problem: Problem) => void): void {
  say(!source, 'source_unknown')
  const spans = whole(p.in) && whole(p.out) && (!source || p.out <= source.length)
  say(!spans || !share(p.x) || !share(p.y) || !Number.isFinite(p.zoom) || p.zoom < 1 || p.zoom > limits.zoom, 'piece_invalid')
  say(spans && pieceLength(p) < limits.pieceMs, 'piece_too_short')
}
