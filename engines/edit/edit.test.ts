import { expect, test } from 'vitest'
import { seeded } from '#base/kernel'
import {
  append,
  begin,
  check,
  cropOf,
  type EditList,
  frames,
  layout,
  lengthOf,
  limits,
  mosaicOf,
  move,
  rectOf,
  reframe,
  remove,
  sizeOf,
  split,
  timeline,
  trim,
} from './index.ts'

const sources = new Map([
  ['a', { width: 1920, height: 1080, length: 45_000 }],
  ['b', { width: 720, height: 1280, length: 30_000 }],
  ['c', { width: 333, height: 999, length: 700 }],
])
const int = (r: () => number, from: number, to: number): number => from + Math.floor(r() * (to - from + 1))
const nameOf = (n: number) => [...sources.keys()][n % sources.size] as string
const sourceOf = (name: string) => sources.get(name) as { width: number; height: number; length: number }

function step(e: EditList, r: ReturnType<typeof seeded>): EditList {
  const piece = e.pieces[int(r, 0, e.pieces.length - 1)]!
  const end = lengthOf(e)
  const from = int(r, 0, end - 1)
  const span = { from, to: int(r, from + 1, end) }
  const box = { x: r(), y: r(), width: 0.01 + r(), height: 0.01 + r() }
  const other = nameOf(int(r, 0, 2))
  const deeds: (() => EditList)[] = [
    () => append(e, other, sourceOf(other)),
    () => trim(e, piece.id, int(r, 0, 1) ? 'in' : 'out', int(r, -5000, 70_000), sourceOf(piece.source)),
    () => split(e, int(r, -10, end + 10)),
    () => remove(e, piece.id),
    () => move(e, piece.id, int(r, 0, 1) ? 1 : -1),
    () =>
      e.overlays.length < 50
        ? {
            ...e,
            overlays: [
              ...e.overlays,
              { id: `o${int(r, 0, 1e9)}`, kind: 'text', words: '朝', style: 'plain', picture: 'med_1', ...span, ...box },
            ],
          }
        : e,
    () => (e.blurs.length < 10 ? { ...e, blurs: [...e.blurs, { id: `b${int(r, 0, 1e9)}`, ...span, ...box }] } : e),
    () => ({ ...e, cover: int(r, 0, end - 1), frame: (Object.keys(frames) as (keyof typeof frames)[])[int(r, 0, 2)]! }),
  ]
  return deeds[int(r, 0, deeds.length - 1)]!()
}

test('whatever an editor does, in any order, leaves a list that can be rendered', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const r = seeded(seed)
    const first = nameOf(seed)
    let e = begin(first, sourceOf(first))
    for (let i = 0; i < 60; i++) {
      e = step(e, r)
      expect(check(e, sources), `seed ${seed} step ${i}`).toEqual([])
      expect(new Set(e.pieces.map(p => p.id)).size).toBe(e.pieces.length)
    }
  }
})

test('pieces fill the result without a gap, and every moment shows one of them inside its source', () => {
  const r = seeded(7)
  let e = begin('a', sourceOf('a'))
  for (let i = 0; i < 300; i++) {
    e = step(e, r)
    const line = timeline(e)
    expect(line[0]!.from).toBe(0)
    expect(line.slice(1).every((p, k) => p.from === line[k]!.to)).toBe(true)
    expect(line.at(-1)!.to).toBe(lengthOf(e))
    const t = int(r, 0, lengthOf(e) - 1)
    const shown = layout(e, t, sources, sizeOf(e.frame, 720))!
    const { width, height } = sourceOf(shown.piece.source)
    expect(shown.at >= shown.piece.in && shown.at < shown.piece.out).toBe(true)
    expect(
      shown.crop.x >= 0 &&
        shown.crop.y >= 0 &&
        shown.crop.x + shown.crop.width <= width &&
        shown.crop.y + shown.crop.height <= height,
    ).toBe(true)
  }
  expect(layout(e, -1, sources, sizeOf(e.frame, 720))).toBeNull()
  expect(layout(e, lengthOf(e), sources, sizeOf(e.frame, 720))).toBeNull()
})

test('the whole picture covers the frame in the middle; nearer shows less of it, and an edge is never crossed', () => {
  const lying = { width: 1920, height: 1080 }
  expect(cropOf({ zoom: 1, x: 0.5, y: 0.5 }, lying, '9:16')).toEqual({ x: 656, y: 0, width: 608, height: 1080 })
  expect(cropOf({ zoom: 2, x: 0, y: 1 }, lying, '1:1')).toEqual({ x: 0, y: 540, width: 540, height: 540 })
  expect(sizeOf('9:16', 720)).toEqual({ width: 720, height: 1280 })
  expect(sizeOf('4:5', 720)).toEqual({ width: 720, height: 900 })
})

test('a mosaic lies on even pixels inside the frame, and off the frame there is none', () => {
  expect(mosaicOf({ x: 0, y: 0.5, width: 0.2, height: 0.1 }, { width: 720, height: 1280 })).toEqual({
    x: 0,
    y: 576,
    width: 72,
    height: 128,
    stone: 30,
  })
  expect(mosaicOf({ x: 0, y: 0, width: 0.001, height: 0.001 }, { width: 720, height: 1280 })).toBeNull()
})

test('every rule of a list has its own problem, said of the part that breaks it', () => {
  const good = begin('b', sourceOf('b'))
  const piece = good.pieces[0]!
  const box = { x: 0.5, y: 0.5, width: 0.5, height: 0.5 }
  const text = { id: 'o1', kind: 'text', words: '', style: 'plain', picture: 'med_1', from: 0, to: 10, ...box } as const
  const cases: [Partial<EditList>, string][] = [
    [{ pieces: [] }, 'no_pieces pieces'],
    [{ pieces: [{ ...piece, source: 'x' }] }, 'source_unknown p1'],
    [{ pieces: [{ ...piece, out: 30_001 }] }, 'piece_invalid p1'],
    [{ pieces: [{ ...piece, zoom: 0.5 }] }, 'piece_invalid p1'],
    [{ pieces: [{ ...piece, zoom: Number.NaN }] }, 'piece_invalid p1'],
    [{ pieces: [{ ...piece, out: 99 }] }, 'piece_too_short p1'],
    [{ pieces: [piece, { ...piece, id: 'p2' }, { ...piece, id: 'p3' }] }, 'too_long pieces'],
    [{ pieces: Array.from({ length: limits.pieces + 1 }, (_, i) => ({ ...piece, id: `q${i}`, out: 100 })) }, 'too_many pieces'],
    [{ overlays: [{ ...text, from: 5, to: 5 }] }, 'span_invalid o1'],
    [{ overlays: [{ ...text, from: 30_000, to: 30_001 }] }, 'span_invalid o1'],
    [{ overlays: [{ ...text, x: 1.1 }] }, 'box_invalid o1'],
    [{ overlays: [{ ...text, words: 'x'.repeat(301) }] }, 'words_too_long o1'],
    [{ blurs: [{ id: 'b1', from: 0, to: 5, ...box, width: 3 }] }, 'box_invalid b1'],
    [{ tags: [{ product: 'prd_1', from: 0, to: 5, x: 0, y: -1 }] }, 'box_invalid tags.0'],
    [{ cues: [{ from: 1, to: 0, words: '' }] }, 'span_invalid cues.0'],
    [{ gain: 3 }, 'sound_invalid gain'],
    [{ music: { piece: 'm', gain: 1, in: 0.5, fade: 0 } }, 'sound_invalid music'],
    [{ cover: 30_000 }, 'span_invalid cover'],
  ]
  for (const [change, says] of cases)
    expect(check({ ...good, ...change }, sources).map(w => `${w.problem} ${w.at}`)).toContain(says)
  expect(check(good, sources)).toEqual([])
})

test('another shape of the frame leaves text as wide as it was, and not stretched', () => {
  const box = { x: 0.5, y: 0.2, width: 0.5, height: 0.1 }
  const overlay = { id: 'o1', kind: 'text', words: 'x', style: 'plain', picture: 'med_2', from: 0, to: 900, ...box } as const
  const list = { ...begin('med_1', { length: 5000 }), overlays: [overlay] }
  const shape = (e: EditList) => {
    const r = rectOf(e.overlays[0]!, sizeOf(e.frame, 720))
    return [r.width, r.height]
  }
  for (const frame of ['4:5', '1:1', '9:16'] as const) expect(shape(reframe(list, frame))).toEqual(shape(list))
  expect(reframe(reframe(list, '1:1'), '9:16').overlays[0]!.height).toBeCloseTo(0.1)
})
