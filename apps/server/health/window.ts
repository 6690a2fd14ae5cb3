import type { LoggedEvent } from '#base/catalogue'
import { hours } from '#base/kernel'

type Measured = LoggedEvent<'player.measured'>
export interface PlayerFigures {
  readonly measured: number
  readonly firstFrameP50: number | null
  readonly firstFrameP95: number | null
  /** Percent of clips whose first frame was there when they were swiped to. */
  readonly ready: number | null
  /** For 100 clips. */
  readonly stalls: number | null
  /** Of clips played, percent by picture size; the largest share first. */
  readonly rungs: readonly { rung: string; percent: number }[]
}

/** The nearest-rank percentile of numbers; null of none. */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null
}

/** What players told; `ready` of an event is the readyState of the video at the swipe, and 2 is a frame (HTML, HAVE_CURRENT_DATA). */
export function playerFigures(events: readonly Measured[]): PlayerFigures {
  const n = events.length
  const frames = events.map(e => e.data.firstFrameMs)
  const rungs = new Map<string, number>()
  for (const { data } of events) rungs.set(data.rung, (rungs.get(data.rung) ?? 0) + 1)
  const percent = (part: number) => Math.round((100 * part) / n)
  return {
    measured: n,
    firstFrameP50: percentile(frames, 0.5),
    firstFrameP95: percentile(frames, 0.95),
    ready: n === 0 ? null : percent(events.filter(e => e.data.ready >= 2).length),
    stalls: n === 0 ? null : percent(events.reduce((sum, e) => sum + e.data.stalls, 0)),
    rungs: [...rungs].sort((a, b) => b[1] - a[1]).map(([rung, count]) => ({ rung, percent: percent(count) })),
  }
}

const most = 20_000
/** The last day of what players told, and when a model was last swapped in. Kept in memory from the log. */
export function createWindow() {
  let told: Measured[] = []
  let trained: Date | null = null
  return {
    learn(events: readonly LoggedEvent[]): void {
      for (const event of events) {
        if (event.name === 'player.measured') told.push(event)
        if (event.name === 'feed.model_swapped') trained = event.at
      }
      if (told.length > 2 * most) told = told.slice(-most)
    },
    player(now: Date, lastHours: number): PlayerFigures {
      const from = now.getTime() - hours(lastHours)
      return playerFigures(told.filter(e => e.at.getTime() > from && e.at <= now))
    },
    trained: () => trained,
  }
}

/** How long the newest requests took, and how many failed by a mistake of ours in the last hour. Of this process, since its start. */
export function createTimings(clock: () => number = Date.now) {
  const kept = 2000
  const pages: number[] = []
  let mistakes: number[] = []
  let next = 0
  return {
    page(ms: number): void {
      pages[next] = ms
      next = (next + 1) % kept
    },
    mistake(): void {
      mistakes = [...mistakes.filter(at => clock() - at < hours(1)).slice(-1000), clock()]
    },
    pages: () => ({
      pages: pages.length,
      p50: percentile(pages, 0.5),
      p99: percentile(pages, 0.99),
    }),
    mistakes: () => mistakes.filter(at => clock() - at < hours(1)).length,
  }
}
