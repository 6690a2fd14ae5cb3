import type { NewEvent } from '#base/catalogue'
import type { House } from '#base/house'
import type { Caller } from '#base/http'
import { ok, type Result, refuse } from '#base/kernel'
import { actOn } from './act.ts'
import type { OrderActionName } from './guards.ts'
import type { Order } from './order.ts'
import { orderEvent } from './order-events.ts'
import { returnMachine } from './order-states.ts'
import type { RefusalReason, Return } from './return.ts'
import type { Accounts } from './roles.ts'
import { type StatusChange, writeStatus } from './write-status.ts'

/** What moves a return on, but for settling it: with money (`beginRefund`) or with other goods (`beginReplacement`). */
export type ReturnMove =
  | { readonly action: 'approve' }
  | { readonly action: 'refuse'; readonly reason: RefusalReason; readonly note: string | null }
  | { readonly action: 'withdraw'; readonly key?: string | undefined }
  | {
      readonly action: 'send_back'
      readonly carrier: string | null
      readonly tracking: string | null
      readonly key?: string | undefined
    }
  | { readonly action: 'receive' }

/** Who makes which move. */
const guardOf: Readonly<Record<ReturnMove['action'], OrderActionName>> = {
  approve: 'answer_return',
  refuse: 'answer_return',
  receive: 'answer_return',
  withdraw: 'move_return',
  send_back: 'move_return',
}

/** Moves an order's return on, by its table of states, with its event. */
export function moveReturn(
  house: House,
  accounts: Accounts,
  caller: Caller,
  where: { readonly order: string; readonly returned: string },
  move: ReturnMove,
): Promise<Result<Order, 'not_found' | 'forbidden' | 'wrong_state'>> {
  const ask = { id: where.order, action: guardOf[move.action], key: 'key' in move ? move.key : undefined }
  return actOn<Order, 'not_found' | 'forbidden' | 'wrong_state'>(house, accounts, caller, ask, async ({ trx, order, now }) => {
    const asked = order.returns.find(r => r.id === where.returned)
    if (!asked) return refuse('not_found', 'No such return')
    const next = returnMachine.next(asked.state, move.action)
    if (!next.ok) return next
    const returned = { ...asked, state: next.value, ...partsOf(move) }
    const written = await writeStatus(trx, order, changeOf(returned, move), now)
    const data = { shop: order.shop.id, state: returned.state, outcome: returned.outcome }
    const event: NewEvent = { name: 'return.changed', ...orderEvent(order, now), data }
    await house.log.append(trx, [event])
    return ok(written)
  })
}

function partsOf(move: ReturnMove): Partial<Return> {
  if (move.action === 'refuse') return { refusal: { reason: move.reason, note: move.note } }
  if (move.action === 'send_back') return { carrier: move.carrier, tracking: move.tracking }
  return {}
}

const words: Readonly<Record<ReturnMove['action'], string>> = {
  approve: 'return_approved',
  refuse: 'return_refused',
  withdraw: 'return_withdrawn',
  send_back: 'return_sent_back',
  receive: 'return_received',
}
function changeOf(returned: Return, move: ReturnMove): StatusChange {
  const note = move.action === 'refuse' ? move.reason : move.action === 'send_back' ? move.tracking : null
  return { returned, timeline: [{ what: words[move.action], note }] }
}
