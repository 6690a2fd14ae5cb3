import { type Loop, play, rate, type Sound, silence } from './synth.ts'

/** Beat, note, length in beats. */
export type Note = readonly [beat: number, note: number, length: number]

/** Places sounds on a grid of beats. Everything is a little less exact and less equal than a machine, the same each time. */
export class Band {
  readonly beats: number
  readonly samples: number
  readonly #beat: number
  constructor(tempo: number, bars: number) {
    this.#beat = (60 / tempo) * rate
    this.beats = bars * 4
    this.samples = Math.round(this.beats * this.#beat)
  }
  seconds(beats: number): number {
    return (beats * this.#beat) / rate
  }
  part(fill: (add: (beat: number, sound: Sound, gain: number, pan?: number) => void) => void): Loop {
    const loop = silence(this.samples)
    let n = 0
    fill((beat, sound, gain, pan) => {
      const late = 0.004 * Math.sin(++n * 2.4) + 0.004
      play(loop, beat * this.#beat + late * rate, sound, gain * (1 + 0.08 * Math.sin(n * 1.7)), pan)
    })
    return loop
  }
  melody(notes: readonly Note[], voice: (note: number, seconds: number) => Sound, gain: number, pan = 0): Loop {
    return this.part(add => {
      for (const [beat, note, length] of notes) add(beat, voice(note, this.seconds(length)), gain, pan)
    })
  }
  /** Each chord in turn, `every` beats. */
  chords(chords: readonly (readonly number[])[], every: number, strike: (chord: readonly number[], beat: number) => void): void {
    for (let k = 0; k * every < this.beats; k++) strike(chords[k % chords.length] as readonly number[], k * every)
  }
}

/** A tune as text: beat, note and length in beats, with commas between notes. */
export const notesOf = (text: string): Note[] =>
  text.split(',').map(note => {
    const [beat = 0, pitch = 0, length = 0] = note.trim().split(' ').map(Number)
    return [beat, pitch, length]
  })
/** The same notes some beats later. */
export const later = (notes: readonly Note[], by: number): Note[] =>
  notes.map(([beat, note, length]) => [beat + by, note, length])
