import type { Api } from '../api.ts'
import { drawAvatar } from '../art/index.ts'
import { picture, sellerOf } from './catalogue.ts'
import { personOf } from './clips.ts'
import { type DemoPerson, demoPeople } from './people.ts'
import { pooled } from './pool.ts'
import type { Showing } from './premiere.ts'
import { demoProduct } from './products.ts'
import { buy, fulfil, sourceOf, watch } from './shopping.ts'
import { commentWords } from './talk/comments.ts'
import { opinions } from './talk/reviews.ts'
import { once, signUpsAMinute, type World } from './world.ts'

const day = 86_400_000
const person = (handle: string) => demoPeople.find(p => p.handle === handle) as DemoPerson
const firstVariant = (world: World, product: string) =>
  world.id(`variant:${product}:${Object.keys(demoProduct(product).variants)[0]}`)

export async function joinPeople(world: World): Promise<void> {
  const coming = demoPeople.filter(p => !world.has(`person:${p.handle}`))
  for (let i = 0; i < coming.length; i += signUpsAMinute) {
    await world.moveClock(3_600_000)
    await pooled(coming.slice(i, i + signUpsAMinute), async p => {
      const api = await personOf(world, p.handle)
      const face = await picture(api, await drawAvatar(p.handle), `${p.handle}.webp`)
      await api.patch('/v1/me', { picture: face, language: p.language })
      world.note(`person:${p.handle}`, api.person)
    })
  }
}

/** An evening of everybody: watching, liking, asking. Two in five people come. */
export async function evening(world: World, name: string): Promise<void> {
  const here = demoPeople.filter(p => world.randomFor(`${name} ${p.handle} comes`)() < 0.4)
  await pooled(here, async p => {
    const random = world.randomFor(`${name} ${p.handle}`)
    const api = await personOf(world, p.handle)
    const slides = await watch(api, p.likes, random)
    const slide = slides[Math.floor(random() * slides.length)]
    if (slide && random() < 0.35) await comment(world, api, slide, p, random)
  })
}

export async function evenings(world: World, name: string, days: number): Promise<void> {
  for (let d = 0; d < days; d++) {
    await evening(world, `${name} ${d}`)
    await world.moveClock(day)
  }
}

type Slide = Awaited<ReturnType<typeof watch>>[number]

/** Says something that nobody has said there, once a person; the shop answers a question. */
async function comment(world: World, api: Api, slide: Slide, by: DemoPerson, random: () => number): Promise<void> {
  const path = `/v1/posts/${slide.id}/comments`
  const { items } = await api.get<{ items: { author: { id: string }; text: string }[] }>(`${path}?limit=50`)
  const words = commentWords[by.language]
  const [text, answer] = words[Math.floor(random() * words.length)] as (typeof words)[number]
  if (items.some(c => c.author.id === api.person || c.text === text)) return
  const made = await api.post<{ id: string }>(path, { text })
  const seller = slide.products[0] && world.keyOf(slide.products[0].card.id)
  if (!answer || !seller) return
  const shop = await sellerOf(world, seller.slice('product:'.length))
  if (shop.person === slide.author.id) await shop.post(path, { text: answer, parent: made.id })
}

/** A purchase through a clip, delivered, answered with a pulse and a review. Returns the order line. */
function bought(world: World, handle: string, product: string, via: string | null, stars: number): Promise<string> {
  return once(world, `lap:${handle}:${product}`, () => buyAndTell(world, handle, product, via, stars))
}
async function buyAndTell(world: World, handle: string, product: string, via: string | null, stars: number): Promise<string> {
  const p = person(handle)
  const api = await personOf(world, handle)
  const slides = via ? (await api.get<{ slides: Slide[] }>(`/v1/feed?start=${world.id(`post:${via}`)}`)).slides : []
  const slide = slides.find(s => s.id === world.id(`post:${via}`))
  const source = slide ? sourceOf(slide) : via ? { post: world.id(`post:${via}`) } : {}
  const { order, line } = await buy(api, p, firstVariant(world, product), { source }, world.randomFor(`lap ${handle} ${product}`))
  await fulfil(world, await sellerOf(world, product), order, 'deliver')
  await api.post('/v1/pulses', { line, score: stars })
  const words = opinions[product]?.find(([language, s]) => language === p.language && s === stars)
  if (words) await api.post('/v1/reviews', { line, stars, text: words[2] })
  return line
}

/** Two whole laps: a film leads to an order, the order to a buyer's clip, the clip to somebody else's order. */
export async function twoLaps(world: World, showing: Showing): Promise<void> {
  const cup = await bought(world, 'lin_xiaoman', 'hagi-cup', 'hagi-morning-glaze', 5)
  const tote = await bought(world, 'mori_haruka', 'ai-tote', null, 5)
  const book = await bought(world, 'daniel_okafor', 'sumi-notebook', null, 5)
  await world.moveClock(2 * day)
  await showing.publish('review-hagi-cup', cup)
  await showing.publish('review-ai-tote', tote)
  await showing.publish('review-sumi-notebook', book)
  await evenings(world, 'laps', 2)
  await bought(world, 'chen_yu', 'hagi-cup', 'review-hagi-cup', 4)
  await bought(world, 'amelia_hart', 'ai-tote', 'review-ai-tote', 2)
}
