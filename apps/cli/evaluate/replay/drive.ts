import { progress } from '#base/progress'
import type { Person } from './client.ts'
import { Failure } from './failure.ts'
import { type Expected, type Head, watched } from './heads.ts'
import { Judgement } from './measure.ts'
import { PageRecall } from './page-recall.ts'
import type { PublishedPost, World } from './publish-world.ts'
import type { Impression } from './read-log.ts'
import type { ServerClock } from './server-clock.ts'

/** Each look waits up to 50 ms on the server's side. */
const looks = 200
const seenMs = 2000

export interface Run {
  readonly judgement: Judgement
  readonly recall: PageRecall
  /** By row: the position of the log that its prediction knew. */
  readonly learned: readonly string[]
  readonly seconds: number
}

/** Row by row, in time order: the server's clock is moved to the row, the server says what it expects, and only then what happened is sent. */
export async function drive({
  rows,
  heads,
  world,
  clock,
}: {
  rows: readonly Impression[]
  heads: readonly Head[]
  world: World
  clock: ServerClock
}): Promise<Run> {
  const main = heads[0] as Head
  const judgement = new Judgement(heads, rows)
  const recall = new PageRecall(rows, main)
  const learned: string[] = []
  const bar = progress('replay', rows.length)
  const note = running(judgement, recall)
  let position = '0'
  try {
    for (const [r, row] of rows.entries()) {
      const person = world.people.get(row.user) as Person
      const post = world.posts.get(row.item) as PublishedPost
      await clock.reach(row.timeMs)
      await recall.at(r, world)
      const said = await expectation(person, post, position)
      learned.push(said.position)
      judgement.add(heads.map(h => Math.min(1, Math.max(0, h.predict(said.p)))))
      position = await happen(person, post, row, heads, r)
      bar.at(r + 1, note)
    }
  } catch (error) {
    bar.end(`stopped at line ${rows[judgement.done]?.line ?? rows.at(-1)?.line} of impressions.tsv`)
    throw error
  }
  return { judgement, recall, learned, seconds: bar.end(note()) }
}

/** What the server expects of the person, by somebody who has learned everything up to `position`. */
async function expectation(person: Person, post: PublishedPost, position: string): Promise<{ p: Expected; position: string }> {
  for (let look = 0; look < looks; look++) {
    const said = await person.call<{ position: string; posts: [{ p: Record<string, string> }] }>(
      'GET',
      `/v1/feed/expect?posts=${post.id}&after=${position}`,
    )
    if (BigInt(said.position) < BigInt(position)) continue
    return {
      position: said.position,
      p: Object.fromEntries(Object.entries(said.posts[0].p).map(([name, x]) => [name, Number(x)])),
    }
  }
  throw new Failure('server_slow', `the recommender has not learned position ${position} of the log`)
}

/** Everything that the row says, as the person's app would send it; the watching last, so that its position stands behind all of it. */
async function happen(person: Person, post: PublishedPost, row: Impression, heads: readonly Head[], r: number): Promise<string> {
  for (const head of heads) if (head.act && head.label(row) === 1) await acts[head.act](person, post)
  const { ms, durationMs } = watched(row, heads[0] as Head)
  const subject = { kind: 'post', id: post.id }
  const viewed = { id: `replay-viewed-${r}`, name: 'post.viewed', subject, data: { ms, durationMs, exit: 'next' } }
  const seen = { id: `replay-seen-${r}`, name: 'post.impression', subject, data: { ms: seenMs } }
  const sent = await person.call<{ position: string }>('POST', '/v1/events', { events: ms >= seenMs ? [seen, viewed] : [viewed] })
  return sent.position
}

const acts: Readonly<Record<NonNullable<Head['act']>, (person: Person, post: PublishedPost) => Promise<unknown>>> = {
  like: (person, post) => person.call('PUT', `/v1/posts/${post.id}/like`, {}),
  follow: (person, post) => person.call('PUT', `/v1/people/${post.author}/follow`, { source: { post: post.id } }),
  comment: (person, post) => person.call('POST', `/v1/posts/${post.id}/comments`, { text: 'Replayed' }),
  share: (person, post) => person.call('POST', '/v1/shares', { about: { kind: 'post', id: post.id } }),
  'not-interested': (person, post) => person.call('PUT', `/v1/posts/${post.id}/not-interested`, {}),
}

/** The figures so far, for the bar. */
const running = (judgement: Judgement, recall: PageRecall) => (): string => {
  if (judgement.done === 0) return ''
  const figures = { ...judgement.running(), 'recall@20': recall.value }
  return Object.entries(figures)
    .map(([name, x]) => `${name} ${Number.isFinite(x) ? x.toFixed(3) : '-'}`)
    .join(' ')
}
