import type { EditList } from '#engines/edit'
import { api, ask, keyed, newKey, type Reply } from '../../client/api.ts'
import { ApiError } from '../../client/error.ts'

/** What the server does for an edit: its music, and rendering where the browser can't. The one place that knows these routes. */
export type MusicPiece = Reply<'GET /v1/music'>['items'][number]

/** All pieces; none where this server has no library. */
export async function musicLibrary(): Promise<readonly MusicPiece[]> {
  const all: MusicPiece[] = []
  for (let cursor: string | null = ''; cursor !== null && all.length < 200; ) {
    const page: Reply<'GET /v1/music'> = await ask(
      api.GET('/v1/music', { params: { query: { limit: 50, ...(cursor && { cursor }) } } }),
    )
    all.push(...page.items)
    cursor = page.next
  }
  return all
}
/** Rendering came to servers together with their music. */
export const serverRenders = (): Promise<boolean> =>
  ask(api.GET('/v1/music', { params: { query: { limit: 1 } } })).then(
    () => true,
    () => false,
  )

/** Waits until a source or a picture that was uploaded can be used; its length as the server measured it. */
export async function held(id: string, signal: AbortSignal): Promise<Reply<'GET /v1/media/{id}'>> {
  for (;;) {
    const medium = await ask(api.GET('/v1/media/{id}', { params: { path: { id } }, signal }))
    if (medium.refusal) throw new ApiError(medium.refusal.code, 0)
    if (medium.state === 'held' || medium.state === 'ready') return medium
    await new Promise(resolve => setTimeout(resolve, 700))
    signal.throwIfAborted()
  }
}
/** Has an edit rendered; the id of the medium that it becomes. */
export function renderOnServer(edit: EditList, signal: AbortSignal): Promise<string> {
  const { pieces, overlays, blurs, tags, cues } = edit
  const list = { ...edit, pieces: [...pieces], overlays: [...overlays], blurs: [...blurs], tags: [...tags], cues: [...cues] }
  return ask(api.POST('/v1/edits', { ...keyed(newKey()), body: { list }, signal })).then(medium => medium.id)
}
