import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Dataset, type Histories, type Impressions, type Protocol, protocols, type Queries } from '#engines/recommender'
import { BrokenLine, numberOf, readTsv } from './tsv.ts'

interface Meta {
  readonly name: string
  readonly protocol: Protocol
  readonly excludeSeen: boolean
  readonly ordered: boolean
  readonly metrics: readonly string[]
}

/** Words of the files → integers in order of appearance. */
class Names {
  readonly list: string[] = []
  readonly #at = new Map<string, number>()
  of(name: string): number {
    let at = this.#at.get(name)
    if (at === undefined) {
      at = this.list.length
      this.list.push(name)
      this.#at.set(name, at)
    }
    return at
  }
  find(name: string): number {
    return this.#at.get(name) ?? -1
  }
}

/** Reads a folder of the form in design/recommender.md, section 5. Every fault says the file and the line. */
export async function readDataset(folder: string): Promise<Dataset> {
  const meta = await readMeta(join(folder, 'dataset.json'))
  const items = new Names()
  const users = new Names()
  const actions = new Names()
  const train = await readTrain(join(folder, 'train.tsv'), users, items, actions)
  const groups = users.list.length
  const test = await readTest(join(folder, 'test.tsv'), users, items, groups)
  const impressions = await readImpressions(folder, users, items)
  const facts = await readFacts(join(folder, 'items.tsv'), 'item', items)
  return { ...meta, itemNames: items.list, actionNames: actions.list, train, test, facts, impressions }
}

async function readMeta(path: string): Promise<Meta> {
  let raw: Record<string, unknown>
  try {
    raw = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`)
  }
  const protocol = protocols.find(p => p === raw.protocol)
  if (!protocol) throw new Error(`${path}: protocol is "${String(raw.protocol)}"; known are ${protocols.join(', ')}`)
  const metrics = Array.isArray(raw.metrics) ? raw.metrics.map(String) : []
  return {
    name: String(raw.name ?? ''),
    protocol,
    excludeSeen: raw.excludeSeen === true,
    ordered: !/^none\b/i.test(String(raw.time ?? '')),
    metrics,
  }
}

async function readTrain(path: string, users: Names, items: Names, actions: Names): Promise<Histories> {
  const user: number[] = []
  const item: number[] = []
  const time: number[] = []
  const action: number[] = []
  await readTsv(path, ['user', 'item', 'time', 'action'], ([u, i, t, a], line) => {
    user.push(users.of(u as string))
    item.push(items.of(i as string))
    time.push(numberOf(path, line, 'time', t as string))
    const kind = actions.of(a as string)
    if (kind > 255) throw new BrokenLine(path, line, 'more than 256 kinds of action')
    action.push(kind)
  })
  return grouped(users.list.length, user, item, time, action)
}

/** Rows by group and, within it, by time; rows of the same time keep the order of the file. */
function grouped(groups: number, user: number[], item: number[], time: number[], action: number[]): Histories {
  const offsets = new Int32Array(groups + 1)
  for (const u of user) offsets[u + 1]!++
  for (let g = 0; g < groups; g++) offsets[g + 1]! += offsets[g]!
  const at = offsets.slice(0, groups)
  const order = new Int32Array(user.length)
  for (let r = 0; r < user.length; r++) order[at[user[r]!]!++] = r
  for (let g = 0; g < groups; g++) order.subarray(offsets[g], offsets[g + 1]).sort((a, b) => time[a]! - time[b]! || a - b)
  return {
    offsets,
    items: Int32Array.from(order, r => item[r]!),
    times: Float64Array.from(order, r => time[r]!),
    actions: Uint8Array.from(order, r => action[r]!),
  }
}

const noQueries: Queries = {
  group: new Int32Array(),
  historyOffsets: new Int32Array(1),
  history: new Int32Array(),
  targetOffsets: new Int32Array(1),
  targets: new Int32Array(),
}
async function readTest(path: string, users: Names, items: Names, groups: number): Promise<Queries> {
  if (!existsSync(path)) return noQueries
  const group: number[] = []
  const historyOffsets = [0]
  const history: number[] = []
  const targetOffsets = [0]
  const targets: number[] = []
  const words = (text: string) => text.split(' ').filter(w => w !== '')
  await readTsv(path, ['user', 'history', 'targets'], ([u, h, t], line) => {
    const g = users.find(u as string)
    group.push(g < groups ? g : -1)
    for (const w of words(h as string)) history.push(items.of(w))
    historyOffsets.push(history.length)
    const wanted = words(t as string)
    if (wanted.length === 0) throw new BrokenLine(path, line, 'no targets')
    for (const w of wanted) targets.push(items.of(w))
    targetOffsets.push(targets.length)
  })
  return {
    group: Int32Array.from(group),
    historyOffsets: Int32Array.from(historyOffsets),
    history: Int32Array.from(history),
    targetOffsets: Int32Array.from(targetOffsets),
    targets: Int32Array.from(targets),
  }
}

async function readImpressions(folder: string, users: Names, items: Names): Promise<Impressions | null> {
  const path = join(folder, 'impressions.tsv')
  if (!existsSync(path)) return null
  const user: number[] = []
  const item: number[] = []
  const time: number[] = []
  let names: readonly string[] = []
  let columns: number[][] = []
  await readTsv(
    path,
    ['user', 'item', 'timeMs'],
    ([u, i, t], line, rest) => {
      user.push(users.of(u as string))
      item.push(items.of(i as string))
      time.push(numberOf(path, line, 'timeMs', t as string))
      for (let c = 0; c < rest.length; c++) columns[c]?.push(numberOf(path, line, names[c] as string, rest[c] as string))
    },
    rest => {
      names = rest
      columns = rest.map(() => [])
    },
  )
  const order = Int32Array.from(time.keys()).sort((a, b) => time[a]! - time[b]! || a - b)
  return {
    user: Int32Array.from(order, r => user[r]!),
    item: Int32Array.from(order, r => item[r]!),
    timeMs: Float64Array.from(order, r => time[r]!),
    columns: Object.fromEntries(names.map((n, c) => [n, Float32Array.from(order, r => columns[c]?.[r] ?? 0)])),
    userNames: users.list,
    userFacts: await readFacts(join(folder, 'users.tsv'), 'user', users),
  }
}

/** A table of texts about known things; rows about unknown ones are passed over. */
async function readFacts(path: string, key: string, names: Names): Promise<Record<string, string[]>> {
  if (!existsSync(path)) return {}
  let columns: string[][] = []
  let titles: readonly string[] = []
  await readTsv(
    path,
    [key],
    ([k], _line, rest) => {
      const at = names.find(k as string)
      if (at >= 0) for (let c = 0; c < rest.length; c++) (columns[c] as string[])[at] = rest[c] as string
    },
    rest => {
      titles = rest
      columns = rest.map(() => new Array<string>(names.list.length).fill(''))
    },
  )
  return Object.fromEntries(titles.map((t, c) => [t, columns[c] as string[]]))
}
