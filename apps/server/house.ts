import { join } from 'node:path'
import type { Config } from '#base/config'
import { type EmbeddedPostgres, openDatabase, startEmbedded } from '#base/db'
import { createEventLog } from '#base/events'
import type { House } from '#base/house'
import { createJobs } from '#base/jobs'
import { OffsetClock } from '#base/kernel'
import type { Logger } from '#base/log'
import { localOutbox, smtpMail } from '#base/mail'
import { localStorage } from '#base/storage'

export interface RunningHouse extends House {
  readonly clock: OffsetClock
  stop(): Promise<void>
}

/** Opens everything that rooms stand on; `stop` closes it again, and stops the embedded database if it was started here. */
export async function openHouse(config: Config, logger: Logger): Promise<RunningHouse> {
  const embedded: EmbeddedPostgres | null = config.databaseUrl ? null : await startEmbedded(config.dataDir)
  const url = config.databaseUrl ?? (embedded as EmbeddedPostgres).url
  const prepare = config.preparedStatements
  const db = openDatabase(url, { prepare })
  const clock = new OffsetClock()
  const log = createEventLog(db, clock, logger)
  const jobs = createJobs(url, logger, { prepare })
  const mail = config.smtpUrl
    ? smtpMail(config.smtpUrl, config.mailFrom)
    : localOutbox(join(config.dataDir, 'outbox'), config.mailFrom)
  return {
    config,
    db,
    clock,
    log,
    jobs,
    mail,
    logger,
    storage: localStorage(join(config.dataDir, 'storage')),
    async stop() {
      await jobs.stop().catch(error => logger.warn({ err: error }, 'jobs stop'))
      await log.stop()
      await db.close()
      await embedded?.stop()
    },
  }
}
