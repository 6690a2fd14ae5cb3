import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { readConfig } from '#base/config'
import { migrate, removeEmbedded } from '#base/db'
import { must } from '#base/kernel'
import { createLogger } from '#base/log'
import { type ImportWorld, importWorld, seededCsv } from '#testing/import-world'
import { migrations } from '../apps/server/compose.ts'
import { openHouse } from '../apps/server/house.ts'

/**
 * Imports of catalogues: 10,000 rows read, imported, imported again, exported and compared; the same with columns of our own and 1,000
 * bundles; a Google feed of 1,000 products both ways.
 * With paths: those files (in US dollars) as well, with their report. `node bench/catalogue.ts [file.csv …]`
 */
const dataDir = mkdtempSync(join(tmpdir(), 'enishi-catalogue-'))
const config = must(
  readConfig({ ENISHI_DATA: dataDir, ENISHI_SECRET: 'bench-secret-bench-secret-bench-secret', ENISHI_DEMO: 'off' }),
)
const house = await openHouse(config, createLogger('silent'))
await migrate(house.db, migrations)
await house.log.start()
const quiet = { ...house, jobs: { ...house.jobs, send: async () => {} } }
const world = importWorld(quiet)
await world.catalog.start()

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const [began, before] = [performance.now(), house.db.statements()]
  const value = await work()
  console.log(`| ${what} | ${((performance.now() - began) / 1000).toFixed(2)} s | ${house.db.statements() - before} |`)
  return value
}
async function text(chunks: AsyncIterable<string> | null): Promise<string> {
  let all = ''
  for await (const c of chunks ?? []) all += c
  return all
}
type Shop = ReturnType<ImportWorld['shop']>
async function bring(name: string, shop: Shop, file: string) {
  const run = await timed(`${name}: read and preview`, () => world.preview(shop, file))
  must(await world.flow.begin(shop.owner, run.id as never))
  await timed(`${name}: import and settle`, () => world.flow.work())
  const end = must(await world.flow.run(shop.owner, run.id as never))
  console.log(`| ${name}: ${JSON.stringify(end.counts)} of ${end.total} rows | ${end.state} | |`)
  return end
}

console.log('| what | time | statements |\n| --- | --- | --- |')
const big = world.shop()
const file = seededCsv(10_000, 1)
await bring('10,000 rows, new', big, file)
await bring('10,000 rows, the same', big, file)
await bring('10,000 rows, other prices', big, file.replaceAll(/,(\d+)\.(\d\d),,/g, ',1$1.$2,,'))
const out = await timed('export as CSV', () => world.exported(big))
await bring('the export', big, out)

const wide = world.shop()
must(await world.catalog.stockDesk.addLocation(wide.owner, wide.id, 'Osaka'))
const own = ['Inventory Safety Stock', 'Inventory Safety Stock: Osaka', 'Variant Low Stock At', 'Maker', 'Variant Components']
const plain = seededCsv(9_000, 2).split('\n')
const skus = plain.slice(1).map(l => /SKU-\d+-\d+/.exec(l)?.[0] as string)
const sets = skus
  .slice(0, 1000)
  .map((sku, i) => `set-${i},Set ${i},${','.repeat(10)},SET-${i},100,,,9.99,,,,,,,,,,"${sku}:2; ${skus[i + 1000]}:1"`)
const withOwn = [...plain.map((l, i) => `${l},${i === 0 ? own.join(',') : '1,2,9,Somebody,'}`), ...sets].join('\n')
await bring('10,000 rows with our own columns, 1,000 bundles', wide, withOwn)
const wideOut = await timed('its export as CSV', () => world.exported(wide))
await bring('its export', wide, wideOut)

const feed = `<?xml version="1.0"?><rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel>${Array.from(
  { length: 1000 },
  (_, i) =>
    `<item><g:id>item-${i}</g:id><title>Item ${i}</title><description>About item ${i}</description><g:price>${i + 1}.50 USD</g:price></item>`,
).join('')}</channel></rss>`
const small = world.shop()
await bring('Google feed of 1,000', small, feed)
// Without pictures they are drafts, and a feed is of what is on sale: for the way back they are put there.
await house.db.pool.query(
  "update catalog.products set state = 'live', published = date_trunc('milliseconds', now()), price_minor = 1, currency = 'USD' where shop = $1",
  [small.id],
)
const back = await timed('export as Google feed', async () => text(await world.flow.exportGoogle(small.id, 'en')))
await bring('its export', small, back)

for (const path of process.argv.slice(2)) {
  const shop = world.shop()
  const name = basename(path)
  const first = await bring(name, shop, readFileSync(path, 'utf8'))
  const why = new Map<string, number>()
  for (const r of await world.rows(shop.owner, first.id)) {
    const key = `${r.outcome} ${r.fault?.code ?? ''} ${r.reason?.code ?? ''} ${r.warnings.map(w => w.code).join(' ')}`
    why.set(key, (why.get(key) ?? 0) + 1)
  }
  for (const [key, n] of why) console.log(`|   ${key} | ${n} | |`)
  await bring(`${name} exported`, shop, await world.exported(shop))
}
await house.stop()
removeEmbedded(dataDir)
process.exit(0)
