import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BrokenLine, numberOf, readTsv } from '../tsv.ts'
import { Failure } from './failure.ts'

/** One row of impressions.tsv: who was shown what when, and what came of it. */
export interface Impression {
  readonly user: string
  readonly item: string
  readonly timeMs: number
  /** Line of the file. */
  readonly line: number
  readonly values: Readonly<Record<string, number>>
}
export interface ItemFacts {
  readonly author: string
  readonly tags: readonly string[]
}
export interface ImpressionLog {
  readonly name: string
  /** In time order; rows of the same time in the order of the file. */
  readonly rows: readonly Impression[]
  /** Of the items that the rows name. */
  readonly items: ReadonlyMap<string, ItemFacts>
}
export interface Bounds {
  /** Rows at most, the first ones. */
  readonly limit: number
  /** Rows of this many people, the first that come. */
  readonly people: number
}

/** Reads dataset.json, impressions.tsv, and items.tsv and users.tsv where they are. Every fault says the file and the line. */
export async function readLog(folder: string, bounds: Bounds): Promise<ImpressionLog> {
  const name = await readName(join(folder, 'dataset.json'))
  const path = join(folder, 'impressions.tsv')
  if (!existsSync(path)) throw new Failure('data_missing', `there is no impressions.tsv in ${folder}: a replay needs one`)
  try {
    const all = await readImpressions(path)
    if (all.length === 0) throw new BrokenLine(path, 2, 'there is no impression')
    const facts = await readItems(join(folder, 'items.tsv'))
    const users = await readUsers(join(folder, 'users.tsv'))
    for (const { item, user, line } of all) {
      if (facts && !facts.has(item))
        throw new Failure('data_unknown_id', `${path}, line ${line}: items.tsv has no item "${item}"`)
      if (users && !users.has(user))
        throw new Failure('data_unknown_id', `${path}, line ${line}: users.tsv has no user "${user}"`)
    }
    const rows = within(all, bounds)
    const items = new Map(rows.map(r => [r.item, facts?.get(r.item) ?? { author: '', tags: [] }]))
    return { name, rows, items }
  } catch (error) {
    throw error instanceof BrokenLine ? new Failure('data_broken', error.message) : error
  }
}

async function readName(path: string): Promise<string> {
  if (!existsSync(path)) throw new Failure('data_missing', `--data must name a folder with a dataset.json; there is no ${path}`)
  try {
    return String((JSON.parse(await readFile(path, 'utf8')) as { name?: unknown }).name ?? '')
  } catch (error) {
    throw new Failure('data_broken', `${path}: ${(error as Error).message}`)
  }
}

async function readImpressions(path: string): Promise<Impression[]> {
  const rows: Impression[] = []
  let names: readonly string[] = []
  await readTsv(
    path,
    ['user', 'item', 'timeMs'],
    ([user, item, time], line, rest) => {
      if (user === '' || item === '') throw new BrokenLine(path, line, 'a row needs a user and an item')
      const values = Object.fromEntries(
        rest.map((text, c) => [names[c] as string, numberOf(path, line, names[c] as string, text)]),
      )
      rows.push({
        user: user as string,
        item: item as string,
        timeMs: numberOf(path, line, 'timeMs', time as string),
        line,
        values,
      })
    },
    rest => void (names = rest),
  )
  return rows.sort((a, b) => a.timeMs - b.timeMs || a.line - b.line)
}

async function readItems(path: string): Promise<Map<string, ItemFacts> | null> {
  if (!existsSync(path)) return null
  const facts = new Map<string, ItemFacts>()
  let names: readonly string[] = []
  const at = (rest: readonly string[], wanted: readonly string[]): string => rest[names.findIndex(n => wanted.includes(n))] ?? ''
  await readTsv(
    path,
    ['item'],
    ([item], _line, rest) => {
      const tags = at(rest, ['tags', 'tag', 'categories', 'category'])
        .split(/[\s,]+/)
        .filter(t => t !== '')
      facts.set(item as string, { author: at(rest, ['author', 'creator', 'maker', 'shop']), tags })
    },
    rest => void (names = rest),
  )
  return facts
}

async function readUsers(path: string): Promise<Set<string> | null> {
  if (!existsSync(path)) return null
  const users = new Set<string>()
  await readTsv(path, ['user'], ([user]) => void users.add(user as string))
  return users
}

function within(all: readonly Impression[], { limit, people }: Bounds): Impression[] {
  const chosen = new Set<string>()
  const rows: Impression[] = []
  for (const row of all) {
    if (rows.length >= limit) break
    if (chosen.size < people) chosen.add(row.user)
    if (chosen.has(row.user)) rows.push(row)
  }
  return rows
}
