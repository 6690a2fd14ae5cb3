import type { Static } from 'typebox'
import type { Caller, ErrorCode } from '#base/http'
import { type Id, ok, type Result, refuse } from '#base/kernel'
import type { Deciding, GateRecord } from '#engines/recommender'
import type { Accounts } from '#rooms/accounts'
import type { Content } from '#rooms/content'
import type { Brain } from './brain.ts'
import { decimal } from './heart.ts'
import type { standingWire } from './wire.ts'

export type PostStanding = Static<typeof standingWire>
/** The rules that decide how often a post comes up; see the engine. */
export type PostRules = Deciding

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

/** Its author and operators may know. Others are refused alike whether there is such a post or not. */
async function mayKnow({ doors }: Stand, caller: Caller, id: Id<'post'>): Promise<Result<true, ErrorCode>> {
  const post = (await doors.content.posts([id])).get(id)
  const allowed = post?.author === caller.person ? ok(true as const) : doors.accounts.may(caller, 'operate')
  if (!allowed.ok) return allowed
  return post ? ok(true) : refuse('not_found', 'There is no such post')
}

/** How a post is shown. */
export async function readStanding(stand: Stand, caller: Caller, id: Id<'post'>): Promise<Result<PostStanding, ErrorCode>> {
  const may = await mayKnow(stand, caller, id)
  if (!may.ok) return may
  const { gate, kept, ...told } = await stand.brain.ask({ kind: 'standing', post: id })
  return ok({ ...told, gate: gate && inWire(gate), kept: [...kept] })
}

/** The rules that decide how often a post comes up, with their numbers; null while the recommender does not know it. */
export async function readDeciding(stand: Stand, caller: Caller, id: Id<'post'>): Promise<Result<Deciding | null, ErrorCode>> {
  const may = await mayKnow(stand, caller, id)
  return may.ok ? ok(await stand.brain.ask({ kind: 'deciding', post: id })) : may
}
