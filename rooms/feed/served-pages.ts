import type { LoggedEvent } from '#base/catalogue'
import type { EventLog } from '#base/events'

export type ServedPage = LoggedEvent<'feed.served'>

/** How many of the newest pages can be looked up, and how many events the first look goes back. */
interface Bounds {
  readonly pages: number
  readonly events: number
  readonly chunk: number
}
const bounds: Bounds = { pages: 2000, events: 20_000, chunk: 2000 }

/**
 * The newest served pages, out of the log. Nothing is read before somebody looks; then each look reads what came since the last one,
 * and never more than `events` of it.
 */
export function createServedPages(log: Pick<EventLog, 'position' | 'read'>, { pages, events, chunk }: Bounds = bounds) {
  const known = new Map<string, ServedPage>()
  let read = 0n
  let busy: Promise<void> = Promise.resolve()
  async function catchUp(): Promise<void> {
    const end = log.position()
    if (read < end - BigInt(events)) read = end - BigInt(events)
    while (read < end) {
      const next = await log.read(read, chunk)
      const last = next.at(-1)
      if (!last) break
      for (const event of next) if (event.name === 'feed.served') known.set(event.data.request, event)
      read = last.position
    }
    for (const request of known.keys()) {
      if (known.size <= pages) break
      known.delete(request)
    }
  }
  const current = (): Promise<void> => {
    busy = busy.then(catchUp, catchUp)
    return busy
  }
  return {
    /** Newest first. */
    async newest(limit: number): Promise<ServedPage[]> {
      await current()
      return [...known.values()].slice(-limit).reverse()
    },
    async find(request: string): Promise<ServedPage | null> {
      await current()
      return known.get(request) ?? null
    },
  }
}
export type ServedPages = ReturnType<typeof createServedPages>
