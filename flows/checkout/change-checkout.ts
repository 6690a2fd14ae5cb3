import type { Caller } from '#base/http'
import { ok, type Result, refuse } from '#base/kernel'
import { type ClaimRefused, codeKey, type Priced } from '#rooms/offers'
import { type Address, type Checkout, type Order, type Sheet, sheetOf } from '#rooms/orders'
import { checkAddress } from './check-address.ts'
import type { Context } from './doors.ts'
import { type SheetRefused, sheetFor } from './sheet-for.ts'
import { ownCheckout } from './view-checkout.ts'

/** What the shopper changes before paying; what is missing stays. */
export interface CheckoutChange {
  readonly address?: Address | undefined
  /** All codes that are to count; one that doesn't is refused and nothing changes. */
  readonly codes?: readonly string[] | undefined
  /** Which way one of the orders is sent. */
  readonly delivery?: { readonly order: string; readonly key: string } | undefined
}
export type ChangeRefused =
  | 'not_found'
  | 'wrong_state'
  | 'address_invalid'
  | 'not_shippable'
  | 'code_refused'
  | ClaimRefused
  | SheetRefused

/** Counts the orders of an open checkout anew and freezes what came out. An address at home changes no amount, so nothing is asked for it. */
export async function changeCheckout(
  c: Context,
  caller: Caller,
  id: string,
  change: CheckoutChange,
): Promise<Result<Checkout, ChangeRefused>> {
  const own = await ownCheckout(c, caller, id)
  if (!own.ok) return own
  const checkout = own.value
  const address = change.address ? checkAddress(change.address, (checkout.orders[0] as Order).market) : ok(checkout.address)
  if (!address.ok) return address
  const codes = change.codes ? [...new Set(change.codes.map(codeKey))] : checkout.codes
  if (!change.codes && !change.delivery && checkout.orders.every(o => o.delivery))
    return c.orders.resheet(checkout, { address: address.value, codes, sheets: checkout.orders.map(frozen) })
  if (checkout.state !== 'open')
    return refuse('wrong_state', 'This checkout can’t be changed any more', { state: checkout.state, action: 'change' })
  const counted = await recount(c, caller, checkout, { codes, delivery: change.delivery })
  if (!counted.ok) return counted
  const { sheets, priced } = counted.value
  if (c.offers) {
    const claimed = await c.offers.claim(checkout.id, caller.person, priced, checkout.expires)
    if (!claimed.ok) return claimed
  }
  const written = await c.orders.resheet(checkout, { address: address.value, codes, sheets })
  if (!written.ok) await claimFrozen(c, caller, id)
  return written
}

/** What was claimed is not what was frozen: something else happened to the checkout in between, so it gets its own claim again. */
async function claimFrozen(c: Context, caller: Caller, id: string): Promise<void> {
  const now = await c.orders.checkout(id)
  if (!c.offers || (now?.state !== 'open' && now?.state !== 'paying' && now?.state !== 'paid')) return
  const counted = await recount(c, caller, now, { codes: now.codes })
  const claimed = counted.ok ? await c.offers.claim(now.id, now.person, counted.value.priced, now.expires) : counted
  if (!claimed.ok) c.house.logger.error({ checkout: id, code: claimed.code }, 'a checkout has offers that it does not hold')
}

const frozen = (o: Order): Sheet => sheetOf({ ...o, delivery: o.delivery as Sheet['delivery'] })

async function recount(
  c: Context,
  caller: Caller,
  checkout: Checkout,
  { codes, delivery }: { codes: readonly string[]; delivery?: CheckoutChange['delivery'] | undefined },
): Promise<Result<{ sheets: Sheet[]; priced: Priced[] }, SheetRefused | 'code_refused'>> {
  const variants = await c.catalog.variants(checkout.orders.flatMap(o => o.lines.map(l => l.variant)))
  const sheets: Sheet[] = []
  const priced: Priced[] = []
  for (const o of checkout.orders) {
    const shop = await c.accounts.shop(o.shop.id)
    if (!shop) return refuse('not_shippable', 'This shop is closed', { shop: o.shop.id })
    const done = await sheetFor(c, {
      shop,
      market: o.market,
      person: caller.person,
      rate: o.rate,
      lines: o.lines.map(l => ({ ...l, category: variants.get(l.variant)?.category ?? '' })),
      codes,
      checkout: checkout.id,
      replaces: [checkout.id],
      delivery: delivery?.order === o.id ? delivery.key : (o.delivery?.key ?? null),
    })
    if (!done.ok) return done
    sheets.push(done.value.sheet)
    if (done.value.priced) priced.push(done.value.priced)
  }
  // A code counts when one of the shops knows it.
  const bad = codes.find(code => !sheets.some(s => s.offers.some(o => o.code === code)))
  if (bad === undefined) return ok({ sheets, priced })
  const reasons = priced.flatMap(p => p.refusedCodes.filter(r => r.code === bad).map(r => r.reason))
  const reason = reasons.find(r => r !== 'unknown') ?? 'unknown'
  return refuse('code_refused', 'This code does not count here', { code: bad, reason })
}
