import { currencies, type Language, type Money, textIn } from '#base/kernel'
import type { OrderLetter } from './letters.ts'

export const letterKinds = [
  'paid',
  'shipped',
  'delivered',
  'refunded',
  'price_protected',
  'cancelled',
  'parcel_shipped',
  'parcel_delivered',
  'return_approved',
  'return_refused',
  'return_received',
] as const
export type LetterKind = (typeof letterKinds)[number]
interface Words {
  readonly subject: (l: OrderLetter) => string
  readonly opening: (l: OrderLetter) => string
}
const shop = (l: OrderLetter) => textIn(l.shop, l.language)

/** Who carries it, and under which number. */
const carried = (l: OrderLetter): string => `${l.carrier ?? 'the carrier'}${l.tracking ? ` (tracking number ${l.tracking})` : ''}`

/** What the letters say; the list of goods and the link follow in `letterText`. */
const words: Readonly<Record<Language, Readonly<Record<LetterKind, Words>>>> = {
  en: {
    paid: {
      subject: l => `Your order ${l.number} from ${shop(l)}`,
      opening: l => `Thank you. We have received your order and your payment of ${amount(l.total, l.language)}.`,
    },
    shipped: {
      subject: l => `On its way: order ${l.number}`,
      opening: l => `${shop(l)} has handed your parcel to ${carried(l)}.`,
    },
    delivered: {
      subject: l => `Delivered: order ${l.number}`,
      opening: () => 'Your parcel has arrived. If something is not right, you can ask for a return on the order’s page.',
    },
    refunded: {
      subject: l => `Refund for order ${l.number}`,
      opening: l => `We have sent back ${amount(l.refunded, l.language)} in all. It can take a few days until you see it.`,
    },
    price_protected: {
      subject: l => `The price fell: money back for order ${l.number}`,
      opening: l =>
        `The price of something in this order fell within the days that ${shop(l)} had promised, and the difference is on its way back to you. In all, ${amount(l.refunded, l.language)} of this order has been sent back.`,
    },
    cancelled: {
      subject: l => `Cancelled: order ${l.number}`,
      opening: () => 'Your order was cancelled. If you had paid, the money goes back to you.',
    },
    parcel_shipped: {
      subject: l => `A parcel of order ${l.number} is on its way`,
      opening: l => `${shop(l)} has handed one parcel to ${carried(l)}. What is in it is on the order’s page.`,
    },
    parcel_delivered: {
      subject: l => `A parcel of order ${l.number} has arrived`,
      opening: () => 'One parcel has arrived. If something is not right, you can ask for a return on the order’s page.',
    },
    return_approved: {
      subject: l => `Your return of order ${l.number} is agreed`,
      opening: l => `${shop(l)} agrees to your return. How it goes on is on the order’s page.`,
    },
    return_refused: {
      subject: l => `About your return of order ${l.number}`,
      opening: l => `${shop(l)} does not take the return. The reason is on the order’s page.`,
    },
    return_received: {
      subject: l => `Your return of order ${l.number} has arrived`,
      opening: l => `${shop(l)} has what you sent back, and settles it next.`,
    },
  },
  ja: {
    paid: {
      subject: l => `【${shop(l)}】ご注文 ${l.number} を承りました`,
      opening: l => `ご注文ありがとうございます。お支払い ${amount(l.total, l.language)} を確認しました。`,
    },
    shipped: {
      subject: l => `【${shop(l)}】ご注文 ${l.number} を発送しました`,
      opening: l => `お荷物を${l.carrier ?? '運送会社'}に引き渡しました。${l.tracking ? `お問い合わせ番号：${l.tracking}` : ''}`,
    },
    delivered: {
      subject: l => `【${shop(l)}】ご注文 ${l.number} をお届けしました`,
      opening: () => 'お荷物が届きました。お気づきの点があれば、ご注文のページから返品をお申し出いただけます。',
    },
    refunded: {
      subject: l => `【${shop(l)}】ご注文 ${l.number} の返金`,
      opening: l => `合計 ${amount(l.refunded, l.language)} を返金しました。反映まで数日かかることがあります。`,
    },
    price_protected: {
      subject: l => `【${shop(l)}】ご注文 ${l.number} の値下がり分の返金`,
      opening: l =>
        `お約束の期間内に値下がりがあったため、差額を返金いたします。このご注文の返金は合計 ${amount(l.refunded, l.language)} です。反映まで数日かかることがあります。`,
    },
    cancelled: {
      subject: l => `【${shop(l)}】ご注文 ${l.number} のキャンセル`,
      opening: () => 'ご注文をキャンセルしました。お支払い済みの場合は返金いたします。',
    },
    parcel_shipped: {
      subject: l => `【${shop(l)}】ご注文 ${l.number} の一部を発送しました`,
      opening: l =>
        `お荷物の一つを${l.carrier ?? '運送会社'}に引き渡しました。${l.tracking ? `お問い合わせ番号：${l.tracking}。` : ''}中身はご注文のページでご確認いただけます。`,
    },
    parcel_delivered: {
      subject: l => `【${shop(l)}】ご注文 ${l.number} の一部をお届けしました`,
      opening: () => 'お荷物の一つが届きました。お気づきの点があれば、ご注文のページから返品をお申し出いただけます。',
    },
    return_approved: {
      subject: l => `【${shop(l)}】ご注文 ${l.number} の返品を承りました`,
      opening: () => '返品を承りました。今後の流れは、ご注文のページをご覧ください。',
    },
    return_refused: {
      subject: l => `【${shop(l)}】ご注文 ${l.number} の返品について`,
      opening: () => '申し訳ございませんが、返品をお受けできません。理由は、ご注文のページをご覧ください。',
    },
    return_received: {
      subject: l => `【${shop(l)}】ご注文 ${l.number} の返品が届きました`,
      opening: () => 'お送りいただいた品が届きました。このあと、返金または交換の手続きをいたします。',
    },
  },
  zh: {
    paid: {
      subject: l => `订单 ${l.number} 已确认（${shop(l)}）`,
      opening: l => `感谢下单。我们已收到你的付款 ${amount(l.total, l.language)}。`,
    },
    shipped: {
      subject: l => `订单 ${l.number} 已发货`,
      opening: l => `${shop(l)}已将包裹交给${l.carrier ?? '快递公司'}。${l.tracking ? `运单号：${l.tracking}` : ''}`,
    },
    delivered: { subject: l => `订单 ${l.number} 已送达`, opening: () => '包裹已送达。如有问题，可在订单页面申请退货。' },
    refunded: {
      subject: l => `订单 ${l.number} 退款`,
      opening: l => `已累计退款 ${amount(l.refunded, l.language)}，到账可能需要几天。`,
    },
    price_protected: {
      subject: l => `订单 ${l.number} 价格下降，差价退回`,
      opening: l =>
        `在${shop(l)}承诺的期限内价格下降，差价正在退回给你。此订单已累计退款 ${amount(l.refunded, l.language)}，到账可能需要几天。`,
    },
    cancelled: { subject: l => `订单 ${l.number} 已取消`, opening: () => '订单已取消。如已付款，款项将退回。' },
    parcel_shipped: {
      subject: l => `订单 ${l.number} 的一个包裹已发货`,
      opening: l =>
        `${shop(l)}已将其中一个包裹交给${l.carrier ?? '快递公司'}。${l.tracking ? `运单号：${l.tracking}。` : ''}包裹内容见订单页面。`,
    },
    parcel_delivered: {
      subject: l => `订单 ${l.number} 的一个包裹已送达`,
      opening: () => '其中一个包裹已送达。如有问题，可在订单页面申请退货。',
    },
    return_approved: {
      subject: l => `订单 ${l.number} 的退货申请已同意`,
      opening: l => `${shop(l)}同意退货，后续步骤见订单页面。`,
    },
    return_refused: {
      subject: l => `关于订单 ${l.number} 的退货申请`,
      opening: l => `${shop(l)}未同意退货，原因见订单页面。`,
    },
    return_received: {
      subject: l => `订单 ${l.number} 的退货已收到`,
      opening: l => `${shop(l)}已收到你寄回的商品，接下来会处理退款或换货。`,
    },
  },
}
const labels: Readonly<Record<Language, { hello: (name: string) => string; shipping: string; total: string; see: string }>> = {
  en: { hello: name => `Dear ${name},`, shipping: 'Delivery', total: 'Total', see: 'Your order:' },
  ja: { hello: name => `${name} 様`, shipping: '送料', total: '合計', see: 'ご注文の確認：' },
  zh: { hello: name => `${name}，你好：`, shipping: '运费', total: '合计', see: '查看订单：' },
}
const locales: Readonly<Record<Language, string>> = { en: 'en-GB', ja: 'ja-JP', zh: 'zh-CN' }

/** By language and currency; to make one costs more than all the rest of a letter. */
const formats = new Map<string, Intl.NumberFormat>()
function formatOf(language: Language, currency: Money['currency']): Intl.NumberFormat {
  const key = `${language} ${currency}`
  const known = formats.get(key) ?? new Intl.NumberFormat(locales[language], { style: 'currency', currency })
  formats.set(key, known)
  return known
}

/** Exact: the minor units go into Intl as a decimal text, never as a float. */
export function amount(m: Money, language: Language): string {
  const places = currencies[m.currency]
  const digits = m.minor.toString().padStart(places + 1, '0')
  const decimal = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
  return formatOf(language, m.currency).format(decimal as `${number}`)
}

export function letterText(kind: LetterKind, l: OrderLetter): { subject: string; text: string } {
  const w = words[l.language][kind]
  const label = labels[l.language]
  const goods = l.items.map(
    i =>
      `  ${textIn(i.name, l.language)}${i.choice.length ? `（${i.choice.map(c => textIn(c, l.language)).join('・')}）` : ''} × ${i.quantity}  ${amount(i.total, l.language)}`,
  )
  const text = [
    label.hello(l.name),
    '',
    w.opening(l),
    '',
    ...goods,
    `  ${label.shipping}  ${amount(l.shipping, l.language)}`,
    `  ${label.total}  ${amount(l.total, l.language)}`,
    '',
    label.see,
    l.link,
    '',
    shop(l),
  ]
  return { subject: w.subject(l), text: text.join('\n') }
}
