/** The door of moderation. */
import { migrationsIn } from '#base/db'

export { createModeration, type Moderation } from './moderation.ts'
export { moderationRoutes } from './routes.ts'
export { wire as moderationWire } from './wire.ts'
export const moderationMigrations = migrationsIn('moderation', new URL('./migrations/', import.meta.url))
