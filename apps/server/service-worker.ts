import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'

interface Chunk {
  readonly file: string
  readonly css?: readonly string[]
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
}

/** What the shopper's pages are made of: `first` before the first route shows, `later` on demand. Studio and console stay out. */
export function filesOf(manifest: Readonly<Record<string, Chunk>>): { first: string[]; later: string[] } {
  const walk = (keys: readonly string[], into: Set<string>, dynamic: boolean) => {
    for (const key of keys) {
      const chunk = manifest[key]
      if (!chunk || into.has(key)) continue
      into.add(key)
      walk(chunk.imports ?? [], into, dynamic)
      if (dynamic) walk(chunk.dynamicImports ?? [], into, dynamic)
    }
    return into
  }
  const paths = (keys: Iterable<string>) =>
    [...new Set([...keys].flatMap(key => [manifest[key] as Chunk]).flatMap(c => [c.file, ...(c.css ?? [])]))].map(f => `/${f}`)
  const first = paths(walk(['index.html'], new Set(), false))
  const all = paths(walk(['index.html'], new Set(), true))
  return { first, later: all.filter(f => !first.includes(f)) }
}

/**
 * /sw.js: the hand-written worker with this build's files and their hash in it, so that a new build is a new worker. Browsers ask for
 * it at every visit, so it is never kept by a cache.
 */
export function addServiceWorker(app: FastifyInstance, dist: string): void {
  const [source, manifest] = [join(dist, 'sw.js'), join(dist, '.vite/manifest.json')]
  if (!existsSync(source) || !existsSync(manifest)) return
  const files = filesOf(JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, Chunk>)
  const text = readFileSync(source, 'utf8')
  const version = createHash('sha256').update(text).update(JSON.stringify(files)).digest('hex').slice(0, 12)
  const worker = text.replace("'__BUILD__'", JSON.stringify({ version, ...files }))
  app.get('/sw.js', { schema: { hide: true } }, async (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').header('cache-control', 'no-cache').send(worker),
  )
}
