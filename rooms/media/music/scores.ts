import { type Band, later, notesOf } from './band.ts'
import { mix, room } from './mix.ts'
import { bass, bell, keys, kick, type Loop, noise, pad, pluck, snap } from './synth.ts'

/** Electric piano over soft strings; a slow walk down from F. */
export const morningTea = (band: Band): Loop => {
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
  const tune = notesOf(
    '1 76 1, 2 79 0.5, 2.5 77 0.5, 3 76 1, 5 74 1.5, 7 71 1, 9 72 1, 10 76 0.5, 10.5 74 0.5, 11 72 1, 13 71 1, 14 67 2',
  )
  const sung = band.melody([...tune, ...later(tune.slice(0, 9), 16)], bell, 0.075, 0.15)
  return mix(room(mix(piano, strings, sung), 0.35, 0.82), low)
}

/** A lazy beat, ninth chords, brushes. */
export const windowSeat = (band: Band): Loop => {
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
  const tune = notesOf(
    '0.66 77 0.6, 1.66 76 0.3, 2 74 1.4, 4.66 76 0.6, 5.66 74 0.3, 6 71 1.4, 8 72 0.6, 8.66 74 0.3, 9 76 1.6, 12 73 0.6, 12.66 76 0.6, 13.66 79 1.8',
  )
  const sung = band.melody([...tune, ...later(tune, 16)], (note, s) => keys(note, s), 0.12, 0.3)
  return mix(room(mix(piano, sung), 0.25, 0.74), low, room(drums, 0.12, 0.6))
}

/** A plucked figure that rolls along, a shaker, a bass on one and three. */
export const bicycle = (band: Band): Loop => {
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
  const tune = notesOf(
    '0 79 1, 1 76 0.5, 1.5 79 1, 3 84 1, 4 83 1.5, 6 79 1, 7 74 1, 8 76 1, 9 72 0.5, 9.5 76 1, 11 81 1, 12 81 1, 13 79 0.5, 13.5 77 1, 15 74 1',
  )
  const sung = band.melody([...tune, ...later(tune, 32)], (note, s) => bell(note, s), 0.06, 0.1)
  const answer = band.melody(
    later(
      tune.filter(([b]) => b < 16),
      16,
    ),
    (note, s) => pluck(note, s + 0.3),
    0.2,
    0.2,
  )
  return mix(room(mix(strings, sung, answer), 0.22, 0.76), low, room(beat, 0.1, 0.6))
}

/** Four on the floor, an off-beat chord, a tune of five notes. */
export const marketDay = (band: Band): Loop => {
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
  const tune = notesOf(
    '0 81 0.5, 0.75 84 0.5, 1.5 81 0.5, 2 79 1, 3.5 76 0.5, 4 77 0.5, 4.75 79 0.5, 5.5 81 1.5, 8 79 0.5, 8.75 76 0.5, 9.5 79 0.5, 10 84 1.5, 12 83 0.5, 12.75 79 0.5, 13.5 74 0.5, 14 76 1.5',
  )
  const sung = band.melody(
    [...tune, ...later(tune, 16), ...later(tune, 32)],
    (note, s) => pluck(note, s + 0.2, { damp: 0.992 }),
    0.3,
  )
  return mix(room(mix(stabs, sung), 0.2, 0.74), low, room(drums, 0.08, 0.55))
}

/** Bells far apart over strings that hardly move. */
export const paperLanterns = (band: Band): Loop => {
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
  return room(mix(strings, bells, harp), 0.6, 0.88)
}
