import { mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LoggedEvent } from '#base/catalogue'
import type { Caller } from '#base/http'
import { type Id, must } from '#base/kernel'
import { parseExperiments, readExperiment } from '#engines/recommender'
import { callerOf, operator } from '#testing/callers'
import { type TestHouse, testHouse } from '#testing/house'
import { createFeed, type Feed } from './index.ts'
import { feedTown } from './testing.ts'

/** Experiments on the feed's weights, from the file to the figures in the log. */
let house: TestHouse
let feed: Feed
let posts: Id<'post'>[]
const folder = mkdtempSync(join(tmpdir(), 'enishi-experiments-'))
const weightsFile = join(folder, 'weights.json')
const town = feedTown()
const table = [
  {
    name: 'worth',
    share: 1,
    arms: [
      { name: 'likes', weights: { like: 50, save: 0 } },
      { name: 'saves', weights: { like: 0, save: 50 } },
    ],
  },
]

beforeAll(async () => {
  house = await testHouse({ migrations: [] })
  feed = createFeed({ ...house, config: { ...house.config, weightsFile } }, town.doors)
  await feed.start()
  posts = await town.publish(house, 40, 'tea')
})
afterAll(async () => {
  await feed.stop()
  await house.close()
  await rm(folder, { recursive: true })
})

type Served = LoggedEvent<'feed.served'>
const servedTo = async (person: string): Promise<Served[]> => {
  await house.log.flush()
  return (await house.log.read(0n, 100_000)).filter((e): e is Served => e.name === 'feed.served' && e.person === person)
}
async function first(caller: Caller): Promise<string[]> {
  const result = await feed.page(caller, {})
  if (!result.ok) throw new Error(result.message)
  return result.value.slides.map(s => s.id)
}

test('without a table there is no experiment', async () => {
  const caller = callerOf()
  await first(caller)
  expect((await servedTo(caller.person)).map(e => e.data.policy)).toEqual(['v1'])
})

test('a table that is written while the feed runs deals everybody an arm that stays, and each page says which', async () => {
  writeFileSync(weightsFile, JSON.stringify({ experiments: table }))
  const policies = new Set<string>()
  for (let tries = 0; tries < 200 && policies.size < 2; tries++) {
    const caller = callerOf()
    await first(caller)
    await first(caller)
    const [one, two] = (await servedTo(caller.person)).map(e => e.data.policy)
    if (one === 'v1') await new Promise(resolve => setTimeout(resolve, 50))
    else policies.add(one as string)
    if (one !== 'v1') expect(two).toBe(one)
  }
  expect([...policies].sort()).toEqual(['v1 worth:likes', 'v1 worth:saves'])
})

test('an arm ranks by its own weights: what was saved comes before what was liked where saves count, and behind it where likes do', async () => {
  const [liked, saved] = [posts[5]!, posts[6]!]
  // Twelve people saw and liked the one, twelve saw and saved the other.
  const deeds = Array.from({ length: 24 }, (_, k) => {
    const about = {
      at: house.clock.now(),
      person: callerOf().person,
      subject: { kind: 'post' as const, id: k < 12 ? liked : saved },
    }
    return [
      { name: 'post.impression' as const, ...about, data: { ms: 2500 } },
      { name: k < 12 ? ('post.liked' as const) : ('post.saved' as const), ...about, data: {} },
    ]
  })
  await house.log.append(house.db.tables(), deeds.flat())
  expect(await feed.reached(await house.log.flush(), 5000)).toBe(true)
  // Not on every page: a new post that was drawn into a slot keeps others of its author apart from it.
  const savedFirst = new Map<string, number[]>()
  for (let k = 0; k < 60; k++) {
    const caller = callerOf()
    const order = (await first(caller)).filter(id => id === liked || id === saved)
    const [served] = await servedTo(caller.person)
    const { policy } = served!.data
    savedFirst.set(policy, [...(savedFirst.get(policy) ?? []), order[0] === saved ? 1 : 0])
  }
  const share = (policy: string): number => {
    const list = savedFirst.get(policy) ?? []
    return list.reduce((sum, x) => sum + x, 0) / list.length
  }
  expect(share('v1 worth:saves')).toBeGreaterThan(0.7)
  expect(share('v1 worth:likes')).toBeLessThan(0.3)
})

test('who is not profiled is in no experiment, and the figures of the others are read from the log', async () => {
  const caller = callerOf({ personalised: false })
  await first(caller)
  expect((await servedTo(caller.person)).map(e => e.data.policy)).toEqual(['v1'])
  const experiments = parseExperiments(table)
  if (!experiments.ok) throw new Error(experiments.message)
  const log = await house.log.read(0n, 100_000)
  const reading = readExperiment(log, experiments.value[0]!)
  const dealt = new Set(log.filter(e => e.name === 'feed.served' && e.data.policy !== 'v1').map(e => e.person))
  expect(reading.arms.map(arm => arm.arm)).toEqual(['likes', 'saves'])
  expect(reading.arms.reduce((sum, arm) => sum + arm.people, 0)).toBe(dealt.size)
})

test('an operator, and nobody else, reads what each arm weighs and did', async () => {
  expect(await feed.experiments(callerOf())).toMatchObject({ ok: false, code: 'forbidden' })
  const { experiments, whole, events } = must(await feed.experiments(operator()))
  expect([whole, events]).toEqual([true, Number(house.log.position())])
  expect(experiments.map(e => [e.name, e.share, e.ratio])).toEqual([['worth', '1', 'kept']])
  const [likes, saves] = experiments[0]!.arms
  expect(likes!.weights).toEqual([
    { name: 'like', value: '50' },
    { name: 'save', value: '0' },
  ])
  expect(likes!.against).toBeNull()
  expect(likes!.people).toBeGreaterThan(0)
  expect(saves!.pages).toBeGreaterThanOrEqual(saves!.people)
})
