import { type Box, type EditList, type Frame, frames, type Overlay, type Piece, pieceLength, type Source } from './edit-list.ts'

/** Whole pixels from the left and top. */
export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
export interface Size {
  readonly width: number
  readonly height: number
}

const even = (n: number): number => Math.max(2, 2 * Math.round(n / 2))
const down = (n: number): number => 2 * Math.floor(n / 2)

/** The frame with `short` pixels on its short side (its width: frames are upright or square). Codecs of 4:2:0 pictures need even sides. */
export function sizeOf(frame: Frame, short: number): Size {
  const [w, h] = frames[frame]
  return { width: even(short), height: even((short * h) / w) }
}

/** The part of a source's picture that covers the frame at this zoom; moved back inside where the centre is too near to an edge. */
export function cropOf(p: Pick<Piece, 'zoom' | 'x' | 'y'>, source: Pick<Source, 'width' | 'height'>, frame: Frame): Rect {
  const [w, h] = frames[frame]
  const scale = Math.min(source.width / w, source.height / h) / p.zoom
  const width = Math.min(down(source.width), even(w * scale))
  const height = Math.min(down(source.height), even(h * scale))
  const place = (centre: number, whole: number, part: number) =>
    Math.round(Math.min(Math.max(0, centre * whole - part / 2), whole - part))
  return { x: place(p.x, source.width, width), y: place(p.y, source.height, height), width, height }
}

/** A box in pixels of the frame. It may reach over the edge. */
export function rectOf(b: Box, size: Size): Rect {
  const width = Math.max(1, Math.round(b.width * size.width))
  const height = Math.max(1, Math.round(b.height * size.height))
  return { x: Math.round(b.x * size.width - width / 2), y: Math.round(b.y * size.height - height / 2), width, height }
}

/** The part of a rectangle that lies on the frame, on even pixels, and how large a stone of the mosaic is; null when nothing of it does. */
export function mosaicOf(b: Box, size: Size): (Rect & { readonly stone: number }) | null {
  const r = rectOf(b, size)
  const x = down(Math.max(0, r.x))
  const y = down(Math.max(0, r.y))
  const width = down(Math.min(size.width, r.x + r.width) - x)
  const height = down(Math.min(size.height, r.y + r.height) - y)
  // About 24 stones to the width of the frame: letters and faces can't be read, movement can be seen.
  return width < 2 || height < 2 ? null : { x, y, width, height, stone: Math.max(2, Math.round(size.width / 24)) }
}

/** A piece with its place in the result. */
export interface Placed {
  readonly piece: Piece
  readonly from: number
  readonly to: number
}
/** Pieces with the spans of the result that they fill. */
export function timeline(e: Pick<EditList, 'pieces'>): Placed[] {
  let at = 0
  return e.pieces.map(piece => {
    const from = at
    at += pieceLength(piece)
    return { piece, from, to: at }
  })
}

export interface Picture {
  readonly piece: Piece
  /** Moment of the source, milliseconds. */
  readonly at: number
  readonly crop: Rect
  readonly mosaics: readonly (Rect & { readonly stone: number })[]
  /** From below to above. */
  readonly overlays: readonly (Rect & { readonly overlay: Overlay })[]
}

const holds = (t: number) => (s: { from: number; to: number }) => s.from <= t && t < s.to

/**
 * What stands on the frame at a moment of the result (milliseconds): the source's picture, mosaics over it, then pictures of text and
 * stickers in their order. Preview, export and server all draw this. Null before the beginning and after the end.
 */
export function layout(e: EditList, t: number, sources: ReadonlyMap<string, Source>, size: Size): Picture | null {
  const placed = timeline(e).find(holds(t))
  const source = placed && sources.get(placed.piece.source)
  if (!placed || !source) return null
  const { piece, from } = placed
  return {
    piece,
    at: piece.in + (t - from),
    crop: cropOf(piece, source, e.frame),
    mosaics: e.blurs.filter(holds(t)).flatMap(b => mosaicOf(b, size) ?? []),
    overlays: e.overlays.filter(holds(t)).map(overlay => ({ ...rectOf(overlay, size), overlay })),
  }
}
