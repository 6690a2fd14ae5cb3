import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FastifyInstance } from 'fastify'
import type { House } from '#base/house'
import type { Caller, ErrorCode } from '#base/http'
import {
  days,
  decodeCursor,
  encodeCursor,
  hours,
  type Id,
  type Language,
  newId,
  ok,
  type Page,
  type Result,
  refuse,
} from '#base/kernel'
import { type Desk, fileOf, type ImportDoors, type ImportOptions, openDesk } from './doors.ts'
import { exportGoogle } from './export-google.ts'
import { exportShopify } from './export-shopify.ts'
import { limits } from './feed-product.ts'
import { type Identify, mountFiles } from './files.ts'
import { askToSettle, importRun, minuteKey } from './import-run.ts'
import { previewRun } from './preview-run.ts'
import { createSchedules, type Schedules } from './schedules.ts'
import { settleProducts } from './settle-products.ts'
import {
  beginImport,
  countOpen,
  dropExtraRuns,
  dropOldRuns,
  insertRun,
  openRuns,
  type RunRow,
  readReport,
  readRun,
  readRuns,
} from './store.ts'
import { type ReportWire, type RunWire, rowToWire, viewRun } from './view-run.ts'

export interface ImportCatalogue {
  /** Takes a file in and begins to read it. Refuses `file_too_large` (nothing of it stays) and `rate_limited` (three at once). */
  fromFile(
    caller: Caller,
    shop: Id<'shop'>,
    file: { body: Readable; name: string; language: Language },
  ): Promise<Result<RunWire, ErrorCode>>
  fromUrl(caller: Caller, shop: Id<'shop'>, wish: { url: string; language: Language }): Promise<Result<RunWire, ErrorCode>>
  runs(caller: Caller, shop: Id<'shop'>): Promise<Result<{ items: RunWire[] }, ErrorCode>>
  run(caller: Caller, id: Id<'run'>): Promise<Result<RunWire, ErrorCode>>
  /** The report, by outcome or those that stay drafts. */
  rows(
    caller: Caller,
    id: Id<'run'>,
    wish: { outcome?: string | undefined; cursor?: string | undefined; limit?: number | undefined },
  ): Promise<Result<Page<ReportWire['items'][number]>, ErrorCode>>
  /** Imports what was previewed; a second asking finds it begun. */
  begin(caller: Caller, id: Id<'run'>): Promise<Result<RunWire, ErrorCode>>
  readonly schedules: Schedules
  /** What the jobs do, to be done here and now: read and import what is open, settle what is due. For tests and tools. */
  work(): Promise<void>
  /** All products that are not archived or removed, as CSV in Shopify's form. Who may, the caller is asked for; nothing comes for others. */
  exportCsv(caller: Caller, shop: Id<'shop'>, language: Language): AsyncIterable<string>
  /** The live products of a shop, by id or slug, as a Google Merchant feed; null when there is no such shop. */
  exportGoogle(shop: string, language: Language): Promise<AsyncIterable<string> | null>
  /** Adds the upload and the two exports, which are streams. */
  mount(app: FastifyInstance, identify: Identify): void
}

const openAtOnce = 3
/** Reports that a shop keeps; older ones make room. */
const keptRuns = 50

export function createImportCatalogue(house: House, doors: ImportDoors, options: ImportOptions = {}): ImportCatalogue {
  const desk = openDesk(house, doors, options)
  const schedules = createSchedules(desk, wish => open(desk, wish))
  defineJobs(desk, schedules)
  const mine = async (caller: Caller, id: string): Promise<Result<RunRow, ErrorCode>> => {
    const run = await readRun(desk.db, id)
    if (!run) return refuse('not_found', 'There is no such import')
    const may = doors.accounts.may(caller, 'product.manage', { shop: run.shop })
    return may.ok ? ok(run) : may.code === 'forbidden' ? refuse('not_found', 'There is no such import') : may
  }
  const flow: ImportCatalogue = {
    schedules,
    fromFile: (caller, shop, file) => fromFile(desk, caller, shop, file),
    async fromUrl(caller, shop, { url, language }) {
      const may = await mayOpen(desk, caller, shop)
      if (!may.ok) return may
      if (!isHttp(url)) return refuse('url_forbidden', 'That is no address of the web')
      return ok(
        await viewRun(
          desk,
          await open(desk, { shop, person: caller.person, url, name: new URL(url).host, language, schedule: null }),
        ),
      )
    },
    async runs(caller, shop) {
      const may = doors.accounts.may(caller, 'product.manage', { shop })
      if (!may.ok) return may
      const runs = await readRuns(desk.db, shop, 10)
      return ok({ items: await Promise.all(runs.map(r => viewRun(desk, r))) })
    },
    async run(caller, id) {
      const run = await mine(caller, id)
      return run.ok ? ok(await viewRun(desk, run.value)) : run
    },
    async rows(caller, id, wish) {
      const run = await mine(caller, id)
      if (!run.ok) return run
      const key = wish.cursor === undefined ? [0] : decodeCursor(wish.cursor, 1)
      if (typeof key?.[0] !== 'number') return refuse('invalid_cursor', 'That cursor is not one of ours')
      const limit = wish.limit ?? 50
      const rows = await readReport(desk.db, id, { outcome: wish.outcome ?? null, after: key[0], limit: limit + 1 })
      const shown = rows.slice(0, limit)
      const last = shown.at(-1)
      return ok({ items: shown.map(rowToWire), next: rows.length > limit && last ? encodeCursor([last.n]) : null })
    },
    async begin(caller, id) {
      const run = await mine(caller, id)
      if (!run.ok) return run
      if (!(await beginImport(desk.db, id)))
        return refuse('wrong_state', 'This import is not waiting to be begun', { state: run.value.state })
      await sendWork(desk, id, 'importing')
      return flow.run(caller, id)
    },
    async work() {
      for (const run of await openRuns(desk.db)) await doWork(desk, run.id, run.state)
      for (const run of await openRuns(desk.db)) await doWork(desk, run.id, run.state)
      await settleProducts(desk)
    },
    exportCsv: (caller, shop, language) => exportShopify(desk, caller, shop, language),
    async exportGoogle(idOrSlug, language) {
      const shop = await doors.accounts.shop(idOrSlug)
      return shop && exportGoogle(desk, shop, language)
    },
    mount: (app, identify) => mountFiles(app, identify, desk, flow),
  }
  return flow
}

const isHttp = (url: string) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)

async function mayOpen(desk: Desk, caller: Caller, shop: Id<'shop'>): Promise<Result<true, ErrorCode>> {
  const may = desk.doors.accounts.may(caller, 'product.manage', { shop })
  if (!may.ok) return may
  if ((await countOpen(desk.db, shop)) >= openAtOnce)
    return refuse('rate_limited', `${openAtOnce} imports of this shop are being worked on; wait for one to end`)
  return ok(true)
}

type Opening = Pick<RunRow, 'shop' | 'person' | 'url' | 'name' | 'language' | 'schedule'>
async function open(desk: Desk, wish: Opening, id = newId('run', desk.house.clock.now())): Promise<RunRow> {
  await insertRun(desk.db, { ...wish, name: wish.name.slice(0, 200), id, created: desk.house.clock.now() })
  await dropExtraRuns(desk.db, wish.shop, keptRuns)
  await sendWork(desk, id, 'reading')
  return (await readRun(desk.db, id)) as RunRow
}

async function fromFile(
  desk: Desk,
  caller: Caller,
  shop: Id<'shop'>,
  file: { body: Readable; name: string; language: Language },
): Promise<Result<RunWire, ErrorCode>> {
  const may = await mayOpen(desk, caller, shop)
  if (!may.ok) return may
  const id = newId('run', desk.house.clock.now())
  let bytes = 0
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      done(bytes > limits.bytes ? new TooLarge() : null, chunk)
    },
  })
  await mkdir(desk.folder, { recursive: true })
  try {
    await pipeline(file.body, count, createWriteStream(fileOf(desk, id)))
  } catch (error) {
    await rm(fileOf(desk, id), { force: true })
    if (error instanceof TooLarge)
      return refuse('file_too_large', `A file has at most ${limits.bytes / 1e6} MB`, { limit: limits.bytes })
    return refuse('invalid_request', 'The file did not arrive whole')
  }
  const { name, language } = file
  return ok(await viewRun(desk, await open(desk, { shop, person: caller.person, url: null, name, language, schedule: null }, id)))
}
class TooLarge extends Error {}

const sendWork = (desk: Desk, run: string, state: string) =>
  desk.house.jobs.send('import.work', { run, state }, { key: minuteKey(`${run}:${state}`) })

async function doWork(desk: Desk, run: Id<'run'>, state: string): Promise<void> {
  if (state === 'importing') return importRun(desk, run)
  const previewed = await previewRun(desk, run)
  // Nobody looks at the preview of a schedule: what it says is imported.
  if (previewed && (await readRun(desk.db, run))?.schedule && (await beginImport(desk.db, run)))
    await sendWork(desk, run, 'importing')
}

function defineJobs(desk: Desk, schedules: Schedules): void {
  const { jobs } = desk.house
  jobs.define<{ run: Id<'run'>; state: string }>(
    'import.work',
    { concurrency: 1, retries: 2, expireSeconds: 3600 },
    ({ run, state }) => doWork(desk, run, state),
  )
  jobs.define('import.settle', { concurrency: 1, retries: 2, expireSeconds: 3600 }, () => settleProducts(desk))
  jobs.every('import.minute', '* * * * *', async () => {
    await schedules.runDue()
    // After a crash: runs that no worker holds.
    for (const run of await openRuns(desk.db)) await sendWork(desk, run.id, run.state)
    await askToSettle(desk)
  })
  jobs.every('import.sweep', '41 * * * *', () => sweep(desk))
}

/** Reports after a month; files of readings that never ended after a day. */
async function sweep(desk: Desk): Promise<void> {
  await dropOldRuns(desk.db, new Date(desk.house.clock.now().getTime() - days(30)))
  for (const name of await readdir(desk.folder).catch(() => [])) {
    const path = join(desk.folder, name)
    const info = await stat(path).catch(() => null)
    if (info && Date.now() - info.mtimeMs > hours(24)) await rm(path, { force: true })
  }
}
