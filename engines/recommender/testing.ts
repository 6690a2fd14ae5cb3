import type { EventData, EventName, LoggedEvent, Source, SubjectKind } from '#base/catalogue'
import { between, pick, seeded } from '#base/kernel'
import {
  createRecommender,
  type Item,
  type Recommender,
  type RecommenderConfig,
  type RecommendRequest,
  type Slate,
} from './index.ts'
import type { Server } from './recommend.ts'
import type { State } from './state.ts'
import { toldBy } from './told.ts'

/** A recommender with a log that writes itself. For tests and benchmarks only. */
export class Stage {
  readonly r: Recommender
  readonly log: LoggedEvent[] = []
  now = Date.parse('2026-03-01T00:00:00Z')
  #pages = 0

  constructor(config: Partial<RecommenderConfig> = {}, seed = 1) {
    this.r = createRecommender(config, { seed })
  }

  /** Makes and learns an event; every event is a second after the one before. The subject is `kind:id`. */
  add<N extends EventName>(
    name: N,
    person: string | null,
    subject: string,
    data: EventData[N],
    source: Source | null = null,
  ): LoggedEvent {
    const [kind, id] = subject.split(':') as [SubjectKind, string]
    const position = BigInt(this.log.length + 1)
    this.now += 1000
    const at = new Date(this.now)
    const event = {
      position,
      id: `evt_${position}`,
      name,
      at,
      person,
      session: null,
      surface: null,
      subject: { kind, id },
      source,
      data,
    }
    this.log.push(event as unknown as LoggedEvent)
    this.r.learn(event as unknown as LoggedEvent)
    return event as unknown as LoggedEvent
  }

  post(id: string, author: string, tags: string[] = [], more: Partial<EventData['post.published']> = {}): void {
    const facts = {
      author,
      shop: null,
      format: 'video',
      durationMs: 10_000 + this.log.length,
      tags,
      products: [],
      language: 'ja',
    }
    const data = { ...facts, disclosure: 'none', grownFrom: null, ...more }
    this.add('post.published', author, `post:${id}`, data as unknown as EventData['post.published'])
  }

  product(id: string, shop: string, tags: string[] = [], category = 'tea'): void {
    const data = { shop, category, tags, price: { minor: '1200', currency: 'JPY' }, inStock: true }
    this.add('product.published', null, `product:${id}`, data as unknown as EventData['product.published'])
  }

  /** In view and watched: all of it by default. */
  watch(person: string, post: string, share = 1): void {
    const durationMs = 10_000
    const ms = share * durationMs
    if (ms >= 2000) this.add('post.impression', person, `post:${post}`, { ms: Math.min(ms, 3000) })
    this.add('post.viewed', person, `post:${post}`, { ms, durationMs, exit: 'next' })
  }

  like(person: string, post: string): void {
    this.add('post.liked', person, `post:${post}`, {})
  }

  page(person: string | null, more: Partial<RecommendRequest> = {}): Slate {
    const request = `req_${++this.#pages}`
    return this.r.recommend({ person, n: 8, now: this.now, scene: 'for_you', profiling: true, request, ...more })
  }

  /** A page that is logged as served, as `rooms/feed` does. */
  serve(person: string, more: Partial<RecommendRequest> = {}): Slate {
    const slate = this.page(person, more)
    const slots = slate.slots.map(({ kind, item, author, shop, source, propensity, signals }) => ({
      kind,
      id: item,
      author,
      shop,
      source,
      propensity,
      signals,
    }))
    const data = {
      request: 'req_x',
      policy: 'v1',
      scene: more.scene ?? 'for_you',
      profiled: more.profiling ?? true,
      slots,
    } as unknown as EventData['feed.served']
    this.add('feed.served', person, 'person:feed', data)
    return slate
  }
}

/** What a page would say of this pair, whatever the filters say (`told.ts`): a log of another app has no pages of ours. */
export function wouldSay(s: State, server: Server, person: string, item: string, now: number): number[] | undefined {
  const i = s.items.ids.find(item)
  if (i < 0) return undefined
  server.prepare({ person, n: 0, now, scene: 'for_you', profiling: true, request: '' }, now)
  const c = server.candidates.admit(i)
  server.sources.signals(now)
  server.ranker.sense(c)
  return toldBy(server.ranker.signals) ?? undefined
}

export const ids = (slate: Slate): string[] => slate.slots.map(slot => slot.item)

export const item = (id: string, more: Partial<Item> = {}): Item => ({
  id,
  kind: 'post',
  author: 'per_maker',
  shop: null,
  format: 'video',
  tags: [],
  products: [],
  language: 'ja',
  durationMs: 10_000,
  inStock: true,
  organic: true,
  createdAt: 0,
  visible: true,
  ...more,
})

/** A wild but possible log: posts, products, deeds, removals, stock, merges, erasures in any order. For tests only. */
export function wild(seed: number, size: number): Stage {
  const random = seeded(seed)
  const stage = new Stage({}, seed)
  const posts: string[] = []
  const products = Array.from({ length: 8 }, (_, k) => `prd_${k}`)
  for (const id of products) stage.product(id, `shp_${id.length % 3}`, [`t${between(random, 0, 9)}`])
  const person = (): string => `per_${between(random, 0, 11)}`
  const publish = (): void => {
    const id = `pst_${posts.length}`
    posts.push(id)
    const shown = random() < 0.4 ? [pick(random, products)] : []
    const disclosure = pick(random, ['none', 'none', 'own_product', 'paid'] as const)
    const grownFrom = random() < 0.2 ? ('lin_1' as never) : null
    stage.post(id, `per_${between(random, 6, 20)}`, [`t${between(random, 0, 9)}`, `t${between(random, 0, 9)}`], {
      products: shown as never,
      disclosure,
      grownFrom,
      words: [posts.length % 7, 7 + (posts.length % 11)],
    })
  }
  for (let k = 0; k < 20; k++) publish()
  const deeds: ((who: string, post: string, product: string) => void)[] = [
    publish,
    (who, post) => stage.watch(who, post, random()),
    (who, post) => stage.watch(who, post, random() * 1.2),
    (who, post) => stage.like(who, post),
    (who, post) => void stage.add('post.unliked', who, `post:${post}`, {}),
    (who, post) => void stage.add('post.saved', who, `post:${post}`, {}),
    (who, post, product) =>
      void stage.add('product.clicked', who, `product:${product}`, { surface: 'card' }, { post: post as never }),
    (who, post, product) => void stage.add('product.viewed', who, `product:${product}`, { ms: 20_000 }, { post: post as never }),
    (who, post) => void stage.add('comment.written', who, 'comment:cmt_1', { post: post as never, question: false }),
    (who, post) => void stage.add('share.created', who, 'share:shr_1', { about: { kind: 'post', id: post }, grownFrom: null }),
    who => void stage.add('person.followed', who, `person:per_${between(random, 6, 20)}`, {}),
    who => void stage.serve(who),
    who => void stage.serve(who),
  ]
  const rare: typeof deeds = [
    (_, post) => void stage.add('post.removed', null, `post:${post}`, {}),
    (_, post) => void stage.add('post.restored', null, `post:${post}`, {}),
    (_, post) => void stage.add('subject.removed', null, `post:${post}`, { reason: 'rule' }),
    (who, post) => void stage.add('post.not_interested', who, `post:${post}`, {}),
    (who, post) => void stage.add('post.not_interested_undone', who, `post:${post}`, {}),
    who =>
      void stage.add('person.taste_forgotten', who, `person:${who}`, {
        tag: random() < 0.3 ? null : `t${between(random, 0, 9)}`,
      }),
    who => void stage.add('person.blocked', who, `person:per_${between(random, 6, 20)}`, {}),
    who => void stage.add('person.merged', who, `person:${who}`, { from: person() as never }),
    who => void stage.add('person.erased', who, `person:${who}`, {}),
    who => void stage.add('person.personalisation_set', who, `person:${who}`, { on: random() < 0.6 }),
    (_, __, product) => void stage.add('stock.depleted', null, `product:${product}`, { product: product as never }),
    (_, __, product) => void stage.add('stock.restocked', null, `product:${product}`, { product: product as never }),
  ]
  for (let k = 0; k < size; k++)
    pick(random, random() < 0.06 ? rare : deeds)(person(), pick(random, posts), pick(random, products))
  return stage
}
