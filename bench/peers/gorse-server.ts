import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Where peers are installed: outside the repository. */
export const peersHome =
  process.env.ENISHI_PEERS_HOME ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'enishi-peers')
const gorseVersion = 'v0.5.9'

/** The server: $ENISHI_GORSE, or what an earlier run built. Null when there is neither. */
export function builtGorse(): string | null {
  const built = process.env.ENISHI_GORSE ?? join(peersHome, 'gorse-in-one')
  return existsSync(built) ? built : null
}

/** The server, built from its source when there is none yet. Its module replaces others, so that `go install` refuses it. */
export function gorseBinary(): string {
  const built = builtGorse()
  if (built) return built
  const source = join(peersHome, 'gorse')
  const clone = ['clone', '-q', '--depth', '1', '--branch', gorseVersion, 'https://github.com/gorse-io/gorse', source]
  if (!existsSync(source)) execFileSync('git', clone, { stdio: 'inherit' })
  const binary = join(peersHome, 'gorse-in-one')
  execFileSync('go', ['build', '-o', binary, './cmd/gorse-in-one'], { cwd: source, stdio: 'inherit' })
  return binary
}

const port = 18_087
/** Its API. */
export const gorseApi = `http://127.0.0.1:${port}/api`
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

export async function ask<T>(path: string, body?: unknown): Promise<T> {
  const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const answer = await fetch(gorseApi + path, body === undefined ? {} : post)
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as T
}

/** Seconds until it holds; an error after `seconds`. */
export async function until(what: string, holds: () => Promise<boolean>, seconds: number): Promise<number> {
  const start = performance.now()
  while (performance.now() - start < seconds * 1000) {
    if (await holds().catch(() => false)) return (performance.now() - start) / 1000
    await sleep(200)
  }
  throw new Error(`${what}: not within ${seconds} s`)
}

/** One server over a folder of its own, which goes with it. */
export class Gorse {
  #process: ChildProcess | null = null
  readonly #binary: string
  readonly #folder = mkdtempSync(join(tmpdir(), 'enishi-gorse-'))
  constructor(binary: string, model: GorseModel) {
    this.#binary = binary
    this.use(model)
    for (const below of ['master', 'blob']) mkdirSync(join(this.#folder, below))
  }
  /** What it is from its next start on, over the same data. */
  use(model: GorseModel): void {
    writeFileSync(join(this.#folder, 'config.toml'), configuration(this.#folder, model))
  }
  get pid(): number {
    return this.#process?.pid as number
  }
  async start(): Promise<void> {
    const args = ['-c', join(this.#folder, 'config.toml'), '--cache-path', join(this.#folder, 'master')]
    this.#process = spawn(this.#binary, args, { stdio: 'ignore', env: { ...process.env, GOMAXPROCS: '2' } })
    await until('Gorse', async () => (await fetch(`${gorseApi}/health/ready`)).ok || this.#process?.exitCode !== null, 120)
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
  async remove(): Promise<void> {
    await this.stop()
    rmSync(this.#folder, { recursive: true, force: true })
  }
  /** CPU seconds so far, and the most memory in MB, as the kernel counts them. */
  used(): { seconds: number; peakMemoryMB: number } {
    const stat = readFileSync(`/proc/${this.#process!.pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
    const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${this.#process!.pid}/status`, 'utf8'))
    return { seconds: (Number(stat[11]) + Number(stat[12])) / 100, peakMemoryMB: Math.round(Number(peak?.[1] ?? 0) / 1024) }
  }
}

interface Progress {
  readonly Name: string
  readonly Status: string
}
/** A cycle is over when the last of its tasks is. */
export const cycleDone = async (): Promise<boolean> => {
  const tasks = await ask<Progress[]>('/dashboard/tasks')
  const last = tasks.find(t => /garbage/i.test(t.Name))
  return last?.Status === 'Complete' && tasks.every(t => t.Status !== 'Running')
}

export interface GorseFeedback {
  readonly FeedbackType: 'like' | 'read'
  readonly UserId: string
  readonly ItemId: string
  readonly Timestamp: string
}
/** One like of a person: seconds until what is recommended has changed by more than the loss of that item. `spare` is liked when nothing is recommended. */
export async function effect(user: string, spare: string, seconds: number): Promise<number> {
  const page = () => ask<string[]>(`/recommend/${user}?n=20`)
  const before = await page()
  const item = before.at(-1) ?? spare
  const like: GorseFeedback = { FeedbackType: 'like', UserId: user, ItemId: item, Timestamp: new Date().toISOString() }
  await ask('/feedback', [like])
  const known = new Set(before)
  const moved = async () => {
    const now = await page()
    const kept = before.filter(i => i !== item)
    return now.filter(i => !known.has(i)).length > 1 || kept.some((i, k) => now[k] !== i)
  }
  return until('an effect', moved, seconds)
}
