import type { NewEvent } from '#base/catalogue'
import type { House } from '#base/house'
import type { Caller, ErrorCode } from '#base/http'
import { type Id, type Money, newId, ok, type Result, refuse } from '#base/kernel'
import type { PriceDoors } from './prices.ts'
import { insertChanges, type PriceTables, readLatest } from './store.ts'

export interface PriceWish {
  readonly product: Id<'product'>
  readonly variant: Id<'variant'>
  readonly price: Money
}
/** Above this no price is taken: a thousand milliards of the smallest unit. */
export const highestPrice = 1_000_000_000_000n

/**
 * Sets many prices of one shop: one look at what they are, one statement for what differs, one for the events. All or none.
 * That the variants are the shop's, the flow that has just saved them answers for.
 */
export async function setMany(
  house: House,
  doors: PriceDoors,
  caller: Caller,
  shop: Id<'shop'>,
  wishes: readonly PriceWish[],
): Promise<Result<number, ErrorCode>> {
  const may = doors.accounts.may(caller, 'price.manage', { shop })
  if (!may.ok) return may
  const facts = await doors.accounts.shop(shop)
  const foreign = wishes.find(w => w.price.currency !== facts?.currency)
  if (foreign) return refuse('currency_mismatch', `This shop sells in ${facts?.currency ?? 'another currency'}`)
  if (wishes.some(w => w.price.minor <= 0n || w.price.minor > highestPrice))
    return refuse('price_invalid', 'A price is a whole number of the smallest unit, above zero')
  const latest = await readLatest(
    house.db.tables<PriceTables>(),
    wishes.map(w => w.variant),
  )
  const changed = wishes.filter(w => latest.get(w.variant)?.minor !== w.price.minor)
  if (changed.length === 0) return ok(0)
  const at = house.clock.now()
  await house.db.transaction<PriceTables, void>(async trx => {
    await insertChanges(
      trx,
      changed.map(w => ({
        id: newId('price', at),
        variant: w.variant,
        product: w.product,
        shop,
        price_minor: w.price.minor.toString(),
        currency: w.price.currency,
        at: at.toISOString(),
        by: caller.person,
      })),
    )
    await house.log.append(
      trx,
      changed.map(
        (w): NewEvent => ({
          name: 'price.changed',
          at,
          person: caller.person,
          session: caller.session,
          subject: { kind: 'product', id: w.product },
          data: { variant: w.variant, price: { minor: w.price.minor.toString(), currency: w.price.currency } },
        }),
      ),
    )
  })
  return ok(changed.length)
}
