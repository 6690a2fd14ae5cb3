/** What people are told: an inbox, alerts that they ask for, and letters, each once and in their language. */
import { migrationsIn } from '#base/db'

export type { OrderLetter } from './letters.ts'
export { createNotices, type Notices } from './notices.ts'
export { type MailOutbox, mailQueues } from './outbox.ts'
export type { NoticePorts } from './room.ts'
export { noticesRoutes } from './routes.ts'
export { wire as noticesWire } from './wire.ts'
export const noticesMigrations = migrationsIn('notices', new URL('./migrations/', import.meta.url))
