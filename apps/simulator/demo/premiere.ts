import { clips, productLook } from '../art/index.ts'
import { openShops, sellerOf, stockProducts } from './catalogue.ts'
import { personOf, productsOf, publishClip } from './clips.ts'
import { buy, fulfil, orderStep } from './shopping.ts'
import { once, signUpsAMinute, type World } from './world.ts'

const hour = 3_600_000

/** Shown first: quickly drawn, far apart in mood and colour, and something to buy among them. */
const first: readonly string[] = [
  'everyday-koi',
  'everyday-lane',
  'kaga-chrysanthemum',
  'everyday-kite',
  'yuzu-grove',
  'everyday-eggs',
  'everyday-veranda',
  'sakai-forge',
  'everyday-fireworks',
  'everyday-night-train',
  'everyday-garden',
  'hida-plane',
]

const weave = (...lists: string[][]): string[] =>
  lists
    .flatMap((list, k) => list.map((key, i) => ({ key, at: (i + 0.3 * k) / list.length })))
    .sort((a, b) => a.at - b.at)
    .map(x => x.key)

/** Every clip but the buyers', in the order of the premiere: no two of a kind for long. */
export const billing: readonly string[] = [
  ...first,
  ...weave(
    clips.filter(c => (c.kind === 'shop' || c.kind === 'howto') && !first.includes(c.key)).map(c => c.key),
    clips.filter(c => c.kind === 'everyday' && !first.includes(c.key)).map(c => c.key),
  ),
]

/** Buyers' clips of the premiere: the other three belong to the laps of the history. */
export const buyers: readonly string[] = clips
  .filter(c => c.kind === 'review' && !['review-hagi-cup', 'review-ai-tote', 'review-sumi-notebook'].includes(c.key))
  .map(c => c.key)

/** How far the demo is, for the terminal and, through the file of the keys, for the operators' console. */
export interface Showing {
  /** What the clip needs is drawn and published; whether it can be watched already is waited for meanwhile. */
  publish(key: string, grownFrom?: string): Promise<void>
  /** Resolves when everything published can be watched. */
  settled(): Promise<void>
}

export function openShowing(world: World): Showing {
  const began = Date.now()
  const had = clips.filter(c => world.has(`post:${c.key}`)).length
  let seen = had
  const waits: Promise<void>[] = []
  const left = (): number => Math.round((((Date.now() - began) / 1000) * (clips.length - seen)) / Math.max(1, seen - had))
  const tell = (): void => {
    world.keys.progress = { clips: seen, of: clips.length, secondsLeft: seen === clips.length ? 0 : left() }
  }
  return {
    async publish(key, grownFrom) {
      const { author, media } = await publishClip(world, key, grownFrom)
      if (!media) return
      waits.push(
        author.ready(media, 600).then(() => {
          seen++
          tell()
          world.note('watchable', String(seen))
          world.say(
            `${seen} of ${clips.length} clips can be watched${seen > had + 3 && seen < clips.length ? `, about ${spoken(left())} for the others` : ''}`,
          )
        }),
      )
    },
    settled: async () => void (await Promise.all(waits)),
  }
}

const spoken = (seconds: number): string =>
  seconds < 90 ? `${Math.max(5, Math.round(seconds / 5) * 5)} s` : `${Math.round(seconds / 60)} min`

/** Shops open, products arrive and clips start one after another, in the order of the bill. */
export async function premiere(world: World, showing: Showing, keys: readonly string[] = billing): Promise<void> {
  let joined = 1
  for (const key of keys)
    await world.stage(`clip ${key}`, async () => {
      const by = clips.find(c => c.key === key)?.by
      if (!by) throw new Error(`no clip ${key}`)
      const who = 'shop' in by ? `shop:${by.shop}` : `joined:${by.person}`
      if (!world.has(who) && ++joined % signUpsAMinute === 0) await world.moveClock(hour)
      if ('shop' in by) await openShops(world, [by.shop])
      else world.note(who, 'yes')
      await stockProducts(world, productsOf(key))
      await showing.publish(key)
    })
}

/** What buyers say in clips: each bought the thing, got it, and then spoke. */
export async function buyersPremiere(world: World, showing: Showing): Promise<void> {
  const coming = buyers.filter(key => !world.has(`post:${key}`))
  for (const [i, key] of coming.entries()) {
    if (i % signUpsAMinute === signUpsAMinute - 1) await world.moveClock(hour)
    await buyFor(world, key)
  }
  await world.stage('buyers on the way', () => world.moveClock(33 * hour))
  for (const key of coming) {
    await orderStep(await sellerOf(world, shownBy(key).product), world.id(`order:${key}`), 'deliver')
    await showing.publish(key, world.id(`line:${key}`))
  }
}

function shownBy(key: string): { person: string; product: string; products: readonly string[] } {
  const clip = clips.find(c => c.key === key)
  const product = clip?.products[0]
  if (!clip || !product || 'shop' in clip.by) throw new Error(`${key} is no clip of a buyer`)
  return { person: clip.by.person, product, products: clip.products }
}

/** The order that a buyer's clip grows from, sent. */
async function buyFor(world: World, key: string): Promise<void> {
  const { person, product, products } = shownBy(key)
  const look = productLook(product)
  await openShops(world, [look.shop])
  await stockProducts(world, products)
  const order = await once(world, `order:${key}`, async () => {
    const variant = world.id(`variant:${product}:${look.variants[0]?.key}`)
    const random = world.randomFor(`buy ${key}`)
    const bought = await buy(await personOf(world, person), { name: person, handle: person }, variant, {}, random)
    world.note(`line:${key}`, bought.line)
    return bought.order
  })
  await fulfil(world, await sellerOf(world, product), order, 'ship')
}
