import { type FSWatcher, watch } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import type { House } from '#base/house'
import { ok, type Result } from '#base/kernel'
import { type FeedExperiment, parseExperiments, parseWeights, type ValueWeights, valueWeights } from '#engines/recommender'
import type { Brain } from './brain.ts'

interface Wanted {
  readonly weights: ValueWeights
  readonly experiments: readonly FeedExperiment[]
}
/** What the file asks for: its weights over the defaults, and its table of `experiments`; the defaults and none when there is no file. */
async function wanted(path: string): Promise<Result<Wanted>> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return parsed({})
    throw error
  }
  try {
    return parsed(JSON.parse(text))
  } catch (error) {
    return { ok: false, code: 'weights_invalid', message: (error as Error).message }
  }
}
function parsed(raw: unknown): Result<Wanted> {
  const isTable = typeof raw === 'object' && raw !== null && !Array.isArray(raw)
  const { experiments: table = [], ...rest } = isTable ? (raw as Record<string, unknown>) : {}
  const weights = parseWeights(isTable ? rest : raw)
  if (!weights.ok) return weights
  const experiments = parseExperiments(table)
  return experiments.ok ? ok({ weights: weights.value, experiments: experiments.value }) : experiments
}
const differing = (a: ValueWeights, b: ValueWeights) =>
  Object.fromEntries(
    (Object.keys(valueWeights) as (keyof ValueWeights)[]).filter(k => a[k] !== b[k]).map(k => [k, { from: a[k], to: b[k] }]),
  )

export interface WeightsFile {
  /** Resolves when the file was read once. */
  readonly first: Promise<void>
  /** The experiments that the file holds now. They change no state, so that the log needs no more of them than the policy of each page. */
  experiments(): readonly FeedExperiment[]
  stop(): void
}

/**
 * Follows the file of value weights. A change is an event of the log, so that a replay weighs as the feed did then; the line in the log file
 * says what changed. A file that names an unknown weight is refused with a line, and what was in force stays.
 */
export function followWeights(house: House, brain: Brain, path: string): WeightsFile {
  let experiments: readonly FeedExperiment[] = []
  let busy: Promise<void> = Promise.resolve()
  async function compare(): Promise<void> {
    const file = await wanted(path)
    if (!file.ok)
      return void house.logger.error({ file: basename(path), why: file.message }, 'weights refused; the old ones stay')
    if (JSON.stringify(file.value.experiments) !== JSON.stringify(experiments))
      house.logger.info({ file: basename(path), experiments: file.value.experiments.map(e => e.name) }, 'experiments of the feed')
    experiments = file.value.experiments
    // What the log says last counts, not what the thread has read so far.
    await brain.reached(await house.log.flush(), 60_000)
    const changes = differing(await brain.ask({ kind: 'weights' }), file.value.weights)
    if (Object.keys(changes).length === 0) return
    const subject = { kind: 'feed' as const, id: 'weights' }
    await house.log.append(house.db.tables(), [
      { name: 'feed.weights_set', at: house.clock.now(), person: null, subject, data: { weights: file.value.weights } },
    ])
    house.logger.info({ file: basename(path), changes }, 'weights of the feed changed')
  }
  const look = () => {
    busy = busy.then(compare).catch(error => house.logger.error({ err: error }, 'weights file'))
    return busy
  }
  let timer: NodeJS.Timeout | undefined
  // The folder is watched: editors replace a file rather than write into it.
  const watcher: FSWatcher = watch(dirname(path), (_kind, name) => {
    if (name !== null && name !== basename(path)) return
    clearTimeout(timer)
    timer = setTimeout(() => void look(), 100)
  })
  watcher.unref()
  return {
    first: look(),
    experiments: () => experiments,
    stop() {
      clearTimeout(timer)
      watcher.close()
    },
  }
}
