/** HTTP for rooms: route tables, one error shape, identity, idempotency, rate limits. */
export * from './errors.ts'
export * from './route.ts'
