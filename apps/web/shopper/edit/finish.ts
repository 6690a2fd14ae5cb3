import { type EditList, lengthOf } from '#engines/edit'
import { ApiError } from '../../client/error.ts'
import { putEdited, type Tagged, useDraft } from '../compose/draft.ts'
import { dropUpload, startUpload, type Told } from '../upload/uploads.ts'
import { whenSent } from '../upload/when-sent.ts'
import { useCaptionLanguage } from './caption-language.ts'
import { editing, keepable } from './editing.ts'
import { canExport, exportClip } from './export-clip.ts'
import { keepEdit } from './kept-edit.ts'
import type { Opened } from './open-source.ts'
import { asPng, pictureById, pictureOf } from './overlay-picture.ts'
import { held, musicLibrary, renderOnServer, serverRenders } from './server-edit.ts'

/** Who makes the clip: this browser, else the server where it offers to. */
export type Maker = 'browser' | 'server' | null
export const maker = async (): Promise<Maker> => ((await canExport()) ? 'browser' : (await serverRenders()) ? 'server' : null)

/** Uploads of clips that the server will need, begun while they are edited. */
const sent = new Map<string, string>()
export function sendSource(id: string, source: Opened): void {
  if (!sent.has(id)) sent.set(id, startUpload(source.file, { use: 'source' }))
}

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
  await keepEdit({ ...keepable(), made })
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
  const ids = [...new Set(list.pieces.map(p => p.source))]
  for (const id of ids) {
    const source = sources.get(id)
    if (source) sendSource(id, source)
  }
  const looks = new Map(list.overlays.map(o => [o.picture, o]))
  for (const [id, look] of looks) {
    if (!sent.has(id))
      sent.set(
        id,
        startUpload(new File([await asPng(pictureOf(look))], 'o.png', { type: 'image/png' }), { use: 'overlay' } satisfies Told),
      )
  }
  const media = new Map<string, string>()
  const lengths = new Map<string, number>()
  for (const [i, id] of [...ids, ...looks.keys()].entries()) {
    const medium = await whenSent(sent.get(id) ?? '', signal)
    media.set(id, medium)
    const { source } = await held(medium, signal)
    if (source) lengths.set(id, source.length)
    onProgress((i + 1) / (ids.length + looks.size + 1))
  }
  const named = {
    ...list,
    // The server may have measured a clip a little shorter than the browser did.
    pieces: list.pieces.map(p => ({
      ...p,
      source: media.get(p.source) ?? p.source,
      out: Math.min(p.out, lengths.get(p.source) ?? p.out),
    })),
    overlays: list.overlays.map(o => ({ ...o, picture: media.get(o.picture) ?? o.picture })),
  }
  const made = await renderOnServer(named, signal)
  for (const id of sent.values()) void dropUpload(id)
  sent.clear()
  return made
}
