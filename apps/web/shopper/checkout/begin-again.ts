import { api, ask, keyed, newKey } from '../../client/api.ts'
import type { Checkout } from '../../client/types.ts'
import { sourceForProduct } from '../source.ts'
import { rememberServerTime } from './server-time.ts'

/** Holds the pieces of a checkout anew, for its own country or another one, with its codes; what led to the pieces keeps the credit. */
export async function beginAgain(checkout: Checkout, market = checkout.orders[0]?.market): Promise<Checkout> {
  const lines = checkout.orders.flatMap(o =>
    o.lines.map(({ variant, quantity, product }) => {
      const source = sourceForProduct(product)
      return { variant, quantity, ...(source && { source: { ...source } }) }
    }),
  )
  const made = await ask(api.POST('/v1/checkouts', { body: { lines, ...(market && { market }) }, ...keyed(newKey()) }))
  rememberServerTime(made)
  if (checkout.codes.length === 0) return made
  const body = { codes: [...checkout.codes] }
  // Codes that do not hold there are left out: the final check shows which ones count.
  return ask(api.PATCH('/v1/checkouts/{id}', { params: { path: { id: made.id } }, body })).catch(() => made)
}
