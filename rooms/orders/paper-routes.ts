import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Caller, CodedError } from '#base/http'
import { type Id, isId, isLanguage, type Result } from '#base/kernel'
import type { Orders } from './index.ts'
import type { Order } from './order.ts'
import { invoicePaper, labelPaper, slipPaper } from './papers.ts'

export type Identify = (request: FastifyRequest, reply: FastifyReply, create: boolean) => Promise<Caller>
const most = 100

/** Papers are files, so they stand outside the table of routes; refusals have the same shape. */
export function mountPapers(app: FastifyInstance, identify: Identify, orders: Orders): void {
  const options = { schema: { hide: true }, compress: false } as object
  const pdf = (reply: FastifyReply, name: string, bytes: Buffer) =>
    reply
      .header('content-disposition', `inline; filename="${name}.pdf"`)
      .header('cache-control', 'private, no-store')
      .type('application/pdf')
      .send(bytes)
  app.get('/v1/orders/:id/invoice.pdf', options, async (request, reply) => {
    const caller = await identify(request, reply, true)
    const { id } = request.params as { id: string }
    const { key, language } = request.query as { key?: unknown; language?: unknown }
    const seen = unwrap(await orders.view(caller, id, typeof key === 'string' ? key : undefined))
    if (!seen.paidAt) throw new CodedError('wrong_state', 'There is no invoice before it is paid')
    return pdf(reply, `invoice-${seen.number}`, await invoicePaper(seen, isLanguage(language) ? language : seen.language))
  })
  const ofShop = (path: string, name: string, print: (list: readonly Order[]) => Promise<Buffer>) =>
    app.get(`/v1/shops/:shop/${path}`, options, async (request, reply) => {
      const caller = await identify(request, reply, true)
      const { shop } = request.params as { shop: string }
      const { orders: ids } = request.query as { orders?: unknown }
      const list = typeof ids === 'string' ? [...new Set(ids.split(','))] : []
      if (!isId('shop', shop)) throw new CodedError('not_found', 'There is no such shop')
      if (list.length === 0 || list.length > most || !list.every(id => isId('order', id)))
        throw new CodedError('invalid_request', `Name 1 to ${most} orders, with commas between them`)
      return pdf(reply, name, await print(unwrap(await orders.chosen(caller, shop, list as Id<'order'>[]))))
    })
  ofShop('slips.pdf', 'packing-slips', slipPaper)
  ofShop('labels.pdf', 'labels', labelPaper)
}

function unwrap<T>(result: Result<T, ConstructorParameters<typeof CodedError>[0]>): T {
  if (!result.ok) throw new CodedError(result.code, result.message)
  return result.value
}
