import { mkdir, rm } from 'node:fs/promises'
import { fetchToFile } from '#base/fetch'
import type { ErrorCode } from '#base/http'
import type { Id } from '#base/kernel'
import { allowedOf, type Desk, fileOf } from './doors.ts'
import { type FeedProduct, fault, limits } from './feed-product.ts'
import { comingOf, type Looked, lookUp } from './look-up.ts'
import { type Plan, planOf } from './plan.ts'
import { type Feed, readFeed } from './read-feed.ts'
import { clearItems, type ItemRow, insertItems, leaseRun, maxAttempts, type RunRow, updateRun } from './store.ts'

/**
 * Reads a run's file (or fetches it first) and writes down what importing it would do. Nothing else is written. A worker that takes over
 * from a killed one begins anew. Resolves to whether there is a preview now.
 */
export async function previewRun(desk: Desk, id: Id<'run'>): Promise<boolean> {
  const run = await leaseRun(desk.db, id, 'reading')
  if (!run) return false
  if (run.attempts > maxAttempts) {
    const fault = { code: 'internal' as const, message: 'The import stopped several times at the same place', row: null }
    await updateRun(desk.db, id, { state: 'failed', fault, finished: desk.house.clock.now() })
    return false
  }
  const feed = await feedOf(desk, run)
  if ('fault' in feed) await updateRun(desk.db, id, { state: 'failed', fault: feed.fault, finished: desk.house.clock.now() })
  else await writePreview(desk, run, feed)
  // Not before: a worker that takes over needs it.
  await rm(fileOf(desk, id), { force: true })
  return !('fault' in feed)
}

async function feedOf(desk: Desk, run: RunRow): Promise<Feed | { fault: ReturnType<typeof fault> }> {
  const shop = await desk.doors.accounts.shop(run.shop)
  if (!shop) return { fault: fault('not_found', 'There is no such shop') }
  const path = fileOf(desk, run.id)
  if (run.url !== null) {
    await mkdir(desk.folder, { recursive: true })
    const got = await fetchToFile(run.url, path, {
      maxBytes: limits.bytes,
      timeoutMs: desk.timeoutMs,
      allowed: allowedOf(desk),
    })
    if (!got.ok) return { fault: fault(got.code as ErrorCode, got.message) }
  }
  try {
    return await readFeed(path, shop.currency)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return { fault: fault('unavailable', 'The file was lost when the server stopped; choose it again') }
  }
}

async function writePreview(desk: Desk, run: RunRow, feed: Feed): Promise<void> {
  const total = feed.products.reduce((sum, p) => sum + p.rows, 0)
  await clearItems(desk.db, run.id)
  await updateRun(desk.db, run.id, { kind: feed.kind, total, done: 0 })
  const caller = await desk.doors.accounts.callerFor(run.person)
  const of = { shop: run.shop, caller, coming: comingOf(feed.products) }
  let done = 0
  for (let n = 0; n < feed.products.length; n += desk.batch) {
    const part = feed.products.slice(n, n + desk.batch)
    const { looked, facts } = await lookUp(desk, of, part)
    await insertItems(
      desk.db,
      run.id,
      looked.map((l, i) => itemOf(n + i + 1, l, planOf(l.feed, l.present, run.language, facts))),
    )
    done += part.reduce((sum, p) => sum + p.rows, 0)
    await updateRun(desk.db, run.id, { done })
  }
  await updateRun(desk.db, run.id, { state: 'previewed' })
}

function itemOf(n: number, { feed, present }: Looked, plan: Plan): ItemRow {
  const refused = plan.outcome === 'refused'
  return {
    n,
    row_at: plan.row,
    column_at: plan.column,
    rows: feed.rows,
    ref: feed.ref,
    title: feed.title,
    outcome: plan.outcome,
    changes: [...plan.changes],
    code: plan.code,
    message: plan.message,
    warnings: firstOfEach(plan.warnings),
    feed: refused ? null : feed,
    late: feed.variants.some(v => v.components),
    done: refused,
    product: present?.product.id ?? null,
  }
}

/** A warning is told once a product and column, with the first row that it is about. */
export const firstOfEach = (warnings: Plan['warnings']): FeedProduct['warnings'][number][] =>
  [...new Map(warnings.toReversed().map(w => [`${w.code} ${w.column ?? ''}`, w])).values()].reverse()
