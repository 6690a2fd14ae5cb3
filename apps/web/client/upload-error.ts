import type { DetailedError } from 'tus-js-client'
import { ApiError, errorOf } from './error.ts'

/** What a proxy in between says without our words. */
const plain: Readonly<Record<number, string>> = { 413: 'media_too_large', 415: 'media_unsupported' }
function jsonOf(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return null
  }
}
/** Why tus gave up: the server's code, or `offline` when there was no answer. */
export function uploadErrorOf(error: Error | DetailedError): ApiError {
  const response = 'originalResponse' in error ? error.originalResponse : null
  if (!response) return new ApiError('offline', 0)
  const [status, body] = [response.getStatus(), jsonOf(response.getBody())]
  return body === null && plain[status] ? new ApiError(plain[status], status) : errorOf(status, body)
}
