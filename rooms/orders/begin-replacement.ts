import type { House } from '#base/house'
import type { Caller } from '#base/http'
import { money, newId, ok, type Result, refuse } from '#base/kernel'
import { actOn } from './act.ts'
import { insertRefund, type Refund } from './begin-refund.ts'
import { orderEvent } from './order-events.ts'
import { parcelMachine, returnMachine } from './order-states.ts'
import { notBack, type Parcel } from './parcels.ts'
import { cameBack, type Return } from './return.ts'
import type { Accounts } from './roles.ts'
import { writeStatus } from './write-status.ts'

/**
 * Settles a return with other goods, and writes down in the same transaction what has to follow in the stock: a refund of no
 * money that `replaces` the return. What came back is what the row says that it is when it is locked.
 */
export function beginReplacement(
  house: House,
  accounts: Accounts,
  caller: Caller,
  where: { readonly order: string; readonly returned: string },
  restock: boolean,
): Promise<Result<Refund, 'not_found' | 'forbidden' | 'wrong_state'>> {
  const ask = { id: where.order, action: 'answer_return' } as const
  return actOn<Refund, 'not_found' | 'forbidden' | 'wrong_state'>(house, accounts, caller, ask, async ({ trx, order, now }) => {
    const asked = order.returns.find(r => r.id === where.returned)
    if (!asked) return refuse('not_found', 'No such return')
    const next = returnMachine.next(asked.state, 'settle')
    if (!next.ok) return next
    const returned: Return = { ...asked, state: next.value, outcome: 'replacement' }
    const timeline = [{ what: 'return_settled', note: 'replacement' }]
    const written = await writeStatus(trx, order, { returned, parcels: [parcelFor(returned, now)], timeline }, now)
    const back = restock && cameBack(asked) ? notBack(order, asked.pieces) : []
    const refund: Refund = {
      id: newId('refund', now),
      kind: 'return',
      order: written,
      amount: money(0n, order.total.currency),
      parts: null,
      pieces: back.map(p => ({ line: p.line, quantity: 0, shipping: 0, restock: p.quantity })),
      replaces: asked.id,
    }
    await insertRefund(trx, refund, now)
    const data = { shop: order.shop.id, state: returned.state, outcome: returned.outcome }
    await house.log.append(trx, [{ name: 'return.changed', ...orderEvent(order, now), data }])
    return ok(refund)
  })
}

const parcelFor = (returned: Return, now: Date): Parcel => ({
  id: newId('parcel', now),
  state: parcelMachine.start,
  contents: returned.pieces.map(p => ({ ...p, variant: returned.variant })),
  replaces: returned.id,
  carrier: null,
  tracking: null,
  shippedAt: null,
  deliveredAt: null,
})
