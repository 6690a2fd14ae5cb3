import { PgBoss } from 'pg-boss'
import { preparingClient } from '#base/db'
import type { Logger } from '#base/log'
import { jobsSchema } from './travel.ts'

export { adoptJobs, jobsSchema, jobsTables, prepareJobs } from './travel.ts'

export interface JobOptions {
  /** How many run at once in this process. */
  readonly concurrency?: number
  readonly retries?: number
  /** After this many seconds without an end, a job counts as lost (its worker was killed) and is tried again. */
  readonly expireSeconds?: number
}

/** Work that outlives a request: kept in PostgreSQL, tried again with growing pauses, taken over after a crash. */
export interface Jobs {
  define<T extends object>(name: string, options: JobOptions, handler: (data: T) => Promise<void>): void
  /** `key` makes it single: while a job with this key waits or runs, another is not added. */
  send<T extends object>(name: string, data: T, options?: { key?: string; afterSeconds?: number }): Promise<void>
  /** Runs the handler every minute, hour or day on one process. */
  every(name: string, cron: string, handler: () => Promise<void>): void
  start(): Promise<void>
  stop(): Promise<void>
  /** Jobs waiting or running, by name. */
  waiting(): Promise<Record<string, number>>
  /** Every queue of this process with what is in it; one statement. */
  queues(): Promise<QueueState[]>
  /** Failed jobs of a queue wait again, at most a hundred of them; null when there is no such queue. */
  retry(name: string): Promise<number | null>
}

export interface QueueState {
  readonly queue: string
  readonly waiting: number
  readonly active: number
  readonly failed: number
  /** Seconds that the oldest job that may run waits. */
  readonly oldest: number | null
  /** Finished in the last day. */
  readonly done: number
  /** Milliseconds that half of those took at most. */
  readonly typicalMs: number | null
}

interface Defined {
  readonly options: JobOptions
  readonly handler: (data: object) => Promise<void>
}

const queueStates = `
  select q.name as queue,
    count(*) filter (where j.state in ('created', 'retry') and j.start_after <= now())::int as waiting,
    count(*) filter (where j.state = 'active')::int as active,
    count(*) filter (where j.state = 'failed')::int as failed,
    extract(epoch from now() - min(greatest(j.start_after, j.created_on)) filter (where j.state in ('created', 'retry') and j.start_after <= now()))::int as oldest,
    count(*) filter (where j.state = 'completed' and j.completed_on > now() - interval '1 day')::int as done,
    (1000 * percentile_cont(0.5) within group (order by extract(epoch from j.completed_on - j.started_on))
      filter (where j.state = 'completed' and j.completed_on > now() - interval '1 day'))::int as "typicalMs"
  from unnest($1::text[]) as q(name) left join ${jobsSchema}.job j on j.name = q.name group by q.name order by failed desc, waiting desc, q.name`

/** `prepare`: as for the rooms' own statements. */
export function createJobs(url: string, logger: Logger, { prepare = true }: { readonly prepare?: boolean } = {}): Jobs {
  const boss = new PgBoss({
    connectionString: url,
    schema: jobsSchema,
    max: 4,
    useListenNotify: true,
    superviseIntervalSeconds: 30,
    maintenanceIntervalSeconds: 300,
    ...(prepare && { Client: preparingClient() }),
  } as ConstructorParameters<typeof PgBoss>[0])
  boss.on('error', error => logger.error({ err: error }, 'jobs'))
  const defined = new Map<string, Defined>()
  const crons: { name: string; cron: string; handler: () => Promise<void> }[] = []
  const workers = new Map<string, string[]>()
  let started = false
  async function listen(name: string, { options, handler }: Defined): Promise<void> {
    await boss.createQueue(name, {
      policy: 'exclusive',
      notify: true,
      retryLimit: options.retries ?? 3,
      retryDelay: 2,
      retryBackoff: true,
      expireInSeconds: options.expireSeconds ?? 900,
    } as never)
    const work = async (worker: { id: string }, [job]: { data: object; id: string }[]) => {
      if (!job) return
      try {
        await handler(job.data)
      } catch (error) {
        logger.error({ err: error, job: name, id: job.id }, 'job')
        throw error
      } finally {
        // What came while this one ran was announced to a busy worker: without this look it would wait half a minute a job.
        boss.notifyWorker(worker.id)
      }
    }
    for (let i = 0; i < (options.concurrency ?? 1); i++) {
      const worker = { id: '' }
      worker.id = await boss.work(name, { pollingIntervalSeconds: 2, batchSize: 1 } as never, work.bind(null, worker) as never)
      workers.set(name, [...(workers.get(name) ?? []), worker.id])
    }
  }
  return {
    define: (name, options, handler) => {
      if (started) throw new Error(`job ${name} was defined after the start`)
      defined.set(name, { options, handler: handler as Defined['handler'] })
    },
    async send(name, data, options = {}) {
      await boss.send(name, data, {
        singletonKey: options.key ?? crypto.randomUUID(),
        ...(options.afterSeconds && { startAfter: options.afterSeconds }),
      })
    },
    every: (name, cron, handler) => void crons.push({ name, cron, handler }),
    async start() {
      await boss.start()
      started = true
      for (const [name, job] of defined) await listen(name, job)
      for (const c of crons) {
        await listen(c.name, { options: { retries: 0 }, handler: c.handler })
        await boss.schedule(c.name, c.cron)
      }
    },
    stop: () => boss.stop({ graceful: true, timeout: 5000 }).then(() => {}),
    async queues() {
      if (!started) return []
      const { rows } = await boss.getDb().executeSql(queueStates, [[...defined.keys(), ...crons.map(c => c.name)]])
      return rows as QueueState[]
    },
    async retry(name) {
      if (!started) return null
      if (!defined.has(name) && !crons.some(c => c.name === name)) return null
      const { rows } = await boss
        .getDb()
        .executeSql(`select id from ${jobsSchema}.job where name = $1 and state = 'failed' order by completed_on limit 100`, [
          name,
        ])
      let retried = 0
      // One at a time: a job whose key waits again already stays as it is.
      for (const { id } of rows as { id: string }[]) {
        const again = await boss.retry(name, id).catch(() => null)
        if (again) retried++
      }
      // What is retried is announced to nobody.
      for (const id of workers.get(name) ?? []) boss.notifyWorker(id)
      return retried
    },
    async waiting() {
      const counts: Record<string, number> = {}
      for (const queue of await boss.getQueues())
        counts[queue.name] = (queue as unknown as { queuedCount?: number }).queuedCount ?? 0
      return counts
    },
  }
}
