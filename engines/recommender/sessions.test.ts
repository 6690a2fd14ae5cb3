import { expect, test } from 'vitest'
import { between, pick, seeded } from '#base/kernel'
import { createRecommender } from './index.ts'
import { Sessions, sessionGapS, vote } from './sessions.ts'
import { Sparse } from './sparse.ts'
import { ids, Stage } from './testing.ts'

interface Sitting {
  person: number
  items: number[]
  last: number
}

/** The same in plain words: every session that was ever begun, newest last; a null is one that made room. */
class Plain {
  readonly all: (Sitting | null)[] = []
  readonly #index = new Map<number, number[]>()
  readonly #capacity: number
  constructor(capacity: number) {
    this.#capacity = capacity
  }
  add(person: number, i: number, seconds: number): void {
    let at = this.all.findLastIndex(s => s?.person === person)
    const now = this.all[at]
    if (!now || now.last === 0 || Math.abs(seconds - now.last) > sessionGapS || now.items.length === 16) {
      at = this.all.push({ person, items: [], last: 0 }) - 1
      if (at >= this.#capacity) this.all[at - this.#capacity] = null
    }
    const sitting = this.all[at] as Sitting
    sitting.last = Math.max(seconds, sitting.last)
    if (sitting.items.includes(i)) return
    sitting.items.push(i)
    this.#index.set(i, [at, ...(this.#index.get(i) ?? [])])
  }
  close(person: number): void {
    const now = this.all.findLast(s => s?.person === person)
    if (now) now.last = 0
  }
  erase(person: number): void {
    for (const s of this.all) if (s?.person === person) Object.assign(s, { person: -1, items: [] })
  }
  merge(a: number, b: number): void {
    for (const s of this.all) if (s?.person === a) s.person = b
  }
  vote(asked: number[], own: number): Map<number, number> {
    const rows = asked.slice(0, vote.rows)
    const q = rows.map((i, k) => (k + 1) ** -vote.l1 * ((this.#index.get(i) ?? []).length + 1) ** -vote.pn)
    const sims = this.all.map((s, at) => {
      if (!s || s.items.length < 2 || s.person === own) return 0
      const sum = rows.reduce((n, i, k) => n + (this.#index.get(i)?.includes(at) ? q[k]! : 0), 0)
      return sum * Math.max(1, s.items.length) ** -vote.lenp
    })
    const total = vote.ease + sims.reduce((n, x) => n + x, 0)
    const sums = new Map<number, number>()
    this.all.forEach((s, at) => {
      s?.items.forEach((i, a) => {
        const k = rows.indexOf(i)
        if (k < 0 || sims[at] === 0) return
        s.items.forEach((j, b) => {
          if (a === b) return
          const way = Math.abs(a - b) ** -vote.l3 * (b > a ? 1 : vote.back)
          sums.set(j, (sums.get(j) ?? 0) + (sims[at]! / total) * q[k]! * way)
        })
      })
    })
    return sums
  }
}

test('sessions vote as the formula says, and what was erased, closed, merged or too old is as if it were written down plainly', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const random = seeded(seed)
    const capacity = between(random, 4, 30)
    const kept = new Sessions(capacity)
    const plain = new Plain(capacity)
    let now = 1000
    for (let k = 0; k < 150; k++) {
      now += between(random, 0, 1500)
      const [p, i] = [between(random, 0, 5), between(random, 0, 12)]
      const dice = random()
      for (const s of [kept, plain])
        if (dice < 0.9) s.add(p, i, now)
        else if (dice < 0.94) s.close(p)
        else if (dice < 0.97) s.erase(p)
        else if (p !== 0) s.merge(p, 0)
    }
    const asked = [...new Set(Array.from({ length: 5 }, () => between(random, 0, 12)))]
    const own = pick(random, [-1, 0, 1, 2])
    const sums = new Sparse()
    sums.reset(20)
    kept.vote(Int32Array.from(asked), asked.length, own, sums, new Int32Array(20))
    const wanted = plain.vote(asked, own)
    for (let j = 0; j < 20; j++) expect(sums.values[j]! - (wanted.get(j) ?? 0), `seed ${seed}, item ${j}`).toBeCloseTo(0, 5)
  }
})

/** Ten people who wanted a, b and c one after the other, an hour apart from everything else. */
function town(): Stage {
  const stage = new Stage({ poolEvery: 1_000_000, randomShare: 0 })
  for (const id of ['a', 'b', 'c']) stage.post(`pst_${id}`, `per_of_${id}`)
  for (let k = 0; k < 40; k++) stage.post(`pst_other${k}`, `per_of_other${k}`)
  for (let p = 0; p < 10; p++) {
    stage.now += 3_600_000
    for (const id of ['a', 'b', 'c']) stage.like(`per_${p}`, `pst_${id}`)
  }
  return stage
}

test('the next page holds what like sessions went on to want, and says so', () => {
  const stage = town()
  stage.now += 3_600_000
  stage.like('per_new', 'pst_a')
  const slots = stage.page('per_new').slots
  const next = slots.find(s => s.item === 'pst_b')
  expect(next?.reasons.find(r => r.code === 'session')?.subject).toBe('pst_a')
})

test('the sessions of a person who is erased vote no more', () => {
  const stage = town()
  const said = (): (string | null)[] =>
    stage.r
      .because('per_new', 'pst_b')
      .filter(r => r.code === 'session')
      .map(r => r.subject)
  stage.like('per_new', 'pst_a')
  expect(said()).toEqual(['pst_a'])
  for (let p = 0; p < 10; p++) stage.add('person.erased', null, `person:per_${p}`, {})
  expect(said()).toEqual([])
})

test('a source that is turned off gives no reason and no candidates', () => {
  const { log } = town()
  const r = createRecommender({ sourcesOff: ['session'], poolEvery: 1_000_000, randomShare: 0 }, { seed: 1 })
  for (const event of log) r.learn(event)
  const now = log.at(-1)!.at.getTime()
  const slate = r.recommend({ person: 'per_3', n: 8, now, scene: 'for_you', profiling: true, request: 'req_1' })
  expect(ids(slate)).toHaveLength(8)
  expect(slate.slots.flatMap(s => s.reasons.map(x => x.code))).not.toContain('session')
})
