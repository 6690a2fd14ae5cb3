import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { removeEmbedded, startEmbedded } from '#base/db'

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: string
  }
}

/** One real PostgreSQL for the whole run; every test file clones its own database from a migrated template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'enishi-test-'))
  const server = await startEmbedded(folder)
  const client = new pg.Client(server.url)
  await client.connect()
  // Tests measure guarantees against crashes of our process, not of the machine: no need to wait for the disk.
  for (const setting of ['fsync = off', 'synchronous_commit = off', 'full_page_writes = off'])
    await client.query(`alter system set ${setting}`)
  await client.query('select pg_reload_conf()')
  await client.end()
  project.provide('postgres', server.url)
  return async () => {
    await server.stop()
    removeEmbedded(folder)
  }
}
