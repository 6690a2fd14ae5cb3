import { expect, test } from 'vitest'
import type { EventName, LoggedEvent } from '#base/catalogue'
import { between, pick, seeded } from '#base/kernel'
import { testDays } from './best-variant.ts'
import { VariantBook } from './variant-book.ts'

/** A log that writes itself: one post, pages of one slot, and what people did with it. */
function town() {
  const log: LoggedEvent[] = []
  let now = Date.parse('2026-03-01T00:00:00Z')
  const book = new VariantBook()
  const add = (name: EventName, person: string | null, id: string, data: object, source: object | null = null): void => {
    now += 1000
    const position = BigInt(log.length + 1)
    const about = { position, id: `evt_${position}`, at: new Date(now), session: null, surface: null }
    const event = { ...about, name, person, subject: { kind: 'post', id }, source, data } as unknown as LoggedEvent
    log.push(event)
    book.learn(event)
  }
  const serve = (person: string) => {
    const from = { request: `req_${log.length}`, post: 'pst_1' }
    add('feed.served', person, person, { request: from.request, slots: [{ kind: 'post', id: 'pst_1', source: 'pool' }] })
    return from
  }
  const view = (person: string, from: object, ms: number, medium?: string) =>
    add('post.viewed', person, 'pst_1', { ms, durationMs: 8000, exit: 'next', ...(medium && { medium }) }, from)
  return {
    ...{ log, add, serve, view, later: (ms: number) => void (now += ms) },
    set: (...media: string[]) => add('post.variants_set', 'per_maker', 'pst_1', { media }),
    arms: () => book.of('pst_1')?.arms.map(a => [a.shown, a.stayed, a.finished, a.opened]),
    look: (person: string, ms: number, medium?: string) => view(person, serve(person), ms, medium),
  }
}

test('each person counts once, for the clip of the first slot in which they saw the post', () => {
  const t = town()
  t.set('med_a', 'med_b')
  const from = t.serve('per_1')
  t.add('post.impression', 'per_1', 'pst_1', { ms: 2000, medium: 'med_b' }, from)
  for (let k = 0; k < 3; k++) t.view('per_1', from, 8000, 'med_b')
  for (let k = 0; k < 2; k++) t.add('product.clicked', 'per_1', 'pst_x', { surface: 'card' }, from)
  expect(t.arms()).toEqual([
    [0, 0, 0, 0],
    [1, 1, 1, 1],
  ])
  // A later sight that names another clip, and another slot of the same person.
  t.view('per_1', from, 8000, 'med_a')
  t.look('per_1', 8000, 'med_a')
  expect(t.arms()?.[0]).toEqual([0, 0, 0, 0])
  t.look('per_2', 2999, 'med_a')
  t.look('per_3', 3000, 'med_a')
  expect(t.arms()?.[0]).toEqual([2, 1, 0, 0])
})

test('a clip that the post does not try, a sight that nobody was served, another’s page and the author count for nothing', () => {
  const t = town()
  t.look('per_0', 8000, 'med_a')
  t.set('med_a', 'med_b')
  t.look('per_1', 8000, 'med_of_somebody')
  t.look('per_2', 8000)
  t.view('per_3', { request: 'req_made_up', post: 'pst_1' }, 8000, 'med_a')
  t.view('per_4', t.serve('per_5'), 8000, 'med_a')
  t.look('per_maker', 8000, 'med_a')
  expect(t.arms()).toEqual([
    [0, 0, 0, 0],
    [0, 0, 0, 0],
  ])
})

test('a test begins anew with other clips, counts no slot of before, ends with one clip, and with its days', () => {
  const t = town()
  t.set('med_a', 'med_b')
  const open = t.serve('per_1')
  t.look('per_2', 8000, 'med_a')
  t.set('med_a', 'med_b', 'med_c')
  t.view('per_1', open, 8000, 'med_b')
  expect(t.arms()?.map(a => a[0])).toEqual([0, 0, 0])
  t.look('per_3', 8000, 'med_c')
  t.later(testDays * 86_400_000)
  t.look('per_4', 8000, 'med_c')
  expect(t.arms()?.map(a => a[0])).toEqual([0, 0, 1])
  t.set('med_c')
  expect(t.arms()).toBeUndefined()
})

test('whatever comes in whatever order: no clip has more stays, ends or opened products than looks, nor all of them more than people; a replay is the same', () => {
  const seed = Number(process.env.SEED ?? 5)
  const random = seeded(seed)
  const t = town()
  t.set('med_a', 'med_b')
  const slots = Array.from({ length: 40 }, (_, k) => ({ person: `per_${k % 25}`, from: t.serve(`per_${k % 25}`) }))
  for (let n = 0; n < 1000; n++) {
    const { person, from } = pick(random, slots)
    const medium = pick(random, ['med_a', 'med_b', 'med_x'])
    const kind = between(random, 0, 2)
    if (kind === 0) t.add('post.impression', person, 'pst_1', { ms: 2000, medium }, from)
    else if (kind === 1) t.view(person, from, between(random, 0, 8000), medium)
    else t.add('product.clicked', person, 'pst_x', { surface: 'card' }, from)
    const arms = t.arms()!
    for (const [shown, ...more] of arms) for (const n of more) expect(n, `seed ${seed}`).toBeLessThanOrEqual(shown!)
    expect(arms.reduce((sum, a) => sum + a[0]!, 0)).toBeLessThanOrEqual(25)
  }
  expect(t.arms()!.every(a => a[1]! > 0)).toBe(true)
  const again = new VariantBook()
  for (const e of t.log) again.learn(e)
  expect(again.of('pst_1')?.arms.map(a => [a.shown, a.stayed, a.finished, a.opened])).toEqual(t.arms())
})
