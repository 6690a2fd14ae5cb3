import { Failure } from './failure.ts'
import type { Impression } from './read-log.ts'

/** Probabilities by action, as GET /v1/feed/expect gives them. */
export type Expected = Readonly<Record<string, number>>

/** What a column of the log is called, what the server expects of it, and how a person does it through the API. */
interface HeadRule {
  readonly columns: readonly string[]
  readonly predict: (p: Expected) => number
  /** Done beside `post.viewed`, which tells of the watching itself. */
  readonly act?: 'like' | 'follow' | 'comment' | 'share' | 'not-interested'
}

/**
 * The log's words in the server's: a long view is what the server counts as watched (half of the clip) or finished; the two exclude each
 * other. A click is a clip that was not skipped. The first that a folder has is the main head.
 */
const table: readonly HeadRule[] = [
  { columns: ['longview', 'longwatch'], predict: p => watchedOrFinished(p) },
  { columns: ['click'], predict: p => 1 - (p.skip ?? 0) },
  { columns: ['like', 'favourite', 'favorite'], predict: p => p.like ?? 0, act: 'like' },
  { columns: ['follow'], predict: p => p.follow ?? 0, act: 'follow' },
  { columns: ['comment'], predict: p => p.comment ?? 0, act: 'comment' },
  { columns: ['share', 'forward'], predict: p => p.share ?? 0, act: 'share' },
  { columns: ['hate', 'dislike'], predict: p => p.not_interested ?? 0, act: 'not-interested' },
]

export interface Head extends HeadRule {
  /** The column as the folder names it. */
  readonly name: string
  /** What happened: 0 or 1. */
  readonly label: (row: Impression) => number
}

const watchedOrFinished = (p: Expected): number => (p.watch ?? 0) + (p.finish ?? 0)
/** What the server itself counts as watched, where the log tells the play time: the column may mean something else by a long view. */
const halfWatched: Head = {
  name: 'halfWatched',
  columns: ['playMs', 'durationMs'],
  predict: watchedOrFinished,
  label: ({ values }) => ((values.playMs ?? 0) >= (values.durationMs ?? 0) / 2 ? 1 : 0),
}

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')

/** Columns of 0 and 1 that the table knows, the main head first. */
export function headsOf(rows: readonly Impression[]): Head[] {
  const names = Object.keys(rows[0]?.values ?? {})
  const heads = table.flatMap(rule => {
    const name = names.find(n => rule.columns.includes(plain(n)))
    return name !== undefined && rows.every(r => r.values[name] === 0 || r.values[name] === 1)
      ? [{ ...rule, name, label: (row: Impression) => row.values[name] as number }]
      : []
  })
  if (halfWatched.columns.every(column => names.includes(column))) heads.push(halfWatched)
  if (heads.length > 0) return heads
  const known = table.map(r => r.columns[0]).join(', ')
  throw new Failure('nothing_to_predict', `impressions.tsv has no column of 0 and 1 that the server could expect (${known})`)
}

/** A clip whose length nobody knows. */
const usualMs = 10_000
const skippedMs = 500

/** How long the clip was watched, of how long. Where the log has no play time, the main head says: all of it, or skipped. */
export function watched(row: Impression, main: Head): { readonly ms: number; readonly durationMs: number } {
  const { values } = row
  const day = 86_400_000
  const whole = (x: number): number => Math.max(0, Math.min(day, Math.round(x)))
  const durationMs = whole(values.durationMs || usualMs)
  const ms = values.playMs ?? (main.label(row) === 1 ? durationMs : skippedMs)
  return { ms: whole(ms), durationMs }
}
