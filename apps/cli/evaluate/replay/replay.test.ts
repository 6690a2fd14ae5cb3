import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { auc, calibrationError, groupedAuc, logLoss } from '#engines/recommender'
import { withDatabase } from '#testing/house'
import { freePort, startServer, type TestServer } from '#testing/server'
import { replayCommand } from './replay.ts'
import { type LoggedRow, madeUpFolder, write } from './testing.ts'

const folders: string[] = []
const made = (...args: Parameters<typeof madeUpFolder>) => {
  const world = madeUpFolder(...args)
  folders.push(world.folder)
  return world
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})
afterEach(() => void vi.restoreAllMocks())

interface Said {
  readonly code: number
  readonly last: {
    readonly data?: string
    readonly metrics?: Readonly<Record<string, number>>
    readonly seconds?: number
    readonly peakMemoryMB?: number
    readonly error?: { readonly code: string; readonly message: string }
  }
  readonly errors: string
}
/** Runs the command as the command line does, with `--json`; what it said at the end and on stderr. */
async function run(...args: string[]): Promise<Said> {
  const lines: string[] = []
  let errors = ''
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
  vi.spyOn(console, 'error').mockImplementation((line: string) => void (errors += `${line}\n`))
  vi.spyOn(process.stderr, 'write').mockImplementation(chunk => {
    errors += chunk
    return true
  })
  const code = await replayCommand([...args, '--json'], process.env)
  vi.restoreAllMocks()
  return { code, last: JSON.parse(lines.at(-1) ?? '{}') as Said['last'], errors }
}

describe('a replay into a running server', () => {
  const { folder, rows } = made(11)
  let server: TestServer
  let database: pg.Client
  const keys = () => join(server.dataDir, 'demo.json')
  /** What the log of the server holds of people's views, in the order of the log. */
  const views = async (): Promise<{ position: string; at: Date; person: string; post: string; ms: number }[]> =>
    (
      await database.query(
        `select position, at, person, subject_id as post, (data->>'ms')::int as ms from events.log where name = 'post.viewed' order by position`,
      )
    ).rows
  let said: Said
  let predicted: Record<string, string>[]

  beforeAll(async () => {
    const admin = new pg.Client(inject('postgres'))
    await admin.connect()
    const name = `replay_${randomUUID().slice(0, 8)}`
    await admin.query(`create database ${name}`)
    await admin.end()
    const databaseUrl = withDatabase(inject('postgres'), name)
    server = await startServer({ databaseUrl, args: ['--no-seed'] })
    await server.says(/Ctrl\+C stops/)
    database = new pg.Client(databaseUrl)
    await database.connect()
    const out = mkdtempSync(join(tmpdir(), 'enishi-predictions-'))
    folders.push(out)
    said = await run('--data', folder, '--url', server.url, '--keys', keys(), '--predictions', join(out, 'p.tsv'))
    expect(said, said.errors).toMatchObject({ code: 0 })
    predicted = table(readFileSync(join(out, 'p.tsv'), 'utf8'))
  }, 240_000)
  afterAll(async () => {
    await database?.end()
    await server?.stop()
  })

  test('tells the server every row once, in the order of time, with its gaps, hours and weekdays', async () => {
    const log = await views()
    expect(log.length).toBe(rows.length)
    const people = new Map<string, string>()
    const posts = new Map<string, string>()
    const weeks = new Set<number>()
    for (const [r, row] of rows.entries()) {
      const view = log[r]!
      // One person and one post for each name, all the way.
      expect(people.get(row.user) ?? view.person).toBe(view.person)
      expect(posts.get(row.item) ?? view.post).toBe(view.post)
      people.set(row.user, view.person)
      posts.set(row.item, view.post)
      expect(view.ms).toBe(row.longView ? 19_000 : 600)
      const late = (view.at.getTime() - row.timeMs) / (7 * 86_400_000)
      weeks.add(Math.floor(late))
      // The next row is a minute away or more: whatever the machine does, time stands between the two.
      expect(view.at.getTime() - row.timeMs - Math.floor(late) * 7 * 86_400_000).toBeLessThan(60_000)
    }
    expect(weeks.size).toBe(1)
    expect(new Set(people.values()).size).toBe(people.size)
    expect(new Set(posts.values()).size).toBe(posts.size)
  })

  test('predicts each row when everything before it is learned, and before it is told itself', async () => {
    const log = await views()
    expect(predicted.length).toBe(rows.length)
    for (const [r, row] of predicted.entries()) {
      expect([row.user, row.item, Number(row.timeMs)]).toEqual([rows[r]!.user, rows[r]!.item, rows[r]!.timeMs])
      expect(BigInt(row.learned!)).toBeLessThan(BigInt(log[r]!.position))
      if (r > 0) expect(BigInt(row.learned!)).toBeGreaterThanOrEqual(BigInt(log[r - 1]!.position))
    }
  })

  test('reports the figures that its predictions give over the last half', () => {
    const half = predicted.slice(predicted.length >> 1)
    const group = Int32Array.from(half, r => Number(r.user!.slice(1)))
    for (const head of ['longView', 'like']) {
      const judged = { p: Float64Array.from(half, r => Number(r[`${head}.p`])), y: Float64Array.from(half, r => Number(r[head])) }
      expect(said.last.metrics).toMatchObject({
        [`${head}.auc`]: auc(judged),
        [`${head}.gauc`]: groupedAuc(judged, group),
        [`${head}.logloss`]: logLoss(judged),
        [`${head}.ece`]: calibrationError(judged),
      })
    }
    expect(said.last.metrics!.auc).toBe(said.last.metrics!['longView.auc'])
    expect(said.last).toMatchObject({ data: 'made-up-11', seconds: expect.any(Number), peakMemoryMB: expect.any(Number) })
  })

  test('finds a planted taste, and serves it', () => {
    expect(said.last.metrics!.auc).toBeGreaterThan(0.7)
    const recall = said.last.metrics!['recall@20']!
    expect(recall > 0 && recall <= 1).toBe(true)
  })

  test('likes go through the door for likes', async () => {
    const { rows: likes } = await database.query(`select person from events.log where name = 'post.liked'`)
    expect(likes.length).toBe(new Set(rows.filter(r => r.like).map(r => `${r.user} ${r.item}`)).size)
    expect(likes.length).toBeGreaterThan(5)
  })

  test('bounds hold: so many rows, of so many people', async () => {
    const before = (await views()).length
    const { code } = await run('--data', folder, '--url', server.url, '--keys', keys(), '--limit', '12', '--people', '3')
    const after = (await views()).slice(before)
    expect([code, after.length]).toEqual([0, 12])
    expect(new Set(after.map(v => v.person)).size).toBe(3)
  }, 60_000)

  test('the figures so far stand on the progress bar', () => {
    expect(said.errors).toMatch(/replay +\[#{24}\] 600\/600 +\d+\/s .*auc 0\.\d+ gauc .* logloss .* ece .* recall@20 0\.\d/)
  })

  test('who is no operator can not move the clock: clock_not_movable', async () => {
    const email = `${randomUUID()}@example.org`
    const guest = (await (await fetch(`${server.url}/v1/guests`, { method: 'POST' })).json()) as { token: string }
    await fetch(`${server.url}/v1/sign-up`, {
      method: 'POST',
      headers: { authorization: `Bearer ${guest.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: 'correct horse battery', name: 'Aya' }),
    })
    write(folder, 'keys.json', [JSON.stringify({ operator: { email, password: 'correct horse battery' } })])
    const { code, last } = await run('--data', folder, '--url', server.url, '--keys', join(folder, 'keys.json'))
    expect([code, last.error?.code]).toEqual([1, 'clock_not_movable'])
  })

  test('a server that ends midway is said with the line, and with a code', async () => {
    const before = (await views()).length
    const replay = run('--data', folder, '--url', server.url, '--keys', keys())
    while ((await views()).length < before + 5) await new Promise(resolve => setTimeout(resolve, 50))
    await server.kill()
    const { code, last, errors } = await replay
    expect([code, last.error?.code]).toEqual([1, 'server_stopped'])
    expect(errors).toMatch(/stopped at line \d+ of impressions\.tsv/)
  }, 60_000)
})

test('without an address it starts a server of its own, and leaves nothing of it behind', async () => {
  const { folder } = made(13, { people: 4, items: 5, rows: 12 })
  // Items that nothing is known of are one author's, without tags.
  rmSync(join(folder, 'items.tsv'))
  const temporary = mkdtempSync(join(tmpdir(), 'enishi-own-'))
  folders.push(temporary)
  const before = process.env.TMPDIR
  process.env.TMPDIR = temporary
  try {
    const said = await run('--data', folder)
    expect(said, said.errors).toMatchObject({ code: 0, last: { data: 'made-up-13' } })
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
  expect(readdirSync(temporary).filter(name => name.startsWith('enishi-replay-'))).toEqual([])
}, 180_000)

describe('what can not be replayed is refused before anything is written', () => {
  const { folder, rows } = made(12, { people: 4, items: 5, rows: 9 })
  const head = 'user\titem\ttimeMs\tlongView'
  const lines = rows.map((r: LoggedRow) => `${r.user}\t${r.item}\t${r.timeMs}\t${r.longView}`)
  const cases: [string, string, () => string[], RegExp][] = [
    [
      'a line with a cell too few',
      'data_broken',
      () => [head, ...lines.slice(0, 5), 'u1\ti1'],
      /impressions\.tsv, line 7: 2 cells/,
    ],
    [
      'a time that is none',
      'data_broken',
      () => [head, ...lines.slice(0, 2), 'u1\ti1\tsoon\t1'],
      /line 4: timeMs is not a number: "soon"/,
    ],
    [
      'an item that items.tsv does not have',
      'data_unknown_id',
      () => [head, ...lines, 'u1\ti99\t1\t1'],
      /line 11: items\.tsv has no item "i99"/,
    ],
    ['no row at all', 'data_broken', () => [head], /there is no impression/],
    [
      'no column that could be predicted',
      'nothing_to_predict',
      () => ['user\titem\ttimeMs\tplayMs', 'u1\ti1\t1\t7'],
      /no column of 0 and 1/,
    ],
  ]
  test.each(cases)('%s: %s', async (_what, code, content, why) => {
    write(folder, 'impressions.tsv', content())
    const said = await run('--data', folder)
    expect([said.code, said.last.error?.code]).toEqual([1, code])
    expect(said.last.error?.message).toMatch(why)
    expect(said.errors).toContain(`enishi: ${code}: `)
  })

  test('a folder without impressions, or without anything: data_missing', async () => {
    rmSync(join(folder, 'impressions.tsv'))
    expect((await run('--data', folder)).last.error).toMatchObject({
      code: 'data_missing',
      message: expect.stringMatching(/impressions\.tsv/),
    })
    expect((await run('--data', join(folder, 'nothing'))).last.error?.code).toBe('data_missing')
  })

  test('a server that is away: server_unreachable; keys that are not there: keys_missing', async () => {
    write(folder, 'impressions.tsv', [head, ...lines])
    write(folder, 'keys.json', [JSON.stringify({ operator: { email: 'a@example.org', password: 'x' } })])
    const url = `http://127.0.0.1:${await freePort()}`
    const away = await run('--data', folder, '--url', url, '--keys', join(folder, 'keys.json'))
    expect([away.code, away.last.error?.code]).toEqual([1, 'server_unreachable'])
    expect((await run('--data', folder, '--url', url, '--keys', join(folder, 'no.json'))).last.error?.code).toBe('keys_missing')
  })

  test.each([[[]], [['--data', 'x', '--limit', '0']], [['--data', 'x', '--url', 'here']], [['--data', 'x', '--fast']]])(
    'options %j are refused with exit code 2',
    async args => {
      const said = await run(...args)
      expect([said.code, said.last.error?.code]).toEqual([2, 'invalid_option'])
    },
  )
})

/** Rows of a tab-separated file by the names of its header. */
function table(text: string): Record<string, string>[] {
  const [head = '', ...lines] = text.trimEnd().split('\n')
  const names = head.split('\t')
  return lines.map(line => Object.fromEntries(line.split('\t').map((cell, c) => [names[c] as string, cell])))
}
