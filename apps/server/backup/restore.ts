import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { readEntry } from '#base/archive'
import {
  connect,
  type DumpedTable,
  emptyTables,
  type Migration,
  migrate,
  openDatabase,
  removeEmbedded,
  schemasInUse,
  setSequence,
  startEmbedded,
  writeRows,
} from '#base/db'
import { adoptJobs, jobsSchema, prepareJobs } from '#base/jobs'
import { progress } from '#base/progress'
import { schemasOf } from './backup.ts'
import { Failure, heed } from './failure.ts'
import { mayWrite, modeOf } from './files.ts'
import { type Checksums, fileEntry, type Listed, migrationsBefore, openBackup, verify } from './manifest.ts'

/** Lies in a data folder as long as a restore into it is not finished; the server does not start on one. */
export const unfinished = 'restore.unfinished'

export interface RestoreOptions {
  readonly from: string
  /** The data folder to make. */
  readonly dataDir: string
  /** An empty database on a server; null for an embedded one in the data folder. */
  readonly url: string | null
  readonly migrations: readonly Migration[]
  readonly signal?: AbortSignal
}
export interface RestoreReport {
  readonly version: string
  readonly made: string
  readonly rows: number
  readonly files: number
  /** How many files were in the database's world but had gone when they were read. */
  readonly vanished: number
  /** Jobs that waited, when this version's queue can't take them over. */
  readonly jobsLeft: number
}

/**
 * Puts a backup into an empty folder and an empty database. The archive is read and compared with its checksums before
 * anything is written; what fails after that is taken away again.
 */
export async function restoreBackup(options: RestoreOptions): Promise<RestoreReport> {
  const listed = await openBackup(options.from)
  const target = await assertEmpty(options)
  const bytes = listed.entries.reduce((sum, e) => sum + e.size, 0)
  const bar = progress('checking', megabytes(bytes))
  let read = 0
  const checksums = await verify(listed, n => {
    heed(options.signal)
    read += n
    bar.at(megabytes(read), () => 'MB')
  })
  bar.end('MB')
  const first = migrationsBefore(listed.about, options.migrations)
  await mkdir(options.dataDir, { recursive: true })
  await writeFile(join(options.dataDir, unfinished), `${listed.path}\n`)
  try {
    const jobsLeft = await restoreDatabase(options, listed, checksums, first)
    const files = await restoreFiles(options, listed)
    await rm(join(options.dataDir, unfinished))
    const rows = Object.values(checksums.rows).reduce((a, b) => a + b, 0)
    const { version, made } = listed.about
    return { version, made, rows, files, vanished: checksums.vanished.length, jobsLeft }
  } catch (error) {
    await takeAway(options, target)
    throw error
  }
}
const megabytes = (bytes: number): number => Math.ceil(bytes / 1_000_000)

/** Refuses a folder or a database that holds anything. Answers whether the folder was there. */
async function assertEmpty({ dataDir, url }: RestoreOptions): Promise<{ folder: boolean }> {
  const inside = await readdir(dataDir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error.code === 'ENOTDIR' ? new Failure('target_not_empty', `${dataDir} is a file`) : error
  })
  if (inside && inside.length > 0)
    throw new Failure('target_not_empty', `${dataDir} is not empty; a restore needs a folder of its own`)
  if (url !== null) {
    const client = await connect(url)
    const used = await schemasInUse(client).finally(() => client.end())
    if (used.length > 0)
      throw new Failure(
        'target_not_empty',
        `the database is not empty (${used.slice(0, 5).join(', ')}); a restore needs an empty one`,
      )
  }
  return { folder: inside !== null }
}

/** Schema as the archive's version had it, the rows, then what this version adds. */
async function restoreDatabase(
  options: RestoreOptions,
  listed: Listed,
  checksums: Checksums,
  first: readonly Migration[],
): Promise<number> {
  const embedded = options.url === null ? await startEmbedded(options.dataDir) : null
  const url = options.url ?? (embedded?.url as string)
  const db = openDatabase(url, { max: 2 })
  try {
    await migrate(db, first)
    const version = listed.about.jobs === null ? null : await prepareJobs(url)
    const takeJobs = version !== null && version === listed.about.jobs
    const isJob = (t: DumpedTable): boolean => t.name.startsWith(`${jobsSchema}.`)
    const tables = listed.about.tables.filter(t => takeJobs || !isJob(t))
    await restoreRows(url, listed, checksums, tables, options.signal)
    await migrate(db, options.migrations)
    return takeJobs ? 0 : (checksums.rows[`${jobsSchema}.job`] ?? 0)
  } finally {
    await db.close()
    await embedded?.stop()
  }
}

async function restoreRows(
  url: string,
  listed: Listed,
  checksums: Checksums,
  tables: readonly DumpedTable[],
  signal: AbortSignal | undefined,
): Promise<void> {
  const client = await connect(url)
  const bar = progress(
    'rows',
    tables.reduce((sum, t) => sum + (checksums.rows[t.name] ?? 0), 0),
  )
  let done = 0
  try {
    await client.query('begin')
    await emptyTables(
      client,
      tables.filter(t => !t.name.startsWith(`${jobsSchema}.`)),
    )
    for (const table of tables) {
      bar.at(done, () => table.name)
      await writeRows(client, table, rowsOf(listed, table, signal))
      done += checksums.rows[table.name] ?? 0
    }
    for (const sequence of checksums.sequences) await setSequence(client, sequence)
    await adoptJobs(
      client,
      tables.some(t => t.name === `${jobsSchema}.job`),
    )
    await client.query('commit')
    await client.query('analyze')
  } finally {
    await client.end()
  }
  bar.at(done)
  bar.end()
}

async function* rowsOf({ path, entries }: Listed, table: DumpedTable, signal: AbortSignal | undefined): AsyncGenerator<Buffer> {
  for (const entry of entries) {
    if (!entry.name.startsWith(`database/${table.name}/`)) continue
    heed(signal)
    const parts: Buffer[] = []
    for await (const part of readEntry(path, entry)) parts.push(part)
    yield await promisify(gunzip)(Buffer.concat(parts))
  }
}

async function restoreFiles({ dataDir, signal }: RestoreOptions, { path, entries }: Listed): Promise<number> {
  const files = entries.filter(e => e.name.startsWith(fileEntry('')))
  const bar = progress('files', files.length)
  for (const [i, entry] of files.entries()) {
    heed(signal)
    const name = entry.name.slice(fileEntry('').length)
    if (!mayWrite(name))
      throw new Failure('archive_not_ours', `the archive holds a file that has no place in a data folder: ${name}`)
    const to = join(dataDir, name)
    await mkdir(dirname(to), { recursive: true })
    await pipeline(readEntry(path, entry), createWriteStream(to, { mode: modeOf(name, entry.mode), flags: 'wx' }))
    bar.at(i + 1, () => name)
  }
  bar.end()
  return files.length
}

/** Leaves the folder and the database as they were found: empty. */
async function takeAway({ dataDir, url, migrations }: RestoreOptions, { folder }: { folder: boolean }): Promise<void> {
  if (url !== null) {
    const client = await connect(url)
    for (const schema of [...schemasOf(migrations), jobsSchema, 'base'])
      await client.query(`drop schema if exists ${schema} cascade`)
    await client.end()
  }
  removeEmbedded(dataDir)
  if (folder) await mkdir(dataDir, { recursive: true })
}

export const isUnfinished = (dataDir: string): boolean => existsSync(join(dataDir, unfinished))
