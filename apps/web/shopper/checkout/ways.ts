import type { Reply } from '../../client/api.ts'
import type { Checkout } from '../../client/types.ts'

export type Ways = Reply<'GET /v1/payment-methods'>
export type Way = Ways['items'][number]

/** What our screens can carry out: a card only where the server says with which key its token is made. */
export const shownWays = (ways: Ways | undefined): readonly Way[] =>
  (ways?.items ?? []).filter(way => way.key !== 'card' || ways?.cardKey !== null)

/** Prices and ways to pay are those of the country that it goes to; before there is an address, of the market that was asked for. */
export const whereOf = (checkout: Checkout): { currency: string; country?: string } => {
  const country = checkout.address?.country ?? checkout.orders[0]?.market
  return { currency: checkout.total.currency, ...(country && { country }) }
}

const remembered = 'enishi.way'
/** The way that this device paid by last comes first again, where it is offered. */
export const lastWay = (): string | null => localStorage.getItem(remembered)
export const rememberWay = (key: string): void => localStorage.setItem(remembered, key)

/** A phone is sent to a page that opens the provider's app; anything else shows a code for a phone to scan. */
export const device = (): 'phone' | 'desktop' =>
  matchMedia('(pointer: coarse) and (max-width: 900px)').matches ? 'phone' : 'desktop'
