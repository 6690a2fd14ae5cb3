import createClient from 'openapi-fetch'
import { noteAct } from './acted.ts'
import { fetchOrHanded } from './answers.ts'
import { ApiError, errorOf } from './error.ts'
import { noteHeard } from './net.ts'
import type { operations, paths } from './schema.d.ts'

type Success<R> = R extends { 200: infer T } ? T : R extends { 201: infer T } ? T : R extends { 202: infer T } ? T : never
/** What a route answers with, named as in its room's table: `Reply<'GET /v1/feed'>`. */
export type Reply<K extends keyof operations> =
  Success<operations[K]['responses']> extends { content: { 'application/json': infer T } } ? T : never

/** The typed client: `api.GET('/v1/products/{id}', { params: { path: { id } } })`. Prefer `ask(api.GET(…))`, which throws an ApiError. */
export const api = createClient<paths>({
  baseUrl: location.origin,
  headers: { accept: 'application/json' },
  fetch: fetchOrHanded,
})

api.use({
  onResponse({ request, response }) {
    // An answer that the service worker kept is not news.
    if (navigator.onLine) noteHeard()
    if (request.method !== 'GET' && response.ok && !request.url.endsWith('/v1/events')) noteAct()
  },
})

interface Answer<T> {
  readonly data?: T
  readonly error?: unknown
  readonly response: Response
}

/** The answer's body, or an ApiError with the server's code; a lost network is the code `offline`. */
export async function ask<T>(call: Promise<Answer<T>>): Promise<T> {
  const answer = await call.catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new ApiError('offline', 0)
  })
  if (!answer.response.ok) throw errorOf(answer.response.status, answer.error)
  return answer.data as T
}

/** A fresh id for the Idempotency-Key header. Keep it over retries of the same intention. */
export const newKey = (): string => crypto.randomUUID?.() ?? `${Date.now()}-${Math.random().toString(36).slice(2)}`
export const keyed = (key: string) => ({ headers: { 'idempotency-key': key } })
