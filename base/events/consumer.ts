import type { LoggedEvent } from '#base/catalogue'
import type { Logger } from '#base/log'

export interface Subscription {
  /** Last position that this consumer has handled. */
  position(): bigint
  /** Resolves when `position` is handled; false when `timeoutMs` passed first. */
  reached(position: bigint, timeoutMs: number): Promise<boolean>
  stop(): Promise<void>
}

/** What a consumer needs of the log. */
export interface Tail {
  last(): bigint
  running(): boolean
  read(after: bigint, limit: number): Promise<LoggedEvent[]>
}

interface Waiter {
  readonly position: bigint
  readonly resolve: (reached: boolean) => void
  readonly timer: NodeJS.Timeout
}

const batchSize = 2000
/**
 * How far apart the turns of a consumer with a transaction begin while events keep coming: a turn costs a transaction and a stored position,
 * whatever it carries. The first event after a pause waits for nothing, and nor does one that somebody waits for.
 */
const durableTurnMs = 200
/** Handles events in their order; true when that cost a transaction. */
export type Work = (events: LoggedEvent[]) => Promise<boolean>

/** Reads the log in order from a position; a failing handler is tried again with growing pauses and blocks only itself. */
export class Consumer implements Subscription {
  readonly name: string
  readonly #tail: Tail
  readonly #logger: Logger
  readonly #work: Work
  #began = Number.NEGATIVE_INFINITY
  #at: bigint
  #busy: Promise<void> | null = null
  #stopped = false
  #waiters: Waiter[] = []
  #hurry: () => void = () => {}

  constructor(name: string, start: bigint, tail: Tail, logger: Logger, work: Work) {
    this.name = name
    this.#at = start
    this.#tail = tail
    this.#logger = logger
    this.#work = work
  }

  wake(): void {
    if (this.#stopped || this.#busy) return
    this.#busy = this.#drain().finally(() => {
      this.#busy = null
      if (this.#at < this.#tail.last() && this.#tail.running()) this.wake()
    })
  }

  async #drain(): Promise<void> {
    for (let pause = 50; !this.#stopped && this.#at < this.#tail.last(); ) {
      try {
        await this.#rest()
        if (this.#stopped) return
        const from = performance.now()
        const events = await this.#tail.read(this.#at, batchSize)
        if (events.length === 0) return
        const cost = await this.#work(events)
        if (cost && events.length < batchSize) this.#began = from
        this.#at = (events.at(-1) as LoggedEvent).position
        pause = 50
        this.#answer()
      } catch (error) {
        if (this.#stopped || !this.#tail.running()) return
        this.#logger.error({ err: error, consumer: this.name, position: String(this.#at) }, 'consumer')
        const ms = pause
        await new Promise(resolve => setTimeout(resolve, ms).unref())
        pause = Math.min(pause * 2, 30_000)
      }
    }
  }

  async #rest(): Promise<void> {
    const ms = this.#began + durableTurnMs - performance.now()
    this.#began = Number.NEGATIVE_INFINITY
    if (ms <= 0 || this.#waiters.length > 0 || this.#stopped) return
    await new Promise<void>(resolve => {
      const timer = setTimeout(resolve, ms)
      this.#hurry = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  #answer(): void {
    const still: Waiter[] = []
    for (const waiter of this.#waiters) {
      if (waiter.position > this.#at) {
        still.push(waiter)
        continue
      }
      clearTimeout(waiter.timer)
      waiter.resolve(true)
    }
    this.#waiters = still
  }

  position(): bigint {
    return this.#at
  }

  reached(position: bigint, timeoutMs: number): Promise<boolean> {
    if (this.#at >= position) return Promise.resolve(true)
    return new Promise(resolve => {
      const timer = setTimeout(() => {
        this.#waiters = this.#waiters.filter(w => w.timer !== timer)
        resolve(false)
      }, timeoutMs)
      this.#waiters.push({ position, resolve, timer })
      this.#hurry()
    })
  }

  async stop(): Promise<void> {
    this.#stopped = true
    this.#hurry()
    await this.#busy
  }
}
