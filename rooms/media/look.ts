import { distance, frameHash, side } from './frame-hash.ts'

/** A frame: its hash, null where it shows too little, and its tint: how blue and how red it is on the mean (Cb and Cr, 0 to 255). */
export interface Frame {
  readonly hash: bigint | null
  readonly tint: readonly [blue: number, red: number]
}
/** How a medium looks: its length (0: a picture) and its frames. */
export interface Look {
  readonly lengthMs: number
  readonly frames: readonly Frame[]
}

/** Where in a clip its frames are taken, in shares of its length. Neither the first nor the last: there stand titles and fades. */
export const shares = [0.15, 0.38, 0.62, 0.85] as const
/**
 * Bits of a frame's 64 that a copy may differ in, on the mean. Measured on real clips: encoded again, smaller, brighter 0 to 4, with a
 * fifteenth cut off 5 to 7, two different ones 20 and more.
 */
const mostBits = 10
/** No single frame of a copy differs in more. */
const mostBitsOfOne = 20
/** How far the tint of a copy may be off, on the mean: the same cup in another glaze is another picture. */
const mostTint = 8
/** Encoders round a length, and sound ends later than the picture. */
export const lengthTolerance = 500

/** The frame that a picture of 32 × 32 in RGB (three bytes a point) is. Brightness and tint by ITU-R BT.601. Pure. */
export function frameOf(rgb: Uint8Array): Frame {
  const grey = new Uint8Array(side * side)
  let [blue, red] = [0, 0]
  for (let i = 0; i < grey.length; i++) {
    const [r, g, b] = [rgb[3 * i] ?? 0, rgb[3 * i + 1] ?? 0, rgb[3 * i + 2] ?? 0]
    const y = 0.299 * r + 0.587 * g + 0.114 * b
    grey[i] = Math.round(y)
    blue += 128 + 0.564 * (b - y)
    red += 128 + 0.713 * (r - y)
  }
  return { hash: frameHash(grey), tint: [Math.round(blue / grey.length), Math.round(red / grey.length)] }
}

/**
 * Whether two media look like copies of each other: of the same kind and length, and their frames alike in every place where both have
 * a hash, which are at least half of them. A medium without any hash is like no other. Pure.
 */
export function alike(a: Look, b: Look): boolean {
  if ((a.lengthMs === 0) !== (b.lengthMs === 0) || Math.abs(a.lengthMs - b.lengthMs) > lengthTolerance) return false
  if (a.frames.length !== b.frames.length) return false
  const pairs = a.frames.flatMap((one, i) => {
    const other = b.frames[i]
    return one.hash !== null && other && other.hash !== null
      ? [
          {
            bits: distance(one.hash, other.hash),
            tint: Math.max(...one.tint.map((t, k) => Math.abs(t - (other.tint[k] as number)))),
          },
        ]
      : []
  })
  if (pairs.length === 0 || pairs.length * 2 < a.frames.length || pairs.some(p => p.bits > mostBitsOfOne)) return false
  const mean = (of: (p: { bits: number; tint: number }) => number) => pairs.reduce((sum, p) => sum + of(p), 0) / pairs.length
  return mean(p => p.bits) <= mostBits && mean(p => p.tint) <= mostTint
}
