import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { BareBrowser, type BarePage } from './bare-browser.ts'
import { memoryParts } from './memory-parts.ts'
import { shapedLink } from './shaped-link.ts'
import { type Counted, counted, countVideos } from './watch-page.ts'

/** What holds the memory, by the names that Chromium's memory-infra gives it; a name that is not there holds nothing. */
const parts = {
  'decoded pictures': 'cc/image_memory',
  'what is drawn (tiles)': 'cc/tile_memory',
  'DOM and styles, garbage too': 'blink_gc',
  'JavaScript, garbage too': 'v8',
  'buffers of Blink': 'partition_alloc',
  'media and the rest (malloc)': 'malloc',
}

/**
 * What the page's process holds after `swipes` swipes over a fast link, as rows of measured, value, target. Its memory is the private one of
 * Linux (`Private_*` of smaps_rollup): also shared memory that nobody else has mapped, which is where decoded pictures lie. Chromium's own
 * "private footprint" leaves that out and is smaller; the proportional set size, with a share of the program's code, is larger.
 */
export async function watchMemory(port: number, swipes: number): Promise<string[][]> {
  const relay = await shapedLink(port, { mbps: 100, rttMs: 10 })
  const browser = await BareBrowser.open()
  try {
    const page = await browser.phone(`http://127.0.0.1:${relay.port}/`, countVideos)
    await moves(page)
    const pid = await renderer(browser)
    const over = [memoryOf(pid).own]
    for (let i = 0; i < swipes; i++) {
      await page.press('ArrowDown', 40)
      await sleep(500)
      if ((i + 1) % (swipes / 4) === 0) over.push(memoryOf(pid).own)
    }
    const held = (await memoryParts(browser)).find(p => p.pid === pid)?.parts
    const before = memoryOf(pid)
    await page.send('HeapProfiler.collectGarbage')
    const { usedSize } = await page.send<{ usedSize: number }>('Runtime.getHeapUsage')
    const { videos, detached, slide } = await page.evaluate<Counted>(counted)
    // What the browser keeps only because there is room goes when the system asks for it.
    await page.send('Memory.simulatePressureNotification', { level: 'critical' })
    await sleep(3000)
    const mb = (n: number) => `${n.toFixed(0)} MB`
    return [
      ['slides passed', String(slide), String(swipes)],
      ["the page's process, private memory", mb(before.own), '≤ 250 MB'],
      [`… every ${swipes / 4} swipes`, over.map(n => n.toFixed(0)).join(', '), '–'],
      [
        '… proportional set size; after a signal that memory is short, private',
        `${mb(before.pss)}; ${mb(memoryOf(pid).own)}`,
        '–',
      ],
      ...Object.entries(parts).map(([name, key]) => [`… ${name}`, mb(held?.get(key) ?? 0), '–']),
      ['JS heap, after a collection', mb(usedSize / 2 ** 20), '–'],
      ['media elements ever made / not in the document', `${videos} / ${detached}`, '≤ 4 / 0'],
    ]
  } finally {
    await browser.close()
    await relay.close()
  }
}

async function moves(page: BarePage): Promise<void> {
  for (let i = 0; i < 300; i++) {
    if (await page.evaluate<boolean>('window.watched?.firstFrame > 0')) return
    await sleep(200)
  }
  throw new Error('no video plays')
}

/** The process of the page: the largest of the browser's renderers. */
async function renderer(browser: BareBrowser): Promise<number> {
  const { processInfo } = await browser.send<{ processInfo: { type: string; id: number }[] }>('SystemInfo.getProcessInfo')
  const pids = processInfo.filter(p => p.type === 'renderer').map(p => p.id)
  return pids.sort((a, b) => memoryOf(b).own - memoryOf(a).own)[0] as number
}

/** Megabytes of a process: private, and with its share of what it has in common with others. */
function memoryOf(pid: number): { own: number; pss: number } {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
  const sum = (lines: RegExp) => [...text.matchAll(lines)].reduce((all, line) => all + Number(line[1]), 0) / 1024
  return { own: sum(/^Private_(?:Clean|Dirty):\s+(\d+)/gm), pss: sum(/^Pss:\s+(\d+)/gm) }
}
