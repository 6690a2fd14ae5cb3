import type { Api } from '../api.ts'
import { drawProduct, drawShopMark } from '../art/index.ts'
import { type DemoProduct, demoProducts } from './products.ts'
import { demoShops } from './shops.ts'
import type { World } from './world.ts'

/** Pixels of a demo still: sharp at twice a phone's width, and half the drawing time of the default. */
const stillSize = 800

const shopOf = (product: string) =>
  ({ hagi: 'hagi-kiln', uji: 'uji-leaf', sumi: 'sumi-paper', ai: 'aizome-cloth' })[
    product.split('-')[0] as 'hagi' | 'uji' | 'sumi' | 'ai'
  ]

export const ownerOf = (world: World, shopKey: string): Promise<Api> => {
  const shop = demoShops.find(s => s.key === shopKey)
  if (!shop) throw new Error(`no demo shop ${shopKey}`)
  return world.member(`shop:${shopKey}`, shop.owner.name, shop.owner.handle)
}

export async function openShops(world: World, only?: readonly string[]): Promise<void> {
  for (const shop of demoShops) {
    if (only && !only.includes(shop.key)) continue
    if (world.has(`shop:${shop.key}`)) continue
    const owner = await ownerOf(world, shop.key)
    const mark = await picture(owner, await drawShopMark(shop.key), `${shop.key}.webp`)
    const made = await owner.post<{ id: string }>('/v1/shops', { ...shop.draft, picture: mark })
    await owner.patch('/v1/me', { picture: mark, creator: true })
    world.note(`shop:${shop.key}`, made.id)
  }
}

export async function picture(owner: Api, bytes: Buffer, name: string): Promise<string> {
  const id = await owner.upload(bytes, name, 'image/webp')
  await owner.ready(id)
  return id
}

/** Products with one picture each, so that the feed can open soon; `morePictures` adds the others. */
export async function stockProducts(world: World, only?: readonly string[]): Promise<void> {
  for (const product of demoProducts) {
    if ((only && !only.includes(product.key)) || world.has(`product:${product.key}`)) continue
    const owner = await ownerOf(world, shopOf(product.key))
    const front = await picture(owner, await drawProduct(product.key, { size: stillSize, view: 'front' }), `${product.key}.webp`)
    await createProduct(world, owner, product, front)
  }
}

async function createProduct(world: World, owner: Api, product: DemoProduct, front: string): Promise<void> {
  const variants = Object.entries(product.variants)
  const made = await owner.post<{ id: string; variants: { id: string; choice: string[] }[] }>(
    `/v1/shops/${world.id(`shop:${shopOf(product.key)}`)}/products`,
    {
      category: product.category,
      name: product.name,
      description: product.description,
      tags: product.tags,
      pictures: [front],
      specs: product.specs.map(([name, value]) => ({ name, value })),
      options: [{ name: product.option, values: variants.map(([key, [name]]) => ({ key, name })) }],
      variants: variants.map(([key, [, , pieces, grams]]) => ({
        sku: `${product.key}-${key}`.toUpperCase(),
        choice: [key],
        weightGrams: grams,
        onHand: pieces,
      })),
    },
  )
  for (const variant of made.variants) {
    const key = variant.choice[0] as string
    const price = product.earlier ?? (product.variants[key] as readonly unknown[])[1]
    await owner.put(`/v1/variants/${variant.id}/price`, { price: { minor: String(price), currency: 'JPY' } })
    world.note(`variant:${product.key}:${key}`, variant.id)
  }
  await owner.post(`/v1/products/${made.id}/publish`)
  world.note(`product:${product.key}`, made.id)
}

/** Prices that changed since the shop opened. */
export async function lowerPrices(world: World): Promise<void> {
  for (const product of demoProducts) {
    if (product.earlier === undefined) continue
    const owner = await ownerOf(world, shopOf(product.key))
    for (const [key, [, yen]] of Object.entries(product.variants))
      await owner.put(`/v1/variants/${world.id(`variant:${product.key}:${key}`)}/price`, {
        price: { minor: String(yen), currency: 'JPY' },
      })
  }
}

/** A second variant and a close look for every product. */
export async function morePictures(world: World): Promise<void> {
  for (const product of demoProducts) {
    const owner = await ownerOf(world, shopOf(product.key))
    const now = await owner.get<{ version: number; pictures: { id: string }[] }>(
      `/v1/products/${world.id(`product:${product.key}`)}`,
    )
    if (now.pictures.length > 1) continue
    const second = Object.keys(product.variants)[1] as string
    const more = [
      await drawProduct(product.key, { size: stillSize, view: 'detail' }),
      await drawProduct(product.key, { size: stillSize, view: 'front', variant: second }),
    ]
    const ids = [now.pictures[0]?.id as string]
    for (const [i, bytes] of more.entries()) ids.push(await picture(owner, bytes, `${product.key}-${i}.webp`))
    await owner.patch(`/v1/products/${world.id(`product:${product.key}`)}`, { version: now.version, pictures: ids })
  }
}
