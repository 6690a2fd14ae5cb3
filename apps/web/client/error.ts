/** A refusal of the server (its code), or `offline` when it could not be reached. */
export class ApiError extends Error {
  readonly code: string
  readonly status: number
  readonly details: Readonly<Record<string, unknown>>
  constructor(code: string, status: number, message = code, details: Readonly<Record<string, unknown>> = {}) {
    super(message)
    this.code = code
    this.status = status
    this.details = details
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Reads the one wire shape `{error: {code, message, details}}`; a proxy's page in between becomes `unavailable`. */
export function errorOf(status: number, body: unknown): ApiError {
  const inner = isRecord(body) && isRecord(body.error) ? body.error : null
  if (!inner) return new ApiError(status === 404 ? 'not_found' : 'unavailable', status)
  const details = isRecord(inner.details) ? inner.details : {}
  return new ApiError(String(inner.code), status, String(inner.message ?? ''), details)
}

export const isCode = (error: unknown, ...codes: string[]): boolean => error instanceof ApiError && codes.includes(error.code)
