import { timingSafeEqual } from 'node:crypto'
import type { Caller, ErrorCode } from '#base/http'
import { type Id, type Result, refuse } from '#base/kernel'
import { allowed, type OrderActionName, type Roles } from './guards.ts'
import type { Order } from './order.ts'

/** What this room needs of the accounts door. */
export interface Accounts {
  may(
    caller: Caller,
    permission: 'order.fulfil' | 'order.refund',
    about: { shop: Id<'shop'> },
  ): Result<true, 'forbidden' | 'sign_in_required'>
}

/** The key of a guest's link opens the order to whoever holds it, as the mail does. Compared in constant time. */
const keyFits = (o: Order, key: string | undefined): boolean => {
  if (!key || !o.key) return false
  const [a, b] = [Buffer.from(key), Buffer.from(o.key)]
  return a.length === b.length && timingSafeEqual(a, b)
}

export const rolesOf = (accounts: Accounts, caller: Caller, o: Order, key?: string): Roles => ({
  buyer: o.person === caller.person || keyFits(o, key),
  staff: accounts.may(caller, 'order.fulfil', { shop: o.shop.id }).ok,
  refunder: accounts.may(caller, 'order.refund', { shop: o.shop.id }).ok,
})
export const seesIt = (r: Roles): boolean => r.buyer || r.staff || r.refunder

export type Refused = Extract<ErrorCode, 'not_found' | 'forbidden' | 'wrong_state'>
const nobody: Roles = { buyer: false, staff: false, refunder: false }
const everybody: Roles = { buyer: true, staff: true, refunder: true }

/** First line of every action on an order: null to go on. Who has nothing to do with it does not learn that it exists. */
export function refusal(
  o: Order | null,
  roles: Roles = nobody,
  action: OrderActionName,
  now: Date,
): ReturnType<typeof refuse<Refused>> | null {
  if (!o || !seesIt(roles)) return refuse('not_found', 'No such order')
  if (allowed(o, roles, action, now)) return null
  if (allowed(o, everybody, action, now)) return refuse('forbidden', 'You may not do this with this order')
  return refuse('wrong_state', `Can't ${action} now`, { action, state: o.state, payment: o.payment, fulfilment: o.fulfilment })
}
