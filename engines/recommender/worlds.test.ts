import { beforeAll, expect, test } from 'vitest'
import type { EventData, EventName, LoggedEvent, Source } from '#base/catalogue'
import { between, pick, type Random, seeded } from '#base/kernel'
import { exploredSlots } from './explore.ts'
import { createRecommender, type RecommenderConfig, type RecommendRequest, type Slate } from './index.ts'
import { type Asked, type Known, Oracle } from './oracle.ts'
import { Stage } from './testing.ts'

/** Small worlds in which everything happens in any order; each page is checked against a plain reading of the log (`oracle.ts`). */
const worlds = 500
let faults: Faults

/** What every slate and every log promise; a fault is filed under one of these. */
type Promised = 'repeat' | 'filter' | 'seen' | 'commerce' | 'pool' | 'deadline' | 'propensity' | 'replay'
interface Faults {
  readonly list: Record<Promised, string[]>
  /** Guarantees whose deadline came, and selling posts that were served: a test of nothing is no test. */
  deadlines: number
  selling: number
}
const noFaults = (): Faults => ({
  list: { repeat: [], filter: [], seen: [], commerce: [], pool: [], deadline: [], propensity: [], replay: [] },
  deadlines: 0,
  selling: 0,
})

/** Slots in which a post is served for each guaranteed impression before it is given up: nobody looks at it. */
const unseenServes = 20

type Small = Pick<
  RecommenderConfig,
  'guaranteedImpressions' | 'poolEvery' | 'randomShare' | 'commerceShare' | 'commerceWindow' | 'authorsPerPage'
>

/** A random world whose pages are checked as they are served, and its log in the end. */
class World extends Stage {
  readonly oracle = new Oracle()
  readonly random: Random
  readonly posts: string[] = []
  readonly #config: Small
  readonly #seed: number
  readonly #faults: Faults

  constructor(config: Small, seed: number, faults: Faults) {
    super(config, seed)
    this.#config = config
    this.#seed = seed
    this.#faults = faults
    this.random = seeded(seed)
  }

  fault(promise: Promised, what: string): void {
    this.#faults.list[promise].push(`seed ${this.#seed}, event ${this.log.length}: ${what}`)
  }

  override add<N extends EventName>(
    name: N,
    person: string | null,
    subject: string,
    data: EventData[N],
    source: Source | null = null,
  ): LoggedEvent {
    const event = super.add(name, person, subject, data, source)
    this.oracle.learn(event)
    return event
  }

  publish(): void {
    const { random } = this
    const author = `per_${between(random, 8, 26)}`
    if (this.oracle.erased.has(author)) return
    const id = `pst_${this.posts.length}`
    const products = Array.from({ length: pick(random, [0, 0, 1, 2]) }, () => `prd_${between(random, 0, 5)}`)
    const shop = random() < 0.3 ? `shp_${between(random, 0, 2)}` : null
    const disclosure = pick(random, ['none', 'none', 'gift', 'own_product', 'paid'] as const)
    const tags = [`t${between(random, 0, 7)}`, `t${between(random, 0, 7)}`]
    const grownFrom = random() < 0.1 ? 'lin_1' : null
    this.posts.push(id)
    this.post(id, author, tags, { products: [...new Set(products)], shop, disclosure, grownFrom } as never)
  }

  /** A page, checked against what the log says. */
  override page(person: string | null, more: Partial<RecommendRequest> = {}): Slate {
    const slate = super.page(person, more)
    const wish = { scene: 'for_you', n: 8, profiling: true, exclude: [] as string[], ...more }
    const asked: Asked = {
      person: person ?? '',
      profiling: wish.profiling,
      following: wish.scene === 'following',
      exclude: wish.exclude,
      now: this.now,
    }
    const shown = slate.slots.map(s => this.oracle.items.get(s.item)!)
    if (new Set(shown).size !== shown.length) this.fault('repeat', shown.map(s => s.id).join())
    const kind = wish.scene === 'mall' ? 'product' : 'post'
    const may = [...this.oracle.items.values()].filter(i => i.kind === kind && this.oracle.refusal(asked, i) === '')
    const left = may.filter(i => !shown.includes(i) && !this.oracle.seen(asked, i, this.#config.commerceWindow))
    for (const [k, item] of shown.entries()) {
      const { source, propensity } = slate.slots[k]!
      if (!may.includes(item))
        this.fault('filter', `${item.id} is ${this.oracle.refusal(asked, item) || `a ${item.kind}`} to ${person}`)
      if (source !== 'again' && this.oracle.seen(asked, item, this.#config.commerceWindow))
        this.fault('seen', `${item.id} by ${source}`)
      if (source === 'again' && left.length > 0) this.fault('seen', `${item.id} again before ${left[0]!.id}`)
      if (!(propensity > 0 && propensity <= 1)) this.fault('propensity', `${item.id} by ${source}: ${propensity}`)
    }
    if (wish.scene === 'for_you') {
      const again = shown.filter((_, k) => slate.slots[k]!.source === 'again')
      const room = this.#commerce(asked, wish.n, shown, left)
      const organic = may.find(i => !i.selling && !shown.includes(i))
      if (room < 0 && organic && again.some(i => i.selling)) this.fault('commerce', `sold again before ${organic.id}`)
      this.#pool(
        slate,
        wish.n,
        left.filter(i => !i.selling || room > 0),
      )
    }
    return slate
  }

  /** Slots that selling posts may still take after this page; below 0 when there was nothing else that is fresh. */
  #commerce(asked: Asked, n: number, shown: Known[], left: Known[]): number {
    const { commerceShare, commerceWindow } = this.#config
    const before = this.oracle.profiled(asked)
      ? this.oracle.lastServed(asked.person, commerceWindow)
      : asked.exclude.slice(-commerceWindow).map(id => this.oracle.items.get(id)!)
    const room = Math.max(0, Math.floor(commerceShare * commerceWindow) - before.filter(i => i.selling).length)
    const allowed = Math.min(room, Math.ceil(n / 8))
    const selling = shown.filter(i => i.selling).length
    this.#faults.selling += selling
    const organic = left.find(i => !i.selling)
    if (selling > allowed && organic)
      this.fault('commerce', `${selling} selling posts where ${allowed} may be, and ${organic.id} was left`)
    return allowed - selling
  }

  /** A slot that is reserved for new items is never given away while one of them may be shown. */
  #pool(slate: Slate, n: number, left: Known[]): void {
    const waiting = left.filter(i => this.#owed(i) > 0)
    const drawn = slate.slots.filter(s => s.source === 'pool').length
    const reserved = exploredSlots(n, this.#config.poolEvery)
    if (reserved.poolRate === 1 && drawn < reserved.pool.length && waiting.length > 0)
      this.fault('pool', `${drawn} of ${reserved.pool.length} slots drawn, and ${waiting[0]!.id} was left`)
  }

  /** Impressions that are still owed to a post. One that was served in vain too often is given up. */
  #owed(item: Known): number {
    const { guaranteedImpressions: each } = this.#config
    return item.served >= each * unseenServes ? 0 : Math.max(0, each - item.impressions)
  }

  /** Looks at a page as far as the person likes. */
  look(person: string, slate: Slate): void {
    const until = this.random() < 0.7 ? 100 : between(this.random, 0, 8)
    for (const { item } of slate.slots.slice(0, until)) this.watch(person, item, pick(this.random, [0.1, 0.4, 0.6, 1]))
  }

  /**
   * Lets the guarantees fall due: their deadline is as many looked-at draws of the pool as are owed to all that wait together, for each
   * draw pays one of them. So after that many people have looked at nothing but what was drawn, nothing may be owed.
   */
  deadline(): void {
    const nobody: Asked = { person: 'per_nobody', profiling: true, following: false, exclude: [], now: this.now }
    const room = Math.floor(this.#config.commerceShare * this.#config.commerceWindow) > 0
    const waiting = this.posts
      .map(id => this.oracle.items.get(id)!)
      .filter(i => this.#owed(i) > 0 && this.oracle.refusal(nobody, i) === '' && (room || !i.selling))
    const owed = waiting.reduce((sum, i) => sum + this.#owed(i), 0)
    this.#faults.deadlines += waiting.length
    for (let k = 0; k < owed; k++) {
      const drawn = this.serve(`per_new${k}`).slots.filter(s => s.source === 'pool')
      for (const { item } of drawn) this.watch(`per_new${k}`, item)
    }
    for (const item of waiting)
      if (this.#owed(item) > 0) this.fault('deadline', `${item.id} is owed ${this.#owed(item)} after ${owed} draws`)
  }
}

type Deed = (w: World, who: string, post: string, product: string) => void
const author = (w: World): string => `per_${between(w.random, 8, 26)}`
const shop = (w: World): string => `shp_${between(w.random, 0, 2)}`
const scenes = ['for_you', 'for_you', 'for_you', 'following', 'mall'] as const

/** A page of any kind, of which the person looks at some. */
const serve: Deed = (w, who) => {
  const n = pick(w.random, [1, 3, 6, 8, 8, 8, 12, 20])
  const scene = pick(w.random, scenes)
  const slate = w.serve(who, { n, scene, lean: n % 3 === 0 })
  if (scene === 'mall') return
  w.look(who, slate)
}
/** Pages of somebody who is not profiled: they exclude what they had, as the feed room does. */
const unprofiled: Deed = (w, who) => {
  const exclude: string[] = []
  for (let k = 0; k < 3; k++) {
    const slate = w.serve(who, { n: 8, profiling: false, exclude: [...exclude] })
    exclude.push(...slate.slots.map(s => s.item))
  }
}
const often: Deed[] = [
  serve,
  serve,
  serve,
  serve,
  serve,
  unprofiled,
  w => w.publish(),
  (w, who, post) => w.like(who, post),
  (w, who, post) => void w.add('post.unliked', who, `post:${post}`, {}),
  (w, who, post) => w.watch(who, post, w.random()),
  (w, who, post, product) =>
    void w.add('product.clicked', who, `product:${product}`, { surface: 'card' }, { post: post as never }),
  (w, who) => void w.add('person.followed', who, `person:${author(w)}`, {}),
  w => void (w.now += pick(w.random, [60_000, 1_900_000, 86_400_000])),
]
const seldom: Deed[] = [
  (w, _, post) => void w.add('post.removed', null, `post:${post}`, {}),
  (w, _, post) => void w.add('post.restored', null, `post:${post}`, {}),
  (w, _, post) => void w.add('subject.removed', null, `post:${post}`, { reason: 'rule' }),
  (w, _, post) => void w.add('subject.restored', null, `post:${post}`, { reason: 'rule' }),
  w => void w.add('subject.removed', null, `person:${author(w)}`, { reason: 'rule' }),
  w => void w.add('subject.removed', null, `shop:${shop(w)}`, { reason: 'rule' }),
  w => void w.add('subject.restored', null, `shop:${shop(w)}`, { reason: 'rule' }),
  (w, who, post) => void w.add('post.not_interested', who, `post:${post}`, {}),
  (w, who, post) => void w.add('post.not_interested', who, `post:${post}`, {}),
  (w, who, post) => void w.add('post.not_interested_undone', who, `post:${post}`, {}),
  (w, who) =>
    void w.add('person.taste_forgotten', who, `person:${who}`, { tag: w.random() < 0.3 ? null : `t${between(w.random, 0, 7)}` }),
  (w, who, post) => void w.add('report.filed', who, `post:${post}`, { reason: 'spam' }),
  (w, who) => void w.add('person.blocked', who, `person:${author(w)}`, {}),
  (w, who) => void w.add('person.blocked', who, `shop:${shop(w)}`, {}),
  (w, who) => void w.add('person.unblocked', who, `person:${author(w)}`, {}),
  (w, who) => void w.add('person.unfollowed', who, `person:${author(w)}`, {}),
  (w, who) => void w.add('person.merged', who, `person:${who}`, { from: `per_${between(w.random, 0, 12)}` as never }),
  (w, who) => void w.add('person.erased', who, `person:${who}`, {}),
  (w, who) => void w.add('person.personalisation_set', who, `person:${who}`, { on: w.random() < 0.6 }),
  (w, _, __, product) => void w.add('stock.depleted', null, `product:${product}`, { product: product as never }),
  (w, _, __, product) => void w.add('stock.depleted', null, `product:${product}`, { product: product as never }),
  (w, _, __, product) => void w.add('stock.restocked', null, `product:${product}`, { product: product as never }),
  (w, _, __, product) => void w.add('product.removed', null, `product:${product}`, {}),
]

function live(seed: number, into: Faults): void {
  const random = seeded(seed ^ 0x5eed)
  const config = {
    guaranteedImpressions: between(random, 1, 6),
    poolEvery: pick(random, [2, 3, 4, 8]),
    randomShare: pick(random, [0, 0.005, 0.05]),
    commerceShare: pick(random, [0, 0.08, 0.2]),
    commerceWindow: pick(random, [25, 50]),
    authorsPerPage: between(random, 1, 3),
  }
  const w = new World(config, seed, into)
  for (let k = 0; k < 6; k++) w.product(`prd_${k}`, `shp_${k % 3}`)
  for (let k = between(random, 4, 30); k > 0; k--) w.publish()
  for (let k = 0; k < 150; k++) {
    const deed = pick(random, random() < 0.12 ? seldom : often)
    deed(w, `per_${between(random, 0, 12)}`, pick(random, w.posts), `prd_${between(random, 0, 5)}`)
  }
  w.deadline()
  const again = createRecommender(config, { seed })
  for (const event of w.log) again.learn(event)
  if (again.stateHash() !== w.r.stateHash()) w.fault('replay', 'another hash')
}

beforeAll(() => {
  faults = noFaults()
  for (let seed = 1; seed <= worlds; seed++) live(seed, faults)
}, 600_000)

const keeps = (sentence: string, promise: Promised): void =>
  test(`in ${worlds} random worlds ${sentence}`, () => expect(faults.list[promise].slice(0, 5)).toEqual([]))

keeps('no slate repeats an item', 'repeat')
keeps('nothing is shown that was removed, blocked, declined, sold out, excluded, one’s own or not followed', 'filter')
keeps('nothing seen or still waiting in the player comes again while something else may be shown', 'seen')
keeps('selling posts keep to their share of a person’s last slots as long as anything else is left', 'commerce')
keeps('a slot reserved for new posts is never given away while a new post may be shown', 'pool')
keeps('no guaranteed impression is owed past its deadline', 'deadline')
keeps('every logged propensity is a probability above 0', 'propensity')
keeps('replaying the log gives the same state hash', 'replay')

test('the worlds hold what is promised: deadlines came, and selling posts were served', () => {
  expect(faults.deadlines).toBeGreaterThan(1000)
  expect(faults.selling).toBeGreaterThan(1000)
})
