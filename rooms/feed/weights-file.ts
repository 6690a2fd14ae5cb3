import { createHash } from 'node:crypto'
import { type FSWatcher, watch } from 'node:fs'
import { readFile, realpath, rename, writeFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import type { House } from '#base/house'
import { ok, type Result, refuse } from '#base/kernel'
import {
  type FeedExperiment,
  parseExperiments,
  parseWeightTables,
  type ValueWeights,
  valueWeights,
  type WeightTables,
} from '#engines/recommender'
import type { Brain } from './brain.ts'

interface Wanted {
  readonly weights: WeightTables
  readonly experiments: readonly FeedExperiment[]
}
/** What the file asks for: its weights over the defaults, its weights of single `scenes`, and its table of `experiments`; the defaults and none when there is no file. */
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
const isTable = (raw: unknown): raw is Record<string, unknown> => typeof raw === 'object' && raw !== null && !Array.isArray(raw)
function parsed(raw: unknown): Result<Wanted> {
  const { experiments: table = [], ...rest } = isTable(raw) ? raw : {}
  const weights = parseWeightTables(isTable(raw) ? rest : raw)
  if (!weights.ok) return weights
  const experiments = parseExperiments(table)
  return experiments.ok ? ok({ weights: weights.value, experiments: experiments.value }) : experiments
}
/** Every weight under its name, that of a scene as `following.follow`. */
const flat = ({ common, scenes }: WeightTables): Map<string, number> =>
  new Map([
    ...(Object.keys(valueWeights) as (keyof ValueWeights)[]).map(name => [name, common[name]] as const),
    ...Object.entries(scenes).flatMap(([scene, table]) =>
      Object.entries(table).map(([name, w]) => [`${scene}.${name}`, w] as const),
    ),
  ])
/** By the name of the weight, that of a scene as `following.follow`; null: not said, so as the common one. */
export type WeightChanges = Readonly<Record<string, { readonly from: number | null; readonly to: number | null }>>
/** Two tables have the same one when no weight of them differs. */
export const versionOf = (tables: WeightTables): string =>
  createHash('sha256')
    .update(JSON.stringify([...flat(tables)].sort()))
    .digest('hex')
    .slice(0, 16)
/** What changes from one to the other; null: not said, so as the common one. */
export function differing(before: WeightTables, after: WeightTables): WeightChanges {
  const [a, b] = [flat(before), flat(after)]
  const changed = [...new Set([...a.keys(), ...b.keys()])].filter(name => a.get(name) !== b.get(name))
  return Object.fromEntries(changed.map(name => [name, { from: a.get(name) ?? null, to: b.get(name) ?? null }]))
}

export interface WeightsFile {
  /** Resolves when the file was read once. */
  readonly first: Promise<void>
  /** The experiments that the file holds now. They change no state, so that the log needs no more of them than the policy of each page. */
  experiments(): readonly FeedExperiment[]
  /**
   * Puts these weights into the file in place of those that have this version; its experiments stay. Resolves, with what changed, when they
   * are in force. A file that asks for others by now refuses with `version_conflict`, one that can't be read with `weights_invalid`, one that
   * can't be written (a read-only folder) with `unavailable`.
   */
  replace(
    version: string,
    tables: WeightTables,
  ): Promise<Result<WeightChanges, 'version_conflict' | 'weights_invalid' | 'unavailable'>>
  stop(): void
}

/** Only what differs from the defaults is written; whoever reads the file meanwhile reads the old or the new one whole. */
async function writeWeights(path: string, { common, scenes }: WeightTables): Promise<void> {
  const old: unknown = JSON.parse(await readFile(path, 'utf8').catch(() => '{}'))
  const said = Object.fromEntries(Object.entries(common).filter(([name, w]) => w !== valueWeights[name as keyof ValueWeights]))
  const table = { ...said, ...(Object.keys(scenes).length > 0 && { scenes }) }
  const experiments = isTable(old) && old.experiments !== undefined ? { experiments: old.experiments } : {}
  const target = await realpath(path).catch(() => path)
  const beside = `${target}.${process.pid}.new`
  await writeFile(beside, `${JSON.stringify({ ...table, ...experiments }, null, 2)}\n`)
  await rename(beside, target)
}

/** As `WeightsFile.replace`, without waiting until the new ones are in force. */
async function replaceIn(house: House, path: string, version: string, tables: WeightTables): ReturnType<WeightsFile['replace']> {
  const file = await wanted(path)
  if (!file.ok) return refuse('weights_invalid', `${basename(path)} can not be read: ${file.message}`, { file: basename(path) })
  if (versionOf(file.value.weights) !== version) return refuse('version_conflict', 'The weights were changed meanwhile')
  const changes = differing(file.value.weights, tables)
  if (Object.keys(changes).length === 0) return ok(changes)
  try {
    await writeWeights(path, tables)
  } catch (error) {
    house.logger.error({ err: error, file: basename(path) }, 'weights not written')
    return refuse('unavailable', `${basename(path)} can not be written`, { file: basename(path) })
  }
  return ok(changes)
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
    const { common, scenes } = file.value.weights
    const data = { weights: common, ...(Object.keys(scenes).length > 0 && { scenes }) }
    await house.log.append(house.db.tables(), [{ name: 'feed.weights_set', at: house.clock.now(), person: null, subject, data }])
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
    replace(version, tables) {
      const replaced = busy.then(() => replaceIn(house, path, version, tables))
      busy = replaced.then(compare).catch(error => house.logger.error({ err: error }, 'weights file'))
      return busy.then(() => replaced)
    },
    stop() {
      clearTimeout(timer)
      watcher.close()
    },
  }
}
