import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { evaluateQuality } from '#engines/recommender'
import { readDataset } from './read-dataset.ts'

const peakMemoryMB = () => Math.round(process.resourceUsage().maxRSS / 1024)

/** `enishi evaluate quality --data DIR [--json]`: one configuration for every folder; what is chosen is chosen on a cut of the train part. */
export async function qualityCommand(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { data: { type: 'string' }, json: { type: 'boolean', default: false } } })
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
    const metrics = await evaluateQuality(data, say)
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
