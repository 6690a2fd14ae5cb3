import { clamp01, hash, step, stream } from './random.ts'

export const RATE = 44100

export interface Cue {
  at: number
  kind:
    | 'bell'
    | 'wood'
    | 'pour'
    | 'brush'
    | 'whisk'
    | 'cloth'
    | 'drop'
    | 'hammer'
    | 'clack'
    | 'boom'
    | 'sizzle'
    | 'bubble'
    | 'rainfall'
  length?: number
  gain?: number
  note?: number
}

type Air = 'room' | 'rain' | 'garden' | 'sea' | 'crickets' | 'street' | 'train' | 'fire' | 'wind'

/** What a film sounds like: a held chord, a room, and small sounds at their moments. */
export interface Score {
  /** MIDI notes of the pad. */
  chord: readonly number[]
  /** Chord from the middle on. */
  turn?: readonly number[]
  air?: Air
  melody?: readonly { at: number; note: number }[]
  cues?: readonly Cue[]
  seed: number
}

/** Samples a channel. */
const samplesOf = (out: Float32Array) => out.length / 2
const hz = (note: number) => 440 * 2 ** ((note - 69) / 12)

/** Stereo, interleaved, about −20 LUFS, silent at both ends. */
export function synthesise(score: Score, seconds: number): Float32Array {
  const out = new Float32Array(Math.round(seconds * RATE) * 2)
  pad(out, score.chord, 0, score.turn ? seconds * 0.56 : seconds, score.seed)
  if (score.turn) pad(out, score.turn, seconds * 0.44, seconds, score.seed + 5)
  for (const m of score.melody ?? []) bell(out, m.at, hz(m.note), 0.2, hash(score.seed, m.note) * 0.6 + 0.2)
  for (const c of score.cues ?? []) cue(out, c, score.seed)
  air(out, score.air ?? 'room', score.seed)
  room(out)
  level(out)
  return out
}

function pad(out: Float32Array, chord: readonly number[], from: number, to: number, seed: number): void {
  const [a, b] = [Math.floor(from * RATE), Math.min(samplesOf(out), Math.floor(to * RATE))]
  chord.forEach((note, k) => {
    for (const side of [0, 1]) {
      const f = hz(note) * (1 + (hash(seed, k, side) - 0.5) * 0.0035)
      const w = (2 * Math.PI * f) / RATE
      const slow = 0.5 + hash(seed, k, side + 7) * 0.7
      const g = 0.11 / Math.sqrt(chord.length) / (1 + Math.max(0, note - 60) * 0.03)
      for (let i = a; i < b; i++) {
        const s = (i - a) / RATE
        const env = step(0, 1.5, s) * step(to - from, to - from - 1.6, s)
        const swell = 0.75 + 0.25 * Math.sin(s * slow * 2 + k * 2)
        const p = w * i
        out[i * 2 + side]! += (Math.sin(p) + 0.28 * Math.sin(p * 2 + 1) * swell + 0.09 * Math.sin(p * 3)) * env * g * swell
      }
    }
  })
}

function bell(out: Float32Array, at: number, f: number, gain: number, pan: number): void {
  const a = Math.floor(at * RATE)
  const len = Math.min(samplesOf(out) - a, RATE * 3.2)
  for (let i = 0; i < len; i++) {
    const s = i / RATE
    const on = Math.min(1, s / 0.006)
    const p = 2 * Math.PI * f * s
    const v =
      (Math.sin(p) * Math.exp(-s * 1.7) +
        0.35 * Math.sin(p * 2.004) * Math.exp(-s * 3) +
        0.16 * Math.sin(p * 3.93) * Math.exp(-s * 6)) *
      on *
      gain *
      0.55
    out[(a + i) * 2]! += v * Math.sqrt(1 - pan)
    out[(a + i) * 2 + 1]! += v * Math.sqrt(pan)
  }
}

/** Noise through a gliding two-pole filter: water, bristles, cloth differ in where it rings. */
function hiss(
  out: Float32Array,
  at: number,
  length: number,
  shape: (s: number) => { f: number; q: number; g: number },
  seed: number,
): void {
  const rnd = stream(seed)
  const a = Math.floor(at * RATE)
  const len = Math.min(samplesOf(out) - a, Math.floor(length * RATE))
  let [low, band] = [0, 0]
  for (let i = 0; i < len; i++) {
    const { f, q, g } = shape(i / RATE)
    const k = 2 * Math.sin((Math.PI * Math.min(9000, f)) / RATE)
    const high = rnd() * 2 - 1 - low - q * band
    band += k * high
    low += k * band
    const edge = clamp01(i / 1500) * clamp01((len - i) / 3000)
    out[(a + i) * 2]! += band * g * edge
    out[(a + i) * 2 + 1]! += band * g * edge * 0.92
  }
}

function cue(out: Float32Array, c: Cue, seed: number): void {
  const g = c.gain ?? 1
  const len = c.length ?? 1
  const s0 = seed + Math.floor(c.at * 100)
  strike(out, c, g, s0)
  if (c.kind === 'bell') bell(out, c.at, hz(c.note ?? 84), 0.22 * g, 0.5)
  if (c.kind === 'wood')
    for (const [f, d] of [
      [420, 40],
      [910, 60],
    ] as const)
      knock(out, c.at, f, d, 0.16 * g)
  if (c.kind === 'drop') knock(out, c.at, 900 + 500 * hash(s0, 1), 26, 0.09 * g)
  if (c.kind === 'pour') {
    hiss(
      out,
      c.at,
      len,
      s => ({ f: 650 + 520 * (s / len) + 180 * Math.sin(s * 31), q: 0.35, g: 0.05 * g * (0.8 + 0.2 * Math.sin(s * 47)) }),
      s0,
    )
    const rnd = stream(s0 + 1)
    for (let t = 0; t < len; t += 0.035 + rnd() * 0.05) knock(out, c.at + t, 500 + 500 * (t / len) + rnd() * 500, 55, 0.035 * g)
  }
  if (c.kind === 'brush')
    hiss(
      out,
      c.at,
      len,
      s => ({ f: 2600 + 900 * Math.sin((s / len) * 3.1), q: 0.8, g: 0.022 * g * Math.sin(Math.PI * Math.min(1, s / len)) }),
      s0,
    )
  if (c.kind === 'whisk')
    hiss(
      out,
      c.at,
      len,
      s => ({ f: 3300 + 600 * Math.sin(s * 44), q: 0.7, g: 0.03 * g * (0.35 + 0.65 * Math.abs(Math.sin(s * 22))) }),
      s0,
    )
  if (c.kind === 'cloth')
    hiss(
      out,
      c.at,
      len,
      s => ({ f: 700 + 500 * Math.sin((s / len) * 3.1), q: 0.9, g: 0.035 * g * Math.sin(Math.PI * Math.min(1, s / len)) ** 2 }),
      s0,
    )
}

/** Hard things and hot things. */
function strike(out: Float32Array, c: Cue, g: number, seed: number): void {
  const len = c.length ?? 1
  if (c.kind === 'hammer')
    for (const [f, d, k] of [
      [1870, 9, 0.07],
      [2930, 14, 0.05],
      [310, 40, 0.16],
    ] as const)
      knock(out, c.at, f, d, k * g)
  if (c.kind === 'clack')
    for (const [f, d] of [
      [1250, 70],
      [640, 55],
    ] as const)
      knock(out, c.at, f, d, 0.12 * g)
  if (c.kind === 'boom') {
    knock(out, c.at, 62, 9, 0.34 * g)
    hiss(out, c.at, 0.5, s => ({ f: 420 - 300 * s, q: 0.9, g: 0.05 * g * Math.exp(-s * 7) }), seed)
  }
  if (c.kind === 'sizzle')
    hiss(out, c.at, len, s => ({ f: 5600 + 900 * Math.sin(s * 37), q: 0.9, g: 0.016 * g * (0.7 + 0.3 * Math.sin(s * 61)) }), seed)
  if (c.kind === 'rainfall') hiss(out, c.at, len, () => ({ f: 4800, q: 1.2, g: 0.022 * g }), seed)
  if (c.kind === 'bubble') {
    const rnd = stream(seed + 2)
    for (let t = 0; t < len; t += 0.05 + rnd() * 0.09) knock(out, c.at + t, 260 + rnd() * 340, 34, 0.04 * g)
  }
}

function knock(out: Float32Array, at: number, f: number, decay: number, g: number): void {
  const a = Math.floor(at * RATE)
  const len = Math.min(samplesOf(out) - a, Math.floor(RATE * 0.25))
  for (let i = 0; i < len; i++) {
    const s = i / RATE
    const v = Math.sin(2 * Math.PI * f * s * (1 + s * 1.5)) * Math.exp(-s * decay) * Math.min(1, s / 0.0015) * g
    out[(a + i) * 2]! += v
    out[(a + i) * 2 + 1]! += v * 0.9
  }
}

/** Steady rooms and places: a hiss whose pitch and strength wander. */
const winds: Partial<Record<Air, (s: number) => { f: number; q: number; g: number }>> = {
  sea: s => ({
    f: 480 + 260 * Math.sin(s * 0.85),
    q: 0.9,
    g: 0.03 * (0.35 + 0.65 * (0.5 + 0.5 * Math.sin(s * 0.85 - 0.6)) ** 2),
  }),
  wind: s => ({ f: 520 + 240 * Math.sin(s * 0.6), q: 0.35, g: 0.011 * (0.6 + 0.4 * Math.sin(s * 0.9)) }),
  street: s => ({ f: 340 + 90 * Math.sin(s * 0.7), q: 0.9, g: 0.014 }),
  train: s => ({ f: 210 + 30 * Math.sin(s * 3), q: 0.8, g: 0.026 }),
  fire: s => ({ f: 300 + 120 * Math.sin(s * 2.1), q: 0.9, g: 0.016 * (0.8 + 0.2 * Math.sin(s * 7)) }),
}

function air(out: Float32Array, kind: Air, seed: number): void {
  const sec = samplesOf(out) / RATE
  const wind = winds[kind]
  if (wind) hiss(out, 0, sec, wind, seed + 37)
  const rnd0 = stream(seed + 38)
  if (kind === 'fire')
    for (let t = 0.1; t < sec - 0.3; t += 0.08 + rnd0() * 0.3) knock(out, t, 900 + rnd0() * 1500, 160, 0.03 * rnd0())
  if (kind === 'train') for (let t = 0.2; t < sec - 0.4; t += 0.62) for (const d of [0, 0.14]) knock(out, t + d, 170, 30, 0.07)
  if (kind === 'crickets') for (let t = 0.3; t < sec - 0.8; t += 0.55 + rnd0() * 0.5) chirp(out, t, 4200 + 260 * rnd0())
  if (kind === 'room') hiss(out, 0, sec, s => ({ f: 240 + 60 * Math.sin(s), q: 1.2, g: 0.006 }), seed + 31)
  if (kind === 'garden') {
    hiss(out, 0, sec, s => ({ f: 900 + 350 * Math.sin(s * 0.9), q: 1.1, g: 0.007 * (0.7 + 0.3 * Math.sin(s * 1.3)) }), seed + 32)
    for (let i = 0; i < 3; i++) chirp(out, 0.8 + hash(seed, i, 3) * (sec - 2), 3000 + 900 * hash(seed, i, 4))
  }
  if (kind === 'rain') {
    hiss(out, 0, sec, () => ({ f: 5200, q: 1.3, g: 0.03 }), seed + 33)
    hiss(out, 0, sec, s => ({ f: 620 + 80 * Math.sin(s * 0.7), q: 1.2, g: 0.03 }), seed + 34)
    const rnd = stream(seed + 35)
    for (let t = 0.1; t < sec - 0.2; t += 0.03 + rnd() * 0.13) knock(out, t, 1300 + rnd() * 2300, 120, 0.012 + rnd() * 0.03)
  }
}

function chirp(out: Float32Array, at: number, f: number): void {
  for (let k = 0; k < 3; k++) {
    const a = Math.floor((at + k * 0.13) * RATE)
    const len = Math.min(samplesOf(out) - a, Math.floor(RATE * 0.07))
    let p = 0
    for (let i = 0; i < len; i++) {
      p += (2 * Math.PI * (f + 700 * Math.sin((i / len) * 3.14) - k * 120)) / RATE
      const v = Math.sin(p) * Math.sin((Math.PI * i) / len) ** 2 * 0.014
      out[(a + i) * 2]! += v * 0.5
      out[(a + i) * 2 + 1]! += v
    }
  }
}

/** A small wooden room: four damped echoes crossing left and right. */
function room(out: Float32Array): void {
  const n = samplesOf(out)
  for (const [ms, g] of [
    [37, 0.28],
    [61, 0.22],
    [89, 0.17],
    [143, 0.12],
  ] as const) {
    const d = Math.floor((ms / 1000) * RATE)
    let [la, lb] = [0, 0]
    for (let i = d; i < n; i++) {
      la += (out[(i - d) * 2 + 1]! - la) * 0.3
      lb += (out[(i - d) * 2]! - lb) * 0.3
      out[i * 2]! += la * g
      out[i * 2 + 1]! += lb * g
    }
  }
}

/** Two channels of −22.6 dB RMS sum to about −20 LUFS for material as plain as this; peaks are rounded, ends faded. */
function level(out: Float32Array): void {
  const n = samplesOf(out)
  let sum = 0
  for (let i = 0; i < out.length; i++) sum += out[i]! * out[i]!
  const k = 0.074 / Math.max(1e-6, Math.sqrt(sum / out.length))
  for (let i = 0; i < n; i++) {
    const edge = step(0, 2200, i) * step(n, n - 22000, i)
    for (const c of [0, 1]) out[i * 2 + c] = Math.tanh(out[i * 2 + c]! * k) * edge
  }
}

export function wav(samples: Float32Array): Buffer {
  const b = Buffer.alloc(44 + samples.length * 2)
  b.write('RIFF', 0)
  b.writeUInt32LE(36 + samples.length * 2, 4)
  b.write('WAVEfmt ', 8)
  b.writeUInt32LE(16, 16)
  b.writeUInt16LE(1, 20)
  b.writeUInt16LE(2, 22)
  b.writeUInt32LE(RATE, 24)
  b.writeUInt32LE(RATE * 4, 28)
  b.writeUInt16LE(4, 32)
  b.writeUInt16LE(16, 34)
  b.write('data', 36)
  b.writeUInt32LE(samples.length * 2, 40)
  for (let i = 0; i < samples.length; i++) b.writeInt16LE(Math.round(samples[i]! * 32000), 44 + i * 2)
  return b
}
