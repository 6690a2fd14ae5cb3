import type { Caller, ErrorCode } from '#base/http'
import { ok, type Result, refuse } from '#base/kernel'
import type { DeclarationRow, ParcelFacts } from '#rooms/trade'
import type { Context } from './doors.ts'
import { orderToDeclare } from './order-facts.ts'

type Done = Result<DeclarationRow, ErrorCode>

/** The declaration for who manages the shop's trade; to others it does not exist. */
export async function ownDeclaration(c: Context, caller: Caller, order: string): Promise<Done> {
  const row = await c.trade.declarations.read(order)
  const may = row && c.accounts.may(caller, 'trade.manage', { shop: row.shop })
  return row && may?.ok ? ok(row) : refuse('not_found', 'No such declaration')
}

/** Builds the documents anew from what is known now, and checks them. */
export async function rebuild(c: Context, caller: Caller, order: string): Promise<Done> {
  const own = await ownDeclaration(c, caller, order)
  if (!own.ok) return own
  const facts = await orderToDeclare(c, order)
  if (!facts) return refuse('wrong_state', 'The address of this order is gone', { state: own.value.state, action: 'build' })
  return c.trade.declarations.build(facts, caller.person)
}

export async function setParcel(c: Context, caller: Caller, order: string, parcel: ParcelFacts): Promise<Done> {
  const own = await ownDeclaration(c, caller, order)
  if (!own.ok) return own
  const set = await c.trade.declarations.setParcel(order, parcel)
  return set.ok ? rebuild(c, caller, order) : set
}

/** Sends what is due. Times and numbers of a message are of its sending, so what goes is built anew right before. */
export async function send(c: Context, caller: Caller, order: string): Promise<Done> {
  const own = await ownDeclaration(c, caller, order)
  if (!own.ok) return own
  if (own.value.state !== 'matched') {
    const built = await rebuild(c, caller, order)
    if (!built.ok) return built
  }
  return c.trade.declarations.send(order)
}

export async function cancel(c: Context, caller: Caller, order: string, reason: string): Promise<Done> {
  const own = await ownDeclaration(c, caller, order)
  return own.ok ? c.trade.declarations.cancel(order, reason) : own
}

export async function takeBack(
  c: Context,
  caller: Caller,
  order: string,
  wish: { reason: string; lines: readonly { line: number; quantity: number }[] },
): Promise<Done> {
  const own = await ownDeclaration(c, caller, order)
  if (!own.ok) return own
  const lines = wish.lines.map(l => ({ gnum: String(l.line), quantity: BigInt(l.quantity) }))
  return c.trade.declarations.takeBack(order, { reason: wish.reason, lines })
}
