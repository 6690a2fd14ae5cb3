import { Worker } from 'node:worker_threads'
import type { House } from '#base/house'
import type { TrainingSet } from '#engines/recommender'
import type { Brain } from './brain.ts'
import { writeModel } from './models.ts'

/** When the feed looks whether a training is due. */
const lookEveryMs = 10 * 60_000
const firstLookMs = 60_000
/** Events since the last training that make another worth its minute: at once, and after `restMs`. */
const worthAtOnce = 50_000n
const worthAfterRest = 1_000n
const restMs = 3 * 3_600_000

export interface Training {
  start(): void
  /** Trains now, if there is enough to learn from; true when another model serves from here on. */
  train(): Promise<boolean>
  stop(): Promise<void>
}

/**
 * Trains the sequence model in a thread of its own, keeps it in the storage, and says so in the log: the event is what puts it in force,
 * here and in a replay. Below `worthTraining` nothing of this happens.
 */
export function createTraining(house: House, brain: Brain): Training {
  let timer: NodeJS.Timeout | undefined
  let thread: Worker | null = null
  let stopped = false
  let last = performance.now()
  let busy: Promise<boolean> | null = null

  function inThread(set: TrainingSet): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      thread = new Worker(new URL('./trainer.ts', import.meta.url), { workerData: set })
      thread.unref()
      thread.once('message', resolve).once('error', reject)
      thread.once('exit', () => reject(new Error('the training ended early')))
    })
  }
  async function train(): Promise<boolean> {
    last = performance.now()
    const set = await brain.ask({ kind: 'trainingSet' })
    if (set === null || stopped) return false
    const from = performance.now()
    const bytes = await inThread(set)
    if (stopped) return false
    const hash = await writeModel(house, bytes)
    await house.log.append(house.db.tables(), [
      {
        name: 'feed.model_swapped',
        at: house.clock.now(),
        person: null,
        subject: { kind: 'feed', id: 'model' },
        data: { hash, position: String(set.position) },
      },
    ])
    const seconds = Math.round((performance.now() - from) / 1000)
    const { length: items } = set.names
    house.logger.info(
      { hash, items, actions: set.items.length, bytes: bytes.length, seconds },
      'the feed has a new trained model',
    )
    return true
  }
  async function isDue(): Promise<boolean> {
    const model = await brain.ask({ kind: 'model' })
    const events = brain.position() - (model?.position ?? 0n)
    const rested = model === null || performance.now() - last > restMs
    return events >= (rested ? worthAfterRest : worthAtOnce)
  }
  function once(): Promise<boolean> {
    busy ??= train()
      .catch(error => {
        if (!stopped) house.logger.warn({ err: error }, 'the feed could not train its model')
        return false
      })
      .finally(() => {
        busy = null
      })
    return busy
  }
  async function look(): Promise<void> {
    try {
      if (await isDue()) await once()
    } catch (error) {
      house.logger.warn({ err: error }, 'the feed could not look whether to train')
    }
    if (!stopped) timer = setTimeout(() => void look(), lookEveryMs).unref()
  }
  return {
    start() {
      timer = setTimeout(() => void look(), firstLookMs).unref()
    },
    train: once,
    async stop() {
      stopped = true
      clearTimeout(timer)
      await (thread as Worker | null)?.terminate()
      await busy
    },
  }
}
