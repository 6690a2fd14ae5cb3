/** One encoding of a clip. The budget is a ceiling: quiet pictures take less. */
export interface Rung {
  readonly name: 'low' | 'mid' | 'high'
  readonly width: number
  readonly height: number
  readonly kbps: number
  readonly audioKbps: number
}

/** Boxes for upright clips; lying ones turn the box. Names, sizes and budgets are those of the player's measurements. */
const classes = [
  { name: 'low', short: 360, long: 640, kbps: 450, audioKbps: 64 },
  { name: 'mid', short: 540, long: 960, kbps: 900, audioKbps: 96 },
  { name: 'high', short: 720, long: 1280, kbps: 1800, audioKbps: 128 },
] as const

/** Codecs of 4:2:0 pictures need even sides. */
const even = (n: number) => Math.max(2, 2 * Math.round(n / 2))
/** A rung that is hardly larger than the one below it costs space and time and shows nothing more. */
const worthwhile = 1.15

/** The largest even size with the same shape that fits the box; never larger than the source. */
export function sizeWithin(
  source: { width: number; height: number },
  short: number,
  long: number,
): { width: number; height: number } {
  const [boxWidth, boxHeight] = source.width > source.height ? [long, short] : [short, long]
  const scale = Math.min(1, boxWidth / source.width, boxHeight / source.height)
  return { width: even(source.width * scale), height: even(source.height * scale) }
}

/** The rungs of a clip, lowest first; the lowest is always there. `source` is the size as it is shown (turned, square pixels). */
export function ladder(source: { width: number; height: number }): Rung[] {
  const rungs: Rung[] = []
  for (const c of classes) {
    const size = sizeWithin(source, c.short, c.long)
    const below = rungs.at(-1)
    if (below && size.width * size.height < below.width * below.height * worthwhile ** 2) continue
    rungs.push({ name: c.name, ...size, kbps: c.kbps, audioKbps: c.audioKbps })
  }
  return rungs
}
