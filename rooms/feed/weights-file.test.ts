import { mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { valueWeights } from '#engines/recommender'
import { type TestHouse, testHouse } from '#testing/house'
import { type Brain, createBrain } from './brain.ts'
import { followWeights } from './weights-file.ts'

let house: TestHouse
let brain: Brain
const folder = mkdtempSync(join(tmpdir(), 'enishi-weights-'))
const file = join(folder, 'weights.json')
beforeAll(async () => {
  house = await testHouse({ migrations: [] })
  brain = createBrain(house)
  await brain.start()
})
afterAll(async () => {
  await brain.stop()
  await house.close()
  await rm(folder, { recursive: true })
})
const inForce = async () => {
  await brain.reached(await house.log.flush(), 5000)
  return brain.ask({ kind: 'weights' })
}
const changes = async () => (await house.log.read(0n, 1000)).filter(e => e.name === 'feed.weights_set').length
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 100; i++) {
    if (await holds()) return
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new Error('it did not come')
}

test('a changed file is in force without a restart, an unknown name is refused and the old ones stay, and a replay weighs the same', async () => {
  const follower = followWeights(house, brain, file)
  await follower.first
  expect([await inForce(), await changes()]).toEqual([{ common: valueWeights, scenes: {} }, 0])

  writeFileSync(file, JSON.stringify({ save: 5 }))
  await until(async () => (await inForce()).common.save === 5)
  expect(await inForce()).toEqual({ common: { ...valueWeights, save: 5 }, scenes: {} })

  for (const bad of [
    '{"sav":9}',
    '{"save":"9"}',
    '{"save":1e400}',
    '[]',
    '{"save":',
    'null',
    '{"experiments":[{}]}',
    '{"scenes":{"feed":{}}}',
    '{"scenes":{"mall":{"sav":1}}}',
  ]) {
    writeFileSync(file, bad)
    await new Promise(resolve => setTimeout(resolve, 250))
    expect([bad, (await inForce()).common.save]).toEqual([bad, 5])
  }
  expect(await changes()).toBe(1)

  // The file as it was is no change; another start with it is none either.
  writeFileSync(file, JSON.stringify({ save: 5 }))
  follower.stop()
  const again = followWeights(house, brain, file)
  await again.first
  expect(await changes()).toBe(1)

  const replayed = createBrain(house)
  await replayed.start()
  expect(await replayed.reached(house.log.position(), 5000)).toBe(true)
  expect(await replayed.ask({ kind: 'weights' })).toEqual({ common: { ...valueWeights, save: 5 }, scenes: {} })
  expect(await replayed.ask({ kind: 'stateHash' })).toBe(await brain.ask({ kind: 'stateHash' }))
  await replayed.stop()

  await rm(file)
  await until(async () => (await inForce()).common.save === valueWeights.save)
  again.stop()
})

test('a scene may weigh otherwise than the common table, and what it does not say stays common', async () => {
  const follower = followWeights(house, brain, file)
  await follower.first
  writeFileSync(file, JSON.stringify({ save: 4, scenes: { following: { follow: 9 } } }))
  await until(async () => (await inForce()).scenes.following?.follow === 9)
  expect(await inForce()).toEqual({ common: { ...valueWeights, save: 4 }, scenes: { following: { follow: 9 } } })

  // Out of the file, out of force.
  writeFileSync(file, JSON.stringify({ save: 4 }))
  await until(async () => (await inForce()).scenes.following === undefined)
  follower.stop()
})
