import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { readConfig } from '#base/config'
import { type Migration, migrate, openDatabase } from '#base/db'
import { createEventLog, eventMigrations } from '#base/events'
import type { House } from '#base/house'
import { httpMigrations } from '#base/http'
import { createJobs } from '#base/jobs'
import { ManualClock, must } from '#base/kernel'
import { createLogger } from '#base/log'
import { localOutbox, type Outbox } from '#base/mail'
import { localStorage } from '#base/storage'

export interface TestHouse extends House {
  readonly clock: ManualClock
  readonly mail: Outbox
  readonly folder: string
  close(): Promise<void>
}

/**
 * A house on a database of its own, cloned from a template that holds these migrations. The event log runs; jobs run after
 * `house.jobs.start()`. Call `close()` in afterAll.
 */
export async function testHouse(options: {
  migrations: readonly Migration[]
  at?: string
  logLevel?: string
}): Promise<TestHouse> {
  const own = [...eventMigrations, ...httpMigrations]
  const url = await cloneDatabase([...own, ...options.migrations.filter(m => !own.includes(m))])
  const folder = mkdtempSync(join(tmpdir(), 'enishi-house-'))
  const clock = new ManualClock(options.at ?? '2026-03-01T00:00:00Z')
  const logger = createLogger(options.logLevel ?? process.env.TEST_LOG ?? 'silent')
  const db = openDatabase(url, { max: 8 })
  const log = createEventLog(db, clock, logger)
  const jobs = createJobs(url, logger)
  let jobsStarted = false
  const house: TestHouse = {
    config: must(
      readConfig({ ENISHI_DATA: folder, ENISHI_SECRET: 'test-secret-test-secret-test-secret-00', RATE_LIMITS: 'off' }),
    ),
    db,
    log,
    clock,
    logger,
    folder,
    storage: localStorage(join(folder, 'storage')),
    mail: localOutbox(join(folder, 'outbox'), 'Enishi <no-reply@localhost>'),
    jobs: {
      ...jobs,
      start() {
        jobsStarted = true
        return jobs.start()
      },
    },
    async close() {
      if (jobsStarted) await jobs.stop()
      await log.stop()
      await db.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  await log.start()
  return house
}

async function cloneDatabase(migrations: readonly Migration[]): Promise<string> {
  const server = inject('postgres')
  const template = `template_${createHash('sha256').update(JSON.stringify(migrations)).digest('hex').slice(0, 16)}`
  const name = `test_${randomBytes(8).toString('hex')}`
  const admin = new pg.Client(server)
  await admin.connect()
  try {
    await admin.query('select pg_advisory_lock(7399)')
    const there = await admin.query('select 1 from pg_database where datname = $1 and datistemplate', [template])
    if (there.rowCount === 0) {
      await admin.query(`drop database if exists ${template}`)
      await admin.query(`create database ${template}`)
      const db = openDatabase(withDatabase(server, template))
      await migrate(db, migrations)
      await db.close()
      await admin.query(`alter database ${template} is_template true`)
    }
    await admin.query(`create database ${name} template ${template} strategy file_copy`)
  } finally {
    await admin.query('select pg_advisory_unlock(7399)').catch(() => {})
    await admin.end()
  }
  return withDatabase(server, name)
}

export const withDatabase = (url: string, name: string): string => url.replace(/\/[^/]+$/, `/${name}`)
