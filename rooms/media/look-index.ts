import { type Look, lengthTolerance } from './look.ts'

/** A hash of 64 bits is cut into so many parts. */
const parts = 4
const partBits = 16
/** All copies that differ in so many bits a frame, on the mean, are found. */
export const sureBits = 7

/**
 * Under which keys a look is found: each part of each hash, with its place and the second in which the clip ends.
 *
 * Source: Norouzi, Punjani, Fleet, "Fast Search in Hamming Space with Multi-Index Hashing" (CVPR 2012): hashes that differ in at most
 * r bits have a part of m that differs in at most r/m, rounded down. Of a copy that differs in seven bits a frame on the
 * mean, one frame does at most, and one of its four parts in one bit at most: looking for every part and for its sixteen neighbours
 * finds it, and no table is scanned. Of those that differ in up to ten, one of the sixteen parts of a clip nearly always is as near.
 */
export function keysOf(look: Look): number[] {
  return [...new Set(partsOf(look).map(({ place, value }) => keyOf(secondOf(look.lengthMs), place, value)))]
}

/** All keys under which copies of a look may lie. */
export function nearKeys(look: Look): number[] {
  const seconds = new Set([-lengthTolerance, 0, lengthTolerance].map(by => secondOf(look.lengthMs, by)))
  const keys = new Set<number>()
  for (const second of seconds)
    for (const { place, value } of partsOf(look)) {
      keys.add(keyOf(second, place, value))
      for (let bit = 0; bit < partBits; bit++) keys.add(keyOf(second, place, value ^ (1 << bit)))
    }
  return [...keys]
}

const partsOf = (look: Look): { place: number; value: number }[] =>
  look.frames.flatMap(({ hash }, frame) =>
    hash === null
      ? []
      : Array.from({ length: parts }, (_, part) => ({
          place: frame * parts + part,
          value: Number((hash >> BigInt(part * partBits)) & 0xffffn),
        })),
  )
/** 0: a picture. */
const secondOf = (lengthMs: number, by = 0): number => (lengthMs === 0 ? 0 : 1 + Math.floor(Math.max(0, lengthMs + by) / 1000))
/** Seconds are counted round: keys are integers of 32 bits, and what is found is compared anyway. */
const keyOf = (second: number, place: number, value: number): number => ((second % 1024) * 16 + place) * 65536 + value
