import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { removeEmbedded, startEmbedded } from '#base/db'
import { seeded } from '#base/kernel'
import { startServer } from '#testing/server'
import { fillWorld, makeAuthors, postId } from './feed-world.ts'
import { fire, quantile, type Shot } from './open-loop.ts'

/**
 * `npm run bench:feed -- [--posts 100000] [--people 100000] [--events 1000000] [--seconds 10]`: pages of 20 over HTTP with 90 % reads and 10 %
 * events, open loop at growing rates, client on the same machine. Prints a table; the first rate that is not kept ends it.
 */
const { values } = parseArgs({
  options: {
    posts: { type: 'string', default: '100000' },
    people: { type: 'string', default: '100000' },
    events: { type: 'string', default: '1000000' },
    seconds: { type: 'string', default: '10' },
    rates: { type: 'string', default: '100,200,400,600,800,1000,1500,2000' },
  },
})
const size = { posts: Number(values.posts), people: Number(values.people), events: Number(values.events) }
const guestCount = 1000
const dataDir = mkdtempSync(join(tmpdir(), 'enishi-bench-feed-'))
const log = (line: string) => console.error(`${(performance.now() / 1000).toFixed(1).padStart(7)} s  ${line}`)

async function guest(url: string): Promise<{ person: string; token: string }> {
  return (await (await fetch(`${url}/v1/guests`, { method: 'POST' })).json()) as { person: string; token: string }
}
/** Seconds of CPU that the server has used: its main thread, and the rest of the process (the recommender's thread, the collector). */
function cpuOf(pid: number): { main: number; others: number } {
  const seconds = (path: string): number => {
    const fields = readFileSync(path, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) / 100
  }
  const main = seconds(`/proc/${pid}/task/${pid}/stat`)
  return { main, others: seconds(`/proc/${pid}/stat`) - main }
}
/** Until the server has nothing to do of its own: it may be training a model, which it does a minute after it started. */
async function idle(pid: number, started: number): Promise<void> {
  for (let quiet = 0; quiet < 3; ) {
    const before = cpuOf(pid)
    await new Promise(resolve => setTimeout(resolve, 1500))
    const after = cpuOf(pid)
    const busy = after.main + after.others - before.main - before.others > 0.2
    quiet = busy || performance.now() - started < 70_000 ? 0 : quiet + 1
  }
}
const rssOf = (pid: number) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

/** Seconds until a page no longer waits for this position: it waits 250 ms at most, and less when everything is learned. */
async function learned(url: string, position: string, token: string): Promise<number> {
  const before = performance.now()
  for (;;) {
    const at = performance.now()
    await fetch(`${url}/v1/feed?after=${position}`, { headers: { authorization: `Bearer ${token}` } })
    if (performance.now() - at < 200) return (performance.now() - before) / 1000
    await new Promise(resolve => setTimeout(resolve, 200))
  }
}

async function main(): Promise<void> {
  const env = { ENISHI_DEMO: 'false' }
  let server = await startServer({ dataDir, args: ['--empty'], env })
  const made = await makeAuthors(server.url, 60)
  const guests: { person: string; token: string }[] = []
  for (let g = 0; g < guestCount; g++) guests.push(await guest(server.url))
  await server.stop()
  log('authors and guests are there')
  const embedded = await startEmbedded(dataDir)
  const last = await fillWorld(embedded.url, size, { ...made, guests: guests.map(g => g.person) })
  await embedded.stop()
  log(`${size.posts} posts and ${size.events} events are written`)
  const started = performance.now()
  server = await startServer({ dataDir, args: ['--empty'], env })
  const seconds = await learned(server.url, last, guests[0]?.token as string)
  log(`the log is learned after ${seconds.toFixed(1)} s`)
  const pid = server.process.pid as number
  await idle(pid, started)
  log('the server is idle')
  console.log(
    `Machine: ${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
  )
  console.log(
    `World: ${size.posts} posts, ${size.people} people, ${size.events} events; pages of 20, 90 % reads, 10 % events, open loop\n`,
  )
  console.log(
    '| due a second | answered in time | p50 | p99 | p99.9 | failed | server RSS | CPU a request: main + other threads |\n| --- | --- | --- | --- | --- | --- | --- | --- |',
  )
  const random = seeded(7)
  const next = (): Shot => {
    const { token } = guests[Math.floor(random() * guests.length)] as { token: string }
    const headers = { authorization: `Bearer ${token}` }
    if (random() < 0.9) return { method: 'GET', path: '/v1/feed?limit=20', headers }
    const subject = { kind: 'post', id: postId(Math.floor(random() ** 2 * size.posts)) }
    const event = { id: randomUUID(), name: 'post.viewed', subject, data: { ms: 2500, durationMs: 3000, exit: 'next' } }
    return {
      method: 'POST',
      path: '/v1/events',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ events: [event] }),
    }
  }
  await fire(server.url, 50, 5, next)
  for (const rate of values.rates.split(',').map(Number)) {
    const before = cpuOf(pid)
    const { latencies, failed, sent } = await fire(server.url, rate, Number(values.seconds), next)
    const inTime = latencies.filter(ms => ms <= 1000).length / sent
    const used = cpuOf(pid)
    const each = (key: 'main' | 'others') => (((used[key] - before[key]) * 1000) / sent).toFixed(2)
    const ms = (q: number) => `${quantile(latencies, q).toFixed(1)} ms`
    console.log(
      `| ${rate} | ${(100 * inTime).toFixed(1)} % | ${ms(0.5)} | ${ms(0.99)} | ${ms(0.999)} | ${failed} | ${rssOf(pid).toFixed(0)} MB | ${each('main')} + ${each('others')} ms |`,
    )
    if (inTime < 0.9) break
  }
  await server.stop()
  removeEmbedded(dataDir)
}
await main()
