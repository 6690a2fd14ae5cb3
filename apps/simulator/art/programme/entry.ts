import type { Clip, WordCue, Words } from '../clips.ts'
import { hash } from '../random.ts'
import type { Shot } from '../scenes/film-types.ts'
import type { Cue, Score } from '../sound.ts'

export const w = (en: string, ja: string, zh: string): Words => ({ en, ja, zh })

/** A clip as its maker plans it: shots, what is said in each, the mood, and the small sounds. */
export interface Entry {
  readonly key: string
  readonly kind: Clip['kind']
  readonly by: Clip['by']
  readonly products?: readonly string[]
  readonly caption: Words
  readonly shots: readonly (readonly [shot: Shot, ...said: Words[]])[]
  readonly mood: keyof typeof moods
  readonly sounds?: readonly Cue[]
}

/** Chords, room and tempo; melodies take their notes from the chord, on the beat. */
const moods = {
  morning: { chord: [55, 59, 62, 66, 69], turn: [52, 59, 64, 67], air: 'garden', beat: 0.75, high: 12 },
  calm: { chord: [53, 57, 60, 64, 67], turn: [50, 57, 60, 65], air: 'room', beat: 1.1, high: 12 },
  night: { chord: [45, 52, 57, 59, 64], turn: [43, 50, 57, 62], air: 'crickets', beat: 1.3, high: 24 },
  street: { chord: [48, 55, 58, 62, 65], turn: [46, 53, 58, 60, 65], air: 'street', beat: 0.62, high: 12 },
  train: { chord: [50, 57, 60, 64], turn: [48, 55, 59, 64], air: 'train', beat: 0.85, high: 24 },
  sea: { chord: [52, 59, 64, 66, 71], turn: [49, 56, 61, 64, 68], air: 'sea', beat: 1.4, high: 12 },
  play: { chord: [60, 64, 67, 69], turn: [57, 60, 65, 69], air: 'room', beat: 0.42, high: 12 },
  fire: { chord: [41, 48, 53, 56, 60], turn: [43, 50, 55, 58], air: 'fire', beat: 1.1, high: 24 },
  kitchen: { chord: [57, 60, 64, 67], turn: [55, 59, 62, 66], air: 'room', beat: 0.55, high: 12 },
  snow: { chord: [57, 64, 69, 71], turn: [54, 61, 66, 73], air: 'wind', beat: 1.2, high: 12 },
  festival: { chord: [50, 57, 62, 64, 69], turn: [52, 57, 59, 64, 69], air: 'street', beat: 0.5, high: 12 },
} as const satisfies Record<string, Pick<Score, 'chord' | 'turn' | 'air'> & { beat: number; high: number }>

export const lengthOfEntry = (e: Entry): number => Math.round(e.shots.reduce((sum, [s]) => sum + s.seconds, 0) * 100) / 100

export function scoreOf(e: Entry): Score {
  const m = moods[e.mood]
  const seed = [...e.key].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) % 9973, 7)
  const seconds = lengthOfEntry(e)
  const melody = []
  for (let i = 0; 0.3 + i * m.beat < seconds - 0.9; i++) {
    if (hash(i, seed) < (m.beat < 0.7 ? 0.35 : 0.25)) continue
    const notes = 0.3 + i * m.beat < seconds / 2 ? m.chord : m.turn
    melody.push({ at: 0.3 + i * m.beat, note: notes[Math.floor(hash(i, seed, 2) * notes.length)]! + m.high })
  }
  return { seed, chord: m.chord, turn: m.turn, air: m.air, melody, cues: e.sounds ?? [] }
}

/** What is said in a shot is read inside it: nobody reads on over a cut. */
export function wordsOf(e: Entry): WordCue[] {
  const cues: WordCue[] = []
  let at = 0
  for (const [shot, ...said] of e.shots) {
    const from = at + (at === 0 ? 0.3 : 0.15)
    const each = (at + shot.seconds - 0.1 - from) / Math.max(1, said.length)
    for (const [i, words] of said.entries())
      cues.push({ ...words, from: round(from + i * each), to: round(from + (i + 1) * each - 0.05) })
    at += shot.seconds
  }
  return cues
}
const round = (n: number) => Math.round(n * 100) / 100
