import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Caller } from '#base/http'
import { addAppIcons } from './app-icons.ts'
import type { Rooms } from './compose.ts'
import { escapeHtml, productHead } from './product-head.ts'
import { addServiceWorker } from './service-worker.ts'

const dist = fileURLToPath(new URL('../web/dist/', import.meta.url))

/** Only our own origin, in every direction; inline script holds data (type application/json), never code. */
const securityHeaders = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; style-src 'self' 'unsafe-inline'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(self), microphone=(self), geolocation=()',
}

type Identify = (request: FastifyRequest, reply: FastifyReply, create: boolean) => Promise<Caller>

/** The three web apps, with a head and a data island written in, so that the first picture needs no second request. */
export async function addPages(app: FastifyInstance, rooms: Rooms, identify: Identify, publicUrl: string): Promise<void> {
  if (!existsSync(join(dist, 'index.html'))) {
    app.get('/', { schema: { hide: true } }, async (_request, reply) =>
      reply.code(503).type('text/plain').send('The pages are not built yet: npm run build:web'),
    )
    return
  }
  const shells = new Map(
    ['index', 'studio', 'console'].map(name => [
      name,
      existsSync(join(dist, `${name}.html`)) ? readFileSync(join(dist, `${name}.html`), 'utf8') : '',
    ]),
  )
  await app.register(fastifyStatic, {
    root: dist,
    prefix: '/',
    index: false,
    wildcard: false,
    preCompressed: true,
    globIgnore: ['**/*.html', '**/*.br', '**/*.gz', '**/sw.js'],
    setHeaders: (reply, path) =>
      void reply.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
      ),
  })
  addAppIcons(app, dist)
  addServiceWorker(app, dist)
  const page = (shell: string) => async (request: FastifyRequest, reply: FastifyReply) => {
    const caller = await identify(request, reply, true)
    const path = request.url.split('?')[0] as string
    const { head, data } =
      shell === 'index' ? await shopperData(rooms, caller, path, publicUrl) : { head: '<title>Enishi</title>', data: {} }
    const me = await rooms.accounts.me(caller)
    const island = JSON.stringify({ me, language: caller.language, ...data }).replaceAll('<', '\\u003c')
    const html = (shells.get(shell) as string)
      .replace('<html lang="en"', `<html lang="${caller.language === 'zh' ? 'zh-Hans' : caller.language}"`)
      .replace('<!--enishi:head-->', head)
      .replace('<!--enishi:data-->', () => `<script type="application/json" id="data" data-at="${Date.now()}">${island}</script>`)
    return reply.headers(securityHeaders).header('cache-control', 'private, no-store').type('text/html; charset=utf-8').send(html)
  }
  for (const shell of ['studio', 'console'] as const)
    for (const path of [`/${shell}`, `/${shell}/*`]) app.get(path, { schema: { hide: true } }, page(shell))
  const shopper = page('index')
  app.get('/', { schema: { hide: true } }, shopper)
  app.get('/*', { schema: { hide: true } }, async (request, reply) => {
    const path = request.url.split('?')[0] as string
    return /^\/(v1|media|assets)\//.test(path) || /\.[a-z0-9]{2,5}$/.test(path) ? reply.callNotFound() : shopper(request, reply)
  })
}

async function shopperData(
  rooms: Rooms,
  caller: Caller,
  path: string,
  publicUrl: string,
): Promise<{ head: string; data: Record<string, unknown> }> {
  const product = /^\/product\/(prd_[0-9a-z]+)$/.exec(path)?.[1]
  if (product) return { head: await productHead(rooms, caller, product, publicUrl), data: {} }
  if (path !== '/') return { head: '<title>Enishi</title>', data: {} }
  const feed = await rooms.feed.page(caller, { scene: 'for_you', limit: 8 }).catch(() => null)
  if (!feed?.ok) return { head: '<title>Enishi</title>', data: {} }
  const first = feed.value.slides[0]
  const poster = first?.video?.poster ?? first?.pictures[0]?.url
  return {
    head: `<title>Enishi</title>${poster ? `<link rel="preload" as="image" href="${escapeHtml(poster)}" fetchpriority="high">` : ''}`,
    data: { feed: feed.value },
  }
}
