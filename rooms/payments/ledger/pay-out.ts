import type { PayoutData } from '#base/catalogue'
import { json, sql, type Trx } from '#base/db'
import type { Caller } from '#base/http'
import { type Id, newId, ok, type Result, refuse } from '#base/kernel'
import { type Ledgers, ledgerTables } from './context.ts'
import { type Db, write } from './journal.ts'
import { otherSmallestPayout, type PayoutAction, payoutMachine, smallestPayout } from './payout.ts'
import { payoutEntry } from './post-event.ts'
import type { LedgerTables, PayoutRow } from './tables.ts'

const isDuplicate = (error: unknown): boolean => (error as { code?: string }).code === '23505'

/**
 * A payout for every account with enough payable and none on its way. The money is set aside in the payout's own
 * transaction, under the lock of its balance: at once or after a crash, it is paid once. Answers how many.
 */
export async function makePayouts(c: Ledgers): Promise<number> {
  let made = 0
  for (let more = true; more; ) {
    const accounts = await readPayable(c)
    const before = made
    for (const account of accounts)
      made += await setAside(c, account).catch(error => {
        if (isDuplicate(error)) return 0
        throw error
      })
    more = accounts.length === batch && made > before
  }
  return made
}

type Account = Pick<PayoutRow, 'party' | 'holder' | 'currency'>
const batch = 1000
async function readPayable(c: Ledgers): Promise<Account[]> {
  const { rows } = await sql<Account>`
    select party, holder, currency from payments.balances b
    where bucket = 'payable' and minor > 0 and party in ('shop', 'creator')
      and minor >= coalesce((${json(smallestPayout)}::jsonb ->> currency)::bigint, ${otherSmallestPayout}) and not exists (
      select from payments.payouts p where p.party = b.party and p.holder = b.holder and p.currency = b.currency
        and p.state in ('created', 'sent'))
    order by 1, 2, 3 limit ${batch}`.execute(ledgerTables(c))
  return rows
}

const setAside = (c: Ledgers, a: Account): Promise<number> =>
  c.house.db.transaction<LedgerTables, number>(async trx => {
    const now = c.house.clock.now()
    const { rows } = await sql<{ minor: bigint }>`
      select minor from payments.balances where party = ${a.party} and holder = ${a.holder} and bucket = 'payable'
        and currency = ${a.currency} for update`.execute(trx)
    const minor = rows[0]?.minor ?? 0n
    if (minor < BigInt(smallestPayout[a.currency] ?? otherSmallestPayout)) return 0
    const row: PayoutRow = {
      ...{ id: newId('payout', now), ...a, minor, provider: c.payoutProvider.name, state: payoutMachine.start },
      ...{ provider_ref: null, failure: null, created: now, changed: now },
    }
    await trx.insertInto('payments.payouts').values(row).execute()
    await tell(c, trx, 'payout_created', row, now)
    return 1
  })

const eventOf = { payout_created: 'payout.created', payout_paid: 'payout.paid', payout_failed: 'payout.failed' } as const
/** The journal now, and the log, from which a journal that is built anew learns it. */
async function tell(c: Ledgers, trx: Trx<LedgerTables>, kind: keyof typeof eventOf, p: PayoutRow, at: Date): Promise<void> {
  const data: PayoutData = {
    ...{ payout: p.id as Id<'payout'>, party: p.party, holder: p.holder, provider: p.provider },
    amount: { minor: p.minor.toString(), currency: p.currency },
  }
  await write(trx as unknown as Db, payoutEntry(kind, { at, data }))
  const subject = { kind: p.party === 'shop' ? ('shop' as const) : ('person' as const), id: p.holder }
  await c.house.log.append(trx, [{ name: eventOf[kind], at, person: null, subject, data }])
}

/** Hands every created payout to the provider, outside any transaction; a silent one is asked again by the same id. */
export async function sendPayouts(c: Ledgers): Promise<void> {
  const waiting = await ledgerTables(c)
    .selectFrom('payments.payouts')
    .selectAll()
    .where('state', '=', 'created')
    .where('provider', '=', c.payoutProvider.name)
    .orderBy('created')
    .limit(200)
    .execute()
  for (const p of waiting) {
    try {
      const answer = await c.payoutProvider.send(p)
      if (answer.state === 'failed') await move(c, p.id, 'fail', { failure: answer.reason.slice(0, 80) })
      else {
        await move(c, p.id, 'send', { provider_ref: answer.ref })
        if (answer.state === 'paid') await move(c, p.id, 'pay', {})
      }
    } catch (err) {
      c.house.logger.warn({ err, payout: p.id }, 'a payout waits for its provider')
    }
  }
}

type Moved = Result<PayoutRow, 'not_found' | 'wrong_state'>
function move(
  c: Ledgers,
  id: string,
  action: PayoutAction,
  change: Partial<Pick<PayoutRow, 'failure' | 'provider_ref'>>,
): Promise<Moved> {
  return c.house.db.transaction<LedgerTables, Moved>(async trx => {
    const now = c.house.clock.now()
    const row = await trx.selectFrom('payments.payouts').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
    if (!row) return refuse('not_found', 'No such payout')
    const next = payoutMachine.next(row.state, action)
    if (!next.ok) return next
    const moved = { ...row, ...change, state: next.value, changed: now }
    await trx
      .updateTable('payments.payouts')
      .set({ ...change, state: next.value, changed: now })
      .where('id', '=', id)
      .execute()
    if (action !== 'send') await tell(c, trx, action === 'pay' ? 'payout_paid' : 'payout_failed', moved, now)
    return ok(moved)
  })
}

/** The operator made the transfer, or could not. Said again, it stays as it is. */
export async function answerPayout(
  c: Ledgers,
  caller: Caller,
  id: string,
  wish: { state: 'paid' | 'failed'; reason?: string | undefined },
): Promise<Result<PayoutRow, 'not_found' | 'wrong_state' | 'forbidden' | 'sign_in_required'>> {
  const may = c.accounts.may(caller, 'operate')
  if (!may.ok) return may
  const row = await ledgerTables(c).selectFrom('payments.payouts').selectAll().where('id', '=', id).executeTakeFirst()
  if (row?.state === wish.state) return ok(row)
  return move(c, id, wish.state === 'paid' ? 'pay' : 'fail', wish.state === 'failed' ? { failure: wish.reason ?? null } : {})
}
