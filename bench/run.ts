import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
import { removeEmbedded } from '#base/db'
import { startServer, type TestServer } from '#testing/server'

/** Start-up, idle memory, feed latency and event ingest of a real server on loopback, with the small demo world in it. */
const root = fileURLToPath(new URL('../', import.meta.url))
const dataDir = mkdtempSync(join(tmpdir(), 'enishi-bench-'))
const row = (what: string, value: string, target: string) => console.log(`| ${what} | ${value} | ${target} |`)

/** Resident memory of a process and all below it, shared pages counted once (PSS), in MB. */
function memoryOf(pid: number): number {
  const below = readdirSync('/proc')
    .filter(p => /^\d+$/.test(p))
    .map(Number)
  const parent = new Map<number, number>()
  for (const p of below) {
    try {
      parent.set(p, Number(/PPid:\s+(\d+)/.exec(readFileSync(`/proc/${p}/status`, 'utf8'))?.[1]))
    } catch {
      // It ended meanwhile.
    }
  }
  const family = new Set([pid])
  for (let grew = true; grew; ) {
    grew = false
    for (const [p, up] of parent) if (family.has(up) && !family.has(p)) grew = family.add(p).size > 0
  }
  let kb = 0
  for (const p of family) {
    try {
      kb += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${p}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
    } catch {
      // It ended meanwhile.
    }
  }
  return kb / 1024
}

async function timedStart(args: string[] = []): Promise<{ server: TestServer; seconds: number }> {
  const before = performance.now()
  const server = await startServer({ dataDir, args, env: { ENISHI_DEMO: 'true' } })
  await fetch(`${server.url}/`)
  return { server, seconds: (performance.now() - before) / 1000 }
}

async function guestToken(url: string): Promise<string> {
  return ((await (await fetch(`${url}/v1/guests`, { method: 'POST' })).json()) as { token: string }).token
}

async function main(): Promise<void> {
  console.log(
    `Machine: ${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}\n`,
  )
  console.log('| what | measured | target |\n| --- | --- | --- |')
  const first = await timedStart(['--no-seed'])
  row('first start to first page (empty folder, packages installed)', `${first.seconds.toFixed(2)} s`, '–')
  execFileSync(
    process.execPath,
    [join(root, 'apps/simulator/main.ts'), 'small', '--url', first.server.url, '--keys', join(dataDir, 'demo.json')],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )
  await first.server.stop()
  const { server, seconds } = await timedStart()
  row('second start to first page', `${seconds.toFixed(2)} s`, '≤ 3 s')
  await new Promise(resolve => setTimeout(resolve, 5000))
  row('idle memory of all processes (PSS)', `${memoryOf(server.process.pid as number).toFixed(0)} MB`, '≤ 500 MB')
  await feed(server.url)
  await ingest(server.url)
  await server.stop()
  removeEmbedded(dataDir)
}

async function feed(url: string): Promise<void> {
  const headers = { authorization: `Bearer ${await guestToken(url)}` }
  const one = await autocannon({ url: `${url}/v1/feed`, headers, connections: 1, duration: 8 })
  row(
    'feed page over HTTP, one client: p50 / p99',
    `${one.latency.p50} / ${one.latency.p99} ms, ${one.requests.average.toFixed(0)}/s`,
    'p50 ≤ 15 ms',
  )
  const many = await autocannon({ url: `${url}/v1/feed`, headers, connections: 8, duration: 8 })
  row(
    'the same, 8 clients',
    `${many.latency.p50} / ${many.latency.p99} ms, ${many.requests.average.toFixed(0)}/s, ${many.non2xx} refused`,
    '–',
  )
}

async function ingest(url: string): Promise<void> {
  const token = await guestToken(url)
  const batch = 50
  const body = () =>
    JSON.stringify({
      events: Array.from({ length: batch }, () => ({
        id: crypto.randomUUID(),
        name: 'product.viewed',
        subject: { kind: 'product', id: 'prd_01bench00' },
        data: { ms: 3000 },
      })),
    })
  const result = await autocannon({
    url: `${url}/v1/events`,
    method: 'POST',
    connections: 8,
    duration: 8,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    setupClient: client => client.setBody(body()),
    requests: [{ setupRequest: request => ({ ...request, body: body() }) }],
  })
  row(
    `events ingest, ${batch} a request, 8 clients`,
    `${(result.requests.average * batch).toFixed(0)} events/s, p99 ${result.latency.p99} ms, ${result.non2xx} refused`,
    '≥ 5,000/s',
  )
}

await main()
