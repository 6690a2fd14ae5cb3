/** Where continuous things fall: the state fields of the factorisation machine. Sizes stand beside the functions. */
const lengthCuts = [4, 7, 9, 11, 13, 15, 17, 18, 20, 22, 25, 30, 36, 45, 52, 60, 75, 90, 120, 150, 180, 240, 300] as const
export const lengthBuckets = lengthCuts.length + 2

/** Length of the clip; 0 = it has none. */
export function lengthBucket(durationMs: number): number {
  if (!(durationMs > 0)) return 0
  const seconds = durationMs / 1000
  let b = 1
  for (const cut of lengthCuts) if (seconds > cut) b++
  return b
}

const clampInt = (x: number, most: number): number => (x < 0 ? 0 : x > most ? most : Math.floor(x))

export const rateBuckets = 24
/** A rate on the scale of its log-odds: 12 is .33, one step a third of a logit. */
export const rateBucket = (sum: number, n: number): number =>
  clampInt(12.5 + 3 * (Math.log(sum / (n - sum)) + 0.7), rateBuckets - 1)

export const countBuckets = 12
export const countBucket = (n: number): number => clampInt(0.5 + 2 * Math.log1p(n), countBuckets - 1)

export const gapBuckets = 12
/** Seconds since the person's previous impression. */
export const gapBucket = (seconds: number): number => clampInt(0.8 * Math.log1p(seconds), gapBuckets - 1)

export const rareBuckets = 16
/** A rate of something seldom: linear up to 40 %. */
export const rareBucket = (sum: number, n: number): number => clampInt(0.5 + (40 * sum) / n, rareBuckets - 1)

export const pairStates = 5
/** What became of the pair the last time it was shown: never 0; within the hour 1, 2; longer ago 3, 4; even = the good watch. */
export const pairState = (seen: boolean, good: boolean, ageHours: number): number =>
  seen ? (ageHours < 1 ? 1 : 3) + (good ? 1 : 0) : 0

export const factBuckets = 32
export const hours = 24
export const hourOf = (timeMs: number): number => Math.floor(timeMs / 3_600_000) % hours
export const idBucket = (id: number, size: number): number => (id < 0 ? size - 1 : id % (size - 1))
