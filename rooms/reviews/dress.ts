import type { Static } from 'typebox'
import type { Caller } from '#base/http'
import { textIn } from '#base/kernel'
import { findLines } from './lines.ts'
import { daysUsed, type Review } from './review.ts'
import type { Room } from './room.ts'
import type { reviewWire } from './wire.ts'

export type ReviewView = Static<typeof reviewWire>
const someone = (id: string) => ({ id, handle: '', name: '', picture: null, creator: false })

/**
 * Reviews with their authors, media and variants, in one round of batched reads. A removed one keeps its place without its words,
 * except for a moderator who has to judge them.
 */
export async function dress(room: Room, caller: Caller, reviews: readonly Review[], judged = false): Promise<ReviewView[]> {
  const { accounts, media, catalog } = room.doors
  const lines = await findLines(
    room.db,
    reviews.map(r => r.line),
  )
  const [people, pictures, videos, variants] = await Promise.all([
    accounts.people([...new Set(reviews.map(r => r.author))]),
    media.pictures(reviews.flatMap(r => r.pictures)),
    media.videos(reviews.flatMap(r => r.video ?? [])),
    catalog.variants([...new Set([...lines.values()].map(l => l.variant))]),
  ])
  return reviews.map(r => {
    const variant = variants.get(lines.get(r.line)?.variant ?? '')
    const shown = judged || !r.removed
    return {
      id: r.id,
      product: r.product,
      author: people.get(r.author) ?? someone(r.author),
      stars: r.stars,
      text: shown ? r.text : '',
      language: r.language,
      choice: variant?.choiceNames.map(name => textIn(name, caller.language)) ?? [],
      pictures: shown ? r.pictures.flatMap(id => pictures.get(id) ?? []) : [],
      video: shown && r.video ? (videos.get(r.video) ?? null) : null,
      daysUsed: daysUsed(r.deliveredAt, r.at),
      boughtAt: r.boughtAt.toISOString(),
      at: r.at.toISOString(),
      mine: r.author === caller.person,
      removed: r.removed,
      reply: r.reply !== null && r.replyAt ? { text: r.reply, at: r.replyAt.toISOString() } : null,
    }
  })
}
