import { randomUUID } from 'node:crypto'
import { startServer } from '#testing/server'
import { openShop, type ShopWorld } from '#testing/shop-world'
import { temporaryPostgres } from '#testing/temporary-postgres'
import { everyday, type MeasuredShop, one, pieces } from './measured-shop.ts'
import { type Answer, answers, type Buyer, Client, type Ready, type Storefront } from './storefront.ts'

const env = { ENISHI_DEMO: 'false', TEST_PAYMENTS: 'true' }

/** Enishi as `npm start` runs it, all roles in one process, but with its PostgreSQL started before it. */
export async function startEnishi(races: number): Promise<MeasuredShop> {
  const postgres = (globalThis as any).__pg
  const options = { dataDir: postgres.folder, databaseUrl: postgres.url, args: ['--empty'], env }
  const filling = await startServer(options)
  const { items, rare } = await fill(await openShop(filling.url), races)
  await filling.stop()
  const from = performance.now()
  const server = await startServer({ ...options, env: { ...options.env, ...(globalThis as any).__env } })
  await answers(server.url, '/v1/shops/kiln')
  const coldStart = (performance.now() - from) / 1000
  const client = new Client(server.url)
  return {
    ...storefrontOf(client),
    name: 'Enishi',
    coldStart,
    pids: [server.process.pid as number],
    dataDir: postgres.folder,
    databaseUrl: postgres.url,
    items,
    rare,
    sold: item =>
      one(
        postgres.url,
        'select sum(l.quantity) from orders.lines l join orders.orders o on o.id = l.order_id where l.variant = $1 and o.paid_at is not null',
        [item],
      ),
    async stop() {
      client.close()
      await server.stop()
      await postgres.stop()
    },
  }
}

async function fill({ merchant, shop, product }: ShopWorld, races: number) {
  const { pictures } = await merchant.get<{ pictures: { id: string }[] }>(`/v1/products/${product}`)
  const create = async (n: number, onHand: number): Promise<string> => {
    const made = await merchant.post<{ id: string; variants: { id: string }[] }>(`/v1/shops/${shop}/products`, {
      category: 'ceramics',
      name: { en: `Cup ${n}`, ja: `湯呑み ${n}`, zh: `茶杯 ${n}` },
      description: { en: 'A cup', ja: '湯呑み', zh: '茶杯' },
      options: [],
      pictures: pictures.map(p => p.id),
      variants: [{ sku: `CUP-${n}`, choice: [], weightGrams: 200, onHand }],
    })
    const variant = made.variants[0]?.id as string
    await merchant.put(`/v1/variants/${variant}/price`, { price: { minor: '4200', currency: 'JPY' } })
    await merchant.post(`/v1/products/${made.id}/publish`)
    return variant
  }
  const items: string[] = []
  const rare: string[] = []
  for (let n = 0; n < everyday; n++) items.push(await create(n, 100_000))
  for (let n = 0; n < races; n++) rare.push(await create(everyday + n, pieces))
  return { items, rare }
}

interface Refused {
  readonly error?: { readonly code: string; readonly message: string }
}
interface Checkout extends Refused {
  readonly id: string
  readonly state: string
  readonly total: unknown
}
/** False for what a shopper is told about stock; anything else that is not well is a mistake of the benchmark or of the server. */
function well({ status, body }: Answer<Refused>): boolean {
  if (status < 300) return true
  if (body.error?.code === 'out_of_stock') return false
  throw new Error(`${status} ${body.error?.code}: ${body.error?.message}`)
}
const addressOf = (n: number) => ({
  name: '佐藤 花',
  email: `buyer${n}@example.org`,
  phone: '090-1234-5678',
  country: 'JP',
  postcode: '150-0001',
  region: '東京都',
  city: '渋谷区',
  line: '神宮前 1-2-3',
})

const storefrontOf = (client: Client): Storefront => ({
  async visit(n): Promise<Buyer> {
    const made = await client.ask<{ token: string }>('POST', '/v1/guests')
    return { n, token: made.body.token }
  },
  addToCart: async ({ token }, item) =>
    well(await client.ask<Refused>('PUT', `/v1/cart/${item}`, { token, body: { quantity: 1 } })),
  async prepare({ n, token }, item): Promise<Ready | null> {
    const body = item === null ? { cart: 'all' } : { lines: [{ variant: item, quantity: 1 }] }
    const begun = await client.ask<Checkout>('POST', '/v1/checkouts', { token, body })
    if (!well(begun)) return null
    const ready = await client.ask<Checkout>('PUT', `/v1/checkouts/${begun.body.id}/address`, { token, body: addressOf(n) })
    return well(ready) ? { id: ready.body.id, total: ready.body.total } : null
  },
  async complete({ token }, { id, total }) {
    const paid = await client.ask<Checkout>('POST', `/v1/checkouts/${id}/pay`, {
      token,
      headers: { 'idempotency-key': randomUUID() },
      body: { method: 'test_card', outcome: 'approve', expectedTotal: total },
    })
    if (well(paid) && paid.body.state !== 'paid') throw new Error(`the checkout is ${paid.body.state}`)
    return paid.status < 300
  },
})
