import { api, ask, keyed, newKey } from '../../client/api.ts'
import { isCode } from '../../client/error.ts'
import { queryClient } from '../../client/query.ts'
import { type Change, putRows, type Row } from './list-data.ts'

export interface Failed {
  readonly product: string
  readonly code: string
  /** Null when it is no product of this shop any more. */
  readonly row: Row | null
}
export interface Progress {
  readonly done: number
  readonly failed: readonly Failed[]
  readonly left: readonly string[]
  readonly state: 'running' | 'stopped' | 'broken' | 'over'
  /** Why it broke. */
  readonly error: unknown
}
const atOnce = 50

/**
 * Sends the chosen products in small lots, one after the other, and tells how far it is. What was not sent yet can be stopped; a
 * lot whose answer was lost is asked for once more with the same key, so that nothing is done twice.
 */
export async function runBulk(
  shop: string,
  products: readonly string[],
  change: Change,
  tell: (p: Progress) => void,
  stopped: () => boolean,
): Promise<void> {
  let progress: Progress = { done: 0, failed: [], left: products, state: 'running', error: null }
  const say = (next: Partial<Progress>) => {
    progress = { ...progress, ...next }
    tell(progress)
  }
  say({})
  while (progress.left.length > 0) {
    if (stopped()) return say({ state: 'stopped' })
    const lot = progress.left.slice(0, atOnce)
    const answer = await send(shop, lot, change).catch((error: unknown) => ({ error }))
    if ('error' in answer) return say({ state: 'broken', error: answer.error })
    const now = new Map(answer.results.flatMap(r => (r.row ? [[r.product, r.row] as const] : [])))
    putRows(shop, row => now.get(row.id) ?? row)
    const failed = answer.results.flatMap(r => (r.refused ? [{ product: r.product, code: r.refused.code, row: r.row }] : []))
    say({
      done: progress.done + answer.results.length - failed.length,
      failed: [...progress.failed, ...failed],
      left: progress.left.slice(lot.length),
    })
  }
  say({ state: 'over' })
  for (const key of ['desk-products', 'product-counts', 'product', 'stock', 'offers'])
    void queryClient.invalidateQueries({ queryKey: [key] })
}

async function send(shop: string, products: readonly string[], change: Change) {
  const key = newKey()
  const once = () =>
    ask(
      api.POST('/v1/shops/{shop}/desk/bulk', {
        params: { path: { shop } },
        body: { products: [...products], change },
        ...keyed(key),
      }),
    )
  return once().catch(error => (isCode(error, 'offline', 'unavailable') ? once() : Promise.reject(error)))
}
