import type { ClientEventName, EventName, LoggedEvent, NewEvent } from '#base/catalogue'
import { type Database, type Kysely, type Trx } from '#base/db'
import type { Clock } from '#base/kernel'
import type { Logger } from '#base/log'
import pg from 'pg'
import { type PlainEvent, complete, fromRow, lastPosition, readCursor, readLog, sequence, writeCursor, writeInbox } from './store.ts'

export interface Subscription {
  /** Last position that this consumer has handled. */
  position(): bigint
  /** Resolves when `position` is handled; false when `timeoutMs` passed first. */
  reached(position: bigint, timeoutMs: number): Promise<boolean>
  stop(): Promise<void>
}

export interface EventLog {
  /** Emits within the caller's transaction: no change without its event, no event without its change. */
  append<T>(trx: Kysely<T>, events: readonly NewEvent[]): Promise<void>
  /** Client events: durable in the log when the promise resolves; events that were already learned count as accepted. Resolves to the log's position. */
  ingest(events: readonly NewEvent<ClientEventName>[]): Promise<bigint>
  /** Everything committed before this call is numbered when it resolves. */
  flush(): Promise<bigint>
  position(): bigint
  read(after: bigint, limit: number): Promise<LoggedEvent[]>
  /**
   * A durable consumer: `handle` runs in one transaction with the stored position, so each event has its effect exactly once.
   * Without `names` it gets every event. A handler that throws is tried again, with growing pauses, and blocks only itself.
   */
  subscribe<T>(name: string, options: { names?: readonly EventName[]; handle: (trx: Trx<T>, events: LoggedEvent[]) => Promise<void> }): Promise<Subscription>
  /** A consumer that keeps its state in memory and so reads the log from `from` (exclusive) at every start. */
  follow(name: string, from: bigint, handle: (events: LoggedEvent[]) => void | Promise<void>): Subscription
  start(): Promise<void>
  stop(): Promise<void>
}

const batchSize = 2000
const cacheSize = 20_000

export function createEventLog(database: Database, clock: Clock, logger: Logger): EventLog {
  const db = database.tables<unknown>()
  let last = 0n
  let running = false
  let listener: pg.Client | null = null
  let timer: NodeJS.Timeout | undefined
  let turn: Promise<void> | null = null
  let again = false
  let cache: LoggedEvent[] = []
  let queue: { events: PlainEvent[]; done: (position: bigint) => void; fail: (e: unknown) => void }[] = []
  const consumers = new Set<{ wake: () => void; stop: () => Promise<void> }>()

  /** One turn: number what waits. The advisory lock of `listener` makes this process the only sequencer. */
  async function takeTurn(): Promise<void> {
    do {
      again = false
      const taken = queue
      queue = []
      try {
        const rows = await sequence(db, taken.flatMap(t => t.events), last, batchSize)
        if (rows.length > 0) {
          last = (rows.at(-1) as { position: bigint }).position
          const events = rows.map(fromRow)
          cache = cache.length + events.length > cacheSize ? [...cache.slice(-cacheSize / 2), ...events] : cache.concat(events)
          for (const c of consumers) c.wake()
          if (rows.length >= batchSize) again = true
        }
        for (const t of taken) t.done(last)
      } catch (error) {
        for (const t of taken) t.fail(error)
        if (running) logger.error({ err: error }, 'sequencer')
      }
    } while ((again || queue.length > 0) && running)
  }
  function wake(): Promise<void> {
    if (!running) return Promise.resolve()
    again = true
    turn ??= takeTurn().finally(() => (turn = null))
    return turn
  }

  async function read(after: bigint, limit: number): Promise<LoggedEvent[]> {
    const first = cache[0]
    if (first && after + 1n >= first.position) return cache.slice(Number(after + 1n - first.position), Number(after + 1n - first.position) + limit)
    return (await readLog(db, after, limit)).map(fromRow)
  }

  function consume(name: string, start: bigint, work: (events: LoggedEvent[]) => Promise<void>): Subscription {
    let at = start
    let busy: Promise<void> | null = null
    let stopped = false
    let waiters: { position: bigint; resolve: (ok: boolean) => void; timer: NodeJS.Timeout }[] = []
    async function drain(): Promise<void> {
      for (let pause = 50; !stopped && at < last; ) {
        try {
          const events = await read(at, batchSize)
          if (events.length === 0) return
          await work(events)
          at = (events.at(-1) as LoggedEvent).position
          pause = 50
          waiters = waiters.filter(w => w.position > at || (clearTimeout(w.timer), w.resolve(true), false))
        } catch (error) {
          if (stopped || !running) return
          logger.error({ err: error, consumer: name, position: String(at) }, 'consumer')
          await new Promise(r => setTimeout(r, pause).unref())
          pause = Math.min(pause * 2, 30_000)
        }
      }
    }
    const consumer = {
      wake: () => {
        if (!stopped) busy ??= drain().finally(() => ((busy = null), at < last && running && consumer.wake()))
      },
      stop: async () => {
        stopped = true
        consumers.delete(consumer)
        await busy
      },
    }
    consumers.add(consumer)
    consumer.wake()
    return {
      position: () => at,
      reached: (position, timeoutMs) =>
        at >= position ? Promise.resolve(true) : new Promise(resolve => {
          const waiter = { position, resolve, timer: setTimeout(() => ((waiters = waiters.filter(w => w !== waiter)), resolve(false)), timeoutMs) }
          waiters.push(waiter)
        }),
      stop: consumer.stop,
    }
  }

  return {
    append: (trx, events) => writeInbox(trx, events.map(e => complete(e, clock))),
    ingest(events) {
      const plain = events.map(e => complete(e, clock))
      const answer = new Promise<bigint>((done, fail) => queue.push({ events: plain, done, fail }))
      if (!running) return Promise.reject(new Error('the event log is not running'))
      // One tick of patience: requests that arrive together share one statement.
      setImmediate(() => void wake())
      return answer
    },
    async flush() {
      await wake()
      await wake()
      return last
    },
    position: () => last,
    read,
    async subscribe<T>(name: string, { names, handle }: { names?: readonly EventName[]; handle: (trx: Trx<T>, events: LoggedEvent[]) => Promise<void> }) {
      const wanted = names ? new Set<string>(names) : null
      let stored = await readCursor(db, name)
      return consume(name, stored, async events => {
        const mine = wanted ? events.filter(e => wanted.has(e.name)) : events
        const end = (events.at(-1) as LoggedEvent).position
        // A batch without anything for us moves the stored position only now and then: reading it again is free of effect.
        if (mine.length === 0 && end - stored < 5000n) return
        await database.transaction<T, void>(async trx => {
          if (mine.length > 0) await handle(trx, mine)
          await writeCursor(trx, name, end)
        })
        stored = end
      })
    },
    follow: (name, from, handle) => consume(name, from, async events => handle(events)),
    async start() {
      listener = new pg.Client(database.url)
      listener.on('error', error => running && logger.error({ err: error }, 'sequencer connection'))
      await listener.connect()
      await listener.query('select pg_advisory_lock(7302)')
      last = await lastPosition(db)
      running = true
      listener.on('notification', () => void wake())
      await listener.query('listen enishi_inbox')
      timer = setInterval(() => void wake(), 500)
      await wake()
      for (const c of consumers) c.wake()
    },
    async stop() {
      running = false
      clearInterval(timer)
      await turn
      await Promise.all([...consumers].map(c => c.stop()))
      await listener?.end()
    },
  }
}

