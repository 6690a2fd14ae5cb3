import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { freePort } from '#testing/server'
import { temporaryPostgres } from '#testing/temporary-postgres'
import { everyday, type MeasuredShop, one } from './measured-shop.ts'
import { answers, type Buyer, Client, type Storefront } from './storefront.ts'

const home = fileURLToPath(new URL('../vendure/', import.meta.url))
const shopApi = '/shop-api'
const firstQuestion = `${shopApi}?query=${encodeURIComponent('{ products { totalItems } }')}`

/** Its packages are no part of the project: they come when they are asked for, by their own lockfile, without install scripts. */
function install(): string {
  const core = join(home, 'node_modules/@vendure/core/package.json')
  if (!existsSync(core))
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: home,
      stdio: 'inherit',
    })
  return (JSON.parse(readFileSync(core, 'utf8')) as { version: string }).version
}

/** Server and worker, two processes as its guide has it, over the same PostgreSQL with the same settings in a cluster of its own. */
export async function startVendure(races: number): Promise<MeasuredShop> {
  const version = install()
  const postgres = await temporaryPostgres('vendure-bench-commerce')
  const port = await freePort()
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    // Figures of use would be sent to its makers.
    VENDURE_DISABLE_TELEMETRY: 'true',
    DATABASE_URL: postgres.url,
    PORT: String(port),
  }
  const script = join(home, 'vendure.mjs')
  execFileSync(process.execPath, [script, 'fill', String(everyday), String(races)], { cwd: home, env, stdio: 'inherit' })
  const run = (mode: string): ChildProcess => spawn(process.execPath, [script, mode], { cwd: home, env, stdio: 'inherit' })
  const from = performance.now()
  const server = run('server')
  const url = `http://127.0.0.1:${port}`
  await answers(url, firstQuestion)
  const coldStart = (performance.now() - from) / 1000
  const worker = run('worker')
  const skus = await variantsOf(postgres.url)
  const client = new Client(url)
  return {
    ...storefrontOf(client, await shippingMethod(client)),
    name: `Vendure ${version}`,
    coldStart,
    pids: [server.pid as number, worker.pid as number],
    dataDir: postgres.folder,
    databaseUrl: postgres.url,
    items: skus.filter(([sku]) => sku.startsWith('cup-')).map(([, id]) => id),
    rare: skus.filter(([sku]) => sku.startsWith('rare-')).map(([, id]) => id),
    sold: item =>
      one(
        postgres.url,
        `select sum(l.quantity) from order_line l join "order" o on o.id = l."orderId" where l."productVariantId" = $1 and o.state = 'PaymentSettled'`,
        [item],
      ),
    async stop() {
      client.close()
      await Promise.all([server, worker].map(ended))
      await postgres.stop()
    },
  }
}

/** It is asked to end, and after 10 s it is ended. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = new Promise<void>(resolve => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  const last = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await gone
  clearTimeout(last)
}

async function variantsOf(databaseUrl: string): Promise<[string, string][]> {
  const client = new pg.Client(databaseUrl)
  await client.connect()
  const { rows } = await client.query<{ sku: string; id: number }>('select sku, id from product_variant order by id')
  await client.end()
  return rows.map(r => [r.sku, String(r.id)])
}

interface Reply {
  readonly data?: Readonly<Record<string, { readonly __typename?: string; readonly errorCode?: string } | null>>
  readonly errors?: readonly { readonly message: string }[]
}
const error = '... on ErrorResult { errorCode message }'
const lines = 'id totalWithTax totalQuantity lines { id quantity linePriceWithTax productVariant { id name sku priceWithTax } }'
const add = `mutation ($item: ID!) { addItemToOrder(productVariantId: $item, quantity: 1) { __typename ... on Order { ${lines} } ${error} } }`
const address = `mutation ($customer: CreateCustomerInput!, $address: CreateAddressInput!) {
  setCustomerForOrder(input: $customer) { __typename ... on Order { id } ${error} }
  setOrderShippingAddress(input: $address) { __typename ... on Order { id } ${error} } }`
const arrange = `mutation ($way: [ID!]!) {
  setOrderShippingMethod(shippingMethodId: $way) { __typename ... on Order { id } ${error} }
  transitionOrderToState(state: "ArrangingPayment") { __typename ... on Order { ${lines} state } ... on OrderStateTransitionError { errorCode transitionError } } }`
const pay = `mutation { addPaymentToOrder(input: { method: "test", metadata: {} }) { __typename ... on Order { ${lines} code state } ${error} } }`

/**
 * A proxy in front of it would let so many through at once, and so does this; the wait counts. Without it, and with 12 connections as Enishi has,
 * every request hung for ever before 20 carts a second were measured (see vendure.mjs).
 */
const atOnce = 20
let busy = 0
const queue: (() => void)[] = []
async function ask(...all: Parameters<typeof send>): ReturnType<typeof send> {
  if (busy >= atOnce) await new Promise<void>(resolve => queue.push(resolve))
  else busy++
  try {
    return await send(...all)
  } finally {
    const next = queue.shift()
    if (next) next()
    else busy--
  }
}
async function send(client: Client, query: string, variables: object, token?: string) {
  const reply = await client.ask<Reply>('POST', shopApi, { ...(token !== undefined && { token }), body: { query, variables } })
  if (reply.status !== 200 || !reply.body.data || reply.body.errors)
    throw new Error(`${reply.status} ${reply.body.errors?.[0]?.message}`)
  return { data: reply.body.data, headers: reply.headers }
}
/** False for what a shopper is told: too little stock, or an order that has no goods or no shipping any more because of it. */
function well({ data }: Awaited<ReturnType<typeof ask>>): boolean {
  for (const part of Object.values(data)) {
    if (!part?.errorCode) continue
    if (part.errorCode === 'INSUFFICIENT_STOCK_ERROR' || part.errorCode === 'ORDER_STATE_TRANSITION_ERROR') return false
    throw new Error(JSON.stringify(part))
  }
  return true
}

const anywhere = { fullName: '佐藤 花', streetLine1: '神宮前 1-2-3', city: '渋谷区', province: '東京都', postalCode: '150-0001' }

/**
 * Three requests from the cart to the order, as with Enishi: a storefront may put mutations that need nothing from each other into one. Which
 * ways to send there are is known already and not asked.
 */
const storefrontOf = (client: Client, way: string): Storefront => {
  const addToCart = async (b: Buyer, item: string) => well(await ask(client, add, { item }, b.token))
  return {
    async visit(n) {
      const { headers } = await ask(client, 'query { activeOrder { id } }', {})
      return { n, token: String(headers['vendure-auth-token']) }
    },
    addToCart,
    async prepare(b, item) {
      if (item !== null && !(await addToCart(b, item))) return null
      const customer = {
        firstName: '花',
        lastName: '佐藤',
        emailAddress: `buyer${b.n}@example.org`,
        phoneNumber: '090-1234-5678',
      }
      const to = { ...anywhere, countryCode: 'JP', phoneNumber: '090-1234-5678' }
      if (!well(await ask(client, address, { customer, address: to }, b.token))) return null
      return well(await ask(client, arrange, { way: [way] }, b.token)) ? { id: b.token, total: null } : null
    },
    complete: async b => well(await ask(client, pay, {}, b.token)),
  }
}

/** The one way to send that was filled in, found as a storefront finds it: with something in the cart. */
async function shippingMethod(client: Client): Promise<string> {
  const { headers } = await ask(client, 'query { activeOrder { id } }', {})
  const token = String(headers['vendure-auth-token'])
  await ask(client, add, { item: '1' }, token)
  const { data } = await ask(client, 'query { eligibleShippingMethods { id } }', {}, token)
  const [first] = data.eligibleShippingMethods as unknown as { id: string }[]
  if (!first) throw new Error('Vendure knows no way to send')
  return first.id
}
