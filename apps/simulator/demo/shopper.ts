import { drawAvatar } from '../art/index.ts'
import { picture, sellerOf } from './catalogue.ts'
import { demoProduct } from './products.ts'
import { buy, fulfil, orderStep, watch } from './shopping.ts'
import { once, type World } from './world.ts'

/** The person as whom a visitor signs in. */
export const shopperOf = (world: World) => world.member('shopper', 'Aya', 'aya')

const likes = ['tea', 'hagi', 'cat', 'sweets']

/** Her face, and a few evenings of hers: the feed knows what she likes before a visitor looks through her eyes. */
export async function shopperWatches(world: World): Promise<void> {
  const api = await shopperOf(world)
  await api.patch('/v1/me', { picture: await picture(api, await drawAvatar('aya'), 'aya.webp') })
  for (let i = 0; i < 4; i++) await watch(api, likes, world.randomFor(`aya ${i}`))
}

async function ordered(world: World, product: string): Promise<string> {
  return once(world, `order:aya:${product}`, async () => {
    const variants = Object.entries(demoProduct(product).variants)
    const first = variants.find(([, [, , pieces]]) => pieces > 0)?.[0]
    const variant = world.id(`variant:${product}:${first}`)
    const person = { name: '青木 彩', handle: 'aya' }
    return (await buy(await shopperOf(world), person, variant, {}, world.randomFor(`aya buys ${product}`))).order
  })
}
const sent = async (world: World, product: string) =>
  fulfil(world, await sellerOf(world, product), await ordered(world, product), 'ship')

/** Three days ago: what has come home by now. */
export const shopperOrders = (world: World): Promise<void> => sent(world, 'uji-kyusu')

/** Today: one thing at home that waits for her review, one on its way, one just paid, one in the cart; what she saved, and prices that she waits for. */
export async function shopperWaits(world: World): Promise<void> {
  await orderStep(await sellerOf(world, 'uji-kyusu'), await ordered(world, 'uji-kyusu'), 'deliver')
  await sent(world, 'hagi-mug')
  await ordered(world, 'awaji-sticks')
  const [variant] = Object.keys(demoProduct('kaga-konpeito').variants)
  const api = await shopperOf(world)
  for (const product of ['hagi-bowl', 'hagi-cup', 'uji-matcha'])
    await api.put(`/v1/products/${world.id(`product:${product}`)}/save`, {})
  for (const clip of ['hagi-morning-glaze', 'kaga-chrysanthemum']) await api.put(`/v1/posts/${world.id(`post:${clip}`)}/save`, {})
  await api.put(`/v1/products/${world.id('product:hagi-vase')}/price-alert`)
  await api.put(`/v1/variants/${world.id('variant:hagi-cup:indigo')}/restock-alert`)
  await api.put(`/v1/cart/${world.id(`variant:kaga-konpeito:${variant}`)}`, { quantity: 1 })
}
