import { expect, test } from 'vitest'
import { between, pick, seeded } from '#base/kernel'
import { type Facts, reasonCodes, whyNotMore } from './why-not-more.ts'

const rules: NonNullable<Facts['rules']> = {
  ...{ waiting: 12, ahead: 3, poolEvery: 8, servesEach: 20, gates: [100, 400, 1600] },
  ...{ commerceShare: 0.08, commerceWindow: 50, authorsPerPage: 2, ofAuthor: 1, twins: 0, tags: 2 },
  ...{ languageOdds: 1, freshness: 0.9, freshnessDays: 3 },
  pulls: [
    { name: 'left', own: 0.5, kind: 0.3, effect: -0.12 },
    { name: 'watched', own: 0.1, kind: 0.25, effect: -0.3 },
    { name: 'liked', own: 0.05, kind: 0.04, effect: 0.02 },
    { name: 'looked', own: 0.02, kind: 0.021, effect: -0.01 },
  ],
}
const standing: Facts['standing'] = {
  ...{ stage: 'guaranteed', guaranteed: 100, until: 0, gate: null, impressions: 23, served: 60, kept: [] },
}
const stopped = {
  ...{ gate: 1, at: 100, next: 400, passed: false, through: 0, chance: '0.2100', needed: '0.6000' },
  ...{ value: '0.3100', median: '0.4000', cohort: 11 },
}
const base: Facts = { state: 'live', format: 'video', playable: true, standing, rules, places: 240, fans: 20 }
const ranked = (more: Partial<Facts['standing']> = {}): Facts => ({
  ...base,
  standing: { ...standing, stage: 'ranked', impressions: 120, served: 300, gate: stopped, ...more },
})
const codes = (f: Facts) => whyNotMore(f).map(r => r.code)

test('a new post is on trial, with its place in the queue and the slots that new posts had', () => {
  expect(whyNotMore(base)).toEqual([
    {
      ...{ code: 'trial', stops: false },
      values: { seen: 23, of: 100, served: 60, every: 8, waiting: 12, ahead: 3, places: 240 },
    },
  ])
})

test('what stops a post stands alone, whatever else limits it', () => {
  const cases: [Partial<Facts>, string][] = [
    [{ state: 'scheduled' }, 'not_published'],
    [{ state: 'removed', standing: { ...standing, kept: ['moderated'] } }, 'moderated'],
    [{ state: 'removed' }, 'removed'],
    [{ standing: { ...standing, kept: ['author_removed', 'commerce'] } }, 'author_removed'],
    [{ standing: { ...standing, kept: ['out_of_stock', 'commerce'] } }, 'out_of_stock'],
    [{ playable: false }, 'not_playable'],
    [{ rules: null, standing: { ...standing, stage: 'unknown' } }, 'not_learned'],
  ]
  for (const [more, code] of cases) expect(whyNotMore({ ...base, ...more })).toEqual([{ code, stops: true, values: {} }])
})

test('a post that a gate stopped is told the gate’s own numbers, and of what pulled it down what weighs', () => {
  expect(whyNotMore(ranked())).toEqual([
    { code: 'gate_below', stops: false, values: { at: 100, chance: 0.21, needed: 0.6, cohort: 11, next: 400 } },
    { code: 'left_sooner', stops: false, values: { own: 0.5, kind: 0.3, still: 0 } },
    { code: 'watched_less', stops: false, values: { own: 0.1, kind: 0.25, still: 0 } },
  ])
})

test('a post above the middle that is not surely so is told that, and nothing pulled it down', () => {
  expect(codes(ranked({ gate: { ...stopped, value: '0.4100', chance: '0.5500' } }))).toEqual(['gate_unsure'])
})

test('a post that is put forward waits behind new ones; given up and past the last gate are told apart', () => {
  const passed = { ...stopped, passed: true, chance: '0.8000' }
  expect(codes(ranked({ stage: 'promoted', until: 400, gate: passed }))).toEqual(['new_first'])
  expect(codes({ ...ranked({ stage: 'promoted', gate: passed }), rules: { ...rules, waiting: 0 } })).toEqual([])
  expect(codes(ranked({ stage: 'given_up', gate: null }))).toEqual(['given_up'])
  expect(whyNotMore(ranked({ gate: passed, served: 8000 }))[0]).toMatchObject({ code: 'given_up', values: { of: 400 } })
  expect(codes(ranked({ impressions: 1700, gate: { ...passed, at: 1600, next: 0 } }))).toEqual(['last_gate'])
})

test('limits of ranking are told with their numbers, and not while a post is on trial: there it is drawn', () => {
  const more = { ofAuthor: 5, twins: 1, tags: 0, languageOdds: 0.301, freshness: 0.2 }
  const limits = ['same_author', 'twin', 'no_topics', 'language', 'aging']
  expect(codes({ ...ranked({ gate: null }), rules: { ...rules, ...more } })).toEqual(limits)
  expect(codes({ ...base, rules: { ...rules, ...more } })).toEqual(['trial'])
  // The share of selling posts holds for draws too.
  expect(codes({ ...base, standing: { ...standing, kept: ['commerce'] } })).toEqual(['trial', 'commerce'])
})

test('a topic that fewer than twenty people wanted lately is quiet, also for draws; no topic is another thing', () => {
  expect(whyNotMore({ ...base, fans: 19 })[1]).toEqual({ code: 'quiet_topic', stops: false, values: { most: 20 } })
  expect(codes({ ...base, fans: null })).toEqual(['trial'])
})

test('whatever the rooms say: codes are known and told once, numbers are finite, and one that stops stands alone', () => {
  const seed = 20_261_126
  const random = seeded(seed)
  const stages = ['unknown', 'away', 'guaranteed', 'promoted', 'ranked', 'given_up'] as const
  const kept = ['removed', 'moderated', 'author_removed', 'out_of_stock', 'commerce'] as const
  for (let k = 0; k < 2000; k++) {
    const gate =
      random() < 0.5 ? null : { ...stopped, passed: random() < 0.5, next: random() < 0.3 ? 0 : 400, value: String(random()) }
    const facts: Facts = {
      state: pick(random, ['draft', 'scheduled', 'processing', 'live', 'removed'] as const),
      playable: random() < 0.8,
      places: between(random, 0, 500),
      ...{ format: pick(random, ['video', 'pictures'] as const), fans: random() < 0.2 ? null : between(random, 0, 20) },
      standing: {
        ...{ stage: pick(random, stages), guaranteed: 100, until: 400, gate },
        ...{ impressions: between(random, 0, 2000), served: between(random, 0, 9000), kept: kept.filter(() => random() < 0.2) },
      },
      rules:
        random() < 0.2
          ? null
          : { ...rules, waiting: between(random, 0, 3), ofAuthor: between(random, 1, 4), freshness: random() },
    }
    const reasons = whyNotMore(facts)
    const told = reasons.map(r => r.code)
    expect(new Set(told).size, `seed ${seed}, case ${k}`).toBe(told.length)
    expect(reasonCodes, `seed ${seed}, case ${k}`).toEqual(expect.arrayContaining(told))
    for (const r of reasons) for (const n of Object.values(r.values)) expect(Number.isFinite(n)).toBe(true)
    if (reasons.some(r => r.stops)) expect(reasons.length, `seed ${seed}, case ${k}`).toBe(1)
  }
})
