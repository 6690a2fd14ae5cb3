import { type FSWatcher, watch } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import type { House } from '#base/house'
import { parseWeights, type ValueWeights, valueWeights } from '#engines/recommender'
import type { Brain } from './brain.ts'

/** What the file asks for: its weights over the defaults; the defaults when there is no file. */
async function wanted(path: string): Promise<ReturnType<typeof parseWeights>> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return parseWeights({})
    throw error
  }
  try {
    return parseWeights(JSON.parse(text))
  } catch (error) {
    return { ok: false, code: 'weights_invalid', message: (error as Error).message }
  }
}
const differing = (a: ValueWeights, b: ValueWeights) =>
  Object.fromEntries(
    (Object.keys(valueWeights) as (keyof ValueWeights)[]).filter(k => a[k] !== b[k]).map(k => [k, { from: a[k], to: b[k] }]),
  )

/**
 * Follows the file of value weights. A change is an event of the log, so that a replay weighs as the feed did then; the line in the log file
 * says what changed. A file that names an unknown weight is refused with a line, and what was in force stays.
 */
export function followWeights(house: House, brain: Brain, path: string): { readonly first: Promise<void>; stop(): void } {
  let busy: Promise<void> = Promise.resolve()
  async function compare(): Promise<void> {
    const file = await wanted(path)
    if (!file.ok)
      return void house.logger.error({ file: basename(path), why: file.message }, 'weights refused; the old ones stay')
    // What the log says last counts, not what the thread has read so far.
    await brain.reached(await house.log.flush(), 60_000)
    const changes = differing(await brain.ask({ kind: 'weights' }), file.value)
    if (Object.keys(changes).length === 0) return
    const subject = { kind: 'feed' as const, id: 'weights' }
    await house.log.append(house.db.tables(), [
      { name: 'feed.weights_set', at: house.clock.now(), person: null, subject, data: { weights: file.value } },
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
    stop() {
      clearTimeout(timer)
      watcher.close()
    },
  }
}
