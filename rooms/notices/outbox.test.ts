import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '#testing/house'
import { noticesMigrations } from './index.ts'
import { noticesOn } from './testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse({ migrations: noticesMigrations })
})
afterAll(() => house.close())

test('the mail that waits is counted over letters and notices, since when the oldest waits, in one statement; sent or unwanted is none', async () => {
  const { notices } = noticesOn(house)
  expect(await notices.mailOutbox()).toEqual({ waiting: 0, oldest: null })
  const ago = (minutes: number) => new Date(house.clock.now().getTime() - minutes * 60_000)
  const letter = (order: string, at: Date, sent: Date | null) =>
    house.db.pool.query(`insert into notices.letters ("order", kind, decided_at, sent_at) values ($1, 'paid', $2, $3)`, [
      order,
      at,
      sent,
    ])
  const notice = (id: string, at: Date, mail: string) =>
    house.db.pool.query(
      `insert into notices.items (id, person, kind, ref, at, subject_kind, subject, shown, mail)
       values ($1, 'per_1', 'followed', $1, $2, 'person', 'per_2', true, $3)`,
      [id, at, mail],
    )
  await letter('ord_1', ago(90), ago(89))
  await letter('ord_2', ago(20), null)
  await letter('ord_3', ago(5), null)
  await notice('ntc_1', ago(30), 'wanted')
  await notice('ntc_2', ago(400), 'done')
  await notice('ntc_3', ago(500), 'no')
  const before = house.db.statements()
  expect(await notices.mailOutbox()).toEqual({ waiting: 3, oldest: ago(30) })
  expect(house.db.statements() - before).toBe(1)
})
