import { createHash } from 'node:crypto'
import { type Entry, listArchive, readEntry } from '#base/archive'
import type { DumpedTable, Migration, Sequence } from '#base/db'
import { Failure } from './failure.ts'

export const format = 1
export const names = { about: 'about.json', checksums: 'checksums.json', seal: 'checksums.sha256' } as const
export const partOf = (table: string, part: number): string => `database/${table}/${String(part).padStart(6, '0')}.copy.gz`
export const fileEntry = (path: string): string => `files/${path}`

export interface RanMigration {
  readonly room: string
  readonly name: string
  readonly digest: string
}
/** The first file of an archive: what it takes to read the rest. */
export interface About {
  readonly program: 'enishi'
  readonly format: number
  readonly version: string
  readonly made: string
  readonly migrations: readonly RanMigration[]
  /** Version of the job queue's own tables; null when no server has ever run on this database. */
  readonly jobs: number | null
  readonly tables: readonly DumpedTable[]
}
/** The last but one: what each file must be. Its own hash is the last. */
export interface Checksums {
  /** SHA-256 of every file before this one. */
  readonly entries: Readonly<Record<string, string>>
  readonly rows: Readonly<Record<string, number>>
  readonly sequences: readonly Sequence[]
  /** Files that went away while the backup ran. */
  readonly vanished: readonly string[]
}

export const digestOf = (sql: string): string => createHash('sha256').update(sql).digest('hex')

/** The migrations of ours that the archive's database had run: the rest follows after its rows are in. */
export function migrationsBefore(about: About, ours: readonly Migration[]): Migration[] {
  const known = new Map(ours.map(m => [`${m.room}/${m.name}`, digestOf(m.sql)]))
  const strange = about.migrations.filter(m => known.get(`${m.room}/${m.name}`) !== m.digest)
  if (strange.length > 0)
    throw new Failure(
      'archive_of_another_version',
      `the archive is of Enishi ${about.version} and its database has steps that this version does not know (${strange
        .slice(0, 3)
        .map(m => `${m.room}/${m.name}`)
        .join(', ')}); restore it with that version or a newer one`,
    )
  const ran = new Set(about.migrations.map(m => `${m.room}/${m.name}`))
  return ours.filter(m => ran.has(`${m.room}/${m.name}`))
}

export interface Listed {
  readonly path: string
  readonly entries: readonly Entry[]
  readonly about: About
}

/** Opens an archive as far as its first file; refuses what is none of ours, or of a form that came later. */
export async function openBackup(path: string): Promise<Listed> {
  const entries = await listArchive(path).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT'
      ? new Failure('archive_missing', `there is no file ${path}`)
      : new Failure('archive_damaged', `${path}: ${error.message}`)
  })
  const first = entries[0]
  if (first?.name !== names.about) throw new Failure('archive_not_ours', `${path} is no backup of Enishi`)
  const about = await readJson<Partial<About>>(path, first)
  if (about?.program !== 'enishi') throw damaged(names.about)
  if (about.format !== format)
    throw new Failure(
      'archive_of_another_version',
      `the archive was made by Enishi ${about.version}; restore it with that version`,
    )
  return { path, entries, about: about as About }
}

/** Reads the archive whole and compares every file with its checksum. Nothing may be written before this. */
export async function verify({ path, entries }: Listed, tell: (bytes: number) => void): Promise<Checksums> {
  const [checksums, seal] = entries.slice(-2)
  if (checksums?.name !== names.checksums || seal?.name !== names.seal) throw damaged('it has no end')
  const text = await readWhole(path, checksums)
  if (digestOf(text.toString('utf8')) !== (await readWhole(path, seal)).toString('utf8').trim()) throw damaged(names.checksums)
  const expected = JSON.parse(text.toString('utf8')) as Checksums
  const bodies = entries.slice(0, -2)
  if (bodies.length !== Object.keys(expected.entries).length) throw damaged('files are missing')
  for (const entry of bodies) {
    const hash = createHash('sha256')
    for await (const part of readEntry(path, entry)) {
      hash.update(part)
      tell(part.length)
    }
    if (hash.digest('hex') !== expected.entries[entry.name]) throw damaged(entry.name)
  }
  return expected
}
const damaged = (what: string): Failure => new Failure('archive_damaged', `the archive is damaged: ${what}. Nothing was restored`)

async function readWhole(path: string, entry: Entry): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of readEntry(path, entry)) parts.push(part)
  return Buffer.concat(parts)
}
async function readJson<T>(path: string, entry: Entry): Promise<T | null> {
  try {
    return JSON.parse((await readWhole(path, entry)).toString('utf8')) as T
  } catch {
    return null
  }
}
