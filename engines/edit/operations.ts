import {
  type EditList,
  type Frame,
  frames,
  lengthOf,
  limits,
  type Piece,
  pieceLength,
  type Source,
  type Span,
} from './edit-list.ts'
import { timeline } from './layout.ts'

const clamp = (n: number, low: number, high: number): number => Math.min(Math.max(n, low), Math.max(low, high))
/** Two editors that never meet give out the same ids; within one list they are unlike each other. */
const freeId = (taken: readonly { id: string }[], stem: string): string => {
  let n = taken.length + 1
  while (taken.some(t => t.id === `${stem}${n}`)) n++
  return `${stem}${n}`
}

/** A new list of one source: its first minute, the whole picture, its own sound. */
export function begin(source: string, { length }: Pick<Source, 'length'>): EditList {
  const piece = { id: 'p1', source, in: 0, out: Math.min(length, limits.totalMs), zoom: 1, x: 0.5, y: 0.5 }
  return {
    version: 1,
    frame: '9:16',
    pieces: [piece],
    overlays: [],
    blurs: [],
    gain: 1,
    music: null,
    cover: 0,
    tags: [],
    cues: [],
  }
}

/** Puts another source behind what is there, as much of it as still fits. */
export function append(e: EditList, source: string, { length }: Pick<Source, 'length'>): EditList {
  const room = limits.totalMs - lengthOf(e)
  if (Math.min(room, length) < limits.pieceMs || e.pieces.length >= limits.pieces) return e
  const piece = { id: freeId(e.pieces, 'p'), source, in: 0, out: Math.min(length, room), zoom: 1, x: 0.5, y: 0.5 }
  return { ...e, pieces: [...e.pieces, piece] }
}

/** Moves the beginning or the end of a piece, in the source's time; never past the source, its other end, or the longest result. */
export function trim(e: EditList, id: string, edge: 'in' | 'out', to: number, { length }: Pick<Source, 'length'>): EditList {
  const p = e.pieces.find(x => x.id === id)
  if (!p) return e
  const room = limits.totalMs - (lengthOf(e) - pieceLength(p))
  const at =
    edge === 'in'
      ? clamp(Math.round(to), Math.max(0, p.out - room), p.out - limits.pieceMs)
      : clamp(Math.round(to), p.in + limits.pieceMs, Math.min(length, p.in + room))
  return settle({ ...e, pieces: e.pieces.map(x => (x === p ? { ...p, [edge]: at } : x)) })
}

/** Cuts the piece that plays at this moment in two. Nothing happens where one half would be too short. */
export function split(e: EditList, t: number): EditList {
  const placed = timeline(e).find(x => x.from < t && t < x.to)
  if (!placed || e.pieces.length >= limits.pieces) return e
  const { piece, from } = placed
  const cut = piece.in + Math.round(t) - from
  const [a, b] = [
    { ...piece, out: cut },
    { ...piece, id: freeId(e.pieces, 'p'), in: cut },
  ]
  if (pieceLength(a) < limits.pieceMs || pieceLength(b) < limits.pieceMs) return e
  return { ...e, pieces: e.pieces.flatMap(p => (p === piece ? [a, b] : [p])) }
}

/** Takes a piece away; the last one stays. What stood over it goes with it, what came after moves up. */
export function remove(e: EditList, id: string): EditList {
  const placed = timeline(e).find(x => x.piece.id === id)
  if (!placed || e.pieces.length === 1) return e
  const gone = placed.to - placed.from
  const shift = (t: number) => (t <= placed.from ? t : Math.max(placed.from, t - gone))
  const moved = <T extends Span>(all: readonly T[]): T[] => all.map(s => ({ ...s, from: shift(s.from), to: shift(s.to) }))
  return settle({
    ...e,
    pieces: e.pieces.filter(p => p.id !== id),
    overlays: moved(e.overlays),
    blurs: moved(e.blurs),
    tags: moved(e.tags),
    cues: moved(e.cues),
    cover: shift(e.cover),
  })
}

/** Puts a piece one place earlier (−1) or later (1). What stands over pieces keeps its time. */
export function move(e: EditList, id: string, by: -1 | 1): EditList {
  const from = e.pieces.findIndex(p => p.id === id)
  const to = from + by
  if (from < 0 || to < 0 || to >= e.pieces.length) return e
  const pieces = [...e.pieces]
  pieces.splice(to, 0, ...(pieces.splice(from, 1) as [Piece]))
  return { ...e, pieces }
}

/** Another shape of the frame: boxes keep their width and their own shape, so text and stickers are not stretched. */
export function reframe(e: EditList, frame: Frame): EditList {
  const [w0, h0] = frames[e.frame]
  const [w, h] = frames[frame]
  const taller = h0 / w0 / (h / w)
  const kept = <T extends { height: number }>(all: readonly T[]): T[] =>
    all.map(b => ({ ...b, height: Math.min(2, b.height * taller) }))
  return { ...e, frame, overlays: kept(e.overlays), blurs: kept(e.blurs) }
}

/** After the result became shorter: what reached over its end ends there, what began behind it is gone. */
function settle(e: EditList): EditList {
  const end = lengthOf(e)
  const kept = <T extends Span>(all: readonly T[]): T[] =>
    all.filter(s => s.from < end && s.to > s.from).map(s => (s.to > end ? { ...s, to: end } : s))
  return {
    ...e,
    overlays: kept(e.overlays),
    blurs: kept(e.blurs),
    tags: kept(e.tags),
    cues: kept(e.cues),
    cover: Math.min(e.cover, Math.max(0, end - 1)),
  }
}
