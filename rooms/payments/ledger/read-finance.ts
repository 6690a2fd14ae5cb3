import type { Caller } from '#base/http'
import {
  type Currency,
  decodeCursor,
  type Id,
  type Money,
  money,
  ok,
  type Page,
  pageOf,
  type Result,
  refuse,
  type Texts,
} from '#base/kernel'
import { type Ledgers, ledgerTables } from './context.ts'
import type { PayoutState } from './payout.ts'
import type { PayoutRow } from './tables.ts'

type Refused = 'forbidden' | 'sign_in_required'
export interface Balance {
  readonly currency: Currency
  /** Earned, and not yet theirs: the return window is open. */
  readonly pending: Money
  /** Theirs; below zero when refunds took back more than was left. */
  readonly payable: Money
  /** On its way to them. */
  readonly paying: Money
  readonly paidOut: Money
}

/** A shop's money by currency; one of nothing when it has sold nothing yet. */
export async function readBalances(c: Ledgers, caller: Caller, shop: Id<'shop'>): Promise<Result<Balance[], Refused>> {
  const may = c.accounts.may(caller, 'finance.read', { shop })
  if (!may.ok) return may
  const db = ledgerTables(c)
  const rows = await db
    .selectFrom('payments.balances')
    .selectAll()
    .where('party', '=', 'shop')
    .where('holder', '=', shop)
    .execute()
  const paid = await db
    .selectFrom('payments.payouts')
    .select(s => ['currency', s.fn.sum<bigint>('minor').as('minor')])
    .where('party', '=', 'shop')
    .where('holder', '=', shop)
    .where('state', '=', 'paid')
    .groupBy('currency')
    .execute()
  return ok(
    [...new Set(rows.map(r => r.currency as Currency))].sort().map(currency => {
      const of = (bucket: string) => money(rows.find(r => r.currency === currency && r.bucket === bucket)?.minor ?? 0n, currency)
      const paidOut = money(BigInt(paid.find(p => p.currency === currency)?.minor ?? 0n), currency)
      return { currency, pending: of('pending'), payable: of('payable'), paying: of('paying'), paidOut }
    }),
  )
}

export interface PayoutsWish {
  readonly cursor?: string | undefined
  readonly limit: number
  readonly state?: PayoutState | undefined
}
/** A shop's payouts, newest first. */
export async function shopPayouts(
  c: Ledgers,
  caller: Caller,
  shop: Id<'shop'>,
  w: PayoutsWish,
): Promise<Result<Page<PayoutRow>, Refused | 'invalid_cursor'>> {
  const may = c.accounts.may(caller, 'finance.read', { shop })
  return may.ok ? list(c, shop, w) : may
}
/** Everybody's payouts, for the operator who makes them. */
export async function allPayouts(
  c: Ledgers,
  caller: Caller,
  w: PayoutsWish,
): Promise<Result<Page<NamedPayout>, Refused | 'invalid_cursor'>> {
  const may = c.accounts.may(caller, 'operate')
  if (!may.ok) return may
  const page = await list(c, null, w)
  return page.ok ? ok({ ...page.value, items: await named(c, page.value.items) }) : page
}

/** A payout with who gets it; nobody's name when they are gone. */
export type NamedPayout = PayoutRow & { readonly name: Texts }
export async function named(c: Ledgers, rows: readonly PayoutRow[]): Promise<NamedPayout[]> {
  const of = (party: string) => rows.filter(r => r.party === party).map(r => r.holder)
  const [people, shops] = await Promise.all([c.accounts.people(of('creator')), c.accounts.shops(of('shop'))])
  return rows.map(r => {
    const person = people.get(r.holder)?.name
    return { ...r, name: shops.get(r.holder)?.name ?? (person ? { en: person } : {}) }
  })
}

async function list(c: Ledgers, shop: string | null, w: PayoutsWish): Promise<Result<Page<PayoutRow>, 'invalid_cursor'>> {
  const after = w.cursor ? decodeCursor(w.cursor, 1) : null
  if (w.cursor && typeof after?.[0] !== 'string') return refuse('invalid_cursor', 'This cursor is not one of ours')
  let query = ledgerTables(c).selectFrom('payments.payouts').selectAll()
  if (shop) query = query.where('party', '=', 'shop').where('holder', '=', shop)
  if (w.state) query = query.where('state', '=', w.state)
  if (after) query = query.where('id', '<', String(after[0]))
  const rows = await query
    .orderBy('id', 'desc')
    .limit(w.limit + 1)
    .execute()
  return ok(
    pageOf(
      rows,
      w.limit,
      r => [r.id],
      r => r,
    ),
  )
}
