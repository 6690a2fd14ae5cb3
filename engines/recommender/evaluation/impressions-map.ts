import type { Context, Head, Labels } from '../rank/index.ts'
import type { Dataset, Impressions } from './dataset.ts'

/** Columns by the names that folders give them, first match wins. */
const sceneNames = ['tab', 'scene', 'surface', 'page', 'channel', 'placement']
const authorNames = ['author', 'creator', 'maker', 'seller', 'shop', 'brand']
const tagNames = ['tags', 'tag', 'categories', 'category', 'genres', 'genre', 'topic']
const soundNames = ['music', 'sound', 'audio', 'artist']
const mainNames = ['longView', 'click']
/** Other words for the same head. */
const aliases: Readonly<Record<string, string>> = { longwatch: 'longview', dislike: 'hate', favourite: 'like', favorite: 'like' }
const richRate = 0.005
const mostRich = 3
const mostFacts = 4
const mostFactValues = 30

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')
const headWord = (name: string): string => aliases[plain(name)] ?? plain(name)

/** What a folder's rows say, in the ranker's words. */
export interface Mapped {
  readonly heads: readonly Head[]
  readonly main: number
  readonly facts: number
  /** By action of the train part: labels. */
  readonly actionLabels: readonly Labels[]
  context(user: number, item: number, timeMs: number, row: number): Context
  labels(row: number): Labels
  /** Label of a row for the metrics; milliseconds for the watch head. */
  label(row: number, head: number): number
}

/** Columns that hold nothing but 0 and 1 become heads; playMs becomes the watch head. */
export function mapImpressions(data: Dataset, rows: Impressions): Mapped {
  const { columns } = rows
  const scene = sceneNames.find(n => columns[n])
  const binary = Object.keys(columns).filter(n => n !== scene && columns[n]!.every(x => x === 0 || x === 1))
  if (binary.length === 0) throw new Error('impressions.tsv has no column of 0 and 1: there is nothing to predict')
  const main = mainNames.find(n => binary.includes(n)) ?? (binary[0] as string)
  const rate = (n: string): number => {
    const start = columns[n]!.subarray(0, Math.max(1, Math.ceil(rows.item.length / 10)))
    return start.reduce((a, b) => a + b, 0) / start.length
  }
  const others = binary.filter(n => n !== main).sort((a, b) => rate(b) - rate(a) || binary.indexOf(a) - binary.indexOf(b))
  const rich = [main, ...others.filter(n => rate(n) >= richRate)].slice(0, mostRich)
  const named = [...rich, ...others.filter(n => !rich.includes(n))]
  const heads: Head[] = named.map(name => ({ name, kind: 'binary', rich: rich.includes(name) }))
  if (columns.playMs) heads.push({ name: 'watch', kind: 'watch', rich: false })
  const sources = heads.map(h => columns[h.kind === 'watch' ? 'playMs' : h.name] as Float32Array)
  const labels = new Array<number>(heads.length)
  return {
    heads,
    main: 0,
    ...contexts(data, rows, scene),
    actionLabels: actionLabels(data, heads),
    labels(row) {
      for (let h = 0; h < heads.length; h++) labels[h] = sources[h]![row]!
      return labels
    },
    label: (row, head) => sources[head]![row]!,
  }
}

function contexts(data: Dataset, rows: Impressions, scene: string | undefined) {
  const at = (names: readonly string[]): Int32Array => {
    const column = names.map(n => data.facts[n]).find(c => c)
    return numbered(column ?? [], data.itemNames.length)
  }
  const author = at(authorNames)
  const tag = at(tagNames)
  const sound = at(soundNames)
  const seconds = data.facts.seconds ?? data.facts.duration ?? []
  const length = Float64Array.from(data.itemNames, (_, i) => Math.max(0, Number(seconds[i] ?? 0) * 1000) || 0)
  const people = Object.values(rows.userFacts)
    .map(c => numbered(c, rows.userNames.length))
    .filter(c => c.every(x => x < mostFactValues))
    .slice(0, mostFacts)
  const scenes = scene === undefined ? null : rows.columns[scene]!
  const durations = rows.columns.durationMs ?? null
  const facts = people.map(() => -1)
  const c = { person: 0, item: 0, author: 0, tag: 0, sound: 0, scene: 0, facts, durationMs: 0, timeMs: 0 }
  return {
    facts: people.length,
    context(user: number, item: number, timeMs: number, row: number): Context {
      c.person = user
      c.item = item
      c.author = author[item]!
      c.tag = tag[item]!
      c.sound = sound[item]!
      c.scene = row < 0 || !scenes ? -1 : scenes[row]!
      c.durationMs = row < 0 || !durations ? length[item]! : durations[row]!
      c.timeMs = timeMs
      for (let k = 0; k < people.length; k++) facts[k] = people[k]![user] ?? -1
      return c
    },
  }
}

/** First word of each text → integers in order of appearance; -1 for nothing. */
function numbered(texts: readonly string[], n: number): Int32Array {
  const known = new Map<string, number>()
  return Int32Array.from({ length: n }, (_, i) => {
    const word = (texts[i] ?? '').split(' ')[0] as string
    if (word === '') return -1
    if (!known.has(word)) known.set(word, known.size)
    return known.get(word) as number
  })
}

/**
 * A row of the train part names the strongest thing that happened. Its own head is 1; heads that the train part knows and that are rarer did not
 * happen; what is more common is unknown, as are heads that the train part never names.
 */
function actionLabels(data: Dataset, heads: readonly Head[]): Labels[] {
  const counts = new Float64Array(data.actionNames.length)
  for (const a of data.train.actions) counts[a]!++
  const headOf = data.actionNames.map(name => heads.findIndex(h => h.kind === 'binary' && headWord(h.name) === headWord(name)))
  return data.actionNames.map((_, a) =>
    heads.map((_, h) => {
      if (headOf[a] === h) return 1
      const b = headOf.indexOf(h)
      return b >= 0 && counts[b]! < counts[a]! ? 0 : null
    }),
  )
}
