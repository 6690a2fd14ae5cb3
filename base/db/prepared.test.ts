import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '#testing/house'
import { openDatabase, sql, unflushed } from './index.ts'
import { statementNames } from './prepared.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse({
    migrations: [{ room: 'test', name: '1', sql: 'create table thing (id int primary key); insert into thing values (1), (2)' }],
  })
})
afterAll(() => house.close())

const one = { max: 1 }
const preparedOf = async (db: ReturnType<typeof openDatabase>) =>
  (await db.pool.query<{ statement: string }>('select statement from pg_prepared_statements order by 1')).rows.map(
    r => r.statement,
  )

test('a text gets its name with its fifth use, from the text alone, and no two texts share one', () => {
  const [a, b] = [statementNames(), statementNames()]
  for (let use = 1; use < 5; use++) expect(a.of('select $1')).toBeUndefined()
  const name = a.of('select $1')
  expect(name).toMatch(/^e[0-9a-f]{32}$/)
  for (let use = 1; use < 5; use++) b.of('select $1')
  expect(b.of('select $1')).toBe(name)
  const all = new Set<string | undefined>()
  for (let n = 0; n < 100; n++)
    for (let use = 1; use <= 5; use++)
      if (use === 5) all.add(a.of(`select $1, ${n}`))
      else a.of(`select $1, ${n}`)
  expect(all.size).toBe(100)
  expect(all.has(undefined) || all.has(name)).toBe(false)
})

test('two hundred texts have a name: one more takes the place of the one that was not used longest, which may come again', () => {
  const names = statementNames()
  const often = (text: string) => Array.from({ length: 5 }, () => names.of(text))[4]
  const first = often('select $1, 0')
  for (let n = 1; n < 200; n++) often(`select $1, ${n}`)
  expect(names.of('select $1, 0')).toBe(first)
  const last = often('select $1, 200')
  expect([names.of('select $1, 0'), names.of('select $1, 1'), names.of('select $1, 200')]).toEqual([first, undefined, last])
  for (let n = 201; n < 1000; n++) often(`select $1, ${n}`)
  expect(names.of('select $1, 0')).toBeUndefined()
  expect(often('select $1, 0')).toBe(first)
})

test('what comes often is prepared once a connection, what comes seldom and BEGIN and COMMIT are not', async () => {
  const db = openDatabase(house.db.url, one)
  const read = (id: number) => sql<{ id: number }>`select id from thing where id = ${id}`.execute(db.tables())
  for (let n = 0; n < 8; n++) expect((await read((n % 2) + 1)).rows).toEqual([{ id: (n % 2) + 1 }])
  for (let n = 0; n < 8; n++) await db.transaction(async trx => void (await sql`select ${n}::int where ${n} < 0`.execute(trx)))
  await sql`select id, ${1}::int from thing`.execute(db.tables())
  expect(await preparedOf(db)).toEqual(['select $1::int where $2 < 0', 'select id from thing where id = $1'])
  await db.close()
})

test('with preparing switched off the server keeps nothing', async () => {
  const db = openDatabase(house.db.url, { ...one, prepare: false })
  for (let n = 0; n < 8; n++) await sql`select id from thing where id = ${n}`.execute(db.tables())
  expect(await preparedOf(db)).toEqual([])
  await db.close()
})

test('a table that gets a column under a running server is read on: alone, in a transaction, and by every connection', async () => {
  const db = openDatabase(house.db.url, { max: 2 })
  const read = (trx = db.tables<unknown>()) => sql<object>`select * from thing where id = ${1}`.execute(trx)
  const both = () => Promise.all([db.transaction(trx => read(trx)), read()])
  for (let n = 0; n < 6; n++) await both()
  await house.db.pool.query('alter table thing add column later int')
  const rows = await both()
  expect(rows.map(r => r.rows)).toEqual([[{ id: 1, later: null }], [{ id: 1, later: null }]])
  await house.db.pool.query('alter table thing add column latest int')
  expect((await db.transaction(trx => read(trx))).rows).toEqual([{ id: 1, later: null, latest: null }])
  await db.close()
})

test('what may be lost is not waited for, and only that transaction', async () => {
  const db = openDatabase(house.db.url, one)
  await db.pool.query('set synchronous_commit = on')
  const now = async (trx = db.tables<unknown>()) =>
    (await sql<{ is: string }>`select current_setting('synchronous_commit') as is`.execute(trx)).rows[0]?.is
  const inside = await db.transaction(async trx => {
    await sql`update thing set later = ${1} where id = 1 returning ${unflushed}`.execute(trx)
    return now(trx)
  })
  await sql`update thing set later = ${2} where id = 1 returning ${unflushed}`.execute(db.tables())
  expect([inside, await now()]).toEqual(['off', 'on'])
  await db.close()
})
