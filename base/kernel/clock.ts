/** The only source of time. Tests and the demo world move it; a client never does. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/** A clock that stands still until it is moved. */
export class ManualClock implements Clock {
  #at: number
  constructor(at: Date | string = '2026-01-01T00:00:00Z') {
    this.#at = new Date(at).getTime()
  }
  now(): Date {
    return new Date(this.#at)
  }
  advance(ms: number): void {
    this.#at += ms
  }
  set(at: Date | string): void {
    this.#at = new Date(at).getTime()
  }
}

/** The system clock moved by an offset; the demo world's clock. */
export class OffsetClock implements Clock {
  #offset = 0
  now(): Date {
    return new Date(Date.now() + this.#offset)
  }
  advance(ms: number): void {
    this.#offset += ms
  }
  get offset(): number {
    return this.#offset
  }
}

export const minutes = (n: number): number => n * 60_000
export const hours = (n: number): number => n * 3_600_000
export const days = (n: number): number => n * 86_400_000
