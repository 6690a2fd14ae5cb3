/** PostgreSQL: one pool, typed by each room to its own tables; migrations per room; an embedded server for small hosts. */

export { anyOf, type Database, json, type Kysely, openDatabase, type RawBuilder, sql, type Trx, unflushed } from './database.ts'
export {
  connect,
  countRows,
  type DumpedTable,
  emptyTables,
  openSnapshot,
  readRows,
  type Sequence,
  schemasInUse,
  sequencesOf,
  setSequence,
  tablesOf,
  writeRows,
} from './dump.ts'
export { type EmbeddedPostgres, removeEmbedded, startEmbedded } from './embedded.ts'
export { type Migration, migrate, migrationsIn } from './migrate.ts'
export { preparingClient } from './prepared.ts'
