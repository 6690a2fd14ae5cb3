import type { Api } from '../api.ts'
import { drawAvatar } from '../art/index.ts'
import { ownerOf, picture } from './catalogue.ts'
import { personOf } from './clips.ts'
import { commentWords, demoPeople, reviewWords } from './people.ts'
import type { Showing } from './premiere.ts'
import { demoProducts } from './products.ts'
import { buy, fulfil, sourceOf, watch } from './shopping.ts'
import type { World } from './world.ts'

const day = 86_400_000
const person = (handle: string) => demoPeople.find(p => p.handle === handle) as (typeof demoPeople)[number]
const shopOf: Readonly<Record<string, string>> = { hagi: 'hagi-kiln', uji: 'uji-leaf', sumi: 'sumi-paper', ai: 'aizome-cloth' }
const merchantOf = (world: World, product: string): Promise<Api> =>
  ownerOf(world, shopOf[product.split('-')[0] as string] as string)
const firstVariant = (world: World, product: string) => {
  const demo = demoProducts.find(p => p.key === product) as (typeof demoProducts)[number]
  return world.id(`variant:${product}:${Object.keys(demo.variants)[0]}`)
}

export async function joinPeople(world: World): Promise<void> {
  for (const p of demoPeople) {
    const api = await personOf(world, p.handle)
    const face = await picture(api, await drawAvatar(p.handle), `${p.handle}.webp`)
    await api.patch('/v1/me', { picture: face, language: p.language })
  }
}

/** Evenings of everybody: watching, liking, asking. */
export async function evenings(world: World, days: number): Promise<void> {
  for (let d = 0; d < days; d++) {
    for (const p of demoPeople) {
      if (world.random() < 0.35) continue
      const api = await personOf(world, p.handle)
      const slides = await watch(api, p.likes, world.random)
      const slide = slides[Math.floor(world.random() * slides.length)]
      if (slide && world.random() < 0.3) await comment(api, slide.id, commentWords[p.language], world.random)
    }
    await world.moveClock(day)
  }
}

/** Says something that nobody has said there, once a person. */
async function comment(api: Api, post: string, words: readonly string[], random: () => number): Promise<void> {
  const { items } = await api.get<{ items: { author: { id: string }; text: string }[] }>(`/v1/posts/${post}/comments?limit=50`)
  const text = words[Math.floor(random() * words.length)] as string
  if (items.every(c => c.author.id !== api.person && c.text !== text)) await api.post(`/v1/posts/${post}/comments`, { text })
}

/** A purchase through a clip, delivered, answered with a pulse and perhaps a review. Returns the order line. */
async function bought(world: World, handle: string, product: string, via: string | null, stars: number | null): Promise<string> {
  const p = person(handle)
  const api = await personOf(world, handle)
  const slides = via
    ? (await api.get<{ slides: Parameters<typeof sourceOf>[0][] }>(`/v1/feed?start=${world.id(`post:${via}`)}`)).slides
    : []
  const slide = slides.find(s => s.id === world.id(`post:${via}`))
  const { order, line } = await buy(
    api,
    p,
    firstVariant(world, product),
    slide ? sourceOf(slide) : via ? { post: world.id(`post:${via}`) } : {},
    world.random,
  )
  await fulfil(world, await merchantOf(world, product), order, 'deliver')
  await api.post('/v1/pulses', { line, score: stars ?? 4 })
  if (stars !== null) {
    const words = (reviewWords[product] ?? []).find(([s]) => s === stars)?.[1]
    if (words) await api.post('/v1/reviews', { line, stars, text: words[p.language] })
  }
  return line
}

/** Two whole laps: a film leads to an order, the order to a buyer's clip, the clip to somebody else's order. */
export async function twoLaps(world: World, showing: Showing): Promise<void> {
  const cup = await bought(world, 'lin_xiaoman', 'hagi-cup', 'hagi-morning-glaze', 5)
  const tote = await bought(world, 'mori_haruka', 'ai-tote', null, 5)
  await world.moveClock(3 * day)
  await showing.publish('review-hagi-cup', cup)
  await showing.publish('review-ai-tote', tote)
  await evenings(world, 2)
  await bought(world, 'chen_yu', 'hagi-cup', 'review-hagi-cup', 4)
  await bought(world, 'amelia_hart', 'ai-tote', 'review-ai-tote', 2)
}

export async function moreOrders(world: World, showing: Showing): Promise<void> {
  const book = await bought(world, 'daniel_okafor', 'sumi-notebook', null, 5)
  await showing.publish('review-sumi-notebook', book)
  await bought(world, 'sato_ren', 'hagi-sake', 'hagi-sake-evening', 5)
  await bought(world, 'kimura_aoi', 'uji-sencha', 'uji-first-leaf', 5)
  await bought(world, 'jonas_weber', 'uji-sencha', 'howto-kyusu-pour', 4)
  await bought(world, 'wang_qing', 'sumi-incense', 'sumi-incense', 4)
  await bought(world, 'grace_lee', 'hagi-cup', 'review-hagi-cup', 3)
  await bought(world, 'ito_sora', 'sumi-incense', null, 3)
}

/** Orders that still wait, so that the desk has work. */
export async function openOrders(world: World): Promise<void> {
  const steps: [string, string, 'pack' | 'ship' | null][] = [
    ['zhao_mei', 'ai-tenugui', null],
    ['lin_xiaoman', 'hagi-plate', null],
    ['sato_ren', 'hagi-bowl', 'pack'],
    ['amelia_hart', 'uji-hojicha', 'ship'],
    ['kimura_aoi', 'hagi-vase', 'ship'],
    ['jonas_weber', 'hagi-cup', null],
  ]
  for (const [handle, product, until] of steps) {
    const { order } = await buy(await personOf(world, handle), person(handle), firstVariant(world, product), {}, world.random)
    if (until) await fulfil(world, await merchantOf(world, product), order, until)
  }
}
