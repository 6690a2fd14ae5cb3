import { expect, test } from 'vitest'
import { restoreRecommender } from './index.ts'
import { ids, Stage } from './testing.ts'

const kinds = ['tea', 'indigo', 'knife', 'washi']

/** Posts of four kinds, each with authors of its own and people who like what has it. No draws, so that pages can be compared. */
function town(seed: number): Stage {
  const stage = new Stage({ guaranteedImpressions: 0, randomShare: 0 }, seed)
  for (let n = 0; n < 8; n++)
    for (const kind of kinds) for (let a = 0; a < 4; a++) stage.post(`pst_${kind}_${a}_${n}`, `per_${kind}_${a}`, [kind])
  for (const kind of kinds)
    for (let f = 0; f < 6; f++) for (let n = 0; n < 4; n++) stage.like(`per_fan_${kind}_${f}`, `pst_${kind}_${f % 4}_${n}`)
  return stage
}
const see = (stage: Stage, person: string, post: string): void =>
  void stage.add('post.impression', person, `post:${post}`, { ms: 2300 })
/** Both saw the same; only one of them liked it, skipped another and refused a third. */
function twins(stage: Stage, kind: string): void {
  for (const n of [4, 5]) for (const person of ['per_new', 'per_twin']) see(stage, person, `pst_${kind}_${n - 4}_${n}`)
  for (const n of [4, 5]) stage.like('per_new', `pst_${kind}_${n - 4}_${n}`)
  for (const person of ['per_new', 'per_twin']) see(stage, person, `pst_${kind}_2_6`)
  stage.add('post.viewed', 'per_new', `post:pst_${kind}_2_6`, { ms: 400, durationMs: 10_000, exit: 'next' })
}
const forget = (stage: Stage, tag: string | null): void =>
  void stage.add('person.taste_forgotten', 'per_new', 'person:per_new', { tag })
const of = (stage: Stage, kind: string): number => ids(stage.page('per_new')).filter(id => id.includes(kind)).length
const tags = (stage: Stage): string[] => stage.r.taste('per_new').tags.map(t => t.tag)

test('a forgotten tag no longer pulls its kind into the very next page, and stays out of what is said of the person', () => {
  let [before, after] = [0, 0]
  for (let seed = 1; seed <= 8; seed++) {
    const stage = town(seed)
    twins(stage, 'tea')
    expect(tags(stage)).toEqual(['tea'])
    before += of(stage, 'tea')
    forget(stage, ' Tea')
    after += of(stage, 'tea')
    expect(stage.r.taste('per_new')).toEqual({ tags: [], authors: [], recent: [] })
    expect(ids(stage.page('per_new')), `seed ${seed}`).toEqual(ids(stage.page('per_twin')))
  }
  expect(after * 2).toBeLessThanOrEqual(before)
})

test('other tags, their authors and what was done to them stay when one tag is forgotten', () => {
  const stage = town(3)
  twins(stage, 'tea')
  stage.like('per_new', 'pst_indigo_1_2')
  forget(stage, 'tea')
  const { tags, authors, recent } = stage.r.taste('per_new')
  expect(tags.map(t => t.tag)).toEqual(['indigo'])
  expect(authors.map(a => a.author)).toEqual(['per_indigo_1'])
  expect(recent.map(r => r.item)).toEqual(['pst_indigo_1_2'])
  forget(stage, 'no such tag')
  expect(stage.r.taste('per_new').tags.map(t => t.tag)).toEqual(['indigo'])
})

test('forgetting all makes the person as new, but what was seen, refused, blocked and followed stays', () => {
  for (let seed = 1; seed <= 8; seed++) {
    const stage = town(seed)
    for (const kind of kinds) twins(stage, kind)
    for (const person of ['per_new', 'per_twin']) {
      stage.add('post.not_interested', person, 'post:pst_tea_3_7', {})
      stage.add('person.blocked', person, 'person:per_indigo_3', {})
      stage.add('person.followed', person, 'person:per_washi_2', {})
    }
    stage.add('post.not_interested', 'per_new', 'post:pst_tea_3_3', {})
    stage.add('post.not_interested', 'per_twin', 'post:pst_tea_3_3', {})
    for (const person of ['per_new', 'per_twin']) stage.add('person.taste_forgotten', person, `person:${person}`, { tag: null })
    expect(stage.r.taste('per_new')).toEqual({ tags: [], authors: [], recent: [] })
    const all = stage.page('per_new', { n: 200 })
    expect(ids(all), `seed ${seed}`).toEqual(ids(stage.page('per_twin', { n: 200 })))
    expect(ids(all)).not.toContain('pst_tea_3_7')
    expect(all.slots.some(s => s.author === 'per_indigo_3')).toBe(false)
    // What was seen comes only when nothing else is left.
    const fresh = all.slots.filter(s => s.source !== 'again').map(s => s.item)
    for (const kind of kinds) expect(fresh).not.toContain(`pst_${kind}_0_4`)
    expect(stage.page('per_new', { scene: 'following', n: 4 }).slots.every(s => s.author === 'per_washi_2')).toBe(true)
    expect(stage.page('per_new', { scene: 'following', n: 4 }).slots.length).toBeGreaterThan(0)
  }
})

test('what is wanted anew after forgetting is their taste again, and is counted no second time', () => {
  const stage = town(5)
  twins(stage, 'tea')
  forget(stage, null)
  const { repeated } = stage.r.counts().damped
  stage.like('per_new', 'pst_tea_0_4')
  expect(tags(stage)).toEqual(['tea'])
  expect(stage.r.taste('per_new').recent.map(r => r.item)).toEqual(['pst_tea_0_4'])
  expect(stage.r.counts().damped.repeated).toBe(repeated + 1)
})

test('what a guest had forgotten stays forgotten when the guest becomes an account, and the newer of both counts', () => {
  const stage = town(6)
  stage.like('per_guest', 'pst_tea_0_4')
  stage.like('per_guest', 'pst_indigo_0_4')
  stage.add('person.taste_forgotten', 'per_guest', 'person:per_guest', { tag: null })
  stage.like('per_new', 'pst_indigo_0_4')
  stage.add('person.merged', 'per_new', 'person:per_new', { from: 'per_guest' as never })
  expect(tags(stage)).toEqual(['indigo'])
  // The guest's later words are the account's.
  stage.add('person.taste_forgotten', 'per_guest', 'person:per_guest', { tag: 'indigo' })
  expect(tags(stage)).toEqual([])
})

test('a snapshot taken before or after forgetting gives with the rest of the log the same state', () => {
  for (const cut of [0, 1]) {
    const stage = town(7)
    twins(stage, 'tea')
    if (cut === 1) forget(stage, 'tea')
    const restored = restoreRecommender(stage.r.snapshot(), { guaranteedImpressions: 0, randomShare: 0 }, { seed: 7 })
    if (!restored.ok) throw new Error(restored.message)
    const from = stage.log.length
    if (cut === 0) forget(stage, 'tea')
    stage.like('per_new', 'pst_tea_0_4')
    for (const event of stage.log.slice(from)) restored.value.learn(event)
    expect(restored.value.stateHash()).toBe(stage.r.stateHash())
    expect(restored.value.taste('per_new')).toEqual(stage.r.taste('per_new'))
  }
})

test('"not interested" taken back makes the person as they were: the post may come again and its kind is no worse for it', () => {
  const stage = town(8)
  const clean = ids(stage.page('per_new', { n: 200 }))
  const [first] = clean as [string]
  stage.add('post.not_interested', 'per_new', `post:${first}`, {})
  expect(ids(stage.page('per_new', { n: 200 }))).not.toContain(first)
  stage.add('post.not_interested_undone', 'per_new', `post:${first}`, {})
  expect(ids(stage.page('per_new', { n: 200 }))).toEqual(clean)
  expect(stage.r.taste('per_new')).toEqual({ tags: [], authors: [], recent: [] })
})

test('two refusals hide their author until one of them is taken back; a report is not taken back with it', () => {
  const stage = town(9)
  const shows = (author: string): boolean => stage.page('per_new', { n: 200 }).slots.some(s => s.author === author)
  for (const post of ['pst_tea_0_0', 'pst_tea_0_1']) stage.add('post.not_interested', 'per_new', `post:${post}`, {})
  expect(shows('per_tea_0')).toBe(false)
  stage.add('post.not_interested_undone', 'per_new', 'post:pst_tea_0_1', {})
  expect(shows('per_tea_0')).toBe(true)
  stage.add('report.filed', 'per_new', 'post:pst_tea_0_0', { reason: 'spam' })
  stage.add('post.not_interested_undone', 'per_new', 'post:pst_tea_0_0', {})
  expect(ids(stage.page('per_new', { n: 200 }))).not.toContain('pst_tea_0_0')
  const { repeated } = stage.r.counts().damped
  stage.add('post.not_interested_undone', 'per_new', 'post:pst_tea_0_0', {})
  expect(stage.r.counts().damped.repeated).toBe(repeated + 1)
})
