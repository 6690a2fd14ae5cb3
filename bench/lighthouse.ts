import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Lighthouse over the feed and a product page of a server that runs already: `node bench/lighthouse.ts URL [RUNS] [THROTTLING]`.
 * Mobile as Lighthouse has it by default; THROTTLING is `simulate` (its default) or `devtools`. Prints each run and the median.
 * Lighthouse is fetched by npx on the first use; LIGHTHOUSE names a program instead, CHROME_PATH the browser. Targets: LCP 1.8 s, CLS .02.
 */
const version = '12.8.2'
const [url = 'http://localhost:3000', runs = '3', throttling = 'simulate'] = process.argv.slice(2)
const flags = ['--headless=new', '--no-sandbox', '--disable-quic', '--disable-background-networking']

interface Audit {
  readonly numericValue?: number
  readonly details?: { readonly items?: readonly Record<string, unknown>[] }
}
interface Run {
  readonly lcp: number
  readonly observed: number
  readonly fcp: number
  readonly cls: number
  readonly blocked: number
  readonly requests: number
  readonly kilobytes: number
}

function measure(page: string): Run {
  const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'))
  const report = join(folder, 'report.json')
  const [program, first] = process.env.LIGHTHOUSE ? [process.env.LIGHTHOUSE, []] : ['npx', ['--yes', `lighthouse@${version}`]]
  const options = [
    '--quiet',
    '--only-categories=performance',
    '--output=json',
    `--output-path=${report}`,
    `--throttling-method=${throttling}`,
    `--chrome-flags=${flags.join(' ')}`,
  ]
  try {
    execFileSync(program as string, [...(first as string[]), page, ...options], { stdio: ['ignore', 'ignore', 'inherit'] })
    const text = readFileSync(report, 'utf8')
    if (process.env.REPORTS) execFileSync('cp', [report, join(process.env.REPORTS, `${Date.now()}.json`)])
    const { audits } = JSON.parse(text) as { audits: Record<string, Audit> }
    const value = (name: string) => audits[name]?.numericValue ?? Number.NaN
    const seen = audits.metrics?.details?.items?.[0] as Record<string, number> | undefined
    return {
      lcp: value('largest-contentful-paint'),
      observed: seen?.observedLargestContentfulPaint ?? Number.NaN,
      fcp: value('first-contentful-paint'),
      cls: value('cumulative-layout-shift'),
      blocked: value('total-blocking-time'),
      requests: audits['network-requests']?.details?.items?.length ?? 0,
      kilobytes: value('total-byte-weight') / 1000,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The first product of the feed's first pages. */
async function productOf(server: string): Promise<string> {
  const reply = await fetch(`${server}/v1/feed?limit=20`)
  const { slides } = (await reply.json()) as { slides: { products: { card: { id: string } }[] }[] }
  const id = slides.flatMap(slide => slide.products)[0]?.card.id
  if (!id) throw new Error('the feed shows no product yet')
  return `${server}/product/${id}`
}

const middle = (of: readonly number[]) => [...of].sort((a, b) => a - b)[Math.floor(of.length / 2)] as number
const line = (r: Run) =>
  `LCP ${(r.lcp / 1000).toFixed(2)} s (observed ${(r.observed / 1000).toFixed(2)}), FCP ${(r.fcp / 1000).toFixed(2)} s, CLS ${r.cls.toFixed(3)}, blocked ${Math.round(r.blocked)} ms, ${r.requests} requests, ${Math.round(r.kilobytes)} kB`

for (const page of [`${url}/`, process.env.PRODUCT ? `${url}/product/${process.env.PRODUCT}` : await productOf(url)]) {
  const all: Run[] = []
  for (let i = 0; i < Number(runs); i++) {
    const run = measure(page)
    all.push(run)
    console.log(`${page}: ${line(run)}; load ${loadavg()[0]?.toFixed(1)}`)
  }
  const names = Object.keys(all[0] as Run) as (keyof Run)[]
  const median = Object.fromEntries(names.map(name => [name, middle(all.map(run => run[name]))])) as unknown as Run
  console.log(`${page}: median of ${all.length}, ${throttling}: ${line(median)}`)
}
