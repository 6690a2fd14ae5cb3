import { randomBytes } from 'node:crypto'
import cookie from '@fastify/cookie'
import swagger from '@fastify/swagger'
import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify, LogController } from 'fastify'
import { type Clock, newId, type Refusal } from '#base/kernel'
import type { Logger } from '#base/log'
import { type ErrorCode, errorCodes } from './errors.ts'
import type { Idempotency } from './idempotency.ts'
import { lazyValidator, lazyWriter } from './lazy-schemas.ts'
import { createLimiter } from './limits.ts'
import type { Caller, Handler, Route, RouteSet } from './route.ts'

export interface HttpOptions {
  readonly routes: readonly RouteSet[]
  /** Who calls. Reads cookie or Bearer; makes a guest (and sets its cookie) when `create` is true and there is nobody. */
  readonly identify: (request: FastifyRequest, reply: FastifyReply, create: boolean) => Promise<Caller>
  /** A rule of the house over all routes, by name (`POST /v1/posts`); asked after `who`. */
  readonly barred?: (caller: Caller, route: string) => Promise<ErrorCode | null>
  readonly idempotency: Idempotency
  readonly clock: Clock
  readonly logger: Logger
  readonly trustProxy: boolean
  readonly rateLimits: boolean
  readonly publicUrl: string
}
type App = FastifyInstance
type Limiter = ReturnType<typeof createLimiter>

/** The HTTP server of a set of route tables. Everything that is not a route (pages, media, uploads) is added by the app. */
export async function buildHttp(options: HttpOptions): Promise<App> {
  const app = fastify({
    loggerInstance: options.logger as never,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustProxy,
    bodyLimit: 1_048_576,
    forceCloseConnections: true,
    genReqId: () => newId('request', options.clock.now()),
    requestTimeout: 60_000,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 1000 },
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply),
  }) as unknown as App
  app.setValidatorCompiler(({ schema, httpPart }) => lazyValidator(httpPart === 'body' ? 'body' : 'address', schema as object))
  app.setSerializerCompiler(({ schema }) => lazyWriter(schema as object))
  app.setErrorHandler((error, request, reply) => answerError(error as Error, request, reply))
  app.setNotFoundHandler((request, reply) =>
    send(reply, { ok: false, code: 'not_found', message: `Nothing at ${request.method} ${request.url.split('?')[0]}` }),
  )
  await app.register(cookie)
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Enishi', version: '1' },
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    },
  })
  acceptJson(app)
  app.addHook('onSend', async (request, reply) => void reply.header('x-request-id', request.id))
  app.addHook('onResponse', async (request, reply) => {
    if (reply.statusCode >= 500 || reply.elapsedTime > 1000)
      request.log.warn(
        { method: request.method, url: request.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
        'request',
      )
    else
      request.log.debug(
        { method: request.method, url: request.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
        'request',
      )
  })
  const limiter = createLimiter()
  for (const set of options.routes)
    for (const [key, route] of Object.entries(set.table))
      addRoute(app, options, limiter, { tag: set.tag, key, route, handler: set.handlers[key] as Handler<Route> })
  app.get('/v1/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  return app
}

/** JSON bodies only. A NUL can't be stored in PostgreSQL text, so it is refused here, once, for every route. */
function acceptJson(app: App): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    const text = body as string
    if (text === '') return done(null, undefined)
    if (text.includes('\\u0000') || text.includes('\0'))
      return done(new CodedError('invalid_request', 'The body holds a NUL character'))
    try {
      done(null, JSON.parse(text))
    } catch {
      done(new CodedError('malformed_json', 'The body is not JSON'))
    }
  })
}

/** Thrown by plumbing only; actions return refusals. */
export class CodedError extends Error {
  readonly code: ErrorCode
  constructor(code: ErrorCode, message: string) {
    super(message)
    this.code = code
  }
}

interface Endpoint {
  readonly tag: string
  /** Method and path, as the table has them. */
  readonly key: string
  readonly route: Route
  readonly handler: Handler<Route>
}

function addRoute(app: App, options: HttpOptions, limiter: Limiter, endpoint: Endpoint): void {
  const { tag, key, route, handler } = endpoint
  const [method, path] = key.split(' ') as [string, string]
  const schema = {
    summary: route.summary,
    tags: [tag],
    operationId: key,
    ...(route.params && { params: route.params }),
    ...(route.query && { querystring: route.query }),
    ...(route.body && { body: route.body }),
    response: { [route.status ?? 200]: route.reply },
    ...(route.who !== 'anyone' && { security: [{ bearer: [] }] }),
  }
  app.route({
    method,
    url: path.replace(/\{(\w+)\}/g, ':$1'),
    schema,
    ...(route.bodyLimit && { bodyLimit: route.bodyLimit }),
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      if (request.url.includes('%00')) throw new CodedError('invalid_request', 'The address holds a NUL character')
      if (method !== 'GET') refuseForeignOrigin(request, options.publicUrl)
      const caller = await options.identify(request, reply, route.who !== 'anyone')
      if (options.rateLimits) limit(limiter, route, caller, reply, options.clock)
      refuseByWho(route, caller)
      const barred = await options.barred?.(caller, key)
      if (barred) throw new CodedError(barred, 'This is not possible now')
      const idempotencyKey = readKey(request, route)
      const input = {
        params: request.params,
        query: request.query,
        body: request.body,
        caller,
        idempotencyKey,
        ip: request.ip,
        setCookie: (name: string, value: string, maxAge: number) =>
          void reply.setCookie(name, value, {
            path: '/',
            httpOnly: true,
            sameSite: 'lax',
            maxAge,
            secure: options.publicUrl.startsWith('https:'),
          }),
      }
      const work = async () => answerOf(await handler(input as never), route)
      const answer =
        idempotencyKey && route.idempotency
          ? await once(
              options.idempotency,
              { person: caller.person, key: idempotencyKey, request: [key, request.params, request.body] },
              reply,
              work,
            )
          : await work()
      const serialize = answer.status >= 400 ? JSON.stringify : (route.serialize as ((reply: unknown) => string) | undefined)
      // Whoever brings a serializer of their own has to say what it writes; without that nothing is compressed either.
      if (serialize) reply.serializer(serialize).type(jsonType)
      return reply.code(answer.status).send(answer.body)
    },
  } as never)
}

function answerOf(result: Awaited<ReturnType<Handler<Route>>>, route: Route): { status: number; body: unknown } {
  const r = result as { ok?: boolean; value?: unknown; code?: string }
  if (r.ok === false) return errorAnswer(result as Refusal<ErrorCode>)
  return { status: route.status ?? 200, body: r.ok === true && 'value' in r ? r.value : result }
}

/** What the caller promised to send once: under this key, this request and no other. */
interface Attempt {
  readonly person: Caller['person']
  readonly key: string
  readonly request: unknown
}

async function once(
  idempotency: Idempotency,
  { person, key, request }: Attempt,
  reply: FastifyReply,
  work: () => Promise<{ status: number; body: unknown }>,
) {
  const begun = await idempotency.begin(person, key, request)
  if (!begun.ok) return errorAnswer(begun)
  if (begun.value) {
    reply.header('idempotent-replayed', 'true')
    return begun.value
  }
  try {
    const answer = await work()
    await idempotency.finish(person, key, answer)
    return answer
  } catch (error) {
    await idempotency.forget(person, key)
    throw error
  }
}

function readKey(request: FastifyRequest, route: Route): string | null {
  const header = request.headers['idempotency-key']
  const key = Array.isArray(header) ? header[0] : header
  if (key !== undefined && (key.length === 0 || key.length > 255))
    throw new CodedError('invalid_request', 'Idempotency-Key: 1 to 255 characters')
  if (key === undefined && route.idempotency === 'required')
    throw new CodedError('idempotency_key_required', 'This request moves money or stock and needs an Idempotency-Key header')
  return key ?? null
}

/** A browser on another site must not act with our cookie. Bearer calls carry no cookie and are free of this. */
export function refuseForeignOrigin(request: FastifyRequest, publicUrl: string): void {
  if (request.headers.authorization) return
  const origin = request.headers.origin
  if (origin === undefined) {
    if (request.headers['sec-fetch-site'] === 'cross-site')
      throw new CodedError('wrong_origin', 'This request came from another site')
    return
  }
  const own = origin === publicUrl || origin.replace(/^https?:\/\//, '') === request.headers.host
  if (!own) throw new CodedError('wrong_origin', 'This request came from another site')
}

function refuseByWho(route: Route, caller: Caller): void {
  if (route.who === 'member' || route.who === 'staff' || route.who === 'operator') {
    if (!caller.member) throw new CodedError('sign_in_required', 'Sign in first')
    if (route.who === 'operator' && !caller.operator) throw new CodedError('forbidden', 'Only operators may do this')
    if (route.who === 'staff' && caller.shops.length === 0 && !caller.operator)
      throw new CodedError('forbidden', 'Only staff of the shop may do this')
  }
}

function limit(limiter: Limiter, route: Route, caller: Caller, reply: FastifyReply, clock: Clock): void {
  const left = limiter(route.rate ?? 'default', caller.person, reply.request.ip, clock.now().getTime())
  reply
    .header('x-ratelimit-limit', left.limit)
    .header('x-ratelimit-remaining', Math.max(0, left.remaining))
    .header('x-ratelimit-reset', left.reset)
  if (left.remaining >= 0) return
  reply.header('retry-after', left.reset)
  throw new CodedError('rate_limited', `Too many requests; try again in ${left.reset} s`)
}

function errorAnswer(refusal: Refusal<ErrorCode>): { status: number; body: unknown } {
  return {
    status: errorCodes[refusal.code],
    body: { error: { code: refusal.code, message: refusal.message, ...(refusal.details && { details: refusal.details }) } },
  }
}
const jsonType = 'application/json; charset=utf-8'
const send = (reply: FastifyReply, refusal: Refusal<ErrorCode>) => {
  const answer = errorAnswer(refusal)
  return reply.code(answer.status).serializer(JSON.stringify).type(jsonType).send(answer.body)
}

const fastifyCodes: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed_json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'invalid_request',
  FST_ERR_MAX_PARAM_LENGTH: 'not_found',
  FST_ERR_BAD_URL: 'invalid_request',
}

/** One error shape for everything: our refusals, validation, plumbing; a mistake of ours says only its request id. */
export function answerError(
  error: Error & {
    code?: string
    validation?: { instancePath: string; message?: string; params?: object; keyword?: string }[]
    validationContext?: string
  },
  request: FastifyRequest,
  reply: FastifyReply,
) {
  if (error instanceof CodedError) return send(reply, { ok: false, code: error.code, message: error.message })
  if (error.validation) {
    const fields: Record<string, string[]> = {}
    for (const v of error.validation)
      (fields[
        `${v.instancePath.slice(1).replaceAll('/', '.') || (v.params as { missingProperty?: string; additionalProperty?: string })?.missingProperty || (v.params as { additionalProperty?: string })?.additionalProperty || error.validationContext}`
      ] ??= []).push(v.message ?? 'invalid')
    return send(reply, {
      ok: false,
      code: 'invalid_request',
      message: `The ${error.validationContext ?? 'request'} is not of the documented form`,
      details: { fields },
    })
  }
  const code = fastifyCodes[error.code ?? '']
  if (code) return send(reply, { ok: false, code, message: error.message })
  const status = (error as { statusCode?: number }).statusCode
  if (status && status >= 400 && status < 500) return send(reply, { ok: false, code: 'invalid_request', message: error.message })
  request.log.error({ err: error, method: request.method, url: request.url }, 'mistake')
  return send(reply, { ok: false, code: 'internal', message: `Something went wrong on our side (request ${request.id})` })
}

export const newSecret = (): string => randomBytes(32).toString('base64url')
