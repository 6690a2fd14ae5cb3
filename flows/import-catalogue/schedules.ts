import type { Static } from 'typebox'
import type { Caller, ErrorCode } from '#base/http'
import { type Id, type Language, newId, ok, type Result, refuse } from '#base/kernel'
import type { Desk } from './doors.ts'
import { deleteSchedule, insertSchedule, readSchedules, type ScheduleWithLast, takeDue } from './link-store.ts'
import { type RunRow, readRun } from './store.ts'
import { viewRun } from './view-run.ts'
import type { wire } from './wire.ts'

export type ScheduleWire = Static<(typeof wire)['POST /v1/shops/{shop}/import-schedules']['reply']>

/** Addresses of a shop that are fetched and imported again by themselves. At most ten. */
export interface Schedules {
  list(caller: Caller, shop: Id<'shop'>): Promise<Result<{ items: ScheduleWire[] }, ErrorCode>>
  /** The first fetch is at once. */
  add(
    caller: Caller,
    shop: Id<'shop'>,
    wish: { url: string; language: Language; every: 'hourly' | 'daily' },
  ): Promise<Result<ScheduleWire, ErrorCode>>
  remove(caller: Caller, shop: Id<'shop'>, id: Id<'schedule'>): Promise<Result<{ ok: true }, ErrorCode>>
  /** Opens a run for each that is due. */
  runDue(): Promise<void>
}
type Open = (wish: Pick<RunRow, 'shop' | 'person' | 'url' | 'name' | 'language' | 'schedule'>) => Promise<RunRow>
const most = 10

export function createSchedules(desk: Desk, open: Open): Schedules {
  const may = (caller: Caller, shop: Id<'shop'>) => desk.doors.accounts.may(caller, 'product.manage', { shop })
  const toWire = async (s: ScheduleWithLast): Promise<ScheduleWire> => {
    const last = s.last_run && (await readRun(desk.db, s.last_run))
    return {
      id: s.id,
      url: s.url,
      language: s.language,
      every: s.every,
      next: s.next_at.toISOString(),
      last: last ? await viewRun(desk, last) : null,
    }
  }
  const schedules: Schedules = {
    async list(caller, shop) {
      const allowed = may(caller, shop)
      if (!allowed.ok) return allowed
      return ok({ items: await Promise.all((await readSchedules(desk.db, shop)).map(toWire)) })
    },
    async add(caller, shop, { url, language, every }) {
      const allowed = may(caller, shop)
      if (!allowed.ok) return allowed
      if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
        return refuse('url_forbidden', 'That is no address of the web')
      if ((await readSchedules(desk.db, shop)).length >= most)
        return refuse('rate_limited', `A shop has at most ${most} schedules`)
      const now = desk.house.clock.now()
      const id = newId('schedule', now)
      await insertSchedule(desk.db, { id, shop, person: caller.person, url, language, every, next_at: now, created: now })
      await schedules.runDue()
      return ok(await toWire((await readSchedules(desk.db, shop)).find(s => s.id === id) as ScheduleWithLast))
    },
    async remove(caller, shop, id) {
      const allowed = may(caller, shop)
      if (!allowed.ok) return allowed
      return (await deleteSchedule(desk.db, id, shop))
        ? ok({ ok: true as const })
        : refuse('not_found', 'There is no such schedule')
    },
    async runDue() {
      for (const s of await takeDue(desk.db, desk.house.clock.now()))
        await open({
          shop: s.shop,
          person: s.person,
          url: s.url,
          name: new URL(s.url).host,
          language: s.language,
          schedule: s.id,
        })
    },
  }
  return schedules
}
