import type { Config } from '#base/config'
import type { Database } from '#base/db'
import type { EventLog } from '#base/events'
import type { Jobs } from '#base/jobs'
import type { Clock } from '#base/kernel'
import type { Logger } from '#base/log'
import type { Mail } from '#base/mail'
import type { Storage } from '#base/storage'

/** What every room stands on. Passed to `create<Room>(house, doors)`; a room takes from it what it needs. */
export interface House {
  readonly config: Config
  readonly db: Database
  readonly log: EventLog
  readonly jobs: Jobs
  readonly clock: Clock
  readonly storage: Storage
  readonly mail: Mail
  readonly logger: Logger
}
