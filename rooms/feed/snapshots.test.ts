import { readFile, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NewEvent } from '#base/catalogue'
import { type Id, newId } from '#base/kernel'
import { type TestHouse, testHouse } from '#testing/house'
import { createBrain } from './brain.ts'

/** The recommender's thread over restarts, on a real log and a real folder. */
let house: TestHouse
const always = { worthAStop: 1n }
beforeAll(async () => {
  house = await testHouse({ migrations: [] })
})
afterAll(() => house.close())

async function happen(posts: number): Promise<void> {
  const events: NewEvent[] = []
  for (let i = 0; i < posts; i++) {
    house.clock.advance(60_000)
    const at = house.clock.now()
    const author = newId('person', at)
    const id = newId('post', at)
    const facts = { shop: null, format: 'video', durationMs: 8000, tags: ['tea'], products: [], language: 'en' } as const
    const data = { ...facts, author, disclosure: 'none' as const, grownFrom: null }
    events.push({ name: 'post.published', at, person: author, subject: { kind: 'post', id }, data })
    const person: Id<'person'> = newId('person', at)
    events.push({ name: 'post.liked', at, person, subject: { kind: 'post', id }, data: {} })
  }
  await house.log.append(house.db.tables(), events)
  await house.log.flush()
}
/** A run of the thread from its start to its end. */
async function run(): Promise<{ hash: string; learned: number }> {
  const brain = createBrain(house, always)
  await brain.start()
  expect(await brain.reached(house.log.position(), 10_000)).toBe(true)
  const hash = await brain.ask({ kind: 'stateHash' })
  const { learned } = await brain.ask({ kind: 'counts' })
  await brain.stop()
  return { hash, learned }
}
async function fromTheLogAlone(): Promise<string> {
  await house.storage.remove('feed/state.json')
  return (await run()).hash
}
const file = () => house.storage.pathOf('feed/state.snapshot') as string

test('a restart goes on from the snapshot and the rest of the log, to the same state as the whole log gives', async () => {
  await happen(30)
  const first = await run()
  await happen(10)
  const second = await run()
  expect(second.hash).not.toBe(first.hash)
  expect(second.hash).toBe(await fromTheLogAlone())
  // Nothing came since: the snapshot alone is the state.
  const third = await run()
  expect([third.hash, third.learned]).toEqual([second.hash, second.learned])
})

test('a damaged snapshot is refused and the state is rebuilt from the log', async () => {
  await happen(5)
  const { hash } = await run()
  const bytes = await readFile(file())
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] as number) ^ 0x10
  await writeFile(file(), bytes)
  expect((await run()).hash).toBe(hash)
  await writeFile(file(), bytes.subarray(0, 100))
  expect((await run()).hash).toBe(hash)
})

test('a snapshot of another log is passed over', async () => {
  const { hash } = await run()
  const head = house.storage.pathOf('feed/state.json') as string
  const { position } = JSON.parse(await readFile(head, 'utf8')) as { position: string }
  for (const foreign of [
    { position, event: 'evt_of_another_log' },
    { position: '999999', event: 'evt' },
    { position: 'x' },
    [],
  ]) {
    await writeFile(head, JSON.stringify(foreign))
    expect([foreign, (await run()).hash]).toEqual([foreign, hash])
  }
})
