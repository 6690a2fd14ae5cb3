/** The ledger: whose money it is, to the unit. Learns from the log; statements, payouts and the comparison with providers. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Subscription } from '#base/events'
import type { House } from '#base/house'
import type { Caller } from '#base/http'
import { type Id, ok, type Page, type Result } from '#base/kernel'
import { type Accounts, type Ledgers, ledgerTables } from './context.ts'
import type { Db } from './journal.ts'
import { answerPayout, makePayouts, sendPayouts } from './pay-out.ts'
import { manualTransfer, type PayoutProvider } from './payout.ts'
import { ledgerEvents, postEvents } from './post-event.ts'
import { allPayouts, type Balance, type NamedPayout, named, type PayoutsWish, readBalances, shopPayouts } from './read-finance.ts'
import { type Check, type Problem, reconcile } from './reconcile.ts'
import { releaseDue } from './release-orders.ts'
import { type ListedRate, listRates, type RateWish, setRate } from './set-rate.ts'
import { type Settlement, settle } from './settle.ts'
import {
  type Grain,
  type Line,
  listPeriods,
  readStatement,
  type Statement,
  type StatementWish,
  statementLines,
} from './statement.ts'
import { mountStatementCsv } from './statement-route.ts'
import type { LedgerTables, PayoutRow } from './tables.ts'

export type { PayoutAnswer, PayoutOrder, PayoutProvider } from './payout.ts'
export type { Balance } from './read-finance.ts'
export { type Check as LedgerCheck, type Problem as LedgerProblem, problemKinds } from './reconcile.ts'
export { ledgerRoutes } from './routes.ts'
export type { Settlement } from './settle.ts'
export type { Statement } from './statement.ts'
export { wire as ledgerWire } from './wire.ts'

type Refused = 'forbidden' | 'sign_in_required'
type Paged<T> = Promise<Result<Page<T>, Refused | 'invalid_cursor'>>
type PageWish = { readonly cursor?: string | undefined; readonly limit: number }
export interface Ledger {
  // For a shop's owner.
  balances(caller: Caller, shop: Id<'shop'>): Promise<Result<Balance[], Refused>>
  /** Periods with anything in them, newest first. */
  statements(caller: Caller, shop: Id<'shop'>, w: PageWish & { grain: Grain }): Paged<Statement>
  statement(caller: Caller, w: StatementWish): Promise<Result<Statement, Refused>>
  lines(caller: Caller, w: StatementWish, page: PageWish): Paged<Line>
  payouts(caller: Caller, shop: Id<'shop'>, w: PayoutsWish): Paged<PayoutRow>
  // For operators.
  allPayouts(caller: Caller, w: PayoutsWish): Paged<NamedPayout>
  /** Releases what is due, makes a payout of everything that is payable, and hands them to their provider. Answers how many were made. */
  payOut(caller: Caller): Promise<Result<number, Refused>>
  answerPayout(
    caller: Caller,
    id: string,
    wish: { state: 'paid' | 'failed'; reason?: string | undefined },
  ): Promise<Result<NamedPayout, 'not_found' | 'wrong_state' | Refused>>
  /** A provider paid into the bank: told once by its own reference. */
  settle(caller: Caller, w: Settlement): Promise<Result<true, Refused | 'invalid_request'>>
  /** Dated rows of every rate, the latest begin first. */
  rates(caller: Caller, w: PageWish): Paged<ListedRate>
  /** A rate from a moment on that has not come yet; written down in the audit log. */
  setRate(caller: Caller, w: RateWish): Promise<Result<ListedRate, Refused | 'not_found' | 'invalid_request'>>
  /** Compares now; `lastCheck` is what the last comparison found, null before the first. */
  check(caller: Caller): Promise<Result<Check, Refused>>
  lastCheck(caller: Caller): Promise<Result<Check | null, Refused>>
  /** How many problems the last comparison found; null before the first. For the health page. */
  openProblems(): Promise<number | null>
  // What runs by itself, for the sweeps and for tests.
  releaseDue(): Promise<number>
  makePayouts(): Promise<number>
  sendPayouts(): Promise<void>
  reconcile(): Promise<Check>
  /** Adds GET /v1/shops/{shop}/statement.csv. */
  mount(
    app: FastifyInstance,
    identify: (request: FastifyRequest, reply: FastifyReply, create: boolean) => Promise<Caller>,
  ): Promise<void>
  /** Opens the subscription; the server calls it once. */
  start(): Promise<void>
}

async function readCheck(c: Ledgers): Promise<Check | null> {
  const row = await ledgerTables(c).selectFrom('payments.ledger_checks').selectAll().executeTakeFirst()
  return row ? { at: row.at, problems: row.problems as unknown as Problem[] } : null
}

/** `payoutProvider` replaces the built-in transfer by hand. */
export function createLedger(house: House, doors: { accounts: Accounts; payoutProvider?: PayoutProvider }): Ledger {
  const c: Ledgers = { house, accounts: doors.accounts, payoutProvider: doors.payoutProvider ?? manualTransfer }
  let subscription: Subscription | null = null
  const compare = () => {
    if (!subscription) throw new Error('the ledger is not started')
    return reconcile(c, subscription)
  }
  const payOut = async () => {
    await releaseDue(c)
    await subscription?.reached(await house.log.flush(), 30_000)
    const made = await makePayouts(c)
    await sendPayouts(c)
    return made
  }
  house.jobs.every('ledger.release', '*/10 * * * *', async () => void (await releaseDue(c)))
  house.jobs.every('ledger.payouts', '23 5 * * *', async () => void (await payOut()))
  house.jobs.every('ledger.send', '*/5 * * * *', () => sendPayouts(c))
  house.jobs.every('ledger.reconcile', '47 4 * * *', async () => void (await compare()))
  const forOperator = async <T>(caller: Caller, work: () => Promise<T>): Promise<Result<T, Refused>> => {
    const may = c.accounts.may(caller, 'operate')
    return may.ok ? ok(await work()) : may
  }
  return {
    balances: (caller, shop) => readBalances(c, caller, shop),
    statements: (caller, shop, w) => listPeriods(c, caller, shop, w),
    statement: (caller, w) => readStatement(c, caller, w),
    lines: (caller, w, page) => statementLines(c, caller, w, page),
    payouts: (caller, shop, w) => shopPayouts(c, caller, shop, w),
    allPayouts: (caller, w) => allPayouts(c, caller, w),
    payOut: caller => forOperator(caller, payOut),
    answerPayout: async (caller, id, wish) => {
      const answered = await answerPayout(c, caller, id, wish)
      return answered.ok ? ok((await named(c, [answered.value]))[0] as NamedPayout) : answered
    },
    rates: (caller, w) => listRates(c, caller, w),
    setRate: (caller, w) => setRate(c, caller, w),
    settle: (caller, w) => settle(c, caller, w),
    check: caller => forOperator(caller, compare),
    lastCheck: caller => forOperator(caller, () => readCheck(c)),
    openProblems: async () => (await readCheck(c))?.problems.length ?? null,
    releaseDue: () => releaseDue(c),
    makePayouts: () => makePayouts(c),
    sendPayouts: () => sendPayouts(c),
    reconcile: compare,
    mount: (app, identify) => mountStatementCsv(c, app, identify),
    async start() {
      subscription = await house.log.subscribe<LedgerTables>('payments.ledger', {
        names: ledgerEvents,
        handle: (trx, events) => postEvents(trx as unknown as Db, events),
      })
    },
  }
}
