import { expect, test } from 'vitest'
import type { LoggedEvent } from '#base/catalogue'
import { seeded } from '#base/kernel'
import { type FeedExperiment, parseExperiments, policyFor } from './experiments.ts'
import { readExperiment } from './read-experiment.ts'

const arms = [
  { name: 'as-is', weights: {} },
  { name: 'more', weights: { save: 4 } },
]
const saves: FeedExperiment = {
  name: 'saves',
  share: 0.5,
  arms: [
    { name: 'as-is', treatment: {} },
    { name: 'more', treatment: { save: 4 } },
  ],
}

test('a table of experiments is read as it is written, and what is wrong with one is said', () => {
  expect(parseExperiments([{ name: 'saves', share: 0.5, arms }])).toEqual({ ok: true, value: [saves] })
  const wrong: [unknown, RegExp][] = [
    [{}, /list/],
    [[null], /name/],
    [[{ name: 'Saves', share: 0.5, arms }], /small letters/],
    [[{ name: 'saves', share: 2, arms }], /share/],
    [[{ name: 'saves', share: 0.5, arms: [arms[0]] }], /two arms/],
    [[{ name: 'saves', share: 0.5, arms: [arms[0], arms[0]] }], /one name/],
    [[{ name: 'saves', share: 0.5, arms: [arms[0], { name: 'x', weights: { sav: 1 } }] }], /sav/],
    [[{ name: 'saves', share: 0.5, arms: [arms[0], { name: 'x' }] }], /object/],
    [[{ name: 'saves', share: 0.5, arms: [arms[0], { name: 'x', weights: {}, part: 0 }] }], /part/],
    [
      [
        { name: 'saves', share: 0.5, arms },
        { name: 'saves', share: 0.5, arms },
      ],
      /two experiments/,
    ],
  ]
  for (const [raw, why] of wrong) expect(parseExperiments(raw)).toMatchObject({ ok: false, message: expect.stringMatching(why) })
})

test('a person is in one experiment at most, nobody in none of an empty table, and who is not profiled in none at all', () => {
  const other = { ...saves, name: 'other', share: 1 }
  const names = Array.from({ length: 400 }, (_, k) => policyFor([saves, other], `per_${k}`).name.replace(/:.*/, ''))
  expect(new Set(names)).toEqual(new Set(['v1 saves', 'v1 other']))
  expect(policyFor([], 'per_1')).toEqual({ name: 'v1' })
  expect(policyFor([other], null)).toEqual({ name: 'v1' })
})

/** A log of a thousand people with habits: some likes before, then pages of the experiment, then likes; `more` is what the new arm adds. */
function history(seed: number, more: number, lost = 0): LoggedEvent[] {
  const random = seeded(seed)
  const log: LoggedEvent[] = []
  const add = (person: string, name: string, data: object): void =>
    void log.push({ name, person, subject: { kind: 'post', id: 'pst_1' }, data } as unknown as LoggedEvent)
  for (let k = 0; k < 1000; k++) {
    const person = `per_${seed}_${k}`
    const policy = policyFor([{ ...saves, share: 1 }], person).name
    const isNew = policy.endsWith('more')
    if (isNew && random() < lost) continue
    const habit = random() * 6
    for (let n = 0; n < habit; n++) add(person, 'post.liked', {})
    for (let page = 0; page < 3; page++) add(person, 'feed.served', { policy })
    const after = habit + random() + (isNew ? more : 0)
    for (let n = 0; n < Math.floor(after) + (random() < after % 1 ? 1 : 0); n++) add(person, 'post.liked', {})
  }
  return log
}

test('the log says by how much the new arm is better, and takes out what people differed in before', () => {
  const reading = readExperiment(history(1, 1), saves)
  const [first, second] = reading.arms
  expect([first!.people + second!.people, first!.against, reading.mixed]).toEqual([1000, null, 0])
  expect(reading.ratio).toMatchObject({ ok: true, value: { mismatch: false } })
  const against = second!.against
  if (!against?.ok) throw new Error('refused')
  expect(against.value.low).toBeGreaterThan(0)
  expect(against.value.low).toBeLessThan(1)
  expect(against.value.high).toBeGreaterThan(1)
  expect(second!.reduced).toBeGreaterThan(0.7)
})

test('an arm that loses people is seen in the ratio, and somebody who was served by both counts for none', () => {
  expect(readExperiment(history(2, 0, 0.3), saves).ratio).toMatchObject({ ok: true, value: { mismatch: true } })
  const log = history(3, 0)
  const served = log.find(e => e.name === 'feed.served')!
  const other = served.data as { policy: string }
  const policy = other.policy.endsWith('more') ? 'v1 saves:as-is' : 'v1 saves:more'
  const reading = readExperiment([...log, { ...served, data: { policy } } as unknown as LoggedEvent], saves)
  expect([reading.mixed, reading.arms.reduce((sum, arm) => sum + arm.people, 0)]).toEqual([1, 999])
})
