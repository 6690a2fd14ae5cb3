import { type Person, Refused } from './client.ts'
import { Failure } from './failure.ts'

const weekMs = 7 * 86_400_000
const longestStepMs = 399 * 86_400_000

/**
 * The server's clock, led through the time of the log. Clients don't tell the server what time it is; an operator moves its clock in demo
 * mode (decision 0005). The log is moved by whole weeks, so that it begins after the server's now: hours and weekdays stay, and time never
 * runs backwards for what the server has learned before.
 */
export class ServerClock {
  readonly #operator: Person
  /** Server's time - ours. */
  #ahead = 0
  #shift = 0
  /** Most that the server's clock was past the time of a row: where rows stand closer than the replay is fast. */
  latestMs = 0

  constructor(operator: Person) {
    this.#operator = operator
  }

  /** Where the server's clock stands; `firstMs` is the time of the first row. */
  async begin(firstMs: number): Promise<void> {
    await this.#advance(0)
    this.#shift = Math.ceil((Date.now() + this.#ahead - firstMs) / weekMs) * weekMs
  }

  /** Whole weeks in milliseconds that the log is moved by. */
  get shiftMs(): number {
    return this.#shift
  }

  /** Moves the server's clock on to the time of a row; never back. */
  async reach(timeMs: number): Promise<void> {
    const wanted = timeMs + this.#shift
    for (;;) {
      const missing = Math.ceil(wanted - (Date.now() + this.#ahead))
      if (missing <= 0) {
        this.latestMs = Math.max(this.latestMs, -missing)
        return
      }
      await this.#advance(Math.min(missing, longestStepMs))
    }
  }

  async #advance(advanceMs: number): Promise<void> {
    try {
      const { now } = await this.#operator.call<{ now: string }>('POST', '/v1/demo/clock', { advanceMs })
      this.#ahead = Date.parse(now) - Date.now()
    } catch (error) {
      if (error instanceof Refused && (error.refusal === 'not_found' || error.refusal === 'forbidden'))
        throw new Failure(
          'clock_not_movable',
          'the times of a log need a server in demo mode (ENISHI_DEMO) and its operator; a server that people use is not replayed into',
        )
      throw error
    }
  }
}
