import { statfs } from 'node:fs/promises'
import { totalmem } from 'node:os'
import type { FastifyInstance } from 'fastify'
import type { Static } from 'typebox'
import { sql } from '#base/db'
import type { House } from '#base/house'
import { bind, type Caller, type ErrorCode, type RouteSet } from '#base/http'
import { ok, type Result, refuse } from '#base/kernel'
import type { Accounts } from '#rooms/accounts'
import type { Feed } from '#rooms/feed'
import { mailQueues, type Notices } from '#rooms/notices'
import type { Ledger } from '#rooms/payments'
import { createVersionOf } from './ffmpeg.ts'
import { type Check, type CheckState, limits, stateOf } from './limits.ts'
import { outboxOf } from './mail.ts'
import { createTimings, createWindow } from './window.ts'
import { wire } from './wire.ts'

type HealthView = Static<(typeof wire)['GET /v1/health']['reply']>
interface Doors {
  readonly accounts: Pick<Accounts, 'may' | 'note'>
  readonly feed: Pick<Feed, 'snapshotAt'>
  readonly notices: Pick<Notices, 'mailOutbox'>
  readonly ledger: Pick<Ledger, 'openProblems'>
}

/** How the platform is. What players told is read from the newest events of the log; the rest is asked when somebody looks. */
export function createHealth(house: House, doors: Doors) {
  const window = createWindow()
  const timings = createTimings()
  const started = new Date()
  const ffmpeg = createVersionOf(house.config.ffmpeg)
  return {
    start(): void {
      const from = house.log.position() - 50_000n
      house.log.follow('health', from > 0n ? from : 0n, events => window.learn(events))
    },
    /** Times the requests of the app. */
    watch(app: FastifyInstance): void {
      app.addHook('onResponse', async (request, reply) => {
        if (reply.statusCode >= 500) timings.mistake()
        if (request.method === 'GET' && request.url.split('?')[0] === '/v1/feed') timings.page(reply.elapsedTime)
      })
    },
    async view(caller: Caller): Promise<Result<HealthView, ErrorCode>> {
      const allowed = doors.accounts.may(caller, 'operate')
      if (!allowed.ok) return allowed
      const [queues, version, disk, database, snapshot, unsent, ledger] = await Promise.all([
        house.jobs.queues(),
        ffmpeg(),
        statfs(house.config.dataDir),
        sql<{ bytes: bigint }>`select pg_database_size(current_database()) as bytes`.execute(house.db.tables()),
        doors.feed.snapshotAt(),
        doors.notices.mailOutbox(),
        doors.ledger.openProblems(),
      ])
      const now = house.clock.now()
      const view = {
        at: now.toISOString(),
        started: started.toISOString(),
        queues: queues.map(q => ({ ...q })),
        outbox: outboxOf(unsent, queues, mailQueues, now),
        followers: house.log.followers().sort((a, b) => b.behind - a.behind || (a.name < b.name ? -1 : 1)),
        player: { hour: playerWire(window.player(now, 1)), day: playerWire(window.player(now, 24)) },
        feed: { ...rounded(timings.pages()), snapshot: iso(snapshot), trained: iso(window.trained()) },
        ffmpeg: version,
        disk: { free: disk.bavail * disk.bsize, total: disk.blocks * disk.bsize, database: Number(database.rows[0]?.bytes ?? 0) },
        memory: { process: process.memoryUsage().rss, machine: totalmem() },
        mail: house.config.smtpUrl ? ('smtp' as const) : ('folder' as const),
        demo: house.config.demo,
      }
      return ok({ ...view, checks: checksOf(view, timings.mistakes(), ledger) })
    },
    async retry(caller: Caller, queue: string): Promise<Result<{ retried: number }, ErrorCode>> {
      const allowed = doors.accounts.may(caller, 'operate')
      if (!allowed.ok) return allowed
      const retried = await house.jobs.retry(queue)
      if (retried === null) return refuse('not_found', 'There is no such queue')
      if (retried > 0) await doors.accounts.note(caller, 'jobs.retried', queue, { retried })
      return ok({ retried })
    },
  }
}
export type Health = ReturnType<typeof createHealth>

export const healthRoutes = (health: Health): RouteSet =>
  bind('health', wire, {
    'GET /v1/health': ({ caller }) => health.view(caller),
    'POST /v1/jobs/{queue}/retry': ({ caller, params }) => health.retry(caller, params.queue),
  })

const iso = (at: Date | null): string | null => at?.toISOString() ?? null
const whole = (n: number | null): number | null => (n === null ? null : Math.round(n))
const rounded = (f: { pages: number; p50: number | null; p99: number | null }) => ({
  pages: f.pages,
  p50: whole(f.p50),
  p99: whole(f.p99),
})
const playerWire = (f: ReturnType<ReturnType<typeof createWindow>['player']>): HealthView['player']['hour'] => ({
  ...f,
  firstFrameP50: whole(f.firstFrameP50),
  firstFrameP95: whole(f.firstFrameP95),
  rungs: [...f.rungs],
})

const worst: readonly CheckState[] = ['bad', 'warn', 'unknown', 'ok']
/** Pure: the figures as checks, the worst first. */
export function checksOf(view: Omit<HealthView, 'checks'>, mistakes: number, ledger: number | null): HealthView['checks'] {
  const { hour } = view.player
  const oldest = view.queues.flatMap(q => (q.oldest === null ? [] : [q.oldest]))
  const values: Record<Check, number | null> = {
    log_lag: Math.max(0, ...view.followers.map(f => f.behind)),
    jobs_waiting: Math.max(0, ...oldest),
    jobs_failed: view.queues.reduce((sum, q) => sum + q.failed, 0),
    ffmpeg: view.ffmpeg === null ? 1 : 0,
    disk: view.disk.total === 0 ? null : Math.round(100 * (1 - view.disk.free / view.disk.total)),
    memory: Math.round((100 * view.memory.process) / view.memory.machine),
    feed_page: view.feed.p99,
    mistakes,
    first_frame: hour.firstFrameP95,
    not_ready: hour.ready === null ? null : 100 - hour.ready,
    stalls: hour.stalls,
    snapshot:
      view.feed.snapshot === null
        ? null
        : Math.max(0, Math.floor((Date.parse(view.at) - Date.parse(view.feed.snapshot)) / 3_600_000)),
    ledger,
    mail_waiting: view.outbox.oldest ?? 0,
    mail: view.mail === 'folder' && !view.demo ? 1 : 0,
  }
  return (Object.keys(limits) as Check[])
    .map(check => ({ check, state: stateOf(check, values[check]), value: values[check], ...limits[check] }))
    .sort((a, b) => worst.indexOf(a.state) - worst.indexOf(b.state))
}
