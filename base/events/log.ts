import pg from 'pg'
import type { ClientEventName, EventName, LoggedEvent, NewEvent } from '#base/catalogue'
import type { Database, Kysely, RawBuilder, Trx } from '#base/db'
import type { Clock } from '#base/kernel'
import type { Logger } from '#base/log'
import { Consumer, type Subscription, type Work } from './consumer.ts'
import {
  complete,
  fromRow,
  intoInbox,
  lastPosition,
  type PlainEvent,
  readCursor,
  readLog,
  sequence,
  writeCursor,
  writeInbox,
} from './store.ts'

export interface EventLog {
  /** Emits within the caller's transaction: no change without its event, no event without its change. */
  append<T>(trx: Kysely<T> | Trx<T>, events: readonly NewEvent[]): Promise<void>
  /**
   * The same as a part of the caller's statement, which needs no transaction then: `with changed as (…), told as (${log.appending(events)} where exists
   * (select 1 from changed)) …`. One or more events.
   */
  appending(events: readonly NewEvent[]): RawBuilder<unknown>
  /**
   * Events that stand beside no change of their own: what clients tell, and what was served. Durable in the log when the promise resolves, and
   * numbered together with what others ingest meanwhile; events that were already learned count as accepted. Resolves to the log's position.
   */
  ingest(events: readonly NewEvent<ClientEventName | 'feed.served'>[]): Promise<bigint>
  /** Everything committed before this call is numbered when it resolves. */
  flush(): Promise<bigint>
  position(): bigint
  read(after: bigint, limit: number): Promise<LoggedEvent[]>
  /**
   * A durable consumer: `handle` runs in one transaction with the stored position, so each event has its effect exactly once.
   * Without `names` it gets every event. A handler that throws is tried again, with growing pauses, and blocks only itself.
   */
  subscribe<T>(
    name: string,
    options: { names?: readonly EventName[]; handle: (trx: Trx<T>, events: LoggedEvent[]) => Promise<void> },
  ): Promise<Subscription>
  /** A consumer that keeps its state in memory and so reads the log from `from` (exclusive) at every start. */
  follow(name: string, from: bigint, handle: (events: LoggedEvent[]) => void | Promise<void>): Subscription
  /** Who reads the log in this process, and how many events each has not read yet. */
  followers(): { name: string; behind: number }[]
  start(): Promise<void>
  stop(): Promise<void>
}

interface Waiting {
  readonly events: PlainEvent[]
  readonly done: (position: bigint) => void
  readonly fail: (error: unknown) => void
}

const turnSize = 2000
/**
 * How far apart turns begin while events keep coming in: a turn has a price of its own (a statement, a commit, a wake of every consumer),
 * whatever it carries. The first event after a pause waits for nothing.
 */
const turnEveryMs = 10
const cacheSize = 20_000

export function createEventLog(database: Database, clock: Clock, logger: Logger): EventLog {
  return new Log(database, clock, logger)
}

/** The sequencer and its consumers. The advisory lock of `#listener` makes this process the only one that numbers. */
class Log implements EventLog {
  readonly #database: Database
  readonly #db: Kysely<unknown>
  readonly #clock: Clock
  readonly #logger: Logger
  readonly #consumers = new Set<Consumer>()
  #last = 0n
  #running = false
  #listener: pg.Client | null = null
  #timer: NodeJS.Timeout | undefined
  #turn: Promise<void> | null = null
  #again = false
  #began = Number.NEGATIVE_INFINITY
  #cache: LoggedEvent[] = []
  #queue: Waiting[] = []

  constructor(database: Database, clock: Clock, logger: Logger) {
    this.#database = database
    this.#db = database.tables<unknown>()
    this.#clock = clock
    this.#logger = logger
  }

  append<T>(trx: Kysely<T> | Trx<T>, events: readonly NewEvent[]): Promise<void> {
    return writeInbox(
      trx,
      events.map(e => complete(e, this.#clock)),
    )
  }

  appending(events: readonly NewEvent[]): RawBuilder<unknown> {
    return intoInbox(events.map(e => complete(e, this.#clock)))
  }

  ingest(events: readonly NewEvent<ClientEventName | 'feed.served'>[]): Promise<bigint> {
    if (!this.#running) return Promise.reject(new Error('the event log is not running'))
    const plain = events.map(e => complete(e, this.#clock))
    const answer = new Promise<bigint>((done, fail) => this.#queue.push({ events: plain, done, fail }))
    // One tick of patience: requests that arrive together share one statement.
    setImmediate(() => void this.#turns())
    return answer
  }

  async flush(): Promise<bigint> {
    // The turn that is under way may have read the inbox before the caller's commit; the next one has not.
    await this.#wake()
    await this.#wake()
    return this.#last
  }

  position(): bigint {
    return this.#last
  }

  async read(after: bigint, limit: number): Promise<LoggedEvent[]> {
    const first = this.#cache[0]
    if (first === undefined || after + 1n < first.position) return (await readLog(this.#db, after, limit)).map(fromRow)
    const start = Number(after + 1n - first.position)
    return this.#cache.slice(start, start + limit)
  }

  async subscribe<T>(
    name: string,
    { names, handle }: { names?: readonly EventName[]; handle: (trx: Trx<T>, events: LoggedEvent[]) => Promise<void> },
  ): Promise<Subscription> {
    const wanted = names ? new Set<string>(names) : null
    let stored = await readCursor(this.#db, name)
    return this.#consume(name, stored, async events => {
      const mine = wanted ? events.filter(e => wanted.has(e.name)) : events
      const end = (events.at(-1) as LoggedEvent).position
      // A batch without anything for us moves the stored position only now and then: reading it again has no effect.
      if (mine.length === 0 && end - stored < 5000n) return false
      await this.#database.transaction<T, void>(async trx => {
        if (mine.length > 0) await handle(trx, mine)
        await writeCursor(trx, name, end)
      })
      stored = end
      return true
    })
  }

  follow(name: string, from: bigint, handle: (events: LoggedEvent[]) => void | Promise<void>): Subscription {
    return this.#consume(name, from, async events => {
      await handle(events)
      return false
    })
  }

  followers(): { name: string; behind: number }[] {
    return [...this.#consumers].map(c => ({ name: c.name, behind: Number(this.#last - c.position()) }))
  }

  async start(): Promise<void> {
    const listener = new pg.Client(this.#database.url)
    this.#listener = listener
    listener.on('error', error => this.#running && this.#logger.error({ err: error }, 'sequencer connection'))
    await listener.connect()
    await listener.query('select pg_advisory_lock(7302)')
    this.#last = await lastPosition(this.#db)
    this.#running = true
    listener.on('notification', () => void this.#wake())
    await listener.query('listen enishi_inbox')
    this.#timer = setInterval(() => void this.#wake(), 500)
    await this.#wake()
    for (const consumer of this.#consumers) consumer.wake()
  }

  async stop(): Promise<void> {
    this.#running = false
    clearInterval(this.#timer)
    await this.#turn
    await Promise.all([...this.#consumers].map(c => c.stop()))
    await this.#listener?.end()
  }

  #consume(name: string, start: bigint, work: Work): Subscription {
    const tail = {
      last: () => this.#last,
      running: () => this.#running,
      read: (after: bigint, limit: number) => this.read(after, limit),
    }
    const consumer = new Consumer(name, start, tail, this.#logger, work)
    this.#consumers.add(consumer)
    consumer.wake()
    return consumer
  }

  #wake(): Promise<void> {
    if (!this.#running) return Promise.resolve()
    this.#again = true
    return this.#turns()
  }

  #turns(): Promise<void> {
    if (!this.#running) return Promise.resolve()
    this.#turn ??= this.#takeTurns().finally(() => {
      this.#turn = null
    })
    return this.#turn
  }

  async #takeTurns(): Promise<void> {
    while ((this.#again || this.#queue.length > 0) && this.#running) {
      const rest = this.#began + turnEveryMs - performance.now()
      if (!this.#again && rest > 0) await new Promise(resolve => setTimeout(resolve, rest))
      this.#again = false
      this.#began = performance.now()
      const taken = this.#queue
      this.#queue = []
      try {
        await this.#number(taken.flatMap(t => t.events))
        for (const t of taken) t.done(this.#last)
      } catch (error) {
        for (const t of taken) t.fail(error)
        if (this.#running) this.#logger.error({ err: error }, 'sequencer')
      }
    }
  }

  async #number(direct: PlainEvent[]): Promise<void> {
    const rows = await sequence(this.#database.pool, direct, this.#last, turnSize)
    const newest = rows.at(-1)
    if (!newest) return
    this.#last = newest.position
    if (this.#cache.length + rows.length > cacheSize) this.#cache = this.#cache.slice(-cacheSize / 2)
    for (const row of rows) this.#cache.push(row)
    if (rows.length >= turnSize) this.#again = true
    for (const consumer of this.#consumers) consumer.wake()
  }
}
