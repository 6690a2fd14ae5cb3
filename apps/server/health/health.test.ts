import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Caller } from '#base/http'
import { must, OffsetClock } from '#base/kernel'
import { type TestHouse, testHouse } from '#testing/house'
import { compose, migrations, type Rooms } from '../compose.ts'
import { moveDemoClock } from '../demo-routes.ts'
import { type Check, limits, stateOf } from './limits.ts'

let house: TestHouse
let rooms: Rooms
let operator: Caller
let broken = true

beforeAll(async () => {
  house = await testHouse({ migrations })
  rooms = compose(house)
  house.jobs.define('test.fails', { retries: 0 }, async () => {
    if (broken) throw new Error('not yet')
  })
  await rooms.start()
  await house.jobs.start()
  operator = await rooms.accounts.callerFor(
    await rooms.accounts.makeOperator({ email: 'op@example.org', password: 'correct horse battery', name: 'Op' }),
  )
})
afterAll(async () => {
  await rooms?.stop()
  await house?.close()
})
const view = async () => must(await rooms.health.view(operator))
async function until<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (let i = 0; i < 200; i++) {
    const answer = await ask()
    if (answer !== undefined) return answer
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new Error('it did not come')
}
const measured = (minutesAgo: number, firstFrameMs: number, ready: number, stalls: number, rung: string) => ({
  id: randomUUID(),
  name: 'player.measured' as const,
  at: new Date(house.clock.now().getTime() - minutesAgo * 60_000),
  person: operator.person,
  subject: { kind: 'post' as const, id: 'pst_000000000000000000' },
  data: { firstFrameMs, ready, stalls, rung, bytes: 1 },
})

test('a figure is ok below its limit, warns from it on, and is unknown when nothing was measured', () => {
  for (const check of Object.keys(limits) as Check[]) {
    const { warn, bad } = limits[check]
    expect([stateOf(check, warn - 1), stateOf(check, bad), stateOf(check, null)]).toEqual(['ok', 'bad', 'unknown'])
    if (bad > warn) expect(stateOf(check, warn)).toBe('warn')
  }
})

test('what players told counts in its window alone: percentiles, ready share, stalls and picture sizes', async () => {
  await house.log.ingest([
    ...Array.from({ length: 18 }, (_x, i) => measured(10, 100 + i, 4, 0, 'high')),
    measured(10, 900, 0, 1, 'low'),
    measured(10, 2000, 1, 3, 'low'),
    measured(120, 5000, 0, 0, 'low'),
    measured(60 * 30, 9000, 0, 9, 'low'),
  ])
  const { hour, day } = (await until(async () => {
    const { player } = await view()
    return player.day.measured === 21 ? player : undefined
  })) as { hour: object; day: { measured: number } }
  expect(hour).toEqual({
    measured: 20,
    firstFrameP50: 109,
    firstFrameP95: 900,
    ready: 90,
    stalls: 20,
    rungs: [
      { rung: 'high', percent: 90 },
      { rung: 'low', percent: 10 },
    ],
  })
  expect(day.measured).toBe(21)
})

test('what needs an operator stands first', async () => {
  const order = ['bad', 'warn', 'unknown', 'ok']
  const states = (await view()).checks.map(c => order.indexOf(c.state))
  expect(states).toEqual([...states].sort((a, b) => a - b))
  expect((await view()).checks.find(c => c.check === 'stalls')).toMatchObject({ state: 'bad', value: 20 })
})

test('the page takes at most twelve statements, the queue’s own among them', async () => {
  await view()
  const before = house.db.statements()
  await view()
  expect(house.db.statements() - before).toBeLessThanOrEqual(11)
})

test('every reader of the log is there with what it has not read', async () => {
  const names = (await view()).followers.map(f => f.name)
  expect(names).toEqual(expect.arrayContaining(['health', 'insights']))
  expect(names.some(n => n.startsWith('feed'))).toBe(true)
})

test('a job that was given up is seen, tried again by an operator alone, and that is written down', async () => {
  await house.jobs.send('test.fails', { some: 'work' })
  const failed = await until(async () => (await view()).queues.find(q => q.queue === 'test.fails' && q.failed === 1))
  expect(failed).toMatchObject({ active: 0 })
  const guest = await rooms.accounts.callerFor(operator.person)
  expect(await rooms.health.retry({ ...guest, member: true, operator: false }, 'test.fails')).toMatchObject({ code: 'forbidden' })
  expect(await rooms.health.retry(operator, 'no.such')).toMatchObject({ code: 'not_found' })
  broken = false
  expect(await rooms.health.retry(operator, 'test.fails')).toMatchObject({ ok: true, value: { retried: 1 } })
  await until(async () => (await view()).queues.find(q => q.queue === 'test.fails' && q.failed === 0 && q.done === 1))
  const lines = must(await rooms.accounts.actions.audit(operator, {}))
  expect(lines.items).toMatchObject([
    { action: 'jobs.retried', about: 'test.fails', detail: '{"retried":1}', by: { id: operator.person } },
  ])
  expect(await rooms.accounts.actions.audit({ ...operator, operator: false }, {})).toMatchObject({ code: 'forbidden' })
})

test('the clock of a demo is moved by an operator alone, and in a demo alone', () => {
  const clock = new OffsetClock()
  const demo = { house: { ...house, clock, config: { ...house.config, demo: true } }, accounts: rooms.accounts }
  const before = clock.now().getTime()
  expect(moveDemoClock(demo, operator, 3_600_000)).toMatchObject({ ok: true, value: { offsetMs: 3_600_000 } })
  expect(clock.now().getTime() - before).toBeGreaterThanOrEqual(3_600_000)
  expect(moveDemoClock(demo, operator, -3_600_000)).toMatchObject({ value: { offsetMs: 0 } })
  expect(moveDemoClock(demo, { ...operator, operator: false }, 1)).toMatchObject({ code: 'forbidden' })
  const real = { ...demo, house: { ...demo.house, config: { ...house.config, demo: false } } }
  expect(moveDemoClock(real, operator, 1)).toMatchObject({ code: 'not_found' })
  expect(clock.offset).toBe(0)
})

test('what is written down about operators can’t be changed', async () => {
  await expect(house.db.pool.query("update accounts.audit set action = 'x'")).rejects.toThrow('append-only')
  await expect(house.db.pool.query('delete from accounts.audit')).rejects.toThrow('append-only')
})
