import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { expect } from 'vitest'
import { buildHttp, type Caller, createIdempotency } from '#base/http'
import type { Id } from '#base/kernel'
import { createMedia, type Media, type MediaWire, mediaMigrations, mediaRoutes } from '#rooms/media'
import { callerOf } from './callers.ts'
import { type TestHouse, testHouse } from './house.ts'

export interface MediaServer {
  readonly house: TestHouse
  readonly media: Media
  /** Who asks: its name is the Authorization header. */
  readonly people: Record<string, Caller>
  readonly base: string
  ask(method: string, path: string, options?: { as?: string; body?: unknown; headers?: Record<string, string> }): Promise<Answer>
  upload(path: string, metadata?: Record<string, string>, as?: string): Promise<Id<'media'>>
  /** Waits until it is ready, held or refused. */
  settled(id: string, as?: string): Promise<Answer['body']>
  close(): Promise<void>
}
interface Answer {
  readonly status: number
  readonly body: Body
}
/** Whatever the room answers, or headers where there is no body. */
type Body = MediaWire & {
  readonly error: { readonly code: string; readonly details: unknown }
  readonly items: readonly { readonly id: string; readonly url: string }[]
  readonly next: string | null
  readonly hidden: boolean
  readonly length: number
  readonly location: string
  readonly 'upload-media-id': string
}

/** The room behind HTTP, with its jobs running. */
export async function mediaServer(doors?: Parameters<typeof createMedia>[1]): Promise<MediaServer> {
  const house = await testHouse({ migrations: mediaMigrations })
  // What runs by the clock is called by the tests themselves.
  const media = createMedia({ ...house, jobs: { ...house.jobs, every: () => {} } }, doors)
  await media.start()
  await house.jobs.start()
  const people: Record<string, Caller> = { aki: callerOf({ member: false }), ben: callerOf({}) }
  const identify = async (request: { headers: Record<string, unknown> }) =>
    people[String(request.headers.authorization ?? 'aki')] as Caller
  const app = await buildHttp({
    ...{ routes: [mediaRoutes(media)], idempotency: createIdempotency(house.db, house.clock), clock: house.clock },
    ...{ logger: house.logger, trustProxy: false, rateLimits: false, publicUrl: 'http://localhost:3000', identify },
  })
  await media.mount(app, identify)
  await app.listen({ port: 0, host: '127.0.0.1' })
  const base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  const ask: MediaServer['ask'] = async (method, path, { as = 'aki', body, headers = {} } = {}) => {
    const json = body === undefined ? {} : { 'content-type': 'application/json' }
    const reply = await fetch(base + path, {
      method,
      headers: { authorization: as, ...json, ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await reply.text()
    return { status: reply.status, body: text ? JSON.parse(text) : Object.fromEntries(reply.headers) }
  }
  const settled: MediaServer['settled'] = async (id, as) => {
    for (let i = 0; i < 1200; i++) {
      const { body } = await ask('GET', `/v1/media/${id}`, { ...(as && { as }) })
      if (['ready', 'held', 'refused'].includes(body.state)) return body
      await new Promise(resolve => setTimeout(resolve, 50))
    }
    throw new Error('the medium did not settle')
  }
  return {
    ...{ house, media, people, base, ask, settled },
    async upload(path, metadata = {}, as = 'aki') {
      const bytes = readFileSync(path)
      const pairs = Object.entries(metadata).map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
      const made = await ask('POST', '/v1/uploads', {
        as,
        headers: {
          ...{ 'tus-resumable': '1.0.0', 'upload-length': String(bytes.length) },
          ...(pairs.length > 0 && { 'upload-metadata': pairs.join(',') }),
        },
      })
      expect(made.status, JSON.stringify(made.body)).toBe(201)
      const id = made.body['upload-media-id'] as Id<'media'>
      if (bytes.length === 0) return id
      const sent = await fetch(`${base}${made.body.location}`, {
        method: 'PATCH',
        headers: {
          ...{ 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
          authorization: as,
        },
        body: bytes,
      })
      expect(sent.status).toBe(204)
      return id
    },
    async close() {
      await app.close()
      await media.stop()
      await house.close()
    },
  }
}
