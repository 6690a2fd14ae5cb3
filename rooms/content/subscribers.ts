import type { LoggedEvent } from '#base/catalogue'
import type { Trx } from '#base/db'
import { flagPosts } from './flag-posts.ts'
import { shownWith } from './post.ts'
import type { Room } from './room.ts'
import { type ContentTables, changeAuthor, lockPost, lockPostsOf, movePost, tombstone, usedElsewhere } from './store.ts'

/** Follows what moderation decides about posts, and who is erased. Replayed events find the post moved already and do nothing. */
export async function subscribe(room: Room): Promise<void> {
  await room.house.log.subscribe<ContentTables>('content.moderation', {
    names: ['subject.removed', 'subject.restored'],
    async handle(trx, events) {
      for (const e of events)
        if (e.subject.kind === 'post') await follow(room, trx, e as LoggedEvent<'subject.removed' | 'subject.restored'>)
    },
  })
  await room.house.log.subscribe<ContentTables>('content.flags', {
    names: ['post.published', 'post.variants_set', 'media.labelled'],
    async handle(trx, events) {
      for (const e of events)
        if (e.name === 'post.published' || e.name === 'post.variants_set' || e.name === 'media.labelled')
          await flagPosts(room, trx, e)
    },
  })
  await room.house.log.subscribe<ContentTables>('content.people', {
    names: ['person.erased', 'person.merged'],
    async handle(trx, events) {
      for (const e of events) {
        if (e.name === 'person.erased') await erase(room, trx, e.subject.id)
        if (e.name === 'person.merged' && e.person) await changeAuthor(trx, e.data.from, e.person)
      }
    },
  })
}

async function follow(
  room: Room,
  trx: Trx<ContentTables>,
  e: LoggedEvent<'subject.removed' | 'subject.restored'>,
): Promise<void> {
  const post = await lockPost(trx, e.subject.id)
  if (!post) return
  const removal = e.name === 'subject.removed'
  // The words of the decision are kept beside the post, so that a list of posts needs not ask for each.
  const decision = removal ? await room.doors.moderation.decisionOn({ kind: 'post', id: post.id }) : null
  const more = removal
    ? { removal_reason: (decision?.reason ?? e.data.reason).slice(0, 40), removal_explanation: decision?.explanation ?? '' }
    : { removal_reason: null, removal_explanation: null }
  if (!(await movePost(trx, post, removal ? 'remove' : 'restore', more))) return
  // What another post of theirs shows is not kept back for this one.
  const shown = removal ? await usedElsewhere(trx, shownWith(post), post.id, 'live') : new Set<string>()
  await room.doors.media.withhold(
    shownWith(post).filter(m => !shown.has(m)),
    removal,
  )
  const name = removal ? ('post.removed' as const) : ('post.restored' as const)
  await room.house.log.append(trx, [
    { name, at: room.house.clock.now(), person: null, subject: { kind: 'post', id: post.id }, data: {} },
  ])
}

/** Everything that an erased person said goes; the media room forgets their files by itself. */
async function erase(room: Room, trx: Trx<ContentTables>, person: string): Promise<void> {
  const posts = await lockPostsOf(trx, person)
  const at = room.house.clock.now()
  for (const post of posts) await movePost(trx, post, 'delete', tombstone)
  const live = posts.filter(p => p.state === 'live')
  await room.house.log.append(
    trx,
    live.map(p => ({ name: 'post.removed' as const, at, person: null, subject: { kind: 'post' as const, id: p.id }, data: {} })),
  )
}
