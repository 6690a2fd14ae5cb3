import { expect, test } from 'vitest'
import { between, seeded } from '#base/kernel'
import { Cache, coalesced } from './index.ts'

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

test('keys that are asked for while a load is under way go together into the next, and everybody gets their own', async () => {
  const loads: string[][] = []
  const load = coalesced(async (keys: readonly string[]) => {
    loads.push([...keys])
    await pause(20)
    return new Map(keys.map(k => [k, k.toUpperCase()]))
  })
  const first = load(['a'])
  await pause(5)
  const others = await Promise.all([load(['b', 'c']), load(['c', 'd']), load(['e'])])
  expect((await first).get('a')).toBe('A')
  expect(['b', 'd', 'e'].map((k, i) => others[i]?.get(k))).toEqual(['B', 'D', 'E'])
  expect(loads).toEqual([['a'], ['b', 'c', 'd', 'e']])
})

test('a load that fails fails its own callers and no later ones', async () => {
  let broken = true
  const load = coalesced(async (keys: readonly string[]) => {
    await pause(5)
    if (broken) throw new Error('down')
    return new Map(keys.map(k => [k, 1]))
  })
  await expect(load(['a'])).rejects.toThrow('down')
  const failing = load(['b'])
  await pause(1)
  const later = load(['c']).catch(() => 'failed')
  await expect(failing).rejects.toThrow('down')
  broken = false
  await later
  expect(await load(['d'])).toEqual(new Map([['d', 1]]))
})

test('in a storm of reads and changes nobody is given a value from before a drop that they waited for', async () => {
  const seed = 20_261_125
  const random = seeded(seed)
  const truth = new Map(Array.from({ length: 20 }, (_, k) => [String(k), 0]))
  const cache = new Cache(
    coalesced(async keys => {
      const read = new Map(keys.map(k => [k, truth.get(k) as number]))
      await pause(between(random, 0, 3))
      return read
    }),
    12,
  )
  await Promise.all(
    Array.from({ length: 400 }, async () => {
      await pause(between(random, 0, 200))
      const key = String(between(random, 0, 19))
      if (random() < 0.3) {
        const value = (truth.get(key) as number) + 1
        truth.set(key, value)
        cache.drop(key)
        expect([seed, (await cache.get(key)) >= value]).toEqual([seed, true])
      } else {
        const least = truth.get(key) as number
        const got = (await cache.many([key, String(between(random, 0, 19))])).get(key) as number
        expect([seed, got >= least]).toEqual([seed, true])
      }
    }),
  )
})
