import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Caller } from '#base/http'
import { addAppIcons } from './app-icons.ts'
import { preloads, readManifest } from './build-files.ts'
import type { Rooms } from './compose.ts'
import { firstOfFeed, firstOfProduct, pictureLink } from './first-picture.ts'
import { type Answers, answersIsland, asker, askProduct } from './page-answers.ts'
import { productHead } from './product-head.ts'
import { addServiceWorker } from './service-worker.ts'

const dist = fileURLToPath(new URL('../web/dist/', import.meta.url))

/** Only our own origin, in every direction; inline script holds data (type application/json), never code. */
const securityHeaders = {
  'content-security-policy': contentPolicy({}),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(self), microphone=(self), geolocation=()',
}
/** The editor's AAC encoder is WebAssembly in a worker of its own (decision 0022). No JavaScript is made from text by that. */
const editor = { script: " 'wasm-unsafe-eval'", worker: "; worker-src 'self' blob:" }
const shopperHeaders = { ...securityHeaders, 'content-security-policy': contentPolicy(editor) }
/** Where cards are taken, the shopper's pages may load Stripe's field for them (docs.stripe.com/security/guide); studio and console may not. */
const withCards = {
  ...securityHeaders,
  'content-security-policy': contentPolicy({
    ...editor,
    script: `${editor.script} https://js.stripe.com https://*.js.stripe.com`,
    connect: ' https://api.stripe.com',
    frame: '; frame-src https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com',
  }),
}
function contentPolicy({ script = '', connect = '', frame = '', worker = '' }): string {
  return `default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; style-src 'self' 'unsafe-inline'; script-src 'self'${script}; connect-src 'self'${connect}${frame}${worker}; frame-ancestors 'none'; base-uri 'none'; form-action 'self'`
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
  const manifest = readManifest(dist)
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
  addServiceWorker(app, dist, manifest)
  const page = (shell: string) => async (request: FastifyRequest, reply: FastifyReply) => {
    const caller = await identify(request, reply, true)
    const path = request.url.split('?')[0] as string
    const [me, view] = await Promise.all([
      rooms.accounts.me(caller),
      shell === 'index' ? shopperView(rooms, caller, path, publicUrl, asker(app, request, reply)) : plainView(),
    ])
    const island = JSON.stringify({ me, language: caller.language, ...view.data }).replaceAll('<', '\\u003c')
    const data = `<script type="application/json" id="data" data-at="${Date.now()}">${island}</script>${answersIsland(view.answers)}`
    const html = (shells.get(shell) as string)
      .replace('<html lang="en"', `<html lang="${caller.language === 'zh' ? 'zh-Hans' : caller.language}"`)
      .replace('<!--enishi:head-->', () => view.head)
      // After the first style sheet: it says in which order the layers of all come.
      .replace('</head>', end => (shell === 'index' ? preloads(manifest, path, caller.language, view.first !== '') : '') + end)
      .replace('<link rel="preload" href="/fonts/', link => (view.first ? link.replace('preload', 'later') : link))
      .replace('<!--enishi:first-->', () => view.first)
      .replace('<!--enishi:data-->', () => data)
    const ofShopper = rooms.payments.cardKey !== null ? withCards : shopperHeaders
    const headers = shell === 'index' ? ofShopper : securityHeaders
    return reply.headers(headers).header('cache-control', 'private, no-store').type('text/html; charset=utf-8').send(html)
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

interface View {
  readonly head: string
  /** The first picture as HTML. */
  readonly first: string
  readonly data: Record<string, unknown>
  readonly answers: Answers
}
const plainView = (): View => ({ head: '<title>Enishi</title>', first: '', data: {}, answers: new Map() })

async function shopperView(
  rooms: Rooms,
  caller: Caller,
  path: string,
  publicUrl: string,
  { ask, answers }: ReturnType<typeof asker>,
): Promise<View> {
  const id = /^\/product\/(prd_[0-9a-z]+)$/.exec(path)?.[1]
  if (id) {
    const [head, product] = await Promise.all([productHead(rooms, caller, id, publicUrl), askProduct(ask, id)])
    const picture = product && firstOfProduct(product, product.poster, caller.language)
    return { head: head + (picture ? pictureLink(picture.url) : ''), first: picture?.html ?? '', data: {}, answers }
  }
  if (path !== '/') return plainView()
  const feed = await rooms.feed.page(caller, { scene: 'for_you', limit: 8 }).catch(() => null)
  if (!feed?.ok) return plainView()
  const picture = firstOfFeed(feed.value.slides[0])
  return {
    ...plainView(),
    head: `<title>Enishi</title>${picture ? pictureLink(picture.url) : ''}`,
    first: picture?.html ?? '',
    data: { feed: feed.value },
  }
}
