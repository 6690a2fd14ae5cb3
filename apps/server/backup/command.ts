import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Config } from '#base/config'
import { connect, type Migration, startEmbedded } from '#base/db'
import { makeBackup } from './backup.ts'
import { Failure } from './failure.ts'
import { restoreBackup } from './restore.ts'

export interface Setting {
  readonly config: Config
  readonly migrations: readonly Migration[]
  readonly version: string
}
type Work = (args: string[], setting: Setting, signal: AbortSignal) => Promise<{ report: object; lines: string[] }>

export const backupCommands: Readonly<Record<string, Work>> = { backup, restore }

/** Runs `backup` or `restore`; progress and words go to stderr, with `--json` the last line of stdout is the report. Answers with the exit code. */
export async function runBackupCommand(name: string, args: string[], setting: Setting): Promise<number> {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop.abort())
  const json = args.includes('--json')
  try {
    const { report, lines } = await (backupCommands[name] as Work)(
      args.filter(a => a !== '--json'),
      setting,
      stop.signal,
    )
    if (json) console.log(JSON.stringify(report))
    else for (const line of lines) console.log(line)
    return 0
  } catch (error) {
    const code = error instanceof Failure ? error.code : 'failed'
    const { message } = error as Error
    console.error(`enishi: ${message}`)
    if (json) console.log(JSON.stringify({ error: { code, message } }))
    return code === 'invalid_option' ? 2 : code === 'interrupted' ? 130 : 1
  }
}

async function backup(args: string[], { config, migrations, version }: Setting, signal: AbortSignal): ReturnType<Work> {
  const { to } = options(args, { to: { type: 'string' } })
  if (typeof to !== 'string') throw new Failure('invalid_option', 'backup needs --to FILE or --to DIR')
  const database = await sourceOf(config)
  try {
    const report = await makeBackup({
      url: database.url,
      dataDir: config.dataDir,
      to: fileFor(to),
      version,
      migrations,
      signal,
    })
    const lines = [
      `${report.archive}: ${report.rows} rows of ${report.tables} tables, ${report.files} files, ${megabytes(report.bytes)}`,
    ]
    if (report.vanished.length > 0)
      lines.push(`${report.vanished.length} files were taken away meanwhile and are not in it: ${some(report.vanished)}`)
    if (config.secret !== null)
      lines.push('ENISHI_SECRET is set by you and not in the archive: keep it, or everybody has to sign in again.')
    if (existsSync(config.weightsFile)) lines.push(`${config.weightsFile} is a setting of yours and not in the archive.`)
    return { report, lines }
  } finally {
    await database.stop()
  }
}

async function restore(args: string[], { config, migrations }: Setting, signal: AbortSignal): ReturnType<Work> {
  const { from, to = [] } = options(args, { from: { type: 'string' }, to: { type: 'string', multiple: true } })
  const urls = (to as string[]).filter(isUrl)
  const folders = (to as string[]).filter(t => !isUrl(t))
  if (typeof from !== 'string' || urls.length > 1 || folders.length > 1 || urls.length + folders.length === 0)
    throw new Failure('invalid_option', 'restore needs --from FILE, and --to DIR, --to DATABASE_URL or one of each')
  const dataDir = folders[0] === undefined ? config.dataDir : resolve(folders[0])
  const report = await restoreBackup({ from: resolve(from), dataDir, url: urls[0] ?? null, migrations, signal })
  const start = `ENISHI_DATA=${dataDir}${urls[0] === undefined ? '' : ' DATABASE_URL=…'} npm start`
  const lines = [
    `${dataDir}: ${report.rows} rows and ${report.files} files of ${report.made}, Enishi ${report.version}. Start it with  ${start}`,
  ]
  if (report.vanished > 0) lines.push(`${report.vanished} files had gone when the backup was made.`)
  if (report.jobsLeft > 0) lines.push(`${report.jobsLeft} jobs are of another version of the queue and were left out.`)
  return { report, lines }
}

/** The running database, or the embedded one started for this work alone; none is made where there is none. */
async function sourceOf(config: Config): Promise<{ url: string; stop(): Promise<void> }> {
  if (config.databaseUrl !== null) return { url: config.databaseUrl, stop: async () => undefined }
  if (!existsSync(join(config.dataDir, 'postgres.secret')))
    throw new Failure('nothing_to_back_up', `${config.dataDir} holds no database, and DATABASE_URL is not set`)
  const embedded = await startEmbedded(config.dataDir)
  return { url: embedded.url, stop: async () => ((await usedByOthers(embedded)) ? undefined : embedded.stop()) }
}

/** A server that was there before, or came while we worked, keeps its database. */
async function usedByOthers({ url, tookOver }: { url: string; tookOver: boolean }): Promise<boolean> {
  if (tookOver) return true
  const client = await connect(url)
  const others = await client.query(
    "select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
  )
  await client.end()
  return (others.rowCount ?? 0) > 0
}

/** A folder gets a file named after the moment; anything else is the file's own name. */
function fileFor(to: string): string {
  const path = resolve(to)
  if (to.endsWith('/') || (existsSync(path) && statSync(path).isDirectory())) {
    mkdirSync(path, { recursive: true })
    return join(
      path,
      `enishi-${new Date()
        .toISOString()
        .replace(/\.\d+Z$/, 'Z')
        .replaceAll(':', '-')}.tar`,
    )
  }
  mkdirSync(dirname(path), { recursive: true })
  return path
}

function options<T extends NonNullable<Parameters<typeof parseArgs>[0]>['options']>(args: string[], known: T) {
  try {
    return parseArgs({ args, options: known as NonNullable<T>, strict: true }).values
  } catch (error) {
    throw new Failure('invalid_option', (error as Error).message)
  }
}

const isUrl = (to: string): boolean => /^postgres(ql)?:\/\//.test(to)
const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`
const some = (paths: readonly string[]): string => `${paths.slice(0, 5).join(', ')}${paths.length > 5 ? ', …' : ''}`

/** The version of this code. */
export const versionOf = (root: string): string =>
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version
