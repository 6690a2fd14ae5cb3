/** Letters to people: about their orders, in their language, each once. */
import { migrationsIn } from '#base/db'

export { createNotices, type NoticePorts, type Notices, type OrderLetter } from './notices.ts'
export const noticesMigrations = migrationsIn('notices', new URL('./migrations/', import.meta.url))
