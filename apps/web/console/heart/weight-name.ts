import { useT } from '../../i18n/console/index.ts'
import { wordFor } from './heart-data.ts'
import { partsOf } from './weights-data.ts'

/** The words for a weight's field, that of a scene with its scene before it. */
export function useWeightName(): (field: string) => string {
  const { weights, explain } = useT().heart
  return field => {
    const { scene, name } = partsOf(field)
    const word = wordFor(weights.names, name)
    return scene === null ? word : `${wordFor(explain.scenes, scene)} · ${word}`
  }
}
