import { defineRoutes, flag, integer, list, nullable, obj, oneOf, text, timeWire } from '#base/http'
import { checkStates, limits } from './limits.ts'

const count = integer(0, 9_007_199_254_740_991)
const some = nullable(count)
const player = obj({
  measured: count,
  firstFrameP50: some,
  firstFrameP95: some,
  ready: some,
  stalls: some,
  rungs: list(obj({ rung: text(40), percent: count })),
})
const healthWire = obj({
  at: timeWire,
  /** Of the process. */
  started: timeWire,
  /** The worst first. `value` is in the unit that the check's name has in apps/server/health/limits.ts. */
  checks: list(
    obj({
      check: oneOf(Object.keys(limits) as (keyof typeof limits)[]),
      state: oneOf(checkStates),
      value: some,
      warn: count,
      bad: count,
    }),
  ),
  queues: list(
    obj({
      queue: text(100),
      waiting: count,
      active: count,
      failed: count,
      /** Seconds that the oldest one waits. */
      oldest: some,
      done: count,
      /** Milliseconds that half of those done in the last day took at most. */
      typicalMs: some,
    }),
  ),
  /** Mail that is to go out; `oldest` in seconds, `failed` are tries that were given up. */
  outbox: obj({ waiting: count, oldest: some, failed: count }),
  followers: list(obj({ name: text(100), behind: count })),
  player: obj({ hour: player, day: player }),
  feed: obj({ pages: count, p50: some, p99: some, snapshot: nullable(timeWire), trained: nullable(timeWire) }),
  ffmpeg: nullable(text(80)),
  disk: obj({ free: count, total: count, database: count }),
  memory: obj({ process: count, machine: count }),
  mail: oneOf(['smtp', 'folder']),
  demo: flag,
})

export const wire = defineRoutes({
  'GET /v1/health': {
    summary: 'How the platform is, with what needs an operator first',
    who: 'operator',
    reply: healthWire,
  },
  'POST /v1/jobs/{queue}/retry': {
    summary: 'Try the failed jobs of a queue again',
    who: 'operator',
    rate: 'write',
    params: obj({ queue: text(100, 1) }),
    reply: obj({ retried: count }),
  },
})
