/** One model on one folder, as its script printed it. */
export interface Run {
  readonly data: string
  readonly model: string
  readonly metrics: Readonly<Record<string, number>>
  /** CPU seconds of the fit (of the whole run for ours, wall). */
  readonly seconds?: number
  readonly peakMemoryMB?: number
  readonly answerMs?: number
  readonly requestsPerSecond?: number
  readonly rowsPerSecond?: number
  /** From an event to an answer that it changes, measured. */
  readonly effect?: string
  /** How many of the test's questions were asked, where not all. */
  readonly questions?: number
  readonly answerP99Ms?: number
  readonly errors?: number
  /** Why there is no figure, or what is special about this one. */
  readonly note?: string
}

interface Column {
  readonly data: string
  readonly metrics: readonly [string, string]
}

const columns: readonly Column[] = [
  { data: 'amazon-beauty', metrics: ['hr@10', 'ndcg@10'] },
  { data: 'microlens-50k', metrics: ['hr@10', 'ndcg@10'] },
  { data: 'diginetica', metrics: ['hr@20', 'mrr@20'] },
  { data: 'retailrocket-mb', metrics: ['hr@10', 'ndcg@10'] },
  { data: 'kuairand-pure', metrics: ['auc', 'logloss'] },
]

/** What has to happen before an event shows in an answer, by the words that a model's name begins with. */
const effects: readonly (readonly [string, string])[] = [
  ['Enishi', 'next request'],
  ['Gorse neighbours', "person's own: next request; others: next cycle, hourly by default"],
  ['Gorse ranked', 'next cycle, hourly by default'],
  ['LightGBM', 'counters: next row; trees: next midnight'],
  ['river', 'next row'],
  ['implicit', "person's own: next answer; others: next fit"],
  ['RecBole', "person's own: next answer; others: next fit"],
  ['popularity', 'next fit'],
]

const short = (x: number): string => x.toFixed(4).replace(/^0/, '')
const span = (values: readonly number[], show: (x: number) => string): string => {
  const known = values.filter(v => Number.isFinite(v))
  if (known.length === 0) return '–'
  const [low, high] = [show(Math.min(...known)), show(Math.max(...known))]
  return low === high ? low : `${low} – ${high}`
}
const whole = (x: number): string => (x < 10 ? x.toFixed(1) : Math.round(x).toLocaleString('en'))

function row(model: string, runs: readonly Run[], notes: string[]): string {
  const cells = columns.map(({ data, metrics: [a, b] }) => {
    const run = runs.find(r => r.data === data)
    if (!run) return '–'
    const mark = run.note ? ` [${notes.push(`${model}, ${data}: ${run.note}`)}]` : ''
    const [x, y] = [run.metrics[a], run.metrics[b]]
    return x === undefined || y === undefined ? `–${mark}` : `${short(x)} / ${short(y)}${mark}`
  })
  const measuredRuns = runs.filter(r => Object.keys(r.metrics).length > 0)
  const of = (key: 'seconds' | 'peakMemoryMB') => measuredRuns.map(r => r[key] ?? Number.NaN)
  const answers = runs.map(r => r.requestsPerSecond ?? r.rowsPerSecond ?? Number.NaN)
  const measured = runs.find(r => r.effect)?.effect
  const words = `${effects.find(([start]) => model.startsWith(start))?.[1] ?? '–'}${measured ? ` (measured ${measured})` : ''}`
  const all = [model, ...cells, span(of('seconds'), whole), span(of('peakMemoryMB'), whole), words, span(answers, whole)]
  return `| ${all.join(' | ')} |`
}

/** The table of docs/benchmarks.md: a model a row, losing cells included. Notes stand below it. */
export function peersTable(runs: readonly Run[]): string {
  const models = [...new Set(runs.map(r => r.model))]
  const notes: string[] = []
  const heads = columns.map(c => `${c.data} ${c.metrics.join(' / ')}`)
  const titles = ['model', ...heads, 'fit s', 'peak MB', 'event → effect', 'answers a second']
  const lines = models.map(m =>
    row(
      m,
      runs.filter(r => r.model === m),
      notes,
    ),
  )
  const table = [`| ${titles.join(' | ')} |`, `|${titles.map(() => ' --- |').join('')}`, ...lines].join('\n')
  return notes.length > 0 ? `${table}\n\n${notes.map((n, k) => `${k + 1}. ${n}.`).join('\n')}` : table
}
