import type { Context } from './doors.ts'
import { orderToDeclare } from './order-facts.ts'

/**
 * What customs is told at once is the same for every number, so that nobody can try numbers; the data itself goes up by the port. What was
 * asked of the payment company word by word is not kept here: its number, way and sum are told.
 */
export async function answerPaymentQuery(c: Context, query: { orderNo: string; sessionID: string; serviceTime: number }) {
  const { port, signer } = c
  const accepted = { code: '10000', message: '', serviceTime: c.house.clock.now().getTime() }
  if (!port || !signer) return accepted
  const paid = async (id: string) => {
    const order = await orderToDeclare(c, id)
    const payment = order && (await c.payments.byReference(order.checkout))
    if (!order || !payment) return null
    const at = c.house.config.publicUrl
    return {
      ...{ transactionId: order.payment.transactionId, amount: order.total, paidAt: order.payment.paidAt },
      request: JSON.stringify({ payment: payment.id, method: payment.method, amount: order.total.minor.toString() }),
      response: JSON.stringify({ payment: payment.id, state: payment.state, captured: payment.captured.minor.toString() }),
      goods: order.lines.map(l => ({
        name: (l.name.zh ?? l.name.ja ?? l.name.en ?? '').slice(0, 250),
        link: `${at}/products/${l.product}`,
      })),
    }
  }
  await c.trade.declarations
    .answer({ port, signer }, query, paid)
    .catch(err => c.house.logger.error({ err }, 'payment data could not be uploaded'))
  return accepted
}
