import { createHash } from 'node:crypto'
import type { Caller } from '#base/http'
import { type Id, ok, type Result, refuse } from '#base/kernel'
import { ownMedium } from './get-media.ts'
import { type CaptionLanguage, isMaterial, keyOf, type MediaWire } from './medium.ts'
import { loadOne, lock, type MediaTables, setCaption } from './store.ts'
import { type Cue, cueProblem, toVtt } from './vtt.ts'
import { mediaWireOf } from './wire-of.ts'
import type { Workshop } from './workshop.ts'

/** Sets the captions of one's own clip in one language; no cues takes them away. */
export async function putCaptions(
  shop: Workshop,
  caller: Caller,
  id: Id<'media'>,
  language: CaptionLanguage,
  cues: readonly Cue[],
): Promise<Result<MediaWire, 'not_found' | 'invalid_request' | 'not_a_video' | 'wrong_state'>> {
  const own = await ownMedium(shop, caller, id)
  if (!own.ok) return own
  if (own.value.kind === 'picture') return refuse('not_a_video', 'Only clips have captions')
  if (isMaterial(own.value.use)) return refuse('wrong_state', 'This is material of an edit')
  if (own.value.state === 'refused') return refuse('wrong_state', 'This file was refused')
  const problem = cueProblem(cues, own.value.duration_ms)
  if (problem) return refuse('invalid_request', problem.message, { fields: { [`cues.${problem.index}`]: [problem.message] } })
  const text = toVtt(cues)
  const version = cues.length > 0 ? createHash('sha256').update(text).digest('hex').slice(0, 8) : null
  const stored = await shop.house.db.transaction<MediaTables, boolean>(async trx => {
    // One writer at a time, so that file and version belong together.
    if (!(await lock(trx, id))) return false
    await setCaption(trx, id, language, version)
    if (version) await shop.house.storage.put(keyOf(id, `${language}.vtt`), Buffer.from(text))
    else await shop.house.storage.remove(keyOf(id, `${language}.vtt`))
    return true
  })
  const row = stored ? await loadOne(shop.db, id) : null
  return row ? ok(mediaWireOf(row)) : refuse('not_found', 'There is no such medium')
}
