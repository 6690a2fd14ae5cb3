import { seeded } from '#base/kernel'
import { cpuOf, rssOf } from './feed-server.ts'
import { type Deed, parts, personId, postId, type World, type WorldSize, worldOf } from './feed-world.ts'
import { fire, quantile, type Shot } from './open-loop.ts'
import {
  ask,
  builtGorse,
  cycleDone,
  effect,
  Gorse,
  type GorseFeedback,
  type GorseModel,
  gorseApi,
  until,
} from './peers/gorse-server.ts'

/**
 * Gorse under the same script: 90 % "recommend 20 for this user", 10 % feedback. Its work before the first answer grows faster than the
 * catalogue, so it gets a smaller world of the same generator, which is in its favour: neighbours looked up at the request, and lists
 * ranked ahead of time. `seconds` are for filling it and its first cycle.
 */
const models: readonly { model: GorseModel; posts: number; seconds: number }[] = [
  { model: 'Gorse neighbours', posts: 10_000, seconds: 90 },
  { model: 'Gorse ranked', posts: 2_000, seconds: 60 },
]
const rates = [25, 50, 100, 200, 400, 800, 1600]
const busiest = 1000

const feedback = ({ person, post, at, liked }: Deed): GorseFeedback => ({
  FeedbackType: liked ? 'like' : 'read',
  UserId: personId(person),
  ItemId: postId(post),
  Timestamp: at.toISOString(),
})
async function fill(world: World, left: () => number): Promise<void> {
  const { posts, people } = world.size
  const items = Array.from({ length: posts }, (_, n) => ({
    ItemId: postId(n),
    Timestamp: world.publishedAt(n).toISOString(),
    Labels: [world.tagOf(n)],
    Comment: '',
  }))
  for (const part of parts(items, 5000)) await ask('/items', part)
  for (const part of parts(
    Array.from({ length: people }, (_, n) => ({ UserId: personId(n) })),
    5000,
  ))
    await ask('/users', part)
  for (const part of parts(world.deeds(), 5000)) {
    if (left() < 0) throw new Error('it could not be filled in time')
    await ask('/feedback', part.map(feedback))
  }
}

function mix(posts: number, people: number): () => Shot {
  const random = seeded(7)
  return (): Shot => {
    const person = Math.floor(random() * Math.min(busiest, people))
    if (random() < 0.9) return { method: 'GET', path: `/api/recommend/${personId(person)}?n=20`, headers: {} }
    const post = Math.floor(random() ** 2 * posts)
    const body = JSON.stringify([feedback({ person, post, at: new Date(), liked: false, ms: 0 })])
    return { method: 'POST', path: '/api/feedback', headers: { 'content-type': 'application/json' }, body }
  }
}

async function rows(gorse: Gorse, { posts, people }: WorldSize, name: string, seconds: number): Promise<void> {
  const next = mix(posts, people)
  const url = gorseApi.slice(0, -4)
  await fire(url, 10, 2, next)
  for (const rate of rates) {
    const cpu = () => cpuOf(gorse.pid).main + cpuOf(gorse.pid).others
    const [before, client] = [cpu(), process.cpuUsage()]
    const { latencies, failed, sent, inTime } = await fire(url, rate, Math.min(5, seconds), next)
    const mine = process.cpuUsage(client)
    const each = (used: number) => ((used * 1000) / sent).toFixed(2)
    const ms = (q: number) => `${quantile(latencies, q).toFixed(1)} ms`
    console.log(
      `| ${name} | ${rate} | ${(100 * inTime).toFixed(1)} % | ${ms(0.5)} | ${ms(0.99)} | ${ms(0.999)} | ${failed} | ${Math.round(rssOf(gorse.pid))} MB | ${each(cpu() - before)} + ${each((mine.user + mine.system) / 1e6)} ms |`,
    )
    if (inTime < 0.9) return
  }
}

async function measure(binary: string, model: GorseModel, size: WorldSize, fitSeconds: number, seconds: number): Promise<void> {
  const gorse = new Gorse(binary, model)
  try {
    const from = performance.now()
    const left = () => fitSeconds - (performance.now() - from) / 1000
    await gorse.start()
    await fill(worldOf(size), left)
    // A cycle begins with a start; the next one is an hour away, for ranked lists a minute.
    await gorse.stop()
    await gorse.start()
    await until('its first cycle', cycleDone, left())
    console.error(
      `${model}: ${size.posts} items and ${size.events} rows filled in and fitted, ${(fitSeconds - left()).toFixed(0)} s`,
    )
    await rows(gorse, size, model, seconds)
    const after = await effect(personId(Math.min(busiest, size.people - 1)), postId(0), 45).catch(() => null)
    console.log(`| ${model}: event → effect | ${after === null ? 'not within 45 s' : `${after.toFixed(2)} s`} | | | | | | | |`)
  } finally {
    await gorse.remove()
  }
}

/** Prints its table; some four minutes, at most six. What can't be measured is said in a line. */
export async function benchGorse(size: WorldSize, seconds: number): Promise<void> {
  const binary = builtGorse()
  if (!binary)
    return console.log(
      '\nGorse was not measured: `npm run bench:peers` builds it, or $ENISHI_GORSE names a built `gorse-in-one`.',
    )
  console.log(
    '\n| Gorse | due a second | answered within 1 s | p50 | p99 | p99.9 | failed | RSS | CPU a request: Gorse + client |',
  )
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- |')
  for (const { model, posts, seconds: fitSeconds } of models) {
    const less = Math.min(posts, size.posts)
    const part = { posts: less, people: less, events: 10 * less }
    const name = `${model}, ${less.toLocaleString('en')} × ${less.toLocaleString('en')}`
    await measure(binary, model, part, fitSeconds, seconds).catch(error =>
      console.log(`| ${name} | no figure: ${String(error).slice(0, 120)} | | | | | | | |`),
    )
  }
}
