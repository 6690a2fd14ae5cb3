import { createHmac, timingSafeEqual } from 'node:crypto'
import { bind, type ErrorCode, type RouteSet } from '#base/http'
import { type Id, minutes, ok, type Result, refuse, toWire } from '#base/kernel'
import { type DeclarationRow, returnTimes } from '#rooms/trade'
import { cancel, ownDeclaration, rebuild, send, setParcel, takeBack } from './desk.ts'
import type { Context } from './doors.ts'
import { hear } from './follow-order.ts'
import { answerPaymentQuery } from './payment-data.ts'
import { sweepSoon } from './sweep.ts'
import { wire } from './wire.ts'

const shown = (d: DeclarationRow) => {
  const { returning: _returning, returns: _returns, ...parcel } = d.parcel
  const times = returnTimes(d)
  return {
    ...{ order: d.order_id, number: d.order_number, shop: d.shop, state: d.state, sendable: d.sendable, parcel },
    checks: d.checks.map(k => ({
      ...{ code: k.code, ok: k.ok },
      values: Object.entries(k.values).map(([name, value]) => ({ name, value: String(value).slice(0, 600) })),
    })),
    documents: Object.entries(d.life.documents).map(([code, of]) => ({
      ...{ code: Number(code), standing: of.standing, attempts: of.attempts, status: of.status, reason: of.reason },
    })),
    ...{ preNo: d.life.preNo, invtNo: d.life.invtNo },
    ...{ released: times?.released.toISOString() ?? null, returnUntil: times?.until.toISOString() ?? null },
    ...{ created: d.created.toISOString(), updated: d.updated.toISOString(), closed: d.closed?.toISOString() ?? null },
  }
}
const told = (done: Result<DeclarationRow, ErrorCode>) => (done.ok ? ok(shown(done.value)) : done)
/** Something has to go to customs: it does not wait for the minute. */
async function gone(c: Context, done: Result<DeclarationRow, ErrorCode>) {
  if (done.ok) await sweepSoon(c)
  return told(done)
}

/** Who holds the secret may tell; an old signature is worth nothing. */
function isSigned(c: Context, body: { xml: string; at: string; signature: string }): boolean {
  const { customsSecret } = c.house.config
  if (customsSecret === null || Math.abs(c.house.clock.now().getTime() - Date.parse(body.at)) > minutes(5)) return false
  const wanted = createHmac('sha256', customsSecret).update(`${body.at}.${body.xml}`).digest()
  const given = Buffer.from(body.signature, 'base64')
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

export const declareRoutes = (c: Context): RouteSet =>
  bind('declare', wire, {
    'GET /v1/shops/{shop}/declarations': async ({ caller, params, query }) => {
      const page = await c.trade.declarations.list(caller, params.shop as Id<'shop'>, query)
      return page.ok ? ok({ items: page.value.items.map(shown), next: page.value.next }) : page
    },
    'GET /v1/shops/{shop}/declaration-counts': ({ caller, params }) =>
      c.trade.declarations.counts(caller, params.shop as Id<'shop'>),
    'GET /v1/declarations/{order}': async ({ caller, params }) => {
      const own = await ownDeclaration(c, caller, params.order)
      if (!own.ok) return own
      const messages = await c.trade.declarations.messages(own.value)
      const declared = c.trade.declarations.declared(own.value)
      return ok({
        declaration: shown(own.value),
        declared: declared && { ...declared, goods: declared.goods.map(g => ({ ...g, price: toWire(g.price) })) },
        connected: c.port !== null,
        messages: messages.map(m => ({
          ...{ direction: m.direction, code: m.code, at: m.at.toISOString(), sent: m.sent?.toISOString() ?? null },
          ...{ outcome: m.outcome, words: m.words },
        })),
      })
    },
    'PUT /v1/declarations/{order}/parcel': async ({ caller, params, body }) =>
      told(await setParcel(c, caller, params.order, body as DeclarationRow['parcel'])),
    'POST /v1/declarations/{order}/check': async ({ caller, params }) => told(await rebuild(c, caller, params.order)),
    'POST /v1/declarations/{order}/send': async ({ caller, params }) => gone(c, await send(c, caller, params.order)),
    'POST /v1/declarations/{order}/cancel': async ({ caller, params, body }) =>
      gone(c, await cancel(c, caller, params.order, body.reason)),
    'POST /v1/declarations/{order}/return': async ({ caller, params, body }) =>
      gone(c, await takeBack(c, caller, params.order, { reason: body.reason, lines: body.lines ?? [] })),
    'GET /v1/declarations/{order}/documents/{code}': async ({ caller, params, query }) => {
      const own = await ownDeclaration(c, caller, params.order)
      if (!own.ok) return own
      const clear = query.clear === 'yes'
      if (clear && query.why === undefined)
        return refuse('reason_required', 'Say why the document is read in clear; it is written down')
      return c.trade.declarations.show(caller, params.order, { code: params.code, clear, why: query.why ?? '' })
    },
    'POST /v1/shops/{shop}/customs-receipts': async ({ caller, params, body }) => {
      const may = c.accounts.may(caller, 'trade.manage', { shop: params.shop as Id<'shop'> })
      if (!may.ok) return may
      const heard = await hear(c, body.xml, params.shop as Id<'shop'>)
      return heard.ok ? ok({ items: heard.value }) : heard
    },
    'POST /v1/customs/receipts': async ({ body }) => {
      if (!isSigned(c, body)) return refuse('webhook_forged', 'The signature of this receipt does not hold')
      const heard = await hear(c, body.xml, null)
      return heard.ok ? ok({ ok: true as const }) : heard
    },
    'POST /v1/customs/payment-data': async ({ body }) => ok(await answerPaymentQuery(c, body)),
  })
