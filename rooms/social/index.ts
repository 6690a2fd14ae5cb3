/** The door of social. */
import { migrationsIn } from '#base/db'

export type { PersonMarks } from './read-marks.ts'
export { socialRoutes } from './routes.ts'
export { createSocial, type Social, type Standing } from './social.ts'
export { socialCounts, wire as socialWire } from './wire.ts'
export const socialMigrations = migrationsIn('social', new URL('./migrations/', import.meta.url))
