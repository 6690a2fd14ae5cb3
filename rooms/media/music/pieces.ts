import type { Mood, Words } from '../music-piece.ts'
import { finish, mix, room } from './mix.ts'
import { bass, bell, keys, kick, type Loop, noise, pad, play, pluck, rate, type Sound, silence, snap } from './synth.ts'

/** A piece of our own: what it is called, and how it is played. It lasts `bars` of four beats. */
export interface Piece {
  readonly title: Words
  readonly mood: Mood
  readonly tempo: number
  readonly bars: number
  readonly score: (band: Band) => Loop
}

/** Beat, note, length in beats. */
type Note = readonly [beat: number, note: number, length: number]

/** Places sounds on a grid of beats. Everything is a little less exact and less equal than a machine, the same each time. */
class Band {
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

const transposed = (notes: readonly Note[], by: number): Note[] => notes.map(([beat, note, length]) => [beat + by, note, length])

/** Electric piano over soft strings; a slow walk down from F. */
const morningTea = (band: Band): Loop => {
  const chords = [
    [53, 60, 64, 67, 69],
    [52, 59, 62, 67, 71],
    [50, 57, 60, 64, 65],
    [48, 55, 59, 62, 64],
  ]
  const piano = band.part(add =>
    band.chords(chords, 4, (chord, beat) => {
      for (const [i, note] of chord.entries()) add(beat + i * 0.06, keys(note, band.seconds(3.4)), 0.16, -0.3 + i * 0.15)
      add(beat + 2.5, keys((chord[4] ?? 60) + 12, band.seconds(1.2)), 0.1, 0.35)
      add(beat + 3, keys((chord[3] ?? 60) + 12, band.seconds(1)), 0.08, 0.2)
    }),
  )
  const strings = band.part(add =>
    band.chords(chords, 4, (chord, beat) => {
      for (const note of chord.slice(1, 4)) add(beat, pad(note + 12, band.seconds(3.6)), 0.05, (note % 5) / 5 - 0.4)
    }),
  )
  const low = band.part(add =>
    band.chords(chords, 4, (chord, beat) => add(beat, bass((chord[0] ?? 48) - 12, band.seconds(3.5)), 0.22)),
  )
  const tune: Note[] = [
    ...([
      [1, 76, 1],
      [2, 79, 0.5],
      [2.5, 77, 0.5],
      [3, 76, 1],
      [5, 74, 1.5],
      [7, 71, 1],
    ] as const),
    ...([
      [9, 72, 1],
      [10, 76, 0.5],
      [10.5, 74, 0.5],
      [11, 72, 1],
      [13, 71, 1],
      [14, 67, 2],
    ] as const),
  ]
  const sung = band.melody([...tune, ...transposed(tune.slice(0, 9), 16)], bell, 0.075, 0.15)
  return mix([
    [
      room(
        mix([
          [piano, 1],
          [strings, 1],
          [sung, 1],
        ]),
        0.35,
        0.82,
      ),
      1,
    ],
    [low, 1],
  ])
}

/** A lazy beat, ninth chords, brushes. */
const windowSeat = (band: Band): Loop => {
  const chords = [
    [50, 60, 64, 65, 69],
    [55, 59, 64, 65, 69],
    [48, 59, 62, 64, 67],
    [45, 58, 61, 64, 67],
  ]
  const piano = band.part(add =>
    band.chords(chords, 4, (chord, beat) => {
      for (const hit of [0, 1.66, 2.66])
        for (const [i, note] of chord.slice(1).entries())
          add(beat + hit + i * 0.02, keys(note, band.seconds(hit === 0 ? 1.4 : 0.7)), hit === 0 ? 0.13 : 0.09, -0.4 + i * 0.2)
    }),
  )
  const low = band.part(add =>
    band.chords(chords, 4, ([root = 48], beat) => {
      for (const [at, step, length] of [
        [0, 0, 1.4],
        [1.66, 0, 0.6],
        [2.66, 7, 0.6],
        [3.66, 5, 0.3],
      ] as const)
        add(beat + at, bass(root - 12 + (step === 5 ? -2 : step), band.seconds(length)), 0.26)
    }),
  )
  const drums = band.part(add => {
    for (let beat = 0; beat < band.beats; beat += 4) {
      for (const at of [0, 2.66]) add(beat + at, kick(), 0.4)
      for (const at of [1, 3]) add(beat + at, snap(7 + beat), 0.14, 0.1)
      for (let i = 0; i < 4; i++) {
        add(beat + i, noise(0.06, 7000, { seed: beat + i + 1 }), 0.05, -0.3)
        add(beat + i + 0.66, noise(0.09, 6000, { seed: beat + i + 90 }), 0.035, -0.3)
      }
    }
  })
  const tune: Note[] = [
    ...([
      [0.66, 77, 0.6],
      [1.66, 76, 0.3],
      [2, 74, 1.4],
      [4.66, 76, 0.6],
      [5.66, 74, 0.3],
      [6, 71, 1.4],
    ] as const),
    ...([
      [8, 72, 0.6],
      [8.66, 74, 0.3],
      [9, 76, 1.6],
      [12, 73, 0.6],
      [12.66, 76, 0.6],
      [13.66, 79, 1.8],
    ] as const),
  ]
  const sung = band.melody([...tune, ...transposed(tune, 16)], (note, s) => keys(note, s), 0.12, 0.3)
  return mix([
    [
      room(
        mix([
          [piano, 1],
          [sung, 1],
        ]),
        0.25,
        0.74,
      ),
      1,
    ],
    [low, 1],
    [room(drums, 0.12, 0.6), 1],
  ])
}

/** A plucked figure that rolls along, a shaker, a bass on one and three. */
const bicycle = (band: Band): Loop => {
  const chords = [
    [48, 60, 64, 67, 72],
    [47, 59, 62, 67, 74],
    [45, 57, 60, 64, 72],
    [41, 57, 60, 65, 69],
  ]
  const figure = [1, 3, 2, 4, 3, 2, 4, 3]
  const strings = band.part(add =>
    band.chords(chords, 4, (chord, beat) => {
      for (const [i, k] of figure.entries())
        add(
          beat + i / 2,
          pluck(chord[k] ?? 60, band.seconds(1.1), { seed: k + i }),
          i % 4 === 0 ? 0.34 : 0.25,
          i % 2 ? 0.35 : -0.35,
        )
    }),
  )
  const low = band.part(add =>
    band.chords(chords, 4, ([root = 48], beat) => {
      add(beat, bass(root - 12, band.seconds(1.7)), 0.3)
      add(beat + 2, bass(root - 12 + (beat % 8 ? 7 : 0), band.seconds(1.2)), 0.24)
      add(beat + 3.5, bass(root - 12, band.seconds(0.4)), 0.18)
    }),
  )
  const beat = band.part(add => {
    for (let b = 0; b < band.beats; b++) {
      if (b % 2 === 0) add(b, kick(), 0.3)
      else add(b, snap(b), 0.11, -0.1)
      for (const [i, loud] of [0.05, 0.02, 0.035, 0.02].entries())
        add(b + i / 4, noise(0.07, 5200, { seed: 4 * b + i + 1, attack: 0.012 }), loud, 0.4)
    }
  })
  const tune: Note[] = [
    ...([
      [0, 79, 1],
      [1, 76, 0.5],
      [1.5, 79, 1],
      [3, 84, 1],
      [4, 83, 1.5],
      [6, 79, 1],
      [7, 74, 1],
    ] as const),
    ...([
      [8, 76, 1],
      [9, 72, 0.5],
      [9.5, 76, 1],
      [11, 81, 1],
      [12, 81, 1],
      [13, 79, 0.5],
      [13.5, 77, 1],
      [15, 74, 1],
    ] as const),
  ]
  const sung = band.melody([...tune, ...transposed(tune, 32)], (note, s) => bell(note, s), 0.06, 0.1)
  const answer = band.melody(
    transposed(
      tune.filter(([b]) => b < 16),
      16,
    ),
    (note, s) => pluck(note, s + 0.3),
    0.2,
    0.2,
  )
  return mix([
    [
      room(
        mix([
          [strings, 1],
          [sung, 1],
          [answer, 1],
        ]),
        0.22,
        0.76,
      ),
      1,
    ],
    [low, 1],
    [room(beat, 0.1, 0.6), 1],
  ])
}

/** Four on the floor, an off-beat chord, a tune of five notes. */
const marketDay = (band: Band): Loop => {
  const chords = [
    [45, 60, 64, 69],
    [41, 60, 65, 69],
    [48, 60, 64, 67],
    [43, 59, 62, 67],
  ]
  const stabs = band.part(add =>
    band.chords(chords, 4, (chord, beat) => {
      for (const hit of [0.5, 1.5, 2.5, 3.25, 3.75])
        for (const [i, note] of chord.slice(1).entries())
          add(beat + hit, keys(note + 12, band.seconds(0.22)), 0.09, -0.4 + i * 0.4)
      for (const note of chord.slice(1)) add(beat, pad(note, band.seconds(3.4)), 0.035, note % 2 ? 0.5 : -0.5)
    }),
  )
  const low = band.part(add =>
    band.chords(chords, 4, ([root = 48], beat) => {
      for (const at of [0, 0.75, 1.5, 2, 2.75, 3.5])
        add(beat + at, bass(root - 12 + (at === 1.5 || at === 3.5 ? 12 : 0), band.seconds(0.42)), 0.25)
    }),
  )
  const drums = band.part(add => {
    for (let b = 0; b < band.beats; b++) {
      add(b, kick(), 0.45)
      if (b % 2 === 1) add(b, snap(b), 0.2)
      add(b + 0.5, noise(0.11, 6500, { seed: b + 1 }), 0.07, 0.25)
      for (const i of [1, 3]) add(b + i / 4, noise(0.04, 8000, { seed: b + 60 * i }), 0.025, -0.35)
    }
  })
  const tune: Note[] = [
    ...([
      [0, 81, 0.5],
      [0.75, 84, 0.5],
      [1.5, 81, 0.5],
      [2, 79, 1],
      [3.5, 76, 0.5],
    ] as const),
    ...([
      [4, 77, 0.5],
      [4.75, 79, 0.5],
      [5.5, 81, 1.5],
      [8, 79, 0.5],
      [8.75, 76, 0.5],
      [9.5, 79, 0.5],
      [10, 84, 1.5],
    ] as const),
    ...([
      [12, 83, 0.5],
      [12.75, 79, 0.5],
      [13.5, 74, 0.5],
      [14, 76, 1.5],
    ] as const),
  ]
  const sung = band.melody(
    [...tune, ...transposed(tune, 16), ...transposed(tune, 32)],
    (note, s) => pluck(note, s + 0.2, { damp: 0.992 }),
    0.3,
  )
  return mix([
    [
      room(
        mix([
          [stabs, 1],
          [sung, 1],
        ]),
        0.2,
        0.74,
      ),
      1,
    ],
    [low, 1],
    [room(drums, 0.08, 0.55), 1],
  ])
}

/** Bells far apart over strings that hardly move. */
const paperLanterns = (band: Band): Loop => {
  const chords = [
    [50, 57, 62, 66, 71],
    [47, 57, 62, 66, 69],
    [43, 55, 62, 66, 71],
    [45, 57, 61, 64, 71],
  ]
  const strings = band.part(add =>
    band.chords(chords, 8, (chord, beat) => {
      for (const [i, note] of chord.entries()) add(beat, pad(note, band.seconds(7.4)), i === 0 ? 0.09 : 0.06, -0.6 + i * 0.3)
    }),
  )
  const drops = [74, 78, 81, 83, 86, 81, 78, 76, 83, 74, 81, 78]
  const bells = band.part(add => {
    for (let b = 0; b < band.beats; b += 1) {
      const k = Math.round(b * 5 + (b % 3) * 2) % drops.length
      if (b % 4 === 3 || (b * 7) % 5 === 0) continue
      add(b + (b % 2 ? 0.5 : 0), bell(drops[k] ?? 74, band.seconds(2)), b % 4 === 0 ? 0.1 : 0.065, Math.sin(b * 1.3) * 0.7)
    }
  })
  const harp = band.part(add =>
    band.chords(chords, 8, (chord, beat) => {
      for (const [i, note] of [...chord, (chord[2] ?? 62) + 12].entries())
        add(beat + i * 0.5, pluck(note, band.seconds(3), { seed: i + 1, damp: 0.998 }), 0.2, -0.5 + i * 0.2)
    }),
  )
  return room(
    mix([
      [strings, 1],
      [bells, 1],
      [harp, 1],
    ]),
    0.6,
    0.88,
  )
}

/** By the name that a row of the table remembers. */
export const pieces: Readonly<Record<string, Piece>> = {
  'morning-tea': {
    ...{ title: { en: 'Morning Tea', ja: '朝のお茶', zh: '晨茶' }, mood: 'calm', tempo: 80, bars: 8, score: morningTea },
  },
  'window-seat': {
    ...{ title: { en: 'Window Seat', ja: '窓ぎわの席', zh: '靠窗的位子' }, mood: 'warm', tempo: 78, bars: 8, score: windowSeat },
  },
  bicycle: { title: { en: 'Bicycle', ja: '自転車', zh: '骑车去' }, mood: 'bright', tempo: 108, bars: 12, score: bicycle },
  'market-day': {
    ...{ title: { en: 'Market Day', ja: '市の日', zh: '赶集' }, mood: 'lively', tempo: 118, bars: 12, score: marketDay },
  },
  'paper-lanterns': {
    ...{
      title: { en: 'Paper Lanterns', ja: '紙の灯り', zh: '纸灯笼' },
      mood: 'dreamy',
      tempo: 66,
      bars: 8,
      score: paperLanterns,
    },
  },
}

/** Who made them: this project. */
export const credit: Words = {
  en: 'Enishi, free to use in your clips',
  ja: 'Enishi（投稿に自由に使えます）',
  zh: 'Enishi（可在你的视频中自由使用）',
}

/** The piece as samples. Takes a second or some of one processor: not for a process that answers requests. */
export const playPiece = (piece: Piece): Loop => finish(piece.score(new Band(piece.tempo, piece.bars)))
