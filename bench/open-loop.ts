import { Agent, type ClientRequest, request } from 'node:http'

/** One thing to ask. */
export interface Shot {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}
export interface Fired {
  readonly sent: number
  /** Refused, broken off, or still without an answer when nobody waited any more. */
  readonly failed: number
  /** Answered well, within a second of when it was due. */
  readonly inTime: number
  /** Milliseconds from when a request was due to when its answer was whole; sorted. Whoever got no answer waited at least this long. */
  readonly latencies: Float64Array
}
/** How long after the last request answers are waited for. */
const patienceMs = 4000

/**
 * Open loop: requests are due at a fixed rate whatever the server does, and the wait counts from when each was due. A server that stalls is
 * charged for everybody who would have waited (no coordinated omission). Takes `seconds`, and at most 4 more.
 */
export async function fire(url: string, perSecond: number, seconds: number, next: (i: number) => Shot): Promise<Fired> {
  const { hostname, port } = new URL(url)
  const agent = new Agent({ keepAlive: true, maxSockets: 512 })
  const total = Math.round(perSecond * seconds)
  const latencies = new Float64Array(total)
  const waiting = new Map<ClientRequest, () => void>()
  let failed = 0
  let inTime = 0
  const started = performance.now()
  const one = (i: number) =>
    new Promise<void>(resolve => {
      const { method, path, headers, body } = next(i)
      const due = started + (i * 1000) / perSecond
      const done = (ok: boolean) => {
        if (!waiting.delete(call)) return
        const ms = performance.now() - due
        latencies[i] = ms
        if (!ok) failed++
        else if (ms <= 1000) inTime++
        resolve()
      }
      const call = request({ hostname, port, path, method, agent, headers }, reply => {
        reply.resume()
        reply.on('end', () => done((reply.statusCode ?? 500) < 300))
        reply.on('error', () => done(false))
      })
      waiting.set(call, () => done(false))
      call.on('error', () => done(false))
      call.end(body)
    })
  const all: Promise<void>[] = []
  for (let i = 0; i < total; ) {
    const due = Math.min(total, Math.floor(((performance.now() - started) * perSecond) / 1000) + 1)
    while (i < due) all.push(one(i++))
    await new Promise(resolve => setTimeout(resolve, 1))
  }
  const giveUp = setTimeout(() => {
    for (const [call, fail] of waiting) {
      fail()
      call.destroy()
    }
  }, patienceMs)
  await Promise.all(all)
  clearTimeout(giveUp)
  agent.destroy()
  return { sent: total, failed, inTime: inTime / total, latencies: latencies.sort() }
}

export const quantile = (sorted: Float64Array, q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN
