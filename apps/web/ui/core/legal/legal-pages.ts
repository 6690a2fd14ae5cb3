import type { Shop, Texts } from '../../../client/types.ts'
import { type Language, languages } from '../../../i18n/core.ts'
import type { LegalWords } from '../../../i18n/legal/index.ts'

export const pageKeys = ['notice', 'shipping', 'returns', 'privacy'] as const
export type PageKey = (typeof pageKeys)[number]
/** One line of a page. `text` null: a fact that the law asks for and the seller has not given. */
export interface LegalRow {
  readonly label: string
  readonly text: string | null
  /** The language that the text is in. */
  readonly lang: Language
}
export interface LegalPage {
  readonly key: PageKey
  readonly title: string
  readonly rows: readonly LegalRow[]
}
const tags = { en: 'en-US', ja: 'ja-JP', zh: 'zh-CN' } as const
/** Exact: minor units never go through a float. */
function sumIn(language: Language, minor: string, currency: string): string {
  const format = new Intl.NumberFormat(tags[language], { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 0
  return format.format(`${minor}E-${digits}` as Intl.StringNumericLiteral).replace('￥', '¥')
}
/** The seller's own words in this language, else in the nearest that has some. */
function textOf(texts: Texts, language: Language): { text: string | null; lang: Language } {
  for (const l of [language, ...languages]) {
    const text = texts[l]?.trim()
    if (text) return { text, lang: l }
  }
  return { text: null, lang: language }
}

/**
 * The legal pages of a shop in one language, made of the seller's facts. Pure. What must be said: Specified Commercial Transactions
 * Act, Art. 11 (Japan); CRD Art. 6 (EU). Facts that are not asked of everybody are left out where there is none.
 */
export function legalPages(shop: Shop, language: Language, w: LegalWords): readonly LegalPage[] {
  const { seller } = shop
  const say = (label: string, text: string): LegalRow => ({ label, text: text.trim() || null, lang: language })
  const may = (label: string, text: string): LegalRow[] => (text.trim() ? [say(label, text)] : [])
  const own = (label: string, texts: Texts): LegalRow => ({ label, ...textOf(texts, language) })
  const sum = (minor: string) => sumIn(language, minor, shop.currency)
  const free = shop.shippingFee !== '0' && shop.freeShippingFrom !== null ? w.freeFrom(sum(shop.freeShippingFrom)) : ''
  const fee = shop.shippingFee === '0' ? w.feeFree : [w.feeText(sum(shop.shippingFee)), free].filter(Boolean).join(' ')
  const dispatch = say(w.dispatch, w.dispatchText(shop.dispatchDays))
  const reach = [say(w.seller, seller.legalName), say(w.email, seller.email), say(w.phone, seller.phone)]
  const rows: Record<PageKey, readonly LegalRow[]> = {
    notice: [
      say(w.seller, seller.legalName),
      say(w.representative, seller.representative),
      say(w.address, seller.address),
      say(w.phone, seller.phone),
      say(w.email, seller.email),
      ...may(w.registration, seller.registration),
      ...may(w.invoices, seller.taxRegistered ? w.issued : ''),
      say(w.price, w.priceText),
      say(w.extra, fee),
      say(w.payment, w.paymentText),
      dispatch,
      own(w.pages.returns, seller.returns),
    ],
    shipping: [
      dispatch,
      say(w.transit, w.transitText(shop.deliveryDays.from, shop.deliveryDays.to)),
      say(w.fee, fee),
      own(w.terms, seller.delivery),
    ],
    returns: [
      say(w.before, w.beforeText),
      say(w.period, shop.returnDays === 0 ? w.noReturns : w.periodText(shop.returnDays)),
      say(w.refund, w.refundText),
      own(w.terms, seller.returns),
    ],
    privacy: [
      say(w.kept, w.keptText),
      say(w.purpose, w.purposeText),
      say(w.shared, w.sharedText),
      say(w.rights, w.rightsText),
      ...reach,
    ],
  }
  // The act is Japan's; elsewhere the same facts stand under a plain title.
  const titles = { ...w.pages, ...(shop.country !== 'JP' && { notice: w.imprint }) }
  return pageKeys.map(key => ({ key, title: titles[key], rows: rows[key] }))
}
