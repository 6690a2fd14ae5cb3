import { type Currency, type Language, money, textIn } from '#base/kernel'
import type { NoticeView } from './inbox.ts'
import type { NoticeKind } from './kinds.ts'
import { amount } from './letter-words.ts'

interface Parts {
  readonly who: string
  readonly thing: string
  readonly now: string
  readonly was: string
  readonly view: NoticeView
}
type Line = (p: Parts) => string

/** Kinds that are mailed from here; the letters of orders and refunds are their own (letter-words.ts). */
type Mailed = Exclude<NoticeKind, 'order' | 'refund' | 'return'>
const shopReturn: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: { requested: 'A buyer asks for a return', sent_back: 'A buyer sent it back', withdrawn: 'A buyer keeps it after all' },
  ja: {
    requested: '返品の申し出がありました',
    sent_back: '返品が発送されました',
    withdrawn: '返品の申し出が取り下げられました',
  },
  zh: { requested: '买家申请退货', sent_back: '买家已寄回', withdrawn: '买家撤回了退货申请' },
}
const chargeback: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    opened: 'The buyer’s bank took a payment back',
    won: 'A disputed payment is yours again',
    lost: 'A disputed payment is lost',
  },
  ja: {
    opened: '購入者の銀行から支払いの取り消しがありました',
    won: '取り消された支払いが戻りました',
    lost: '取り消された支払いは戻りませんでした',
  },
  zh: { opened: '买家的银行撤回了付款', won: '有争议的付款已归还', lost: '有争议的付款未能追回' },
}
const lines: Readonly<Record<Language, Readonly<Record<Mailed, Line>>>> = {
  en: {
    review_ask: p => `How is it in use? ${p.thing} would like to hear from you.`,
    price_drop: p =>
      p.view.step === 'bought'
        ? `Something you bought for ${p.was} costs ${p.now} now, within the shop’s promise: you get the difference back. Order ${p.view.words}.`
        : `${p.thing} costs ${p.now} now. It was ${p.was} when you asked.`,
    restock: p => `${p.thing} can be bought again.`,
    reply: p => `${p.who} answered you.`,
    follower: p => `${p.who} follows you now.`,
    post: p =>
      p.view.step === 'helped'
        ? `Your post helped ${p.view.people === 1 ? 'somebody' : `${p.view.people} people`} decide.`
        : p.view.step === 'first_hour'
          ? `The first hour of your post: ${p.view.views} views, ${p.view.likes} likes.`
          : 'Your post is live.',
    shop_return: p => `${shopReturn.en[p.view.step] ?? shopReturn.en.requested}: order ${p.view.words}.`,
    chargeback: p => `${chargeback.en[p.view.step] ?? chargeback.en.opened}: order ${p.view.words}${p.now && `, ${p.now}`}.`,
  },
  ja: {
    review_ask: p => `使い心地はいかがですか。${p.thing}が感想をお待ちしています。`,
    price_drop: p =>
      p.view.step === 'bought'
        ? `${p.was}で購入された商品が${p.now}に値下がりしました。値下がり補償の期間内のため、差額を受け取れます（注文 ${p.view.words}）。`
        : `${p.thing}が${p.now}になりました（お申し込み時は${p.was}）。`,
    restock: p => `${p.thing}が再入荷しました。`,
    reply: p => `${p.who}さんから返信がありました。`,
    follower: p => `${p.who}さんにフォローされました。`,
    post: p =>
      p.view.step === 'helped'
        ? `あなたの投稿が${p.view.people}人の購入の決め手になりました。`
        : p.view.step === 'first_hour'
          ? `投稿から1時間：視聴${p.view.views}回、いいね${p.view.likes}件。`
          : '投稿が公開されました。',
    shop_return: p => `注文 ${p.view.words}：${shopReturn.ja[p.view.step] ?? shopReturn.ja.requested}。`,
    chargeback: p => `注文 ${p.view.words}：${chargeback.ja[p.view.step] ?? chargeback.ja.opened}${p.now && `（${p.now}）`}。`,
  },
  zh: {
    review_ask: p => `用得怎么样？${p.thing}想听听你的感受。`,
    price_drop: p =>
      p.view.step === 'bought'
        ? `你以${p.was}购买的商品现价${p.now}，仍在价格保护期内，可领取差价（订单 ${p.view.words}）。`
        : `${p.thing}现价${p.now}，你设置提醒时为${p.was}。`,
    restock: p => `${p.thing}又有货了。`,
    reply: p => `${p.who}回复了你。`,
    follower: p => `${p.who}关注了你。`,
    post: p =>
      p.view.step === 'helped'
        ? `你的作品帮助${p.view.people}人做了决定。`
        : p.view.step === 'first_hour'
          ? `作品发布一小时：${p.view.views}次观看，${p.view.likes}个赞。`
          : '你的作品已发布。',
    shop_return: p => `订单 ${p.view.words}：${shopReturn.zh[p.view.step] ?? shopReturn.zh.requested}。`,
    chargeback: p => `订单 ${p.view.words}：${chargeback.zh[p.view.step] ?? chargeback.zh.opened}${p.now && `（${p.now}）`}。`,
  },
}
const words: Readonly<Record<Language, { someone: string; something: string; stop: string }>> = {
  en: { someone: 'Somebody', something: 'A product that you follow', stop: 'Which mails you get: ' },
  ja: { someone: 'どなたか', something: 'お気に入りの商品', stop: 'メールの設定：' },
  zh: { someone: '有人', something: '你关注的商品', stop: '邮件设置：' },
}

/** Where a notice leads: a page of the shopper's, or of the studio for who works in a shop. */
export function pathOf({ kind, subject, person }: NoticeView): string {
  if (kind === 'shop_return') return `/studio/returns/${subject.id}`
  if (kind === 'chargeback') return `/studio/orders/${subject.id}`
  if (subject.kind === 'order') return `/orders/${subject.id}`
  if (subject.kind === 'product') return `/product/${subject.id}`
  if (subject.kind === 'post') return `/p/${subject.id}`
  return `/u/${person?.handle || subject.id}`
}

export function noticeLetter(view: NoticeView, language: Language, url: string): { subject: string; text: string } {
  const w = words[language]
  const said = (m: NoticeView['amount']) => (m ? amount(money(BigInt(m.minor), m.currency as Currency), language) : '')
  const parts: Parts = {
    who: view.person?.name || w.someone,
    thing: (view.title && textIn(view.title, language)) || w.something,
    now: said(view.amount),
    was: said(view.was),
    view,
  }
  const subject = lines[language][view.kind as Mailed](parts)
  return { subject, text: `${subject}\n\n${url}${pathOf(view)}\n\n${w.stop}${url}/me/notices/settings\n` }
}
