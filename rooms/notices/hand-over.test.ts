import { expect, test, vi } from 'vitest'
import type { House } from '#base/house'
import { handOver, inAMoment } from './hand-over.ts'

test('while mails wait, each goes to the queue once however many events come; the sweep hands over all that still wait', async () => {
  const sent: string[] = []
  const house = {
    jobs: { send: async (_job: string, _data: object, o: { key: string }) => void sent.push(o.key) },
  } as unknown as House
  let waiting = ['a']
  const send = handOver(house, 'mail', async () => waiting.map(key => ({ key, data: { key } })))
  await send()
  waiting = ['a', 'b']
  await send()
  await send()
  expect(sent).toEqual(['a', 'b'])
  await send(true)
  expect(sent.slice(2)).toEqual(['a', 'b'])
  waiting = []
  await send()
  // What was done and is wanted again is new.
  waiting = ['a']
  await send()
  expect(sent.slice(4)).toEqual(['a'])
})

test('any number of calls is one run a moment later, and the last of them has a run behind it', async () => {
  vi.useFakeTimers()
  let runs = 0
  const call = inAMoment({} as House, async () => void runs++)
  for (let n = 0; n < 5; n++) call()
  await vi.advanceTimersByTimeAsync(390)
  expect(runs).toBe(0)
  await vi.advanceTimersByTimeAsync(20)
  expect(runs).toBe(1)
  await vi.advanceTimersByTimeAsync(2000)
  expect(runs).toBe(2)
  call()
  await vi.advanceTimersByTimeAsync(2000)
  expect(runs).toBe(3)
  vi.useRealTimers()
})
