/** Requests under way at once: enough to keep a small server busy, too few to drown a visitor's. */
export const atOnce = 5

/** Does the work for every item, a few at once, in order of their start. The first failure stops what has not begun. */
export async function pooled<T>(
  items: readonly T[],
  work: (item: T, index: number) => Promise<void>,
  bound = atOnce,
): Promise<void> {
  let next = 0
  let failed = false
  const worker = async () => {
    while (next < items.length && !failed) {
      const i = next++
      try {
        await work(items[i] as T, i)
      } catch (error) {
        failed = true
        throw error
      }
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: Math.min(bound, items.length) }, worker))
  const bad = ended.find(e => e.status === 'rejected')
  if (bad) throw bad.reason
}

/** A buyer pays one basket at a time: a second checkout would end the first. */
export const byBuyer = <O extends { readonly buyer: { readonly handle: string } }>(orders: readonly O[]): readonly O[][] => [
  ...Map.groupBy(orders, o => o.buyer.handle).values(),
]
export async function inTurn<O>(orders: readonly O[], work: (order: O) => Promise<void>): Promise<void> {
  for (const order of orders) await work(order)
}
