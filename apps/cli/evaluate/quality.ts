import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { evaluateQuality } from '#engines/recommender'
import { readDataset } from './read-dataset.ts'

const peakMemoryMB = () => Math.round(process.resourceUsage().maxRSS / 1024)

const options = {
  data: { type: 'string' },
  seed: { type: 'string', default: '1' },
  json: { type: 'boolean', default: false },
} as const

/** Null: something stands there that is no option of the command. */
function parse(args: string[]) {
  try {
    return parseArgs({ args, options }).values
  } catch {
    return null
  }
}

/** `enishi evaluate quality --data DIR [--seed N] [--json]`: one configuration for every folder; what is chosen is chosen on a cut of the train part. */
export async function qualityCommand(args: string[]): Promise<number> {
  const values = parse(args)
  if (!values || !/^\d{1,9}$/.test(values.seed)) {
    console.error('enishi: evaluate quality takes --data DIR, --seed N (a whole number) and --json, and nothing else')
    return 2
  }
  if (!values.data || !existsSync(join(values.data, 'dataset.json'))) {
    console.error(
      `enishi: --data must name a folder with a dataset.json${values.data ? `; there is none in ${values.data}` : ''}`,
    )
    return 2
  }
  const started = performance.now()
  try {
    const data = await readDataset(values.data)
    const say = (line: string) => console.error(`${((performance.now() - started) / 1000).toFixed(1).padStart(7)} s  ${line}`)
    say(`${data.name}: ${data.protocol}, ${data.itemNames.length} items, ${data.train.items.length} rows`)
    const metrics = await evaluateQuality(data, say, Number(values.seed))
    const seconds = Math.round((performance.now() - started) / 100) / 10
    if (values.json) console.log(JSON.stringify({ data: data.name, metrics, seconds, peakMemoryMB: peakMemoryMB() }))
    else {
      for (const [name, value] of Object.entries(metrics)) console.log(`${name.padEnd(24)} ${value.toFixed(4)}`)
      console.log(`${seconds} s, ${peakMemoryMB()} MB at most`)
    }
    return 0
  } catch (error) {
    console.error(`enishi: ${error instanceof Error ? error.message : String(error)}`)
    return 1
  }
}
