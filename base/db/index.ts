/** PostgreSQL: one pool, typed by each room to its own tables; migrations per room; an embedded server for small hosts. */
export { type EmbeddedPostgres, startEmbedded } from './embedded.ts'
export { type Migration, migrate, migrationsIn } from './migrate.ts'
export { type Database, type Kysely, type Trx, json, openDatabase, sql } from './database.ts'
