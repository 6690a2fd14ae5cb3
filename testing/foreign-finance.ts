import { at, type Cases, operators } from './foreign-case.ts'

const march = 'grain=month&from=2026-03-01T00:00:00Z&currency=JPY'
/** The rows of a shop's money in testing/foreign-cases.ts. */
export const financeCases: Cases = {
  'GET /v1/shops/{shop}/balance': [at(i => `/shops/${i.shop}/balance`)],
  'GET /v1/shops/{shop}/statements': [at(i => `/shops/${i.shop}/statements`)],
  'GET /v1/shops/{shop}/statement': [at(i => `/shops/${i.shop}/statement?${march}`)],
  'GET /v1/shops/{shop}/statement/lines': [at(i => `/shops/${i.shop}/statement/lines?${march}`)],
  'GET /v1/shops/{shop}/payouts': [at(i => `/shops/${i.shop}/payouts`)],
  'PUT /v1/payouts/{id}/state': operators,
}
