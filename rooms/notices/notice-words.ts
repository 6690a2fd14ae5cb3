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
type Mailed = Exclude<NoticeKind, 'order' | 'refund'>
const lines: Readonly<Record<Language, Readonly<Record<Mailed, Line>>>> = {
  en: {
    review_ask: p => `How is it in use? ${p.thing} would like to hear from you.`,
    price_drop: p => `${p.thing} costs ${p.now} now. It was ${p.was} when you asked.`,
    restock: p => `${p.thing} can be bought again.`,
    reply: p => `${p.who} answered you.`,
    follower: p => `${p.who} follows you now.`,
    post: p =>
      p.view.step === 'helped'
        ? `Your post helped ${p.view.people === 1 ? 'somebody' : `${p.view.people} people`} decide.`
        : p.view.step === 'first_hour'
          ? `The first hour of your post: ${p.view.views} views, ${p.view.likes} likes.`
          : 'Your post is live.',
  },
  ja: {
    review_ask: p => `使い心地はいかがですか。${p.thing}が感想をお待ちしています。`,
    price_drop: p => `${p.thing}が${p.now}になりました（お申し込み時は${p.was}）。`,
    restock: p => `${p.thing}が再入荷しました。`,
    reply: p => `${p.who}さんから返信がありました。`,
    follower: p => `${p.who}さんにフォローされました。`,
    post: p =>
      p.view.step === 'helped'
        ? `あなたの投稿が${p.view.people}人の購入の決め手になりました。`
        : p.view.step === 'first_hour'
          ? `投稿から1時間：視聴${p.view.views}回、いいね${p.view.likes}件。`
          : '投稿が公開されました。',
  },
  zh: {
    review_ask: p => `用得怎么样？${p.thing}想听听您的感受。`,
    price_drop: p => `${p.thing}现价${p.now}，您设置提醒时为${p.was}。`,
    restock: p => `${p.thing}又有货了。`,
    reply: p => `${p.who}回复了您。`,
    follower: p => `${p.who}关注了您。`,
    post: p =>
      p.view.step === 'helped'
        ? `您的作品帮助${p.view.people}人做了决定。`
        : p.view.step === 'first_hour'
          ? `作品发布一小时：${p.view.views}次观看，${p.view.likes}个赞。`
          : '您的作品已发布。',
  },
}
const words: Readonly<Record<Language, { someone: string; something: string; stop: string }>> = {
  en: { someone: 'Somebody', something: 'A product that you follow', stop: 'Which mails you get: ' },
  ja: { someone: 'どなたか', something: 'お気に入りの商品', stop: 'メールの設定：' },
  zh: { someone: '有人', something: '您关注的商品', stop: '邮件设置：' },
}

/** Where a notice leads, as a path of the shopper's pages. */
export function pathOf({ subject, person }: NoticeView): string {
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
