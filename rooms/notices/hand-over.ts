import type { House } from '#base/house'

interface Waiting<T extends object> {
  readonly key: string
  readonly data: T
}

/**
 * A function that hands to the queue what waits and was not handed over when it last looked: while a queue is slower than the events, the ones
 * before are not sent again with each new one. `everything`, for the sweep, hands over all of it; the key keeps one job of each.
 */
export function handOver<T extends object>(
  house: House,
  job: string,
  waiting: () => Promise<readonly Waiting<T>[]>,
): (everything?: boolean) => Promise<void> {
  let handed: ReadonlySet<string> = new Set()
  return async (everything = false) => {
    const now = await waiting()
    const before = handed
    handed = new Set(now.map(w => w.key))
    for (const { key, data } of now) if (everything || !before.has(key)) await house.jobs.send(job, data, { key })
  }
}

/**
 * A call that is followed by the work a moment later, when the readers of the log have written what they decided. However many calls come
 * meanwhile, the work runs once for them all, and not before the moment is over for the last of them.
 */
export function inAMoment(house: House, work: () => Promise<void>): () => void {
  let waiting = false
  let again = false
  return function call() {
    again = waiting
    if (waiting) return
    waiting = true
    const run = () => {
      waiting = false
      if (again) call()
      work().catch(error => house.logger.error({ err: error }, 'notices'))
    }
    setTimeout(run, momentMs).unref()
  }
}
const momentMs = 400
