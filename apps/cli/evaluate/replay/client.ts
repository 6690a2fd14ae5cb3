import { randomUUID } from 'node:crypto'
import http, { type IncomingHttpHeaders } from 'node:http'
import https from 'node:https'
import { Failure } from './failure.ts'

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}
/** What a server says when it refuses. */
interface Refusal {
  readonly error?: { readonly code: string; readonly message: string; readonly details?: Readonly<Record<string, unknown>> }
}
/** A refusal that the caller may have an answer to. */
export class Refused extends Failure {
  readonly refusal: string
  readonly details: Readonly<Record<string, unknown>>
  constructor(status: number, where: string, refusal: Refusal['error']) {
    const code = status === 429 ? 'rate_limited' : 'server_refused'
    const hint = status === 429 ? '; a server that is measured is started with RATE_LIMITS=off' : ''
    super(code, `${where}: ${status} ${refusal?.code ?? ''}: ${refusal?.message ?? 'no reason given'}${hint}`)
    this.refusal = refusal?.code ?? ''
    this.details = refusal?.details ?? {}
  }
}

const patienceMs = 60_000

/** One server, over connections that stay open. */
export class Client {
  readonly #base: URL
  readonly #http: typeof http | typeof https
  readonly #agent: http.Agent
  readonly #stopped: AbortSignal
  #answered = false
  /** Requests that were answered. */
  requests = 0

  constructor(base: string, stopped: AbortSignal) {
    this.#base = new URL(base)
    this.#http = this.#base.protocol === 'https:' ? https : http
    this.#agent = new this.#http.Agent({ keepAlive: true, maxSockets: 12 })
    this.#stopped = stopped
  }

  get address(): string {
    return this.#base.origin
  }

  async send(method: string, path: string, headers: Record<string, string>, body?: Uint8Array | string): Promise<Answer> {
    if (this.#stopped.aborted) throw this.#stopped.reason
    try {
      const answer = await this.#exchange(method, path, headers, body)
      this.#answered = true
      this.requests++
      return answer
    } catch (error) {
      if (this.#stopped.aborted) throw this.#stopped.reason
      const why = (error as NodeJS.ErrnoException).code ?? (error as Error).message
      throw this.#answered
        ? new Failure('server_stopped', `${this.address} does not answer any more (${why})`)
        : new Failure('server_unreachable', `nothing answers at ${this.address} (${why})`)
    }
  }

  #exchange(method: string, path: string, headers: Record<string, string>, body?: Uint8Array | string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const { hostname, port } = this.#base
      const options = {
        agent: this.#agent,
        hostname: hostname.replace(/^\[|\]$/g, ''),
        port,
        method,
        path,
        headers,
        timeout: patienceMs,
      }
      const sent = this.#http.request(options, reply => {
        let text = ''
        reply.setEncoding('utf8')
        reply.on('data', chunk => (text += chunk))
        reply.on('error', reject)
        reply.on('end', () => resolve({ status: reply.statusCode ?? 0, headers: reply.headers, text }))
      })
      sent.on('timeout', () => sent.destroy(new Error(`no answer in ${patienceMs / 1000} s`)))
      sent.on('error', reject)
      sent.end(body)
    })
  }

  close(): void {
    this.#agent.destroy()
  }
}

/** Somebody who uses the public API: a guest, who may become a member. */
export class Person {
  readonly #client: Client
  readonly id: string
  #token: string

  constructor(client: Client, id: string, token: string) {
    this.#client = client
    this.id = id
    this.#token = token
  }

  static async guest(client: Client): Promise<Person> {
    const { person, token } = json<{ person: string; token: string }>(
      'POST /v1/guests',
      await client.send('POST', '/v1/guests', {}),
    )
    return new Person(client, person, token)
  }

  static async signedIn(client: Client, email: string, password: string): Promise<Person> {
    const guest = await Person.guest(client)
    return new Person(client, '', (await guest.call<{ token: string }>('POST', '/v1/tokens', { email, password })).token)
  }

  /** The guest becomes a member and stays the same person; the session comes as a cookie. */
  async join(handle: string): Promise<void> {
    const body = JSON.stringify({ email: `${handle}@replay.example`, password: randomUUID(), name: handle, handle })
    const reply = await this.#client.send('POST', '/v1/sign-up', this.#headers(body), body)
    json('POST /v1/sign-up', reply)
    const cookie = (reply.headers['set-cookie'] ?? []).map(c => /^enishi=([^;]+)/.exec(c)?.[1]).find(c => c)
    if (!cookie) throw new Failure('server_refused', 'POST /v1/sign-up set no session')
    this.#token = decodeURIComponent(cookie)
  }

  async call<T>(method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<T> {
    const text = body && JSON.stringify(body)
    return json<T>(`${method} ${path.split('?')[0]}`, await this.#client.send(method, path, this.#headers(text), text))
  }

  /** A whole file in one request (tus, creation with upload); the medium's id. */
  async upload(bytes: Uint8Array, type: string): Promise<string> {
    const reply = await this.#client.send(
      'POST',
      '/v1/uploads',
      {
        authorization: `Bearer ${this.#token}`,
        'tus-resumable': '1.0.0',
        'upload-length': String(bytes.length),
        'upload-metadata': `filetype ${Buffer.from(type).toString('base64')}`,
        'content-type': 'application/offset+octet-stream',
        'content-length': String(bytes.length),
      },
      bytes,
    )
    const id = reply.headers['upload-media-id']
    if (reply.status !== 201 || typeof id !== 'string')
      json('POST /v1/uploads', { ...reply, status: Math.max(400, reply.status) })
    return id as string
  }

  #headers(body: string | undefined): Record<string, string> {
    return {
      authorization: `Bearer ${this.#token}`,
      ...(body !== undefined && { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
    }
  }
}

function json<T>(where: string, { status, text }: Answer): T {
  let value: unknown
  try {
    value = text === '' ? {} : JSON.parse(text)
  } catch {
    throw new Failure('server_refused', `${where}: ${status}, and the answer is not JSON: is this an Enishi server?`)
  }
  if (status >= 400) throw new Refused(status, where, (value as Refusal).error)
  return value as T
}
