import { describe, expect, it } from 'vitest'
import { OnlineRanker } from './ranker.ts'
import { contextOf, plantedWorld, smallRanker, smallSettings, type WorldRow } from './testing.ts'

const learnAll = (r: OnlineRanker, rows: readonly WorldRow[]): void => {
  for (const { context, labels } of rows) r.learn(context, labels)
}
const mean = (xs: readonly number[]): number => xs.reduce((a, b) => a + b, 0) / xs.length

describe('the online ranker', () => {
  it.each([
    { hidden: false, own: 0.5, other: 0.3 },
    { hidden: true, own: 0.33, other: 0.28 },
  ])(
    'finds a planted preference, from tags or from ids alone ($hidden), and what is good for everybody',
    ({ hidden, own, other }) => {
      const r = smallRanker()
      const kinds: Record<'own' | 'other' | 'hit', number[]> = { own: [], other: [], hit: [] }
      plantedWorld(7, 10_000, hidden).forEach(({ context, labels, truth }, k) => {
        if (k > 8_000) kinds[truth === 0.7 ? 'own' : truth === 0.8 ? 'hit' : 'other'].push(r.predict(context).p[0]!)
        r.learn(context, labels)
      })
      expect(mean(kinds.own)).toBeGreaterThan(own)
      expect(mean(kinds.hit)).toBeGreaterThan(0.55)
      expect(mean(kinds.other)).toBeLessThan(other)
    },
  )

  it('is calibrated on a world that does not change, and says so', () => {
    const r = smallRanker()
    const gaps: number[] = []
    for (const { context, labels } of plantedWorld(8, 8_000)) {
      gaps.push(r.predict(context).p[0]! - labels[0]!)
      r.learn(context, labels)
    }
    expect(Math.abs(mean(gaps.slice(4_000)))).toBeLessThan(0.02)
    expect(Math.abs(r.drift().good!)).toBeLessThan(4)
  })

  it('the same log gives the same state, with or without predictions in between', () => {
    const rows = plantedWorld(11, 1_500)
    const a = smallRanker()
    const b = smallRanker()
    learnAll(a, rows)
    const frozen = b.freeze()
    for (const { context, labels } of rows) {
      b.predict(contextOf({ person: 3, item: 4, timeMs: context.timeMs }), true)
      b.predict(context, true)
      if (context.item % 3 === 0) b.predict(context, false, frozen)
      b.learn(context, labels)
    }
    expect(Buffer.compare(a.snapshot(), b.snapshot())).toBe(0)
  })

  it('a snapshot restored predicts and learns on bit by bit alike', () => {
    const rows = plantedWorld(12, 2_000)
    const a = smallRanker()
    learnAll(a, rows.slice(0, 1_000))
    const b = smallRanker()
    learnAll(b, rows.slice(500, 700))
    b.restore(a.snapshot())
    for (const { context, labels } of rows.slice(1_000)) {
      expect([...b.predict(context, true).p]).toEqual([...a.predict(context, true).p])
      a.learn(context, labels)
      b.learn(context, labels)
    }
    expect(Buffer.compare(a.snapshot(), b.snapshot())).toBe(0)
  })

  it('refuses a snapshot of other settings and stays as it was', () => {
    const a = smallRanker()
    learnAll(a, plantedWorld(13, 200))
    const before = a.snapshot()
    expect(() => a.restore(smallRanker({ facts: 2 }).snapshot())).toThrow('other settings')
    expect(() => a.restore(before.subarray(0, before.length - 1))).toThrow('cut short')
    expect(Buffer.compare(a.snapshot(), before)).toBe(0)
  })

  it('unknown labels teach nothing: not a bit changes when all are unknown, and an unknown head stays where it was', () => {
    const rows = plantedWorld(14, 600)
    const a = smallRanker()
    learnAll(a, rows)
    const before = a.snapshot()
    expect(a.learn(rows[0]!.context, [null, null, null, null])).toBe(false)
    expect(Buffer.compare(a.snapshot(), before)).toBe(0)
    const b = smallRanker()
    for (const { context, labels } of rows) b.learn(context, [labels[0]!, null, null, labels[3]!])
    expect(b.predict(rows[0]!.context).p[2]).toBeCloseTo(smallRanker().predict(rows[0]!.context).p[2]!, 12)
  })

  it('frozen persons are as they were, items and weights live on', () => {
    const rows = plantedWorld(15, 4_000)
    const r = smallRanker()
    learnAll(r, rows.slice(0, 2_000))
    const c = contextOf({ person: 5, item: 9, timeMs: rows[3_999]!.context.timeMs })
    const frozen = r.freeze()
    expect([...r.predict(c, false, frozen).p]).toEqual([...r.predict(c).p])
    for (let k = 0; k < 30; k++) r.learn({ ...c, item: k, timeMs: c.timeMs + k }, [1, 1, 0, 1_000])
    const later = { ...c, timeMs: c.timeMs + 60_000 }
    const live = r.predict(later).p[0]!
    const then = r.predict(later, false, frozen).p[0]!
    expect(live).toBeGreaterThan(then)
    expect(r.predict(later).p[0]).toBe(live)
  })

  it('the rank score orders the items of one request as the probability does, nearly', () => {
    const rows = plantedWorld(16, 6_000)
    const r = smallRanker()
    learnAll(r, rows)
    const timeMs = rows[5_999]!.context.timeMs
    const said = Array.from({ length: 80 }, (_, item) => {
      const { p, rank } = r.predict(contextOf({ person: 2, item, author: item >> 1, tag: item % 4, timeMs }), true)
      return { p: p[0]!, rank: rank[0]! }
    })
    let right = 0
    let all = 0
    for (const a of said)
      for (const b of said) {
        if (a.p - b.p < 0.1) continue
        all++
        if (a.rank > b.rank) right++
      }
    expect(right / all).toBeGreaterThan(0.95)
  })
})

describe('garbage', () => {
  const wrong = [
    { person: Number.NaN },
    { person: -1 },
    { person: 2 ** 40 },
    { item: 1.5 },
    { item: Number.POSITIVE_INFINITY },
    { timeMs: Number.NaN },
    { timeMs: -1 },
    { timeMs: 1e300 },
  ]
  it('a context without person, item or time is refused and counted, and gets the rates of everybody', () => {
    const r = smallRanker()
    learnAll(r, plantedWorld(17, 300))
    const before = r.snapshot()
    for (const part of wrong) {
      expect(r.learn(contextOf(part), [1, 1, 1, 1])).toBe(false)
      expect(r.predict(contextOf(part), true).p.every(p => p > 0 && p < 1)).toBe(true)
    }
    expect(r.guard.counts.context).toBe(wrong.length * 2)
    expect(Buffer.compare(r.snapshot(), before)).toBe(0)
  })

  it('other parts and labels that cannot be become unknown, and everything stays finite', () => {
    const r = smallRanker()
    const odd = contextOf({ author: 2 ** 50, tag: -7, sound: Number.NaN, scene: 1e12, durationMs: Number.POSITIVE_INFINITY })
    for (let k = 0; k < 50; k++) {
      r.learn({ ...odd, facts: [Number.NaN] }, [Number.NaN, 2, -1, Number.POSITIVE_INFINITY])
      r.learn({ ...odd, facts: [] }, [1, Number.NaN, 0, 1e12])
      r.learn(contextOf({ durationMs: Number.NaN, timeMs: k % 2 ? 0 : 8e15 }), [1, 0, 0, 5])
    }
    expect(r.guard.counts.part).toBeGreaterThan(0)
    expect(r.guard.counts.label).toBeGreaterThan(0)
    const said = r.predict(contextOf(), true)
    for (const x of [...said.p, ...said.rank]) expect(Number.isFinite(x)).toBe(true)
  })

  it('more things than there is room for: the least recently used goes, nothing grows', () => {
    const settings = smallSettings({ room: { persons: 16, items: 16, authors: 8, tags: 8, sounds: 8, pairs: 32 } })
    const r = new OnlineRanker(settings)
    const size = r.snapshot().length
    for (let k = 0; k < 3_000; k++)
      r.learn(contextOf({ person: k % 97, item: k % 89, author: k, tag: k % 31, timeMs: 1e12 + k * 1000 }), [k % 2, 0, 0, 3])
    expect(r.snapshot().length).toBe(size)
    expect(r.families.items.evicted).toBeGreaterThan(0)
    expect([...r.predict(contextOf()).p].every(Number.isFinite)).toBe(true)
  })
})
