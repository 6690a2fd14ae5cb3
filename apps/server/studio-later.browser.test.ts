import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, phone } from '#testing/browser'
import { eventually } from '#testing/eventually'
import { pageOf } from '#testing/pages'
import { startServer, type TestServer } from '#testing/server'
import { openShop, password, picture, post, type ShopWorld } from '#testing/shop-world'
import { Api } from '../simulator/api.ts'

/** What is not yet: posts that wait for their time, drafts that wait for their author, people who were asked and have not come. */
let server: TestServer
let browser: Browser
let world: ShopWorld
const hour = 3_600_000

beforeAll(async () => {
  server = await startServer({ args: ['--empty'] })
  world = await openShop(server.url)
  await Api.join(server.url, 'kei@example.org', password, 'Kei', 'kei')
  await world.merchant.post('/v1/shops/kiln/staff', { handle: 'kei', role: 'staff' })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const enter = (place: string, who = 'merchant', size?: { width: number; height: number }) =>
  pageOf(browser, server.url, who, place, size)
async function draftOf(caption: string): Promise<string> {
  const pictures = [await picture(world.merchant, '#753')]
  const products = [{ product: world.product, fromMs: 0, toMs: 0 }]
  const draft = { caption, products, shop: world.shop, pictures, disclosure: 'own_product' }
  return (await world.merchant.post<{ id: string }>('/v1/posts', draft)).id
}
const mine = (id: string) =>
  world.merchant.get<{ state: string; caption: string; scheduled: string | null; products: object[] }>(`/v1/me/posts/${id}`)
/** As the field writes it, in the browser's zone. */
const inField = (page: Page, ms: number) =>
  page.evaluate<string>(
    `(() => { const d = new Date(${ms}); d.setMinutes(d.getMinutes() - d.getTimezoneOffset()); return d.toISOString().slice(0, 16) })()`,
  )

test('a draft gets its time by keyboard, stands on its day in the calendar, is moved there, and taken back; a past time is refused and what was typed stays', async () => {
  const id = await draftOf('The new glaze')
  const page = await enter('/studio/content?view=draft')
  const row = page.locator('tr').filter({ hasText: 'The new glaze' })
  await row.getByRole('button', { name: 'Choose a time' }).focus()
  await page.keyboard.press('Enter')
  const form = page.getByRole('dialog')
  const field = form.getByLabel('Publish on')
  const [past, soon, later] = await Promise.all([-hour, 2 * hour, 3 * hour].map(ms => inField(page, Date.now() + ms)))
  await page.evaluate("document.querySelector('[role=dialog] input').removeAttribute('min')")
  await field.fill(past as string)
  await page.keyboard.press('Enter')
  await form.getByText('This time has passed already.').waitFor()
  expect(await field.inputValue()).toBe(past)
  await field.fill(soon as string)
  await page.keyboard.press('Enter')
  await page.getByText(/^Publishes itself/).waitFor()
  expect((await mine(id)).state).toBe('scheduled')
  await page.goto('/studio/content?view=calendar')
  if (new Date(soon as string).getMonth() !== new Date().getMonth()) await page.getByRole('link', { name: 'Month after' }).click()
  await page.locator('td').filter({ hasText: 'The new glaze' }).getByRole('button').click()
  await field.fill(later as string)
  await form.getByRole('button', { name: 'Save the time' }).click()
  await expect
    .poll(async () => Date.parse((await mine(id)).scheduled ?? ''))
    .toBeGreaterThan(Date.parse(soon as string) + hour / 2)
  await page.goto('/studio/content?view=scheduled')
  await row.getByRole('button', { name: 'Change the time' }).click()
  await form.getByRole('button', { name: 'Take the time back' }).click()
  await page.getByText('No post is in this state').waitFor()
  expect(await mine(id)).toMatchObject({ state: 'draft', scheduled: null })
  await page.context().close()
})

test('a draft opens from the list with what was typed; it is written on, survives a reload, and is kept again', async () => {
  const id = await draftOf('Before the fire')
  const page = await enter('/studio/content?view=draft')
  await page.locator('tr').filter({ hasText: 'Before the fire' }).getByRole('link', { name: 'Go on writing' }).click()
  const caption = page.getByLabel('Caption', { exact: true })
  await expect.poll(() => caption.inputValue()).toBe('Before the fire')
  await page.getByText('Hagi cup').waitFor()
  expect(await page.getByLabel('Post as').inputValue()).toBe(world.shop)
  expect(await page.getByRole('radio', { name: 'It is my own shop’s product' }).isChecked()).toBe(true)
  await caption.fill('After the fire')
  await page.reload()
  await expect.poll(() => caption.inputValue()).toBe('After the fire')
  await page.getByRole('button', { name: 'Save draft' }).click()
  await page.getByText('Draft saved').waitFor()
  expect(await mine(id)).toMatchObject({ state: 'draft', caption: 'After the fire', products: [{ product: world.product }] })
  // What is written meanwhile is not thrown away unasked.
  await page.goto('/create')
  await caption.fill('Something else')
  await page.goto(`/create?post=${id}`)
  await page.getByText('You are writing something else here').waitFor()
  await page.getByRole('button', { name: 'Go on with this one' }).click()
  await expect.poll(() => caption.inputValue()).toBe('Something else')
  await page.goto(`/create?post=${id}`)
  await page.getByRole('button', { name: 'Open the draft' }).click()
  await expect.poll(() => caption.inputValue()).toBe('After the fire')
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect.poll(() => caption.inputValue()).toBe('')
  expect((await mine(id)).caption).toBe('After the fire')
  await page.context().close()
})

test('a creator schedules on the phone, sees when it goes out, and takes it back', async () => {
  const page = await enter('/create', 'hana', { width: 390, height: 844 })
  const image = Buffer.from(
    await (
      await fetch(
        `${server.url}${(await world.merchant.get<{ pictures: { url: string }[] }>(`/v1/products/${world.product}`)).pictures[0]?.url}`,
      )
    ).arrayBuffer(),
  )
  await page.locator('input[type=file]').first().setInputFiles({ name: 'cup.webp', mimeType: 'image/webp', buffer: image })
  await page.getByLabel('Caption', { exact: true }).fill('Tomorrow')
  await page.getByRole('switch', { name: /Publish later/ }).check()
  await page.getByLabel('Publish on').fill(await inField(page, Date.now() + 26 * hour))
  await page.getByRole('button', { name: 'Schedule', exact: true }).click()
  await page.getByText(/^Scheduled, /).waitFor()
  await page.getByRole('button', { name: 'Unschedule' }).click()
  await page.getByText('It is a draft again').waitFor()
  await page.getByRole('link', { name: 'Continue' }).waitFor()
  await page.context().close()
})

test('a comment under a colleague’s post waits for everybody who works here, until one of them has answered', async () => {
  const film = await post(world.merchant, 'navy', { caption: 'Third firing', shop: world.shop })
  const aya = await Api.join(server.url, 'aya@example.org', password, 'Aya', 'aya')
  await eventually(() => aya.post(`/v1/posts/${film}/comments`, { text: 'How large is it?' }))
  const page = await enter('/studio/content?view=comments', 'kei')
  await page.getByText('How large is it?').waitFor()
  await page.getByRole('button', { name: 'Answer', exact: true }).click()
  await page.getByRole('textbox', { name: 'Answer' }).fill('Nine centimetres.')
  await page.getByRole('button', { name: 'Send the answer' }).click()
  await page.getByText('Every comment has an answer').waitFor()
  const owners = await enter('/studio/content?view=comments')
  await owners.getByText('Every comment has an answer').waitFor()
  await Promise.all([page.context().close(), owners.context().close()])
})

test('the head of the studio shows the shop’s picture and the person’s, where there are any, else their letters', async () => {
  const page = await enter('/studio')
  const trigger = page.locator('.rail button').filter({ hasText: 'Hagi kiln' })
  await trigger.waitFor()
  expect(await trigger.locator('img').count()).toBe(0)
  const [shop, person] = [await picture(world.merchant, '#279'), await picture(world.merchant, '#972')]
  await world.merchant.patch('/v1/shops/kiln', { picture: shop })
  await world.merchant.patch('/v1/me', { picture: person })
  await page.reload()
  await trigger.locator(`img[src*="${shop}"]`).waitFor()
  await page.locator(`.rail img[src*="${person}"]`).waitFor()
  await page.context().close()
})

test('somebody is asked by e-mail, makes an account from the letter and works in the shop; the list forgets them, and the link opens once', async () => {
  const page = await enter('/studio/staff')
  await page.getByLabel('E-mail address').fill('nobody')
  await page.getByRole('button', { name: 'Send the letter', exact: true }).click()
  await page.getByText('This e-mail address is not complete.').waitFor()
  await page.getByLabel('E-mail address').fill('mio@example.org')
  await page.getByRole('button', { name: 'Send the letter', exact: true }).click()
  await page.getByText('mio@example.org', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Send again: mio@example.org' }).click()
  await page.getByText('That was a lot at once.').waitFor()
  const outbox = join(server.dataDir, 'outbox')
  const link = await eventually(async () => {
    const letters = readdirSync(outbox).filter(f => f.endsWith('.json'))
    const texts = letters.map(f => JSON.parse(readFileSync(join(outbox, f), 'utf8')) as { to: string; text: string })
    const found = /\/join\/[\w-]+/.exec(texts.find(l => l.to === 'mio@example.org')?.text ?? '')
    if (!found) throw new Error('no letter')
    return found[0]
  })
  const { page: hers } = await phone(browser, server.url, { width: 390, height: 844 })
  await hers.goto(link)
  await hers.getByText('“Hagi kiln” asks you to work in its shop').waitFor()
  await hers.getByRole('link', { name: 'Create account' }).click()
  expect(await hers.getByLabel('E-mail').inputValue()).toBe('mio@example.org')
  await hers.getByLabel('Your name, as others see it').fill('Mio')
  await hers.getByLabel('Password', { exact: true }).fill(password)
  await hers.getByRole('button', { name: 'Create account' }).click()
  await hers.getByRole('button', { name: 'Begin to work here' }).click()
  await hers.waitForURL(/\/studio/)
  await hers.getByRole('heading', { name: 'To do' }).waitFor()
  await hers.goto(link)
  await hers.getByText('This invitation can not be opened').waitFor()
  await page.reload()
  await page.locator('tr').filter({ hasText: 'Mio' }).waitFor()
  await page.getByText('Nobody is being waited for.').waitFor()
  // Somebody else is signed in on the device that opens the letter.
  await page.getByLabel('E-mail address').fill('ren@example.org')
  await page.getByRole('button', { name: 'Send the letter', exact: true }).click()
  await page.getByRole('button', { name: 'Take back the invitation of ren@example.org' }).click()
  await page.getByText('ren@example.org can not use the link any more').waitFor()
  await page.getByText('Nobody is being waited for.').waitFor()
  await Promise.all([page.context().close(), hers.context().close()])
})
