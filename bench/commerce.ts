import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startEnishi } from './commerce/enishi.ts'
import { addingLoad, orderLoad, quantileOf, race, type Times, visitors } from './commerce/load.ts'
import { type MeasuredShop, pieces, statementsOf } from './commerce/measured-shop.ts'
import { startVendure } from './commerce/vendure.ts'
import { cpuOf, cpuOfPostgres, rssOf } from './feed-server.ts'

/**
 * `npm run bench:commerce`: carts and orders over HTTP against a real server with the test payment provider, open loop at growing rates; then
 * everybody wants the same 100 pieces at once. The median of `--runs` runs of each figure. `-- --vendure`: the same against Vendure, which is
 * installed into bench/vendure when it is not there; `--write` puts the table into docs/benchmarks.md. A few minutes each.
 */
const { values } = parseArgs({
  options: {
    vendure: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    runs: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '10' },
    rates: { type: 'string', default: '10,20,30,50,75,100' },
    adds: { type: 'string', default: '50' },
    buyers: { type: 'string', default: '1000' },
    minutes: { type: 'string', default: '40' },
    patience: { type: 'string', default: '300' },
    warm: { type: 'string', default: '200' },
  },
})
const [runs, seconds, adds, buyers] = [values.runs, values.seconds, values.adds, values.buyers].map(Number) as [
  number,
  number,
  number,
  number,
]
const rates = values.rates.split(',').map(Number)
const log = (line: string) => console.error(`${(performance.now() / 1000).toFixed(1).padStart(7)} s  ${line}`)

/** Figures of one run by their names; a rate that was not kept has none above it. */
type Figures = Map<string, number>
const median = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[Math.floor((all.length - 1) / 2)] ?? Number.NaN
const kept = 0.95

let people = 0
const arrive = async (shop: MeasuredShop, count: number) => {
  const all = await visitors(shop, count, people)
  people += count
  return all
}
const cpuMs = (shop: MeasuredShop) => ({
  own: shop.pids.map(cpuOf).reduce((sum, c) => sum + c.main + c.others, 0) * 1000,
  postgres: cpuOfPostgres(shop.dataDir) * 1000,
})

/** A race that takes longer is run once. */
const longRace = 60

async function oneRun(shop: MeasuredShop): Promise<Figures> {
  const figures: Figures = new Map()
  const note = (what: string, times: Times) => {
    for (const q of [50, 95]) figures.set(`${what} p${q}`, quantileOf(times, q / 100))
  }
  const adding = await addingLoad(shop, await arrive(shop, adds * seconds), shop.items, adds)
  note('add', adding.times)
  figures.set('add failed', adding.failed)
  for (const rate of rates) {
    const some = await arrive(shop, rate * seconds)
    const before = cpuMs(shop)
    const load = await orderLoad(shop, some, shop.items, rate)
    const after = cpuMs(shop)
    note(`completion ${rate}`, load.completion)
    note(`whole ${rate}`, load.whole)
    figures.set(`in time ${rate}`, load.inTime)
    figures.set(`orders ${rate}`, load.orders)
    if (rate === rates[0]) {
      figures.set('own cpu', (after.own - before.own) / load.orders)
      figures.set('postgres cpu', (after.postgres - before.postgres) / load.orders)
    }
    log(
      `${shop.name}: ${rate}/s: in time ${(load.inTime * 100).toFixed(1)} %, failed ${load.failed}, completion p95 ${quantileOf(load.completion, 0.95).toFixed(1)} ms, whole p95 ${quantileOf(load.whole, 0.95).toFixed(1)} ms`,
    )
    if (load.inTime < kept) break
    figures.set('kept', rate)
  }
  return figures
}

async function oneRace(shop: MeasuredShop, item: string): Promise<Figures> {
  const rush = await arrive(shop, buyers)
  const { orders, refused, failed, seconds: took, why } = await race(shop, rush, item, Number(values.patience))
  const sold = await shop.sold(item)
  log(
    `${shop.name}: race ${orders} orders (${sold} pieces in the database), ${refused} refused, ${failed} failed in ${took.toFixed(2)} s ${why.join('; ')}`,
  )
  return new Map([
    ['race orders', orders],
    ['race refused', refused],
    ['race failed', failed],
    ['race seconds', took],
    ['oversold', Math.max(0, sold - pieces)],
    ['attempts', (orders + refused) / took],
    ['rss', shop.pids.map(rssOf).reduce((a, b) => a + b, 0)],
  ])
}

/** What is up when the benchmark is ended from outside, or has taken too long, is ended as well. */
let running: MeasuredShop | null = null
async function giveUp(why: string): Promise<void> {
  log(`given up: ${why}`)
  await running?.stop()
  process.exit(1)
}
process.once('SIGINT', () => void giveUp('SIGINT')).once('SIGTERM', () => void giveUp('SIGTERM'))
setTimeout(() => void giveUp(`${values.minutes} minutes are over`), Number(values.minutes) * 60_000).unref()

interface Column {
  readonly name: string
  readonly coldStart: number
  readonly statements: Record<string, number>
  readonly at: (what: string) => number
  readonly load: string
}
async function measure(start: (races: number) => Promise<MeasuredShop>): Promise<Column> {
  const loads = [loadavg()[0] as number]
  const shop = await start(runs + 1)
  running = shop
  try {
    log(`${shop.name} is up, ${shop.coldStart.toFixed(2)} s`)
    for (const rate of [5, 10])
      await orderLoad(shop, await arrive(shop, Math.min(rate * seconds, Number(values.warm))), shop.items, rate)
    const statements = await statementsOf(shop, 7)
    const all: Figures[] = []
    for (let run = 0; run < runs; run++) {
      all.push(await oneRun(shop))
      if (!all.some(f => (f.get('race seconds') ?? 0) > longRace)) all.push(await oneRace(shop, shop.rare[run] as string))
      loads.push(loadavg()[0] as number)
    }
    // The worst of the runs where one is too many.
    const at = (what: string) =>
      what === 'oversold' ? Math.max(...all.map(f => f.get(what) ?? 0)) : median(all.flatMap(f => f.get(what) ?? []))
    const load = `${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)}`
    return { name: shop.name, coldStart: shop.coldStart, statements, at, load }
  } finally {
    running = null
    await shop.stop()
  }
}

const ms = (c: Column, what: string) => {
  const p50 = c.at(`${what} p50`)
  return Number.isNaN(p50) ? 'a lower rate was not kept' : `${p50.toFixed(1)} / ${c.at(`${what} p95`).toFixed(1)} ms`
}
function table(columns: readonly Column[]): string {
  const row = (what: string, cell: (c: Column) => string, target: string) =>
    `| ${what} | ${columns.map(cell).join(' | ')} | ${target} |`
  const share = (c: Column, rate: number) => {
    const inTime = c.at(`in time ${rate}`)
    return inTime < kept ? ` (**not kept**: ${(inTime * 100).toFixed(0)} % within 1 s)` : ''
  }
  return [
    `| median of ${runs} | ${columns.map(c => c.name).join(' | ')} | target |`,
    `| --- |${' --- |'.repeat(columns.length + 1)}`,
    row(`add to cart at ${adds}/s, p50 / p95`, c => ms(c, 'add'), 'p95 ≤ 30 ms'),
    ...rates.map(rate =>
      row(
        `completion at ${rate} orders/s, p50 / p95`,
        c => ms(c, `completion ${rate}`) + share(c, rate),
        rate === 50 ? 'p95 ≤ 80 ms' : '–',
      ),
    ),
    ...rates.map(rate => row(`cart to order at ${rate} orders/s, p50 / p95`, c => ms(c, `whole ${rate}`), '–')),
    row('highest rate kept', c => (Number.isNaN(c.at('kept')) ? `below ${rates[0]}/s` : `${c.at('kept')}/s`), '–'),
    row(
      `${buyers} buyers, ${pieces} pieces: orders / refused / failed`,
      c => ['orders', 'refused', 'failed'].map(w => c.at(`race ${w}`)).join(' / '),
      `${pieces} / ${buyers - pieces} / 0`,
    ),
    row('oversold, worst run', c => String(c.at('oversold')), '0'),
    row('attempts a second that ended', c => c.at('attempts').toFixed(0), '≥ 300'),
    row('SQL statements: add / checkout and address / completion', c => Object.values(c.statements).join(' / '), '≤ 12 a step'),
    row(
      `CPU an order at ${rates[0]}/s, its processes + PostgreSQL`,
      c => `${c.at('own cpu').toFixed(0)} + ${c.at('postgres cpu').toFixed(0)} ms`,
      '–',
    ),
    row('RSS after the race, PostgreSQL not counted', c => `${c.at('rss').toFixed(0)} MB`, '–'),
    row('cold start, database filled and running', c => `${c.coldStart.toFixed(1)} s`, '–'),
    row('load average while it ran', c => c.load, '–'),
  ].join('\n')
}

function write(text: string): void {
  const page = join(import.meta.dirname, '../docs/benchmarks.md')
  const [before, rest] = readFileSync(page, 'utf8').split('<!-- commerce -->\n') as [string, string?]
  if (rest === undefined) throw new Error('docs/benchmarks.md has lost its mark <!-- commerce -->')
  writeFileSync(page, `${before}<!-- commerce -->\n${text}\n${rest.slice(rest.indexOf('<!-- /commerce -->'))}`)
}

const ours = await measure(startEnishi)
const columns = values.vendure ? [ours, await measure(startVendure)] : [ours]
const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`
const text = `${machine}; ${seconds} s a rate.\n\n${table(columns)}`
console.log(`\n${text}\n`)
if (values.write) write(text)
const rate = rates.includes(50) ? 50 : rates[rates.length - 1]
const p95 = ours.at(`completion ${rate} p95`)
console.log(
  `oversold=${ours.at('oversold')} attempts/s=${ours.at('attempts').toFixed(0)} p95ms=${Number.isNaN(p95) ? 'not kept' : p95.toFixed(1)}`,
)
