import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '#testing/browser'
import { type Link, shapedLink } from './shaped-link.ts'
import { watchMemory } from './watch-memory.ts'
import { type Counted, counted, countVideos, stalledShare } from './watch-page.ts'
import { watchWorld } from './watch-world.ts'

/**
 * The player in a real browser behind a shaped link: `npm run bench:watch`. Without `--url` it starts a server of its own with clips at addresses
 * of their own. Figures of swipes are the player's own telemetry, as the log gets it; those of stalls, first frames and elements are taken
 * from the page; `--seconds 75` makes them clips that come by HLS, `--kept` adds what keeping clips for offline brings down. The last line is that of the slower link.
 */
const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    swipes: { type: 'string', default: '20' },
    memory: { type: 'string', default: '100' },
    cold: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '15,9' },
    kept: { type: 'boolean', default: false },
  },
})
const dwellMs = 1500
const links = [
  { name: '12 Mbps, 50 ms', mbps: 12, rttMs: 50 },
  { name: '4 Mbps, 100 ms', mbps: 4, rttMs: 100 },
]
const typical = { mbps: 9, rttMs: 100 }

interface Measured {
  readonly firstFrameMs: number
  readonly ready: number
  readonly rung: string
}
const quantile = (of: readonly number[], q: number): number => {
  const sorted = [...of].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? Number.NaN
}
const row = (...cells: readonly (string | number)[]) => console.log(`| ${cells.join(' | ')} |`)
const load = () => (loadavg()[0] ?? 0).toFixed(1)

async function phone(browser: Browser, link: Link): Promise<{ page: Page; measured: Measured[] }> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  const page = await context.newPage()
  const measured: Measured[] = []
  page.on('request', request => {
    if (!request.url().endsWith('/v1/events')) return
    for (const e of (request.postDataJSON() as { events: { name: string; data: Measured }[] } | null)?.events ?? [])
      if (e.name === 'player.measured') measured.push(e.data)
  })
  await page.addInitScript(countVideos)
  await page.goto(`http://127.0.0.1:${link.port}/`)
  await firstFrame(page)
  return { page, measured }
}

async function firstFrame(page: Page): Promise<void> {
  for (let i = 0; i < 300; i++) {
    if (await page.evaluate<boolean>('watched.firstFrame > 0')) return
    await page.waitForTimeout(200)
  }
  throw new Error('no video plays')
}

/** Swipes on as a keyboard does; each slide is left `ms` after the last. */
async function swipe(page: Page, times: number, ms: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    await page.keyboard.press('ArrowDown')
    await page.waitForTimeout(ms)
  }
}

async function swipes(port: number, link: (typeof links)[number]): Promise<string> {
  const relay = await shapedLink(port, link)
  const browser = await openBrowser()
  const { page, measured } = await phone(browser, relay)
  await page.waitForTimeout(3000)
  await swipe(page, Number(values.swipes), dwellMs)
  await page.waitForTimeout(2000)
  const share = stalledShare(await page.evaluate<Counted>(counted))
  await page.close({ runBeforeUnload: true })
  await page.context().close()
  await browser.close()
  await relay.close()
  // The first clip was opened, not swiped to.
  const swiped = measured.slice(1)
  const times = swiped.map(m => m.firstFrameMs)
  const [p50, p95] = [quantile(times, 0.5).toFixed(0), quantile(times, 0.95).toFixed(0)]
  const ready = ((100 * swiped.filter(m => m.ready >= 2).length) / swiped.length).toFixed(0)
  const rungs = Object.entries(Object.groupBy(swiped, m => m.rung)).map(([rung, list]) => `${rung} ${list?.length}`)
  row(link.name, swiped.length, `${p50} / ${p95} ms`, `${ready} %`, `${(100 * share).toFixed(2)} %`, rungs.join(', '), load())
  return `p50=${p50} p95=${p95} ready=${ready}`
}

/** From the first byte asked for to a moving frame, each time by a browser that knows nothing. */
async function coldOpen(port: number): Promise<void> {
  const times: number[] = []
  for (let i = 0; i < Number(values.cold); i++) {
    const relay = await shapedLink(port, typical)
    const browser = await openBrowser()
    const { page } = await phone(browser, relay)
    times.push((await page.evaluate<Counted>(counted)).firstFrame)
    await browser.close()
    await relay.close()
  }
  const list = times.map(t => (t / 1000).toFixed(2)).join(', ')
  row(
    'cold open → first frame, 9 Mbps, 100 ms: median',
    `${(quantile(times, 0.5) / 1000).toFixed(2)} s (${list})`,
    '≤ 2.0 s',
    load(),
  )
}

/** Whatever the version of the worker's store; one of what lies there is the list of what is shown. */
const clipsKept = `caches.keys()
  .then(names => caches.open(names.find(n => n.startsWith('clips-')) ?? 'clips'))
  .then(c => c.keys()).then(k => Math.max(0, k.length - 1))`

/** Four clips watched for ten seconds each, without the service worker and with it, which keeps a copy of each: what came down meanwhile. */
async function keeping(port: number): Promise<void> {
  for (const serviceWorkers of ['block', 'allow'] as const) {
    const relay = await shapedLink(port, links[0] as (typeof links)[number])
    const browser = await openBrowser()
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
      serviceWorkers,
    })
    const page = await context.newPage()
    await page.addInitScript(countVideos)
    await page.goto(`http://127.0.0.1:${relay.port}/`)
    await firstFrame(page)
    // The worker is there, and the pages that it keeps; then a page that it rules.
    await page.waitForTimeout(15_000)
    await page.reload()
    await firstFrame(page)
    await page.waitForTimeout(10_000)
    const before = relay.bytes()
    await swipe(page, 4, 10_000)
    const came = (relay.bytes() - before) / 2 ** 20
    const kept = await page.evaluate<number>(clipsKept)
    row(
      `4 clips watched, worker ${serviceWorkers === 'allow' ? `keeps ${kept}` : 'off'}: came down`,
      `${came.toFixed(2)} MB`,
      '–',
      load(),
    )
    await browser.close()
    await relay.close()
  }
}
const clips = Math.max(Number(values.swipes), Number(values.memory)) + 10
const world = values.url ? null : await watchWorld(clips, values.seconds.split(',').map(Number))
const port = Number(new URL(values.url ?? (world?.server.url as string)).port)
console.log(`${cpus().length} × ${cpus()[0]?.model}, ${new Date().toISOString().slice(0, 10)}, load ${load()}\n`)
try {
  console.log('| measured | | target | load |\n| --- | --- | --- | --- |')
  if (Number(values.cold) > 0) await coldOpen(port)
  if (Number(values.memory) > 0) for (const cells of await watchMemory(port, Number(values.memory))) row(...cells, load())
  if (values.kept) await keeping(port)
  console.log(
    '\n| link, dwell 1.5 s | swipes | activation → frame p50 / p95 | ready at swipe | stalled, of watch time | rungs | load |',
  )
  console.log('| --- | --- | --- | --- | --- | --- | --- |')
  let last = ''
  for (const link of links) last = await swipes(port, link)
  console.log(`\n${last}`)
} finally {
  await world?.stop()
}
