import type { RateBucket } from './route.ts'

/** Requests a minute, per person; `sign_in` counts per address as well. */
export const rateLimits: Readonly<Record<RateBucket, number>> = {
  default: 1200,
  feed: 600,
  events: 600,
  write: 300,
  upload: 600,
  sign_in: 20,
}
/** Per address, over all people there: generous, because many people share one (offices, mobile carriers). */
export const addressFactor = 10

/** Fixed one-minute windows in memory; the store at scale (Redis) keeps the same numbers behind the same function. */
export function createLimiter(limits: Readonly<Record<RateBucket, number>> = rateLimits) {
  let window = 0
  let counts = new Map<string, number>()
  /** Remaining requests after this one, or −1 when it is too many; and seconds until the window ends. */
  return function take(
    bucket: RateBucket,
    who: string,
    address: string,
    now: number,
  ): { limit: number; remaining: number; reset: number } {
    const current = Math.floor(now / 60_000)
    if (current !== window || counts.size > 200_000) {
      window = current
      counts = new Map()
    }
    const count = (key: string) => {
      const n = (counts.get(key) ?? 0) + 1
      counts.set(key, n)
      return n
    }
    const limit = limits[bucket]
    const mine = limit - count(`${bucket}|${who}`)
    const theirs = limit * (bucket === 'sign_in' ? 1 : addressFactor) - count(`${bucket}@${address}`)
    return { limit, remaining: Math.max(-1, Math.min(mine, theirs)), reset: 60 - Math.floor((now % 60_000) / 1000) }
  }
}
