import type { Static, TSchema } from 'typebox'
import { Type } from 'typebox'
import type { Id, Language, Result } from '#base/kernel'
import type { ErrorCode } from './errors.ts'

/** Who is calling. `person` is always there: a guest is a person whose signed cookie was just made. */
export interface Caller {
  readonly person: Id<'person'>
  readonly session: string
  /** Signed in, with an account. */
  readonly member: boolean
  readonly operator: boolean
  readonly creator: boolean
  /** Shops whose staff this person is, with the role there. */
  readonly shops: readonly { readonly shop: Id<'shop'>; readonly role: 'owner' | 'staff' }[]
  readonly language: Language
  readonly personalised: boolean
}

/** `anyone`: no identity is needed. `guest`: any person, signed in or not. The finer rule is the first line of the action. */
export type Who = 'anyone' | 'guest' | 'member' | 'staff' | 'operator'

export interface Route {
  readonly summary: string
  readonly who: Who
  readonly params?: TSchema
  readonly query?: TSchema
  readonly body?: TSchema
  readonly reply: TSchema
  /** Writes the reply's JSON in place of the schema's own serializer, for a hot route; a test holds it to the schema. */
  readonly serialize?: (reply: never) => string
  /** HTTP status of success; 200 unless said. */
  readonly status?: 200 | 201 | 202 | 204
  /** `required`: money or stock moves, so the Idempotency-Key header must be there. */
  readonly idempotency?: 'required' | 'optional'
  /** Bucket of the rate-limit table; `default` unless said. */
  readonly rate?: RateBucket
  readonly bodyLimit?: number
}
export type RateBucket = 'default' | 'events' | 'sign_in' | 'upload' | 'feed' | 'write'
export type RouteKey = `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`
export type RouteTable = Readonly<Record<RouteKey, Route>>

/** Declares a room's routes: one table from which come validation, OpenAPI, the typed client and the negative tests. */
export const defineRoutes = <const T extends RouteTable>(table: T): T => table

type Part<S> = S extends TSchema ? Static<S> : undefined
export interface Input<R extends Route> {
  readonly params: Part<R['params']>
  readonly query: Part<R['query']>
  readonly body: Part<R['body']>
  readonly caller: Caller
  /** Header of the request that some actions need: the idempotency key and where the request came from. */
  readonly idempotencyKey: string | null
  readonly ip: string
  /** Sets a cookie on the reply (name, value, max age in seconds; 0 deletes it). Only accounts uses it. */
  readonly setCookie: (name: string, value: string, maxAge: number) => void
}
export type Handler<R extends Route> = (input: Input<R>) => Promise<Result<Static<R['reply']>, ErrorCode> | Static<R['reply']>>
export type Handlers<T extends RouteTable> = { readonly [K in keyof T]: T[K] extends Route ? Handler<T[K]> : never }

/** A room's table with its handlers: a missing handler does not compile. */
export interface RouteSet {
  readonly tag: string
  readonly table: RouteTable
  readonly handlers: Readonly<Record<string, Handler<Route>>>
}
export const bind = <T extends RouteTable>(tag: string, table: T, handlers: Handlers<T>): RouteSet => ({
  tag,
  table,
  handlers: handlers as unknown as RouteSet['handlers'],
})
/** A route set without handlers, for the OpenAPI document. */
export interface Wire {
  readonly tag: string
  readonly table: RouteTable
}

// Words of every schema. Objects refuse unknown fields.
export const obj = <T extends Record<string, TSchema>>(properties: T, options: Record<string, unknown> = {}) =>
  Type.Object(properties, { additionalProperties: false, ...options })
export const list = <T extends TSchema>(item: T, options: Record<string, unknown> = {}) => Type.Array(item, options)
export const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
export const optional = <T extends TSchema>(schema: T) => Type.Optional(schema)
export const text = (maxLength: number, minLength = 0) => Type.String({ minLength, maxLength })
export const oneOf = <const T extends readonly string[]>(values: T) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...values] })
export const integer = (minimum: number, maximum: number) => Type.Integer({ minimum, maximum })
/** A part of a whole, 0 to 1. */
export const share = Type.Number({ minimum: 0, maximum: 1 })
export const idOf = (prefix: string) => Type.String({ pattern: `^${prefix}_[0-9a-z]{6,40}$`, maxLength: 48 })
export const timeWire = Type.String({ format: 'date-time' })
export const moneyWire = obj({
  minor: Type.String({ pattern: '^-?[0-9]{1,18}$' }),
  currency: Type.String({ pattern: '^[A-Z]{3}$' }),
})
export const languageWire = oneOf(['en', 'ja', 'zh'])
export const textsWire = (maxLength: number) =>
  obj({ en: optional(text(maxLength)), ja: optional(text(maxLength)), zh: optional(text(maxLength)) })
export const pageWire = <T extends TSchema>(item: T) => obj({ items: list(item), next: nullable(Type.String()) })
export const pageQuery = { cursor: optional(text(400)), limit: optional(integer(1, 100)) }
export const done = obj({ ok: Type.Literal(true) })
export const flag = Type.Boolean()
