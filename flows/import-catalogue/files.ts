import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Caller, CodedError, refuseForeignOrigin } from '#base/http'
import { type Id, isId, isLanguage, type Language, type Result } from '#base/kernel'
import type { Desk } from './doors.ts'
import { limits } from './feed-product.ts'
import type { ImportCatalogue } from './flow.ts'

/** A shop's name in an address; anything else is asked of nobody. */
const slugForm = /^[a-z0-9-]{1,60}$/
export type Identify = (request: FastifyRequest, reply: FastifyReply, create: boolean) => Promise<Caller>

/** The upload and the exports are streams, so they stand outside the table of routes; refusals have the same shape. */
export function mountFiles(
  app: FastifyInstance,
  identify: Identify,
  desk: Desk,
  flow: Pick<ImportCatalogue, 'fromFile' | 'exportCsv' | 'exportGoogle'>,
): void {
  void app.register(async scope => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    const options = { schema: { hide: true }, compress: false, bodyLimit: limits.bytes * 4 } as object
    scope.post('/v1/shops/:shop/imports/file', options, async (request, reply) => {
      refuseForeignOrigin(request, desk.house.config.publicUrl)
      const caller = await identify(request, reply, true)
      const { name, language } = request.query as { name?: unknown; language?: unknown }
      const body = request.body instanceof Readable ? request.body : Readable.from([])
      const run = await flow.fromFile(caller, shopOf(request), {
        body,
        name: typeof name === 'string' ? name : 'file',
        language: isLanguage(language) ? language : caller.language,
      })
      // What is left of a body that was too large is not waited for.
      if (!run.ok) reply.header('connection', 'close')
      return reply.code(201).send(unwrap(run))
    })
    scope.get('/v1/shops/:shop/products.csv', { schema: { hide: true } } as object, async (request, reply) => {
      const caller = await identify(request, reply, true)
      const shop = shopOf(request)
      unwrap(desk.doors.accounts.may(caller, 'product.manage', { shop }))
      return reply
        .header('content-disposition', 'attachment; filename="products.csv"')
        .type('text/csv; charset=utf-8')
        .send(Readable.from(flow.exportCsv(caller, shop, languageOf(request, caller.language))))
    })
    scope.get('/v1/shops/:shop/google.xml', { schema: { hide: true } } as object, async (request, reply) => {
      const { shop } = request.params as { shop: string }
      const feed = slugForm.test(shop) ? await flow.exportGoogle(shop, languageOf(request, 'en')) : null
      if (!feed) throw new CodedError('not_found', 'There is no such shop')
      return reply.header('cache-control', 'public, max-age=300').type('application/xml; charset=utf-8').send(Readable.from(feed))
    })
  })
}

function shopOf(request: FastifyRequest): Id<'shop'> {
  const { shop } = request.params as { shop: string }
  if (!isId('shop', shop)) throw new CodedError('not_found', 'There is no such shop')
  return shop
}
function languageOf(request: FastifyRequest, fallback: Language): Language {
  const { language } = request.query as { language?: unknown }
  return isLanguage(language) ? language : fallback
}
function unwrap<T>(result: Result<T, ConstructorParameters<typeof CodedError>[0]>): T {
  if (!result.ok) throw new CodedError(result.code, result.message)
  return result.value
}
