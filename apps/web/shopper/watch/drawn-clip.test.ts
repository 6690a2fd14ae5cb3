import { expect, test } from 'vitest'
import type { Slide } from '../../client/types.ts'
import { drawnOf, withDrawnClip } from './drawn-clip.ts'

const slide = (id: string, clips: number, author = false) =>
  ({
    id,
    mine: { author },
    video: { id: 'med_0' },
    ...(clips > 1 && { variants: Array.from({ length: clips - 1 }, (_, k) => ({ id: `med_${k + 1}` })) }),
  }) as unknown as Slide
/** Ids one after the other, as a busy hour makes them. */
const people = Array.from({ length: 6000 }, (_, n) => `per_01kj${(n * 37).toString(36).padStart(22, '0')}`)
const drawn = (s: Slide, person: string) => drawnOf(withDrawnClip(s, person)).medium as string

/** Pearson's sum of (seen − expected)² / expected. */
function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((a, b) => a + b, 0) / counts.length
  return counts.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0)
}

test('people are spread evenly over the clips of a post, two or three of them, for each of twenty posts', () => {
  // Of one post a sum beyond these comes by chance in one of 100,000.
  for (const [clips, most] of [
    [2, 19.5],
    [3, 23.0],
  ] as const)
    for (let p = 0; p < 20; p++) {
      const s = slide(`pst_${'0'.repeat(24)}${p}`, clips)
      const counts = Array.from({ length: clips }, () => 0)
      for (const person of people) counts[Number(drawn(s, person).slice(4))]!++
      expect(chiSquare(counts), `${clips} clips, post ${p}: ${counts}`).toBeLessThan(most)
    }
})

test('what a person is shown of one post says nothing of what they are shown of another', () => {
  const [a, b] = [slide('pst_1', 2), slide('pst_2', 2)]
  const counts = [0, 0, 0, 0]
  for (const person of people) counts[Number(drawn(a, person) === 'med_1') * 2 + Number(drawn(b, person) === 'med_1')]!++
  expect(chiSquare(counts)).toBeLessThan(25.9)
})

test('a person always sees the same clip', () => {
  for (const person of people.slice(0, 200)) {
    const once = withDrawnClip(slide('pst_1', 3), person)
    expect(withDrawnClip(slide('pst_1', 3), person)).toEqual(once)
  }
})

test('authors and whoever is not known see the post’s own clip and tell of none; a post that tries nothing is left as it is', () => {
  for (const [s, person] of [
    [slide('pst_1', 3, true), people[0]],
    [slide('pst_1', 3), undefined],
  ] as const) {
    const shown = withDrawnClip(s, person)
    expect([shown.video?.id, drawnOf(shown)]).toEqual(['med_0', {}])
  }
  const plain = slide('pst_1', 1)
  expect([withDrawnClip(plain, people[0]), drawnOf(plain)]).toEqual([plain, {}])
})
