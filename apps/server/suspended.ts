import type { Caller, ErrorCode } from '#base/http'
import type { Accounts } from '#rooms/accounts'
import type { Moderation } from '#rooms/moderation'

/**
 * What a suspended person may not do: post, sell, comment, review, share and buy. Everything else stays open to them: they read, export,
 * appeal, leave, and what they have bought or sold is still sent, received, sent back and paid back. A guest in the browser that such a
 * person was signed out of may do no more: neither buying as nobody nor a new account is a way round a suspension.
 */
export const barredWhileSuspended: ReadonlySet<string> = new Set([
  'POST /v1/sign-up',
  'POST /v1/posts',
  'PATCH /v1/posts/{id}',
  'POST /v1/posts/{id}/publish',
  'PUT /v1/posts/{id}/schedule',
  'POST /v1/posts/{id}/variants',
  'POST /v1/posts/{id}/variants/{media}/keep',
  'POST /v1/posts/{id}/comments',
  'POST /v1/reviews',
  'POST /v1/reviews/{id}/reply',
  'POST /v1/shares',
  'PUT /v1/cart/{variant}',
  'POST /v1/checkouts',
  'PUT /v1/checkouts/{id}/address',
  'POST /v1/checkouts/{id}/pay',
  'POST /v1/shops',
  'PATCH /v1/shops/{slug}',
  'POST /v1/shops/{slug}/staff',
  'POST /v1/shops/{slug}/invitations',
  'POST /v1/shops/{slug}/invitations/{id}/send',
  'POST /v1/shops/{shop}/products',
  'PATCH /v1/products/{id}',
  'POST /v1/products/{id}/publish',
  'PUT /v1/variants/{id}/price',
  'POST /v1/shops/{shop}/imports',
  'POST /v1/imports/{id}/start',
  'POST /v1/shops/{shop}/import-schedules',
  'POST /v1/shops/{shop}/desk/bulk',
])

/** A person is suspended by a removal of moderation, known from memory: no statement. */
export const createBar =
  (moderation: Pick<Moderation, 'hidden'>, accounts: Pick<Accounts, 'signedOutOf'>) =>
  async (caller: Caller, route: string): Promise<ErrorCode | null> => {
    if (!barredWhileSuspended.has(route)) return null
    const people = [caller.person, accounts.signedOutOf(caller)].flatMap(id => (id ? [{ kind: 'person', id }] : []))
    return (await moderation.hidden(people)).size > 0 ? 'suspended' : null
  }
