import type { Caller } from '#base/http'
import { type Id, ok, type Result, refuse } from '#base/kernel'

interface Rule {
  /** Any member may, for what is their own. */
  readonly self?: true
  /** Roles in the shop that it is about. */
  readonly shop?: readonly ('owner' | 'staff')[]
  readonly operator?: true
}
const staff = ['owner', 'staff'] as const

/** The one table of permissions. Operators keep the house; they don't run other people's shops, except to pay back and to correct a shop's facts. */
const table = {
  'shop.manage': { shop: ['owner'], operator: true },
  'staff.read': { shop: staff, operator: true },
  'product.manage': { shop: staff },
  'price.manage': { shop: staff },
  'offer.manage': { shop: staff },
  'order.fulfil': { shop: staff },
  'order.refund': { shop: staff, operator: true },
  'trade.manage': { shop: staff },
  // Names and ID numbers of buyers, as customs gets them; every reading is written down.
  'identity.read': { shop: ['owner'] },
  'review.reply': { shop: staff },
  /** A shop's money; not the staff's, and not for the operator to read over their shoulder. */
  'finance.read': { shop: ['owner'] },
  'insights.read': { shop: staff, self: true, operator: true },
  'post.write': { shop: staff, self: true },
  'comment.write': { self: true },
  moderate: { operator: true },
  operate: { operator: true },
} as const satisfies Record<string, Rule>
export type Permission = keyof typeof table

export interface About {
  readonly shop?: Id<'shop'>
  readonly person?: Id<'person'>
}

/**
 * May this caller do this, to that? Pure. Guests may do nothing in the table. Without `about`, a permission for one's own things holds
 * for every member; a permission over a shop never holds without naming the shop. With both named, the shop decides.
 */
export function may(caller: Caller, permission: Permission, about: About = {}): Result<true, 'forbidden' | 'sign_in_required'> {
  if (!caller.member) return refuse('sign_in_required', 'Sign in first')
  const rule: Rule = table[permission]
  if (rule.operator && caller.operator) return ok(true)
  if (about.shop && rule.shop) {
    const role = caller.shops.find(s => s.shop === about.shop)?.role
    if (role && rule.shop.includes(role)) return ok(true)
  } else if (!about.shop && rule.self && (about.person === undefined || about.person === caller.person)) return ok(true)
  return refuse('forbidden', 'You may not do this')
}

/** First line of actions that any member may do to their own account. */
export const membersOnly = (caller: Caller): Result<true, 'sign_in_required'> =>
  caller.member ? ok(true) : refuse('sign_in_required', 'Sign in first')
