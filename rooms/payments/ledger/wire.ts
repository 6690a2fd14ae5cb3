import {
  defineRoutes,
  idOf,
  integer,
  list,
  moneyWire,
  nullable,
  obj,
  oneOf,
  optional,
  pageQuery,
  pageWire,
  text,
  textsWire,
  timeWire,
} from '#base/http'
import { type Currency, currencies } from '#base/kernel'
import { payoutStates } from './payout.ts'
import { problemKinds } from './reconcile.ts'
import { rateKinds } from './tables.ts'

const currencyWire = oneOf(Object.keys(currencies) as Currency[])
const columns = {
  goods: moneyWire,
  discount: moneyWire,
  platformDiscount: moneyWire,
  shipping: moneyWire,
  commission: moneyWire,
  creator: moneyWire,
  fee: moneyWire,
  refunds: moneyWire,
  /** Given back because prices fell within the shop's promise, below zero. */
  protection: moneyWire,
  chargebacks: moneyWire,
  /** Consumption tax contained in goods, delivery and refunds: the shop's own to declare. */
  tax: moneyWire,
  net: moneyWire,
}
const statement = obj({
  from: timeWire,
  to: timeWire,
  currency: currencyWire,
  opening: moneyWire,
  ...columns,
  payouts: moneyWire,
  /** opening + net + payouts. */
  closing: moneyWire,
  orders: integer(0, 1_000_000_000),
})
const line = obj({ order: idOf('ord'), number: text(20), paidAt: timeWire, ...columns })
const payoutParts = {
  id: idOf('pyo'),
  party: oneOf(['shop', 'creator']),
  holder: text(60),
  amount: moneyWire,
  provider: text(40),
  state: oneOf(payoutStates),
  failure: nullable(text(80)),
  created: timeWire,
  changed: timeWire,
}
const payout = obj(payoutParts)
const named = obj({ ...payoutParts, name: textsWire(200) })
const check = obj({ at: timeWire, problems: list(obj({ kind: oneOf(problemKinds), about: text(200) })) })
const rate = obj({
  kind: oneOf(rateKinds),
  /** A shop or a payment provider; `*`: all. */
  holder: text(60, 1),
  /** The shop's. */
  name: nullable(textsWire(200)),
  /** Hundredths of a percent. */
  bps: integer(0, 10_000),
  since: timeWire,
  standing: oneOf(['now', 'planned', 'over']),
})
const shop = obj({ shop: idOf('shp') })
const grain = oneOf(['month', 'week'])
/** Any time within it. */
const period = { grain, from: timeWire, currency: currencyWire }

export const wire = defineRoutes({
  'GET /v1/shops/{shop}/balance': {
    summary: 'What the shop earned: pending, payable, on its way, paid out',
    who: 'staff',
    params: shop,
    reply: obj({
      items: list(obj({ currency: currencyWire, pending: moneyWire, payable: moneyWire, paying: moneyWire, paidOut: moneyWire })),
    }),
  },
  'GET /v1/shops/{shop}/statements': {
    summary: 'Statements by month or week, newest first',
    who: 'staff',
    params: shop,
    query: obj({ ...pageQuery, grain: optional(grain) }),
    reply: pageWire(statement),
  },
  'GET /v1/shops/{shop}/statement': {
    summary: 'One statement',
    who: 'staff',
    params: shop,
    query: obj(period),
    reply: statement,
  },
  'GET /v1/shops/{shop}/statement/lines': {
    summary: 'The orders of a statement, newest first',
    who: 'staff',
    params: shop,
    query: obj({ ...pageQuery, ...period }),
    reply: pageWire(line),
  },
  'GET /v1/shops/{shop}/payouts': {
    summary: 'Payouts of the shop, newest first',
    who: 'staff',
    params: shop,
    query: obj(pageQuery),
    reply: pageWire(payout),
  },
  'GET /v1/payouts': {
    summary: 'Payouts to make and made, newest first',
    who: 'operator',
    query: obj({ ...pageQuery, state: optional(oneOf(payoutStates)) }),
    reply: pageWire(named),
  },
  'POST /v1/payouts': {
    summary: 'Make payouts of all that is payable',
    who: 'operator',
    rate: 'write',
    idempotency: 'required',
    reply: obj({ made: integer(0, 1_000_000) }),
  },
  'PUT /v1/payouts/{id}/state': {
    summary: 'The transfer was made, or could not be',
    who: 'operator',
    rate: 'write',
    params: obj({ id: idOf('pyo') }),
    body: obj({ state: oneOf(['paid', 'failed']), reason: optional(text(80)) }),
    reply: named,
  },
  'POST /v1/ledger/settlements': {
    summary: 'A payment provider paid into the bank',
    who: 'operator',
    rate: 'write',
    idempotency: 'required',
    body: obj({ provider: text(40, 1), reference: text(80, 1), given: moneyWire, received: moneyWire }),
    reply: obj({ ok: oneOf(['yes']) }),
  },
  'GET /v1/ledger/rates': {
    summary:
      'Commission, creators’ share and payment fees by day, the latest first; a row that names a shop counts before one for all',
    who: 'operator',
    query: obj(pageQuery),
    reply: pageWire(rate),
  },
  'POST /v1/ledger/rates': {
    summary: 'A rate from a day on; what was sold before keeps its own',
    who: 'operator',
    rate: 'write',
    body: obj({
      kind: oneOf(rateKinds),
      holder: text(60, 1),
      bps: integer(0, 10_000),
      /** At least a minute from now, which it is when it is missing. */ since: optional(timeWire),
    }),
    reply: rate,
    status: 201,
  },
  'GET /v1/ledger/check': {
    summary: 'What the last comparison of ledger, log and providers found',
    who: 'operator',
    reply: obj({ check: nullable(check) }),
  },
  'POST /v1/ledger/check': {
    summary: 'Compare ledger, log and providers now',
    who: 'operator',
    rate: 'write',
    reply: obj({ check: nullable(check) }),
  },
})
