import { type EditList, lengthOf } from '#engines/edit'
import type { Reply } from '../../client/api.ts'
import { ApiError } from '../../client/error.ts'
import { putEdited, type Tagged, useDraft } from '../compose/draft.ts'
import { whenKept } from '../upload/uploads.ts'
import { useCaptionLanguage } from './caption-language.ts'
import { editing, keepable } from './editing.ts'
import { canExport, exportClip } from './export-clip.ts'
import { keepEdit } from './kept-edit.ts'
import { send, sentMaterial } from './material.ts'
import type { Opened } from './open-source.ts'
import { asPng, type Look, pictureById, pictureOf } from './overlay-picture.ts'
import { musicLibrary, renderOnServer, serverRenders } from './server-edit.ts'

/** Who makes the clip: this browser, else the server where it offers to. */
export type Maker = 'browser' | 'server' | null
export const maker = async (): Promise<Maker> => ((await canExport()) ? 'browser' : (await serverRenders()) ? 'server' : null)

/** A clip that the server will need goes up while it is edited. */
export const sendSource = async (id: string, source: Opened | undefined): Promise<void> =>
  source && send(id, 'source', () => source.file)

/** Makes the clip and puts it into the composer, with its products, cover and captions. Throws an AbortError when it was called off. */
export async function finish(by: 'browser' | 'server', signal: AbortSignal, onProgress: (part: number) => void): Promise<void> {
  const { list, sources, products } = editing()
  if (!list) return
  const clip =
    by === 'browser'
      ? await exportClip({
          list,
          sources,
          signal,
          onProgress,
          music: await musicOf(list),
          pictureOf: id => pictureById(list, id),
        })
      : await onServer(list, sources, signal, onProgress)
  signal.throwIfAborted()
  const made = putEdited(clip, { cover: list.cover }, draftOf(list, products))
  // The page may be loaded again from here on.
  await Promise.all([whenKept(made), keepEdit({ ...keepable(), made })])
}

function draftOf(list: EditList, cards: readonly Tagged[]) {
  const before = useDraft.getState().products
  const known = new Map([...before, ...cards].map(p => [p.id, p]))
  const tagged = list.tags.flatMap(({ product, from, to, x, y }) => {
    const card = known.get(product)
    return card ? [{ ...card, span: { fromMs: from, toMs: to, x, y } }] : []
  })
  // What was chosen in the composer stays; what an earlier export had tagged and this one has not goes.
  const others = before.filter(p => !p.span && !tagged.some(g => g.id === p.id))
  const cues = list.cues
    .filter(c => c.words.trim() !== '')
    .map(c => ({ fromMs: c.from, toMs: c.to, text: c.words.trim() }))
    .sort((a, b) => a.fromMs - b.fromMs)
  const captions = cues.length > 0 ? { language: useCaptionLanguage.getState(), cues } : null
  return { durationMs: Math.round(lengthOf(list)), products: [...tagged, ...others].slice(0, 10), captions }
}

async function musicOf(list: EditList): Promise<Blob | null> {
  if (!list.music) return null
  const piece = (await musicLibrary()).find(p => p.id === list.music?.piece)
  if (!piece) throw new ApiError('music_unknown', 0)
  const answer = await fetch(piece.url)
  if (!answer.ok) throw new ApiError('music_unknown', 0)
  return answer.blob()
}

/** Sends what the server does not have yet, then has it rendered. The composer follows the medium from there on. */
async function onServer(
  list: EditList,
  sources: ReadonlyMap<string, Opened>,
  signal: AbortSignal,
  onProgress: (part: number) => void,
): Promise<string> {
  const looks = new Map(list.overlays.map(o => [o.picture, o]))
  const parts = [
    ...[...new Set(list.pieces.map(p => p.source))].map(id => ({ id, send: () => sendSource(id, sources.get(id)) })),
    ...[...looks].map(([id, look]) => ({ id, send: () => sendPicture(id, look) })),
  ]
  await Promise.all(parts.map(part => part.send()))
  const media = new Map<string, Reply<'GET /v1/media/{id}'>>()
  for (const { id, send } of parts) {
    const known = await sentMaterial(id, signal)
    if (!known) await send()
    const medium = known ?? (await sentMaterial(id, signal))
    if (!medium) throw new ApiError('media_not_found', 0)
    media.set(id, medium)
    onProgress(media.size / (parts.length + 1))
  }
  const named = {
    ...list,
    // The server may have measured a clip a little shorter than the browser did.
    pieces: list.pieces.map(p => ({
      ...p,
      source: media.get(p.source)?.id ?? p.source,
      out: Math.min(p.out, media.get(p.source)?.source?.length ?? p.out),
    })),
    overlays: list.overlays.map(o => ({ ...o, picture: media.get(o.picture)?.id ?? o.picture })),
  }
  return renderOnServer(named, signal)
}
const sendPicture = (id: string, look: Look): Promise<void> =>
  send(id, 'overlay', async () => new File([await asPng(pictureOf(look))], 'o.png', { type: 'image/png' }))
