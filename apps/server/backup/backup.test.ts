import { execFile } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { readConfig } from '#base/config'
import { connect, startEmbedded, tablesOf } from '#base/db'
import { must } from '#base/kernel'
import { createLogger } from '#base/log'
import { withDatabase } from '#testing/house'
import { startServer, type TestServer } from '#testing/server'
import { buyOne, openShop, password, post } from '#testing/shop-world'
import { Api } from '../../simulator/api.ts'
import { compose, migrations } from '../compose.ts'
import { type DemoKeys, readDemo } from '../demo.ts'
import { openHouse } from '../house.ts'
import { makeBackup, schemasOf } from './backup.ts'
import { runBackupCommand } from './command.ts'
import { filesOf } from './files.ts'
import { restoreBackup, unfinished } from './restore.ts'

/** A small world on a PostgreSQL server, its backups, and what stands after each is restored: into a folder, and into a database. */
const root = fileURLToPath(new URL('../../../', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'enishi-backup-'))
const dataDir = join(folder, 'data')
const archive = join(folder, 'backups', 'last.tar')
let admin: pg.Client
let source: string
let server: TestServer
let keys: DemoKeys

async function database(): Promise<string> {
  const name = `backup_${randomUUID().slice(0, 8)}`
  await admin.query(`create database ${name}`)
  return withDatabase(inject('postgres'), name)
}
/** The command as a person types it; answers with what it wrote. */
function enishi(args: string[], env: Record<string, string> = {}): Promise<{ code: number; out: string; err: string }> {
  return new Promise(done =>
    execFile(
      process.execPath,
      [join(root, 'apps/cli/main.ts'), ...args],
      { env: { ...process.env, ENISHI_DATA: dataDir, DATABASE_URL: source, ...env }, cwd: folder },
      (error, out, err) => done({ code: error ? Number(error.code) : 0, out, err }),
    ),
  )
}
/** The same without a process of its own. */
async function enishiHere(
  [name = '', ...args]: string[],
  env: Record<string, string> = {},
): Promise<{ code: number; out: string }> {
  const out: string[] = []
  const spy = vi.spyOn(console, 'log').mockImplementation(line => void out.push(String(line)))
  const config = must(readConfig({ ENISHI_DATA: dataDir, DATABASE_URL: source, ...env }))
  const code = await runBackupCommand(name, args, { config, migrations, version: '0.0.0' }).finally(() => spy.mockRestore())
  return { code, out: out.join('\n') }
}
const answer = (out: string) => JSON.parse(out.trim().split('\n').at(-1) ?? '{}')

async function makeWorld(): Promise<void> {
  const world = await openShop(server.url)
  for (const colour of ['navy', 'teal', 'maroon'])
    await post(world.merchant, colour, {
      caption: `${colour} #hagi`,
      products: [world.product],
      shop: world.shop,
      disclosure: 'own_product',
    })
  const aya = await Api.join(server.url, 'aya@example.org', password, 'Aya', 'aya')
  await buyOne(aya, world.variant)
}
/** People watch and one of them buys, so that the recommender and the loop have something to say. */
async function live(): Promise<void> {
  for (let i = 0; i < 4; i++) {
    const guest = await Api.guest(server.url)
    const { slides } = await guest.get<{ slides: { id: string; slot: { request: string; index: number } }[] }>('/v1/feed')
    for (const [n, { id, slot }] of slides.entries()) {
      const ms = n % 2 ? 900 : 3900
      const source = { request: slot.request, slot: slot.index, post: id }
      const event = (name: string, data: object) => ({ id: randomUUID(), name, subject: { kind: 'post', id }, data, source })
      await guest.post('/v1/events', {
        events: [event('post.impression', { ms: 2500 }), event('post.viewed', { ms, durationMs: 4000, exit: 'next' })],
      })
      if (n === 0) await guest.put(`/v1/posts/${id}/like`, { source })
    }
  }
}
const loopOf = async (url: string): Promise<{ phases: { people: number }[] }> => {
  const operator = await Api.member(url, keys.operator.email, keys.operator.password)
  const { phases } = await operator.get<{ phases: { people: number }[] }>('/v1/insights/loop')
  return { phases }
}

beforeAll(async () => {
  admin = new pg.Client(inject('postgres'))
  await admin.connect()
  source = await database()
  mkdirSync(dataDir)
  server = await startServer({ databaseUrl: source, dataDir, args: ['--no-seed'] })
  await server.says(/Ctrl\+C stops everything/)
  await makeWorld()
  await live()
  keys = readDemo(dataDir) as DemoKeys
})
afterAll(async () => {
  await server?.stop()
  await admin?.end()
  rmSync(folder, { recursive: true, force: true })
})

/** Every table with its number of rows and a hash over all of them, whatever their order. */
async function contents(url: string): Promise<Record<string, string>> {
  const client = await connect(url)
  const found: Record<string, string> = {}
  for (const { name } of await tablesOf(client, schemasOf(migrations))) {
    const { rows } = await client.query(
      `select count(*) as n, md5(string_agg(t::text, '|' order by t::text)) as hash from ${name} t`,
    )
    found[name] = `${rows[0].n} ${rows[0].hash}`
  }
  await client.end()
  return found
}
const bytesIn = async (dir: string): Promise<Record<string, string>> =>
  Object.fromEntries(
    (await filesOf(dir)).map(path => [
      path,
      createHash('sha256')
        .update(readFileSync(join(dir, path)))
        .digest('hex'),
    ]),
  )
/** What the recommender has learned, after reading the log of this place to its end. */
async function stateHash(dir: string, url: string | null): Promise<string> {
  const config = must(readConfig({ ENISHI_DATA: dir, LOG_LEVEL: 'silent', ...(url && { DATABASE_URL: url }) }))
  const house = await openHouse(config, createLogger('silent'))
  await house.log.start()
  const rooms = compose(house)
  await rooms.start()
  expect(await rooms.feed.reached(house.log.position(), 60_000)).toBe(true)
  const hash = await rooms.feed.stateHash()
  await rooms.stop()
  await house.stop()
  return hash
}

test('a backup made while people write is one moment: it restores into an empty database, and no event of its log is missing', async () => {
  let writing = true
  const writers = [0, 1].map(async () => {
    while (writing) await live()
  })
  const made = await enishi(['backup', '--to', join(folder, 'backups/'), '--json'])
  writing = false
  await Promise.all(writers)
  expect([made.code, made.err.includes('rows')]).toEqual([0, true])
  const report = answer(made.out) as { archive: string; rows: number; files: number }
  expect(report.rows).toBeGreaterThan(50)
  expect(statSync(report.archive).mode & 0o777).toBe(0o600)

  const url = await database()
  const restored = await enishi(['restore', '--from', report.archive, '--to', join(folder, 'running'), '--to', url, '--json'])
  expect([restored.code, answer(restored.out)]).toMatchObject([0, { rows: report.rows, files: report.files, jobsLeft: 0 }])
  const client = await connect(url)
  const { rows } = await client.query(
    'select count(*)::text as n, max(position)::text as last, min(position)::text as first from events.log',
  )
  expect([rows[0].first, rows[0].n]).toEqual(['1', rows[0].last])
  const ahead = await client.query('select name from events.cursor where position > (select max(position) from events.log)')
  expect(ahead.rows).toEqual([])
  await client.end()
})

test('restored into an empty folder: the same rows, the same media, the same recommender, the same figures, and people still sign in', async () => {
  const figures = await loopOf(server.url)
  expect(figures.phases.some(p => p.people > 0)).toBe(true)
  await server.stop()
  const made = await enishi(['backup', '--to', archive, '--json'])
  expect([made.code, answer(made.out)]).toMatchObject([0, { archive, vanished: [] }])
  const before = { rows: await contents(source), files: await bytesIn(dataDir), hash: await stateHash(dataDir, source) }
  expect(Object.keys(before.files).filter(f => f.endsWith('.mp4')).length).toBeGreaterThan(2)

  const home = join(folder, 'restored')
  const restored = await enishi(['restore', '--from', archive, '--to', 'restored', '--json'], { DATABASE_URL: '' })
  expect([restored.code, answer(restored.out).error]).toEqual([0, undefined])
  const embedded = await startEmbedded(home)
  expect(await contents(embedded.url)).toEqual(before.rows)
  await embedded.stop()
  expect(await bytesIn(home)).toEqual(before.files)
  for (const secret of ['secret', 'demo.json']) expect(statSync(join(home, secret)).mode & 0o777).toBe(0o600)
  expect(await stateHash(home, null)).toBe(before.hash)

  const again = await startServer({ dataDir: home, args: ['--no-seed'], env: { DATABASE_URL: '' } })
  try {
    expect(await loopOf(again.url)).toEqual(figures)
    const shopper = await Api.member(again.url, 'aya@example.org', password)
    const { slides } = await shopper.get<{ slides: { id: string }[] }>('/v1/feed')
    expect(slides.length).toBeGreaterThan(0)
    // What is made from now on has numbers of its own: the sequences stand where they stood.
    await shopper.put(`/v1/posts/${slides[0]?.id}/like`, {})
    // The embedded database of a running server is backed up too, and goes on running.
    const while_ = await enishi(['backup', '--to', join(folder, 'embedded.tar')], { ENISHI_DATA: home, DATABASE_URL: '' })
    expect(while_.code).toBe(0)
    expect((await shopper.get<{ person: string }>('/v1/me')).person).toBe(shopper.person)
  } finally {
    await again.stop()
  }
})

test('a restore over anything that is there is refused and touches nothing', async () => {
  const full = join(folder, 'full')
  mkdirSync(full)
  writeFileSync(join(full, 'letter'), 'mine')
  const refused = await enishiHere(['restore', '--from', archive, '--to', full, '--json'])
  expect([refused.code, answer(refused.out).error.code]).toEqual([1, 'target_not_empty'])
  expect(readdirSync(full)).toEqual(['letter'])
  const other = await enishiHere(['restore', '--from', archive, '--to', join(folder, 'other'), '--to', source, '--json'])
  expect([other.code, answer(other.out).error.code, existsSync(join(folder, 'other'))]).toEqual([1, 'target_not_empty', false])
  expect(answer((await enishiHere(['backup', '--to', archive, '--json'])).out).error.code).toBe('backup_exists')
})

test('a damaged archive is refused by what is damaged, and leaves neither rows nor files', async () => {
  const bytes = readFileSync(archive)
  const url = await database()
  const places = [
    Math.floor(bytes.length * 0.1),
    Math.floor(bytes.length * 0.5),
    Math.floor(bytes.length * 0.9),
    bytes.indexOf('checksums.json') + 600,
    bytes.indexOf('"program"') + 1,
    // The padding behind the first file.
    512 + Number.parseInt(bytes.toString('latin1', 124, 135), 8),
  ]
  for (const [i, at] of places.entries()) {
    const broken = Buffer.from(bytes)
    broken[at] = (broken[at] as number) ^ 0x40
    const path = join(folder, `broken-${i}.tar`)
    writeFileSync(path, broken)
    const dir = join(folder, `broken-${i}`)
    await expect(restoreBackup({ from: path, dataDir: dir, url, migrations })).rejects.toMatchObject({ code: 'archive_damaged' })
    expect(existsSync(dir)).toBe(false)
  }
  writeFileSync(join(folder, 'cut.tar'), bytes.subarray(0, bytes.length / 2))
  const cut = { from: join(folder, 'cut.tar'), dataDir: join(folder, 'cut'), url, migrations }
  await expect(restoreBackup(cut)).rejects.toMatchObject({ code: 'archive_damaged' })
  const client = await connect(url)
  expect((await client.query("select 1 from pg_namespace where nspname = 'events'")).rowCount).toBe(0)
  await client.end()
})

test('an archive of an older version is brought forward, one of a newer version is refused by name', async () => {
  const later = { room: 'orders', name: '9999-later.sql', sql: 'create table orders.later (id text primary key)' }
  const url = await database()
  await restoreBackup({ from: archive, dataDir: join(folder, 'forward'), url, migrations: [...migrations, later] })
  const client = await connect(url)
  expect((await client.query('select 1 from orders.later')).rowCount).toBe(0)
  await client.end()

  const newer = join(folder, 'newer.tar')
  await makeBackup({ url, dataDir: join(folder, 'forward'), to: newer, version: '9.0.0', migrations: [...migrations, later] })
  const dir = join(folder, 'backward')
  await expect(restoreBackup({ from: newer, dataDir: dir, url: await database(), migrations })).rejects.toMatchObject({
    code: 'archive_of_another_version',
    message: expect.stringContaining('orders/9999-later.sql'),
  })
  expect(existsSync(dir)).toBe(false)
})

test('a restore that fails in the middle leaves the folder and the database empty', async () => {
  const stop = new AbortController()
  const url = await database()
  const dir = join(folder, 'interrupted')
  mkdirSync(dir)
  const broken = [...migrations, { room: 'orders', name: '9999-broken.sql', sql: 'create table orders.broken (id nonsense)' }]
  await expect(restoreBackup({ from: archive, dataDir: dir, url, migrations: broken })).rejects.toThrow('orders/9999-broken.sql')
  expect(readdirSync(dir)).toEqual([])
  stop.abort()
  const interrupted = restoreBackup({ from: archive, dataDir: dir, url, migrations, signal: stop.signal })
  await expect(interrupted).rejects.toMatchObject({ code: 'interrupted' })
  expect(readdirSync(dir)).toEqual([])
  await restoreBackup({ from: archive, dataDir: dir, url, migrations })
  expect(existsSync(join(dir, unfinished))).toBe(false)
})

test('wrong options, no archive, no platform: each has its own answer', async () => {
  const codeOf = async (args: string[], env = {}) => {
    const { code, out } = await enishiHere([...args, '--json'], env)
    return [code, answer(out).error.code]
  }
  expect(await codeOf(['backup'])).toEqual([2, 'invalid_option'])
  expect(await codeOf(['restore', '--from', archive])).toEqual([2, 'invalid_option'])
  expect(await codeOf(['restore', '--from', join(folder, 'nowhere.tar'), '--to', join(folder, 'x')])).toEqual([
    1,
    'archive_missing',
  ])
  writeFileSync(join(folder, 'empty.tar'), Buffer.alloc(1024))
  expect(await codeOf(['restore', '--from', join(folder, 'empty.tar'), '--to', join(folder, 'x')])).toEqual([
    1,
    'archive_not_ours',
  ])
  expect(
    await codeOf(['backup', '--to', join(folder, 'y.tar')], { ENISHI_DATA: join(folder, 'none'), DATABASE_URL: '' }),
  ).toEqual([1, 'nothing_to_back_up'])
  expect(await codeOf(['backup', '--to', join(folder, 'y.tar')], { DATABASE_URL: await database() })).toEqual([
    1,
    'nothing_to_back_up',
  ])
})
