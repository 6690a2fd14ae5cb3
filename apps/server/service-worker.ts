import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { filesOf, type Manifest } from './build-files.ts'

/**
 * /sw.js: the hand-written worker with this build's files and their hash in it, so that a new build is a new worker. Browsers ask for
 * it at every visit, so it is never kept by a cache.
 */
export function addServiceWorker(app: FastifyInstance, dist: string, manifest: Manifest): void {
  const source = join(dist, 'sw.js')
  if (!existsSync(source) || Object.keys(manifest).length === 0) return
  const files = filesOf(manifest)
  const text = readFileSync(source, 'utf8')
  const version = createHash('sha256').update(text).update(JSON.stringify(files)).digest('hex').slice(0, 12)
  const worker = text.replace("'__BUILD__'", JSON.stringify({ version, ...files }))
  app.get('/sw.js', { schema: { hide: true } }, async (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').header('cache-control', 'no-cache').send(worker),
  )
}
