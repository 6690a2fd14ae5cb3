import { cpus, totalmem } from 'node:os'
import type { LoggedEvent } from '../base/catalogue/index.ts'
import { pick, seeded, wordHashes } from '../base/kernel/index.ts'
import { createRecommender, type RecommendRequest, restoreRecommender, trainModel } from '../engines/recommender/index.ts'

/**
 * `node bench/recommender.ts [items] [people] [events] [--counters] [--trained]`: a synthetic world of 100k items × 100k people with 400 topics.
 * `--counters`: without the learned heads. `--trained`: the pages without and with the trained model, which is trained on the events. People have four topics each, popularity is skewed, everything arrives through learn(). One thread, nothing else measured.
 */
const [itemCount = 100_000, peopleCount = 100_000, eventCount = 3_000_000] = process.argv
  .slice(2)
  .filter(a => !a.startsWith('--'))
  .map(Number)
const random = seeded(7)
const topics = 400
const start = Date.parse('2026-03-01T00:00:00Z')
const spanMs = 14 * 86_400_000
const post = (i: number): string => `pst_${i.toString(36).padStart(8, '0')}`
const person = (p: number): string => `per_${p.toString(36).padStart(8, '0')}`

const config = { learnedRanker: !process.argv.includes('--counters') }
const r = createRecommender(config, { seed: 1 })
let position = 0n
const event = (name: string, who: string | null, item: number, at: number, data: unknown): LoggedEvent =>
  ({
    position: ++position,
    id: `evt_${position}`,
    name,
    at: new Date(at),
    person: who,
    session: null,
    surface: null,
    subject: { kind: 'post', id: post(item) },
    source: null,
    data,
  }) as unknown as LoggedEvent

/** Eight words of the topic's forty and four of anybody's two thousand, the frequent ones more often. */
const textOf = (topic: number): string =>
  Array.from({ length: 12 }, (_, k) =>
    k < 8 ? `w${topic}x${Math.floor(random() ** 2 * 40)}` : `v${Math.floor(random() ** 3 * 2000)}`,
  ).join(' ')

const ofTopic: number[][] = Array.from({ length: topics }, () => [])
let clock = performance.now()
for (let i = 0; i < itemCount; i++) {
  const topic = Math.floor(random() ** 1.5 * topics)
  ofTopic[topic]!.push(i)
  const tags = [`t${topic}`, `t${Math.floor(random() * topics)}`, `group${topic % 20}`]
  const author = person(Math.floor(random() ** 2 * peopleCount * 0.1))
  const data = {
    author,
    shop: null,
    format: 'video',
    durationMs: 8000 + Math.floor(random() * 40_000),
    tags,
    products: [],
    language: 'ja',
    words: wordHashes(textOf(topic)),
    disclosure: 'none',
    grownFrom: null,
  }
  r.learn(event('post.published', author, i, start - random() * 60 * 86_400_000, data))
}
console.log(`publish   ${Math.round((itemCount / (performance.now() - clock)) * 1000).toLocaleString('en')} items/s`)

const tasteOf = (p: number, k: number): number =>
  Math.floor(((Math.abs(Math.sin(p * 12.9898 + k * 78.233)) * 43_758.5453) % 1) * topics)
function deed(at: number): LoggedEvent {
  const p = Math.floor(random() ** 1.6 * peopleCount)
  const liked = random() < 0.7
  const list = ofTopic[liked ? tasteOf(p, Math.floor(random() * 4)) : Math.floor(random() * topics)]!
  const i = list.length > 0 ? list[Math.floor(random() ** 2.5 * list.length)]! : Math.floor(random() * itemCount)
  const kind = random()
  if (kind < 0.4) return event('post.impression', person(p), i, at, { ms: 3000 })
  if (kind < 0.88) return event('post.viewed', person(p), i, at, { ms: liked ? 30_000 : 1500, durationMs: 20_000, exit: 'next' })
  if (kind < 0.95) return event('post.liked', person(p), i, at, {})
  return event('post.saved', person(p), i, at, {})
}

const batch = 100_000
let learning = 0
let learningCpu = 0
for (let done = 0; done < eventCount; done += batch) {
  const events = Array.from({ length: batch }, (_, k) => deed(start + (spanMs * (done + k)) / eventCount))
  clock = performance.now()
  const before = process.cpuUsage()
  for (const e of events) r.learn(e)
  const took = performance.now() - clock
  const { user, system } = process.cpuUsage(before)
  learning += took
  learningCpu += (user + system) / 1000
  if ((done / batch) % 10 === 9)
    console.log(
      `learn     ${Math.round((batch / took) * 1000).toLocaleString('en')} events/s in the batch at ${(done + batch).toLocaleString('en')}`,
    )
}
console.log(
  `learn     ${Math.round((eventCount / learning) * 1000).toLocaleString('en')} events/s on average, ${Math.round((eventCount / learningCpu) * 1000).toLocaleString('en')} a second of CPU`,
)

function measure(name: string, who: () => string, more: Partial<RecommendRequest> = {}): void {
  const times: number[] = []
  let slots = 0
  let cpu = process.cpuUsage()
  for (let k = 0; k < 6000; k++) {
    if (k === 1000) cpu = process.cpuUsage()
    const request = {
      person: who(),
      n: 8,
      now: start + spanMs,
      scene: 'for_you' as const,
      profiling: true,
      request: `req_${name}${k}`,
      ...more,
    }
    const from = performance.now()
    slots += r.recommend(request).slots.length
    if (k >= 1000) times.push(performance.now() - from)
  }
  const { user, system } = process.cpuUsage(cpu)
  times.sort((a, b) => a - b)
  const at = (q: number): string => times[Math.floor(q * times.length)]!.toFixed(3)
  const mean = times.reduce((a, b) => a + b, 0) / times.length
  console.log(
    `recommend ${name.padEnd(22)} mean ${mean.toFixed(3)} p50 ${at(0.5)} p99 ${at(0.99)} p99.9 ${at(0.999)} ms, ${((user + system) / 5_000_000).toFixed(3)} ms of CPU; ${(slots / 6000).toFixed(2)} slots`,
  )
}
/** Pages with and without the source in turn, for the same person, of two recommenders that differ in nothing else. */
function train(): void {
  const set = r.trainingSet()
  if (!set) return
  const cpu = process.cpuUsage()
  const model = trainModel(set, { seed: 1 })
  const { user, system } = process.cpuUsage(cpu)
  console.log(
    `trained   on ${set.items.length} wanted items of ${set.offsets.length - 1} people: ${((user + system) / 1e6).toFixed(0)} s of CPU`,
  )
  let from = performance.now()
  r.offerModel('bench', model)
  const offered = performance.now() - from
  from = performance.now()
  r.learn(event('feed.model_swapped', null, 0, start + spanMs, { hash: 'bench', position: '1' }))
  console.log(
    `model     ${(model.length / 1e6).toFixed(1)} MB, ${set.names.length} items, read in ${offered.toFixed(0)} ms, swapped in ${(performance.now() - from).toFixed(0)} ms`,
  )
  const without = restoreRecommender(
    r.snapshot(),
    { learnedRanker: !process.argv.includes('--counters'), sourcesOff: ['trained'] },
    { seed: 1 },
  )
  if (!without.ok) throw new Error(without.message)
  const both = [r, without.value]
  const times: number[][] = [[], []]
  for (let k = 0; k < 8000; k++) {
    const who = byActivity()
    for (const side of k % 2 ? [0, 1] : [1, 0]) {
      const began = performance.now()
      both[side]!.recommend({ person: who, n: 8, now: start + spanMs, scene: 'for_you', profiling: true, request: `req_t${k}` })
      if (k >= 2000) times[side]!.push(performance.now() - began)
    }
  }
  const [on, off] = times.map(t => t.sort((x, y) => x - y)) as [number[], number[]]
  const say = (t: number[]): string =>
    `p50 ${t[t.length >> 1]!.toFixed(3)}, mean of the middle nine tenths ${middle(t).toFixed(3)} ms`
  console.log(`page of 8 with the trained source ${say(on)}; without ${say(off)}`)
}
const middle = (sorted: number[]): number => {
  const kept = sorted.slice(Math.floor(sorted.length * 0.05), Math.floor(sorted.length * 0.95))
  return kept.reduce((a, b) => a + b, 0) / kept.length
}
const byActivity = (): string => person(Math.floor(random() ** 1.6 * peopleCount))
const anybody = (): string => person(Math.floor(random() * peopleCount))
if (process.argv.includes('--trained')) train()
const busy = Array.from({ length: 500 }, (_, k) => person(k))
measure('anybody, n=8', anybody)
measure('by activity, n=8', byActivity)
measure('the 500 busiest, n=8', () => pick(random, busy))
measure('anybody, n=20', anybody, { n: 20 })
measure('profiling off, n=8', anybody, { profiling: false })
measure('a new person, n=8', () => 'per_nobody00')

clock = performance.now()
const kept = r.snapshot()
const wrote = performance.now()
const again = restoreRecommender(kept, config, { seed: 1 })
console.log(
  `snapshot  ${(kept.byteLength / 1e6).toFixed(0)} MB written in ${((wrote - clock) / 1000).toFixed(2)} s, loaded in ${((performance.now() - wrote) / 1000).toFixed(2)} s${again.ok ? '' : ': refused'}`,
)

const { bytes, damped } = r.counts()
const memory = process.memoryUsage()
console.log(
  `arrays ${(bytes / 1e6).toFixed(0)} MB, RSS ${(memory.rss / 1e6).toFixed(0)} MB for ${itemCount} items, ${peopleCount} people, ${eventCount} events`,
)
console.log(`damped ${JSON.stringify(damped)}`)
console.log(`${cpus()[0]?.model} × ${cpus().length}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, node ${process.version}`)
