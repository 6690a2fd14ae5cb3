import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '#testing/house'

let house: TestHouse
const worked: number[] = []
let allWorked: () => void
const all = new Promise<void>(resolve => (allWorked = resolve))
const jobs = 12

beforeAll(async () => {
  house = await testHouse({ migrations: [] })
  house.jobs.define<{ n: number }>('burst', { concurrency: 1 }, async ({ n }) => {
    await new Promise(resolve => setTimeout(resolve, 20))
    worked.push(n)
    if (worked.length === jobs) allWorked()
  })
  await house.jobs.start()
})
afterAll(() => house.close())

test('a queue that filled while its worker was busy is worked off, without waiting for another job to come', async () => {
  await Promise.all(Array.from({ length: jobs }, (_, n) => house.jobs.send('burst', { n })))
  await all
  expect([...worked].sort((a, b) => a - b)).toEqual([...Array(jobs).keys()])
})
