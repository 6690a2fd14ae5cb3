import { expect, test } from 'vitest'
import type { House } from '#base/house'
import { handOver } from './hand-over.ts'

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
