import type { Caller } from '#base/http'
import { type Money, ok, type Result } from '#base/kernel'
import { checkRefund, guardOf, type RefundRefused } from './begin-refund.ts'
import type { RefundWish } from './refund-wish.ts'
import { type Accounts, refusal, rolesOf } from './roles.ts'
import { type Db, readOrder } from './store.ts'

/** What a refund would give back now, by the plan that the refund itself follows; nothing is written. */
export async function previewRefund(
  { db, accounts, now }: { db: Db; accounts: Accounts; now: Date },
  caller: Caller,
  id: string,
  wish: RefundWish,
): Promise<Result<Money, RefundRefused>> {
  const order = await readOrder(db, id)
  const roles = order ? rolesOf(accounts, caller, order, wish.key) : undefined
  const refused = refusal(order, roles, guardOf(wish), now)
  if (refused || !order) return refused as NonNullable<typeof refused>
  const plan = checkRefund(order, wish)
  return plan.ok ? ok(plan.value.amount) : plan
}
