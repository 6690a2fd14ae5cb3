import { AsyncLocalStorage } from 'node:async_hooks'
import {
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'

/** Whatever can run a compiled query: a pool or a transaction. */
export type Runner = Pick<Kysely<never>, 'executeQuery'>

export interface Joined {
  /** Give this to a library that wants a Kysely: its statements go to the transaction of `within`, else to the pool. */
  readonly kysely: Kysely<never>
  within<R>(trx: Runner, work: () => Promise<R>): Promise<R>
}

/**
 * A Kysely that joins a transaction of ours, so that a library's rows and ours are written together or not at all. It can't begin a
 * transaction itself: `begin` within ours is the same transaction, and outside of one it is a mistake.
 */
export function joinedKysely(pool: Runner): Joined {
  const current = new AsyncLocalStorage<Runner>()
  const connection: DatabaseConnection = {
    executeQuery: query => (current.getStore() ?? pool).executeQuery(query) as never,
    streamQuery: () => {
      throw new Error('a joined connection does not stream')
    },
  }
  const mustBeJoined = async () => {
    if (!current.getStore()) throw new Error('this work needs a transaction of ours around it')
  }
  const driver: Driver = {
    init: async () => {},
    acquireConnection: async () => connection,
    beginTransaction: mustBeJoined,
    commitTransaction: mustBeJoined,
    rollbackTransaction: mustBeJoined,
    releaseConnection: async () => {},
    destroy: async () => {},
  }
  const kysely = new Kysely<never>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driver,
      createIntrospector: db => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
  return { kysely, within: (trx, work) => current.run(trx, work) }
}
