import type { Static } from 'typebox'
import type { House } from '#base/house'
import { bind, type Caller, defineRoutes, type ErrorCode, flag, integer, obj, type RouteSet, timeWire } from '#base/http'
import { days, OffsetClock, ok, type Result, refuse } from '#base/kernel'
import type { Accounts } from '#rooms/accounts'
import { readDemo } from './demo.ts'

const most = days(400)
export const wire = defineRoutes({
  'POST /v1/demo/clock': {
    summary: 'Move the clock of a demo, by 0 to read it; there is none to move outside of demo mode',
    who: 'operator',
    body: obj({ advanceMs: integer(-most, most) }),
    reply: obj({ now: timeWire, offsetMs: integer(-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER) }),
  },
  'GET /v1/demo/progress': {
    summary: 'How far the demo world is while it is being filled; finished where there is no demo',
    who: 'operator',
    reply: obj({ finished: flag, clips: integer(0, 10_000), of: integer(0, 10_000), secondsLeft: integer(0, 1_000_000) }),
  },
})
type Progress = Static<(typeof wire)['GET /v1/demo/progress']['reply']>
type Moved = Static<(typeof wire)['POST /v1/demo/clock']['reply']>

/** The demo's clock: an operator moves it, nobody else, and in demo mode only. */
export function moveDemoClock(
  { house, accounts }: { house: House; accounts: Pick<Accounts, 'may'> },
  caller: Caller,
  advanceMs: number,
): Result<Moved, ErrorCode> {
  const allowed = accounts.may(caller, 'operate')
  if (!allowed.ok) return allowed
  if (!house.config.demo || !(house.clock instanceof OffsetClock)) return refuse('not_found', 'This clock does not move')
  house.clock.advance(advanceMs)
  return ok({ now: house.clock.now().toISOString(), offsetMs: house.clock.offset })
}

/** Read from the file that the seeding writes; of its sign-ins nothing is told. */
function demoProgress(
  { house, accounts }: { house: House; accounts: Pick<Accounts, 'may'> },
  caller: Caller,
): Result<Progress, ErrorCode> {
  const allowed = accounts.may(caller, 'operate')
  if (!allowed.ok) return allowed
  const demo = readDemo(house.config.dataDir)
  const { clips = 0, of = 0, secondsLeft = 0 } = demo?.progress ?? {}
  return ok({ finished: demo?.finished ?? true, clips, of, secondsLeft })
}

export const demoRoutes = (house: House, accounts: Pick<Accounts, 'may'>): RouteSet =>
  bind('demo', wire, {
    'POST /v1/demo/clock': async ({ caller, body }) => moveDemoClock({ house, accounts }, caller, body.advanceMs),
    'GET /v1/demo/progress': async ({ caller }) => demoProgress({ house, accounts }, caller),
  })
