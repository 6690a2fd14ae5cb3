import type { Static } from 'typebox'
import type { Id, IdKind } from '#base/kernel'
import { isId, ok, type Result, refuse } from '#base/kernel'
import type { reportReasons, subjectWire, wire } from './wire.ts'

export type ModeratedSubject = Static<typeof subjectWire>
export type ReportReason = (typeof reportReasons)[number]
export type DecisionWire = Static<(typeof wire)['POST /v1/moderation/decisions']['reply']>
export type QueuePage = Static<(typeof wire)['GET /v1/moderation/queue']['reply']>
export type DecisionPage = Static<(typeof wire)['GET /v1/moderation/decisions']['reply']>
export type Statement = Static<(typeof wire)['GET /v1/moderation/statements/{kind}/{id}']['reply']>
export type State = 'open' | 'removed' | 'kept'
export type Action = 'remove' | 'restore' | 'keep'

export const keyOf = (s: { kind: string; id: string }): string => `${s.kind}:${s.id}`

const kinds: Readonly<Record<ModeratedSubject['kind'], IdKind>> = {
  post: 'post',
  comment: 'comment',
  product: 'product',
  review: 'review',
  person: 'person',
  shop: 'shop',
}
/** The id is of the kind that it says; whether such a thing exists is another question. */
export function checkSubject(subject: { kind: string; id: string }): Result<ModeratedSubject, 'invalid_request'> {
  const kind = Object.hasOwn(kinds, subject.kind) ? kinds[subject.kind as ModeratedSubject['kind']] : null
  return kind && isId(kind, subject.id)
    ? ok(subject as ModeratedSubject)
    : refuse('invalid_request', `This is not the id of a ${subject.kind}`, { fields: { 'subject.id': ['is of another kind'] } })
}

/** The state after a decision, by the state before; what is missing is refused. `null`: never reported, never decided on. */
const after: Readonly<Record<State | 'none', Partial<Record<Action, State>>>> = {
  none: { remove: 'removed', keep: 'kept' },
  open: { remove: 'removed', keep: 'kept' },
  kept: { remove: 'removed' },
  removed: { restore: 'kept' },
}
export function decide(state: State | null, action: Action): Result<State, 'already_decided' | 'wrong_state'> {
  const next = after[state ?? 'none'][action]
  if (next) return ok(next)
  if ((state === 'removed' && action === 'remove') || (state === 'kept' && action === 'keep'))
    return refuse('already_decided', `This is ${state} already`)
  return refuse(
    'wrong_state',
    state === 'removed' ? 'Removed: restore it instead' : 'It was not removed, so it can not be restored',
  )
}

/** Who something belongs to. */
export interface Owner {
  readonly person: Id<'person'> | null
  readonly shop: Id<'shop'> | null
}
