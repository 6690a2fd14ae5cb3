import { buildHttp, type Idempotency, type RouteSet } from '#base/http'
import { systemClock } from '#base/kernel'
import { createLogger } from '#base/log'
import { wires } from './wires.ts'

// Prints the OpenAPI 3.1 document of every route table; no handler runs.
const routes: RouteSet[] = wires.map(w => ({ ...w, handlers: {} }))
const app = await buildHttp({
  routes,
  identify: () => Promise.reject(new Error('no handler runs')),
  idempotency: {} as Idempotency,
  clock: systemClock,
  logger: createLogger('silent'),
  trustProxy: false,
  rateLimits: false,
  publicUrl: 'http://localhost:3000',
})
await app.ready()
process.stdout.write(`${JSON.stringify(app.swagger(), null, 1)}\n`)
