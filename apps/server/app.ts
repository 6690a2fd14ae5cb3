import compress from '@fastify/compress'
import type { FastifyInstance } from 'fastify'
import type { House } from '#base/house'
import { buildHttp, createIdempotency } from '#base/http'
import { mountPapers } from '#rooms/orders'
import type { Rooms } from './compose.ts'
import { addPages } from './pages.ts'
import { createBar } from './suspended.ts'

/** The whole HTTP app: API, uploads and media, pages. */
export async function createApp(house: House, rooms: Rooms): Promise<FastifyInstance> {
  const { config } = house
  const idempotency = createIdempotency(house.db, house.clock)
  house.jobs.every('http.idempotency-sweep', '17 * * * *', () => idempotency.sweep())
  const app = await buildHttp({
    routes: rooms.routes,
    identify: rooms.accounts.identify,
    barred: createBar(rooms.moderation, rooms.accounts),
    idempotency,
    clock: house.clock,
    logger: house.logger,
    trustProxy: config.trustProxy,
    rateLimits: config.rateLimits,
    publicUrl: config.publicUrl,
  })
  rooms.health.watch(app)
  await app.register(compress, { global: true, threshold: 1400, encodings: ['br', 'gzip'], brotliOptions: { params: { 1: 4 } } })
  await rooms.media.mount(app, rooms.accounts.identify)
  await rooms.payments.mount(app)
  await rooms.ledger.mount(app, rooms.accounts.identify)
  rooms.importCatalogue.mount(app, rooms.accounts.identify)
  mountPapers(app, rooms.accounts.identify, rooms.orders)
  app.get('/healthz', { schema: { hide: true } }, async () => ({ ok: true, position: house.log.position().toString() }))
  await addPages(app, rooms, rooms.accounts.identify, config.publicUrl)
  return app
}
