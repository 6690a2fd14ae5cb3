import { Worker } from 'node:worker_threads'
import type { EventData, LoggedEvent } from '#base/catalogue'
import type { House } from '#base/house'
import { type Answers, type CarriedEvent, carried, type FromWorker, type Question, type ToWorker } from './messages.ts'
import { readModel } from './models.ts'
import { readSnapshot, writeSnapshot } from './snapshots.ts'

/** The recommender behind its thread. */
export interface Brain {
  ask<K extends Question['kind']>(question: Extract<Question, { kind: K }>): Promise<Answers[K]>
  /** Resolves when everything up to `position` is learned; false when `timeoutMs` passed first. */
  reached(position: bigint, timeoutMs: number): Promise<boolean>
  position(): bigint
  /** So many questions wait already that a page had better be lean. */
  busy(): boolean
  /** Position of the snapshot that a start would go on from; 0 when there is none. */
  kept(): bigint
  start(): Promise<void>
  stop(): Promise<void>
}

/** A start reads some 20,000 events a second: below this, a snapshot is not worth its writing. */
const worthAnHour = 50_000n
const keepEveryMs = 10 * 60_000

/** Some ten milliseconds of the recommender's thread. */
const manyWaiting = 10

interface Pending {
  readonly resolve: (value: never) => void
  readonly reject: (error: Error) => void
}

/** `worthAStop`: events since the last snapshot that make another worth writing when the server stops. */
export function createBrain(house: House, { worthAStop = 5_000n } = {}): Brain {
  const worker = new Worker(new URL('./worker.ts', import.meta.url))
  const pending = new Map<number, Pending>()
  let next = 0
  let kept = 0n
  let keeping = false
  let timer: NodeJS.Timeout | undefined
  let follower: ReturnType<House['log']['follow']> | null = null

  worker.on('message', (message: FromWorker) => {
    const waiting = pending.get(message.id)
    pending.delete(message.id)
    if ('failure' in message) waiting?.reject(new Error(message.failure))
    else waiting?.resolve(('json' in message ? JSON.parse(message.json) : message.value) as never)
  })
  worker.on('error', error => {
    house.logger.fatal({ err: error }, 'the recommender thread ended')
    for (const waiting of pending.values()) waiting.reject(error as Error)
    pending.clear()
  })
  worker.unref()

  function send<T>(message: { question: Question } | { learn: readonly CarriedEvent[] }): Promise<T> {
    const id = next++
    return new Promise<T>((resolve, reject) => {
      pending.set(id, { resolve: resolve as Pending['resolve'], reject })
      worker.postMessage({ id, ...message } satisfies ToWorker)
    })
  }
  /** Loads the newest snapshot that fits; the position to read the log from. */
  async function restored(): Promise<bigint> {
    const snapshot = await readSnapshot(house)
    if (!snapshot) return 0n
    const answer = await send<Answers['restore']>({ question: { kind: 'restore', bytes: snapshot.bytes } })
    if ('position' in answer && answer.position === snapshot.position) return answer.position
    house.logger.warn(
      { why: 'refused' in answer ? answer.refused : 'another position' },
      'the snapshot of the feed is refused; the log is read instead',
    )
    return 0n
  }
  /** The thread has the bytes of each model before the event that puts it in force. Without them the event changes nothing. */
  async function learn(events: readonly LoggedEvent[]): Promise<void> {
    for (const { name, data } of events) {
      if (name !== 'feed.model_swapped') continue
      const { hash } = data as EventData['feed.model_swapped']
      const bytes = await readModel(house, hash)
      const taken = bytes !== null && (await send<boolean>({ question: { kind: 'offerModel', hash, bytes } }))
      if (!taken) house.logger.warn({ hash }, 'a trained model is missing or damaged; the feed goes on without it')
    }
    await send<void>({ learn: events.map(carried) })
  }
  /** Writes a snapshot when at least so many events came since the last. */
  async function keep(worth: bigint): Promise<void> {
    if (keeping || (follower?.position() ?? 0n) - kept < worth) return
    keeping = true
    try {
      const snapshot = await send<Answers['snapshot']>({ question: { kind: 'snapshot' } })
      await writeSnapshot(house, snapshot)
      kept = snapshot.position
    } catch (error) {
      house.logger.warn({ err: error }, 'no snapshot of the feed was kept')
    } finally {
      keeping = false
    }
  }
  return {
    ask: <K extends Question['kind']>(question: Extract<Question, { kind: K }>) => send<Answers[K]>({ question }),
    reached: (position, timeoutMs) => follower?.reached(position, timeoutMs) ?? Promise.resolve(false),
    position: () => follower?.position() ?? 0n,
    busy: () => pending.size > manyWaiting,
    kept: () => kept,
    async start() {
      const from = await restored()
      kept = from
      follower = house.log.follow('feed', from, learn)
      timer = setInterval(() => void keep(worthAnHour), keepEveryMs).unref()
    },
    async stop() {
      clearInterval(timer)
      await follower?.stop()
      await keep(worthAStop)
      await worker.terminate()
    },
  }
}
