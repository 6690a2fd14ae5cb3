import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seeded } from '#base/kernel'

export interface LoggedRow {
  readonly user: string
  readonly item: string
  readonly timeMs: number
  readonly longView: number
  readonly like: number
}

const minuteMs = 60_000
const tastes = 3

/** A folder of a made-up log: people watch long what has the tag of their taste, and skip most of the rest. Rows in time order. */
export function madeUpFolder(
  seed: number,
  { people = 18, items = 30, rows = 600 } = {},
): { readonly folder: string; readonly rows: readonly LoggedRow[] } {
  const random = seeded(seed)
  const below = (n: number): number => Math.floor(random() * n)
  const start = Date.parse('2022-04-25T03:00:00Z')
  let timeMs = start
  const log = Array.from({ length: rows }, (): LoggedRow => {
    timeMs += minuteMs * (1 + below(9))
    const [user, item] = [below(people), below(items)]
    const longView = random() < (user % tastes === item % tastes ? 0.85 : 0.12) ? 1 : 0
    return { user: `u${user}`, item: `i${item}`, timeMs, longView, like: longView && random() < 0.15 ? 1 : 0 }
  })
  const folder = mkdtempSync(join(tmpdir(), 'enishi-log-'))
  const line = (r: LoggedRow): string =>
    [r.user, r.item, r.timeMs, r.longView, r.like, r.longView ? 19_000 : 600, 20_000, r.timeMs % 2].join('\t')
  write(folder, 'dataset.json', [JSON.stringify({ name: `made-up-${seed}`, protocol: 'prequential' })])
  // Written in another order than that of time.
  const shuffled = log.map(r => ({ r, key: random() })).sort((a, b) => a.key - b.key)
  write(folder, 'impressions.tsv', [
    'user\titem\ttimeMs\tlongView\tlike\tplayMs\tdurationMs\ttab',
    ...shuffled.map(({ r }) => line(r)),
  ])
  write(folder, 'items.tsv', [
    'item\tauthor\ttags',
    ...Array.from({ length: items }, (_, i) => `i${i}\ta${i % 12}\ttaste${i % tastes} ${i % 5}`),
  ])
  return { folder, rows: log }
}

export const write = (folder: string, name: string, lines: readonly string[]): void =>
  writeFileSync(join(folder, name), `${lines.join('\n')}\n`)
