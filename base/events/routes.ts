import type { ClientEventName, NewEvent } from '#base/catalogue'
import { bind, type RouteSet } from '#base/http'
import { type Clock, ok, refuse } from '#base/kernel'
import { dataProblem } from './client-data.ts'
import type { EventLog } from './log.ts'
import { wire } from './wire.ts'

/** The door for what clients saw. Time is the server's: a client never sends `at` for others to believe. */
export const eventRoutes = (log: EventLog, clock: Clock): RouteSet =>
  bind('events', wire, {
    'POST /v1/events': async ({ body, caller }) => {
      const events: NewEvent<ClientEventName>[] = []
      for (const [index, e] of body.events.entries()) {
        const problem = dataProblem(e.name, e.subject.kind, e.data)
        if (problem) return refuse('invalid_request', problem, { index })
        events.push({
          // A client's id is its own name space, so that nobody can swallow another person's event by guessing its id.
          id: `${caller.person}:${e.id}`,
          name: e.name,
          at: clock.now(),
          person: caller.person,
          session: caller.session,
          surface: e.surface ?? null,
          subject: e.subject,
          source: e.source ?? null,
          data: e.data,
        } as NewEvent<ClientEventName>)
      }
      const position = await log.ingest(events)
      return ok({ position: position.toString(), accepted: events.length })
    },
  })
