import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { type ArchiveWriter, writeArchive } from '#base/archive'
import { countRows, type DumpedTable, type Migration, openSnapshot, readRows, sequencesOf, tablesOf } from '#base/db'
import { jobsSchema, jobsTables } from '#base/jobs'
import { progress } from '#base/progress'
import { Failure, heed } from './failure.ts'
import { filesOf, modeOf } from './files.ts'
import { type About, type Checksums, digestOf, fileEntry, format, names, partOf, type RanMigration } from './manifest.ts'

type Snapshot = Awaited<ReturnType<typeof openSnapshot>>

export interface BackupOptions {
  readonly url: string
  readonly dataDir: string
  /** The archive that will be there at the end. */
  readonly to: string
  readonly version: string
  readonly migrations: readonly Migration[]
  readonly signal?: AbortSignal
}
export interface BackupReport {
  readonly archive: string
  readonly bytes: number
  readonly tables: number
  readonly rows: number
  readonly files: number
  /** Files that went away while the backup ran. */
  readonly vanished: readonly string[]
}

/**
 * One file with the whole platform: every row of one moment, then the files of the data folder. Others may write meanwhile:
 * files are never changed, only added and taken away, and a row's files are there before the row is, so files read after
 * the rows are enough. The order of the archive: about, rows, files, checksums.
 */
export async function makeBackup(options: BackupOptions): Promise<BackupReport> {
  if (await stat(options.to).catch(() => null)) throw new Failure('backup_exists', `${options.to} is there already`)
  const before = await filesOf(options.dataDir)
  const client = await openSnapshot(options.url)
  let archive: ArchiveWriter | null = null
  try {
    const about = await describe(client, options)
    archive = await writeArchive(options.to)
    const entries: Record<string, string> = {}
    entries[names.about] = await addText(archive, names.about, JSON.stringify(about, null, 1))
    const rows = await addTables(archive, client, about.tables, entries, options.signal)
    const sequences = await sequencesOf(client, schemasOf(options.migrations))
    const { added, vanished } = await addFiles(archive, options, before, entries)
    const checksums = JSON.stringify({ entries, rows, sequences, vanished } satisfies Checksums, null, 1)
    await addText(archive, names.checksums, checksums)
    await addText(archive, names.seal, digestOf(checksums))
    await archive.finish()
    const { size: bytes } = await stat(options.to)
    const total = Object.values(rows).reduce((a, b) => a + b, 0)
    return { archive: options.to, bytes, tables: about.tables.length, rows: total, files: added, vanished }
  } catch (error) {
    await archive?.abandon()
    throw error
  } finally {
    await client.end()
  }
}

/** The schemas that our migrations make: in a database shared with others, nothing of theirs is touched. */
export const schemasOf = (migrations: readonly Migration[]): string[] => [
  ...new Set(
    migrations.flatMap(m => [...m.sql.matchAll(/create schema (?:if not exists )?(\w+)/gi)].map(found => found[1] as string)),
  ),
]

async function describe(client: Snapshot, { version, migrations }: BackupOptions): Promise<About> {
  const there = await client.query("select to_regclass('base.migration') as ours, to_regclass($1) as jobs", [
    `${jobsSchema}.version`,
  ])
  if (there.rows[0].ours === null) throw new Failure('nothing_to_back_up', 'this database has never held Enishi')
  const ran = await client.query<RanMigration>('select room, name, digest from base.migration order by room, name')
  const known = new Set(migrations.map(m => `${m.room}/${m.name}`))
  const strange = ran.rows.find(m => !known.has(`${m.room}/${m.name}`))
  if (strange)
    throw new Failure(
      'archive_of_another_version',
      `a newer Enishi ran on this database (${strange.room}/${strange.name}); use that version`,
    )
  const jobs =
    there.rows[0].jobs === null
      ? null
      : Number((await client.query(`select version from ${jobsSchema}.version`)).rows[0]?.version)
  const tables = await tablesOf(client, schemasOf(migrations))
  const queues = jobs === null ? [] : (await tablesOf(client, [jobsSchema])).filter(t => jobsTables.includes(t.name))
  return {
    program: 'enishi',
    format,
    version,
    made: new Date().toISOString(),
    migrations: ran.rows,
    jobs,
    tables: [...tables, ...queues],
  }
}

async function addTables(
  archive: ArchiveWriter,
  client: Snapshot,
  tables: readonly DumpedTable[],
  entries: Record<string, string>,
  signal: AbortSignal | undefined,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of tables) counts[table.name] = await countRows(client, table)
  const bar = progress(
    'rows',
    Object.values(counts).reduce((a, b) => a + b, 0),
  )
  let done = 0
  for (const table of tables) {
    let rows = 0
    let part = 0
    for await (const text of partsOf(readRows(client, table))) {
      heed(signal)
      const name = partOf(table.name, part++)
      const body = await promisify(gzip)(text)
      entries[name] = await archive.add(name, body, { size: body.length })
      for (const byte of text) if (byte === newline) rows++
      bar.at(done + rows, () => table.name)
    }
    if (rows !== counts[table.name]) throw new Error(`${table.name} has ${counts[table.name]} rows, and ${rows} were read`)
    done += rows
  }
  bar.at(done)
  bar.end()
  return counts
}

const newline = 10
const partBytes = 4 << 20
/** The rows in parts of some megabytes, so that a table of any size goes through the memory of one part. */
async function* partsOf(rows: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = []
  let bytes = 0
  for await (const row of rows) {
    waiting.push(row)
    bytes += row.length
    if (bytes < partBytes) continue
    yield Buffer.concat(waiting)
    waiting = []
    bytes = 0
  }
  if (bytes > 0) yield Buffer.concat(waiting)
}

async function addFiles(
  archive: ArchiveWriter,
  { dataDir, signal }: BackupOptions,
  before: readonly string[],
  entries: Record<string, string>,
): Promise<{ added: number; vanished: string[] }> {
  const paths = [...new Set([...before, ...(await filesOf(dataDir))])].sort()
  const bar = progress('files', paths.length)
  const vanished: string[] = []
  for (const [i, path] of paths.entries()) {
    heed(signal)
    const file = await open(join(dataDir, path), 'r').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      throw error
    })
    if (file === null) vanished.push(path)
    else
      try {
        const info = await file.stat()
        // An upload that is under way grows: as much as it had is taken, and its sender goes on from there.
        const body = info.size === 0 ? [] : createReadStream('', { fd: file.fd, autoClose: false, start: 0, end: info.size - 1 })
        entries[fileEntry(path)] = await archive.add(fileEntry(path), body as AsyncIterable<Buffer>, {
          size: info.size,
          mode: modeOf(path, info.mode),
          modified: info.mtime,
        })
      } finally {
        await file.close()
      }
    bar.at(i + 1, () => path)
  }
  bar.end()
  return { added: paths.length - vanished.length, vanished }
}

function addText(archive: ArchiveWriter, name: string, text: string): Promise<string> {
  const body = Buffer.from(text)
  return archive.add(name, body, { size: body.length })
}
