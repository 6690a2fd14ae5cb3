import { randomUUID } from 'node:crypto'
import { type Api, Refused } from '../api.ts'
import type { World } from './world.ts'

interface Slide {
  readonly id: string
  readonly author: { id: string }
  readonly tags: string[]
  readonly products: { card: { id: string } }[]
  readonly video: { durationMs: number } | null
  readonly slot: { request: string; index: number } | null
}
export interface Source {
  request?: string
  slot?: number
  post?: string
  share?: string
}

/** One page of the feed as this person would watch it: what they like they finish, like, save and look into. */
export async function watch(api: Api, likes: readonly string[], random: () => number): Promise<Slide[]> {
  const page = await api.get<{ slides: Slide[] }>('/v1/feed')
  const events: object[] = []
  for (const slide of page.slides) {
    const fond = slide.tags.some(t => likes.includes(t))
    const durationMs = slide.video?.durationMs ?? 6000
    const ms = Math.round(durationMs * (fond ? 0.6 + random() * 0.6 : 0.1 + random() * 0.5))
    const source = sourceOf(slide)
    const about = { subject: { kind: 'post', id: slide.id }, source, surface: 'feed' }
    if (ms >= 2000) events.push({ id: randomUUID(), name: 'post.impression', ...about, data: { ms: 2000 } })
    events.push({ id: randomUUID(), name: 'post.viewed', ...about, data: { ms, durationMs, exit: 'next' } })
    const product = slide.products[0]?.card.id
    if (fond && product && random() < 0.6)
      events.push(
        {
          id: randomUUID(),
          name: 'product.clicked',
          subject: { kind: 'product', id: product },
          source,
          data: { surface: 'card' },
        },
        { id: randomUUID(), name: 'product.viewed', subject: { kind: 'product', id: product }, source, data: { ms: 9000 } },
      )
    if (fond && product && random() < 0.4)
      events.push({
        id: randomUUID(),
        name: 'reviews.read',
        subject: { kind: 'product', id: product },
        source,
        data: { ms: 6000, count: 3 },
      })
    if (fond && random() < 0.55) await api.put(`/v1/posts/${slide.id}/like`, { source })
    if (fond && random() < 0.25) await api.put(`/v1/posts/${slide.id}/save`, { source })
    if (fond && random() < 0.15) await api.put(`/v1/people/${slide.author.id}/follow`, { source })
  }
  if (events.length > 0) await api.post('/v1/events', { events })
  return page.slides
}
export const sourceOf = (slide: Slide): Source => ({
  post: slide.id,
  ...(slide.slot && { request: slide.slot.request, slot: slide.slot.index }),
})

const places = [
  ['1500001', '東京都', '渋谷区', '神宮前1-2-3'],
  ['6048001', '京都府', '京都市中京区', '木屋町4-5'],
  ['8100001', '福岡県', '福岡市中央区', '天神2-6'],
  ['0600001', '北海道', '札幌市中央区', '北一条西7-8'],
] as const

/** How a purchase differs from one piece at its price, found by itself. */
export interface Basket {
  readonly source?: Source
  readonly quantity?: number
  readonly codes?: readonly string[] | undefined
}

/** Buys one piece, or as the basket says, and returns the order with its line. */
export async function buy(
  api: Api,
  person: { name: string; handle: string },
  variant: string,
  { source = {}, quantity = 1, codes = [] }: Basket,
  random: () => number,
): Promise<{ order: string; line: string }> {
  const place = places[Math.floor(random() * places.length)] as (typeof places)[number]
  const checkout = await api.post<{ id: string }>('/v1/checkouts', { lines: [{ variant, quantity, source }] })
  if (codes.length > 0) await api.patch(`/v1/checkouts/${checkout.id}`, { codes })
  const full = await api.put<{ total: object }>(`/v1/checkouts/${checkout.id}/address`, {
    name: person.name,
    email: `${person.handle.replaceAll('_', '.')}@demo.enishi.test`,
    phone: '090-0000-0000',
    country: 'JP',
    postcode: place[0],
    region: place[1],
    city: place[2],
    line: place[3],
  })
  const paid = await api.post<{ state: string; orders: { id: string; lines: { id: string }[] }[] }>(
    `/v1/checkouts/${checkout.id}/pay`,
    { method: 'test_card', outcome: 'approve', expectedTotal: full.total },
  )
  const order = paid.orders[0]
  if (paid.state !== 'paid' || !order) throw new Error(`the demo's payment ended as ${paid.state}`)
  return { order: order.id, line: order.lines[0]?.id as string }
}

/** What each step of an order leaves in its history. */
const traces = {
  pack: 'packed',
  ship: 'shipped',
  deliver: 'delivered',
  receive: 'received',
  cancel: 'cancelled',
  'return-request': 'return_requested',
  return: 'returned',
  refund: 'refund_started',
} as const

/** A step of an order. After a restart it may be behind us: then the order's history has it. Every other refusal stands. */
export async function orderStep(api: Api, order: string, step: keyof typeof traces, body?: object): Promise<void> {
  const path = `/v1/orders/${order}`
  try {
    await api.post(`${path}/${step}`, body)
  } catch (error) {
    if (!(error instanceof Refused && error.code === 'wrong_state')) throw error
    const { timeline } = await api.get<{ timeline: { what: string }[] }>(path)
    if (!timeline.some(t => t.what === traces[step])) throw error
  }
}

/** The merchant's side, as far as `until`. */
export async function fulfil(world: World, merchant: Api, order: string, until: 'pack' | 'ship' | 'deliver'): Promise<void> {
  await orderStep(merchant, order, 'pack')
  if (until === 'pack') return
  const tracking = `4000-${String(Math.floor(world.randomFor(`parcel ${order}`)() * 1e8)).padStart(8, '0')}`
  await orderStep(merchant, order, 'ship', { carrier: 'ヤマト運輸', tracking })
  if (until === 'ship') return
  await world.moveClock(1.4 * 86_400_000)
  await orderStep(merchant, order, 'deliver')
}
