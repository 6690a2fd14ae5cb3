import { type Browser, chromium, type Page } from 'playwright-core'

const paths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Debian's Chromium, headless, with nothing of its own going out. `camera`: with a camera and a microphone that are none. */
export async function openBrowser({ camera = false } = {}): Promise<Browser> {
  const { existsSync } = await import('node:fs')
  const executablePath = paths.find(existsSync)
  if (!executablePath) throw new Error('Chromium is missing: sudo apt-get install chromium')
  return chromium.launch({
    executablePath,
    args: [
      ...['--no-sandbox', '--disable-quic', '--disable-background-networking', '--autoplay-policy=no-user-gesture-required'],
      ...(camera ? ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'] : []),
    ],
  })
}

export interface Watched {
  readonly page: Page
  /** Console errors, page errors, and requests that left our origin. */
  readonly troubles: string[]
}
/** A phone with its own cookies; `url` is its home. */
export async function phone(
  browser: Browser,
  url: string,
  options: { locale?: string; width?: number; height?: number } = {},
): Promise<Watched> {
  const { locale = 'en-GB', width = 390, height = 844 } = options
  const context = await browser.newContext({
    viewport: { width, height },
    locale,
    baseURL: url,
    hasTouch: width < 600,
    isMobile: width < 600,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const troubles: string[] = []
  page.on('pageerror', error => troubles.push(`page: ${error.message}`))
  page.on('request', request => {
    if (!request.url().startsWith(url) && !/^(data|blob):/.test(request.url())) troubles.push(`left the app: ${request.url()}`)
  })
  return { page, troubles }
}
/** Signs a fresh phone in (or up) as this person. */
export async function signUp(
  page: Page,
  url: string,
  person: { email: string; password: string; name: string; handle: string },
): Promise<void> {
  const headers = { origin: url }
  const made = await page.request.post('/v1/sign-up', { data: person, headers })
  if (made.ok()) return
  const { email, password } = person
  const known = await page.request.post('/v1/sign-in', { data: { email, password }, headers })
  if (!known.ok()) throw new Error(await known.text())
}
/** Waits until what moves on the page has come to rest: a card that slides in, a sheet that opens. */
export const settled = (page: Page): Promise<void> =>
  page.evaluate(`(async () => {
    for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame)
    const moving = document.getAnimations().filter(a => a.effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(moving.map(a => a.finished))
  })()`)
/** Swipes on (or back) until this post is in front; the post that is there in the end. */
export async function swipeTo(page: Page, wanted: (post: string) => boolean, way: 'on' | 'back' = 'on'): Promise<string> {
  const active = () => page.locator('.slide[data-active]').first().getAttribute('data-post')
  for (let i = 0; i < 60; i++) {
    const post = await active()
    if (post && wanted(post)) return post
    await page.keyboard.press(way === 'on' ? 'ArrowDown' : 'ArrowUp')
    // The scroller snaps; the next is in front when more than half of it is in view.
    for (let k = 0; k < 40 && (await active()) === post; k++) await page.waitForTimeout(50)
  }
  throw new Error('the feed ended before that post')
}
interface Clip {
  readonly currentTime: number
  readonly paused: boolean
}
/** Is a video moving now? */
export const playing = (page: Page): Promise<boolean> =>
  page.locator('video').evaluateAll(list => (list as unknown as Clip[]).some(v => v.currentTime > 0.15 && !v.paused))
/** Waits until a video moves. */
export async function plays(page: Page): Promise<void> {
  for (let i = 0; i < 150; i++) {
    if (await playing(page)) return
    await page.waitForTimeout(200)
  }
  throw new Error('no video plays')
}
