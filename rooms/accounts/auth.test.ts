import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { migrationsIn } from '#base/db'
import { newId } from '#base/kernel'
import { type TestHouse, testHouse } from '#testing/house'
import { type Auth, createAuth } from './auth.ts'
import { hashPassword } from './passwords.ts'

let house: TestHouse
let auth: Auth
beforeAll(async () => {
  house = await testHouse({ migrations: migrationsIn('accounts', new URL('./migrations/', import.meta.url)) })
  auth = createAuth(house.db, 's'.repeat(40), 'http://localhost:3000', house.logger)
})
afterAll(() => house.close())

const make = async (email: string, password: string) => {
  const person = newId('person', new Date())
  const hash = await hashPassword(password)
  await house.db.transaction(trx => auth.create(trx, { person, email, name: 'A', hash }))
  return person
}
const rows = async (table: string) => Number((await house.db.pool.query(`select count(*) from ${table}`)).rows[0].count)

test('an address and its password find the person; anything else finds nobody and leaves no session behind', async () => {
  const person = await make('a@example.com', 'correct horse')
  expect(await auth.check('a@example.com', 'correct horse')).toBe(person)
  expect(await auth.check('a@example.com', 'wrong horse')).toBeNull()
  expect(await auth.check('b@example.com', 'correct horse')).toBeNull()
  expect([await auth.checkOf(person, 'correct horse'), await auth.checkOf(person, 'x')]).toEqual([true, false])
  expect(await rows('auth.session')).toBe(0)
})

test("better-auth's rows are undone together with ours", async () => {
  const person = newId('person', new Date())
  const hash = await hashPassword('correct horse')
  await expect(
    house.db.transaction(async trx => {
      await auth.create(trx, { person, email: 'undone@example.com', name: 'A', hash })
      throw new Error('ours failed')
    }),
  ).rejects.toThrow('ours failed')
  expect(await auth.check('undone@example.com', 'correct horse')).toBeNull()
  expect((await house.db.pool.query(`select 1 from auth.account where "userId" = $1`, [person])).rowCount).toBe(0)
})

test('the hash is Argon2id at 19 MiB and two passes', async () => {
  const person = await make('h@example.com', 'correct horse')
  const { rows } = await house.db.pool.query(`select password from auth.account where "userId" = $1`, [person])
  expect(rows[0].password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
})

test('a reset token is kept as a hash, works once, and of many at once only one is taken', async () => {
  const person = await make('r@example.com', 'old password')
  expect(await auth.resetToken('nobody@example.com')).toBeNull()
  const made = await auth.resetToken('r@example.com')
  expect(made?.person).toBe(person)
  const token = made?.token as string
  const { rows: kept } = await house.db.pool.query('select identifier from auth.verification')
  expect(JSON.stringify(kept)).not.toContain(token)
  const tries = await Promise.all(
    ['one', 'two', 'three'].map(n => house.db.transaction(trx => auth.reset(trx, token, `new password ${n}`))),
  )
  expect(tries.filter(t => t === person)).toHaveLength(1)
  expect(tries.filter(t => t === null)).toHaveLength(2)
  const good = await Promise.all(['one', 'two', 'three'].map(n => auth.check('r@example.com', `new password ${n}`)))
  expect(good.filter(g => g === person)).toHaveLength(1)
  expect(await auth.check('r@example.com', 'old password')).toBeNull()
})

test('a reset token ends after an hour', async () => {
  await make('late@example.com', 'old password')
  const made = await auth.resetToken('late@example.com')
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_601_000 })
  try {
    expect(await house.db.transaction(trx => auth.reset(trx, made?.token as string, 'new password'))).toBeNull()
  } finally {
    vi.useRealTimers()
  }
  expect(await auth.check('late@example.com', 'old password')).not.toBeNull()
})
