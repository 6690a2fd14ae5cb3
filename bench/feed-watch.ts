import { appendFileSync, existsSync, writeFileSync } from 'node:fs'
import { Session } from 'node:inspector'
import { join } from 'node:path'
import { PerformanceObserver } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

/**
 * Loaded into the server by `npm run bench:feed -- --watch`: each of its threads writes down when its loop did not turn for 100 ms, with the CPU
 * and the garbage collection that went into that time, and profiles itself while the file `profile` lies in the folder.
 */
const folder = process.env.ENISHI_BENCH_WATCH
const thread = isMainThread ? 'main' : /feed.worker/.test(process.argv[1] ?? '') ? 'recommender' : 'other'
const everyMs = 20

function watch(into: string): void {
  let collected = 0
  let longest = 0
  new PerformanceObserver(list => {
    for (const { duration } of list.getEntries()) {
      collected += duration
      longest = Math.max(longest, duration)
    }
  }).observe({ entryTypes: ['gc'] })
  let last = performance.now()
  let cpu = process.threadCpuUsage()
  setInterval(() => {
    const gap = performance.now() - last - everyMs
    const { user, system } = process.threadCpuUsage(cpu)
    if (gap > 100) {
      const used = `${Math.round((user + system) / 1000)} ms of CPU, collection ${Math.round(collected)} ms, longest ${Math.round(longest)} ms`
      appendFileSync(join(into, 'stalls'), `${Date.now()} ${thread} ${Math.round(gap)} ms: ${used}\n`)
    }
    collected = longest = 0
    cpu = process.threadCpuUsage()
    last = performance.now()
  }, everyMs).unref()
  profileOnDemand(into)
}

function profileOnDemand(into: string): void {
  const session = new Session()
  let running = false
  setInterval(() => {
    const wanted = existsSync(join(into, 'profile'))
    if (wanted === running) return
    running = wanted
    if (running) {
      session.connect()
      session.post('Profiler.enable')
      session.post('Profiler.start')
    } else
      session.post('Profiler.stop', (_error, { profile }) => {
        writeFileSync(join(into, `${thread}.cpuprofile`), JSON.stringify(profile))
        session.disconnect()
      })
  }, 250).unref()
}

if (folder && thread !== 'other' && /apps.server|feed.worker/.test(process.argv[1] ?? '')) watch(folder)
