import type { Caller, ErrorCode } from '#base/http'
import { type Id, money, type Refusal, type Result } from '#base/kernel'
import type { Saved } from '#rooms/catalog'
import { setCustoms } from './customs.ts'
import type { Desk } from './doors.ts'
import { type LinkRow, retryLinks, writeLinks } from './link-store.ts'
import { comingOf, type Looked, lookUp } from './look-up.ts'
import { type Plan, planOf } from './plan.ts'
import { firstOfEach } from './preview-run.ts'
import { finishItems, type ItemRow, leaseRun, maxAttempts, type RunRow, updateRun, waitingItems } from './store.ts'

/**
 * Imports what was previewed, a batch of products at a time: product with variants and stock, then prices, then what is known of its source,
 * then the note that it is done. Each step finds its own work done when a killed worker's batch is begun again: products by their
 * reference, prices by their value. Shoppers see nothing of a new product before it is whole, because it is a draft until it is settled.
 */
export async function importRun(desk: Desk, id: Id<'run'>): Promise<void> {
  const run = await leaseRun(desk.db, id, 'importing')
  if (!run) return
  if (run.attempts > maxAttempts) {
    const fault = { code: 'internal' as const, message: 'The import stopped several times at the same place', row: null }
    await updateRun(desk.db, id, { state: 'failed', fault, finished: desk.house.clock.now() })
    return
  }
  const caller = await desk.doors.accounts.callerFor(run.person)
  for (;;) {
    const items = await waitingItems(desk.db, id, desk.batch)
    if (items.length === 0) break
    const stopped = await importBatch(desk, run, caller, items)
    if (stopped) {
      const fault = { code: stopped.code, message: stopped.message, row: null }
      return void (await updateRun(desk.db, id, { state: 'failed', fault, finished: desk.house.clock.now() }))
    }
    await askToSettle(desk)
  }
  await updateRun(desk.db, id, { state: 'done', finished: desk.house.clock.now() })
}

/** The key changes by the minute: the job of a killed worker still counts as running and must not stop the next one. */
export const minuteKey = (what: string): string => `${what}:${Math.floor(Date.now() / 60_000)}`
export const askToSettle = (desk: Desk): Promise<void> => desk.house.jobs.send('import.settle', {}, { key: minuteKey('settle') })

interface Work extends Looked {
  readonly item: ItemRow
  plan: Plan
  saved: Result<Saved, ErrorCode> | null
}

/** Null when the batch is done, whatever became of each product; a refusal that is about the whole import stops it. */
async function importBatch(
  desk: Desk,
  run: RunRow,
  caller: Caller,
  items: readonly ItemRow[],
): Promise<Refusal<ErrorCode> | null> {
  const works = await planAgain(desk, run, caller, items)
  const stopped = await save(desk, run, caller, works)
  if (stopped) return stopped
  // Somebody changed these in the studio between reading and writing: once more, with what they are now.
  const again = works.filter(w => w.saved && !w.saved.ok && w.saved.code === 'version_conflict')
  if (again.length > 0) {
    const fresh = await planAgain(
      desk,
      run,
      caller,
      again.map(w => w.item),
    )
    for (const [i, w] of again.entries()) Object.assign(w, fresh[i])
    const refused = await save(desk, run, caller, again)
    if (refused) return refused
  }
  const priced = await setPrices(desk, run, caller, works)
  if (priced) return priced
  await sayCustoms(desk, run, caller, works)
  await writeLinks(
    desk.db,
    works.flatMap(w => linkOf(w, run) ?? []),
  )
  await retryLinks(
    desk.db,
    works.flatMap(w => (w.plan.outcome === 'unchanged' && w.link?.state === 'failed' ? [w.link.product] : [])),
  )
  await finishItems(desk.db, run.id, works.map(endOf))
  return null
}

async function planAgain(desk: Desk, run: RunRow, caller: Caller, items: readonly ItemRow[]): Promise<Work[]> {
  const feeds = items.map(i => i.feed as NonNullable<ItemRow['feed']>)
  // Bundles come last: of what the file brings, all but this batch is in the shop by then.
  const { looked, facts } = await lookUp(desk, { shop: run.shop, caller, coming: comingOf(feeds) }, feeds)
  return looked.map((l, i) => ({
    ...l,
    item: items[i] as ItemRow,
    plan: planOf(l.feed, l.present, run.language, facts),
    saved: null,
  }))
}

async function save(desk: Desk, run: RunRow, caller: Caller, works: readonly Work[]): Promise<Refusal<ErrorCode> | null> {
  const writes = works.filter(w => w.plan.wish !== null)
  if (writes.length === 0) return null
  const saved = await desk.doors.catalog.saveMany(
    caller,
    run.shop,
    writes.map(w => w.plan.wish as NonNullable<Plan['wish']>),
    run.id,
  )
  if (!saved.ok) return saved
  for (const [i, w] of writes.entries()) w.saved = saved.value[i] as Result<Saved, ErrorCode>
  return null
}

const productOf = (w: Work): Id<'product'> | null => (w.saved?.ok ? w.saved.value.id : (w.present?.product.id ?? null))
const failedOf = (w: Work): Refusal<ErrorCode> | null => (w.saved && !w.saved.ok ? w.saved : null)

/** Ids of the variants in the order of the plan's. */
const variantIds = (w: Work): readonly Id<'variant'>[] =>
  w.saved?.ok ? w.saved.value.variants : (w.present?.product.variants.map(v => v.id) ?? [])

async function setPrices(desk: Desk, run: RunRow, caller: Caller, works: readonly Work[]): Promise<Refusal<ErrorCode> | null> {
  const shop = await desk.doors.accounts.shop(run.shop)
  if (!shop) return { ok: false, code: 'not_found', message: 'There is no such shop' }
  const wishes = works.flatMap(w => {
    const product = productOf(w)
    if (product === null || failedOf(w)) return []
    return w.plan.variants.flatMap((v, i) =>
      v?.price ? [{ product, variant: variantIds(w)[i] as Id<'variant'>, price: money(BigInt(v.price), shop.currency) }] : [],
    )
  })
  if (wishes.length === 0) return null
  const set = await desk.doors.prices.setMany(caller, run.shop, wishes)
  return set.ok ? null : set
}

async function sayCustoms(desk: Desk, run: RunRow, caller: Caller, works: readonly Work[]): Promise<void> {
  const { trade } = desk.doors
  if (!trade || !desk.doors.accounts.may(caller, 'trade.manage', { shop: run.shop }).ok) return
  const wishes = works.flatMap(w => {
    const product = productOf(w)
    if (product === null || failedOf(w)) return []
    const ids = variantIds(w)
    return [{ product, variants: w.plan.variants.map((v, i) => ({ id: ids[i] as Id<'variant'>, said: v?.customs ?? null })) }]
  })
  await setCustoms(trade, caller, run.shop, wishes)
}

/** What to remember of the source, and whether the product waits for pictures or for going on sale; null when nothing is new. */
function linkOf(w: Work, run: RunRow): LinkRow | null {
  const product = productOf(w)
  if (product === null || failedOf(w) || w.plan.outcome === 'refused' || (w.plan.outcome === 'unchanged' && w.link)) return null
  const { feed, plan, link, present } = w
  const ids = variantIds(w)
  const asked = Object.fromEntries(plan.variants.flatMap((v, i) => (v?.picture ? [[ids[i] as string, v.picture]] : [])))
  const pictures = plan.picturesChanged && feed.pictures.length > 0 ? [...feed.pictures] : (link?.pictures ?? [])
  const toSell = (feed.publish ?? false) && (present === null || present.product.state === 'draft')
  const toFetch = plan.picturesChanged || link?.state === 'waiting'
  const bare = pictures.length === 0 && !toFetch && (present?.product.pictureIds.length ?? 0) === 0
  return {
    product,
    shop: run.shop,
    person: run.person,
    type: feed.type ?? link?.type ?? null,
    publish: feed.publish ?? link?.publish ?? false,
    pictures,
    variant_pictures: { ...link?.variant_pictures, ...asked },
    media: link?.media ?? [...(present?.product.pictureIds ?? [])],
    state: toFetch || (toSell && !bare) ? 'waiting' : toSell ? 'failed' : 'done',
    code: toSell && bare ? 'media_not_ready' : null,
    message: toSell && bare ? 'The file names no picture' : null,
  }
}

function endOf(w: Work): ItemRow {
  const failed = failedOf(w)
  const said = failed ?? (w.plan.outcome === 'refused' ? w.plan : null)
  // A batch that is begun again finds its products there: they were created by this import all the same.
  const outcome = said ? 'refused' : w.item.outcome === 'create' ? 'create' : w.plan.outcome
  return {
    ...w.item,
    row_at: w.plan.row,
    column_at: w.plan.column,
    outcome,
    changes: [...w.plan.changes],
    code: said?.code ?? null,
    message: said?.message ?? null,
    warnings: firstOfEach(w.plan.warnings),
    done: true,
    product: productOf(w),
  }
}
