import type { Static } from 'typebox'
import {
  bind,
  type Caller,
  defineRoutes,
  type ErrorCode,
  flag,
  idOf,
  integer,
  list,
  obj,
  oneOf,
  type RouteSet,
  text,
  textsWire,
} from '#base/http'
import { type Id, ok, type Result, refuse } from '#base/kernel'
import type { Accounts } from '#rooms/accounts'
import type { Content } from '#rooms/content'
import type { Moderation } from '#rooms/moderation'
import type { Orders } from '#rooms/orders'

const count = integer(0, Number.MAX_SAFE_INTEGER)
export const wire = defineRoutes({
  'GET /v1/people/{id}/account': {
    summary: 'An account as operators see it: roles, shops and counts; nothing of what was bought or written',
    who: 'operator',
    params: obj({ id: idOf('per') }),
    reply: obj({
      operator: flag,
      creator: flag,
      suspended: flag,
      shops: list(
        obj({ shop: idOf('shp'), slug: text(60), name: textsWire(120), role: oneOf(['owner', 'staff']), suspended: flag }),
      ),
      sessions: count,
      orders: count,
      posts: count,
    }),
  },
})
type AccountView = Static<(typeof wire)['GET /v1/people/{id}/account']['reply']>
interface Doors {
  readonly accounts: Pick<Accounts, 'may' | 'facts'>
  readonly moderation: Pick<Moderation, 'hidden'>
  readonly orders: Pick<Orders, 'countOf'>
  readonly content: Pick<Content, 'countBy'>
}

/** Counts only: what somebody bought or wrote is no operator's business. */
async function readAccount(doors: Doors, caller: Caller, person: string): Promise<Result<AccountView, ErrorCode>> {
  const allowed = doors.accounts.may(caller, 'operate')
  if (!allowed.ok) return allowed
  const facts = await doors.accounts.facts(person)
  if (!facts) return refuse('not_found', 'There is no such person')
  const subjects = [{ kind: 'person', id: person }, ...facts.shops.map(s => ({ kind: 'shop', id: s.shop }))]
  const [hidden, orders, posts] = await Promise.all([
    doors.moderation.hidden(subjects),
    doors.orders.countOf(person as Id<'person'>),
    doors.content.countBy(person as Id<'person'>),
  ])
  return ok({
    operator: facts.operator,
    creator: facts.creator,
    suspended: hidden.has(`person:${person}`),
    shops: facts.shops.map(s => ({ ...s, name: { ...s.name }, suspended: hidden.has(`shop:${s.shop}`) })),
    sessions: facts.sessions,
    orders,
    posts,
  })
}

export const accountViewRoutes = (doors: Doors): RouteSet =>
  bind('accounts', wire, { 'GET /v1/people/{id}/account': ({ caller, params }) => readAccount(doors, caller, params.id) })
