import type { Reply } from '../../client/api.ts'
import { money, said } from '../../i18n/format.ts'
import { noticeWords } from '../../i18n/shopper/notices/index.ts'

export type Notice = Reply<'GET /v1/me/notices'>['items'][number]
type OrderStep = keyof ReturnType<typeof noticeWords>['order']
type ReturnStep = keyof ReturnType<typeof noticeWords>['returns']
type ShopStep = keyof ReturnType<typeof noticeWords>['shopReturns']
type BankStep = keyof ReturnType<typeof noticeWords>['chargebacks']
type ReplyStep = keyof ReturnType<typeof noticeWords>['reply']

/** What a notice says: a line, and a smaller one under it. */
export function noticeText(n: Notice): { line: string; note: string } {
  const t = noticeWords()
  const who = n.person?.name || t.someone
  const thing = n.title ? said(n.title) : t.something
  switch (n.kind) {
    case 'order':
      return { line: (t.order[n.step as OrderStep] ?? t.order.paid)(thing), note: t.orderNumber(n.words) }
    case 'refund':
      return {
        line: (n.step === 'price_fell' ? t.refundFell : t.refund)(n.amount ? money(n.amount) : ''),
        note: t.orderNumber(n.words),
      }
    case 'return':
      return { line: (t.returns[n.step as ReturnStep] ?? t.returns.received)(thing), note: t.orderNumber(n.words) }
    case 'shop_return':
      return { line: t.shopReturns[n.step as ShopStep] ?? t.shopReturns.requested, note: t.orderNumber(n.words) }
    case 'chargeback':
      return {
        line: (t.chargebacks[n.step as BankStep] ?? t.chargebacks.opened)(n.amount ? money(n.amount) : ''),
        note: t.orderNumber(n.words),
      }
    case 'review_ask':
      return { line: t.reviewAsk(thing), note: t.orderNumber(n.words) }
    case 'price_drop':
      // A buyer within the promise, not somebody who asked to be told.
      if (n.step === 'bought')
        return { line: t.boughtFell(n.amount ? money(n.amount) : '', n.was ? money(n.was) : ''), note: t.orderNumber(n.words) }
      return {
        line: t.priceDrop(thing),
        note: n.title ? t.priceDropText(n.amount ? money(n.amount) : '', n.was ? money(n.was) : '') : t.gone,
      }
    case 'restock':
      return { line: t.restock(thing), note: n.title ? '' : t.gone }
    case 'reply':
      return { line: (t.reply[n.step as ReplyStep] ?? t.reply.comment)(who), note: n.title ? thing : n.words }
    case 'follower':
      return { line: t.follower(who), note: n.person ? `@${n.person.handle}` : '' }
    case 'post':
      if (n.step === 'first_hour') return { line: t.post.firstHour(n.views, n.likes), note: n.words }
      return { line: n.step === 'helped' ? t.post.helped(n.people) : t.post.live, note: n.words }
  }
}

/** A page of the studio, which is not this app; null for all others. */
export function studioLink(n: Notice): string | null {
  if (n.kind === 'shop_return') return `/studio/returns/${n.subject.id}`
  return n.kind === 'chargeback' ? `/studio/orders/${n.subject.id}` : null
}

/** Where it leads; nowhere when who did it has left. */
export function noticeLink(n: Notice) {
  const { kind, id } = n.subject
  if (kind === 'order') return { to: '/orders/$order', params: { order: id } } as const
  if (kind === 'product') return { to: '/product/$product', params: { product: id } } as const
  if (kind === 'post') return { to: '/p/$post', params: { post: id } } as const
  return n.person ? ({ to: '/u/$handle', params: { handle: n.person.handle } } as const) : ({ to: '/me/notices' } as const)
}
