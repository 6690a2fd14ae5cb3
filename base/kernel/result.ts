/**
 * An expected refusal is a value. `code` is stable and stands in the table of error codes (base/http/errors.ts);
 * `details` helps the caller put the message beside the right field.
 */
export interface Refusal<C extends string = string> {
  readonly ok: false
  readonly code: C
  readonly message: string
  readonly details?: Readonly<Record<string, unknown>>
}
export interface Ok<T> {
  readonly ok: true
  readonly value: T
}
export type Result<T, C extends string = string> = Ok<T> | Refusal<C>

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value })
export const refuse = <C extends string>(code: C, message: string, details?: Record<string, unknown>): Refusal<C> =>
  details ? { ok: false, code, message, details } : { ok: false, code, message }

/** The value, or a thrown mistake: only where a refusal would be a bug of ours. */
export function must<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(`${result.code}: ${result.message}`)
}
