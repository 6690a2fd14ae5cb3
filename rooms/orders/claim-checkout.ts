import { sql, unflushed } from '#base/db'
import type { House } from '#base/house'
import { equal, type Id, type Money, minutes, ok, type Result, refuse, toWire } from '#base/kernel'
import type { Checkout } from './order.ts'
import { checkoutMachine, sources, target } from './order-states.ts'
import type { OrderTables } from './rows.ts'
import { checkoutJson, type Joined, joinedCheckout, parts, readCheckout } from './store.ts'

export interface Claim {
  readonly checkout: Checkout
  /** Set when the hold on the stock was nearly over: the stock must be held until `checkout.expires` too. */
  readonly extended: boolean
}
export type ClaimRefused = 'not_found' | 'checkout_expired' | 'wrong_state' | 'address_invalid' | 'price_changed' | 'already_paid'
/** A payment gets at least this long; with less left, the hold is made longer. */
const enough = minutes(10)
const longer = minutes(15)

/**
 * Takes a checkout for paying, in one conditional UPDATE: it is the person's, it has an address, its total is the one that
 * the person saw. From now on no sweep expires it. A second click claims it again; the payment room makes that one payment.
 */
export async function claimCheckout(
  house: House,
  person: Id<'person'>,
  id: string,
  expected: Money,
): Promise<Result<Claim, ClaimRefused>> {
  const now = house.clock.now()
  const db = house.db.tables<OrderTables>()
  const rows = await sql<Joined & { claimed_expires: Date | null; old_expires: Date }>`
    with claimed as (
      update orders.checkouts set state = ${target(checkoutMachine, 'claim')}, paying_since = ${now},
        expires = case when expires < ${new Date(now.getTime() + enough)} then ${new Date(now.getTime() + longer)}::timestamptz else expires end
      where id = ${id} and person = ${person} and state = any(${sources(checkoutMachine, 'claim')}) and (state = 'paying' or expires > ${now})
        and address is not null and total_minor = ${expected.minor} and currency = ${expected.currency}
      returning id, expires, ${unflushed})
    select o.*, ${parts}, ${checkoutJson(sql`k`)}, k.expires as old_expires, claimed.expires as claimed_expires
    from orders.checkouts k join orders.orders o on o.checkout = k.id left join claimed on claimed.id = k.id
    where k.id = ${id} order by o.id`.execute(db)
  const first = rows.rows[0]
  const before = joinedCheckout(rows.rows)
  if (!first || !before || before.person !== person) return refuse('not_found', 'No such checkout of yours')
  if (!first.claimed_expires) return why((await readCheckout(db, id)) ?? before, expected, now)
  const checkout = { ...before, state: target(checkoutMachine, 'claim'), expires: first.claimed_expires }
  return ok({ checkout, extended: first.claimed_expires.getTime() !== first.old_expires.getTime() })
}

function why(c: Checkout, expected: Money, now: Date): Result<Claim, ClaimRefused> {
  if (c.state === 'paid') return refuse('already_paid', 'This is paid')
  if (c.state === 'cancelled') return refuse('wrong_state', 'This checkout was cancelled', { state: c.state, action: 'pay' })
  if (c.state === 'expired' || (c.state === 'open' && c.expires <= now))
    return refuse('checkout_expired', 'The time to pay is over; the stock went back')
  if (!c.address) return refuse('address_invalid', 'Say first where it goes')
  if (!equal(c.total, expected))
    return refuse('price_changed', 'The total is another one', { was: toWire(expected), now: toWire(c.total) })
  return refuse('wrong_state', 'Something else happened to this checkout just now; look again', { state: c.state, action: 'pay' })
}

/** The payment came to nothing: it can be paid again. Nothing happens when it moved on. */
export async function reopenCheckout(house: House, id: string): Promise<boolean> {
  const rows = await sql<{ id: string }>`
    update orders.checkouts set state = ${target(checkoutMachine, 'reopen')}, paying_since = null
    where id = ${id} and state = any(${sources(checkoutMachine, 'reopen')}) returning id`.execute(house.db.tables<OrderTables>())
  return rows.rows.length > 0
}
