import { api, ask, newKey } from './api.ts'
import { isCode } from './error.ts'
import type { operations } from './schema.d.ts'
import type { Source } from './types.ts'

type Body = operations['POST /v1/events']['requestBody']['content']['application/json']
export type ClientEvent = Body['events'][number]
const kept = 'enishi.events'
const most = 100

/**
 * What the person saw, in batches. Each event has an id of its own, so a batch that is sent twice is learned once.
 * Events wait in localStorage while the network is away; `flush` answers with the position that the next feed page must have learned.
 */
class EventBatcher {
  #waiting: ClientEvent[] = []
  #sending: Promise<void> | null = null
  #timer = 0
  #position: string | undefined
  #last: (() => void)[] = []

  constructor() {
    try {
      this.#waiting = JSON.parse(localStorage.getItem(kept) ?? '[]') as ClientEvent[]
      localStorage.removeItem(kept)
    } catch {
      // Storage is barred or spoiled: start with nothing.
    }
    addEventListener('pagehide', () => this.#leave())
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && this.#leave())
    addEventListener('online', () => void this.flush())
    if (this.#waiting.length > 0) this.#soon()
  }

  add(event: Omit<ClientEvent, 'id' | 'source'> & { source?: Source }): void {
    const { source, ...rest } = event
    this.#waiting.push({ id: newKey(), ...rest, ...(source && Object.keys(source).length > 0 && { source }) })
    if (this.#waiting.length > 2000) this.#waiting.splice(0, this.#waiting.length - 2000)
    this.#soon()
  }

  /** Asked for last words when the page goes away, before the beacon. */
  beforeLeave(hook: () => void): void {
    this.#last.push(hook)
  }

  /** Sends what waits; the newest known log position, or undefined before the first answer. Never throws. */
  async flush(): Promise<string | undefined> {
    clearTimeout(this.#timer)
    this.#timer = 0
    while (this.#sending) await this.#sending
    if (this.#waiting.length > 0 && navigator.onLine) {
      this.#sending = this.#send().finally(() => {
        this.#sending = null
      })
      await this.#sending
    }
    return this.#position
  }

  #soon(): void {
    if (this.#timer) return
    this.#timer = window.setTimeout(() => void this.flush(), this.#waiting.length >= 20 ? 0 : 4000)
  }

  async #send(): Promise<void> {
    const batch = this.#waiting.splice(0, most)
    try {
      const answer = await ask(api.POST('/v1/events', { body: { events: batch } }))
      this.#position = answer.position
      localStorage.removeItem(kept)
    } catch (error) {
      // A batch that the server calls malformed would be refused for ever; anything else is tried again.
      if (isCode(error, 'invalid_request', 'malformed_json', 'body_too_large')) console.warn('events refused', error)
      else {
        this.#waiting.unshift(...batch)
        this.#keep()
      }
    }
    if (this.#waiting.length > 0) this.#soon()
  }

  /** The page goes away: hand over what waits by beacon; what the beacon refuses is kept for the next visit. */
  #leave(): void {
    for (const hook of this.#last) hook()
    if (this.#waiting.length === 0) return
    const batch = this.#waiting.splice(0, most)
    const body = new Blob([JSON.stringify({ events: batch })], { type: 'application/json' })
    if (!navigator.onLine || !navigator.sendBeacon('/v1/events', body)) {
      this.#waiting.unshift(...batch)
      this.#keep()
    }
  }

  #keep(): void {
    try {
      if (this.#waiting.length > 0) localStorage.setItem(kept, JSON.stringify(this.#waiting.slice(-most)))
    } catch {
      // Full or barred storage loses telemetry, nothing else.
    }
  }
}
export const events = new EventBatcher()
