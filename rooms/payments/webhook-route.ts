import type { FastifyInstance } from 'fastify'
import { CodedError, createLimiter } from '#base/http'
import type { Context } from './context.ts'
import { hearWebhook } from './hear-webhook.ts'

/**
 * POST /v1/payments/webhooks/{provider}: beside the route tables, because the signature covers the bytes as they came and
 * nothing may be read before it is checked. Nobody signs in here; the signature is the permission.
 */
export async function mountWebhooks(c: Context, app: FastifyInstance): Promise<void> {
  const limiter = createLimiter()
  await app.register(async scope => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    scope.post<{ Params: { provider: string } }>(
      '/v1/payments/webhooks/:provider',
      { schema: { hide: true }, bodyLimit: 1_048_576 },
      async (request, reply) => {
        const left = limiter('default', request.ip, request.ip, c.house.clock.now().getTime())
        if (c.house.config.rateLimits && left.remaining < 0) {
          reply.header('retry-after', left.reset)
          throw new CodedError('rate_limited', `Too many requests; try again in ${left.reset} s`)
        }
        const raw = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
        const heard = await hearWebhook(c, request.params.provider, { raw, headers: request.headers })
        if (!heard.ok) throw new CodedError(heard.code, heard.message)
        const said = c.providers.find(p => p.name === request.params.provider)?.traits.webhookReply
        return said === undefined ? { ok: true } : reply.type('text/plain').send(said)
      },
    )
  })
}
