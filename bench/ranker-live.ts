import { readDataset } from '../apps/cli/evaluate/read-dataset.ts'
import type { LoggedEvent } from '../base/catalogue/index.ts'
import { type Action, actions } from '../engines/recommender/actions.ts'
import { defaults } from '../engines/recommender/config.ts'
import { want } from '../engines/recommender/deeds.ts'
import { auc, calibrationError, groupedAuc, logLoss } from '../engines/recommender/evaluation/metrics-binary.ts'
import { learn } from '../engines/recommender/learn.ts'
import { expertNames } from '../engines/recommender/learned/experts.ts'
import { heads } from '../engines/recommender/learned/plan.ts'
import { State } from '../engines/recommender/state.ts'

/**
 * `node bench/ranker-live.ts DIR [--history] [--no-scene]`: a folder of impressions (design/recommender.md, section 5: prequential) as events through
 * the live engine. Each sight is predicted, then learned, in the order of the log; figures are of the last half, for the counters alone, each
 * other expert, and the mix that pages are ranked by. `--history` learns the train part first, `--no-scene` hides where a clip was shown.
 */
const [dir = '', ...flags] = process.argv.slice(2)
const data = await readDataset(dir)
const rows = data.impressions
if (!rows) throw new Error('the folder has no impressions.tsv')
const { columns } = rows
const scene = flags.includes('--no-scene') ? undefined : columns.tab
const seconds = data.facts.seconds ?? []
const start = rows.timeMs[0]!
const spreadMs = 15 * 86_400_000

const s = new State(defaults, 1)
let position = 0n
let surface: string | null = null
function event(name: string, person: string | null, id: string, at: number, facts: unknown): void {
  position++
  const subject = { kind: 'post', id }
  learn(s, {
    position,
    id: `evt_${position}`,
    name,
    at: new Date(at),
    person,
    session: null,
    surface,
    subject,
    source: null,
    data: facts,
  } as unknown as LoggedEvent)
}
const post = (i: number): string => `pst_${data.itemNames[i]}`
const durationOf = (i: number): number => Math.round(Number(seconds[i] ?? 0) * 1000) || 0

for (let i = 0; i < data.itemNames.length; i++)
  event('post.published', null, post(i), start - spreadMs, {
    author: `per_author${data.facts.author?.[i] ?? i}`,
    shop: null,
    format: 'video',
    durationMs: durationOf(i),
    tags: (data.facts.tags?.[i] ?? '').split(/[ ,]/).filter(t => t !== ''),
    products: [],
    language: 'zh',
    disclosure: 'none',
    grownFrom: null,
  })

/** The train part knows no watch time: a long watch counts as seven tenths of the clip, any other says neither skip nor watch. */
function learnHistory(): void {
  const { offsets, items, actions: done } = data.train
  const user = new Int32Array(items.length)
  const at = new Float64Array(items.length)
  for (let u = 0; u + 1 < offsets.length; u++) {
    const n = offsets[u + 1]! - offsets[u]!
    for (let r = offsets[u]!; r < offsets[u + 1]!; r++) {
      user[r] = u
      at[r] = start - spreadMs + (spreadMs * (r - offsets[u]! + 0.5)) / n
    }
  }
  for (const r of Int32Array.from(items.keys()).sort((a, b) => at[a]! - at[b]! || a - b)) {
    const name = data.actionNames[done[r]!]
    const who = `per_${user[r]}`
    const length = durationOf(items[r]!) || 10_000
    const ms = name === 'watch' ? length * 0.3 : length * 0.7
    event('post.viewed', who, post(items[r]!), at[r]!, { ms, durationMs: length, exit: 'leave' })
    if (name === 'like') event('post.liked', who, post(items[r]!), at[r]!, {})
  }
}

/** By head: what was said, by expert and by the mix, and what happened. */
const judged = heads.map(() => ({
  said: [...expertNames, 'mix', 'order'].map(() => [] as number[]),
  y: [] as number[],
  who: [] as number[],
}))
let counted = false
s.learned.onJudged = (known, happened, who) => {
  if (!counted) return
  const { said, p, own } = s.learned.experts
  for (let h = 0; h < heads.length; h++) {
    if ((known & (2 << h)) === 0) continue
    const of = judged[h]!
    of.y.push(happened & (2 << h) ? 1 : 0)
    for (let k = 0; k < expertNames.length; k++) of.said[k]!.push(said[h * expertNames.length + k]!)
    of.said[expertNames.length]!.push(p[h]!)
    // What orders the candidates of one request: the dense score without what all of them share.
    const dense = said[h * expertNames.length + 1]!
    of.said[expertNames.length + 1]!.push(Math.log(dense / (1 - dense)) - own[h]!)
    of.who.push(who)
  }
}

const named = (column: string, r: number): boolean => (columns[column]?.[r] ?? 0) > 0
const also: readonly (readonly [string, Action])[] = [
  ['click', 'click'],
  ['like', 'like'],
  ['comment', 'comment'],
  ['share', 'share'],
  ['follow', 'follow'],
]
function learnImpressions(): void {
  const n = rows!.item.length
  for (let r = 0; r < n; r++) {
    if (r === n >> 1) counted = true
    const who = `per_${rows!.user[r]}`
    const id = post(rows!.item[r]!)
    const at = rows!.timeMs[r]!
    const durationMs = columns.durationMs?.[r] ?? durationOf(rows!.item[r]!)
    surface = scene ? `tab${scene[r]}` : null
    event('post.viewed', who, id, at, { ms: columns.playMs?.[r] ?? 0, durationMs, exit: 'next' })
    const p = s.people.find(who)
    const i = s.items.ids.find(id)
    // The engine's click needs a product; here the row's own click stands for it.
    for (const [column, action] of also) if (named(column, r)) want(s, { p, i, own: false, time: at }, action)
    if (named('hate', r)) event('post.not_interested', who, id, at, {})
  }
  s.learned.tick(Number.POSITIVE_INFINITY)
}

let from = performance.now()
const speed = (what: string): void => {
  const now = performance.now()
  console.log(`${what}: ${((now - from) / 1000).toFixed(1)} s, ${position} events so far`)
  from = now
}
if (flags.includes('--history')) {
  learnHistory()
  speed('history')
}
learnImpressions()
speed('impressions')
console.log(
  'head           rows     rate  | AUC: counters dense factors mix | log loss: counters dense factors mix | ECE counters mix | per-person AUC: counters, dense order | trust',
)
for (const [h, head] of heads.entries()) {
  const { said, y, who } = judged[h]!
  const happened = y.reduce((a, b) => a + b, 0)
  if (happened < 20 || !actions.includes(head)) continue
  const [order, ...of] = [said[4]!, ...said.slice(0, 4)].map(p => ({ p: Float64Array.from(p), y: Float64Array.from(y) }))
  const figures = (f: (x: (typeof of)[number]) => number): string =>
    of.map(x => (x.p.every(p => p === 0) ? '-' : f(x).toFixed(4))).join(' ')
  const group = Int32Array.from(who)
  const within = [of[0]!, order!].map(x => groupedAuc(x, group).toFixed(4)).join(' ')
  const trust = expertNames.map((_, k) => s.learned.experts.mixture.weights[h * expertNames.length + k]!.toFixed(2)).join(' ')
  console.log(
    `${head.padEnd(14)} ${String(y.length).padStart(6)} ${(happened / y.length).toFixed(4)} | ${figures(auc)} | ${figures(logLoss)} | ${calibrationError(of[0]!).toFixed(4)} ${calibrationError(of[3]!).toFixed(4)} | ${within} | ${trust}`,
  )
}
