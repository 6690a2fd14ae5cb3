import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { CodedError } from '#base/http'
import { isId } from '#base/kernel'
import { fileTypes, isFileName, keyOf } from './medium.ts'
import { musicKey } from './music-piece.ts'
import { parseRange } from './range.ts'
import type { Identify } from './uploads.ts'
import type { Withheld } from './withheld.ts'
import type { Workshop } from './workshop.ts'

/**
 * GET and HEAD /media/{id}/{file}. Addresses never change their content (captions carry a version), so they are cached for ever.
 * Only names that we give are served, always as what they are. Files of a removed post are gone for all but their owner and operators.
 */
export function mountServing(app: FastifyInstance, shop: Workshop, withheld: Withheld, identify: Identify): void {
  app.route({
    method: ['GET', 'HEAD'],
    url: '/media/:id/:file',
    exposeHeadRoute: false,
    schema: { hide: true },
    // Compressing again would break ranges and gains nothing.
    compress: false,
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      const { id } = request.params as { id: string }
      if (!isId('media', id) || !(await withheld.has(id)))
        return serve(shop, request, reply, 'public, max-age=31536000, immutable')
      if (await withheld.mayStillSee(await identify(request, reply, false), id))
        return serve(shop, request, reply, 'private, no-store')
      return gone(reply)
    },
  } as Parameters<FastifyInstance['route']>[0])
}

const gone = (reply: FastifyReply) =>
  reply
    .code(410)
    .header('cache-control', 'no-store')
    .send({ error: { code: 'not_found', message: 'This was removed' } })

async function serve(shop: Workshop, request: FastifyRequest, reply: FastifyReply, caching: string) {
  const { id, file } = request.params as { id: string; file: string }
  const { storage } = shop.house
  const what = named(id, file)
  const found = what ? await storage.stat(what.key) : null
  if (!what || !found) throw new CodedError('not_found', 'There is no such file')
  const etag = `"${found.bytes.toString(36)}-${found.modified.getTime().toString(36)}"`
  reply.headers({
    etag,
    'accept-ranges': 'bytes',
    'cache-control': caching,
    'last-modified': found.modified.toUTCString(),
    'x-content-type-options': 'nosniff',
  })
  if (sameTag(request.headers['if-none-match'], etag)) return reply.code(304).send()
  const condition = request.headers['if-range']
  const range =
    condition === undefined || condition === etag ? parseRange(request.headers.range, found.bytes) : ({ kind: 'all' } as const)
  if (range.kind === 'unsatisfiable') {
    // An error is not cached for ever.
    reply
      .code(416)
      .headers({ 'content-range': `bytes */${found.bytes}`, 'cache-control': 'no-store' })
      .type('application/json; charset=utf-8')
    return reply.send(JSON.stringify({ error: { code: 'invalid_request', message: `The file has ${found.bytes} bytes` } }))
  }
  const [start, end] = range.kind === 'part' ? [range.start, range.end] : [0, found.bytes - 1]
  reply
    .code(range.kind === 'part' ? 206 : 200)
    .type(what.type)
    .header('content-length', end - start + 1)
  if (range.kind === 'part') reply.header('content-range', `bytes ${start}-${end}/${found.bytes}`)
  if (request.method === 'HEAD' || found.bytes === 0) return reply.send()
  const opened = await storage.open(what.key, { start, end })
  if (!opened) throw new CodedError('not_found', 'There is no such file')
  return reply.send(opened.stream)
}

/** Which object an address names, and as what it is served. */
function named(id: string, file: string): { key: string; type: string } | null {
  if (isId('media', id) && isFileName(file)) return { key: keyOf(id, file), type: fileTypes[file] }
  return isId('music', id) && file === 'sound.m4a' ? { key: musicKey(id), type: 'audio/mp4' } : null
}

const sameTag = (header: string | undefined, etag: string): boolean =>
  (header ?? '').split(',').some(t => t.trim().replace(/^W\//, '') === etag || t.trim() === '*')
