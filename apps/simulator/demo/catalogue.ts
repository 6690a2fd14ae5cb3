import { type Api, unless } from '../api.ts'
import { drawProduct, drawShopMark, products as looks } from '../art/index.ts'
import { pooled } from './pool.ts'
import { type DemoProduct, demoProduct, demoProducts, pricesOf } from './products.ts'
import { demoShops } from './shops.ts'
import { signUpsAMinute, type World } from './world.ts'

/** Pixels of the stills: the first one is looked at large. */
const sizes = { front: 680, more: 480 }

export const ownerOf = (world: World, shopKey: string): Promise<Api> => {
  const shop = demoShops.find(s => s.key === shopKey)
  if (!shop) throw new Error(`no demo shop ${shopKey}`)
  return world.member(`shop:${shopKey}`, shop.owner.name, shop.owner.handle)
}
/** Who sells this product, signed in. */
export const sellerOf = (world: World, product: string): Promise<Api> => ownerOf(world, demoProduct(product).shop)

export async function openShops(world: World, only?: readonly string[]): Promise<void> {
  const wanted = demoShops.filter(s => (!only || only.includes(s.key)) && !world.has(`shop:${s.key}`))
  for (let i = 0; i < wanted.length; i += signUpsAMinute) {
    // The next few come an hour later: nobody signs up a dozen people from one address in a minute.
    if (i > 0) await world.moveClock(3_600_000)
    await pooled(wanted.slice(i, i + signUpsAMinute), shop => openShop(world, shop))
  }
}

async function openShop(world: World, shop: (typeof demoShops)[number]): Promise<void> {
  const owner = await ownerOf(world, shop.key)
  const mark = await picture(owner, await drawShopMark(shop.key), `${shop.key}.webp`)
  const made = await owner.post<{ id: string }>('/v1/shops', { ...shop.draft, picture: mark })
  await owner.patch('/v1/me', { picture: mark, creator: true })
  world.note(`shop:${shop.key}`, made.id)
}

export async function picture(owner: Api, bytes: Buffer, name: string): Promise<string> {
  const id = await owner.upload(bytes, name, 'image/webp')
  await owner.ready(id)
  return id
}

/** Products with one picture each, so that the feed can open soon; `morePictures` adds the others. */
export async function stockProducts(world: World, only?: readonly string[]): Promise<void> {
  const wanted = demoProducts.filter(p => (!only || only.includes(p.key)) && !world.has(`product:${p.key}`))
  let done = 0
  await pooled(wanted, async product => {
    const owner = await ownerOf(world, product.shop)
    const bytes = await drawProduct(product.key, { size: sizes.front, view: 'front' })
    await createProduct(world, owner, product, await picture(owner, bytes, `${product.key}.webp`))
    if (++done % 10 === 0) world.say(`${done} of ${wanted.length} products are in the shops`)
  })
}

interface Made {
  readonly id: string
  readonly state: string
  readonly variants: readonly { readonly id: string; readonly sku: string; readonly choice: readonly string[] }[]
}
const skuOf = (product: DemoProduct, variant: string) => `${product.key}-${variant}`.toUpperCase()

async function createProduct(world: World, owner: Api, product: DemoProduct, front: string): Promise<void> {
  const variants = Object.entries(product.variants)
  const shelf = `/v1/shops/${world.id(`shop:${product.shop}`)}/products`
  const made =
    (await unless('sku_taken', () =>
      owner.post<Made>(shelf, {
        category: product.category,
        name: product.name,
        description: product.description,
        tags: product.tags,
        pictures: [front],
        specs: product.specs.map(([name, value]) => ({ name, value })),
        options: [{ name: product.option, values: variants.map(([key, [name]]) => ({ key, name })) }],
        variants: variants.map(([key, [, , pieces, grams]]) => ({
          sku: skuOf(product, key),
          choice: [key],
          weightGrams: grams,
          onHand: pieces,
        })),
      }),
    )) ?? (await madeBefore(owner, shelf, product))
  for (const variant of made.variants) {
    const key = variant.choice[0] as string
    await askPrice(owner, variant.id, pricesOf(product, key)[0] as number)
    world.note(`variant:${product.key}:${key}`, variant.id)
  }
  if (made.state !== 'live') await owner.post(`/v1/products/${made.id}/publish`)
  world.note(`product:${product.key}`, made.id)
}

/** A product that a run before a restart put on the shelf and had no time to note. */
async function madeBefore(owner: Api, shelf: string, product: DemoProduct): Promise<Made> {
  const { items } = await owner.get<{ items: Made[] }>(`${shelf}?limit=50`)
  const sku = skuOf(product, Object.keys(product.variants)[0] as string)
  const found = items.find(p => p.variants.some(v => v.sku === sku))
  if (!found) throw new Error(`${sku} is taken, and no product of the shop has it`)
  return found
}

const askPrice = (owner: Api, variant: string, yen: number): Promise<unknown> =>
  owner.put(`/v1/variants/${variant}/price`, { price: { minor: String(yen), currency: 'JPY' } })

/** Prices move one step nearer to today's; `left` is how many steps are still to come after this one. */
export async function movePrices(world: World, left: number): Promise<void> {
  await pooled(
    demoProducts.filter(p => (p.past?.length ?? 0) > left),
    async product => {
      const owner = await ownerOf(world, product.shop)
      for (const key of Object.keys(product.variants)) {
        const prices = pricesOf(product, key)
        await askPrice(owner, world.id(`variant:${product.key}:${key}`), prices[prices.length - 1 - left] as number)
      }
    },
  )
}

const looked = new Map<string, Promise<Buffer>>()
/** The close look at a product's first variant, drawn once: its page and whoever sends it back show it. */
export function closeLook(product: string): Promise<Buffer> {
  const drawn = looked.get(product) ?? drawProduct(product, { size: sizes.more, view: 'detail' })
  looked.set(product, drawn)
  return drawn
}

/** A close look and, where there is one that looks different, a second variant. */
export async function morePictures(world: World): Promise<void> {
  let done = 0
  await pooled(
    demoProducts,
    async product => {
      const owner = await ownerOf(world, product.shop)
      const path = `/v1/products/${world.id(`product:${product.key}`)}`
      const now = await owner.get<{ version: number; pictures: { id: string }[] }>(path)
      if (now.pictures.length > 1) return
      const second = looks.find(l => l.key === product.key)?.variants[1]?.key
      const ids = [now.pictures[0]?.id as string]
      const more = [await closeLook(product.key)]
      if (second && second in product.variants)
        more.push(await drawProduct(product.key, { size: sizes.more, view: 'front', variant: second }))
      for (const [i, bytes] of more.entries()) ids.push(await picture(owner, bytes, `${product.key}-${i}.webp`))
      await owner.patch(path, { version: now.version, pictures: ids })
      if (++done % 20 === 0) world.say(`${done} of ${demoProducts.length} products have more pictures`)
    },
    3,
  )
}
