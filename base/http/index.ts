/** HTTP for rooms: route tables, one error shape, identity, idempotency, rate limits. */
import { migrationsIn } from '#base/db'

export { type ErrorCode, errorCodes } from './errors.ts'
export { createIdempotency, type Idempotency } from './idempotency.ts'
export { compileAll } from './lazy-schemas.ts'
export { createLimiter, rateLimits } from './limits.ts'
export * from './route.ts'
export { answerError, buildHttp, CodedError, type HttpOptions, newSecret, refuseForeignOrigin } from './server.ts'
export const httpMigrations = migrationsIn('http', new URL('./migrations/', import.meta.url))
