import { expect, test } from 'vitest'
import { landscape, type Point, point, segments, upright } from './curve.ts'
import { frameFor, type LoopData, loopGeometry, pitchFor, threadCounts } from './geometry.ts'
import { stationPlaces, typeFor, uprightPlaces } from './places.ts'
import { speedOf, throttle } from './sparks.ts'

const base: LoopData = {
  counts: [1_240_000, 412_000, 138_000, 21_600, 19_100, 5300],
  goOn: [null, null, null, null, null],
  medianHours: [0.4, 52, 31, 66, 41],
  newlySeeded: 471_000,
  returned: 769_000,
  gain: null,
}
const data = (counts: LoopData['counts'], seeded = counts[0], returned = 0): LoopData => ({
  ...base,
  counts,
  newlySeeded: seeded,
  returned,
})
const far = ([x0, y0]: Point, [x1, y1]: Point): number => Math.hypot(x1 - x0, y1 - y0)
const numbers = (d: string): number[] => (d.match(/-?[\d.]+/g) ?? []).map(Number)

test('gates lie on the curve, square across the band, on the octants that the design names', () => {
  for (const frame of [landscape, upright]) {
    const g = loopGeometry(base, frame, 1.4)
    for (const [p, gate] of g.gates.entries()) {
      const half = (g.counts[p] ?? 0) * 1.4 * 0.5 + 9
      expect(far(gate.inner, gate.centre)).toBeCloseTo(half, 6)
      expect(far(gate.outer, gate.centre)).toBeCloseTo(half, 6)
      // Nearest point of the curve, by brute force.
      const near = Math.min(...Array.from({ length: 4000 }, (_, i) => far(point(frame, (i * Math.PI) / 2000), gate.centre)))
      expect(near).toBeLessThan(0.5)
    }
  }
  const [first, tip] = loopGeometry(base, landscape, 1.4).gates
  expect(first?.centre[0]).toBeCloseTo(800 - (530 * Math.SQRT2) / 3, 6)
  expect(first?.centre[1]).toBeCloseTo(412 - 636 / 3, 6)
  expect(tip?.centre[0]).toBeCloseTo(270, 6)
})

test('thread counts follow n = max(4, round(109/pitch · (v/v_max)^0.37)), and nobody has no thread', () => {
  for (const pitch of [1.4, 2, 3.1]) {
    const counts = threadCounts(base.counts, pitch)
    const full = Math.round(109 / pitch)
    base.counts.forEach((v, p) => void expect(counts[p]).toBe(Math.max(4, Math.round(full * (v / 1_240_000) ** 0.37))))
    const g = loopGeometry(base, landscape, pitch)
    for (let i = 0; i < 6; i++) {
      const kinds = { stay: 0, leave: 0, join: 0 }
      for (const t of g.threads[i] ?? []) kinds[t.kind]++
      expect(kinds.stay + kinds.join).toBe(counts[(i + 1) % 6])
      if (i < 5) expect(kinds.stay + kinds.leave).toBe(counts[i])
    }
  }
  expect(threadCounts([40, 12, 0, 1, 0, 0], 1.4)).toEqual([78, 50, 0, 20, 0, 0])
})

test('of the explorers’ threads, the part that came back through sharing comes from the way back', () => {
  const g = loopGeometry(base, landscape, 1.4)
  const n = g.counts[0]
  expect(g.threads[5]?.filter(t => t.kind === 'stay').length).toBe(Math.round((n * 769) / 1240))
  const none = loopGeometry(data([100, 60, 40, 20, 10, 5]), landscape, 1.4)
  expect(none.threads[5]?.filter(t => t.kind === 'stay').length).toBe(0)
})

test('no data make a NaN: zeros everywhere, anywhere, growing counts, one person', () => {
  const sets: LoopData['counts'][] = [
    [0, 0, 0, 0, 0, 0],
    [1, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 1],
    [40, 12, 7, 3, 2, 1],
    [1, 2, 3, 4, 5, 6],
    [5, 0, 5, 0, 5, 0],
    [1, 1, 1, 1, 1, 1],
  ]
  for (const counts of sets)
    for (const returned of [0, counts[0]])
      for (const frame of [landscape, upright]) {
        const g = loopGeometry(data(counts, counts[0] - returned, returned), frame, 1.4)
        const drawn = g.threads.flat().flatMap(t => [...numbers(t.d), ...(t.fade ? [...t.fade.from, ...t.fade.to] : [])])
        expect(drawn.every(Number.isFinite)).toBe(true)
        expect(g.threads.flat().every(t => !t.d.includes('NaN'))).toBe(true)
        for (const gate of g.gates) for (const x of [...gate.inner, ...gate.outer]) expect(x).toSatisfy(Number.isFinite)
        for (let i = 0; i < 6; i++)
          for (const u of [0, 0.5, 1])
            for (const w of [-0.5, 0.5]) for (const x of g.spark(i, u, w)) expect(x).toSatisfy(Number.isFinite)
        const type = typeFor(frame.upright ? 390 : 1440, 0.9)
        for (const { x, y } of [...stationPlaces(g, type), ...uprightPlaces(g, type).rows])
          expect([x, y].every(Number.isFinite)).toBe(true)
      }
})

test('sampling is by arc length: equal shares are equal ways', () => {
  for (const frame of [landscape, upright])
    for (const way of segments(frame)) {
      const steps = Array.from({ length: 100 }, (_, i) => far(point(frame, way.at(i / 100)), point(frame, way.at((i + 1) / 100))))
      expect(Math.max(...steps) / Math.min(...steps)).toBeLessThan(1.02)
      expect(steps.reduce((a, b) => a + b)).toBeCloseTo(way.length, -1)
    }
})

test('fewer than 50 people make a gate sparse', () => {
  expect(loopGeometry(data([50, 49, 0, 1, 60, 7]), landscape, 1.4).gates.map(g => g.sparse)).toEqual([
    false,
    true,
    true,
    true,
    false,
    true,
  ])
})

test('the same data give the same figure', () => {
  const d = (frame = landscape) => JSON.stringify(loopGeometry(base, frame, 1.4).threads)
  expect(d()).toBe(d())
  expect(frameFor(759)).toBe(upright)
  expect(frameFor(760)).toBe(landscape)
})

test('threads keep 1.35 device pixels of distance, however small the figure', () => {
  for (const scale of [0.3, 0.5, 0.9, 1.5])
    for (const ratio of [1, 2, 3])
      expect(pitchFor(scale, ratio) * scale * Math.min(2, ratio)).toBeGreaterThanOrEqual(
        Math.min(1.35, 1.4 * scale * Math.min(2, ratio)) - 1e-9,
      )
})

test('live sparks are at most 12 in any second after a quiet one, and a longer way is slower', () => {
  const allowed = throttle(12)
  let shown = 0
  for (let ms = 0; ms < 10_000; ms += 5) if (allowed(ms)) shown++
  expect(shown).toBeLessThanOrEqual(12 + 120)
  expect(shown).toBeGreaterThanOrEqual(120)
  expect(speedOf(1)).toBeGreaterThan(speedOf(48))
  expect(speedOf(0)).toBeCloseTo(1 / 7)
})
