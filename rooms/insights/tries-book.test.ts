import { expect, test } from 'vitest'
import type { EventName, LoggedEvent } from '#base/catalogue'
import { kindOf, TriesBook } from './tries-book.ts'

/** A log that writes itself: posts of one author, pages of one slot, and what came of them. */
function town() {
  const book = new TriesBook()
  let position = 0n
  let now = Date.parse('2026-03-01T00:00:00Z')
  const add = (name: EventName, person: string | null, id: string, data: object, source: object | null = null): void => {
    position++
    now += 1000
    const kind = name.startsWith('person.') ? 'person' : 'post'
    const about = { position, id: `evt_${position}`, at: new Date(now), session: null, surface: null }
    book.learn({ ...about, name, person, subject: { kind, id }, source, data } as unknown as LoggedEvent)
  }
  return {
    add,
    read: (post: string) => book.of(post, new Date(now))?.tries,
    later: (ms: number) => void (now += ms),
    post: (id: string, durationMs = 8000, tags: string[] = []) =>
      add('post.published', 'per_maker', id, { author: 'per_maker', durationMs, tags }),
    /** Served to somebody through a source; they look at it and watch so much of it. */
    serve(post: string, person: string, source: string, ms = 3000): { request: string; post: string } {
      const from = { request: `req_${position}`, post }
      add('feed.served', person, person, { request: from.request, slots: [{ kind: 'post', id: post, source }] })
      if (ms >= 2000) add('post.impression', person, post, { ms: 2000 }, from)
      add('post.viewed', person, post, { ms, durationMs: 8000, exit: 'next' }, from)
      return from
    },
  }
}

test('what came of the tries is counted once a slot, from the tries alone, and told from five people on', () => {
  const t = town()
  t.post('pst_1')
  for (let k = 0; k < 4; k++) t.serve('pst_1', `per_${k}`, 'pool', 8000)
  expect(t.read('pst_1')).toMatchObject({ people: 4, came: null })
  const from = t.serve('pst_1', 'per_4', 'random', 2500)
  for (let k = 0; k < 3; k++) t.add('post.viewed', 'per_4', 'pst_1', { ms: 2500, durationMs: 8000, exit: 'next' }, from)
  for (const name of ['post.liked', 'post.saved'] as const) t.add(name, 'per_4', 'pst_1', {}, from)
  t.serve('pst_1', 'per_5', 'stage', 500)
  const ranked = t.serve('pst_1', 'per_6', 'covisit', 8000)
  t.add('post.liked', 'per_6', 'pst_1', {}, ranked)
  t.serve('pst_1', 'per_maker', 'pool', 8000)
  expect(t.read('pst_1')).toMatchObject({
    served: { new: 4, stage: 1, random: 1, ranked: 1 },
    seen: { new: 4, stage: 0, random: 1, ranked: 1 },
    people: 5,
    came: { stopped: 5 / 6, finished: 4 / 6, liked: 1 / 5, looked: 0 },
  })
})

test('a post is compared with the median of eight others of its kind that were tried twenty times, and with nothing before', () => {
  const t = town()
  t.post('pst_mine')
  t.post('pst_still', 0)
  for (let k = 0; k < 9; k++) {
    t.post(`pst_${k}`)
    // The k-th is watched to the end by every second of k + 1 …: 20 tries, 2k of them to the end.
    for (let n = 0; n < 20; n++) t.serve(`pst_${k}`, `per_${n}`, 'pool', n < 2 * k ? 8000 : 3000)
    const { usual, others } = t.read('pst_mine')!
    expect(others).toBe(k + 1)
    expect(usual === null).toBe(k + 1 < 8)
  }
  expect(t.read('pst_mine')?.usual).toMatchObject({ stopped: 1, finished: 0.4, liked: 0 })
  // One's own tries are in no comparison with oneself, and pictures are of another kind.
  expect(t.read('pst_4')).toMatchObject({ others: 8, usual: { finished: 0.4 } })
  expect(t.read('pst_still')).toMatchObject({ kind: 'pictures', others: 0, usual: null })
})

test('a guest who signs in is one person with the account, and the erased are still counted', () => {
  const t = town()
  t.post('pst_1')
  for (const person of ['per_guest', 'per_a', 'per_b']) t.serve('pst_1', person, 'pool')
  t.add('person.merged', 'per_a', 'per_a', { from: 'per_guest' })
  expect(t.read('pst_1')?.people).toBe(2)
  t.add('person.erased', 'per_b', 'per_b', {})
  expect(t.read('pst_1')?.people).toBe(2)
  t.add('person.merged', 'per_new', 'per_new', { from: 'per_a' })
  t.serve('pst_1', 'per_new', 'pool')
  expect(t.read('pst_1')?.people).toBe(2)
})

test('slots of new posts are those of the last day, and a sight of another page is counted nowhere', () => {
  const t = town()
  t.post('pst_1')
  t.serve('pst_1', 'per_a', 'pool')
  t.serve('pst_1', 'per_b', 'link')
  t.add('post.impression', 'per_c', 'pst_1', { ms: 2000 }, { request: 'req_unknown', post: 'pst_1' })
  expect(t.read('pst_1')).toMatchObject({ served: { new: 1, ranked: 0 }, seen: { new: 1, ranked: 0 }, people: 1, places: 1 })
  t.later(25 * 3_600_000)
  t.serve('pst_1', 'per_d', 'pool')
  expect(t.read('pst_1')?.places).toBe(1)
})

test('those who wanted a post of a topic lately are counted once, whichever post it was, and no further than to twenty', () => {
  const t = town()
  t.post('pst_1', 8000, ['Tea'])
  t.post('pst_2', 8000, ['tea', 'cups'])
  t.post('pst_3')
  expect(['pst_1', 'pst_3'].map(id => t.read(id)?.fans)).toEqual([0, null])
  t.add('post.viewed', 'per_a', 'pst_2', { ms: 8000, durationMs: 8000, exit: 'next' })
  t.add('post.liked', 'per_a', 'pst_1', {})
  t.add('post.liked', 'per_maker', 'pst_1', {})
  t.add('post.viewed', 'per_b', 'pst_2', { ms: 3000, durationMs: 8000, exit: 'next' })
  expect(t.read('pst_1')?.fans).toBe(1)
  for (let k = 0; k < 30; k++) t.add('post.saved', `per_${k}`, 'pst_2', {})
  expect(t.read('pst_1')?.fans).toBe(20)
  t.later(8 * 86_400_000)
  t.add('post.saved', 'per_c', 'pst_2', {})
  expect(t.read('pst_1')?.fans).toBe(1)
})

test('kinds are by length', () => {
  expect([0, 9_999, 10_000, 29_999, 30_000, 60_000].map(kindOf)).toEqual([
    'pictures',
    'clip_10s',
    'clip_30s',
    'clip_30s',
    'clip_60s',
    'clip_long',
  ])
})
