import type { EventName, LoggedEvent, OrderAmountsData } from '#base/catalogue'
import { type Currency, fromWire, type Money, type Rate } from '#base/kernel'
import { type Entry, post, type Sum } from './account.ts'
import { type Db, readEntry, sumsOf, write } from './journal.ts'
import { type RateRow, rateAt, ratesAt, readRates } from './rates.ts'
import * as rules from './rules.ts'
import type { SaleRow } from './tables.ts'

/** The events that move money, and those that say whose it is when. */
export const ledgerEvents = [
  ...[
    'payment.settled',
    'payment.captured',
    'payment.refunded',
    'payment.refund_failed',
    'payment.chargeback',
    'payment.paid_out',
  ],
  ...['order.paid', 'order.refunded', 'order.cancelled', 'order.delivered', 'order.released', 'return.requested'],
  ...['payout.created', 'payout.paid', 'payout.failed', 'post.published'],
] as readonly EventName[]

/** A return that is asked for keeps the money back this much longer, so that it can be decided. */
const returnHoldDays = 14
const day = 86_400_000
const of = (data: { minor: string; currency: string }): Money => fromWire(data)

/** What the events of a batch need to know besides the journal, read once for all of them. */
interface Known {
  readonly providers: ReadonlyMap<string, string>
  readonly rates: readonly RateRow[]
}
async function readKnown(db: Db, events: readonly LoggedEvent[]): Promise<Known> {
  const payments = [...new Set(events.flatMap(e => ('payment' in e.data ? [e.data.payment as string] : [])))]
  const found =
    payments.length === 0
      ? []
      : await db.selectFrom('payments.payments').select(['id', 'provider']).where('id', 'in', payments).execute()
  const providers = new Map(found.map(r => [r.id, r.provider]))
  const shops = events.flatMap(e => (e.name === 'order.paid' ? [e.data.shop] : []))
  const holders = [...new Set([...shops, ...providers.values()])]
  return { providers, rates: payments.length + shops.length === 0 ? [] : await readRates(db, holders) }
}
const providerOf = (known: Known, payment: string): string => known.providers.get(payment) ?? 'unknown'

/** Posts what events say, in their order and each once. Events that the ledger knows nothing to post for change nothing. */
export async function postEvents(db: Db, events: readonly LoggedEvent[]): Promise<void> {
  const known = await readKnown(db, events)
  for (const e of events) await (handlers[e.name] as Handler<EventName> | undefined)?.(db, e, known)
}

const entry = (kind: Entry['kind'], reference: string, at: Date, postings: Entry['postings']): Entry => ({
  ...{ kind, reference, at, postings },
})
type Handler<N extends EventName> = (db: Db, e: LoggedEvent<N>, known: Known) => Promise<unknown>
type Handlers = { readonly [N in EventName]?: Handler<N> }

const handlers: Handlers = {
  'post.published': (db, { subject, data }) =>
    db
      .insertInto('payments.post_authors')
      .values({ post: subject.id, author: data.author, shop: data.shop })
      .onConflict(c => c.column('post').doNothing())
      .execute(),
  'payment.settled': (db, e, known) => captured(db, e, known, e.data.payment),
  'payment.captured': (db, e, known) => captured(db, e, known, `${e.data.payment} ${e.data.captured.minor}`),
  'payment.refunded': async (db, e, known) => {
    const postings = rules.movedOf(e.subject.id, providerOf(known, e.data.payment), of(e.data.amount), -1n, 'refund')
    await write(db, entry('refund_paid', e.data.refund, e.at, postings))
  },
  'payment.refund_failed': async (db, e, known) => {
    const postings = rules.movedOf(e.subject.id, providerOf(known, e.data.payment), of(e.data.amount), 1n, 'refund')
    await write(db, entry('refund_back', e.data.refund, e.at, postings))
  },
  'payment.chargeback': postDispute,
  'payment.paid_out': (db, { at, data }) => {
    const reference = `${data.provider} ${data.reference}`
    const postings = rules.settlementOf(reference, data.provider, data.bank, of(data.given), of(data.received))
    return write(db, entry('settlement', reference, at, postings))
  },
  'order.paid': postSale,
  'order.refunded': async (db, e) => {
    const { amount, full, parts, refund, reason } = e.data
    const wish = {
      amount: of(amount).minor,
      full,
      parts: parts
        ? { goods: of(parts.goods).minor, shipping: of(parts.shipping).minor, importTax: of(parts.importTax).minor }
        : null,
    }
    const found = await aboutOrder(db, e.subject.id)
    const kind = reason === 'price_fell' ? 'protection' : 'refund'
    if (found) await write(db, entry(kind, refund ?? e.id, e.at, rules.refundOf(found.about, found.sums, wish)))
  },
  // An order that cost nothing has no refund to wait for.
  'order.cancelled': async (db, e) => {
    const found = await aboutOrder(db, e.subject.id)
    if (!found || found.sums.some(s => s.party === 'shopper')) return
    const postings = rules.refundOf(found.about, found.sums, { amount: 0n, full: true, parts: null })
    await write(db, entry('cancel', e.subject.id, e.at, postings))
  },
  'order.delivered': async (db, e) => {
    const sale = await readSale(db, e.subject.id)
    if (sale) await setDue(db, e.subject.id, new Date(e.at.getTime() + sale.return_days * day))
  },
  'return.requested': (db, e) => setDue(db, e.subject.id, new Date(e.at.getTime() + returnHoldDays * day)),
  'order.released': async (db, e) => {
    const found = await aboutOrder(db, e.subject.id)
    if (!found || found.sale.released) return
    await write(db, entry('release', e.subject.id, e.at, rules.releaseOf(e.subject.id, found.sums)))
    await db.updateTable('payments.sales').set({ released: true, announced: true }).where('order_id', '=', e.subject.id).execute()
  },
  'payout.created': (db, e) => write(db, payoutEntry('payout_created', e)),
  'payout.paid': (db, e) => write(db, payoutEntry('payout_paid', e)),
  'payout.failed': (db, e) => write(db, payoutEntry('payout_failed', e)),
}

async function captured(
  db: Db,
  e: LoggedEvent<'payment.settled' | 'payment.captured'>,
  known: Known,
  reference: string,
): Promise<void> {
  const [provider, amount] = [providerOf(known, e.data.payment), of(e.data.amount)]
  const bps = rateAt(known.rates, 'provider', provider, e.at)
  await write(
    db,
    entry('capture', reference, e.at, [
      ...rules.movedOf(e.subject.id, provider, amount, 1n, 'capture'),
      ...rules.providerFeeOf(e.subject.id, provider, amount, bps),
    ]),
  )
}

async function postSale(db: Db, e: LoggedEvent<'order.paid'>, known: Known): Promise<void> {
  const { amounts: a, shop, total, lines } = e.data
  // From before there was a ledger: nothing is known of its parts.
  if (!a) return
  const creators = await creatorsOf(db, shop, e.person, lines)
  const sale: rules.Sale = {
    ...{ order: e.subject.id, checkout: a.checkout, shop, market: a.market, rate: a.rate as Rate | null, total: of(total) },
    ...{ goods: of(a.goods), discount: of(a.discount), platformDiscount: of(a.platformDiscount) },
    ...{ shipping: of(a.shipping), importTax: of(a.importTax), tax: of(a.tax) },
    lines: lines.map((l, i) => ({
      paid: of(l.total),
      tax: l.tax ? of(l.tax) : { ...of(l.total), minor: 0n },
      creator: creators[i] ?? null,
    })),
  }
  await write(db, entry('sale', e.subject.id, e.at, rules.saleOf(sale, ratesAt(known.rates, shop, e.at))))
  await addSale(db, e.subject.id, a, shop, e.at)
}

const addSale = (db: Db, order: string, a: OrderAmountsData, shop: string, at: Date) =>
  db
    .insertInto('payments.sales')
    .values({
      ...{ order_id: order, number: a.number, checkout: a.checkout, shop, paid_at: at, return_days: a.returnDays, due: null },
    })
    .onConflict(c => c.column('order_id').doNothing())
    .execute()

/** Who led to each line: its post's author, unless that is the buyer, or the post is the shop's own. */
async function creatorsOf(
  db: Db,
  shop: string,
  buyer: string | null,
  lines: LoggedEvent<'order.paid'>['data']['lines'],
): Promise<(string | null)[]> {
  const posts = lines.flatMap(l => (l.source?.post ? [l.source.post as string] : []))
  if (posts.length === 0) return lines.map(() => null)
  const rows = await db.selectFrom('payments.post_authors').selectAll().where('post', 'in', posts).execute()
  const byPost = new Map(rows.map(r => [r.post, r]))
  return lines.map(l => {
    const found = l.source?.post && byPost.get(l.source.post)
    return found && found.author !== buyer && found.shop !== shop ? found.author : null
  })
}

const readSale = (db: Db, order: string): Promise<SaleRow | undefined> =>
  db.selectFrom('payments.sales').selectAll().where('order_id', '=', order).executeTakeFirst()

/** Later only: what was asked for in the window keeps its time. Nothing that was released comes back. */
const setDue = (db: Db, order: string, due: Date) =>
  db
    .updateTable('payments.sales')
    .set({ due })
    .where('order_id', '=', order)
    .where('announced', '=', false)
    .where(w => w.or([w('due', 'is', null), w('due', '<', due)]))
    .execute()

interface Found {
  readonly sale: SaleRow
  readonly about: rules.About
  readonly sums: readonly Sum[]
}
/** An order with what was posted about it; null when there is no sale of it. */
async function aboutOrder(db: Db, order: string): Promise<Found | null> {
  const sale = await readSale(db, order)
  return sale ? foundOf(sale, await sumsOf(db, [order])) : null
}
function foundOf(sale: SaleRow, all: readonly Sum[]): Found {
  const sums = all.filter(s => s.subject === sale.order_id)
  const currencyOf = (party: string) => sums.find(s => s.party === party)?.currency
  const own = currencyOf('shop') ?? currencyOf('shopper') ?? ('JPY' as Currency)
  const about: rules.About = {
    ...{ order: sale.order_id, checkout: sale.checkout, shop: sale.shop, own },
    currency: currencyOf('shopper') ?? own,
    market: sums.find(s => s.party === 'tax')?.holder ?? '',
    bucket: sale.released ? 'payable' : 'pending',
  }
  return { sale, about, sums }
}

/** A dispute, whose end may be told before its beginning: what was not posted yet is posted with it. */
async function postDispute(db: Db, e: LoggedEvent<'payment.chargeback'>, known: Known): Promise<void> {
  const { chargeback, state, payment, amount } = e.data
  const orders = await ordersOf(db, e.subject.id)
  if (state !== 'won') {
    const postings = rules.disputeOf(e.subject.id, providerOf(known, payment), of(amount), orders)
    await write(db, entry('dispute_opened', chargeback, e.at, postings))
  }
  if (state === 'opened') return
  const opened = await readEntry(db, 'dispute_opened', chargeback)
  if (state === 'lost') {
    const taken = (order: string) =>
      -opened.filter(p => p.party === 'shop' && p.subject === order).reduce((s, p) => s + p.minor, 0n)
    const lost = orders.map(o => ({ ...o, taken: taken(o.about.order) }))
    await write(db, entry('dispute_lost', chargeback, e.at, rules.lostOf(lost.filter(o => o.taken > 0n))))
  } else {
    const buckets = new Map(orders.map(o => [o.about.order, o.about.bucket]))
    const back = opened.map(p => ({
      ...p,
      minor: -p.minor,
      tax: -p.tax,
      bucket: p.bucket === 'main' ? p.bucket : (buckets.get(p.subject) ?? p.bucket),
    }))
    await write(db, entry('dispute_won', chargeback, e.at, back))
  }
}
async function ordersOf(db: Db, checkout: string): Promise<Found[]> {
  const sales = await db.selectFrom('payments.sales').selectAll().where('checkout', '=', checkout).orderBy('order_id').execute()
  const sums = await sumsOf(
    db,
    sales.map(s => s.order_id),
  )
  return sales.map(s => foundOf(s, sums))
}

const moves = {
  payout_created: ['payable', 'paying'],
  payout_failed: ['paying', 'payable'],
  payout_paid: ['paying', null],
} as const
/** A payout sets money aside, gives it back, or carries it out of the bank. */
export function payoutEntry(
  kind: keyof typeof moves,
  { at, data }: Pick<LoggedEvent<'payout.created' | 'payout.paid' | 'payout.failed'>, 'at' | 'data'>,
): Entry {
  const [from, into] = moves[kind]
  const { minor, currency } = of(data.amount)
  const account = { party: data.party, holder: data.holder, what: 'payout' } as const
  const postings = post(data.payout, currency, [
    { ...account, bucket: from, minor: -minor },
    into ? { ...account, bucket: into, minor } : { party: 'provider', holder: data.provider, minor, what: 'payout' },
  ])
  return entry(kind, data.payout, at, postings)
}
