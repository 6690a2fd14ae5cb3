import type { Caller, ErrorCode } from '#base/http'
import { type Clock, days, type Id, ok, type Result, refuse } from '#base/kernel'
import type { Post, PostWire } from '#rooms/content'
import { checkPost } from './check-post.ts'
import type { Doors } from './doors.ts'
import { looks } from './publish-post.ts'
import { settlePost } from './settle-post.ts'

/** A time further away is a slip of the hand. */
const furthest = days(366)

/** What a time that somebody wishes must be: to come, by the server's clock, and within a year. Pure. */
export function checkTime(at: Date, now: Date): Result<Date, 'time_past' | 'invalid_request'> {
  if (at.getTime() <= now.getTime()) return refuse('time_past', 'This time has passed', { now: now.toISOString() })
  if (at.getTime() - now.getTime() > furthest)
    return refuse('invalid_request', 'At most a year ahead', { fields: { at: ['is too far away'] } })
  return ok(at)
}

/**
 * The post, for who may give it a time: its author; and for a shop's post that waits already, everybody who may post for the shop, so
 * that a colleague who is away does not hold it up. What is no draft any more stays as it is.
 */
async function timed(doors: Doors, caller: Caller, id: Id<'post'>): Promise<Result<Post, ErrorCode>> {
  const allowed = doors.accounts.may(caller, 'post.write', { person: caller.person })
  if (!allowed.ok) return allowed
  const post = await doors.content.get(id)
  const shared = post?.shop && post.state === 'scheduled' && doors.accounts.may(caller, 'post.write', { shop: post.shop }).ok
  return !post || post.state === 'deleted' || (post.author !== caller.person && !shared)
    ? refuse('not_found', 'You have no such post')
    : ok(post)
}

/** Gives a draft the time at which it publishes itself, or another one. What would be refused then is refused now. */
export async function schedulePost(
  doors: Doors,
  clock: Clock,
  caller: Caller,
  wish: { id: Id<'post'>; at: Date },
): Promise<Result<PostWire, ErrorCode>> {
  for (let look = 1; ; look++) {
    const post = await timed(doors, caller, wish.id)
    if (!post.ok) return post
    const { state, author, version } = post.value
    if (state !== 'draft' && state !== 'scheduled')
      return refuse('wrong_state', 'Only what is not published yet can wait for a time', { state })
    const time = checkTime(wish.at, clock.now())
    if (!time.ok) return time
    const checked = await checkPost(doors, author === caller.person ? caller : await doors.accounts.callerFor(author), post.value)
    if (!checked.ok) return checked
    const moved = await doors.content.schedule(wish.id, version, time.value)
    if (!moved.ok && moved.code === 'version_conflict' && look < looks) continue
    return moved.ok ? ok(await doors.content.show(wish.id)) : moved
  }
}

/** Takes the time back: a draft again. */
export async function withdrawPost(doors: Doors, caller: Caller, id: Id<'post'>): Promise<Result<PostWire, ErrorCode>> {
  const post = await timed(doors, caller, id)
  if (!post.ok) return post
  const moved = await doors.content.withdraw(id)
  return moved.ok ? ok(await doors.content.show(id)) : moved
}

/**
 * Publishes a post whose time has come, as its author may now; otherwise it is a draft again, with the reason. Asked twice, by two
 * servers or after a crash, it is published once: only a post that still waits, in the version that was checked, is taken.
 */
export async function publishDue(doors: Doors, clock: Clock, id: Id<'post'>): Promise<void> {
  for (let look = 1; look <= looks; look++) {
    const post = await doors.content.get(id)
    if (post?.state !== 'scheduled' || !post.scheduled || post.scheduled > clock.now()) return
    const checked = await checkDue(doors, post)
    if (!checked.ok) return doors.content.refuseScheduled(id, post.version, checked)
    const marked = await doors.content.markProcessing(id, checked.value)
    if (!marked.ok && marked.code === 'version_conflict') continue
    if (!marked.ok) return doors.content.refuseScheduled(id, post.version, marked)
    return settlePost(doors, id)
  }
}

/** As if the author pressed the button now: a person who is suspended could not. */
async function checkDue(doors: Doors, post: Post): ReturnType<typeof checkPost> {
  if ((await doors.moderation.hidden([{ kind: 'person', id: post.author }])).size > 0)
    return refuse('suspended', 'The author is suspended')
  const author = await doors.accounts.callerFor(post.author)
  const allowed = doors.accounts.may(author, 'post.write', { person: author.person })
  return allowed.ok ? checkPost(doors, author, post) : allowed
}
