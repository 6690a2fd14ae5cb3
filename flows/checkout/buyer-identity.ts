import type { Caller } from '#base/http'
import { ok, type Result, refuse } from '#base/kernel'
import { consentVersion, type IdentityWish, type MaskedIdentity } from '#rooms/trade'
import { crossingOrders } from './crossing.ts'
import type { Context } from './doors.ts'
import { ownCheckout } from './view-checkout.ts'

export interface BuyerIdentity {
  /** An order of this checkout is declared with it; without it paying is refused. */
  readonly needed: boolean
  /** Version of the text to agree to. */
  readonly consent: string
  /** What is there, masked. */
  readonly given: MaskedIdentity | null
}

/** What the caller's checkout needs to know of its buyer, and what of it is there. */
export async function viewIdentity(c: Context, caller: Caller, id: string): Promise<Result<BuyerIdentity, 'not_found'>> {
  const own = await ownCheckout(c, caller, id)
  if (!own.ok) return own
  const given = (await c.trade?.maskedIdentity(own.value.id)) ?? null
  return ok({ needed: crossingOrders(own.value).length > 0, consent: consentVersion, given })
}

/** Takes it, while the checkout is open; only where an order needs it: what is not needed is not kept. */
export async function giveIdentity(
  c: Context,
  caller: Caller,
  id: string,
  wish: IdentityWish,
): Promise<Result<BuyerIdentity, 'not_found' | 'wrong_state' | 'identity_invalid' | 'consent_needed' | 'trade_refused'>> {
  const own = await ownCheckout(c, caller, id)
  if (!own.ok) return own
  const checkout = own.value
  const orders = crossingOrders(checkout)
  if (checkout.state !== 'open' || !c.trade || orders.length === 0)
    return refuse('wrong_state', 'Nothing in this checkout needs a name and an ID number now', {
      state: checkout.state,
      action: 'give_identity',
    })
  const wanted = orders.reduce((t, o) => t + o.amount, 0n)
  const of = { checkout: checkout.id, person: caller.person, language: caller.language, wanted }
  const given = await c.trade.giveIdentity(of, wish)
  return given.ok ? ok({ needed: true, consent: consentVersion, given: given.value }) : given
}
