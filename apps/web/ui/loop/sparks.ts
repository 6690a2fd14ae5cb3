import type { LoopGeometry } from './geometry.ts'

/** A spark rides segment `i`; `u` from 0 to 1 along it, `w` across the band, `once` for a real event that ends at its gate. */
interface Spark {
  readonly i: number
  readonly w: number
  readonly speed: number
  readonly once: boolean
  u: number
}

export interface SparksOptions {
  readonly geometry: LoopGeometry
  /** Median hours of each segment: sparks move at 1/(7 + 6·log₁₀(1 + h)) of it a second. */
  readonly medianHours: readonly (number | null)[]
  readonly color: string
  /** Live: only real events are shown, as they come. Otherwise a steady stream that says "flow", not people. */
  readonly live: boolean
  /** With reduced motion the steady stream stands still and events are not shown. */
  readonly reduced: boolean
}

export interface Sparks {
  /** A real event: a spark arrives at this station. More than 12 a second are left out. */
  push(station: number): void
  stop(): void
}

/** Most events a second that are shown (experience.md 9.4). */
export const liveRate = 12

/** Lets at most `rate` calls a second through: a bucket of `rate` tokens. `now` in milliseconds. Pure but for its own count. */
export function throttle(rate: number): (now: number) => boolean {
  let tokens = rate
  let last = Number.NEGATIVE_INFINITY
  return now => {
    tokens = Math.min(rate, tokens + (Math.max(0, now - last) * rate) / 1000)
    last = now
    if (tokens < 1) return false
    tokens--
    return true
  }
}

export const speedOf = (hours: number | null | undefined): number => 1 / (7 + 6 * Math.log10(1 + Math.max(0, hours ?? 24)))

/** Golden-ratio steps spread sparks evenly without looking regular, and need no randomness. */
const spread = (j: number): number => (j * 0.61803398875) % 1

function stream(g: LoopGeometry, hours: SparksOptions['medianHours']): Spark[] {
  return g.counts.flatMap((count, i) => {
    if (count === 0 || !g.threads[i]?.some(t => t.kind === 'stay')) return []
    const n = Math.max(2, Math.round((count / 6) * (i === 2 || i === 5 ? 1.7 : 1)))
    return Array.from(
      { length: n },
      (_, j): Spark => ({
        i,
        u: (j + spread(j + i) * 0.8) / n,
        w: spread(j * 3 + i) - 0.5,
        speed: speedOf(hours[i]) * (0.8 + spread(j * 7) * 0.5),
        once: false,
      }),
    )
  })
}

/** Fits the canvas to its box (as the SVG's viewBox is fitted) and answers with a function that paints sparks on it. */
function painter(canvas: HTMLCanvasElement, g: LoopGeometry, color: string): (sparks: readonly Spark[]) => void {
  const pen = canvas.getContext('2d')
  const pixels = Math.min(2, devicePixelRatio || 1)
  canvas.width = Math.round(canvas.clientWidth * pixels)
  canvas.height = Math.round(canvas.clientHeight * pixels)
  const k = Math.min(canvas.width / g.frame.width, canvas.height / g.frame.height)
  const left = (canvas.width - g.frame.width * k) / 2
  const top = (canvas.height - g.frame.height * k) / 2
  return sparks => {
    if (!pen) return
    pen.clearRect(0, 0, canvas.width, canvas.height)
    pen.fillStyle = color
    for (const s of sparks) {
      if (s.i === 5 && s.u > 0.4 && s.u < 0.6) continue // under the other strand
      const [x, y] = g.spark(s.i, s.u, s.w)
      pen.globalAlpha = Math.min(1, Math.sin(Math.PI * (s.once ? Math.min(0.5, s.u) : s.u)) * 1.6) * 0.95
      pen.beginPath()
      pen.arc(x * k + left, y * k + top, (s.once ? 3 : 2.1) * k * (g.frame.upright ? 1.5 : 1), 0, Math.PI * 2)
      pen.fill()
    }
  }
}

/** Draws sparks on the canvas that lies over the threads, so that the threads are never painted again. Stops while the page is hidden. */
export function startSparks(canvas: HTMLCanvasElement, options: SparksOptions): Sparks {
  const { geometry: g, live, reduced } = options
  const paint = painter(canvas, g, options.color)
  const allowed = throttle(liveRate)
  let sparks = live ? [] : stream(g, options.medianHours)
  let frame = 0
  let last = 0
  let pushed = 0

  const step = (now: number): void => {
    const seconds = Math.min(0.05, (now - last) / 1000)
    last = now
    for (const s of sparks) s.u += seconds * s.speed
    sparks = sparks.filter(s => !s.once || s.u < 1)
    for (const s of sparks) if (s.u >= 1) s.u -= 1
    paint(sparks)
    frame = sparks.length > 0 && !document.hidden ? requestAnimationFrame(step) : 0
  }
  const start = (): void => {
    if (frame !== 0 || reduced || document.hidden || sparks.length === 0) return
    last = performance.now()
    frame = requestAnimationFrame(step)
  }
  const stop = (): void => {
    cancelAnimationFrame(frame)
    frame = 0
  }
  const onVisibility = (): void => (document.hidden ? stop() : start())
  document.addEventListener('visibilitychange', onVisibility)
  paint(sparks)
  start()
  return {
    push: station => {
      if (!live || reduced || document.hidden || !allowed(performance.now())) return
      pushed++
      // Newly seeded people come in behind the crossing.
      sparks.push({
        i: (station + 5) % 6,
        u: station === 0 ? 0.66 : 0.45,
        w: (spread(pushed) - 0.5) * 0.8,
        speed: 0.32,
        once: true,
      })
      start()
    },
    stop: () => {
      stop()
      document.removeEventListener('visibilitychange', onVisibility)
      paint([])
    },
  }
}
