import type { Static } from 'typebox'
import type { Caller, ErrorCode } from '#base/http'
import { newId, ok, type Result, refuse } from '#base/kernel'
import { parseWeights, parseWeightTables, type Scene, scenes, type WeightTables } from '#engines/recommender'
import type { Accounts } from '#rooms/accounts'
import type { Ward } from './read-heart.ts'
import { differing, type WeightChanges, type WeightsFile } from './weights-file.ts'
import type { weightsPreviewWire, weightsWish } from './wire.ts'

export type WeightsWish = Static<typeof weightsWish>
export type WeightsPreview = Static<typeof weightsPreviewWire>
type Setting = WeightsWish['weights'][number]

/** Places of a page that are compared. */
const places = 20

const fieldOf = ({ scene, name }: Setting): string => (scene === null ? name : `${scene}.${name}`)
const numberOf = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text))

/** The tables that these settings make: a common weight that is not named is the default, one of a scene is as the common one. */
export function tablesOf(settings: readonly Setting[]): Result<WeightTables, 'weights_invalid'> {
  const fields: Record<string, string[]> = {}
  const common: Record<string, number> = {}
  const ofScenes: Partial<Record<Scene, Record<string, number>>> = {}
  for (const setting of settings) {
    const { scene, name, value } = setting
    const known = parseWeights({ [name]: numberOf(value) })
    const field = fieldOf(setting)
    if (!known.ok) fields[field] = [known.message]
    if (scene !== null) ofScenes[scene] ??= {}
    const table = (scene !== null && ofScenes[scene]) || common
    if (Object.hasOwn(table, name)) fields[field] = ['stands here twice']
    table[name] = numberOf(value)
  }
  const wrong = Object.keys(fields)
  if (wrong.length > 0) return refuse('weights_invalid', `Not a weight: ${wrong.join(', ')}`, { fields })
  return parseWeightTables({ ...common, scenes: ofScenes })
}

export const changesWire = (changes: WeightChanges): WeightsPreview['changes'] =>
  Object.entries(changes).map(([field, { from, to }]) => ({
    field,
    from: from === null ? null : String(from),
    to: to === null ? null : String(to),
  }))

/** What these weights would change: the table, and how many of the first places of a page of anybody and of somebody who was here lately. */
export async function previewWeights(
  ward: Ward,
  caller: Caller,
  wish: Pick<WeightsWish, 'weights'>,
): Promise<Result<WeightsPreview, ErrorCode>> {
  const allowed = ward.doors.accounts.may(caller, 'operate')
  if (!allowed.ok) return allowed
  const after = tablesOf(wish.weights)
  if (!after.ok) return after
  const before = await ward.brain.ask({ kind: 'weights' })
  const changes = changesWire(differing(before, after.value))
  if (changes.length === 0) return ok({ changes, pages: [] })
  // Who it is, is told to nobody.
  const sample = (await ward.served.newest(200)).find(p => p.data.profiled && p.person !== null)?.person ?? null
  const asked: [who: 'anybody' | 'sample', scene: Scene][] = [
    ['anybody', 'for_you'],
    ['anybody', 'mall'],
    ...(sample ? scenes.map(s => ['sample', s] as ['sample', Scene]) : []),
  ]
  const pages: WeightsPreview['pages'] = []
  for (const [who, scene] of asked) {
    const page = await compare(ward, { person: who === 'sample' ? sample : null, scene }, before, after.value)
    if (page.of > 0) pages.push({ who, scene, ...page })
  }
  return ok({ changes, pages })
}

/** The same page by both tables, with the same draws. The recommender learns nothing of it. */
async function compare(
  { house, brain }: Ward,
  { person, scene }: { person: string | null; scene: Scene },
  before: WeightTables,
  after: WeightTables,
): Promise<{ of: number; moved: number; fresh: number }> {
  const at = house.clock.now()
  const request = { person, n: places, now: at.getTime(), scene, profiling: person !== null, request: newId('request', at) }
  const by = async ({ common, scenes }: WeightTables) =>
    (await brain.ask({ kind: 'recommend', request: { ...request, weights: { ...common, ...scenes[scene] } } })).slots.map(
      s => s.item,
    )
  const [old, next] = [await by(before), await by(after)]
  const known = new Set(old)
  return {
    of: Math.max(old.length, next.length),
    moved: next.filter((item, i) => item !== old[i]).length,
    fresh: next.filter(item => !known.has(item)).length,
  }
}

/** Writes the weights to the file that the feed follows, and to the list of what operators did. They are in force when it answers. */
export async function changeWeights(
  { doors }: { readonly doors: { readonly accounts: Pick<Accounts, 'may' | 'note'> } },
  file: WeightsFile | null,
  caller: Caller,
  wish: WeightsWish,
): Promise<Result<{ changes: WeightsPreview['changes'] }, ErrorCode>> {
  const allowed = doors.accounts.may(caller, 'operate')
  if (!allowed.ok) return allowed
  const tables = tablesOf(wish.weights)
  if (!tables.ok) return tables
  if (!file) return refuse('unavailable', 'The feed is still starting')
  const changed = await file.replace(wish.version, tables.value)
  if (!changed.ok) return changed
  if (Object.keys(changed.value).length > 0)
    await doors.accounts.note(caller, 'weights.changed', 'feed', { changes: changed.value })
  return ok({ changes: changesWire(changed.value) })
}
