import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Caller } from '#base/http'
import { type Id, must, newId } from '#base/kernel'
import { callerOf, guest } from '#testing/callers'
import { type TestHouse, testHouse } from '#testing/house'
import { type Content, contentMigrations, createContent } from './index.ts'
import { contentDoors, draftOf, standIns } from './testing.ts'

let house: TestHouse
let content: Content
const may: Parameters<typeof contentDoors>[0] = (caller, _permission, about) => {
  if (!caller.member) return { ok: false, code: 'sign_in_required', message: 'Sign in first' }
  const allowed = about.shop ? caller.shops.some(s => s.shop === about.shop) : true
  return allowed ? { ok: true, value: true } : { ok: false, code: 'forbidden', message: 'You may not do this' }
}
beforeAll(async () => {
  house = await testHouse({ migrations: contentMigrations })
  content = createContent(house, contentDoors(may))
  await content.start()
})
afterAll(() => house.close())

const draft = async (parts: object, caller: Caller) => must(await content.create(caller, draftOf(parts))).id as Id<'post'>
async function live(shop: Id<'shop'>, caller: Caller): Promise<Id<'post'>> {
  const id = await draft({ shop, video: standIns.medium(caller.person) }, caller)
  must(await content.markProcessing(id, { version: 1, disclosure: 'none', products: [], grownProduct: null }))
  must(await content.goLive(id))
  return id
}

test('the posts of a shop are for those who work there, in every state with the reason of a removal, newest first, page by page, and within a span of time', async () => {
  const own = newId('shop', new Date())
  const worker = callerOf({ person: standIns.person('kiln'), shops: [{ shop: own, role: 'staff' }] })
  const colleague = callerOf({ shops: [{ shop: own, role: 'owner' }] })
  const first = await live(own, worker)
  house.clock.advance(1000)
  const second = await draft({ shop: own }, worker)
  await draft({}, worker)
  const read = async (wish = {}) => must(await content.ofShop(colleague, own, wish))
  expect((await read()).items.map(p => p.id)).toEqual([second, first])
  const page = await read({ limit: 1 })
  expect([page.items[0]?.id, (await read({ cursor: page.next as string })).items.map(p => p.id)]).toEqual([second, [first]])
  expect((await read({ state: 'live' })).items.map(p => p.id)).toEqual([first])
  const soon = new Date(house.clock.now().getTime() + 3_600_000).toISOString()
  expect((await read({ from: soon })).items).toEqual([])
  expect((await read({ to: soon })).items).toHaveLength(2)
  standIns.hidden.set(`post:${first}`, { reason: 'spam', explanation: 'twice' })
  await house.db.transaction(trx =>
    house.log.append(trx, [
      {
        name: 'subject.removed',
        at: house.clock.now(),
        person: null,
        subject: { kind: 'post', id: first },
        data: { reason: 'spam' },
      },
    ]),
  )
  await house.log.flush()
  for (let i = 0; i < 300 && (await content.get(first))?.state !== 'removed'; i++) await new Promise(r => setTimeout(r, 10))
  expect((await read({ state: 'removed' })).items[0]?.removal).toEqual({ reason: 'spam', explanation: 'twice' })
  expect(await content.ofShop(callerOf(), own, {})).toMatchObject({ code: 'forbidden' })
  expect(await content.ofShop(guest(), own, {})).toMatchObject({ code: 'sign_in_required' })
})
