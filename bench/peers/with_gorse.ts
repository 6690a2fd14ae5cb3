import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import autocannon from 'autocannon'
import { readDataset } from '../../apps/cli/evaluate/read-dataset.ts'
import { testTask } from '../../engines/recommender/evaluation/cut.ts'
import { metricsNamed, Tally } from '../../engines/recommender/evaluation/metrics.ts'
import { thin } from '../../engines/recommender/retrieval/sequences.ts'
import type { Run } from './table.ts'

const port = 18_087
const base = `http://127.0.0.1:${port}/api`
const ranked = ['item-to-item/neighbors', 'collaborative', 'non-personalized/popular']

/** The two ways to run it: neighbours looked up at the request, or those and its matrix factorisation, ranked ahead of time by its
 * factorisation machine. */
const variants = {
  'Gorse neighbours': { collaborative: 'none', ranker: 'none', recommenders: ['item-to-item/neighbors'] },
  'Gorse ranked': { collaborative: 'mf', ranker: 'fm', recommenders: ranked },
} as const
export type GorseModel = keyof typeof variants
export const gorseModels = Object.keys(variants) as GorseModel[]

/** Its own defaults, but SQLite and loopback. */
function configuration(folder: string, model: GorseModel): string {
  const { collaborative, ranker, recommenders } = variants[model]
  // Lists made ahead of time change with a cycle; neighbours are looked up anyway, and a cycle would only slow the answers.
  const period = ranker === 'fm' ? '1m' : '60m'
  return `
[database]
data_store = "sqlite://${folder}/data.sqlite3"
cache_store = "sqlite://${folder}/cache.sqlite3"
[master]
port = ${port - 1}
host = "127.0.0.1"
http_port = ${port}
http_host = "127.0.0.1"
n_jobs = 1
[server]
cache_expire = "1s"
[recommend]
cache_size = 100
[recommend.data_source]
positive_feedback_types = ["like"]
read_feedback_types = ["read"]
[[recommend.non-personalized]]
name = "popular"
score = "count(feedback, .FeedbackType == 'like')"
[[recommend.item-to-item]]
name = "neighbors"
type = "users"
[recommend.collaborative]
type = "${collaborative}"
fit_period = "${period}"
optimize_period = "0"
[recommend.ranker]
type = "${ranker}"
recommenders = ${JSON.stringify(recommenders)}
fit_period = "${period}"
optimize_period = "0"
[recommend.fallback]
recommenders = ["non-personalized/popular"]
[blob]
uri = "${folder}/blob"
`
}

async function ask<T>(path: string, body?: unknown): Promise<T> {
  const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const answer = await fetch(base + path, body === undefined ? {} : post)
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as T
}

async function until(what: string, holds: () => Promise<boolean>, seconds: number): Promise<number> {
  const start = performance.now()
  while (performance.now() - start < seconds * 1000) {
    if (await holds().catch(() => false)) return (performance.now() - start) / 1000
    await sleep(200)
  }
  throw new Error(`${what}: not within ${seconds} s`)
}

class Gorse {
  #process: ChildProcess | null = null
  readonly #binary: string
  readonly #folder: string
  constructor(binary: string, folder: string) {
    this.#binary = binary
    this.#folder = folder
  }
  async start(): Promise<void> {
    const args = ['-c', join(this.#folder, 'config.toml'), '--cache-path', join(this.#folder, 'master')]
    this.#process = spawn(this.#binary, args, { stdio: 'ignore', env: { ...process.env, GOMAXPROCS: '2' } })
    await until('Gorse', async () => (await fetch(`${base}/health/ready`)).ok || this.#process?.exitCode !== null, 120)
    if (this.#process.exitCode !== null) throw new Error(`Gorse ended with ${this.#process.exitCode}`)
  }
  async stop(): Promise<void> {
    const child = this.#process
    if (!child || child.exitCode !== null) return
    const ended = new Promise(done => child.once('exit', done))
    child.kill('SIGINT')
    await Promise.race([ended, sleep(10_000)])
    if (child.exitCode === null) child.kill('SIGKILL')
    await ended
  }
  /** CPU seconds so far, and the most memory in MB, as the kernel counts them. */
  used(): { seconds: number; peakMemoryMB: number } {
    const stat = readFileSync(`/proc/${this.#process!.pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
    const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${this.#process!.pid}/status`, 'utf8'))
    return { seconds: (Number(stat[11]) + Number(stat[12])) / 100, peakMemoryMB: Math.round(Number(peak?.[1] ?? 0) / 1024) }
  }
}

interface Feedback {
  readonly FeedbackType: string
  readonly UserId: string
  readonly ItemId: string
  readonly Timestamp: string
}
const like = (user: number, item: number, at: number): Feedback => ({
  FeedbackType: 'like',
  UserId: `u${user}`,
  ItemId: `i${item}`,
  Timestamp: new Date(at).toISOString(),
})

interface Progress {
  readonly Name: string
  readonly Status: string
}
/** A cycle is over when the last of its tasks is. */
const idle = async (): Promise<boolean> => {
  const tasks = await ask<Progress[]>('/dashboard/tasks')
  const last = tasks.find(t => /garbage/i.test(t.Name))
  return last?.Status === 'Complete' && tasks.every(t => t.Status !== 'Running')
}

/** One event of a person: seconds until what is recommended has changed by more than the loss of that item. */
async function effect(user: number, items: number, seconds: number): Promise<number> {
  const page = () => ask<string[]>(`/recommend/u${user}?n=20`)
  const before = await page()
  const item = Number(before.at(-1)?.slice(1) ?? items - 1)
  await ask('/feedback', [like(user, item, Date.now())])
  const known = new Set(before)
  const moved = async () => {
    const now = await page()
    const kept = before.filter(i => i !== `i${item}`)
    return now.filter(i => !known.has(i)).length > 1 || kept.some((i, k) => now[k] !== i)
  }
  return until('an effect', moved, seconds)
}

/** Fills Gorse by its API, lets it fit, asks every question of the test, and measures how fast it answers. Only where the history is a user of train. */
export async function runGorse(binary: string, folder: string, model: GorseModel, minutes: number): Promise<Run> {
  const data = await readDataset(folder)
  const place = mkdtempSync(join(tmpdir(), 'enishi-gorse-'))
  writeFileSync(join(place, 'config.toml'), configuration(place, model))
  for (const below of ['master', 'blob']) mkdirSync(join(place, below))
  const gorse = new Gorse(binary, place)
  try {
    await gorse.start()
    const { offsets, items } = data.train
    const rows: Feedback[] = []
    const start = Date.now() - 30 * 86_400_000
    for (let u = 0; u + 1 < offsets.length; u++)
      for (let r = offsets[u]!; r < offsets[u + 1]!; r++) rows.push(like(u, items[r]!, start + 1000 * (r - offsets[u]!)))
    for (let k = 0; k < rows.length; k += 5000) await ask('/feedback', rows.slice(k, k + 5000))
    console.error(`${model}: ${rows.length} rows filled in, ${gorse.used().seconds.toFixed(0)} CPU s`)
    await gorse.stop()
    await gorse.start()
    const wall = await until('its first cycle', idle, minutes * 240)
    const fit = gorse.used()
    console.error(`${model}: first cycle ${wall.toFixed(0)} s, ${fit.seconds.toFixed(0)} CPU s`)
    return await measure(gorse, data, { model, ...fit })
  } finally {
    await gorse.stop()
    rmSync(place, { recursive: true, force: true })
  }
}

/** A server that has fitted: quality, then answers a second, then effects, which change its data. */
async function measure(
  gorse: Gorse,
  data: Awaited<ReturnType<typeof readDataset>>,
  fit: { model: GorseModel; seconds: number; peakMemoryMB: number },
): Promise<Run> {
  const tally = await quality(data)
  const metrics = tally.means()
  console.error(`${tally.queries} questions: ${JSON.stringify(metrics)}`)
  const people = data.train.offsets.length - 1
  const requests = Array.from({ length: 2000 }, (_, k) => ({ path: `/api/recommend/u${(k * 7919) % people}?n=20` }))
  const load = await autocannon({ url: base.slice(0, -4), connections: 8, duration: 15, requests })
  const seconds: number[] = []
  for (let k = 0; k < 5 && !seconds.includes(Number.NaN); k++)
    seconds.push(await effect((1000 + k) % people, data.itemNames.length, 300).catch(() => Number.NaN))
  console.error(`effect after ${seconds.map(s => s.toFixed(2)).join(', ')} s`)
  const known = seconds.filter(s => !Number.isNaN(s)).sort((a, b) => a - b)
  const words = known.length > 0 ? `${known[0]!.toFixed(2)} – ${known.at(-1)!.toFixed(2)} s` : 'not within 300 s'
  const rate = { requestsPerSecond: load.requests.average, answerMs: load.latency.p50, answerP99Ms: load.latency.p99 }
  const peakMemoryMB = Math.max(fit.peakMemoryMB, gorse.used().peakMemoryMB)
  const errors = load.errors + load.non2xx
  return { data: data.name, ...fit, metrics, peakMemoryMB, ...rate, errors, effect: words, questions: tally.queries }
}

const mostQuestions = 3000

async function quality(data: Awaited<ReturnType<typeof readDataset>>): Promise<Tally> {
  const metrics = metricsNamed(data.metrics)
  const most = Math.max(...metrics.map(m => m.k))
  const tally = new Tally(metrics)
  const queries = thin(
    testTask(data).queries.map((query, q) => ({ ...query, group: data.test.group[q]! })),
    mostQuestions,
  )
  for (let q = 0; q < queries.length; q += 8) {
    const part = queries.slice(q, q + 8).map(async query => {
      const list = await ask<string[]>(`/recommend/u${query.group}?n=${most}`)
      return [...query.targets].map(t => list.indexOf(`i${t}`) + 1 || Number.POSITIVE_INFINITY)
    })
    for (const ranks of await Promise.all(part)) tally.add(ranks)
  }
  return tally
}
