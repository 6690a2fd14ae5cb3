// Pictures of the main screens for docs/screens, taken from a running demo server:
//   npm run screens -- [--url http://localhost:3000] [--keys .enishi/demo.json] [--language en] [--to docs/screens] [name …]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { openBrowser, settled, signUp } from '#testing/browser'

const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1440, height: 900 } } as const
const locales: Readonly<Record<string, string>> = { en: 'en-GB', ja: 'ja-JP', zh: 'zh-CN' }
/** Kilobytes that a picture in the repository may have; quality goes down until it fits. */
const most = 60

type Who = 'guest' | 'shopper' | 'merchant' | 'operator'
interface Screen {
  readonly name: string
  readonly who: Who
  /** `{post:koi}` stands for the id that the demo has under that key. */
  readonly path: string
  readonly on: readonly (keyof typeof sizes)[]
  /** What a person would do on it before the picture. */
  readonly before?: (page: Page) => Promise<void>
}

const both = ['phone', 'desktop'] as const
const openBuySheet = async (page: Page): Promise<void> => {
  await settled(page)
  await page
    .locator('.slide[data-active]')
    .getByRole('button', { name: /^(Buy|購入|购买)$/ })
    .click()
  await page.getByRole('dialog').waitFor()
}
const buyNow = async (page: Page): Promise<void> => {
  await openBuySheet(page)
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^(Buy now|購入手続きへ|立即购买)/ })
    .click()
  await page.waitForURL(/\/checkout\//)
}
const toTheLoop = (page: Page): Promise<void> =>
  page.getByRole('heading', { name: /^(The loop|循環|循环)/ }).evaluate(heading => heading.scrollIntoView())
/** The clip of that page, as somebody's own recording in the editor. */
const editClip = async (page: Page): Promise<void> => {
  const source = page.locator('.slide[data-active] video[src]')
  await source.waitFor({ state: 'attached' })
  const file = await page.request.get((await source.getAttribute('src')) ?? '')
  await page.goto('/create/edit')
  const clip = { name: 'clip.mp4', mimeType: 'video/mp4', buffer: await file.body() }
  await page.locator('.edit input[type=file]').setInputFiles(clip)
  await page.locator('.edit-transport').waitFor()
  await page.waitForTimeout(1500)
}
const firstLink = (pattern: RegExp) => async (page: Page) => {
  const links = await page.locator('main a, a').evaluateAll(all => all.map(a => a.getAttribute('href') ?? ''))
  const found = links.find(href => pattern.test(href))
  if (!found) throw new Error(`no link ${pattern} on ${page.url()}`)
  await page.goto(found)
}

const screens: readonly Screen[] = [
  { name: 'feed', who: 'guest', path: '/', on: both },
  { name: 'feed-offer', who: 'guest', path: '/p/{post:kaga-chrysanthemum}', on: both },
  { name: 'buy-sheet', who: 'guest', path: '/p/{post:kaga-chrysanthemum}', on: both, before: openBuySheet },
  { name: 'checkout', who: 'guest', path: '/p/{post:kaga-chrysanthemum}', on: both, before: buyNow },
  { name: 'mall', who: 'guest', path: '/mall', on: both },
  { name: 'product', who: 'guest', path: '/product/{product:hagi-cup}', on: both },
  { name: 'shop', who: 'guest', path: '/shop/uji-haoto', on: both },
  { name: 'search', who: 'guest', path: '/search?q=tea', on: both },
  { name: 'orders', who: 'shopper', path: '/orders', on: both },
  { name: 'order', who: 'shopper', path: '/orders', on: ['phone'], before: firstLink(/^\/orders\/ord_/) },
  { name: 'me', who: 'shopper', path: '/me', on: ['phone'] },
  { name: 'taste', who: 'shopper', path: '/me/taste', on: ['phone'] },
  { name: 'saved', who: 'shopper', path: '/me?tab=saved', on: ['phone'] },
  { name: 'notices', who: 'shopper', path: '/me/notices', on: both },
  { name: 'alerts', who: 'shopper', path: '/me/alerts', on: ['phone'] },
  { name: 'settings', who: 'shopper', path: '/me/settings', on: both },
  { name: 'cart', who: 'shopper', path: '/cart', on: ['phone'] },
  { name: 'edit', who: 'shopper', path: '/p/{post:kaga-chrysanthemum}', on: both, before: editClip },
  { name: 'post-numbers', who: 'merchant', path: '/me', on: both, before: firstLink(/^\/me\/posts\/pst_/) },
  { name: 'studio-home', who: 'merchant', path: '/studio/', on: both },
  { name: 'studio-loop', who: 'merchant', path: '/studio/', on: both, before: toTheLoop },
  { name: 'studio-orders', who: 'merchant', path: '/studio/orders', on: ['desktop'] },
  { name: 'studio-returns', who: 'merchant', path: '/studio/returns', on: both },
  { name: 'studio-declarations', who: 'merchant', path: '/studio/declarations', on: both },
  {
    name: 'studio-declaration',
    who: 'merchant',
    path: '/studio/declarations',
    on: both,
    before: firstLink(/\/declarations\/ord_/),
  },
  { name: 'studio-promotions', who: 'merchant', path: '/studio/promotions', on: both },
  { name: 'studio-finance', who: 'merchant', path: '/studio/finance', on: both },
  { name: 'studio-stock', who: 'merchant', path: '/studio/products/{product:hagi-cup}/stock', on: both },
  { name: 'studio-shop', who: 'merchant', path: '/studio/shop', on: both },
  { name: 'studio-trade', who: 'merchant', path: '/studio/trade?market=CN', on: both },
  { name: 'studio-trade-products', who: 'merchant', path: '/studio/trade/products?market=CN', on: both },
  { name: 'studio-trade-facts', who: 'merchant', path: '/studio/products/{product:hagi-cup}/trade', on: both },
  { name: 'studio-products', who: 'merchant', path: '/studio/products', on: ['desktop'] },
  { name: 'studio-content', who: 'merchant', path: '/studio/content', on: both },
  { name: 'studio-customers', who: 'merchant', path: '/studio/customers', on: both },
  { name: 'studio-staff', who: 'merchant', path: '/studio/staff', on: ['desktop'] },
  { name: 'studio-legal', who: 'merchant', path: '/studio/legal', on: both },
  { name: 'studio-import', who: 'merchant', path: '/studio/products/import', on: both },
  { name: 'console-home', who: 'operator', path: '/console/', on: both },
  { name: 'console-reports', who: 'operator', path: '/console/reports', on: ['desktop'] },
  { name: 'console-appeals', who: 'operator', path: '/console/reports/appeals', on: ['desktop'] },
  { name: 'console-people', who: 'operator', path: '/console/people', on: both },
  { name: 'console-shops', who: 'operator', path: '/console/shops', on: both },
  { name: 'console-rates', who: 'operator', path: '/console/rates', on: both },
  { name: 'console-rules', who: 'operator', path: '/console/rules', on: both },
  { name: 'console-payouts', who: 'operator', path: '/console/payouts', on: both },
  { name: 'console-fees', who: 'operator', path: '/console/fees', on: both },
  { name: 'console-music', who: 'operator', path: '/console/music', on: both },
  { name: 'console-loop', who: 'operator', path: '/console/loop', on: ['desktop'] },
  { name: 'console-health', who: 'operator', path: '/console/health', on: ['desktop'] },
  { name: 'console-heart', who: 'operator', path: '/console/heart', on: ['desktop'] },
]

async function small(png: Buffer): Promise<Buffer> {
  for (let quality = 84; ; quality -= 6) {
    const webp = await sharp(png).webp({ quality, effort: 6, smartSubsample: true }).toBuffer()
    if (webp.length <= most * 1000 || quality <= 24) return webp
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: 'string', default: 'http://localhost:3000' },
    keys: { type: 'string', default: '.enishi/demo.json' },
    language: { type: 'string', default: 'en' },
    to: { type: 'string', default: 'docs/screens' },
  },
})
type Keys = Record<Exclude<Who, 'guest'>, { email: string; password: string }> & {
  readonly ids: Readonly<Record<string, string>>
}
const keys = JSON.parse(readFileSync(values.keys, 'utf8')) as Keys

async function enter(browser: Browser, who: Who, on: keyof typeof sizes): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: sizes[on],
    baseURL: values.url,
    locale: locales[values.language] ?? values.language,
    isMobile: on === 'phone',
    hasTouch: on === 'phone',
  })
  if (who === 'guest') return context
  await signUp(await context.newPage(), values.url, { ...keys[who], name: who, handle: who })
  await speak(context, values.language)
  return context
}

/** An account's language goes before the browser's. */
async function speak(context: BrowserContext, language: string): Promise<void> {
  const set = await context.request.patch('/v1/me', { data: { language }, headers: { origin: values.url } })
  if (!set.ok()) throw new Error(`the account does not take the language ${language}: ${set.status()}`)
}

async function take(context: BrowserContext, screen: Screen): Promise<Buffer> {
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  try {
    await page.goto(screen.path.replace(/\{(.+)\}/, (_, key: string) => keys.ids[key] ?? key))
    await page.waitForLoadState('networkidle', { timeout: 8000 }).catch(() => undefined)
    await screen.before?.(page)
    await page.waitForLoadState('networkidle', { timeout: 5000 }).catch(() => undefined)
    await settled(page)
    await page.waitForTimeout(1200)
    return await page.screenshot()
  } finally {
    await page.close()
  }
}

mkdirSync(values.to, { recursive: true })
const browser = await openBrowser()
try {
  for (const on of ['phone', 'desktop'] as const)
    for (const who of ['guest', 'shopper', 'merchant', 'operator'] as const) {
      const wanted = screens.filter(
        s => s.who === who && s.on.includes(on) && (positionals.length === 0 || positionals.includes(s.name)),
      )
      if (wanted.length === 0) continue
      const context = await enter(browser, who, on)
      for (const screen of wanted) {
        const file = join(values.to, `${screen.name}-${on}.webp`)
        const webp = await small(await take(context, screen))
        writeFileSync(file, webp)
        console.log(`${file}: ${Math.ceil(webp.length / 1000)} kB`)
      }
      if (who !== 'guest') await speak(context, 'en')
      await context.close()
    }
} finally {
  await browser.close()
}
