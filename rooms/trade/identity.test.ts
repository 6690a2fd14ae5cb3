import { randomBytes } from 'node:crypto'
import { inspect } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { days, must, newId } from '#base/kernel'
import { identity, idNumbers } from '#testing/border'
import { type TestHouse, testHouse } from '#testing/house'
import { openIdentity } from './identity.ts'
import { createTrade, type Trade, tradeMigrations } from './index.ts'
import { openRoom, type Room } from './room.ts'
import { sealsOf } from './seal.ts'

let house: TestHouse
let trade: Trade
let room: Room
beforeAll(async () => {
  house = await testHouse({ migrations: tradeMigrations })
  const accounts = { may: () => ({ ok: true, value: true }) as const, note: async () => {} }
  trade = createTrade(house, { accounts })
  room = openRoom(house, { accounts })
  await trade.start()
})
afterAll(() => house.close())
const [number] = idNumbers
const of = (person = newId('person', house.clock.now())) => ({
  checkout: newId('checkout', house.clock.now()),
  person,
  language: 'zh' as const,
  wanted: 0n,
})
const rows = async (table: string) =>
  JSON.stringify((await house.db.pool.query(`select * from trade.${table}`)).rows, (_k, v) =>
    typeof v === 'bigint' ? v.toString() : v,
  )

test('no table, answer or print holds name or number; only the opened identity gives the number, and its reading is written down first', async () => {
  const about = of()
  expect(must(await trade.giveIdentity(about, identity()))).toEqual({ name: '王**', idNumber: '110***********002X' })
  for (const table of ['identities', 'consents', 'identity_reads', 'quota_years', 'quota_entries'])
    expect(await rows(table)).not.toMatch(/11010519491231002X|小明/)
  const opened = await openIdentity(room, about.checkout, { by: 'per_x', why: 'declaration' })
  expect(opened?.id.reveal()).toBe(number)
  expect(inspect(opened) + JSON.stringify(opened?.id)).not.toContain(number)
  const read = await house.db.pool.query('select by, why from trade.identity_reads where checkout = $1', [about.checkout])
  expect(read.rows).toEqual([{ by: 'per_x', why: 'declaration' }])
})

test('a wrong checksum, an impossible birth date, an old number, a name of digits: each refused with its reason, without the number', async () => {
  for (const [wish, reason] of [
    [identity('110105194912310021'), 'id_checksum'],
    [identity('11010519491331002X'), 'id_birth'],
    [identity('110105491231002'), 'id_old'],
    [identity('x'), 'id_form'],
    [identity(number, '12345'), 'name_form'],
  ] as const) {
    const done = await trade.giveIdentity(of(), wish)
    expect(done).toMatchObject({ code: 'identity_invalid', details: { reason } })
    expect(JSON.stringify(done)).not.toContain(wish.idNumber === 'x' ? '"x"' : wish.idNumber)
  }
})

test('the trade key is another key than the secret: what one has sealed the other can’t open, nor can a text be moved or changed', () => {
  const [a, b] = [sealsOf(house.config), sealsOf({ ...house.config, tradeKey: randomBytes(24).toString('hex') })]
  const sealed = a.seal('secret', 'chk_1')
  expect(a.open(sealed, 'chk_1')).toBe('secret')
  expect(a.seal('secret', 'chk_1')).not.toBe(sealed)
  expect(() => b.open(sealed, 'chk_1')).toThrow()
  expect(() => a.open(sealed, 'chk_2')).toThrow()
  const bytes = Buffer.from(sealed.slice(3), 'base64url')
  bytes[bytes.length - 1] = (bytes[bytes.length - 1] as number) ^ 1
  expect(() => a.open(`v1.${bytes.toString('base64url')}`, 'chk_1')).toThrow()
  expect(a.key(number)).toBe(a.key(number))
  expect(a.key(number)).not.toBe(b.key(number))
})

test('an identity without an order goes after a week; one that is declared stays, through the person’s erasure too', async () => {
  const person = newId('person', house.clock.now())
  const [unpaid, paid, left] = [of(person), of(person), of()]
  for (const a of [unpaid, paid, left]) must(await trade.giveIdentity(a, identity()))
  must(await trade.claim({ checkout: paid.checkout, attempt: 'a', expires: new Date(0), orders: [] }))
  await trade.keep(paid.checkout)
  const at = house.clock.now()
  await house.db.transaction(async trx =>
    house.log.append(trx, [{ name: 'person.erased', at, person, subject: { kind: 'person', id: person }, data: {} }]),
  )
  await house.log.flush()
  await expect.poll(() => trade.maskedIdentity(unpaid.checkout)).toBeNull()
  expect(await trade.maskedIdentity(paid.checkout)).not.toBeNull()
  house.clock.advance(days(7) + 1000)
  expect(await trade.eraseDue(house.clock.now())).toContain(left.checkout)
  expect(await trade.maskedIdentity(left.checkout)).toBeNull()
  expect(await trade.maskedIdentity(paid.checkout)).not.toBeNull()
})

test('a death while a paid checkout is kept leaves it whole: told again, its identity stays for the declaration', async () => {
  const paid = of()
  must(await trade.giveIdentity(paid, identity()))
  must(await trade.claim({ checkout: paid.checkout, attempt: 'a', expires: new Date(0), orders: [] }))
  await house.db.pool.query(`
    create function trade.die() returns trigger language plpgsql as $$ begin raise exception 'dies here'; end $$;
    create trigger dies before update on trade.identities for each row execute function trade.die()`)
  await expect(trade.keep(paid.checkout)).rejects.toThrow('dies here')
  await house.db.pool.query('drop trigger dies on trade.identities')
  await trade.keep(paid.checkout)
  expect(await trade.eraseDue(new Date(house.clock.now().getTime() + days(8)))).not.toContain(paid.checkout)
})

/** Two paid orders of one checkout, both to be declared. */
async function twoDeclared() {
  const paid = of()
  must(await trade.giveIdentity(paid, identity()))
  must(await trade.claim({ checkout: paid.checkout, attempt: 'a', expires: new Date(0), orders: [] }))
  await trade.keep(paid.checkout)
  const shop = newId('shop', house.clock.now())
  const orders = [newId('order', house.clock.now()), newId('order', house.clock.now())] as const
  for (const order of orders) await trade.declarations.open({ order, number: order.slice(-9), checkout: paid.checkout, shop })
  return { checkout: paid.checkout, orders }
}

test('of a checkout with two declarations the identity stays until thirty days after the end of the last one', async () => {
  const { checkout, orders } = await twoDeclared()
  const given = async () => {
    await trade.declarations.tidy(house.clock.now())
    house.clock.advance(days(31))
    await trade.eraseDue(house.clock.now())
    return (await trade.maskedIdentity(checkout)) !== null
  }
  must(await trade.declarations.cancel(orders[0], 'x'))
  expect(await given()).toBe(true)
  must(await trade.declarations.cancel(orders[1], 'x'))
  expect(await given()).toBe(false)
})

test('what a guest gave follows into the account: erasing the account takes it along', async () => {
  const [guest, member] = [of(), newId('person', house.clock.now())]
  must(await trade.giveIdentity(guest, identity()))
  const tell = (name: 'person.merged' | 'person.erased', data: object) =>
    house.db.transaction(async trx =>
      house.log.append(trx, [
        { name, at: house.clock.now(), person: member, subject: { kind: 'person', id: member }, data } as never,
      ]),
    )
  await tell('person.merged', { from: guest.person })
  await tell('person.erased', {})
  await house.log.flush()
  await expect.poll(() => trade.maskedIdentity(guest.checkout)).toBeNull()
})
