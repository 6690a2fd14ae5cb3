import { afterAll, beforeAll, expect, test } from 'vitest'
import { days, type Id, minutes, must } from '#base/kernel'
import { guest, operator } from '#testing/callers'
import { type TestHouse, testHouse } from '#testing/house'
import { type Accounts, accountsMigrations, createAccounts } from './index.ts'
import { memberOf, shopDraft } from './testing.ts'

let house: TestHouse
let accounts: Accounts
beforeAll(async () => {
  house = await testHouse({ migrations: accountsMigrations })
  accounts = createAccounts(house, { ownsMedia: async () => true })
  await house.jobs.start()
})
afterAll(() => house.close())

const callerOf = (person: Id<'person'>) => accounts.callerFor(person)
const code = (r: { ok: boolean; code?: string }) => (r.ok ? 'ok' : r.code)
async function shopOf(slug: string) {
  const { person } = await memberOf(accounts, 'Naoko')
  const { id } = must(await accounts.actions.openShop(await callerOf(person), shopDraft(slug, { name: { en: `Shop\n${slug}` } })))
  return { slug, id, person, caller: await callerOf(person) }
}
/** The link of the newest letter to an address, when there are this many. */
async function letterTo(email: string, count = 1) {
  for (let i = 0; i < 400; i++) {
    const mine = (await house.mail.letters()).filter(l => l.to === email)
    const last = mine.at(-1)
    if (last && mine.length >= count) return { ...last, token: /\/join\/([\w-]+)/.exec(last.text)?.[1] ?? '' }
    await new Promise(r => setTimeout(r, 25))
  }
  throw new Error(`no letter ${count} to ${email}`)
}
const invite = async (shop: Awaited<ReturnType<typeof shopOf>>, email: string, role: 'owner' | 'staff' = 'staff') =>
  must(await accounts.actions.invite(shop.caller, shop.slug, { email, role }))
const list = async (shop: Awaited<ReturnType<typeof shopOf>>) =>
  must(await accounts.actions.invitations(shop.caller, shop.slug, {})).items
const staff = async (slug: string) =>
  must(await accounts.actions.staff(operator(), slug, { limit: 100 })).items.map(s => [s.person.id, s.role])

test('somebody without an account is asked by letter, signs up with that address, and works in the shop from the next request; the link works once', async () => {
  const shop = await shopOf('asked')
  const made = await invite(shop, ' New.Person@Example.org ', 'owner')
  expect(made).toMatchObject({ email: 'new.person@example.org', role: 'owner', expired: false, by: { id: shop.person } })
  const letter = await letterTo('new.person@example.org')
  expect(letter.subject).toBe('Work in the shop “Shop asked” on Enishi')
  expect(must(await accounts.actions.offer(letter.token))).toMatchObject({
    shop: { slug: 'asked' },
    email: 'new.person@example.org',
    role: 'owner',
  })
  expect(code(await accounts.actions.accept(guest(), letter.token))).toBe('sign_in_required')
  const signed = { email: 'new.person@example.org', password: 'correct horse', name: 'New' }
  const { person } = must(await accounts.actions.signUp(guest(), signed))
  expect(must(await accounts.actions.accept(await callerOf(person), letter.token))).toEqual({ shop: shop.id, slug: 'asked' })
  expect((await callerOf(person)).shops).toEqual([{ shop: shop.id, role: 'owner' }])
  expect(code(await accounts.actions.accept(await callerOf(person), letter.token))).toBe('invitation_invalid')
  expect(await list(shop)).toEqual([])
})

test('a letter that was passed on opens nothing for another account', async () => {
  const shop = await shopOf('passed')
  const [asked, other] = [await memberOf(accounts, 'Asked'), await memberOf(accounts, 'Other')]
  await invite(shop, asked.email)
  const { token } = await letterTo(asked.email)
  expect(code(await accounts.actions.accept(await callerOf(other.person), token))).toBe('forbidden')
  expect(await staff('passed')).toEqual([[shop.person, 'owner']])
  must(await accounts.actions.accept(await callerOf(asked.person), token))
  expect(await staff('passed')).toEqual([
    [shop.person, 'owner'],
    [asked.person, 'staff'],
  ])
})

test('the answer and the list are the same for a known address, an unknown one, and one of somebody who works there already, whose role stays', async () => {
  const shop = await shopOf('same')
  const known = await memberOf(accounts, 'Known')
  const owner = await accounts.me(shop.caller)
  const answers = []
  for (const email of [known.email, 'unknown@example.org', owner.email as string]) answers.push(await invite(shop, email))
  const shape = (i: object) => ({ ...i, id: '', email: '' })
  expect(new Set(answers.map(a => JSON.stringify(shape(a)))).size).toBe(1)
  expect((await list(shop)).map(shape)).toEqual(answers.map(shape))
  const { token } = await letterTo(owner.email as string)
  must(await accounts.actions.accept(shop.caller, token))
  expect(await staff('same')).toEqual([[shop.person, 'owner']])
})

test('sent again, the new link opens and the old one does not; taken back or after seven days, none does', async () => {
  const shop = await shopOf('again')
  const asked = await memberOf(accounts, 'Again')
  const { id } = await invite(shop, asked.email)
  const first = await letterTo(asked.email)
  expect(code(await accounts.actions.inviteAgain(shop.caller, shop.slug, id))).toBe('rate_limited')
  expect(code(await accounts.actions.invite(shop.caller, shop.slug, { email: asked.email, role: 'staff' }))).toBe('rate_limited')
  house.clock.advance(minutes(2))
  expect(must(await accounts.actions.inviteAgain(shop.caller, shop.slug, id)).id).toBe(id)
  const second = await letterTo(asked.email, 2)
  expect(code(await accounts.actions.offer(first.token))).toBe('invitation_invalid')
  expect(code(await accounts.actions.offer(second.token))).toBe('ok')
  house.clock.advance(days(7))
  expect((await list(shop))[0]).toMatchObject({ id, expired: true })
  expect(code(await accounts.actions.accept(await callerOf(asked.person), second.token))).toBe('invitation_invalid')
  must(await accounts.actions.inviteAgain(shop.caller, shop.slug, id))
  const third = await letterTo(asked.email, 3)
  must(await accounts.actions.withdrawInvitation(shop.caller, shop.slug, id))
  expect(code(await accounts.actions.accept(await callerOf(asked.person), third.token))).toBe('invitation_invalid')
  expect(code(await accounts.actions.withdrawInvitation(shop.caller, shop.slug, id))).toBe('not_found')
  expect(await staff('again')).toEqual([[shop.person, 'owner']])
})

test('one who accepts twice at once begins once; an address that is asked twice at once has one invitation', async () => {
  const shop = await shopOf('twice')
  const asked = await memberOf(accounts, 'Twice')
  const wish = { email: asked.email, role: 'staff' as const }
  const both = await Promise.all([1, 2].map(() => accounts.actions.invite(shop.caller, shop.slug, wish)))
  expect(both.map(code).toSorted()).toEqual(['ok', 'rate_limited'])
  expect(await list(shop)).toHaveLength(1)
  const { token } = await letterTo(asked.email)
  const caller = await callerOf(asked.person)
  const done = await Promise.all([1, 2].map(() => accounts.actions.accept(caller, token)))
  expect(done.map(code).toSorted()).toEqual(['invitation_invalid', 'ok'])
  const lines = must(await accounts.actions.audit(operator(), { limit: 100 })).items.filter(l => l.about === 'twice')
  expect(lines.map(l => l.action)).toEqual(['staff.join', 'staff.invite'])
  expect(JSON.stringify(lines)).not.toContain(asked.email)
})

test('only owners ask, see and take back; staff, strangers and owners of other shops do not', async () => {
  const [shop, other] = [await shopOf('owners'), await shopOf('others')]
  const { id } = await invite(shop, 'kei@example.org')
  const helper = await memberOf(accounts, 'Helper')
  await invite(shop, helper.email)
  must(await accounts.actions.accept(await callerOf(helper.person), (await letterTo(helper.email)).token))
  for (const caller of [await callerOf(helper.person), other.caller]) {
    expect(code(await accounts.actions.invitations(caller, 'owners', {}))).toBe('forbidden')
    expect(code(await accounts.actions.invite(caller, 'owners', { email: 'x@example.org', role: 'owner' }))).toBe('forbidden')
    expect(code(await accounts.actions.inviteAgain(caller, 'owners', id))).toBe('forbidden')
    expect(code(await accounts.actions.withdrawInvitation(caller, 'owners', id))).toBe('forbidden')
  }
  expect(code(await accounts.actions.withdrawInvitation(other.caller, 'others', id))).toBe('not_found')
  expect(code(await accounts.actions.inviteAgain(other.caller, 'others', id))).toBe('not_found')
  expect(code(await accounts.actions.invite(shop.caller, 'owners', { email: 'nobody', role: 'staff' }))).toBe('email_invalid')
  expect((await list(shop)).map(i => i.id)).toEqual([id])
})

test('a shop asks fifty at once, not an address book; pages meet each invitation once', async () => {
  const shop = await shopOf('many')
  for (let i = 0; i < 50; i++) {
    house.clock.advance(10)
    await invite(shop, `p${i}@example.org`)
  }
  expect(code(await accounts.actions.invite(shop.caller, 'many', { email: 'p50@example.org', role: 'staff' }))).toBe(
    'rate_limited',
  )
  const seen: string[] = []
  for (let cursor: string | undefined; ; ) {
    const page = must(await accounts.actions.invitations(shop.caller, 'many', { limit: 20, cursor }))
    seen.push(...page.items.map(i => i.email))
    if (!page.next) break
    cursor = page.next
  }
  expect(seen).toEqual(Array.from({ length: 50 }, (_, i) => `p${49 - i}@example.org`))
  expect(code(await accounts.actions.invitations(shop.caller, 'many', { cursor: 'x' }))).toBe('invalid_cursor')
})

test('who leaves for ever takes the invitations to their address along', async () => {
  const shop = await shopOf('leaves')
  const asked = await memberOf(accounts, 'Leaves')
  await invite(shop, asked.email)
  must(await accounts.actions.erase(await callerOf(asked.person), asked.password))
  expect(await list(shop)).toEqual([])
})

test('who works in a shop sees its picture beside its name', async () => {
  const shop = await shopOf('pictured')
  const picture = 'med_0123456789abcdef'
  must(await accounts.actions.changeShop(shop.caller, 'pictured', { picture }))
  expect((await accounts.me(shop.caller)).shops[0]?.picture).toBe(`/media/${picture}/square.webp`)
})
