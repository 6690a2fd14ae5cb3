import type { Order } from '../../client/types.ts'
import type { more } from '../../i18n/shopper/more/index.ts'

type Key = keyof ReturnType<typeof more>['orders']['status']
export function statusKey(o: Order): Key {
  if (o.state === 'cancelled' || o.state === 'expired' || o.state === 'pending') return o.state
  if (o.fulfilment === 'returned') return 'returned'
  if (o.returnRequest) return 'return_requested'
  if (o.payment === 'refunded') return 'refunded'
  return o.fulfilment === 'none' ? 'open' : o.fulfilment
}
/** Orders where something is still to come are louder than closed ones. */
export const isUnderWay = (o: Order): boolean =>
  ['pending', 'open', 'packed', 'partially_shipped', 'shipped', 'partially_delivered'].includes(statusKey(o))
