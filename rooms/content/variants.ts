import type { Caller, ErrorCode } from '#base/http'
import { type Id, ok, type Result, refuse } from '#base/kernel'
import type { MediaState } from '#rooms/media'
import { clipsOf, type Post, type PostWire } from './post.ts'
import { cutTags } from './product-tags.ts'
import type { Room } from './room.ts'
import { showPost } from './show-posts.ts'
import { type ContentTables, lockPost, readPost, setClips, usedElsewhere, writeTags } from './store.ts'

/** Besides the post's own clip. */
export const mostVariants = 2
/** How much longer or shorter than the post's own clip a variant may be: what was learned of the post's length has to stay nearly true. */
const lengthShare = 0.2
const lengthMs = 3000
/** Whoever has an older page open may still be shown it for so long. */
const forgetAfterSeconds = 3600
const forgetJob = 'content.forget_variant'

/** The file of a clip that no post shows any more goes. */
export function defineVariantJobs(room: Room): void {
  room.house.jobs.define<{ media: Id<'media'> }>(forgetJob, {}, async ({ media }) => {
    if ((await usedElsewhere(room.db, [media], null)).size === 0) await room.doors.media.remove(media)
  })
}

/** The caller's own post, as far as they may write posts at all. */
async function ownPost(room: Room, caller: Caller, id: Id<'post'>): Promise<Result<Post, ErrorCode>> {
  const may = room.doors.accounts.may(caller, 'post.write', { person: caller.person })
  if (!may.ok) return may
  const post = await readPost(room.db, id)
  return post && post.author === caller.person && post.state !== 'deleted' ? ok(post) : noSuch
}
const noSuch = refuse('not_found', 'You have no such post')

type Deed = (room: Room, caller: Caller, id: Id<'post'>, media: Id<'media'>) => Promise<Result<PostWire, ErrorCode>>

/** Another beginning for a clip of the caller's that is live: from now on chance decides who is shown which. Twice is harmless. */
export const addVariant: Deed = async (room, caller, id, media) => {
  const before = await ownPost(room, caller, id)
  if (!before.ok) return before
  const { videoId } = before.value
  if (!videoId) return refuse('not_a_video', 'Only a post with a clip can try other beginnings')
  const states = await room.doors.media.state([media, videoId])
  const usable = checkVariant(caller, media, states.get(media), states.get(videoId)?.durationMs ?? 0)
  if (!usable.ok) return usable
  return change(room, caller, id, post => {
    if (post.videoId !== videoId) return refuse('wrong_state', 'The clip of this post was changed at the same time')
    if (clipsOf(post).includes(media)) return ok(clipsOf(post))
    return post.variantIds.length < mostVariants
      ? ok([...clipsOf(post), media])
      : refuse('wrong_state', `At most ${mostVariants} other beginnings`)
  })
}

function checkVariant(caller: Caller, media: Id<'media'>, state: MediaState | undefined, ownMs: number): Result<true, ErrorCode> {
  if (state?.owner !== caller.person) return refuse('not_found', 'You have no such upload', { media })
  if (state.refusal) return refuse(state.refusal.code, state.refusal.message, { media })
  if (state.kind === 'picture') return refuse('not_a_video', 'This upload is a picture', { media })
  if (state.state !== 'ready') return refuse('media_not_ready', 'This upload is not ready yet', { media })
  const most = Math.max(lengthMs, ownMs * lengthShare)
  if (Math.abs((state.durationMs ?? 0) - ownMs) > most)
    return refuse('variant_length', 'A variant is about as long as the clip of its post', { mostMs: Math.round(most) })
  return ok(true)
}

/** Takes one of the other beginnings away again; `not_found` when the post does not try it. */
export const dropVariant: Deed = async (room, caller, id, media) => {
  const before = await ownPost(room, caller, id)
  if (!before.ok) return before
  return change(room, caller, id, post =>
    post.variantIds.includes(media) ? ok(clipsOf(post).filter(m => m !== media)) : noVariant,
  )
}
const noVariant = refuse('not_found', 'This post does not try that clip')

/** Ends the test: this clip, a variant or the one that the post had, is the post's own from now on, and the others are dropped. */
export const keepVariant: Deed = async (room, caller, id, media) => {
  const before = await ownPost(room, caller, id)
  if (!before.ok) return before
  const durationMs = (await room.doors.media.state([media])).get(media)?.durationMs ?? null
  return change(room, caller, id, post => (clipsOf(post).includes(media) ? ok([media]) : noVariant), durationMs)
}

/** Writes which clips a live post shows, with the event that tells of them; what it showed before and does not any more is forgotten later. */
async function change(
  room: Room,
  caller: Caller,
  id: Id<'post'>,
  wanted: (post: Post) => Result<readonly Id<'media'>[], ErrorCode>,
  cutTo: number | null = null,
): Promise<Result<PostWire, ErrorCode>> {
  const dropped = await room.house.db.transaction<ContentTables, Result<Id<'media'>[], ErrorCode>>(async trx => {
    const post = await lockPost(trx, id)
    if (post?.author !== caller.person || post.state === 'deleted') return noSuch
    if (post.state !== 'live') return refuse('wrong_state', 'Only a live post can try other beginnings', { state: post.state })
    const clips = wanted(post)
    if (!clips.ok) return clips
    const old = clipsOf(post)
    if (clips.value.join() === old.join()) return ok([])
    await setClips(trx, id, clips.value)
    if (cutTo !== null) await writeTags(trx, id, cutTags(post.products, cutTo))
    const at = room.house.clock.now()
    const { person, session } = caller
    await room.house.log.append(trx, [
      { name: 'post.variants_set', at, person, session, subject: { kind: 'post', id }, data: { media: clips.value } },
    ])
    return ok(old.filter(m => !clips.value.includes(m)))
  })
  if (!dropped.ok) return dropped
  for (const media of dropped.value)
    await room.house.jobs.send(forgetJob, { media }, { key: media, afterSeconds: forgetAfterSeconds })
  return ok(await showPost(room, id))
}
