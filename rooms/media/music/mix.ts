import { type Loop, rate, silence } from './synth.ts'

const combs = [1557, 1617, 1491, 1422, 1277, 1356]
const passes = [225, 556, 341]

/** A room (Schroeder 1962: combs side by side, then all-passes), heard as it is when the loop has gone round already. */
export function room(dry: Loop, amount: number, hold = 0.8): Loop {
  const wet = silence(dry.left.length)
  echo(dry.left, wet.left, 0, hold)
  echo(dry.right, wet.right, 23, hold)
  for (const side of ['left', 'right'] as const)
    for (let i = 0; i < wet[side].length; i++) wet[side][i] = (dry[side][i] as number) + amount * (wet[side][i] as number)
  return wet
}

function echo(dry: Float32Array, out: Float32Array, spread: number, hold: number): void {
  const n = dry.length
  const lines = combs.map(c => ({ line: new Float32Array(c + spread), at: 0, low: 0 }))
  const diffuse = passes.map(p => ({ line: new Float32Array(p + spread), at: 0 }))
  // The first time round fills the room, the second is heard.
  for (let k = 0; k < 2 * n; k++) {
    const i = k % n
    const x = dry[i] as number
    let v = 0
    for (const c of lines) {
      const back = c.line[c.at] as number
      c.low = 0.65 * back + 0.35 * c.low
      c.line[c.at] = x + hold * c.low
      c.at = c.at + 1 === c.line.length ? 0 : c.at + 1
      v += back
    }
    v /= combs.length
    for (const p of diffuse) {
      const back = p.line[p.at] as number
      const into = v + 0.5 * back
      p.line[p.at] = into
      p.at = p.at + 1 === p.line.length ? 0 : p.at + 1
      v = back - 0.5 * into
    }
    if (k >= n) out[i] = v
  }
}

/** Loops of one length, together. */
export function mix(...parts: readonly [Loop, ...Loop[]]): Loop {
  const sum = silence(parts[0].left.length)
  for (const side of ['left', 'right'] as const)
    for (const loop of parts)
      for (let i = 0; i < sum[side].length; i++) sum[side][i] = (sum[side][i] as number) + (loop[side][i] as number)
  return sum
}

/** Softly bent where it is loud, and as loud as 16 bits leave room for. */
export function finish(loop: Loop): Loop {
  const peak = Math.max(...[loop.left, loop.right].map(side => side.reduce((most, v) => Math.max(most, Math.abs(v)), 1e-9)))
  const bend = (v: number) => 0.85 * Math.tanh((1.3 * v) / peak)
  return { left: loop.left.map(bend), right: loop.right.map(bend) }
}

/** A WAV file of 16 bits. */
export function wavOf({ left, right }: Loop): Buffer {
  const bytes = Buffer.alloc(44 + left.length * 4)
  bytes.write('RIFF', 0, 'latin1')
  bytes.writeUInt32LE(bytes.length - 8, 4)
  bytes.write('WAVEfmt ', 8, 'latin1')
  for (const [at, v] of [
    [16, 16],
    [24, rate],
    [28, rate * 4],
    [40, left.length * 4],
  ] as const)
    bytes.writeUInt32LE(v, at)
  for (const [at, v] of [
    [20, 1],
    [22, 2],
    [32, 4],
    [34, 16],
  ] as const)
    bytes.writeUInt16LE(v, at)
  bytes.write('data', 36, 'latin1')
  const clip = (v: number) => Math.round(Math.max(-1, Math.min(1, v)) * 32_767)
  for (let i = 0; i < left.length; i++) {
    bytes.writeInt16LE(clip(left[i] as number), 44 + 4 * i)
    bytes.writeInt16LE(clip(right[i] as number), 46 + 4 * i)
  }
  return bytes
}
