import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { readDataset } from '../apps/cli/evaluate/read-dataset.ts'
import type { LoggedEvent } from '../base/catalogue/index.ts'
import { seeded, wordHashes } from '../base/kernel/index.ts'
import {
  type Dataset,
  type RecommenderConfig,
  recommenderDefaults,
  type SourceName,
  trainModel,
} from '../engines/recommender/index.ts'
import { learn } from '../engines/recommender/learn.ts'
import { Server } from '../engines/recommender/recommend.ts'
import { State } from '../engines/recommender/state.ts'
import { wouldSay } from '../engines/recommender/testing.ts'
import { trainingSet } from '../engines/recommender/trained/training-set.ts'

/**
 * `node bench/sources-live.ts FOLDER [valid|test] [queries] [variants] [--counters] [--untold]`: a real data set replayed through learn() as events, then the live pages that
 * recommend() makes, judged by what people went on to. Each line leaves sources out, so a line above the first says that a source hurts.
 *
 * Rows that have an order but no time are spread over 15 days (sessions: a session every few seconds, 30 s a step). Explored slots are off, since
 * they are drawn, not ranked. Impressions are served, seen and left one by one; `--untold` leaves what pages say of them out of the log, so that the
 * heads learn without the trained model and sessions. `valid` hides the last train row of each group, or judges the first half of the impressions.
 */
const [folder = '', part = 'test', queries = '4000', only = ''] = process.argv.slice(2).filter(a => !a.startsWith('--'))
const start = Date.parse('2026-03-01T00:00:00Z')
const dayMs = 86_400_000
const spreadMs = 15 * dayMs
const config: Partial<RecommenderConfig> = {
  poolEvery: 1_000_000_000,
  randomShare: 0,
  floodBurst: 1e9,
  learnedRanker: !process.argv.includes('--counters'),
}
const variants: readonly (readonly [string, readonly SourceName[]])[] = [
  ['every source', []],
  ['without session', ['session']],
  ['without similar', ['similar']],
  ['without trained', ['trained']],
  ['without both', ['session', 'similar']],
  ['without covisit', ['covisit']],
  ['without tag', ['tag']],
  ['without author', ['author']],
  ['without trending', ['trending']],
]

/** `--model=FILE`: the trained model of a run before, or where to put it for the next; for the same folder and part alone. */
const modelFile = process.argv.find(a => a.startsWith('--model='))?.slice(8)
let model: Uint8Array | null = null
/** `--late`: every tenth item is published after the training, and only what people went on to of these is asked; twice, before and after what was done to them is learned. */
const late = process.argv.includes('--late')
const isLate = (item: number): boolean => late && item % 10 === 3

interface Row {
  readonly who: number
  readonly item: number
  readonly at: number
  /** False: seen, and neither skipped nor wanted. */
  readonly wanted?: boolean
}
/** One question: the page of this person before the next row is learned, and what counts as a hit. */
interface Judged {
  readonly hits10: number
  readonly hits20: number
  readonly hits100: number
  readonly asked: number
  readonly ms: number
}

class World {
  readonly s: State
  readonly server: Server
  #position = 0n
  readonly #data: Dataset
  readonly #length: number[] = []
  /** Everything is published a day before `begins`: an event from before what was learned already counts as old, and no time goes by. */
  constructor(data: Dataset, more: Partial<RecommenderConfig>, begins = start) {
    this.s = new State({ ...recommenderDefaults, ...config, ...more }, 1)
    this.server = new Server(this.s)
    const from = begins - dayMs
    this.#data = data
    for (let i = 0; i < data.itemNames.length; i++) {
      if (!isLate(i)) this.publish(i, from)
    }
  }
  publish(i: number, from: number): void {
    const { facts } = this.#data
    const tags = (facts.tags?.[i] ?? '').split(/[ ,|]+/).filter(t => t !== '')
    const text = facts.title?.[i] ?? ''
    const author = `per_a${facts.author?.[i] || `i${i}`}`
    const seconds = Number(facts.seconds?.[i] ?? 20) || 20
    this.#length[i] = seconds * 1000
    const said = {
      author,
      shop: null,
      format: 'video',
      durationMs: seconds * 1000 + i / 1e4,
      tags,
      products: [],
      language: '',
      words: wordHashes(text),
    }
    this.#learn('post.published', null, i, from, { ...said, disclosure: 'none', grownFrom: null })
  }
  #learn(name: string, who: number | null, item: number, at: number, data: unknown): void {
    const position = ++this.#position
    const person = who === null ? null : `per_${who}`
    const subject = { kind: 'post', id: this.name(item) }
    const rest = {
      id: `evt_${position}`,
      name,
      at: new Date(at),
      person,
      session: null,
      surface: null,
      subject,
      source: null,
      data,
    }
    learn(this.s, { position, ...rest } as unknown as LoggedEvent)
  }
  name(item: number): string {
    return `pst_${item}`
  }
  /** Watched to the end. */
  want({ who, item, at }: Row): void {
    this.#learn('post.viewed', who, item, at, { ms: 1e6, durationMs: 1e6, exit: 'end' })
  }
  /** The clip was on a page of ours, which says what it knew of it. */
  serve({ who, item, at }: Row): void {
    const id = this.name(item)
    const signals = process.argv.includes('--untold') ? undefined : wouldSay(this.s, this.server, `per_${who}`, id, at)
    this.#learn('feed.served', who, item, at, { profiled: true, slots: [{ id, signals }] })
  }
  /** Neither skipped nor wanted: two fifths of the clip, whose length the engine takes from its facts. */
  look(row: Row): void {
    const length = this.#length[row.item]!
    this.view(row, 0.4 * length, length)
  }
  view({ who, item, at }: Row, ms: number, durationMs: number): void {
    this.#learn('post.viewed', who, item, at, { ms, durationMs, exit: 'next' })
  }
  /** Trains on what was learned so far, and puts the model in force. The same rows give the same model, so one training does for all variants. */
  train(at: number): void {
    const set = trainingSet(this.s)
    if (set === null) return
    if (model === null && modelFile && existsSync(modelFile)) model = readFileSync(modelFile)
    if (model === null) {
      const from = performance.now()
      const cpu = process.cpuUsage()
      model = trainModel(set, { seed: 1 })
      if (modelFile) writeFileSync(modelFile, model)
      const { user, system } = process.cpuUsage(cpu)
      console.log(
        `trained on ${set.items.length} wanted items, ${set.names.length} different, of ${set.offsets.length - 1} people: ${((performance.now() - from) / 1000).toFixed(0)} s, ${((user + system) / 1e6).toFixed(0)} s of CPU; ${(model.length / 1e6).toFixed(1)} MB, RSS ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`,
      )
    }
    this.s.trained.offer('bench', model)
    this.#learn('feed.model_swapped', null, 0, at, { hash: 'bench', position: String(set.position) })
  }
  /** Rank of the item on a page of 100 and of 20; 1000 when it is on neither. */
  rank({ who, item, at }: Row, n: number): number {
    const person = `per_${who}`
    const { slots } = this.server.recommend({ person, n, now: at, scene: 'for_you', profiling: true, request: `q${who}` })
    const k = slots.findIndex(s => s.item === this.name(item))
    return k < 0 ? 1000 : k
  }
}

/** Train rows in one order of time, and the questions of the test part. */
function script(data: Dataset): { learned: Row[]; asked: (Row & { readonly before: readonly Row[] })[] } {
  const sessions = data.protocol === 'session-prefix'
  const { offsets, items } = data.train
  const groups = offsets.length - 1
  const learned: Row[] = []
  const asked: (Row & { readonly before: readonly Row[] })[] = []
  const random = seeded(5)
  const stepMs = 30_000
  const end = start + spreadMs
  const hideFrom = part === 'valid' ? (sessions ? Math.floor(groups * 0.9) : 0) : groups
  for (let g = 0; g < groups; g++) {
    const n = offsets[g + 1]! - offsets[g]!
    const hide = g >= hideFrom && n > 1 ? 1 : 0
    const shift = random()
    for (let k = 0; k < n; k++) {
      const at = sessions ? start + (spreadMs * g) / groups + k * stepMs : start + (spreadMs * (k + shift)) / n
      const row = { who: g, item: items[offsets[g]! + k]!, at }
      const again = items.subarray(offsets[g]!, offsets[g]! + k).includes(row.item)
      if (k >= n - hide && !again) asked.push({ ...row, at: sessions ? at : end, before: [] })
      else if (k >= n - hide) continue
      else learned.push(row)
    }
  }
  learned.sort((a, b) => a.at - b.at)
  if (part === 'valid') return { learned, asked }
  const { test } = data
  let last = ''
  for (let q = 0; q < test.targets.length; q++) {
    const history = [...test.history.subarray(test.historyOffsets[q]!, test.historyOffsets[q + 1]!)]
    // Prefixes of one session stand together, longest first: only one of them is asked, so that nothing is learned ahead.
    const key = history.join(' ')
    const again = sessions && last !== '' && `${last} `.startsWith(`${key} `)
    last = key
    if (again) continue
    const who = test.group[q]! >= 0 && history.length === 0 ? test.group[q]! : groups + q
    const before = history.map((item, k) => ({ who, item, at: end + q * 1000 + k * stepMs }))
    asked.push({ who, item: test.targets[test.targetOffsets[q]!]!, at: (before.at(-1)?.at ?? end) + 1000, before })
  }
  return { learned, asked }
}

/** Where a set tells a long watch from any, only the long one was wanted. */
const wanted = (data: Dataset, row: number): boolean =>
  data.actionNames[data.train.actions[row]!] !== 'watch' || !data.actionNames.includes('long-watch')

const evenly = <T>(rows: readonly T[], n: number): T[] => {
  const step = Math.max(1, rows.length / n)
  return Array.from({ length: Math.floor(rows.length / step) }, (_, k) => rows[Math.floor(k * step)]!)
}

function judgeLate(data: Dataset, more: Partial<RecommenderConfig>): Judged {
  const world = new World(data, more)
  const { learned, asked } = script(data)
  for (const row of learned) if (!isLate(row.item)) world.want(row)
  world.train(start + spreadMs)
  if (process.argv.includes('--unadopted')) world.s.trained.isMissing = () => false
  for (let i = 0; i < data.itemNames.length; i++) if (isLate(i)) world.publish(i, start + spreadMs)
  const of = evenly(
    asked.filter(q => isLate(q.item) && q.before.length === 0),
    Number(queries),
  )
  const unseen = new Tally()
  for (const q of of) unseen.ask(world, q)
  console.log(`before anybody saw them: ${unseen.hits20} of ${unseen.asked} on the page of 20, ${unseen.hits100} on that of 100`)
  for (const row of learned) if (isLate(row.item)) world.want({ ...row, at: start + spreadMs })
  const tally = new Tally()
  for (const q of of) tally.ask(world, { ...q, at: q.at + 1000 })
  return tally
}

function judgeHistories(data: Dataset, more: Partial<RecommenderConfig>): Judged {
  if (late) return judgeLate(data, more)

  const world = new World(data, more)
  const { learned, asked } = script(data)
  for (const row of learned) world.want(row)
  world.train(start + spreadMs)
  const tally = new Tally()
  for (const q of evenly(asked, Number(queries))) {
    for (const row of q.before) world.want(row)
    if (q.before.some(row => row.item === q.item)) continue
    tally.ask(world, q)
  }
  return tally
}

class Tally {
  hits10 = 0
  hits20 = 0
  hits100 = 0
  asked = 0
  ms = 0
  ask(world: World, q: Row): void {
    const from = process.cpuUsage()
    const rank = world.rank(q, 20)
    const { user, system } = process.cpuUsage(from)
    this.ms += (user + system) / 1000
    this.asked++
    if (rank < 10) this.hits10++
    if (rank < 20) this.hits20++
    if (world.rank(q, 100) < 100) this.hits100++
  }
}

/** Impressions with real times: asked before each long view of something unseen, then learned, whether it was wanted or not. */
function judgeImpressions(data: Dataset, more: Partial<RecommenderConfig>): Judged {
  const rows = data.impressions!
  const first = rows.timeMs[0]!
  const world = new World(data, more, first - spreadMs)
  const { offsets, items } = data.train
  const seen = new Set<string>()
  const learned: Row[] = []
  for (let g = 0; g + 1 < offsets.length; g++)
    for (let r = offsets[g]!; r < offsets[g + 1]!; r++) {
      const share = (r - offsets[g]! + 0.5) / (offsets[g + 1]! - offsets[g]!)
      learned.push({ who: g, item: items[r]!, at: first - spreadMs * (1 - share), wanted: wanted(data, r) })
      seen.add(`${g} ${items[r]}`)
    }
  for (const row of learned.sort((a, b) => a.at - b.at))
    if (row.wanted === false) world.look(row)
    else world.want(row)
  world.train(first)
  const n = rows.item.length
  const { longView, playMs, durationMs } = rows.columns
  const range = part === 'valid' ? [n >> 2, n >> 1] : [n >> 1, n]
  const good: number[] = []
  for (let r = range[0]!; r < range[1]!; r++) if (longView![r]! > 0) good.push(r)
  const asked = new Set(evenly(good, Number(queries)))
  const tally = new Tally()
  for (let r = 0; r < range[1]!; r++) {
    const row = { who: rows.user[r]!, item: rows.item[r]!, at: rows.timeMs[r]! }
    const pair = `${row.who} ${row.item}`
    if (asked.has(r) && !seen.has(pair)) tally.ask(world, row)
    seen.add(pair)
    world.serve(row)
    world.view(row, longView![r]! > 0 ? durationMs![r]! : Math.min(playMs![r]!, durationMs![r]! * 0.49), durationMs![r]!)
  }
  return tally
}

const data = await readDataset(folder)
console.log(`${data.name}, ${part}`)
for (const [name, sourcesOff] of variants) {
  if (only && !only.split(',').includes(name)) continue
  const more = { sourcesOff } as unknown as Partial<RecommenderConfig>
  const from = performance.now()
  const t = data.impressions ? judgeImpressions(data, more) : judgeHistories(data, more)
  const share = (x: number): string => (x / t.asked).toFixed(4)
  console.log(
    `${name.padEnd(30)} hr@10 ${share(t.hits10)}  hr@20 ${share(t.hits20)}  hr@100 ${share(t.hits100)}  of ${t.asked}; ${(t.ms / t.asked).toFixed(3)} ms of CPU a page, ${((performance.now() - from) / 1000).toFixed(0)} s`,
  )
}
