import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Database } from './database.ts'

/** One SQL file of a room. Files run in the order of their names, once; a changed file that already ran is refused. */
export interface Migration {
  readonly room: string
  readonly name: string
  readonly sql: string
}

/** The migrations of a room: `directory` is its `migrations/` folder. */
export function migrationsIn(room: string, directory: URL): Migration[] {
  const path = fileURLToPath(directory)
  if (!existsSync(path)) return []
  return readdirSync(path)
    .filter(name => name.endsWith('.sql'))
    .sort()
    .map(name => ({ room, name, sql: readFileSync(`${path}/${name}`, 'utf8') }))
}

/** Brings the database up to date; safe when two processes start at once. Returns how many files ran. */
export async function migrate(database: Database, migrations: readonly Migration[]): Promise<number> {
  const client = await database.pool.connect()
  try {
    await client.query('select pg_advisory_lock(7301)')
    await client.query(
      'create schema if not exists base; create table if not exists base.migration (room text, name text, digest text not null, ran_at timestamptz not null default now(), primary key (room, name))',
    )
    const done = new Map(
      (
        await client.query<{ room: string; name: string; digest: string }>('select room, name, digest from base.migration')
      ).rows.map(r => [`${r.room}/${r.name}`, r.digest]),
    )
    let ran = 0
    for (const m of migrations) {
      const digest = createHash('sha256').update(m.sql).digest('hex')
      const before = done.get(`${m.room}/${m.name}`)
      if (before === digest) continue
      if (before !== undefined) throw new Error(`migration ${m.room}/${m.name} was changed after it ran; add a new file instead`)
      await client.query('begin')
      try {
        await client.query(m.sql)
        await client.query('insert into base.migration (room, name, digest) values ($1, $2, $3)', [m.room, m.name, digest])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw new Error(`migration ${m.room}/${m.name}: ${(error as Error).message}`)
      }
      ran++
    }
    return ran
  } finally {
    await client.query('select pg_advisory_unlock(7301)').catch(() => {})
    client.release()
  }
}
