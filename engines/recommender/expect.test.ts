import { describe, expect, test } from 'vitest'
import { actions } from './actions.ts'
import { Stage } from './testing.ts'

/** Two tastes with fans of their own, and a person who has begun to like tea. */
function town(): Stage {
  const stage = new Stage({}, 7)
  for (let n = 0; n < 30; n++) stage.post(`pst_${n}`, `per_${n % 10}`, [n % 2 ? 'tea' : 'ink'])
  for (let n = 0; n < 30; n++)
    for (let f = 0; f < 6; f++) {
      stage.watch(`per_fan${n % 2}_${f}`, `pst_${n}`)
      if (f < 3) stage.like(`per_fan${n % 2}_${f}`, `pst_${n}`)
    }
  for (const n of [1, 3, 5]) stage.like('per_new', `pst_${n}`)
  return stage
}
const all = Array.from({ length: 30 }, (_, n) => `pst_${n}`)

describe('what the recommender expects', () => {
  const stage = town()
  const asked = (person: string, items: readonly string[], profiling = true) =>
    stage.r.expect({ person, items, now: stage.now, profiling })

  test('is what pages are ranked by: a slot is worth the sum of weight and probability', () => {
    const { slots } = stage.page('per_new')
    expect(slots.length).toBeGreaterThan(4)
    const weights: Record<string, number> = stage.r.weights().common
    const expected = asked(
      'per_new',
      slots.map(s => s.item),
    )
    for (const [k, { item, parts }] of slots.entries()) {
      expect(expected[k]!.item).toBe(item)
      for (const [name, p] of Object.entries(expected[k]!.p)) expect(weights[name]! * p).toBeCloseTo(parts[name]!, 5)
    }
  })

  test('is a probability for every action but the exposure itself, and changes nothing', () => {
    const before = stage.r.stateHash()
    const expected = asked('per_new', all)
    expect(expected.map(e => e.item)).toEqual(all)
    for (const { p } of expected) {
      expect(Object.keys(p)).toEqual(actions.slice(1))
      for (const x of Object.values(p)) expect(x >= 0 && x <= 1).toBe(true)
    }
    expect(stage.r.stateHash()).toBe(before)
  })

  test('follows a taste: more is wanted and less is skipped of its kind, seen or not', () => {
    const mean = (items: readonly string[], name: 'like' | 'skip'): number =>
      asked('per_new', items).reduce((sum, e) => sum + e.p[name], 0) / items.length
    const [ink, tea] = [all.filter((_, n) => n % 2 === 0), all.filter((_, n) => n % 2 === 1)]
    const odds = (p: number): number => p / (1 - p)
    expect(odds(mean(tea, 'like'))).toBeGreaterThan(1.5 * odds(mean(ink, 'like')))
    expect(mean(tea, 'skip')).toBeLessThan(mean(ink, 'skip'))
  })

  test('is the same for everybody whose profiling is off', () => {
    expect(asked('per_new', all, false)).toEqual(asked('per_fan0_0', all, false))
  })

  test('leaves out what is unknown or shown to nobody, and names each item once', () => {
    stage.r.removeItem('pst_2')
    expect(asked('per_new', ['pst_1', 'pst_nothing', 'pst_2', 'pst_1']).map(e => e.item)).toEqual(['pst_1'])
    expect(asked('per_new', ['pst_nothing'])).toEqual([])
  })
})
