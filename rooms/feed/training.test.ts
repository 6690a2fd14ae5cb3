import { readFile, rm, writeFile } from 'node:fs/promises'
import { getPriority } from 'node:os'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { EventData, NewEvent } from '#base/catalogue'
import { type Id, newId } from '#base/kernel'
import { type TestHouse, testHouse } from '#testing/house'
import { type Brain, createBrain } from './brain.ts'
import { feedTown } from './testing.ts'
import { createTraining } from './training.ts'

/** The training thread beside the recommender's, on a real log and a real folder. */
let house: TestHouse
let brain: Brain
let posts: Id<'post'>[]
const people = Array.from({ length: 220 }, (_, k) => newId('person', new Date(1000 + k)))
const quiet = { worthAStop: 1n }

beforeAll(async () => {
  house = await testHouse({ migrations: [] })
  posts = await feedTown().publish(house, 40, 'tea')
  brain = createBrain(house, quiet)
  await brain.start()
})
afterAll(async () => {
  await brain.stop()
  await house.close()
})

/** Everybody likes the next `count` posts in their order, each from a place of their own. */
async function like(who: readonly Id<'person'>[], count: number): Promise<void> {
  const events: NewEvent[] = []
  for (let k = 0; k < count; k++) {
    house.clock.advance(60_000)
    who.forEach((person, p) => {
      const id = posts[(p + k) % posts.length] as Id<'post'>
      events.push({ name: 'post.liked', at: house.clock.now(), person, subject: { kind: 'post', id }, data: {} })
    })
  }
  await house.log.append(house.db.tables(), events)
  expect(await brain.reached(await house.log.flush(), 20_000)).toBe(true)
}
async function train(): Promise<boolean> {
  const training = createTraining(house, brain)
  const swapped = await training.train()
  await training.stop()
  await brain.reached(await house.log.flush(), 20_000)
  return swapped
}
const swaps = async () =>
  (await house.log.read(0n, 10_000))
    .filter(e => e.name === 'feed.model_swapped')
    .map(e => e.data as EventData['feed.model_swapped'])
const pathOf = (hash: string) => house.storage.pathOf(`feed/models/${hash}.model`) as string
/** What speaks for each slot of a person's page. */
async function reasons(of: Brain, person: string): Promise<string[][]> {
  const request = { person, n: 8, now: house.clock.now().getTime(), scene: 'for_you', profiling: true, request: 'req' } as const
  return (await of.ask({ kind: 'recommend', request })).slots.map(s => s.reasons)
}
/** Another thread that reads the log, or the snapshot and the rest of it. */
async function again(look: (other: Brain) => Promise<void>): Promise<void> {
  const other = createBrain(house)
  await other.start()
  expect(await other.reached(house.log.position(), 20_000)).toBe(true)
  await look(other)
  await other.stop()
}

test('a small house trains nothing', async () => {
  await like(people.slice(0, 50), 10)
  expect([await train(), await swaps()]).toEqual([false, []])
})

test('the thread trains, the next page has slots of the model, and replay and snapshot come to the same state', async () => {
  await like(people.slice(50), 12)
  expect((await reasons(brain, people[100] as string)).flat()).not.toContain('trained')
  const priority = getPriority()
  expect(await train()).toBe(true)
  expect(getPriority()).toBe(priority)
  const [swap] = await swaps()
  expect(swap).toEqual({ hash: (await brain.ask({ kind: 'model' }))?.hash, position: expect.stringMatching(/^\d+$/) })
  expect((await reasons(brain, people[100] as string)).flat()).toContain('trained')
  const hash = await brain.ask({ kind: 'stateHash' })
  await again(async other => expect(await other.ask({ kind: 'stateHash' })).toBe(hash))
  await brain.stop()
  brain = createBrain(house, quiet)
  await brain.start()
  expect(brain.kept()).toBe(house.log.position())
  expect(await brain.ask({ kind: 'stateHash' })).toBe(hash)
})

test('a model whose file is damaged or gone is passed over in a replay, and pages come without it', async () => {
  await house.storage.remove('feed/state.json')
  const [{ hash }] = (await swaps()) as [EventData['feed.model_swapped']]
  const bytes = await readFile(pathOf(hash))
  const without = async () =>
    again(async other => {
      expect(await other.ask({ kind: 'model' })).toBeNull()
      const found = await reasons(other, people[100] as string)
      expect(found).toHaveLength(8)
      expect(found.flat()).not.toContain('trained')
    })
  const damaged = Buffer.from(bytes)
  damaged[damaged.length >> 1] = (damaged[damaged.length >> 1] as number) ^ 1
  await writeFile(pathOf(hash), damaged)
  await without()
  await rm(pathOf(hash))
  await without()
  await writeFile(pathOf(hash), bytes)
})

test('the newest two models are kept, and a replay that finds only these comes to the same state', async () => {
  for (let k = 0; k < 2; k++) {
    await like(people.slice(0, 100), 3 + k)
    expect(await train()).toBe(true)
  }
  const hashes = (await swaps()).map(s => s.hash)
  expect(new Set(hashes).size).toBe(3)
  const there = await Promise.all(hashes.map(async h => (await house.storage.stat(`feed/models/${h}.model`)) !== null))
  expect(there).toEqual([false, true, true])
  const hash = await brain.ask({ kind: 'stateHash' })
  await again(async other => expect(await other.ask({ kind: 'stateHash' })).toBe(hash))
})

test('who was erased is in no training after', async () => {
  const before = await brain.ask({ kind: 'trainingSet' })
  const id = people[100] as Id<'person'>
  await house.log.append(house.db.tables(), [
    { name: 'person.erased', at: house.clock.now(), person: id, subject: { kind: 'person', id }, data: {} },
  ])
  await brain.reached(await house.log.flush(), 20_000)
  const after = await brain.ask({ kind: 'trainingSet' })
  expect(after?.offsets.length).toBe((before?.offsets.length as number) - 1)
})
