import { readFileSync } from 'node:fs'
import { createRecommender, type Recommender } from '#engines/recommender'

/**
 * Two CSV files in, a page out: `node engines/recommender/example/csv.ts ana`. Nothing but the engine is needed: no database, no server.
 * Items: item, author, tags (words), published. Actions: time, person, item, action (watched, skipped, liked, saved), oldest first.
 */
type Row = Readonly<Record<string, string>>
const rows = (file: URL): Row[] => {
  const [head = '', ...lines] = readFileSync(file, 'utf8').trim().split('\n')
  const names = head.split(',')
  return lines.map(line => Object.fromEntries(line.split(',').map((cell, k) => [names[k] ?? '', cell])))
}

const lengthMs = 20_000
/** The event of the log that an action is. */
const eventOf: Readonly<Record<string, { name: string; data: object }>> = {
  watched: { name: 'post.viewed', data: { ms: lengthMs, durationMs: lengthMs, exit: 'next' } },
  skipped: { name: 'post.viewed', data: { ms: 800, durationMs: lengthMs, exit: 'next' } },
  liked: { name: 'post.liked', data: {} },
  saved: { name: 'post.saved', data: {} },
}

/** A recommender that has learned both files. */
export function learned(items: URL, actions: URL): Recommender {
  const r = createRecommender({}, { seed: 1 })
  for (const { item = '', author = '', tags = '', published = '' } of rows(items))
    r.upsertItem({
      id: item,
      kind: 'post',
      author,
      shop: null,
      format: 'video',
      tags: tags.split(' '),
      products: [],
      language: '',
      durationMs: lengthMs,
      inStock: true,
      organic: true,
      createdAt: Date.parse(published),
      visible: true,
    })
  for (const [k, { time = '', person = '', item = '', action = '' }] of rows(actions).entries())
    r.learn({
      position: BigInt(k + 1),
      id: `row_${k}`,
      at: new Date(time),
      person,
      session: null,
      surface: null,
      subject: { kind: 'post', id: item },
      source: null,
      ...eventOf[action],
    } as unknown as Parameters<Recommender['learn']>[0])
  return r
}

if (import.meta.main) {
  const person = process.argv[2] ?? 'ana'
  const r = learned(new URL('items.csv', import.meta.url), new URL('actions.csv', import.meta.url))
  const { slots } = r.recommend({
    person,
    n: 6,
    now: Date.parse('2026-03-27T00:00:00Z'),
    scene: 'for_you',
    profiling: true,
    request: 'first',
  })
  console.table(
    slots.map(s => ({ item: s.item, source: s.source, value: s.score.toFixed(3), because: s.reasons[0]?.subject ?? s.source })),
  )
}
