import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { plays } from '#testing/browser'
import { shapedLink } from './shaped-link.ts'

/**
 * Swipe to moving frame on a shaped link, in a real browser, against a running server that has the demo world:
 * `node bench/watch.ts --url http://localhost:3000`. The figures are the player's own telemetry, as the log gets it.
 */
const { values } = parseArgs({
  options: { url: { type: 'string', default: 'http://localhost:3000' }, swipes: { type: 'string', default: '10' } },
})
const links = [
  { name: '4 Mbps, 100 ms', mbps: 4, rttMs: 100 },
  { name: '12 Mbps, 50 ms', mbps: 12, rttMs: 50 },
]
interface Measured {
  firstFrameMs: number
  ready: number
  stalls: number
  rung: string
  bytes: number
}
const quantile = (sorted: readonly number[], q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN

async function run(link: (typeof links)[number], dwellMs: number): Promise<void> {
  const relay = await shapedLink(Number(new URL(values.url).port), link)
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--autoplay-policy=no-user-gesture-required'],
  })
  const page = await browser.newPage({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  const measured: Measured[] = []
  page.on('request', request => {
    if (!request.url().endsWith('/v1/events')) return
    for (const e of (request.postDataJSON() as { events: { name: string; data: Measured }[] } | null)?.events ?? [])
      if (e.name === 'player.measured') measured.push(e.data)
  })
  await page.goto(`http://127.0.0.1:${relay.port}/`)
  await plays(page)
  await page.waitForTimeout(3000)
  for (let i = 0; i < Number(values.swipes); i++) {
    await page.keyboard.press('ArrowDown')
    await page.waitForTimeout(dwellMs)
  }
  await page.waitForTimeout(3000)
  await page.close({ runBeforeUnload: true })
  await browser.close()
  await relay.close()
  const swiped = measured.slice(1)
  const times = swiped.map(m => m.firstFrameMs).sort((a, b) => a - b)
  const ready = swiped.filter(m => m.ready >= 2).length / swiped.length
  console.log(
    `| ${link.name}, dwell ${dwellMs / 1000} s | ${swiped.length} | ${quantile(times, 0.5).toFixed(0)} / ${quantile(times, 0.95).toFixed(0)} ms | ${(100 * ready).toFixed(0)} % | ${swiped.reduce((n, m) => n + m.stalls, 0)} | ${[...new Set(swiped.map(m => m.rung))].join(', ')} |`,
  )
}

console.log(
  '| link | swipes measured | activation → frame p50 / p95 | ready at swipe | stalls | rungs |\n| --- | --- | --- | --- | --- | --- |',
)
for (const link of links) for (const dwell of [1500, 3000]) await run(link, dwell)
