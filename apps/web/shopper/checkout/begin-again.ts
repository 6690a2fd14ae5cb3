import { api, ask, keyed, newKey } from '../../client/api.ts'
import type { Checkout } from '../../client/types.ts'
import { sourceForProduct } from '../source.ts'
import { rememberServerTime } from './server-time.ts'

/** Holds the pieces of a checkout anew, for its own country or another one; what led to them keeps the credit. */
export async function beginAgain(checkout: Checkout, market = checkout.orders[0]?.market): Promise<Checkout> {
  const lines = checkout.orders.flatMap(o =>
    o.lines.map(({ variant, quantity, product }) => {
      const source = sourceForProduct(product)
      return { variant, quantity, ...(source && { source: { ...source } }) }
    }),
  )
  const made = await ask(api.POST('/v1/checkouts', { body: { lines, ...(market && { market }) }, ...keyed(newKey()) }))
  rememberServerTime(made)
  return made
}
