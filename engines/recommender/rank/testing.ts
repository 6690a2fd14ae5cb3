import { type Random, seeded } from '#base/kernel'
import { OnlineRanker } from './ranker.ts'
import type { Context, Head, RankSettings } from './types.ts'

const heads: readonly Head[] = [
  { name: 'good', kind: 'binary', rich: true },
  { name: 'like', kind: 'binary', rich: true },
  { name: 'share', kind: 'binary', rich: false },
  { name: 'watch', kind: 'watch', rich: false },
]

export const smallSettings = (of: Partial<RankSettings> = {}): RankSettings => ({
  seed: 1,
  heads,
  facts: 1,
  room: { persons: 256, items: 256, authors: 64, tags: 64, sounds: 64, pairs: 4096 },
  ...of,
})
export const smallRanker = (of: Partial<RankSettings> = {}): OnlineRanker => new OnlineRanker(smallSettings(of))

export const contextOf = (of: Partial<Context> = {}): Context => ({
  person: 1,
  item: 1,
  author: 1,
  tag: 1,
  sound: 1,
  scene: 1,
  facts: [0],
  durationMs: 20_000,
  timeMs: 1_700_000_000_000,
  ...of,
})

export interface WorldRow {
  readonly context: Context
  readonly labels: (number | null)[]
  /** Probability that the first head was drawn with. */
  readonly truth: number
}

/** A world where persons like one of four kinds of items and every tenth item is good for everybody. The kind is the tag, unless it is hidden. */
export function plantedWorld(seed: number, rows: number, hidden = false): WorldRow[] {
  const random: Random = seeded(seed)
  const below = (n: number): number => Math.floor(random() * n)
  return Array.from({ length: rows }, (_, r) => {
    const person = below(60)
    const item = below(80)
    const truth = item % 10 === 0 ? 0.8 : person % 4 === item % 4 ? 0.7 : 0.15
    const good = random() < truth ? 1 : 0
    const durationMs = 5_000 + 1_000 * (item % 40)
    const labels = [good, good && random() < 0.2 ? 1 : 0, random() < 0.02 ? 1 : 0, durationMs * (good ? 0.9 : 0.2) * random()]
    const scene = below(3)
    const context = contextOf({
      person,
      item,
      author: item >> 1,
      tag: hidden ? -1 : item % 4,
      sound: -1,
      scene,
      facts: [person % 3],
      durationMs,
      timeMs: 1_700_000_000_000 + r * 5_000,
    })
    return { context, labels, truth }
  })
}
