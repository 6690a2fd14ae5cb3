import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LoggedEvent } from '#base/catalogue'
import { sql } from '#base/db'
import { newId, seeded } from '#base/kernel'
import { type TestHouse, testHouse } from '#testing/house'
import { fromRow, readLog } from './store.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse({ migrations: [{ room: 'test', name: '1', sql: 'create table effect (id text, n int)' }] })
})
afterAll(() => house.close())
const person = newId('person', new Date())
const liked = (post: string) => ({
  name: 'post.liked' as const,
  at: house.clock.now(),
  person,
  subject: { kind: 'post' as const, id: post },
  data: {},
})

test('an event is in the log exactly when its transaction committed', async () => {
  await house.db.transaction(trx => house.log.append(trx, [liked('pst_kept')]))
  await house.db
    .transaction(async trx => {
      await house.log.append(trx, [liked('pst_rolled_back')])
      throw new Error('undo')
    })
    .catch(() => {})
  await house.log.flush()
  const ids = (await house.log.read(0n, 1000)).map(e => e.subject.id)
  expect(ids).toContain('pst_kept')
  expect(ids).not.toContain('pst_rolled_back')
})

test('a client event sent twice is learned once, and positions have no gap', async () => {
  const event = {
    id: 'evt_same',
    name: 'post.impression' as const,
    at: house.clock.now(),
    person,
    subject: { kind: 'post' as const, id: 'pst_a' },
    data: { ms: 2500 },
  }
  await Promise.all([house.log.ingest([event, event]), house.log.ingest([event])])
  await house.log.ingest([event])
  const all = await house.log.read(0n, 1000)
  expect(all.filter(e => e.id === 'evt_same')).toHaveLength(1)
  expect(all.map(e => e.position)).toEqual(all.map((_, i) => BigInt(i + 1)))
})

test('events that keep coming share turns: each is numbered once, in order, and a flush waits for whatever came before it', async () => {
  const from = house.log.position()
  const sent: string[] = []
  const answers: Promise<bigint>[] = []
  for (let k = 0; k < 60; k++) {
    sent.push(`evt_stream${k}`)
    const event = { name: 'post.impression' as const, at: house.clock.now(), person, data: { ms: 2500 } }
    answers.push(house.log.ingest([{ ...event, id: `evt_stream${k}`, subject: { kind: 'post', id: 'pst_a' } }]))
    if (k % 15 === 14) {
      const end = await house.log.flush()
      expect((await house.log.read(from, 1000)).map(e => e.id)).toEqual(sent)
      expect(end).toBe(from + BigInt(sent.length))
    } else await new Promise(resolve => setTimeout(resolve, k % 4))
  }
  const positions = await Promise.all(answers)
  expect(positions.every((position, k) => position > from + BigInt(k))).toBe(true)
})

test('who follows the log is told just what is read from it later, whichever way an event came in', async () => {
  const told: LoggedEvent[] = []
  const from = house.log.position()
  const follower = house.log.follow('told', from, events => void told.push(...events))
  const seen = (id: string, ms: number, source: object | null = null) => ({
    id,
    name: 'post.impression' as const,
    at: new Date('2026-02-03T04:05:06.789Z'),
    person,
    session: 'ses_a',
    surface: 'feed',
    subject: { kind: 'post' as const, id: 'pst_縁' },
    source,
    data: { ms },
  })
  await house.db.transaction(trx => house.log.append(trx, [{ ...liked('pst_x'), source: { post: 'pst_y' as never } }]))
  await house.log.ingest([seen('evt_1', 0.1), seen('evt_2', 1e21, { post: 'pst_z', request: 'req_a' }), seen('evt_1', 7)])
  await Promise.all([
    house.log.ingest([seen('evt_2', 3), seen('evt_3', 0.5)]),
    house.db.transaction(trx => house.log.append(trx, [liked('pst_w')])),
  ])
  const end = await house.log.flush()
  expect(await follower.reached(end, 20_000)).toBe(true)
  await follower.stop()
  const stored = await readLog(house.db.tables(), from, 100)
  expect(stored).toHaveLength(5)
  expect(told).toEqual(stored.map(fromRow))
})

test('a consumer whose handler fails now and then has every effect exactly once, in order', async () => {
  const seed = 20260301
  const random = seeded(seed)
  const seen: string[] = []
  const consumer = await house.log.subscribe('flaky', {
    names: ['post.saved'],
    handle: async (trx, events: LoggedEvent[]) => {
      for (const e of events) await sql`insert into effect values (${e.subject.id}, ${Number(e.position)})`.execute(trx)
      if (random() < 0.4) throw new Error(`planted (seed ${seed})`)
      seen.push(...events.map(e => e.subject.id))
    },
  })
  const wanted: string[] = []
  for (let i = 0; i < 40; i++) {
    wanted.push(`pst_${i}`)
    await house.db.transaction(trx => house.log.append(trx, [{ ...liked(`pst_${i}`), name: 'post.saved' }]))
    if (i % 7 === 0) await house.log.flush()
  }
  const end = await house.log.flush()
  expect(await consumer.reached(end, 20_000)).toBe(true)
  const effects = await sql<{ id: string }>`select id from effect order by n`.execute(house.db.tables())
  expect(effects.rows.map(r => r.id)).toEqual(wanted)
  expect(seen).toEqual(wanted)
})

test('a consumer that starts again goes on after the last event it finished', async () => {
  const got: string[] = []
  const names = ['person.followed' as const]
  const follow = (id: string) =>
    house.db.transaction(trx =>
      house.log.append(trx, [
        { name: 'person.followed', at: house.clock.now(), person, subject: { kind: 'person', id }, data: {} },
      ]),
    )
  const first = await house.log.subscribe('resume', {
    names,
    handle: async (_trx, events) => void got.push(...events.map(e => `1:${e.subject.id}`)),
  })
  await follow('per_a')
  await first.reached(await house.log.flush(), 5000)
  await first.stop()
  await follow('per_b')
  await house.log.flush()
  const second = await house.log.subscribe('resume', {
    names,
    handle: async (_trx, events) => void got.push(...events.map(e => `2:${e.subject.id}`)),
  })
  await second.reached(house.log.position(), 5000)
  expect(got).toEqual(['1:per_a', '2:per_b'])
})
