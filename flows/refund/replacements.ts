import { type Id, minutes } from '#base/kernel'
import type { Order, Return } from '#rooms/orders'
import type { Context } from './refund.ts'

/** A return's goods are held under the id of a checkout that nobody ever placed, so asking twice holds once. */
export const holdOf = (returned: string): Id<'checkout'> => `chk_${returned.slice('ret_'.length)}`

export interface Instead {
  readonly line: Id<'variant'>
  readonly checkout: Id<'checkout'>
  readonly variant: Id<'variant'>
}
/** What the buyer has in place of what was bought, the latest first: when something comes back, it is that. With what `returned` brought back it is what was sent before it. */
export function insteadOf(order: Order, returned: string | null): Instead[] {
  const until = returned ? order.returns.findIndex(r => r.id === returned) : order.returns.length
  return order.returns
    .slice(0, until)
    .reverse()
    .filter(r => r.outcome === 'replacement')
    .flatMap(r => linesOf(order, r).map(({ line, variant }) => ({ line: line.variant, checkout: holdOf(r.id), variant })))
}

const linesOf = (order: Order, asked: Return) =>
  asked.pieces.flatMap(p => {
    const line = order.lines.find(l => l.id === p.line)
    return line ? [{ line, variant: asked.variant ?? line.variant, quantity: p.quantity }] : []
  })

/** Holds what is sent instead: the same again, or the variant that was asked for if it is of the same product. False when there is none left, or it is not on sale any more. */
export async function holdGoods(c: Context, order: Order, asked: Return): Promise<boolean> {
  const lines = linesOf(order, asked)
  const variants = await c.catalog.variants(lines.map(l => l.variant))
  if (lines.some(l => variants.get(l.variant)?.product !== l.line.product)) return false
  const expires = new Date(c.house.clock.now().getTime() + minutes(15))
  const wish = { checkout: holdOf(asked.id), expires, lines: lines.map(({ variant, quantity }) => ({ variant, quantity })) }
  return (await c.catalog.reserve(wish)).ok
}

/** The goods that were promised are sold; after a hold that ran out they are held once more. */
export async function sellGoods(c: Context, order: Order, returned: Id<'returns'>): Promise<void> {
  const asked = order.returns.find(r => r.id === returned)
  const hold = holdOf(returned)
  if ((await c.catalog.commit(hold)).ok) return
  if (!asked || !(await holdGoods(c, order, asked)) || !(await c.catalog.commit(hold)).ok)
    throw new Error(`${returned} is settled with goods that the shelf does not have`)
}
