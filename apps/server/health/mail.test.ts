import { expect, test } from 'vitest'
import type { QueueState } from '#base/jobs'
import { outboxOf } from './mail.ts'

const now = new Date('2026-11-25T12:00:00Z')
const queue = (name: string, parts: Partial<QueueState> = {}): QueueState => ({
  queue: name,
  waiting: 0,
  active: 0,
  failed: 0,
  oldest: null,
  done: 0,
  typicalMs: null,
  ...parts,
})
const of = (unsent: { waiting: number; oldest: Date | null }, ...queues: QueueState[]) =>
  outboxOf(unsent, queues, ['notices.send', 'notices.mail'], now)

test('no mail waits and none failed when there is none, whatever else the queues hold', () => {
  const other = queue('media.process', { waiting: 9, failed: 4, oldest: 800 })
  expect(of({ waiting: 0, oldest: null }, other, queue('notices.send'))).toEqual({ waiting: 0, oldest: null, failed: 0 })
})

test('letters for a new password, which are jobs alone, count with the rest; the oldest of all ways is the oldest', () => {
  const reset = queue('accounts.reset-letter', { waiting: 2, active: 1, oldest: 40 })
  const unsent = { waiting: 5, oldest: new Date(now.getTime() - 30_000) }
  expect(of(unsent, reset)).toEqual({ waiting: 8, oldest: 40, failed: 0 })
  expect(of({ ...unsent, oldest: new Date(now.getTime() - 90_000) }, reset)).toMatchObject({ oldest: 90 })
})

test('a letter that waits in its table is not counted a second time for the job that is to send it; its failed tries are told', () => {
  const queues = [
    queue('notices.send', { waiting: 4, oldest: 500, failed: 1 }),
    queue('notices.mail', { failed: 2 }),
    queue('accounts.reset-letter', { failed: 3 }),
  ]
  expect(of({ waiting: 4, oldest: now }, ...queues)).toEqual({ waiting: 4, oldest: 0, failed: 6 })
})

test('a clock that was moved back makes no letter wait less than nothing', () => {
  expect(of({ waiting: 1, oldest: new Date(now.getTime() + 60_000) })).toMatchObject({ oldest: 0 })
})
