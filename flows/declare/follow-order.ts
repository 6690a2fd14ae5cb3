import type { Context } from './doors.ts'
import { isDeclared, orderToDeclare } from './order-facts.ts'

/**
 * A declaration follows its order: paid opens it, shipped builds the documents, delivered and cancelled are told. Consumers write only
 * what is safe to write twice; a document that can't be built yet stays for the desk.
 */
export async function subscribe(c: Context): Promise<void> {
  await c.house.log.subscribe('declare', {
    names: ['order.paid', 'order.shipped', 'order.delivered', 'order.cancelled'],
    async handle(_trx, events) {
      for (const e of events) await follow(c, e.name, e.subject.id)
    },
  })
}

async function follow(c: Context, name: string, id: string): Promise<void> {
  const order = await c.orders.order(id)
  if (!order || !isDeclared(order)) return
  const { declarations } = c.trade
  if (name === 'order.paid')
    return declarations.open({ order: order.id, number: order.number, checkout: order.checkout, shop: order.shop.id })
  if (name === 'order.delivered') return void (await declarations.delivered(id))
  if (name === 'order.cancelled') return void (await declarations.cancel(id, '订单取消'))
  const facts = await orderToDeclare(c, id)
  if (facts) await declarations.build(facts, 'system')
}

/** Every minute: what has to go goes, what has come is heard, a list whose three documents are accepted follows them, ended ones are tidied. */
export async function sweepDeclarations(c: Context, now: Date): Promise<void> {
  const { declarations } = c.trade
  const { logger } = c.house
  if (c.port) {
    const unreached = (err: unknown) => logger.error({ err }, 'customs could not be reached')
    await declarations.deliver(c.port).catch(unreached)
    await c.port.receipts(now, xml => heard(c, xml)).catch(err => logger.error({ err }, 'receipts could not be read'))
    await declarations.deliver(c.port).catch(unreached)
  }
  await declarations.tidy(now)
}

/** False: it could not be heard now. What is no receipt at all is said once, and is done with. */
async function heard(c: Context, xml: string): Promise<boolean> {
  try {
    const done = await hear(c, xml, null)
    if (!done.ok) c.house.logger.error({ code: done.code, details: done.details }, 'a receipt is no message of customs')
    return true
  } catch (err) {
    c.house.logger.error({ err }, 'a receipt could not be heard, and waits')
    return false
  }
}

/** Hears a receipt, and sends the list of what is matched: also when it was heard before and a death came in between. */
export async function hear(c: Context, xml: string, shop: `shp_${string}` | null) {
  const heard = await c.trade.declarations.hear(xml, shop)
  if (!heard.ok) return heard
  for (const { order } of heard.value)
    if (order && (await c.trade.declarations.read(order))?.state === 'matched') await c.trade.declarations.send(order)
  return heard
}
