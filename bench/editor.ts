import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openBrowser, phone } from '#testing/browser'

/**
 * How long the editor needs for a clip of 8 s at 720×1280 with text, a sticker and a mosaic, in a real browser, against a running
 * server: `node bench/editor.ts --url http://localhost:3000`. From "Next" until the clip lies in the composer.
 */
const { values } = parseArgs({
  options: { url: { type: 'string', default: 'http://localhost:3000' }, runs: { type: 'string', default: '5' } },
})
const folder = mkdtempSync(join(tmpdir(), 'enishi-bench-editor-'))
const film = join(folder, 'film.mp4')
execFileSync('ffmpeg', [
  ...['-nostdin', '-v', 'error', '-y', '-f', 'lavfi', '-i', 'testsrc2=s=720x1280:r=30:d=8,gblur=sigma=2'],
  ...['-f', 'lavfi', '-i', 'sine=f=330:d=8', '-c:v', 'libx264', '-preset', 'veryfast', '-b:v', '6M'],
  ...['-pix_fmt', 'yuv420p', '-c:a', 'aac', '-shortest', film],
])

/** Seconds of one export. */
async function once(browser: Awaited<ReturnType<typeof openBrowser>>): Promise<number> {
  const { page } = await phone(browser, values.url)
  await page.goto('/create/edit')
  await page.locator('.edit input[type=file]').setInputFiles(film)
  await page.getByRole('button', { name: /^Piece 1/ }).waitFor()
  const tool = (name: string) => page.getByRole('navigation', { name: 'Tools' }).getByRole('button', { name }).click()
  await tool('Text')
  await page.getByLabel('Words').fill('Three weeks with it, and lighter than it looks')
  await page.getByRole('button', { name: 'Add text' }).click()
  await page.getByRole('button', { name: 'Whole clip' }).click()
  await tool('Stickers')
  await page.getByRole('button', { name: 'Price tag' }).first().click()
  await page.getByRole('button', { name: 'Whole clip' }).click()
  await tool('Mosaic')
  await page.getByRole('button', { name: 'Add a mosaic' }).click()
  const began = performance.now()
  await page.getByRole('button', { name: 'Next' }).click()
  await page.waitForURL(/\/create(\?|$)/, { timeout: 120_000 })
  const seconds = (performance.now() - began) / 1000
  await page.context().close()
  return seconds
}

const browser = await openBrowser()
const times: number[] = []
for (let i = 0; i < Number(values.runs); i++) times.push(await once(browser))
await browser.close()
rmSync(folder, { recursive: true, force: true })
const sorted = times.toSorted((a, b) => a - b)
console.log(`load ${loadavg()[0]?.toFixed(1)}; runs ${times.map(t => t.toFixed(1)).join(', ')} s`)
console.log(`export of 8 s at 720×1280: median ${sorted[Math.floor(sorted.length / 2)]?.toFixed(1)} s (target 8 s)`)
