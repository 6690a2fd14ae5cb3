import type { Order } from '#rooms/orders'
import type { OrderToDeclare } from '#rooms/trade'
import type { Context } from './doors.ts'

/** An order to China by the scheme, with its address and payment; null for every other one. */
export async function orderToDeclare(c: Context, id: string): Promise<OrderToDeclare | null> {
  const order = await c.orders.order(id)
  if (!order || !isDeclared(order) || !order.address || !order.paidAt) return null
  const [shop, checkout, payment] = await Promise.all([
    c.accounts.shop(order.shop.id),
    c.orders.checkout(order.checkout),
    c.payments.byReference(order.checkout),
  ])
  if (!shop || !checkout || !payment) return null
  const several = checkout.orders.length > 1 ? `-${checkout.orders.findIndex(o => o.id === order.id) + 1}` : ''
  return {
    ...{ order: order.id, number: order.number, checkout: order.checkout, shop: order.shop.id, person: order.person },
    ...{ from: shop.country, mode: order.trade.mode as '9610' | '1210', lines: order.lines },
    ...{ shipping: order.shipping, importTax: order.importTax, total: order.total, placed: order.placed },
    ...{ address: order.address, tracking: order.tracking },
    payment: { transactionId: `${payment.number ?? payment.id}${several}`, paidAt: order.paidAt },
  }
}

/** What is declared: cross-border retail import, in CNY. */
export const isDeclared = (o: Order): o is Order & { trade: NonNullable<Order['trade']> } =>
  (o.trade?.mode === '9610' || o.trade?.mode === '1210') && o.total.currency === 'CNY'
