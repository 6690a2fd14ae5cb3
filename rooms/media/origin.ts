import type { FastifyRequest } from 'fastify'
import { CodedError } from '#base/http'

/** The rule of all routes (base/http), for the one door that is not a route: a page of another site must not act with our cookie. */
export function refuseForeignOrigin(request: FastifyRequest, publicUrl: string): void {
  if (request.headers.authorization) return
  const origin = request.headers.origin
  const foreign =
    origin === undefined
      ? request.headers['sec-fetch-site'] === 'cross-site'
      : origin !== publicUrl && origin.replace(/^https?:\/\//, '') !== request.headers.host
  if (foreign) throw new CodedError('wrong_origin', 'This request came from another site')
}
