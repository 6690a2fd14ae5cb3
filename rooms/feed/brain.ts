import { Worker } from 'node:worker_threads'
import type { LoggedEvent } from '#base/catalogue'
import type { House } from '#base/house'
import type { Answers, FromWorker, Question, ToWorker } from './messages.ts'

/** The recommender behind its thread. */
export interface Brain {
  ask<K extends Question['kind']>(question: Extract<Question, { kind: K }>): Promise<Answers[K]>
  /** Resolves when everything up to `position` is learned; false when `timeoutMs` passed first. */
  reached(position: bigint, timeoutMs: number): Promise<boolean>
  position(): bigint
  start(): Promise<void>
  stop(): Promise<void>
}

interface Pending {
  readonly resolve: (value: never) => void
  readonly reject: (error: Error) => void
}

export function createBrain(house: House): Brain {
  const worker = new Worker(new URL('./worker.ts', import.meta.url))
  const pending = new Map<number, Pending>()
  let next = 0
  let follower: ReturnType<House['log']['follow']> | null = null

  worker.on('message', (message: FromWorker) => {
    const waiting = pending.get(message.id)
    pending.delete(message.id)
    if ('failure' in message) waiting?.reject(new Error(message.failure))
    else waiting?.resolve(message.value as never)
  })
  worker.on('error', error => {
    house.logger.fatal({ err: error }, 'the recommender thread ended')
    for (const waiting of pending.values()) waiting.reject(error as Error)
    pending.clear()
  })
  worker.unref()

  function send<T>(message: { question: Question } | { learn: readonly LoggedEvent[] }): Promise<T> {
    const id = next++
    return new Promise<T>((resolve, reject) => {
      pending.set(id, { resolve: resolve as Pending['resolve'], reject })
      worker.postMessage({ id, ...message } satisfies ToWorker)
    })
  }
  return {
    ask: <K extends Question['kind']>(question: Extract<Question, { kind: K }>) => send<Answers[K]>({ question }),
    reached: (position, timeoutMs) => follower?.reached(position, timeoutMs) ?? Promise.resolve(false),
    position: () => follower?.position() ?? 0n,
    async start() {
      follower = house.log.follow('feed', 0n, events => send<void>({ learn: events }))
    },
    async stop() {
      await follower?.stop()
      await worker.terminate()
    },
  }
}
