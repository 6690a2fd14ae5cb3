import type { Static } from 'typebox'
import type { Caller } from '#base/http'
import type { PersonCard } from '#rooms/accounts'
import type { ListedComment } from './store-comments.ts'
import type { commentWire, wire } from './wire.ts'

export type CommentWire = Static<typeof commentWire>
export type CommentsPage = Static<(typeof wire)['GET /v1/posts/{id}/comments']['reply']>
export type SavesPage = Static<(typeof wire)['GET /v1/me/saves']['reply']>

/** Whether a comment asks something, in the three languages; sellers and the loop look for questions. */
export const isQuestion = (text: string): boolean =>
  /[?？]|(ですか|ますか|かな|でしょうか)[。！!\s]*$|[吗呢][。！!\s]*$/.test(text)

export function commentToWire(c: ListedComment, author: PersonCard | undefined, viewer: Caller): CommentWire {
  return {
    id: c.id,
    post: c.post,
    author: author ?? { id: c.author, handle: '', name: '', picture: null, creator: false },
    text: c.text,
    parent: c.parent,
    replies: c.replies,
    boughtThis: c.bought,
    mine: c.author === viewer.person,
    at: c.at.toISOString(),
  }
}
