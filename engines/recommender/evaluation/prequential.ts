import { defaultRoom, expertNames, type FrozenPersons, OnlineRanker, type RankSettings } from '../rank/index.ts'
import type { Dataset, Impressions } from './dataset.ts'
import { type Mapped, mapImpressions } from './impressions-map.ts'
import { auc, calibrationError, groupedAuc, type Judged, logLoss, meanError, pairOrder } from './metrics-binary.ts'
import type { Metrics, Say } from './quality.ts'
import { unseenRecall } from './unseen-recall.ts'

const dayMs = 86_400_000
const hourMs = 3_600_000
/** Train rows that only have an order are spread over this time before the first impression. */
const spreadMs = 15 * dayMs
/** Draws the pairs of watch times that are compared; the same for every seed of the run. */
const pairSeed = 1

/** Predict, then learn, in time order; the train part is replayed through the same `learn` first. Measured over the last half of the rows. */
export async function evaluatePrequential(data: Dataset, say: Say, seed = 1): Promise<Metrics> {
  const rows = data.impressions
  if (!rows || rows.item.length < 2) throw new Error('prequential evaluation needs impressions.tsv')
  const mapped = mapImpressions(data, rows)
  const settings: RankSettings = { seed, heads: mapped.heads, facts: mapped.facts, room: roomFor(data, rows) }
  const ranker = new OnlineRanker(settings)
  say(`heads: ${mapped.heads.map(h => (h.rich ? `${h.name}*` : h.name)).join(', ')}; ${mapped.facts} facts of a person`)
  const speed = timer(say)
  replayTrain(data, rows, mapped, ranker)
  speed('train rows learned', data.train.items.length)
  const run = replay(rows, mapped, ranker)
  speed('impressions predicted and learned', rows.item.length)
  for (const [k, name] of expertNames.entries())
    say(
      `weight of ${name}: ${mapped.heads.map((h, i) => `${h.name} ${ranker.experts.mixture.weights[i * expertNames.length + k]!.toFixed(2)}`).join(', ')}`,
    )
  const metrics = measureHeads(run, rows, mapped)
  speed('rows judged', rows.item.length - run.start)
  const goods = {
    train: (a: number) => mapped.actionLabels[a]![mapped.main] !== 0,
    row: (r: number) => mapped.label(r, mapped.main) > 0.5,
  }
  const recall = unseenRecall(data, rows, goods, { say, seed })
  return { ...metrics, 'recall@20': recall, [`${mapped.heads[mapped.main]!.name}.recall@20`]: recall }
}

function timer(say: Say): (what: string, n: number) => void {
  let last = performance.now()
  return (what, n) => {
    const now = performance.now()
    say(`${n} ${what}, ${Math.round((n / (now - last)) * 1000)} a second`)
    last = now
  }
}

/** Room for everything that the folder names. */
function roomFor(data: Dataset, rows: Impressions): RankSettings['room'] {
  const wide = (n: number): number => Math.max(1024, n * 2)
  const pairs = Math.min(2_000_000, wide(data.train.items.length / 2 + rows.item.length))
  const items = wide(data.itemNames.length)
  return { ...defaultRoom, persons: wide(rows.userNames.length), items, authors: items, sounds: items, pairs }
}

function replayTrain(data: Dataset, rows: Impressions, mapped: Mapped, ranker: OnlineRanker): void {
  const { offsets, items, times, actions } = data.train
  const user = new Int32Array(items.length)
  const at = new Float64Array(items.length)
  const start = rows.timeMs[0]!
  const clock = times.reduce((most, t) => Math.max(most, t), 0)
  for (let u = 0; u + 1 < offsets.length; u++) {
    const n = offsets[u + 1]! - offsets[u]!
    for (let r = offsets[u]!; r < offsets[u + 1]!; r++) {
      user[r] = u
      at[r] = clock > 1e8 ? times[r]! * 1000 : start - spreadMs + (spreadMs * (r - offsets[u]! + 0.5)) / n
    }
  }
  const order = Int32Array.from(items.keys()).sort((a, b) => at[a]! - at[b]! || a - b)
  for (const r of order)
    if (at[r]! < start) ranker.learn(mapped.context(user[r]!, items[r]!, at[r]!, -1), mapped.actionLabels[actions[r]!]!)
}

/** Predictions over the last half, by head. */
interface Run {
  readonly start: number
  readonly live: readonly Float64Array[]
  readonly rank: readonly Float64Array[]
  readonly frozen: readonly Float64Array[]
}

function replay(rows: Impressions, mapped: Mapped, ranker: OnlineRanker): Run {
  const n = rows.item.length
  const start = n >> 1
  const table = () => mapped.heads.map(() => new Float64Array(n - start))
  const run = { start, live: table(), rank: table(), frozen: table() }
  let frozen: FrozenPersons | null = null
  for (let r = 0; r < n; r++) {
    const c = mapped.context(rows.user[r]!, rows.item[r]!, rows.timeMs[r]!, r)
    if (r === start) frozen = ranker.freeze()
    if (frozen) keep(run.frozen, r - start, ranker.predict(c, false, frozen).p)
    const said = ranker.predict(c, r >= start)
    if (r >= start) {
      keep(run.live, r - start, said.p)
      keep(run.rank, r - start, said.rank)
      mapped.heads.forEach((head, h) => {
        if (head.kind === 'watch') run.live[h]![r - start] = ranker.quantiles.milliseconds(said.p[h]!, c.durationMs)
      })
    }
    ranker.learn(c, mapped.labels(r))
  }
  return run
}

function keep(table: readonly Float64Array[], row: number, p: Float64Array): void {
  for (let h = 0; h < table.length; h++) table[h]![row] = p[h]!
}

/** Rows whose person and item were logged within the hour before: a repeat tells the label. */
function repeats(rows: Impressions): Uint8Array {
  const last = new Map<number, number>()
  const most = 2 ** 26
  return Uint8Array.from(rows.item, (item, r) => {
    const key = rows.user[r]! * most + item
    const before = last.get(key)
    last.set(key, rows.timeMs[r]!)
    return before !== undefined && rows.timeMs[r]! - before <= hourMs ? 1 : 0
  })
}

function measureHeads(run: Run, rows: Impressions, mapped: Mapped): Metrics {
  const n = rows.item.length - run.start
  const again = repeats(rows).subarray(run.start)
  const group = rows.user.subarray(run.start)
  const out: Record<string, number> = {}
  const views = [
    { suffix: '', holds: () => true },
    { suffix: '.clean', holds: (r: number) => again[r] === 0 },
  ]
  mapped.heads.forEach((head, h) => {
    for (const { suffix, holds } of views) {
      const y = Float64Array.from({ length: n }, (_, r) => (holds(r) ? mapped.label(run.start + r, h) : Number.NaN))
      const said = head.kind === 'watch' ? judgeWatch({ p: run.live[h]!, y }) : judgeHead(run, h, y, group)
      for (const [name, value] of Object.entries(said)) {
        // A head that never happened has no AUC.
        if (!Number.isFinite(value)) continue
        out[`${head.name}.${name}${suffix}`] = value
        if (h === mapped.main) out[`${name}${suffix}`] = value
      }
    }
  })
  return out
}

/** AUC, GAUC (live, by the rank score, with persons frozen at the start of the half), log loss and calibration of one head. */
function judgeHead(run: Run, h: number, y: Float64Array, group: Int32Array): Record<string, number> {
  const judged: Judged = { p: run.live[h]!, y }
  return {
    auc: auc(judged),
    gauc: groupedAuc(judged, group),
    gaucRank: groupedAuc({ p: run.rank[h]!, y }, group),
    gaucFrozen: groupedAuc({ p: run.frozen[h]!, y }, group),
    logloss: logLoss(judged),
    ece: calibrationError(judged),
  }
}

/** Watch time in milliseconds: order of pairs, and mean error in seconds. */
const judgeWatch = (judged: Judged): Record<string, number> => ({
  xauc: pairOrder(judged, pairSeed),
  maeSeconds: meanError(judged) / 1000,
})
