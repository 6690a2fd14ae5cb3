import { bind, type RouteSet } from '#base/http'
import { type Currency, fromWire, type Id, type Money, ok, toWire } from '#base/kernel'
import type { Ledger } from './index.ts'
import type { NamedPayout } from './read-finance.ts'
import type { Check } from './reconcile.ts'
import type { ListedRate } from './set-rate.ts'
import { columns, type Line, periodOf, type Statement } from './statement.ts'
import type { PayoutRow } from './tables.ts'
import { wire } from './wire.ts'

const moneys = <T extends Partial<Record<(typeof columns)[number], Money>> & { tax: Money; net: Money }>(s: T) =>
  Object.fromEntries([...columns, 'tax' as const, 'net' as const].map(k => [k, toWire(s[k] as Money)])) as Record<
    (typeof columns)[number] | 'tax' | 'net',
    ReturnType<typeof toWire>
  >
const statementToWire = (s: Statement) => ({
  ...{ from: s.from.toISOString(), to: s.to.toISOString(), currency: s.currency, orders: s.orders, ...moneys(s) },
  ...{ opening: toWire(s.opening), payouts: toWire(s.payouts), closing: toWire(s.closing) },
})
const lineToWire = (l: Line) => ({ order: l.order, number: l.number, paidAt: l.paidAt.toISOString(), ...moneys(l) })
const payoutToWire = (p: PayoutRow) => ({
  ...{ id: p.id, party: p.party, holder: p.holder, provider: p.provider, state: p.state, failure: p.failure },
  amount: { minor: p.minor.toString(), currency: p.currency },
  ...{ created: p.created.toISOString(), changed: p.changed.toISOString() },
})
const namedToWire = (p: NamedPayout) => ({ ...payoutToWire(p), name: p.name })
const rateToWire = ({ since, ...r }: ListedRate) => ({ ...r, since: since.toISOString() })
const checkToWire = (c: Check | null) => ({ check: c && { at: c.at.toISOString(), problems: [...c.problems] } })
const pageOf = (query: { cursor?: string; limit?: number }) => ({ ...query, limit: query.limit ?? 24 })
const shopOf = (params: { shop: string }) => params.shop as Id<'shop'>
const wishOf = (params: { shop: string }, q: { grain: 'month' | 'week'; from: string; currency: string }) => ({
  ...{ shop: shopOf(params), currency: q.currency as Currency, ...periodOf(q.grain, new Date(q.from)) },
})

export const ledgerRoutes = (ledger: Ledger): RouteSet =>
  bind('ledger', wire, {
    'GET /v1/shops/{shop}/balance': async ({ caller, params }) => {
      const found = await ledger.balances(caller, shopOf(params))
      if (!found.ok) return found
      const items = found.value.map(b => ({
        ...{ currency: b.currency, pending: toWire(b.pending), payable: toWire(b.payable) },
        ...{ paying: toWire(b.paying), paidOut: toWire(b.paidOut) },
      }))
      return ok({ items })
    },
    'GET /v1/shops/{shop}/statements': async ({ caller, params, query }) => {
      const page = await ledger.statements(caller, shopOf(params), { ...pageOf(query), grain: query.grain ?? 'month' })
      return page.ok ? ok({ items: page.value.items.map(statementToWire), next: page.value.next }) : page
    },
    'GET /v1/shops/{shop}/statement': async ({ caller, params, query }) => {
      const found = await ledger.statement(caller, wishOf(params, query))
      return found.ok ? ok(statementToWire(found.value)) : found
    },
    'GET /v1/shops/{shop}/statement/lines': async ({ caller, params, query }) => {
      const page = await ledger.lines(caller, wishOf(params, query), pageOf(query))
      return page.ok ? ok({ items: page.value.items.map(lineToWire), next: page.value.next }) : page
    },
    'GET /v1/shops/{shop}/payouts': async ({ caller, params, query }) => {
      const page = await ledger.payouts(caller, shopOf(params), pageOf(query))
      return page.ok ? ok({ items: page.value.items.map(payoutToWire), next: page.value.next }) : page
    },
    'GET /v1/payouts': async ({ caller, query }) => {
      const page = await ledger.allPayouts(caller, { ...pageOf(query), state: query.state })
      return page.ok ? ok({ items: page.value.items.map(namedToWire), next: page.value.next }) : page
    },
    'POST /v1/payouts': async ({ caller }) => {
      const made = await ledger.payOut(caller)
      return made.ok ? ok({ made: made.value }) : made
    },
    'PUT /v1/payouts/{id}/state': async ({ caller, params, body }) => {
      const answered = await ledger.answerPayout(caller, params.id, body)
      return answered.ok ? ok(namedToWire(answered.value)) : answered
    },
    'POST /v1/ledger/settlements': async ({ caller, body }) => {
      const settled = await ledger.settle(caller, { ...body, given: fromWire(body.given), received: fromWire(body.received) })
      return settled.ok ? ok({ ok: 'yes' as const }) : settled
    },
    'GET /v1/ledger/rates': async ({ caller, query }) => {
      const page = await ledger.rates(caller, pageOf(query))
      return page.ok ? ok({ items: page.value.items.map(rateToWire), next: page.value.next }) : page
    },
    'POST /v1/ledger/rates': async ({ caller, body }) => {
      const set = await ledger.setRate(caller, { ...body, since: body.since === undefined ? undefined : new Date(body.since) })
      return set.ok ? ok(rateToWire(set.value)) : set
    },
    'GET /v1/ledger/check': async ({ caller }) => {
      const last = await ledger.lastCheck(caller)
      return last.ok ? ok(checkToWire(last.value)) : last
    },
    'POST /v1/ledger/check': async ({ caller }) => {
      const check = await ledger.check(caller)
      return check.ok ? ok(checkToWire(check.value)) : check
    },
  })
