import { Api } from '../apps/simulator/api.ts'
import { buyOne, password, picture, type ShopWorld } from './shop-world.ts'

export interface Talk {
  /** Posts liked by those who like the film. */
  readonly kin: ReadonlySet<string>
  /** As many that other people like. */
  readonly strangers: ReadonlySet<string>
}
const authors = 8
const fans = 4

/**
 * A little public around a shop's film: two circles of picture posts, each liked by people of its own, the first circle by those who like
 * the film; Cleo, who bought the product, has it and reviewed it; Aya, who has an account and an address; and a price that was higher once.
 */
export async function talk(url: string, world: ShopWorld, film: string): Promise<Talk> {
  const { merchant } = world
  await merchant.put(`/v1/variants/${world.variant}/price`, { price: { minor: '4600', currency: 'JPY' } })
  await merchant.put(`/v1/variants/${world.variant}/price`, { price: { minor: '4200', currency: 'JPY' } })
  const kin = await circle(url, 'kiln')
  const strangers = await circle(url, 'leaf')
  await likes(url, [...kin, film])
  await likes(url, strangers)

  const cleo = await Api.join(url, 'cleo@example.org', password, 'Cleo', 'cleo')
  const bought = await buyOne(cleo, world.variant)
  await merchant.post(`/v1/orders/${bought.order}/pack`)
  await merchant.post(`/v1/orders/${bought.order}/ship`, { carrier: 'Yamato', tracking: '1' })
  await merchant.post(`/v1/orders/${bought.order}/deliver`)
  await cleo.post('/v1/reviews', { line: bought.line, stars: 5, text: 'Warm in the hand' })

  const aya = await Api.join(url, 'aya@example.org', password, 'Aya', 'aya')
  const kept = await buyOne(aya, world.variant)
  await merchant.post(`/v1/orders/${kept.order}/cancel`, { reason: 'Cracked in the kiln' })
  return { kin: new Set(kin), strangers: new Set(strangers) }
}

async function circle(url: string, name: string): Promise<string[]> {
  const posts: string[] = []
  for (let a = 0; a < authors; a++) {
    const author = await Api.join(url, `${name}${a}@example.org`, password, `${name} ${a}`, `${name}${a}`)
    for (let n = 0; n < 2; n++) {
      const grey = `#${(a * 24 + n * 8 + 20).toString(16).padStart(2, '0')}${name === 'kiln' ? '4020' : '6050'}`
      const draft = await author.post<{ id: string }>('/v1/posts', {
        caption: `${name} ${a}.${n} #${name}`,
        products: [],
        pictures: [await picture(author, grey)],
      })
      await author.post(`/v1/posts/${draft.id}/publish`)
      posts.push(draft.id)
    }
  }
  return posts
}
async function likes(url: string, posts: readonly string[]): Promise<void> {
  for (let f = 0; f < fans; f++) {
    const fan = await Api.guest(url)
    for (const post of posts) await fan.put(`/v1/posts/${post}/like`, {})
  }
}
