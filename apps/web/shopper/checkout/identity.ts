import type { Checkout } from '../../client/types.ts'

export interface IdentityWish {
  readonly name: string
  readonly idNumber: string
  /** Version of the text that was agreed to. */
  readonly consent: string | null
}
/** What may be shown of a buyer whose identity was saved. */
export interface KeptIdentity {
  readonly name: string
  readonly id: string
}

/** PUT /v1/checkouts/{id}/buyer-identity, as `ask` takes it. */
export async function putIdentity(
  checkout: string,
  wish: IdentityWish,
): Promise<{ data?: unknown; error?: unknown; response: Response }> {
  const response = await fetch(`/v1/checkouts/${checkout}/buyer-identity`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(wish),
  })
  const body: unknown = await response.json().catch(() => undefined)
  return response.ok ? { data: body, response } : { error: body, response }
}

const keyOf = (checkout: string) => `enishi.identity.${checkout}`
export const keepIdentity = (checkout: string, kept: KeptIdentity): void =>
  sessionStorage.setItem(keyOf(checkout), JSON.stringify(kept))
export function keptIdentity(checkout: string): KeptIdentity | null {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(checkout)) ?? 'null') as KeptIdentity | null
  } catch {
    return null
  }
}

/** What the orders of a checkout ask of their buyer; null when nothing. */
export function identityAsked(checkout: Checkout): { readonly consent: string | null } | null {
  const asked = checkout.orders.flatMap(o => (o.trade && (o.trade.identityNeeded || o.trade.consent !== null) ? [o.trade] : []))
  return asked.length === 0 ? null : { consent: asked.find(t => t.consent !== null)?.consent ?? null }
}
