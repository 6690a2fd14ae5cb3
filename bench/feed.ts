import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { removeEmbedded } from '#base/db'
import { seeded } from '#base/kernel'
import { benchGorse } from './feed-gorse.ts'
import { cpuOf, cpuOfPostgres, type Guest, idle, prepare, rssOf, start } from './feed-server.ts'
import { Watch } from './feed-stalls.ts'
import { postId, type WorldSize, worldOf } from './feed-world.ts'
import { fire, quantile, type Shot } from './open-loop.ts'

/**
 * `npm run bench:feed`: pages of 20 over HTTP with 90 % reads and 10 % events, open loop at growing rates, client on the same machine; the first
 * rate that is not kept ends it. Then Gorse with the same world and the same script. Some 11 minutes: 5 of ours, at most 6 of Gorse.
 *
 * `-- --posts N --people N --events N --rates 400,800 --seconds 10` for another world; 1,000,000 × 1,000,000 with 2,000,000 events takes some
 * 12 minutes. `-- --sizes 10000,100000,1000000 --rates 400`: a row for each size of catalogue, the same number of people, some 25 minutes.
 * `--watch` tells what held the server up at each rate, and profiles its threads at `--profile 1000` a second; figures are some percent worse then.
 * `--gorse off` leaves Gorse out; `--patience 300` is how many seconds the server is given to finish training before it is measured.
 */
const { values } = parseArgs({
  options: {
    posts: { type: 'string', default: '100000' },
    people: { type: 'string' },
    events: { type: 'string' },
    sizes: { type: 'string' },
    seconds: { type: 'string', default: '10' },
    rates: { type: 'string', default: '200,400,600,800,1000,1200,1500,2000' },
    patience: { type: 'string', default: '300' },
    gorse: { type: 'string', default: 'on' },
    watch: { type: 'boolean', default: false },
    profile: { type: 'string', default: '1000' },
  },
})
const guestCount = 1000
const rates = values.rates.split(',').map(Number)
const log = (line: string) => console.error(`${(performance.now() / 1000).toFixed(1).padStart(7)} s  ${line}`)
const count = (n: number) => n.toLocaleString('en')

/** Ten events a person, fewer of them in the largest worlds. */
const sizeOf = (posts: number, people = posts, events?: number): WorldSize => ({
  posts,
  people,
  events: events ?? Math.min(10 * people, Math.max(1_000_000, 2 * people)),
})

/** 90 % pages of 20, 10 % a view of a clip, by one of the guests. */
function mix(guests: readonly Guest[], posts: number): () => Shot {
  const random = seeded(7)
  return () => {
    const { token } = guests[Math.floor(random() * guests.length)] as Guest
    const headers = { authorization: `Bearer ${token}` }
    if (random() < 0.9) return { method: 'GET', path: '/v1/feed?limit=20', headers }
    const subject = { kind: 'post', id: postId(Math.floor(random() ** 2 * posts)) }
    const event = { id: randomUUID(), name: 'post.viewed', subject, data: { ms: 2500, durationMs: 3000, exit: 'next' } }
    return {
      method: 'POST',
      path: '/v1/events',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ events: [event] }),
    }
  }
}

/** Cells of a row: what was answered how fast at that rate, and who spent how much CPU on it. Null for a rate that was not kept. */
async function cellsAt(rate: number, url: string, pid: number, dataDir: string, next: () => Shot) {
  const used = () => ({ ...cpuOf(pid), postgres: cpuOfPostgres(dataDir), client: process.cpuUsage() })
  const before = used()
  const { latencies, failed, sent, inTime } = await fire(url, rate, Number(values.seconds), next)
  const after = used()
  const client = process.cpuUsage(before.client)
  const each = (seconds: number) => ((seconds * 1000) / sent).toFixed(2)
  const ms = (q: number) => `${quantile(latencies, q).toFixed(1)} ms`
  const cpu = [after.main - before.main, after.others - before.others, after.postgres - before.postgres]
  const all = [...cpu, (client.user + client.system) / 1e6].map(each).join(' + ')
  const cells = [
    count(rate),
    `${(100 * inTime).toFixed(1)} %`,
    ms(0.5),
    ms(0.99),
    ms(0.999),
    failed,
    `${count(Math.round(rssOf(pid)))} MB`,
    `${all} ms`,
  ]
  return { cells, kept: inTime >= 0.9 }
}
const columns =
  'due a second | answered within 1 s | p50 | p99 | p99.9 | failed | server RSS | CPU a request: main + other threads + PostgreSQL + client'
const head = (titles: string) => console.log(`| ${titles} |\n|${' --- |'.repeat(titles.split('|').length)}`)
const row = (cells: readonly unknown[]) => console.log(`| ${cells.join(' | ')} |`)

interface Measured {
  /** Seconds until everything was learned: from the log, and from the snapshot that the server wrote when it stopped. */
  readonly learned: string
  readonly again: string
  readonly rows: readonly (readonly unknown[])[]
}
/** One world, filled, learned and measured at growing rates; `tell` hears of each at once. */
async function measure(size: WorldSize, tell: (cells: readonly unknown[]) => void): Promise<Measured> {
  const dataDir = mkdtempSync(join(tmpdir(), 'enishi-bench-feed-'))
  const watch = values.watch ? new Watch() : null
  try {
    const from = performance.now()
    const prepared = await prepare(dataDir, worldOf(size), guestCount)
    log(`${worldText(size)} events are written, ${((performance.now() - from) / 1000).toFixed(0)} s`)
    const { server, seconds } = await start(prepared, prepared.last, watch?.env)
    log(`the log is learned ${seconds.toFixed(1)} s after the start`)
    const pid = server.process.pid as number
    log((await idle(pid, Number(values.patience))) ? 'the server is idle' : 'the server still trains')
    const next = mix(prepared.guests, size.posts)
    await fire(server.url, 50, 5, next)
    const rows: (readonly unknown[])[] = []
    for (const rate of rates) {
      const work = () => cellsAt(rate, server.url, pid, dataDir, next)
      const profile = rate === Number(values.profile)
      const { cells, kept } = await (watch ? watch.during(dataDir, profile, log, work) : work())
      tell(cells)
      rows.push(cells)
      if (!kept) break
    }
    await server.stop()
    const again = await start(prepared, prepared.last)
    await again.server.stop()
    return { learned: `${seconds.toFixed(1)} s`, again: `${again.seconds.toFixed(1)} s`, rows }
  } finally {
    watch?.end()
    removeEmbedded(dataDir)
  }
}
const worldText = ({ posts, people, events }: WorldSize) => `${count(posts)} × ${count(people)}, ${count(events)}`

async function main(): Promise<void> {
  console.log(
    `Machine: ${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}\n`,
  )
  if (values.sizes) {
    head(`posts × people, events | learned from the log | started again | ${columns}`)
    for (const size of values.sizes.split(',').map(posts => sizeOf(Number(posts)))) {
      const { learned, again, rows } = await measure(size, cells => log(cells.join(' · ')))
      for (const cells of rows) row([worldText(size), learned, again, ...cells])
    }
    return
  }
  const size = sizeOf(
    Number(values.posts),
    Number(values.people ?? values.posts),
    values.events ? Number(values.events) : undefined,
  )
  console.log(`World: ${worldText(size)} events\n`)
  head(columns)
  const { learned, again } = await measure(size, row)
  console.log(`\nLearned from the log ${learned} after a start, from the snapshot ${again} after the next.`)
  if (values.gorse === 'on') await benchGorse(size, Number(values.seconds))
}
await main()
