import type { Id } from '#base/kernel'
import type { Order } from '#rooms/orders'

/** A return's goods are held under the id of a checkout that nobody ever placed, so asking twice holds once. */
export const holdOf = (returned: string): Id<'checkout'> => `chk_${returned.slice('ret_'.length)}`

export interface Instead {
  readonly line: Id<'variant'>
  readonly checkout: Id<'checkout'>
  readonly variant: Id<'variant'>
}
/** What the buyer has in place of what was bought, the latest first: when something comes back, it is that. `but` is the return that is settled now. */
export const insteadOf = (order: Order, but?: string): Instead[] =>
  [...order.returns]
    .reverse()
    .filter(r => r.outcome === 'replacement' && r.id !== but)
    .flatMap(r =>
      r.pieces.flatMap(p => {
        const line = order.lines.find(l => l.id === p.line)?.variant
        return line ? [{ line, checkout: holdOf(r.id), variant: r.variant ?? line }] : []
      }),
    )
