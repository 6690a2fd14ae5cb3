import autocannon from 'autocannon'
import { readDataset } from '../../apps/cli/evaluate/read-dataset.ts'
import { testTask } from '../../engines/recommender/evaluation/cut.ts'
import { metricsNamed, Tally } from '../../engines/recommender/evaluation/metrics.ts'
import { thin } from '../../engines/recommender/retrieval/sequences.ts'
import { ask, cycleDone, effect, Gorse, type GorseFeedback, type GorseModel, gorseApi, until } from './gorse-server.ts'
import type { Run } from './table.ts'

const like = (user: number, item: number, at: number): GorseFeedback => ({
  FeedbackType: 'like',
  UserId: `u${user}`,
  ItemId: `i${item}`,
  Timestamp: new Date(at).toISOString(),
})

/** Fills Gorse by its API, lets it fit, asks every question of the test, and measures how fast it answers. Only where the history is a user of train. */
export async function runGorse(binary: string, folder: string, model: GorseModel, minutes: number): Promise<Run> {
  const data = await readDataset(folder)
  const gorse = new Gorse(binary, model)
  try {
    await gorse.start()
    const { offsets, items } = data.train
    const rows: GorseFeedback[] = []
    const start = Date.now() - 30 * 86_400_000
    for (let u = 0; u + 1 < offsets.length; u++)
      for (let r = offsets[u]!; r < offsets[u + 1]!; r++) rows.push(like(u, items[r]!, start + 1000 * (r - offsets[u]!)))
    for (let k = 0; k < rows.length; k += 5000) await ask('/feedback', rows.slice(k, k + 5000))
    console.error(`${model}: ${rows.length} rows filled in, ${gorse.used().seconds.toFixed(0)} CPU s`)
    await gorse.stop()
    await gorse.start()
    const wall = await until('its first cycle', cycleDone, minutes * 240)
    const fit = gorse.used()
    console.error(`${model}: first cycle ${wall.toFixed(0)} s, ${fit.seconds.toFixed(0)} CPU s`)
    return await measure(gorse, data, { model, ...fit })
  } finally {
    await gorse.remove()
  }
}

/** A server that has fitted: quality, then answers a second, then effects, which change its data. */
async function measure(
  gorse: Gorse,
  data: Awaited<ReturnType<typeof readDataset>>,
  fit: { model: GorseModel; seconds: number; peakMemoryMB: number },
): Promise<Run> {
  const tally = await quality(data)
  const metrics = tally.means()
  console.error(`${tally.queries} questions: ${JSON.stringify(metrics)}`)
  const people = data.train.offsets.length - 1
  const requests = Array.from({ length: 2000 }, (_, k) => ({ path: `/api/recommend/u${(k * 7919) % people}?n=20` }))
  const load = await autocannon({ url: gorseApi.slice(0, -4), connections: 8, duration: 15, requests })
  const seconds: number[] = []
  for (let k = 0; k < 5 && !seconds.includes(Number.NaN); k++)
    seconds.push(await effect(`u${(1000 + k) % people}`, `i${data.itemNames.length - 1}`, 300).catch(() => Number.NaN))
  console.error(`effect after ${seconds.map(s => s.toFixed(2)).join(', ')} s`)
  const known = seconds.filter(s => !Number.isNaN(s)).sort((a, b) => a - b)
  const words = known.length > 0 ? `${known[0]!.toFixed(2)} – ${known.at(-1)!.toFixed(2)} s` : 'not within 300 s'
  const rate = { requestsPerSecond: load.requests.average, answerMs: load.latency.p50, answerP99Ms: load.latency.p99 }
  const peakMemoryMB = Math.max(fit.peakMemoryMB, gorse.used().peakMemoryMB)
  const errors = load.errors + load.non2xx
  return { data: data.name, ...fit, metrics, peakMemoryMB, ...rate, errors, effect: words, questions: tally.queries }
}

const mostQuestions = 3000

async function quality(data: Awaited<ReturnType<typeof readDataset>>): Promise<Tally> {
  const metrics = metricsNamed(data.metrics)
  const most = Math.max(...metrics.map(m => m.k))
  const tally = new Tally(metrics)
  const queries = thin(
    testTask(data).queries.map((query, q) => ({ ...query, group: data.test.group[q]! })),
    mostQuestions,
  )
  for (let q = 0; q < queries.length; q += 8) {
    const part = queries.slice(q, q + 8).map(async query => {
      const list = await ask<string[]>(`/recommend/u${query.group}?n=${most}`)
      return [...query.targets].map(t => list.indexOf(`i${t}`) + 1 || Number.POSITIVE_INFINITY)
    })
    for (const ranks of await Promise.all(part)) tally.add(ranks)
  }
  return tally
}
