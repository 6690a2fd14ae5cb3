import { mkdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Id } from '#base/kernel'
import type { EditList } from '#engines/edit'
import { readEdit, setRendered } from './edit-store.ts'
import { maxAttempts } from './limits.ts'
import { type Judged, unusable } from './medium.ts'
import { musicKey } from './music-piece.ts'
import { type Clip, probe } from './probe.ts'
import { refusalOf, refuse, throttled } from './process-media.ts'
import { stagesOf } from './progress.ts'
import { type Rendering, renderEdit } from './render-edit.ts'
import { sniff, structureOf } from './sniff.ts'
import { loadOne, type MediaRow } from './store.ts'
import { dropEarlier, dropSource, headOf, localFile, sizeOf, sourceOf, type Workshop, withMedium } from './workshop.ts'

/**
 * Stage before the first, of clips that are edits: the file that others upload is rendered. That it lies there whole says that it is done,
 * so a killed worker's edit begins again or not at all. Resolves to the medium when it can go the ordinary way.
 */
export async function renderMedium(shop: Workshop, media: Id<'media'>): Promise<MediaRow | null> {
  if ((await sizeOf(sourceOf(shop, media))) === null)
    await withMedium(shop, media, async (row, folder) => {
      if (row.use !== 'edit' || row.watchable !== 'no') return
      await dropEarlier(shop, media, folder)
      const made = row.attempts > maxAttempts ? { refusal: unrenderable } : await rendered(shop, row, folder)
      if ('refusal' in made) await refuse(shop, row, made.refusal)
      else await hand(shop, row, made.value)
    })
  const row = await loadOne(shop.db, media)
  return row?.state === 'processing' && (await sizeOf(sourceOf(shop, media))) !== null ? row : null
}

const unrenderable = unusable('media_unsupported', 'The edit could not be rendered')
const gone = unusable('media_not_found', 'An upload that the edit is made of was deleted before it was rendered')

/** Puts the file where uploads lie; of a medium that was removed meanwhile nothing stays. */
async function hand(shop: Workshop, row: MediaRow, path: string): Promise<void> {
  const bytes = (await sizeOf(path)) ?? 0
  await mkdir(shop.uploads, { recursive: true })
  await rename(path, sourceOf(shop, row.id))
  if (!(await setRendered(shop.db, row.id, bytes))) await dropSource(shop, row.id)
}

async function rendered(shop: Workshop, row: MediaRow, folder: string): Promise<Judged<string>> {
  const edit = await readEdit(shop.db, row.id)
  if (!edit) return { refusal: unrenderable }
  const { list } = edit
  const [from, to] = stagesOf('edit').render
  const path = join(folder, 'edit.mp4')
  try {
    const sources = await clipsOf(shop, list)
    if ('refusal' in sources) return sources
    const music = list.music ? await localFile(shop, musicKey(list.music.piece), folder) : null
    if (list.music && music === null) return { refusal: unusable('media_not_found', 'The music of the edit is gone') }
    await renderEdit(shop.programs, shop.house.config.ffmpeg, {
      ...{ list, sources: sources.value, music, path, folder, nice: 12 },
      overlays: list.overlays.map(o => sourceOf(shop, o.picture as Id<'media'>)),
      onProgress: throttled(shop, row.id, from, to),
    })
    return { value: path }
  } catch (error) {
    if (!(await allThere(shop, list))) return { refusal: gone }
    const refusal = refusalOf(shop, row.id, error)
    if (!refusal) throw error
    return { refusal: unrenderable }
  }
}

const idsOf = (list: EditList): Id<'media'>[] =>
  [...new Set([...list.pieces.map(p => p.source), ...list.overlays.map(o => o.picture)])] as Id<'media'>[]

async function allThere(shop: Workshop, list: EditList): Promise<boolean> {
  const sizes = await Promise.all(idsOf(list).map(id => sizeOf(sourceOf(shop, id))))
  return sizes.every(size => size !== null)
}

/** The sources with what they hold, probed again: what is read is what was judged. */
async function clipsOf(shop: Workshop, list: EditList): Promise<Judged<Rendering['sources']>> {
  if (!(await allThere(shop, list))) return { refusal: gone }
  const clips = new Map<string, { path: string; clip: Clip }>()
  for (const id of new Set(list.pieces.map(p => p.source))) {
    const path = sourceOf(shop, id as Id<'media'>)
    const what = sniff(await headOf(path))
    if (what.kind !== 'video') return { refusal: unrenderable }
    const structure = await structureOf(path, what.container)
    const probed = await probe(shop.programs, shop.house.config.ffprobe, path, what.container, structure)
    if ('refusal' in probed) return probed
    clips.set(id, { path, clip: probed.clip })
  }
  return { value: clips }
}
