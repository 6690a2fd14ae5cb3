import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Caller, CodedError } from '#base/http'
import { isCurrency, isId } from '#base/kernel'
import type { Ledgers } from './context.ts'
import { periodOf } from './statement.ts'
import { statementCsv } from './statement-csv.ts'

/** GET /v1/shops/{shop}/statement.csv?grain=&from=&currency= : a file, so it stands outside the table of routes. */
export async function mountStatementCsv(
  c: Ledgers,
  app: FastifyInstance,
  identify: (request: FastifyRequest, reply: FastifyReply, create: boolean) => Promise<Caller>,
): Promise<void> {
  app.get('/v1/shops/:shop/statement.csv', { schema: { hide: true } } as object, async (request, reply) => {
    const caller = await identify(request, reply, true)
    const { shop } = request.params as { shop: string }
    const { grain, from, currency } = request.query as Record<string, unknown>
    const day = new Date(String(from))
    if (!isId('shop', shop)) throw new CodedError('not_found', 'There is no such shop')
    if ((grain !== 'month' && grain !== 'week') || Number.isNaN(day.getTime()) || !isCurrency(String(currency)))
      throw new CodedError('invalid_request', 'grain is month or week, from a day, currency one of ours')
    const period = periodOf(grain, day)
    const csv = await statementCsv(c, caller, {
      shop,
      currency: currency as Parameters<typeof statementCsv>[2]['currency'],
      ...period,
    })
    if (!csv.ok) throw new CodedError(csv.code, csv.message)
    const name = `statement-${period.from.toISOString().slice(0, 10)}-${currency}.csv`
    return reply.header('content-disposition', `attachment; filename="${name}"`).type('text/csv; charset=utf-8').send(csv.value)
  })
}
