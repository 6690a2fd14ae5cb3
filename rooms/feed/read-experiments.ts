import type { Static } from 'typebox'
import type { LoggedEvent } from '#base/catalogue'
import type { House } from '#base/house'
import type { Caller, ErrorCode } from '#base/http'
import { ok, type Result } from '#base/kernel'
import { type ArmFigures, type FeedExperiment, type Reading, readExperiment } from '#engines/recommender'
import type { Accounts } from '#rooms/accounts'
import { decimal } from './heart.ts'
import type { experimentsWire } from './wire.ts'

export type Experiments = Static<typeof experimentsWire>
type Told = Experiments['experiments'][number]

/** Newest events that a reading goes back: more would keep the operator waiting. */
const most = 100_000
const chunk = 5000

/** What the experiments that run now say, read from the newest part of the log. Figures are of people, never of one person. */
export async function readExperiments(
  { house, accounts, running }: { house: House; accounts: Pick<Accounts, 'may'>; running: readonly FeedExperiment[] },
  caller: Caller,
): Promise<Result<Experiments, ErrorCode>> {
  const allowed = accounts.may(caller, 'operate')
  if (!allowed.ok) return allowed
  const log = running.length === 0 ? [] : await newest(house)
  return ok({
    events: log.length,
    since: log[0]?.at.toISOString() ?? null,
    whole: (log[0]?.position ?? 1n) <= 1n,
    experiments: running.map(experiment => told(experiment, readExperiment(log, experiment))),
  })
}

async function newest({ log }: House): Promise<LoggedEvent[]> {
  const end = log.position()
  const events: LoggedEvent[] = []
  for (let at = end > BigInt(most) ? end - BigInt(most) : 0n; at < end; ) {
    const next = await log.read(at, chunk)
    const last = next.at(-1)
    if (!last) break
    for (const event of next) events.push(event)
    at = last.position
  }
  return events
}

const told = ({ name, share, arms }: FeedExperiment, reading: Reading): Told => ({
  name,
  share: decimal(share),
  mixed: reading.mixed,
  ratio: reading.ratio.ok ? (reading.ratio.value.mismatch ? 'broken' : 'kept') : 'too_few',
  arms: reading.arms.map((figures, k) => armOf(figures, arms[k]?.treatment ?? {})),
})

const armOf = (
  { arm, people, pages, mean, against }: ArmFigures,
  weights: FeedExperiment['arms'][number]['treatment'],
): Told['arms'][number] => ({
  name: arm,
  weights: Object.entries(weights).map(([name, value]) => ({ name, value: decimal(value) })),
  people,
  pages,
  mean: decimal(mean),
  against: against?.ok
    ? {
        difference: decimal(against.value.difference),
        low: decimal(against.value.low),
        high: decimal(against.value.high),
      }
    : null,
})
