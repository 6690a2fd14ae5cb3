import { writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import sharp from 'sharp'
import { BareBrowser, type BarePage } from './bare-browser.ts'
import { traced } from './memory-parts.ts'

/**
 * How smooth a swipe is: `node bench/swipe-frames.ts --url URL [--swipes 6] [--sheet FILE.webp]` against a running server. A finger is put
 * down, drawn up and let go; the frames of a swipe are those that were presented between the feed's first scroll event and its `scrollend`.
 * `--sheet` swipes once more while every frame is recorded and draws each swipe as a row: recording takes time of its own, so no figure is
 * taken from it. `TRACE=FILE` keeps the trace.
 */
const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:3000' },
    swipes: { type: 'string', default: '6' },
    sheet: { type: 'string' },
  },
})
const swipes = Number(values.swipes)
const dwellMs = 1500

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly ts: number
  readonly dur?: number
  readonly pid: number
  readonly id?: string
  readonly id2?: object
  readonly args?: Record<string, unknown>
}

/** Marks in the trace where a scroll of the feed begins and ends. */
const marks = `(() => {
  let moving = false
  const of = event => event.target instanceof Element && event.target.matches('.feed')
  document.addEventListener('scroll', event => {
    if (!of(event) || moving) return
    moving = true
    performance.mark('swipe begins')
  }, { capture: true, passive: true })
  document.addEventListener('scrollend', event => {
    if (!of(event)) return
    moving = false
    performance.mark('swipe ends')
  }, true)
})()`

async function phone(browser: BareBrowser): Promise<BarePage> {
  const page = await browser.phone(values.url as string, marks)
  for (let i = 0; i < 150; i++) {
    if (await page.evaluate<boolean>(`[...document.querySelectorAll('video')].some(v => v.currentTime > 1)`)) return page
    await sleep(200)
  }
  throw new Error('no video plays')
}

/** A stroke of a thumb, as touches: up by 510 px in a fifth of a second. The scrolling after it is the browser's own. */
async function flick(page: BarePage): Promise<number[]> {
  const begun: number[] = []
  const touch = (type: string, y: number) =>
    page.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x: 195, y }] })
  for (let i = 0; i < swipes; i++) {
    begun.push(performance.now())
    await touch('touchStart', 700)
    for (let y = 670; y >= 190; y -= 30) {
      await touch('touchMove', y)
      if (y > 190) await sleep(12)
    }
    await touch('touchEnd', 190)
    await sleep(dwellMs)
  }
  return begun
}

interface Swipe {
  readonly ms: number
  /** Between frames that were presented one after the other, ms. */
  readonly gaps: readonly number[]
  /** Chromium's own count: frames that should have come at their time and did not. */
  readonly dropped: number
  /** The longest task of the page's main thread, ms. */
  readonly task: number
}
type State = 'presented' | 'dropped' | 'other'
interface Frame {
  /** When it was on the screen, or given up; ms. */
  readonly at: number
  readonly state: State
  /** Chromium's sense: something on the screen moved and waited for this frame. */
  readonly smoothness: boolean
}
interface Reporter {
  readonly frame_source?: number
  readonly frame_sequence?: number
  readonly state?: string
  readonly affects_smoothness?: boolean
}
const stateOf = ({ state = '' }: Reporter): State =>
  state.startsWith('STATE_PRESENTED') ? 'presented' : state === 'STATE_DROPPED' ? 'dropped' : 'other'

/**
 * Frames of one process: a `PipelineReporter` begins with what became of the frame and ends when it was presented or given up. A frame that
 * the page's thread was late for has two: one for what the compositor showed, one for what came later. It counts once, at its first showing.
 */
function framesOf(events: readonly TraceEvent[], pid: number): Frame[] {
  const open = new Map<string, Reporter>()
  const frames = new Map<string, Frame>()
  for (const e of events) {
    if (e.name !== 'PipelineReporter' || e.pid !== pid) continue
    const key = JSON.stringify(e.id2 ?? e.id)
    const begun = open.get(key)
    if (e.ph === 'b') open.set(key, (e.args?.frame_reporter ?? e.args?.chrome_frame_reporter ?? {}) as Reporter)
    if (e.ph !== 'e' || !begun) continue
    open.delete(key)
    const frame = { at: e.ts / 1000, state: stateOf(begun), smoothness: begun.affects_smoothness === true }
    const number = `${begun.frame_source} ${begun.frame_sequence}`
    if (frames.get(number)?.state !== 'presented') frames.set(number, frame)
  }
  // Two frames that were shown at once are one.
  return [...frames.values()]
    .sort((a, b) => a.at - b.at)
    .filter((f, i, all) => f.state !== 'presented' || !all.some((o, k) => k < i && o.state === 'presented' && f.at - o.at < 2))
}

function swipesOf(events: readonly TraceEvent[]): Swipe[] {
  const marked = (name: string) => events.filter(e => e.name === name)
  const ends = marked('swipe ends')
  return marked('swipe begins').flatMap(({ ts: from, pid }) => {
    const to = ends.find(e => e.ts > from && e.pid === pid)?.ts
    if (to === undefined) return []
    const frames = framesOf(events, pid).filter(f => f.at >= from / 1000 && f.at <= to / 1000)
    const at = frames.filter(f => f.state === 'presented').map(f => f.at)
    const tasks = events.filter(e => e.name === 'RunTask' && e.pid === pid && e.ts >= from && e.ts <= to).map(e => e.dur ?? 0)
    return {
      ms: (to - from) / 1000,
      gaps: at.slice(1).map((t, k) => t - (at[k] as number)),
      dropped: frames.filter(f => f.state === 'dropped' && f.smoothness).length,
      task: Math.max(0, ...tasks) / 1000,
    }
  })
}

async function measure(browser: BareBrowser): Promise<Swipe[]> {
  const page = await phone(browser)
  const includedCategories = ['cc', 'benchmark', 'toplevel', 'blink.user_timing', 'disabled-by-default-devtools.timeline']
  const front = () => page.evaluate<number>(`Number(document.querySelector('.slide[data-active]')?.dataset.i)`)
  const before = await front()
  const text = await traced(browser, { includedCategories }, () => flick(page))
  console.log(`${(await front()) - before} slides passed in ${swipes} swipes`)
  if (process.env.TRACE) writeFileSync(process.env.TRACE, text)
  const { traceEvents } = JSON.parse(text) as { traceEvents: TraceEvent[] }
  return swipesOf(traceEvents.sort((a, b) => a.ts - b.ts))
}

/** The frames of each swipe as JPEG in base64, from the touch until it has come to rest. */
async function record(browser: BareBrowser): Promise<string[][]> {
  const page = await phone(browser)
  const shots: { data: string; at: number }[] = []
  browser.on<{ data: string; sessionId: number }>('Page.screencastFrame', ({ data, sessionId }) => {
    shots.push({ data, at: performance.now() })
    void page.send('Page.screencastFrameAck', { sessionId })
  })
  await page.send('Page.startScreencast', { format: 'jpeg', quality: 70, maxWidth: 390, maxHeight: 844, everyNthFrame: 1 })
  const begun = await flick(page)
  await page.send('Page.stopScreencast')
  return begun.map(from => shots.filter(s => s.at >= from && s.at < from + 1000).map(s => s.data))
}

/** One swipe a row, each frame a third as large. */
async function sheet(rows: readonly (readonly string[])[], file: string): Promise<void> {
  const [width, height] = [130, 281]
  const tiles = rows.flatMap((row, y) =>
    row.map(async (data, x) => ({
      input: await sharp(Buffer.from(data, 'base64')).resize(width, height, { fit: 'fill' }).toBuffer(),
      left: x * (width + 2),
      top: y * (height + 2),
    })),
  )
  const across = Math.max(1, ...rows.map(row => row.length))
  await sharp({ create: { width: across * (width + 2), height: rows.length * (height + 2), channels: 3, background: '#fff' } })
    .composite(await Promise.all(tiles))
    .toFile(file)
}

/** A turn of a 60 Hz screen is 16.7 ms, two are 33.3; what the rows allow beyond is for its clock. */
const share = (of: readonly number[], most: number) => `${((100 * of.filter(t => t <= most).length) / of.length).toFixed(0)} %`
const browser = await BareBrowser.open()
try {
  const found = await measure(browser)
  const load = (loadavg()[0] ?? 0).toFixed(1)
  console.log(`${cpus().length} × ${cpus()[0]?.model}, ${new Date().toISOString().slice(0, 10)}, load ${load}\n`)
  console.log(
    '| swipe | takes | frames | ≤ 17.5 ms | ≤ 34 ms | longest | dropped | longest task |\n| --- | --- | --- | --- | --- | --- | --- | --- |',
  )
  const row = (name: string, s: Swipe) =>
    console.log(
      `| ${name} | ${s.ms.toFixed(0)} ms | ${s.gaps.length + 1} | ${share(s.gaps, 17.5)} | ${share(s.gaps, 34)} | ${Math.max(...s.gaps).toFixed(0)} ms | ${s.dropped} | ${s.task.toFixed(0)} ms |`,
    )
  for (const [i, s] of found.entries()) row(String(i + 1), s)
  const sum = (of: (s: Swipe) => number) => found.reduce((all, s) => all + of(s), 0)
  row('all', {
    ms: sum(s => s.ms) / found.length,
    gaps: found.flatMap(s => s.gaps),
    dropped: sum(s => s.dropped),
    task: Math.max(...found.map(s => s.task)),
  })
  if (values.sheet) await sheet(await record(browser), values.sheet)
} finally {
  await browser.close()
}
