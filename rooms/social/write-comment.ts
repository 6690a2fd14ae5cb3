import type { Caller } from '#base/http'
import { type Id, newId, ok, type Refusal, type Result, refuse } from '#base/kernel'
import { type CommentWire, commentToWire, isQuestion } from './comment.ts'
import type { Room } from './room.ts'
import { hasBought, holdPost, insertComment, readComment } from './store-comments.ts'
import { isBlocked } from './store-people.ts'
import type { Tables } from './tables.ts'

export interface Draft {
  readonly text: string
  readonly parent?: string | null | undefined
}
type Refused = 'sign_in_required' | 'forbidden' | 'not_found' | 'text_missing' | 'blocked' | 'invalid_request'
type Comment = Parameters<typeof insertComment>[1]

/** Members comment; a reply answers a top comment of the same post. */
export async function writeComment(
  room: Room,
  caller: Caller,
  post: Id<'post'>,
  draft: Draft,
): Promise<Result<CommentWire, Refused>> {
  const allowed = room.accounts.may(caller, 'comment.write', { person: caller.person })
  if (!allowed.ok) return allowed
  const text = draft.text.trim()
  if (text === '') return refuse('text_missing', 'A comment needs a text')
  const parent = (draft.parent ?? null) as Id<'comment'> | null
  const named = [{ kind: 'post', id: post }, ...(parent ? [{ kind: 'comment', id: parent }] : [])]
  if ((await room.moderation.hidden(named)).size > 0) return refuse('not_found', 'This is not there any more')
  const attempt = () => writeOnce(room, caller, { post, parent, text })
  let written = await attempt()
  if (!written.ok && written.code === 'not_found') {
    await room.caughtUp()
    written = await attempt()
  }
  if (!written.ok) return written
  const [cards, bought] = await Promise.all([room.accounts.people([caller.person]), hasBought(room.db, caller.person, post)])
  return ok(commentToWire({ ...written.value, replies: 0, bought }, cards.get(caller.person), caller))
}

function writeOnce(
  room: Room,
  caller: Caller,
  { post, parent, text }: Pick<Comment, 'post' | 'parent' | 'text'>,
): Promise<Result<Comment, Refused>> {
  return room.house.db.transaction<Tables, Result<Comment, Refused>>(async trx => {
    const held = await holdPost(trx, post)
    if (!held?.live) return refuse('not_found', 'There is no such post')
    if (held.author && (await isBlocked(trx, held.author, caller.person)))
      return refuse('blocked', 'You can not comment under this post')
    const wrong = parent && (await wrongParent(trx, caller, post, parent))
    if (wrong) return wrong
    const at = room.house.clock.now()
    const for_shop = caller.shops.some(s => s.shop === held.shop)
    const comment: Comment = { id: newId('comment', at), post, author: caller.person, parent, text, at, for_shop }
    await insertComment(trx, comment)
    await room.house.log.append(trx, [
      {
        name: 'comment.written',
        at,
        person: caller.person,
        session: caller.session,
        subject: { kind: 'comment', id: comment.id },
        source: { post },
        data: { post, question: isQuestion(text), parent },
      },
    ])
    return ok(comment)
  })
}

async function wrongParent(
  trx: Parameters<typeof readComment>[0],
  caller: Caller,
  post: string,
  parent: string,
): Promise<Refusal<Refused> | null> {
  const comment = await readComment(trx, parent)
  if (!comment || comment.post !== post || comment.deleted || comment.hidden)
    return refuse('not_found', 'The comment that you answer is not there')
  if (comment.parent !== null)
    return refuse('invalid_request', 'Answer the top comment', { fields: { parent: ['is a reply itself'] } })
  if (comment.author && (await isBlocked(trx, comment.author, caller.person)))
    return refuse('blocked', 'You can not answer this person')
  return null
}
