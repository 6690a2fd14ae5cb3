import { readFile } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, phone, settled, signUp } from '#testing/browser'
import { fillWorld, placesOf, type Role, sheetsOf } from '#testing/filled-world'
import { startServer, type TestServer } from '#testing/server'
import { password } from '#testing/shop-world'

/** Every screen in every language, on the phone and on the desktop. Whether it is beautiful, people judge; these are the ways it must not fail. */
let server: TestServer
let browser: Browser
let places: ReturnType<typeof placesOf>
let sheets: ReturnType<typeof sheetsOf>
const languages = { en: 'en-GB', ja: 'ja-JP', zh: 'zh-CN' } as const
const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1440, height: 900 } } as const

beforeAll(async () => {
  server = await startServer({ args: ['--empty'] })
  const [, token] = await server.says(/\/setup\/([\w-]+)/)
  const world = await fillWorld(server.url, token as string)
  places = placesOf(world)
  sheets = sheetsOf(world)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

test.each([
  ['shopper', ''],
  ['studio', '/studio'],
  ['console', '/console'],
])('every page of the %s is among the screens that are looked at', async (app, base) => {
  const source = await readFile(new URL(`../web/${app}/router.tsx`, import.meta.url), 'utf8')
  const paths = [...source.matchAll(/(?:\bpath: |page\(\s*)'(\/[^']*)'/g)].map(([, path = '']) => base + path)
  const seen = Object.values(places)
    .flat()
    .map(place => place.split('?')[0])
  const form = (path: string) => new RegExp(`^${path.replace(/\$\w+/g, '[^/]+').replace(/(.)\/$/, '$1')}$`)
  expect(paths.length).toBeGreaterThan(5)
  expect(paths.filter(path => !seen.some(place => form(path).test(place ?? '')))).toEqual([])
})

async function enter(page: Page, role: Role, language: string): Promise<void> {
  if (role === 'guest') return
  await signUp(page, server.url, { email: `${role}@example.org`, password, name: role, handle: role })
  const set = await page.request.patch('/v1/me', { data: { language }, headers: { origin: server.url } })
  expect(set.ok()).toBe(true)
}
/** What a screen must not show or do, said with where it was. */
async function faults(page: Page): Promise<string[]> {
  const found: string[] = []
  // biome-ignore lint/performance/useDomNodeTextContent: what a person can see, not what stands in the document
  const text = await page.locator('body').innerText()
  for (const [, raw] of text.matchAll(
    /(\b(?:per|pst|prd|shp|loc|ord|chk|var|med|rev|cmt|pay)_[0-9a-z]{8,}|\bundefined\b|\bNaN\b|\[object |Invalid Date)/g,
  ))
    found.push(`shows ${raw}`)
  const wide = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
  if (wide > 0) found.push(`is ${wide} px too wide`)
  if (text.trim().length < 10) found.push('is empty')
  return found
}
async function still(page: Page, place: string): Promise<void> {
  await page.goto(place)
  await page.locator('#root > *').first().waitFor({ state: 'attached' })
  await page
    .locator('.skeleton')
    .first()
    .waitFor({ state: 'detached', timeout: 8000 })
    .catch(() => undefined)
  await settled(page)
}

const cases = (Object.keys(languages) as (keyof typeof languages)[]).flatMap(l =>
  (Object.keys(sizes) as (keyof typeof sizes)[]).map(s => [l, s] as const),
)
test.each(cases)('every screen in %s on the %s fits, speaks to people, and throws nothing', async (language, size) => {
  const found: string[] = []
  for (const role of Object.keys(places) as Role[]) {
    const { page, troubles } = await phone(browser, server.url, { locale: languages[language], ...sizes[size] })
    await enter(page, role, language)
    for (const place of places[role]) {
      await still(page, place)
      found.push(...(await faults(page)).map(f => `${role} ${place} ${f}`))
    }
    found.push(...troubles.map(t => `${role} ${t}`))
    await page.context().close()
  }
  expect(found).toEqual([])
})

/** What axe calls serious or critical in this part of the page. */
async function barriers(page: Page, part: string): Promise<string[]> {
  // One frame, so no second page is needed to gather what frames say.
  const { violations } = await new AxeBuilder({ page: page as never })
    .setLegacyMode()
    .include(part)
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations
    .filter(v => v.impact === 'serious' || v.impact === 'critical')
    .map(
      v =>
        `${v.id}: ${v.nodes
          .map(n => n.html.slice(0, 120))
          .slice(0, 3)
          .join(' | ')}`,
    )
}
const notOpened = (error: Error) => [`did not open or close: ${error.message.split('\n', 1)[0]}`]
const over = 'dialog[open], [role="dialog"]'
/** Presses these one inside the other; Esc takes them away again. */
async function opened(page: Page, way: readonly RegExp[]): Promise<string[]> {
  for (const [i, name] of way.entries()) {
    const within = i === 0 ? page.locator('#root') : page.locator(over).last()
    await within.getByRole('button', { name }).locator('visible=true').first().press('Enter', { timeout: 5000 })
    await page.locator(over).first().waitFor()
  }
  await settled(page)
  const found = await barriers(page, over)
  for (let i = 0; i < 4 && (await page.locator(over).count()) > 0; i++) {
    await page.keyboard.press('Escape')
    await page.waitForTimeout(100)
  }
  await page.locator(over).waitFor({ state: 'detached' })
  return found
}

test.each([
  ['dark', 'phone'],
  ['light', 'desktop'],
] as const)('no screen and no sheet has a serious fault of accessibility, %s on the %s', async (scheme, size) => {
  const found: string[] = []
  for (const role of Object.keys(places) as Role[]) {
    const { page } = await phone(browser, server.url, { ...sizes[size] })
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    await enter(page, role, 'en')
    for (const place of places[role]) {
      await still(page, place)
      found.push(...(await barriers(page, 'html')).map(f => `${role} ${place} ${f}`))
      for (const way of sheets[role][place] ?? [])
        found.push(...(await opened(page, way).catch(notOpened)).map(f => `${role} ${place} ${way.join(' ')} ${f}`))
    }
    await page.context().close()
  }
  expect(found).toEqual([])
})

test.each(Object.entries(languages))(
  'the very first clip has its captions in the language of the viewer: %s',
  async (language, locale) => {
    const { page } = await phone(browser, server.url, { locale })
    await page.goto('/')
    await page.locator(`.slide[data-active] video track[srclang="${language}"]`).waitFor({ state: 'attached' })
    await page.context().close()
  },
)
