import { Agent, request } from 'node:http'

export interface Buyer {
  readonly n: number
  readonly token: string
}
/** A checkout that only waits for the last confirmation. */
export interface Ready {
  readonly id: string
  readonly total: unknown
}
/** The same few steps of a shopper, at whichever shop; a shop answers `null` or `false` for a refusal and throws for a mistake. */
export interface Storefront {
  /** Somebody arrives: a session of their own. */
  visit(n: number): Promise<Buyer>
  addToCart(buyer: Buyer, item: string): Promise<boolean>
  /** From the cart (or, with an item, from "buy now", the shortest way there is) to the page before the last confirmation. */
  prepare(buyer: Buyer, item: string | null): Promise<Ready | null>
  /** The last confirmation: payment and order. */
  complete(buyer: Buyer, ready: Ready): Promise<boolean>
}

interface Ask {
  readonly token?: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}
export interface Answer<T> {
  readonly status: number
  readonly body: T
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
}
/** Nobody waits longer for one answer. */
const patienceMs = 240_000

/** JSON over connections that stay open, as many as there are buyers at once. */
export class Client {
  readonly #url: URL
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 2000, maxFreeSockets: 2000 })
  constructor(url: string) {
    this.#url = new URL(url)
  }

  async ask<T>(method: 'GET' | 'POST' | 'PUT', path: string, ask: Ask = {}): Promise<Answer<T>> {
    try {
      return await this.#once<T>(method, path, ask)
    } catch (error) {
      // The server had closed an idle connection in the moment of its next use: nothing was read, so it is asked again.
      if ((error as { stale?: boolean }).stale) return this.#once<T>(method, path, ask)
      throw error
    }
  }
  close(): void {
    this.#agent.destroy()
  }

  #once<T>(method: string, path: string, { token, body, headers }: Ask): Promise<Answer<T>> {
    const text = body === undefined ? undefined : JSON.stringify(body)
    const { hostname, port } = this.#url
    return new Promise((resolve, reject) => {
      const call = request(
        {
          hostname,
          port,
          path,
          method,
          agent: this.#agent,
          timeout: patienceMs,
          headers: {
            ...headers,
            ...(token !== undefined && { authorization: `Bearer ${token}` }),
            ...(text !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
          },
        },
        reply => {
          const parts: Buffer[] = []
          reply.on('data', part => parts.push(part))
          reply.on('error', reject)
          reply.on('end', () => {
            const said = Buffer.concat(parts).toString()
            try {
              resolve({ status: reply.statusCode ?? 500, body: JSON.parse(said || '{}') as T, headers: reply.headers })
            } catch {
              reject(new Error(`${method} ${path}: ${reply.statusCode} ${said.slice(0, 200)}`))
            }
          })
        },
      )
      call.on('timeout', () => call.destroy(new Error(`${method} ${path}: no answer in ${patienceMs / 1000} s`)))
      call.on('error', (error: Error & { code?: string }) =>
        reject(Object.assign(error, { stale: call.reusedSocket && error.code === 'ECONNRESET' })),
      )
      call.end(text)
    })
  }
}

/** Resolves when `path` is answered well; asked again and again. */
export async function answers(url: string, path: string, seconds = 120): Promise<void> {
  const client = new Client(url)
  const until = performance.now() + seconds * 1000
  try {
    while (performance.now() < until) {
      const status = await client.ask('GET', path).then(
        a => a.status,
        () => 0,
      )
      if (status === 200) return
      await new Promise(resolve => setTimeout(resolve, 20))
    }
  } finally {
    client.close()
  }
  throw new Error(`${url}${path} is not answered`)
}
