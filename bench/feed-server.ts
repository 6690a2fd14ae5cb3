import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startEmbedded } from '#base/db'
import { startServer, type TestServer } from '#testing/server'
import type { World } from './feed-world.ts'
import { fillWorld, makeAuthors } from './fill-world.ts'

export interface Guest {
  readonly person: string
  readonly token: string
}
export interface Prepared {
  readonly dataDir: string
  readonly guests: readonly Guest[]
  /** Position of the last event of the log. */
  readonly last: string
}
const options = (dataDir: string, env: Record<string, string> = {}) => ({
  dataDir,
  args: ['--empty'],
  env: { ENISHI_DEMO: 'false', ...env },
})

/** A stopped installation that holds the world. `guests` are its busiest people, with tokens to ask as. */
export async function prepare(dataDir: string, world: World, guestCount: number): Promise<Prepared> {
  const server = await startServer(options(dataDir))
  const made = await makeAuthors(server.url, 60)
  const guests: Guest[] = []
  for (let g = 0; g < guestCount; g++)
    guests.push((await (await fetch(`${server.url}/v1/guests`, { method: 'POST' })).json()) as Guest)
  await server.stop()
  const embedded = await startEmbedded(dataDir)
  const last = await fillWorld(embedded.url, world, { ...made, guests: guests.map(g => g.person) })
  await embedded.stop()
  return { dataDir, guests, last }
}

/** Starts the server over the world. `seconds`: until everything up to `position` was learned, from the snapshot if there is one. */
export async function start(
  { dataDir, guests }: Prepared,
  position: string,
  env: Record<string, string> = {},
): Promise<{ server: TestServer; seconds: number }> {
  const from = performance.now()
  const server = await startServer(options(dataDir, env))
  const headers = { authorization: `Bearer ${guests[0]?.token}` }
  for (;;) {
    const asked = performance.now()
    // A page waits 250 ms at most, and less when everything is learned.
    await fetch(`${server.url}/v1/feed?after=${position}`, { headers })
    if (performance.now() - asked < 200) return { server, seconds: (performance.now() - from) / 1000 }
    await new Promise(resolve => setTimeout(resolve, 200))
  }
}

/** Until the server has nothing to do of its own: it trains a model a minute after its start. False when it still works after `seconds`. */
export async function idle(pid: number, seconds: number): Promise<boolean> {
  const from = performance.now()
  for (let quiet = 0; quiet < 3; ) {
    if (performance.now() - from > seconds * 1000) return false
    const before = cpuOf(pid)
    await new Promise(resolve => setTimeout(resolve, 1500))
    const used = cpuOf(pid)
    const busy = used.main + used.others - before.main - before.others > 0.2
    quiet = busy || performance.now() - from < 70_000 ? 0 : quiet + 1
  }
  return true
}

const secondsOf = (path: string, ended = false): number => {
  const fields = readFileSync(path, 'utf8').split(') ')[1]?.split(' ') ?? []
  const sum = (from: number) => Number(fields[from]) + Number(fields[from + 1])
  return (sum(11) + (ended ? sum(13) : 0)) / 100
}
/** Seconds of CPU of a process: its main thread, and its others (the recommender's, the collectors'). */
export function cpuOf(pid: number): { main: number; others: number } {
  const main = secondsOf(`/proc/${pid}/task/${pid}/stat`)
  return { main, others: secondsOf(`/proc/${pid}/stat`) - main }
}
/** Process and port of the embedded PostgreSQL. */
function postmaster(dataDir: string): { pid: number; port: number } {
  const elsewhere = readdirSync(dataDir).includes('postgres.path')
  const data = elsewhere ? readFileSync(join(dataDir, 'postgres.path'), 'utf8').trim() : join(dataDir, 'postgres')
  const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
  return { pid: Number(lines[0]), port: Number(lines[3]) }
}
/** Seconds of CPU of the embedded PostgreSQL: its first process, those that it started, and those that have ended. */
export function cpuOfPostgres(dataDir: string): number {
  const { pid } = postmaster(dataDir)
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
  const alive = children.map(child => {
    try {
      return secondsOf(`/proc/${child}/stat`)
    } catch {
      return 0
    }
  })
  return alive.reduce((a, b) => a + b, secondsOf(`/proc/${pid}/stat`, true))
}
/** Address of the embedded PostgreSQL while the server runs. */
export const databaseOf = (dataDir: string): string =>
  `postgresql://enishi:${readFileSync(join(dataDir, 'postgres.secret'), 'utf8').trim()}@127.0.0.1:${postmaster(dataDir).port}/enishi`
/** MB. */
export const rssOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
