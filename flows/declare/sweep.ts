import type { Context } from './doors.ts'
import { sweepDeclarations } from './follow-order.ts'

/** Customs mostly answers at once, and an answer can ask for the next message: after something went it is looked again a few times. */
const looks = { job: 'declare.soon', times: 4, everySeconds: 6 } as const

/** Every minute, and soon after something has to go; one at a time, so that nothing is handed over or heard twice at once. */
export function sweeper(c: Context): (now: Date) => Promise<void> {
  let turn: Promise<void> = Promise.resolve()
  const sweep = (now: Date) => {
    turn = turn.catch(() => undefined).then(() => sweepDeclarations(c, now))
    return turn
  }
  c.house.jobs.every('declare.sweep', '* * * * *', () => sweep(c.house.clock.now()))
  c.house.jobs.define<{ look: number }>(looks.job, { retries: 0 }, async ({ look }) => {
    await sweep(c.house.clock.now())
    if (look < looks.times) await c.house.jobs.send(looks.job, { look: look + 1 }, { afterSeconds: looks.everySeconds })
  })
  return sweep
}

/** Without a port nothing goes by itself. */
export async function sweepSoon(c: Context): Promise<void> {
  if (c.port) await c.house.jobs.send(looks.job, { look: 1 })
}
