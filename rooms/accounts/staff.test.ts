import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Id, must } from '#base/kernel'
import { operator } from '#testing/callers'
import { type TestHouse, testHouse } from '#testing/house'
import { type Accounts, accountsMigrations, createAccounts } from './index.ts'
import { memberOf, shopDraft } from './testing.ts'

let house: TestHouse
let accounts: Accounts
beforeAll(async () => {
  house = await testHouse({ migrations: accountsMigrations })
  accounts = createAccounts(house, { ownsMedia: async () => true })
})
afterAll(() => house.close())

const callerOf = (person: Id<'person'>) => accounts.callerFor(person)
const handleOf = async (person: Id<'person'>) => (await accounts.people([person])).get(person)?.handle as string
const code = (r: { ok: boolean; code?: string }) => (r.ok ? 'ok' : r.code)
async function shopOf(slug: string) {
  const owner = (await memberOf(accounts)).person
  const { id } = must(await accounts.actions.openShop(await callerOf(owner), shopDraft(slug)))
  return { owner, id }
}
async function hire(slug: string, by: Id<'person'>, role: 'owner' | 'staff' = 'staff') {
  const { person } = await memberOf(accounts, 'Helper')
  must(await accounts.actions.addStaff(await callerOf(by), slug, { handle: await handleOf(person), role }))
  return person
}
const rolesOf = async (slug: string) =>
  must(await accounts.actions.staff(operator(), slug, { limit: 100 })).items.map(s => [s.person.id, s.role])

test('those who work in a shop see who does, page by page, longest first; others do not', async () => {
  const { owner } = await shopOf('list')
  const first = await hire('list', owner)
  const second = await hire('list', owner)
  const seen = await callerOf(second)
  const page = must(await accounts.actions.staff(seen, 'list', { limit: 2 }))
  expect(page.items.map(s => [s.person.id, s.role])).toEqual([
    [owner, 'owner'],
    [first, 'staff'],
  ])
  const next = must(await accounts.actions.staff(seen, 'list', { limit: 2, cursor: page.next as string }))
  expect([next.items.map(s => s.person.id), next.next]).toEqual([[second], null])
  expect(code(await accounts.actions.staff(seen, 'list', { cursor: 'x' }))).toBe('invalid_cursor')
  const stranger = await callerOf((await memberOf(accounts)).person)
  expect(code(await accounts.actions.staff(stranger, 'list', {}))).toBe('forbidden')
  expect(code(await accounts.actions.staff(stranger, 'no-such-shop', {}))).toBe('forbidden')
})

test('only an owner changes roles and sends people away, with effect from the next request; anybody may leave by themselves', async () => {
  const { owner, id } = await shopOf('roles')
  const [a, b] = [await hire('roles', owner), await hire('roles', owner)]
  const asA = await callerOf(a)
  expect(code(await accounts.actions.changeRole(asA, 'roles', a, 'owner'))).toBe('forbidden')
  expect(code(await accounts.actions.removeStaff(asA, 'roles', b))).toBe('forbidden')
  must(await accounts.actions.removeStaff(asA, 'roles', a))
  expect((await callerOf(a)).shops).toEqual([])
  must(await accounts.actions.changeRole(await callerOf(owner), 'roles', b, 'owner'))
  expect((await callerOf(b)).shops).toEqual([{ shop: id, role: 'owner' }])
  expect(code(await accounts.actions.changeRole(await callerOf(owner), 'roles', a, 'owner'))).toBe('not_found')
})

test('the last owner can neither go nor become staff; when the one whose name is on the shop goes, another owner’s stands there', async () => {
  const { owner, id } = await shopOf('last')
  const asOwner = await callerOf(owner)
  expect(code(await accounts.actions.removeStaff(asOwner, 'last', owner))).toBe('last_owner')
  expect(code(await accounts.actions.changeRole(asOwner, 'last', owner, 'staff'))).toBe('last_owner')
  const second = await hire('last', owner, 'owner')
  await accounts.shops([id])
  must(await accounts.actions.removeStaff(asOwner, 'last', owner))
  expect((await accounts.shops([id])).get(id)?.owner).toBe(second)
  expect((await accounts.shop('last'))?.owner).toBe(second)
})

test('two owners who send each other away at once leave one', async () => {
  const { owner } = await shopOf('duel')
  const second = await hire('duel', owner, 'owner')
  const [x, y] = [await callerOf(owner), await callerOf(second)]
  const done = await Promise.all([
    accounts.actions.removeStaff(x, 'duel', second),
    accounts.actions.removeStaff(y, 'duel', owner),
  ])
  expect(done.filter(r => r.ok)).toHaveLength(1)
  expect((await rolesOf('duel')).map(([, role]) => role)).toEqual(['owner'])
})

test('whatever is done in whatever order, a shop has an owner, and the name on it is one', async () => {
  const seed = 20261125
  let state = seed
  const random = (n: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state % n
  }
  const { owner, id } = await shopOf('random')
  const people = [owner, ...(await Promise.all([1, 2, 3].map(async () => (await memberOf(accounts)).person)))]
  const handles = await Promise.all(people.map(handleOf))
  for (let i = 0; i < 120; i++) {
    const by = await callerOf(people[random(4)] as Id<'person'>)
    const at = random(4)
    const person = people[at] as Id<'person'>
    const role = random(2) === 0 ? 'owner' : 'staff'
    const what = random(3)
    if (what === 0) await accounts.actions.addStaff(by, 'random', { handle: handles[at] as string, role })
    else if (what === 1) await accounts.actions.changeRole(by, 'random', person, role)
    else await accounts.actions.removeStaff(by, 'random', person)
    const owners = (await rolesOf('random')).flatMap(([p, r]) => (r === 'owner' ? [p] : []))
    expect(owners, `seed ${seed}, step ${i}`).toContain((await accounts.shop(id))?.owner)
  }
})

test('each change of who works in a shop is written down once, with who did it; what changed nothing is not', async () => {
  const { owner } = await shopOf('noted')
  const person = await hire('noted', owner)
  const asOwner = await callerOf(owner)
  must(await accounts.actions.addStaff(asOwner, 'noted', { handle: await handleOf(person), role: 'owner' }))
  must(await accounts.actions.changeRole(asOwner, 'noted', person, 'owner'))
  must(await accounts.actions.changeRole(asOwner, 'noted', person, 'owner'))
  must(await accounts.actions.removeStaff(asOwner, 'noted', person))
  const lines = must(await accounts.actions.audit(operator(), { limit: 100 })).items.filter(l => l.about === 'noted')
  expect(lines.map(l => [l.action, l.by?.id, JSON.parse(l.detail)])).toEqual([
    ['staff.remove', owner, { person, role: 'owner' }],
    ['staff.role', owner, { person, from: 'staff', to: 'owner' }],
    ['staff.add', owner, { person, role: 'staff' }],
  ])
})
