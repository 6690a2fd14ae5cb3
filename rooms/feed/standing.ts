import type { Static } from 'typebox'
import type { Caller, ErrorCode } from '#base/http'
import { type Id, ok, type Result, refuse } from '#base/kernel'
import type { GateRecord } from '#engines/recommender'
import type { Accounts } from '#rooms/accounts'
import type { Content } from '#rooms/content'
import type { Brain } from './brain.ts'
import { decimal } from './heart.ts'
import type { standingWire } from './wire.ts'

export type PostStanding = Static<typeof standingWire>

interface Stand {
  readonly brain: Brain
  readonly doors: { readonly accounts: Pick<Accounts, 'may'>; readonly content: Pick<Content, 'posts'> }
}

const inWire = ({ chance, needed, value, median, ...gate }: GateRecord): PostStanding['gate'] => ({
  ...gate,
  chance: decimal(chance),
  needed: decimal(needed),
  value: decimal(value),
  median: decimal(median),
})

/** How a post is shown, for its author and for operators. Others are refused alike whether there is such a post or not. */
export async function readStanding(
  { brain, doors }: Stand,
  caller: Caller,
  id: Id<'post'>,
): Promise<Result<PostStanding, ErrorCode>> {
  const post = (await doors.content.posts([id])).get(id)
  const allowed = post?.author === caller.person ? ok(true as const) : doors.accounts.may(caller, 'operate')
  if (!allowed.ok) return allowed
  if (!post) return refuse('not_found', 'There is no such post')
  const { gate, kept, ...told } = await brain.ask({ kind: 'standing', post: id })
  return ok({ ...told, gate: gate && inWire(gate), kept: [...kept] })
}
