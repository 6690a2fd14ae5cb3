import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** What of the data folder is the platform. The rest is the database itself, its password, logs and work in progress: made anew. */
const kept = ['secret', 'demo.json', 'storage', 'uploads', 'outbox'] as const
/** The recommender's snapshot is computed from the log; one from a moment after the rows would not fit them. */
const computed = /^storage\/feed\/state\./
const halfWritten = /\.part$/
/** Read by their owner alone, whatever mode they had. */
const secrets = new Set(['secret', 'demo.json'])
export const modeOf = (path: string, mode: number): number => (secrets.has(path) ? 0o600 : mode & 0o777)

/** Paths of the files to keep, below the data folder. */
export async function filesOf(dataDir: string): Promise<string[]> {
  const found: string[] = []
  const visit = async (path: string): Promise<void> => {
    const info = await stat(join(dataDir, path)).catch(() => null)
    if (info?.isFile() && !computed.test(path) && !halfWritten.test(path)) found.push(path)
    if (!info?.isDirectory()) return
    for (const name of (await readdir(join(dataDir, path)).catch(() => [])).sort()) await visit(`${path}/${name}`)
  }
  for (const path of kept) await visit(path)
  return found
}

/** True for a path that an archive may put into a data folder: one of the kept ones, and nothing that climbs out of it. */
export const mayWrite = (path: string): boolean =>
  kept.some(k => path === k || path.startsWith(`${k}/`)) &&
  !path.split('/').some(part => part === '' || part === '.' || part === '..')
