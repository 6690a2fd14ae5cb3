import type { Checkout } from '../../client/types.ts'

/** Right after placing the order the payer is taken on at once; who comes back is not. */
export function goOnAt(checkout: Checkout): void {
  const action = checkout.payment?.state === 'needs_action' ? checkout.payment.action : null
  if (action?.kind === 'redirect') location.assign(action.url)
}
