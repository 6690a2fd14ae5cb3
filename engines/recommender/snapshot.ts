import { ok, type Result, refuse } from '#base/kernel'
import { BadSnapshot, read, write } from './keeper.ts'
import { State } from './state.ts'
import type { RecommenderConfig } from './types.ts'

/** What the shape of the state depends on: a snapshot that was made with other values can't be read with these. */
const shapeOf = (config: RecommenderConfig, seed: number): number[] => [
  seed,
  config.guaranteedImpressions,
  config.maxItems,
  config.maxPeople,
  config.maxTags,
  config.learnedRanker ? 1 : 0,
]

/** The state as bytes: version, checksum, log position, little-endian arrays. About the size of what is held in memory. */
export const snapshotOf = (s: State): Uint8Array =>
  write(k => {
    k.column(Float64Array.from(shapeOf(s.config, s.seed)))
    s.keep(k)
  })

/** The state that a snapshot holds. Refused when it is damaged, cut off, of another version, or made with another shape; then read the log. */
export function stateFrom(bytes: Uint8Array, config: RecommenderConfig, seed: number): Result<State, 'snapshot_refused'> {
  const s = new State(config, seed)
  try {
    read(bytes, k => {
      const shape = k.column(new Float64Array())
      const wanted = shapeOf(config, seed)
      if (shape.length !== wanted.length || wanted.some((x, i) => x !== shape[i]))
        throw new BadSnapshot('made with another configuration')
      s.keep(k)
    })
    return ok(s)
  } catch (error) {
    if (error instanceof BadSnapshot) return refuse('snapshot_refused', `The snapshot can't be used: ${error.message}`)
    throw error
  }
}
