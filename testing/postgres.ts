import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { temporaryPostgres } from './temporary-postgres.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: string
  }
}

/** One real PostgreSQL for the whole run; every test file clones its own database from a migrated template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await temporaryPostgres('enishi-test')
  const client = new pg.Client(server.url)
  await client.connect()
  // Tests measure guarantees against crashes of our process, not of the machine: no need to wait for the disk.
  for (const setting of ['fsync = off', 'synchronous_commit = off', 'full_page_writes = off'])
    await client.query(`alter system set ${setting}`)
  await client.query('select pg_reload_conf()')
  await client.end()
  project.provide('postgres', server.url)
  return server.stop
}
