import { randomUUID } from 'node:crypto'

/** A refusal of the server, with its stable code. */
export class Refused extends Error {
  readonly code: string
  readonly status: number
  constructor(status: number, code: string, message: string) {
    super(`${status} ${code}: ${message}`)
    this.code = code
    this.status = status
  }
}

/** Does what may have been done before a restart: the one refusal that says so is content, every other one stands. */
export async function unless<T>(done: string, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refused && error.code === done) return undefined
    throw error
  }
}

/** A client of the public API: what any program of anybody could do, and nothing else. */
export class Api {
  readonly base: string
  #token: string | null = null
  person = ''
  constructor(base: string) {
    this.base = base
  }

  static async guest(base: string): Promise<Api> {
    const api = new Api(base)
    const made = await api.post<{ person: string; token: string }>('/v1/guests')
    api.#token = made.token
    api.person = made.person
    return api
  }
  static async member(base: string, email: string, password: string): Promise<Api> {
    const api = await Api.guest(base)
    api.#token = (await api.post<{ token: string }>('/v1/tokens', { email, password })).token
    api.person = (await api.get<{ person: string }>('/v1/me')).person
    return api
  }
  /** Goes on with a token of an earlier run; null when the server does not take it any more. */
  static async resume(base: string, token: string): Promise<Api | null> {
    const api = new Api(base)
    api.#token = token
    const me = await api.get<{ person: string; member: boolean }>('/v1/me').catch(error => {
      if (error instanceof Refused && error.status === 401) return null
      throw error
    })
    if (!me?.member) return null
    api.person = me.person
    return api
  }
  /** Signs up, or signs in when the address is known from an earlier run. */
  static async join(base: string, email: string, password: string, name: string, handle: string): Promise<Api> {
    const api = await Api.guest(base)
    await unless('email_taken', () => api.post('/v1/sign-up', { email, password, name, handle }))
    return Api.member(base, email, password)
  }

  get token(): string {
    return this.#token ?? ''
  }
  headers(): Record<string, string> {
    return this.#token ? { authorization: `Bearer ${this.#token}` } : {}
  }
  get<T>(path: string): Promise<T> {
    return this.#call<T>('GET', path)
  }
  post<T>(path: string, body?: unknown): Promise<T> {
    return this.#call<T>('POST', path, body)
  }
  put<T>(path: string, body?: unknown): Promise<T> {
    return this.#call<T>('PUT', path, body)
  }
  patch<T>(path: string, body?: unknown): Promise<T> {
    return this.#call<T>('PATCH', path, body)
  }

  async #call<T>(method: string, path: string, body?: unknown): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      const reply = await fetch(this.base + path, {
        method,
        headers: {
          ...this.headers(),
          'idempotency-key': randomUUID(),
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      if (reply.status === 429 && attempt < 5) {
        await sleep(1000 * Number(reply.headers.get('retry-after') ?? 1))
        continue
      }
      const text = await reply.text()
      const json = text ? (JSON.parse(text) as { error?: { code: string; message: string; details?: unknown } }) : {}
      if (!reply.ok)
        throw new Refused(
          reply.status,
          json.error?.code ?? 'internal',
          `${method} ${path}: ${json.error?.message ?? text}${json.error?.details ? ` ${JSON.stringify(json.error.details)}` : ''}`,
        )
      return json as T
    }
  }

  /** Uploads by tus 1.0 and answers with the medium's id; `told`: what else the server is told of the file, as `use`. */
  async upload(bytes: Buffer, filename: string, type: string, told: Readonly<Record<string, string>> = {}): Promise<string> {
    const tus = { 'tus-resumable': '1.0.0', ...this.headers() }
    const meta = Object.entries({ filename, filetype: type, ...told })
      .map(([k, v]) => `${k} ${Buffer.from(v).toString('base64')}`)
      .join(',')
    const made = await fetch(`${this.base}/v1/uploads`, {
      method: 'POST',
      headers: { ...tus, 'upload-length': String(bytes.length), 'upload-metadata': meta },
    })
    const id = made.headers.get('upload-media-id')
    const place = made.headers.get('location')
    if (made.status !== 201 || !id || !place) throw new Refused(made.status, 'upload', await made.text())
    const url = new URL(place, this.base)
    url.host = new URL(this.base).host
    url.protocol = 'http:'
    const sent = await fetch(url, {
      method: 'PATCH',
      headers: { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
      body: new Uint8Array(bytes),
    })
    if (sent.status !== 204) throw new Refused(sent.status, 'upload', await sent.text())
    return id
  }

  /** Waits until a medium can be used; throws with the reason when it was refused. */
  async ready(media: string, seconds = 120): Promise<void> {
    for (let i = 0; i < seconds * 4; i++) {
      const m = await this.get<{ state: string; watchable: string; refusal: { message: string } | null }>(`/v1/media/${media}`)
      if (m.watchable !== 'no' || m.state === 'ready') return
      if (m.state === 'refused') throw new Error(`${media}: ${m.refusal?.message}`)
      await sleep(250)
    }
    throw new Error(`${media} was not ready in ${seconds} s`)
  }
}

export const sleep = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))
