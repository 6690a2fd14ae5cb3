import type { Jobs } from '#base/jobs'
import type { Clock } from '#base/kernel'

interface Waiting {
  readonly name: string
  readonly data: object
  readonly key: string
  readonly due: number
  readonly tries: number
}
export interface JobsByHand extends Jobs {
  /** Runs what is due by the test's clock, and every job of these crons; what throws as planned is tried again the next time, five times; anything else is thrown. */
  work(crons: readonly string[]): Promise<void>
}

/** Mistakes that a test plants, and the one roll-back that the catalogue throws on purpose. */
export const planned = /planted|took \d of \d/
/** A job that fails for any other reason is a mistake of ours, and the test's. */
function swallow(error: unknown): void {
  if (!planned.test(String(error))) throw error
}

/** Jobs in memory that run when a test says so, by its own clock: thousands of them cost nothing, and none runs in between. */
export function jobsByHand(clock: Clock): JobsByHand {
  const handlers = new Map<string, (data: object) => Promise<void>>()
  const crons = new Map<string, () => Promise<void>>()
  let waiting: Waiting[] = []
  const run = async (job: Waiting): Promise<void> => {
    try {
      await handlers.get(job.name)?.(job.data)
    } catch (error) {
      swallow(error)
      if (job.tries < 5) waiting.push({ ...job, tries: job.tries + 1 })
    }
  }
  return {
    define: (name, _options, handler) => void handlers.set(name, handler as (data: object) => Promise<void>),
    async send(name, data, options = {}) {
      const key = options.key ?? crypto.randomUUID()
      if (waiting.some(j => j.name === name && j.key === key)) return
      waiting.push({ name, data, key, due: clock.now().getTime() + (options.afterSeconds ?? 0) * 1000, tries: 1 })
    },
    every: (name, _cron, handler) => void crons.set(name, handler),
    start: async () => {},
    stop: async () => {},
    waiting: async () => ({}),
    queues: async () => [],
    retry: async () => null,
    async work(names) {
      const now = clock.now().getTime()
      const due = waiting.filter(j => j.due <= now)
      waiting = waiting.filter(j => j.due > now)
      for (const job of due) await run(job)
      for (const name of names) {
        const handler = crons.get(name)
        if (!handler) throw new Error(`no cron is called ${name}`)
        await handler().catch(swallow)
      }
    },
  }
}
