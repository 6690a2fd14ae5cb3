import type { Caller, ErrorCode } from '#base/http'
import { guessLanguage, type Id, newId, ok, type Result, refuse } from '#base/kernel'
import type { BoughtLine, Review } from './review.ts'
import type { Room } from './room.ts'
import { findLine, insertReview } from './store.ts'

export interface ReviewDraft {
  readonly line: string
  readonly stars: number
  readonly text: string
  readonly pictures?: readonly string[]
  readonly video?: string | null
}

/** Only who bought it and has it may review it, once a line. */
export async function writeReview(room: Room, caller: Caller, draft: ReviewDraft): Promise<Result<Review, ErrorCode>> {
  const { house } = room
  const line = await findDelivered(room, draft.line)
  if (!line || line.person !== caller.person) return refuse('not_found', 'There is no such order line of yours')
  if (!line.deliveredAt) return refuse('not_delivered', 'A review can be written once the parcel is there')
  const media = [...(draft.pictures ?? []), ...(draft.video ? [draft.video] : [])] as Id<'media'>[]
  const unusable = await badMedium(room, caller, draft, media)
  if (unusable) return unusable
  const text = draft.text.trim()
  const review = {
    id: newId('review', house.clock.now()),
    line: line.line,
    product: line.product,
    shop: line.shop,
    author: caller.person,
    stars: draft.stars,
    text,
    language: guessLanguage(text, caller.language),
    pictures: (draft.pictures ?? []) as Id<'media'>[],
    video: (draft.video ?? null) as Id<'media'> | null,
    at: house.clock.now(),
  }
  const written = await house.db.transaction(async trx => {
    if (!(await insertReview(trx as never, review))) return false
    await house.log.append(trx, [
      {
        name: 'review.written',
        at: review.at,
        person: caller.person,
        session: caller.session,
        subject: { kind: 'review', id: review.id },
        data: { product: line.product, order: line.order, line: line.line, stars: review.stars, media: media.length > 0 },
      },
    ])
    return true
  })
  if (!written) return refuse('already_reviewed', 'You have reviewed this already')
  return ok({ ...review, reply: null, replyAt: null, removed: false, deliveredAt: line.deliveredAt, boughtAt: line.paidAt })
}

async function badMedium(
  room: Room,
  caller: Caller,
  draft: ReviewDraft,
  media: readonly Id<'media'>[],
): Promise<Result<never, ErrorCode> | null> {
  if (media.length === 0) return null
  const states = await room.doors.media.state(media)
  for (const id of media) {
    const state = states.get(id)
    if (!state || state.owner !== caller.person)
      return refuse('not_found', 'There is no such picture or clip of yours', { media: id })
    if (state.state === 'refused') return refuse('media_unsupported', 'That file could not be used', { media: id })
    if ((state.kind === 'video') !== (id === draft.video) && state.kind !== null)
      return refuse('media_unsupported', 'A picture where a clip should be, or the other way round', { media: id })
  }
  return null
}

/** The line as the log tells of it; looked at again when its delivery is not known yet. */
export async function findDelivered(room: Room, line: string): Promise<BoughtLine | null> {
  const known = await findLine(room.db, line)
  if (known?.deliveredAt) return known
  await room.catchUp()
  return findLine(room.db, line)
}
