import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Client, Person } from './client.ts'
import { drive, type Run } from './drive.ts'
import { Failure } from './failure.ts'
import { type Head, headsOf } from './heads.ts'
import { type OwnServer, readKeys, startOwnServer } from './own-server.ts'
import { publishWorld, type Stages } from './publish-world.ts'
import { type ImpressionLog, readLog } from './read-log.ts'
import { ServerClock } from './server-clock.ts'

interface Options {
  readonly data: string
  readonly url: string | undefined
  readonly keys: string
  readonly limit: number
  readonly people: number
  readonly predictions: string | undefined
}
interface Outcome {
  readonly log: ImpressionLog
  readonly heads: readonly Head[]
  readonly run: Run
  readonly stages: Stages
  readonly latestMs: number
}

const peakMemoryMB = (): number => Math.round(process.resourceUsage().maxRSS / 1024)
const tenths = (seconds: number): number => Math.round(seconds * 10) / 10

/** `enishi evaluate replay --data DIR`: an impression log through the public HTTP API, predicted before it is told. */
export async function replayCommand(args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const json = args.includes('--json')
  const started = performance.now()
  const stop = new AbortController()
  const interrupt = (): void => stop.abort(new Failure('interrupted', 'the replay was interrupted'))
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt)
  try {
    const options = readOptions(args)
    const outcome = await replay(options, env, stop.signal)
    report(outcome, json, (performance.now() - started) / 1000)
    return 0
  } catch (error) {
    const code = error instanceof Failure ? error.code : 'internal'
    const message = error instanceof Error ? error.message : String(error)
    console.error(`enishi: ${code}: ${message}`)
    if (json) console.log(JSON.stringify({ error: { code, message } }))
    return code === 'interrupted' ? 130 : code === 'invalid_option' ? 2 : 1
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt)
  }
}

function readOptions(args: string[]): Options {
  try {
    const { values } = parseArgs({
      args,
      options: {
        data: { type: 'string' },
        url: { type: 'string' },
        keys: { type: 'string', default: '.enishi/demo.json' },
        limit: { type: 'string' },
        people: { type: 'string' },
        predictions: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
    if (!values.data) throw new Error('--data must name a folder with dataset.json and impressions.tsv')
    if (values.url !== undefined && !/^https?:$/.test(URL.parse(values.url)?.protocol ?? ''))
      throw new Error(`--url is not an address like http://127.0.0.1:3000: "${values.url}"`)
    const { data, url, keys, predictions } = values
    return { data, url, keys, predictions, limit: count('limit', values.limit), people: count('people', values.people) }
  } catch (error) {
    throw new Failure('invalid_option', (error as Error).message)
  }
}

function count(name: string, text: string | undefined): number {
  if (text === undefined) return Number.POSITIVE_INFINITY
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Error(`--${name} is a whole number from 1, not "${text}"`)
  return Number(text)
}

async function replay(options: Options, env: NodeJS.ProcessEnv, stopped: AbortSignal): Promise<Outcome> {
  const log = await readLog(options.data, options)
  const heads = headsOf(log.rows)
  console.error(
    `${log.name}: ${log.rows.length} impressions of ${log.items.size} items; heads ${heads.map(h => h.name).join(', ')}`,
  )
  const stages: Stages = {}
  const keys = options.url === undefined ? null : readKeys(options.keys)
  const began = performance.now()
  const own = options.url === undefined ? await startOwnServer(env) : null
  if (own) stages.server = (performance.now() - began) / 1000
  const client = new Client(options.url ?? (own as OwnServer).url, stopped)
  try {
    const { email, password } = keys ?? (own as OwnServer).keys
    const operator = await Person.signedIn(client, email, password)
    const clock = new ServerClock(operator)
    // Twice: who may not move it should hear so now, and the world takes a while.
    await clock.begin(log.rows[0]?.timeMs ?? 0)
    const world = await publishWorld(client, operator, log, heads, stages)
    await clock.begin(log.rows[0]?.timeMs ?? 0)
    const run = await drive({ rows: log.rows, heads, world, clock })
    stages.replay = run.seconds
    if (options.predictions !== undefined) writePredictions(options.predictions, log, heads, run)
    return { log, heads, run, stages, latestMs: clock.latestMs }
  } finally {
    client.close()
    await own?.stop()
  }
}

/** One line a row: what was known, what was expected, what happened. */
function writePredictions(path: string, { rows }: ImpressionLog, heads: readonly Head[], run: Run): void {
  const header = ['user', 'item', 'timeMs', 'learned', ...heads.flatMap(h => [`${h.name}.p`, h.name])]
  const lines = rows.map((row, r) =>
    [row.user, row.item, row.timeMs, run.learned[r], ...heads.flatMap((h, k) => [run.judgement.p(k, r), h.label(row)])].join(
      '\t',
    ),
  )
  writeFileSync(path, `${header.join('\t')}\n${lines.join('\n')}\n`)
}

function report({ log, run, stages, latestMs }: Outcome, json: boolean, seconds: number): void {
  const metrics = run.judgement.metrics()
  if (run.recall.asked > 0) metrics['recall@20'] = run.recall.value
  const rounded = Object.fromEntries(Object.entries(stages).map(([name, s]) => [name, tenths(s)]))
  console.error(
    `seconds: ${Object.entries(rounded)
      .map(([name, s]) => `${name} ${s}`)
      .join(', ')}`,
  )
  console.error(
    `${run.recall.asked} pages asked for recall@20; the server's clock was at most ${Math.round(latestMs)} ms past a row`,
  )
  if (json) {
    console.log(
      JSON.stringify({
        data: log.name,
        metrics,
        seconds: tenths(seconds),
        peakMemoryMB: peakMemoryMB(),
        stages: rounded,
        impressions: log.rows.length,
      }),
    )
    return
  }
  for (const [name, value] of Object.entries(metrics)) console.log(`${name.padEnd(24)} ${value.toFixed(4)}`)
  console.log(`${tenths(seconds)} s, ${peakMemoryMB()} MB at most`)
}
