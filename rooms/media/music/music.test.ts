import { expect, test } from 'vitest'
import { credit, pieces, playPiece } from './pieces.ts'
import { bass, bell, keys, pitch, pluck, rate } from './synth.ts'

const loudness = (samples: Float32Array): number => Math.sqrt(samples.reduce((sum, v) => sum + v * v, 0) / samples.length)
/** How strong a frequency is in the first half second. */
function strength(sound: { at(i: number): number }, hertz: number): number {
  let [re, im] = [0, 0]
  for (let i = 2000; i < rate / 2; i++) {
    re += sound.at(i) * Math.cos((2 * Math.PI * hertz * i) / rate)
    im += sound.at(i) * Math.sin((2 * Math.PI * hertz * i) / rate)
  }
  return Math.hypot(re, im)
}

test('every instrument is in tune: strongest at its note, weaker a fifth of a semitone beside it', () => {
  for (const voice of [keys, bass, bell, pluck])
    for (const note of [50, 62, 69, 76]) {
      const sound = voice(note, 1)
      const beside = [-0.2, 0.2].map(by => strength(sound, pitch(note + by)))
      expect(strength(sound, pitch(note)), `${voice.name} ${note}`).toBeGreaterThan(Math.max(...beside))
    }
})

test.each(Object.entries(pieces))(
  '%s lasts 20 to 40 seconds, is never silent, never too loud, and repeats without a seam',
  (_name, piece) => {
    const { left, right } = playPiece(piece)
    expect(left.length / rate).toBeGreaterThanOrEqual(20)
    expect(left.length / rate).toBeLessThanOrEqual(40)
    for (const side of [left, right]) {
      expect(side.every(v => Math.abs(v) < 0.9)).toBe(true)
      expect(Math.abs(side.reduce((sum, v) => sum + v, 0) / side.length)).toBeLessThan(0.01)
      for (let second = 0; second + 1 < side.length / rate; second++)
        expect(loudness(side.subarray(second * rate, (second + 1) * rate))).toBeGreaterThan(0.02)
      // The step over the seam is no larger than the steps within.
      let most = 0
      for (let i = 1; i < side.length; i++) most = Math.max(most, Math.abs((side[i] as number) - (side[i - 1] as number)))
      expect(Math.abs((side[0] as number) - (side.at(-1) as number))).toBeLessThanOrEqual(most)
    }
  },
)

test('every piece has its name in three languages, and every mood is there', () => {
  for (const words of [credit, ...Object.values(pieces).map(p => p.title)])
    expect(Object.values(words).every(w => w.length > 0) && Object.keys(words)).toEqual(['en', 'ja', 'zh'])
  expect(new Set(Object.values(pieces).map(p => p.mood)).size).toBe(5)
})
