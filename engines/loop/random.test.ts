import { expect, test } from 'vitest'
import { between, pick, seeded } from '#base/kernel'
import { createLoop, phases } from './index.ts'
import { Plant } from './testing.ts'

/** A wild but possible log: everything in any order, refunds, merges and erasures among it. */
function wild(seed: number, size: number): Plant {
  const random = seeded(seed)
  const p = new Plant()
  const people = Array.from({ length: 12 }, (_, i) => `per_${i}`)
  const products = ['prd_0', 'prd_1', 'prd_2', 'prd_3']
  const shopOf = (product: string) => `shp_${Number(product.slice(4)) % 2}`
  for (const product of products) p.product(product, shopOf(product))
  const posts = ['pst_0', 'pst_1', 'pst_2']
  posts.forEach((id, i) => void p.post(0, id, 'per_maker', products.slice(i, i + 2)))
  const orders: { id: string; product: string; person: string }[] = []
  for (let i = 0; i < size; i++) {
    const hour = (i * 70 * 24) / size
    const person = pick(random, people)
    const product = pick(random, products)
    const post = pick(random, posts)
    const order = orders.length > 0 ? pick(random, orders) : null
    const action = between(random, 0, 13)
    if (action <= 2) p.impression(hour, person, post, between(random, 1000, 9000))
    else if (action === 3) p.watch(hour, person, post, between(random, 1000, 9999))
    else if (action === 4) p.add(hour, 'post.liked', person, `post:${post}`, {})
    else if (action === 5) p.add(hour, 'reviews.read', person, `product:${product}`, { ms: 5000, count: 2 })
    else if (action <= 7) {
      orders.push({ id: `ord_${i}`, product, person })
      p.buy(hour, person, `ord_${i}`, product, random() < 0.5 ? { post: post as `pst_${string}` } : null)
    } else if (!order) continue
    else if (action === 8) p.refund(hour, order.id, shopOf(order.product))
    else if (action === 9) p.deliver(hour, order.id, order.product, shopOf(order.product))
    else if (action === 10) p.pulse(hour, order.person, order.id, order.product, between(random, 1, 5))
    else if (action === 11) p.review(hour, order.person, `rev_${i}`, order.id, order.product)
    else if (action === 12) {
      posts.push(`pst_${i}`)
      p.post(hour, `pst_${i}`, order.person, [order.product], `lin_${order.id}`)
    } else if (random() < 0.3)
      p.merge(
        hour,
        person,
        pick(
          random,
          people.filter(x => x !== person),
        ),
      )
    else if (random() < 0.2) p.erase(hour, person)
  }
  return p
}

const now = new Plant().at(70 * 24)
const all = { now, days: 80, enough: 1 }

for (let seed = 1; seed <= 40; seed++)
  test(`in a wild log (seed ${seed}) what flows into a phase and not out of it stands there, and no share exceeds its people`, () => {
    const loop = createLoop()
    for (const event of wild(seed, 600).events) loop.learn(event)
    for (const shop of [null, 'shp_0', 'shp_1'] as const) {
      const r = loop.report(shop, all)
      const flow = phases.map(phase =>
        r.transitions.reduce((sum, t) => sum + (t.to === phase ? t.count : 0) - (t.from === phase ? t.count : 0), 0),
      )
      expect(flow).toEqual(loop.standing(shop))
      for (const t of r.transitions) expect(t.count).toBeGreaterThan(0)
      for (const p of r.phases) {
        expect(p.goneOn + p.looseEnds + p.waiting).toBe(p.n)
        expect(Math.min(p.goneOn, p.looseEnds, p.waiting)).toBeGreaterThanOrEqual(0)
      }
      expect(r.newlySeeded + r.returned).toBe(r.phases[0]?.people)
      expect(r.laps.count).toBeGreaterThanOrEqual(0)
    }
  })

test('the same log gives the same report in batches of any size, with every event sent twice', () => {
  for (let seed = 1; seed <= 5; seed++) {
    const { events } = wild(seed, 400)
    const whole = createLoop()
    for (const e of events) whole.learn(e)
    const parts = createLoop()
    for (let i = 0, n = 1; i < events.length; i += n, n = (n * 3) % 17)
      for (const e of [...events.slice(Math.max(0, i - 2), i + n), ...events.slice(i, i + n)]) parts.learn(e)
    expect(parts.report(null, all)).toEqual(whole.report(null, all))
  }
})
