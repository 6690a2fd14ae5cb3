import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Vendure to measure against: `node vendure.mjs fill ITEMS RACES | server | worker`, with DATABASE_URL and PORT.
 * Its own defaults, and what its production guide asks for: no schema synchronisation, a job queue in the database, the worker a process
 * of its own, no playgrounds. Left out, which is in its favour: search index, e-mails, assets, dashboard.
 */
const require = createRequire(import.meta.url)
const {
  bootstrap,
  bootstrapWorker,
  DefaultJobQueuePlugin,
  DefaultLogger,
  DefaultSchedulerPlugin,
  LogLevel,
  PaymentMethodHandler,
} = require('@vendure/core')
const { populate } = require('@vendure/core/cli')

const [, , mode, items = '0', races = '0'] = process.argv

/** Approves everything at once and asks nobody, as Enishi's test provider does. */
const approves = new PaymentMethodHandler({
  code: 'test',
  description: [{ languageCode: 'en', value: 'Approves everything' }],
  args: {},
  createPayment: (_ctx, _order, amount) => ({ amount, state: 'Settled', transactionId: crypto.randomUUID() }),
  settlePayment: () => ({ success: true }),
})

/** Said part by part, since an address whose host is a folder of socket files is not understood as one text. */
function where(address) {
  const { hostname, port, username, password, pathname } = new URL(address)
  return { host: decodeURIComponent(hostname), port: Number(port), username, password, database: pathname.slice(1) }
}

const config = {
  apiOptions: {
    hostname: '127.0.0.1',
    port: Number(process.env.PORT ?? 3000),
    adminApiPath: 'admin-api',
    shopApiPath: 'shop-api',
    introspection: false,
    cors: { origin: ['https://storefront.example.com'], credentials: true },
  },
  authOptions: {
    tokenMethod: ['bearer'],
    superadminCredentials: { identifier: 'superadmin', password: 'correct horse battery' },
  },
  dbConnectionOptions: {
    type: 'postgres',
    ...where(process.env.DATABASE_URL),
    synchronize: mode === 'fill',
    logging: false,
    // Some of its questions ask for a second connection while they hold a transaction on a first one (vendurehq/vendure#1639): as many at once
    // as there are connections wait for each other for ever. So there are more than twice as many as the loader asks at once.
    extra: { max: mode === 'server' ? 45 : 8 },
  },
  paymentOptions: { paymentMethodHandlers: [approves] },
  logger: new DefaultLogger({ level: LogLevel.Warn }),
  plugins: [DefaultSchedulerPlugin.init(), DefaultJobQueuePlugin.init({ useDatabaseForBuffer: true })],
}

const initialData = {
  defaultLanguage: 'en',
  defaultZone: 'Asia',
  countries: [{ name: 'Japan', code: 'JP', zone: 'Asia' }],
  taxRates: [{ name: 'Standard Tax', percentage: 10 }],
  shippingMethods: [{ name: 'Standard Shipping', price: 500 }],
  paymentMethods: [{ name: 'test', handler: { code: 'test', arguments: [] } }],
  collections: [],
}
const columns =
  'name,slug,description,assets,facets,optionGroups,optionValues,sku,price,taxCategory,stockOnHand,trackInventory,variantAssets,variantFacets'

/** `cup-N` with many pieces, `rare-N` with 100. */
function goods() {
  const row = (name, pieces) => `${name},${name},A cup,,,,,${name},42.00,standard,${pieces},true,,`
  const many = Array.from({ length: Number(items) }, (_, n) => row(`cup-${n}`, 100000))
  const rare = Array.from({ length: Number(races) }, (_, n) => row(`rare-${n}`, 100))
  const file = join(tmpdir(), `vendure-goods-${process.pid}.csv`)
  writeFileSync(file, [columns, ...many, ...rare, ''].join('\n'))
  return file
}

if (mode === 'fill') {
  const app = await populate(() => bootstrap(config), initialData, goods())
  await app.close()
  process.exit(0)
}
if (mode === 'server') await bootstrap(config)
if (mode === 'worker') await (await bootstrapWorker(config)).startJobQueue()
