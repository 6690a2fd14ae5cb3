import type { Id } from '#base/kernel'
import { type Content, mediaOf, type Post } from '#rooms/content'
import type { Media, MediaState } from '#rooms/media'

/** What becomes of a post on its way, from the state of its media. Pure. */
export type Verdict =
  | { readonly kind: 'wait' }
  | { readonly kind: 'live' }
  | { readonly kind: 'back'; readonly refusal: { code: string; message: string } }

export function verdictOn(post: Pick<Post, 'videoId' | 'pictureIds'>, states: ReadonlyMap<string, MediaState>): Verdict {
  const back = (code: string, message: string): Verdict => ({ kind: 'back', refusal: { code, message } })
  let wait = false
  for (const id of mediaOf(post)) {
    const state = states.get(id)
    if (!state) return back('not_found', 'The upload is gone: it was deleted, or not finished in two days')
    if (state.refusal) return { kind: 'back', refusal: state.refusal }
    // Only now is it known what the file really is.
    if (state.kind === 'picture' && post.videoId) return back('not_a_video', 'The upload is a picture, not a clip')
    if (state.kind === 'video' && !post.videoId) return back('media_unsupported', 'One of the pictures is a clip')
    wait ||= state.watchable === 'no'
  }
  return { kind: wait ? 'wait' : 'live' }
}

/** Brings a post on its way to where its media allow. Asked again, it finds the work done. */
export async function settlePost(
  doors: { content: Pick<Content, 'get' | 'goLive' | 'failProcessing'>; media: Pick<Media, 'state'> },
  id: Id<'post'>,
): Promise<void> {
  const post = await doors.content.get(id)
  if (post?.state !== 'processing') return
  const verdict = verdictOn(post, await doors.media.state(mediaOf(post)))
  if (verdict.kind === 'live') await doors.content.goLive(id)
  if (verdict.kind === 'back') await doors.content.failProcessing(id, verdict.refusal)
}
