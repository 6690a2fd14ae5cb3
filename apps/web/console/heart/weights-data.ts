import type { Reply } from '../../client/api.ts'
import { ApiError } from '../../client/error.ts'
import type { Heart } from './heart-data.ts'

export type Preview = Reply<'POST /v1/feed/weights/preview'>
export const scenes = ['for_you', 'following', 'mall'] as const
export type Scene = (typeof scenes)[number]
export interface Setting {
  readonly scene: Scene | null
  readonly name: string
  readonly value: string
}
/** What stands in the fields, by `save` or `following.follow`. */
export type Draft = Readonly<Record<string, string>>

export const fieldOf = (scene: Scene | null, name: string): string => (scene === null ? name : `${scene}.${name}`)
export function partsOf(field: string): { scene: Scene | null; name: string } {
  const [first = '', name] = field.split('.')
  return name === undefined ? { scene: null, name: first } : { scene: first as Scene, name }
}

export const draftOf = ({ table, scenes: own }: Heart['weights']): Draft =>
  Object.fromEntries([
    ...table.map(w => [w.name, w.now] as const),
    ...own.map(w => [fieldOf(w.scene as Scene, w.name), w.now] as const),
  ])

/** All weights as they shall be. Full-width digits are as good as others; an empty field of a scene is as everywhere. */
export const settingsOf = (draft: Draft): Setting[] =>
  Object.entries(draft).flatMap(([field, text]) => {
    const parts = partsOf(field)
    const value = text.normalize('NFKC').replace('−', '-').trim().slice(0, 24)
    return value === '' && parts.scene !== null ? [] : [{ ...parts, value }]
  })

/** The fields that the server named. */
export function wrongFields(error: unknown): ReadonlySet<string> {
  const fields = error instanceof ApiError && error.code === 'weights_invalid' ? error.details.fields : null
  return new Set(Object.keys((fields as object | null) ?? {}))
}
