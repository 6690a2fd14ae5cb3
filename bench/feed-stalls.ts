import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { databaseOf } from './feed-server.ts'

/** What held the server up while it was measured; see `feed-watch.ts`. Watching costs some percent: no figures for the table are taken with it. */
export class Watch {
  readonly #folder = mkdtempSync(join(tmpdir(), 'enishi-bench-watch-'))
  /** For the server's environment. */
  readonly env = {
    ENISHI_BENCH_WATCH: this.#folder,
    NODE_OPTIONS: `--import ${new URL('feed-watch.ts', import.meta.url)}`,
  }

  /** Runs the work and tells of stalls of the server's threads and of long statements meanwhile; with `profile`, where the CPU went. */
  async during<T>(dataDir: string, profile: boolean, tell: (line: string) => void, work: () => Promise<T>): Promise<T> {
    const mark = join(this.#folder, 'profile')
    if (profile) {
      writeFileSync(mark, '')
      await sleep(600)
    }
    const from = Date.now()
    const over = new AbortController()
    const postgres = longStatements(dataDir, over.signal)
    const result = await work()
    over.abort()
    for (const line of [...this.#stalls(from), ...(await postgres)]) tell(line)
    if (profile) {
      rmSync(mark)
      await sleep(3000)
      for (const thread of ['main', 'recommender']) for (const line of this.#shares(thread)) tell(line)
    }
    return result
  }

  #stalls(from: number): string[] {
    const file = join(this.#folder, 'stalls')
    if (!existsSync(file)) return []
    const lines = readFileSync(file, 'utf8').trim().split('\n')
    return lines.flatMap(line => {
      const [at, ...rest] = line.split(' ')
      return Number(at) < from ? [] : [`${((Number(at) - from) / 1000).toFixed(2)} s  ${rest.join(' ')}`]
    })
  }

  /** Shares of a thread's busy time by file, its own time alone. */
  #shares(thread: string): string[] {
    const file = join(this.#folder, `${thread}.cpuprofile`)
    if (!existsSync(file)) return [`no profile of the ${thread} thread`]
    const profile = JSON.parse(readFileSync(file, 'utf8')) as Profile
    const names = new Map(profile.nodes.map(n => [n.id, nameOf(n.callFrame)]))
    const shares = new Map<string, number>()
    let busy = 0
    for (const [k, id] of profile.samples.entries()) {
      const name = names.get(id) as string
      // What the profile itself costs is nobody's.
      if (name === '(idle)' || name === 'node:inspector') continue
      busy += profile.timeDeltas[k] as number
      shares.set(name, (shares.get(name) ?? 0) + (profile.timeDeltas[k] as number))
    }
    const top = [...shares].sort((a, b) => b[1] - a[1]).slice(0, 16)
    const share = busy / (profile.endTime - profile.startTime)
    return [
      `${thread} thread, ${(100 * share).toFixed(0)} % busy; of that:`,
      ...top.map(([name, us]) => `${((100 * us) / busy).toFixed(1).padStart(6)} %  ${name}`),
    ]
  }

  end(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

interface Profile {
  readonly nodes: readonly { id: number; callFrame: { functionName: string; url: string } }[]
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
  readonly startTime: number
  readonly endTime: number
}
const root = new URL('../', import.meta.url).href
const nameOf = ({ functionName, url }: { functionName: string; url: string }): string =>
  url === '' ? functionName || '(native)' : url.replace(root, '').replace(/^.*node_modules\//, '')

/** Statements that ran for 100 ms or longer, and checkpoints, while the signal is not given. */
async function longStatements(dataDir: string, over: AbortSignal): Promise<string[]> {
  const db = new pg.Client(databaseOf(dataDir))
  await db.connect()
  const longest = new Map<string, number>()
  const checkpoints = async () =>
    (
      await db.query<{ n: number; ms: number }>(
        'select (num_timed + num_requested)::int as n, (write_time + sync_time)::float as ms from pg_stat_checkpointer',
      )
    ).rows[0] as { n: number; ms: number }
  const before = await checkpoints()
  while (!over.aborted) {
    const { rows } = await db.query<{ what: string; ms: number }>(
      `select coalesce(wait_event_type || ' ' || wait_event, 'running') || ', ' || left(regexp_replace(coalesce(query, backend_type), '\\s+', ' ', 'g'), 60) as what,
              (extract(epoch from clock_timestamp() - query_start) * 1000)::float as ms
       from pg_stat_activity where pid <> pg_backend_pid() and state = 'active' and clock_timestamp() - query_start > interval '100 ms'`,
    )
    for (const { what, ms } of rows) longest.set(what, Math.max(ms, longest.get(what) ?? 0))
    await sleep(100)
  }
  const after = await checkpoints()
  await db.end()
  const lines = [...longest].map(([what, ms]) => `PostgreSQL ${Math.round(ms)} ms, ${what}`)
  return after.n > before.n
    ? [...lines, `PostgreSQL ${after.n - before.n} checkpoints, ${Math.round(after.ms - before.ms)} ms`]
    : lines
}
