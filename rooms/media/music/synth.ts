import { seeded } from '#base/kernel'

/** Samples a second of everything here. */
export const rate = 48_000

/** A loop in stereo: what sounds on over its end comes in again at its beginning, so it can be repeated without a seam. */
export interface Loop {
  readonly left: Float32Array
  readonly right: Float32Array
}
export const silence = (samples: number): Loop => ({ left: new Float32Array(samples), right: new Float32Array(samples) })

/** Frequency of a note, hertz; 69 is the A of 440 Hz, each number a semitone (twelve-tone equal temperament). */
export const pitch = (note: number): number => 440 * 2 ** ((note - 69) / 12)

/** How one note or stroke sounds: its value at a sample, and how many samples it has. */
export interface Sound {
  readonly length: number
  at(i: number): number
}

/** Adds a sound to a loop. `pan`: −1 is left, 1 is right, of equal power in between. */
export function play({ left, right }: Loop, start: number, sound: Sound, gain: number, pan = 0): void {
  const angle = ((pan + 1) * Math.PI) / 4
  const [l, r] = [gain * Math.cos(angle), gain * Math.sin(angle)]
  const n = left.length
  for (let i = 0, k = ((Math.round(start) % n) + n) % n; i < sound.length; i++) {
    const v = sound.at(i)
    left[k] = (left[k] as number) + v * l
    right[k] = (right[k] as number) + v * r
    if (++k === n) k = 0
  }
}

const seconds = (s: number): number => Math.round(s * rate)
/** Rises and falls within some milliseconds, so that nothing clicks. */
const edge = (i: number, length: number, attack: number, release: number): number =>
  Math.min(1, i / attack, (length - i) / release)

/** Electric piano: two sines, one bending the other's phase, that grows softer and duller (frequency modulation). */
export function keys(note: number, length: number): Sound {
  const step = (2 * Math.PI * pitch(note)) / rate
  const whole = seconds(length + 0.35)
  return {
    length: whole,
    at(i) {
      const t = i / rate
      const bright = 1.4 * Math.exp(-t * 5) + 0.15
      const body = Math.sin(i * step + bright * Math.sin(i * step))
      const tine = 0.12 * Math.exp(-t * 14) * Math.sin(i * step * 7)
      return (body + tine) * Math.exp(-t * 1.1) * edge(i, whole, 120, seconds(0.3))
    },
  }
}

/** A soft chord of strings: three slightly detuned waves of eight partials. */
const wave = Float32Array.from({ length: 2049 }, (_, i) => {
  let v = 0
  for (let k = 1; k <= 8; k++) v += Math.sin((2 * Math.PI * k * i) / 2048) / k ** 1.9
  return v
})
export function pad(note: number, length: number): Sound {
  const whole = seconds(length + 1.2)
  const steps = [0.9965, 1, 1.0035].map(d => (pitch(note) * d * 2048) / rate)
  return {
    length: whole,
    at(i) {
      let v = 0
      for (const s of steps) v += wave[Math.floor((i * s + s * 577) % 2048)] as number
      return (v / 3) * edge(i, whole, seconds(0.7), seconds(1.4)) ** 1.5
    },
  }
}

/** A plucked string (Karplus and Strong 1983): noise that goes round in a delay line and is smoothed each time. */
export function pluck(note: number, length: number, { damp = 0.996, seed = 1 } = {}): Sound {
  const whole = seconds(length + 0.4)
  // The round trip is the line, half a sample of smoothing, and an all-pass for the rest of the period: so it is in tune.
  const period = rate / pitch(note) - 0.5
  const size = Math.floor(period - 0.1)
  const rest = period - size
  const bend = (1 - rest) / (1 + rest)
  const random = seeded(seed * 131 + note)
  const line = Float32Array.from({ length: size }, () => random() * 2 - 1)
  // The pick is soft: its noise is smoothed before it is heard, and has no constant part.
  for (let pass = 0; pass < 3; pass++)
    for (let i = 1; i < size; i++) line[i] = ((line[i] as number) + (line[i - 1] as number)) / 2
  const mean = line.reduce((sum, v) => sum + v, 0) / size
  for (let i = 0; i < size; i++) line[i] = (line[i] as number) - mean
  const out = new Float32Array(whole)
  let [last, into, back] = [0, 0, 0]
  for (let i = 0; i < whole; i++) {
    const k = i % size
    const now = line[k] as number
    const smooth = (damp * (now + last)) / 2
    last = now
    back = bend * smooth + into - bend * back
    into = smooth
    out[i] = now
    line[k] = back
  }
  return { length: whole, at: i => 1.6 * (out[i] as number) * edge(i, whole, 20, seconds(0.25)) }
}

/** A small bell: partials that are not in tune with each other, the high ones gone sooner. */
export function bell(note: number, length: number): Sound {
  const step = (2 * Math.PI * pitch(note)) / rate
  const whole = seconds(length + 1.6)
  const partials = [
    [1, 1, 1.6],
    [2.01, 0.45, 2.6],
    [3.98, 0.22, 4.5],
    [5.43, 0.1, 8],
  ] as const
  return {
    length: whole,
    at(i) {
      let v = 0
      for (const [ratio, loud, fall] of partials) v += loud * Math.sin(i * step * ratio) * Math.exp((-fall * i) / rate)
      return v * edge(i, whole, 90, seconds(0.4))
    },
  }
}

/** A round bass. */
export function bass(note: number, length: number): Sound {
  const step = (2 * Math.PI * pitch(note)) / rate
  const whole = seconds(length + 0.08)
  return {
    length: whole,
    at: i =>
      (Math.sin(i * step) + 0.3 * Math.sin(2 * i * step) * Math.exp((-4 * i) / rate)) *
      Math.exp((-0.9 * i) / rate) *
      edge(i, whole, 300, seconds(0.07)),
  }
}

/** A soft drum: a sine that falls from 120 Hz to 45. */
export function kick(): Sound {
  const whole = seconds(0.32)
  let phase = 0
  const out = Float32Array.from({ length: whole }, (_, i) => {
    phase += (2 * Math.PI * (45 + 75 * Math.exp((-30 * i) / rate))) / rate
    return Math.sin(phase) * Math.exp((-9 * i) / rate) * edge(i, whole, 60, 2000)
  })
  return { length: whole, at: i => out[i] as number }
}

/** Noise without its lows: a shaker, a cymbal, a brush, by how long it sounds and where it begins. */
export function noise(length: number, from: number, { seed = 1, attack = 0.002 } = {}): Sound {
  const whole = seconds(length)
  const random = seeded(seed)
  const keep = Math.exp((-2 * Math.PI * from) / rate)
  let low = 0
  const out = Float32Array.from({ length: whole }, (_, i) => {
    const v = random() * 2 - 1
    low = keep * low + (1 - keep) * v
    return (v - low) * Math.exp((-5 * i) / whole) * edge(i, whole, seconds(attack), 200)
  })
  return { length: whole, at: i => out[i] as number }
}

/** Finger snap or rim: a short ring with a little noise. */
export function snap(seed = 1): Sound {
  const hiss = noise(0.12, 1500, { seed })
  return {
    length: hiss.length,
    at: i => 0.7 * hiss.at(i) + 0.4 * Math.sin((2 * Math.PI * 1720 * i) / rate) * Math.exp((-70 * i) / rate),
  }
}
