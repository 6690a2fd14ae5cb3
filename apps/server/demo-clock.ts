import type { Static } from 'typebox'
import type { House } from '#base/house'
import { bind, type Caller, defineRoutes, type ErrorCode, integer, obj, type RouteSet, timeWire } from '#base/http'
import { days, OffsetClock, ok, type Result, refuse } from '#base/kernel'
import type { Accounts } from '#rooms/accounts'

const most = days(400)
export const wire = defineRoutes({
  'POST /v1/demo/clock': {
    summary: 'Move the clock of a demo, by 0 to read it; there is none to move outside of demo mode',
    who: 'operator',
    body: obj({ advanceMs: integer(-most, most) }),
    reply: obj({ now: timeWire, offsetMs: integer(-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER) }),
  },
})
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

export const demoClockRoutes = (house: House, accounts: Pick<Accounts, 'may'>): RouteSet =>
  bind('demo', wire, {
    'POST /v1/demo/clock': async ({ caller, body }) => moveDemoClock({ house, accounts }, caller, body.advanceMs),
  })
