/** The one log: a transactional inbox, a sequencer that numbers, ordered consumers that resume. */
import { migrationsIn } from '#base/db'

export type { Subscription } from './consumer.ts'
export { createEventLog, type EventLog } from './log.ts'
export { eventRoutes } from './routes.ts'
export { clientEventNames, wire as eventsWire } from './wire.ts'
export const eventMigrations = migrationsIn('events', new URL('./migrations/', import.meta.url))
