import { langTag } from '../../i18n/core.ts'
import { dateTime, finePercent, money, textIn } from '../../i18n/format.ts'
import { usePromotions } from '../../i18n/studio/promotions/index.ts'
import { Link, State } from '../../ui/desk/index.ts'
import { type Offer, toneOf } from './promotions-data.ts'

type Words = ReturnType<typeof usePromotions>

/** What an offer gives, in a few words. */
export function givesOf(t: Words, o: Offer): string {
  const gives = {
    percent: () => t.off(finePercent((o.percent ?? 0) / 10_000)),
    fixed: () => t.off(o.amount ? money(o.amount) : ''),
    buy_get: () => t.buyGet(o.buy ?? 0, o.get ?? 0),
    free_shipping: () => t.free,
    flash: () => t.flashOf(o.items.length),
  }
  return gives[o.kind]()
}

export function OfferName({ offer }: { offer: Offer }) {
  const t = usePromotions()
  const { text, lang } = textIn(offer.name)
  return (
    <span className="min-w-0">
      <Link
        to="/promotions/$offer"
        params={{ offer: offer.id }}
        lang={langTag(lang)}
        className="line-clamp-2 font-semibold break-words"
      >
        {text}
      </Link>
      {offer.code && <span className="num block text-caption break-all text-ink-2">{t.code(offer.code)}</span>}
    </span>
  )
}

export function OfferState({ offer }: { offer: Offer }) {
  const t = usePromotions()
  return <State tone={toneOf[offer.standing]}>{t.standings[offer.standing]}</State>
}

export function Gives({ offer }: { offer: Offer }) {
  const t = usePromotions()
  const notes = [
    ...(offer.minimum ? [t.from(money(offer.minimum))] : []),
    ...(offer.kind !== 'flash' && offer.products.length + offer.categories.length > 0 ? [t.onlySome] : []),
    ...(offer.markets.length > 0 ? [offer.markets.join(', ')] : []),
  ]
  return (
    <span>
      {givesOf(t, offer)}
      {notes.length > 0 && <span className="block text-caption text-ink-2">{notes.join(' · ')}</span>}
    </span>
  )
}

export function Span({ offer }: { offer: Offer }) {
  const t = usePromotions()
  const from = dateTime(offer.starts)
  return (
    <span className="num text-meta">
      {offer.ends ? t.until(from, dateTime(offer.ends)) : from}
      {!offer.ends && <span className="block text-caption text-ink-2">{t.open}</span>}
    </span>
  )
}

/** Orders that have it, and what is left of its limits. */
export function Left({ offer }: { offer: Offer }) {
  const t = usePromotions()
  const taken = offer.items.reduce((n, i) => n + i.sold, 0)
  const limited = offer.items.length > 0 && offer.items.every(i => i.limit !== null)
  const lines = [
    offer.uses === null ? t.used(offer.used) : t.usedOf(offer.used, offer.uses),
    ...(offer.budget ? [t.budgetLeft(money(restOf(offer)), money(offer.budget))] : []),
    ...(limited
      ? [
          t.piecesOf(
            taken,
            offer.items.reduce((n, i) => n + (i.limit ?? 0), 0),
          ),
        ]
      : []),
  ]
  return (
    <span className="num text-meta">
      {lines.map(line => (
        <span key={line} className="block">
          {line}
        </span>
      ))}
    </span>
  )
}
const restOf = (o: Offer) => ({ ...o.spent, minor: String(BigInt(o.budget?.minor ?? 0) - BigInt(o.spent.minor)) })
