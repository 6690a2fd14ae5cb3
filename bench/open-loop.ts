import { Agent, request } from 'node:http'

/** One thing to ask; `after` is called with the answer's body. */
export interface Shot {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}
export interface Fired {
  readonly sent: number
  readonly failed: number
  /** Milliseconds from when a request was due to when its answer was whole; sorted. */
  readonly latencies: Float64Array
}

/**
 * Open loop: requests are due at a fixed rate whatever the server does, and the wait counts from when each was due. A server that stalls is
 * charged for everybody who would have waited (no coordinated omission).
 */
export async function fire(url: string, perSecond: number, seconds: number, next: (i: number) => Shot): Promise<Fired> {
  const { hostname, port } = new URL(url)
  const agent = new Agent({ keepAlive: true, maxSockets: 512 })
  const total = Math.round(perSecond * seconds)
  const latencies = new Float64Array(total)
  let failed = 0
  const started = performance.now()
  const one = (i: number) =>
    new Promise<void>(resolve => {
      const { method, path, headers, body } = next(i)
      const due = started + (i * 1000) / perSecond
      const done = (ok: boolean) => {
        latencies[i] = performance.now() - due
        if (!ok) failed++
        resolve()
      }
      const call = request({ hostname, port, path, method, agent, headers }, reply => {
        reply.resume()
        reply.on('end', () => done((reply.statusCode ?? 500) < 300))
        reply.on('error', () => done(false))
      })
      call.on('error', () => done(false))
      call.end(body)
    })
  const all: Promise<void>[] = []
  for (let i = 0; i < total; ) {
    const due = Math.min(total, Math.floor(((performance.now() - started) * perSecond) / 1000) + 1)
    while (i < due) all.push(one(i++))
    await new Promise(resolve => setTimeout(resolve, 1))
  }
  await Promise.all(all)
  agent.destroy()
  return { sent: total, failed, latencies: latencies.sort() }
}

export const quantile = (sorted: Float64Array, q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN
