import { useQuery } from '@tanstack/react-query'
import { api, ask, type Reply } from '../../client/api.ts'
import { langTag } from '../../i18n/core.ts'
import { dateTime, finePercent, money, textIn } from '../../i18n/format.ts'
import { useRunning } from '../../i18n/shopper/running/index.ts'
import { Tag } from '../../ui/core/icons.tsx'

type Running = Reply<'GET /v1/shops/{shop}/running-offers'>['items'][number]
interface RunningOffersProps {
  readonly shop: string
  /** Where it is bought for: offers of other countries are not told. */
  readonly market: string
  readonly product?: string
  readonly variant?: string | undefined
}

/**
 * Offers that hold now, with what they ask for and when they end. No price from before stands here: what may be struck through is said by
 * the price alone. Without an answer nothing is shown; the checkout counts them all the same.
 */
export default function RunningOffers({ shop, market, product, variant }: RunningOffersProps) {
  const t = useRunning()
  const offers = useQuery({
    queryKey: ['running-offers', shop, product ?? null, market],
    queryFn: () =>
      ask(
        api.GET('/v1/shops/{shop}/running-offers', {
          params: { path: { shop }, query: { market, ...(product !== undefined && { product }) } },
        }),
      ),
    staleTime: 30_000,
  })
  const items = (offers.data?.items ?? []).filter(
    o => o.kind !== 'flash' || variant === undefined || o.items.some(i => i.variant === variant && i.left !== 0),
  )
  if (items.length === 0) return null
  return (
    <section className="my-3 grid gap-2 rounded-card bg-sunk px-4 py-3" aria-label={t.title}>
      <ul className="m-0 grid list-none gap-2 p-0">
        {items.map(o => (
          <One key={o.id} offer={o} variant={variant} onOne={product !== undefined} />
        ))}
      </ul>
      <p className="text-caption text-ink-2">{t.counted}</p>
    </section>
  )
}

function One({ offer, variant, onOne }: { offer: Running; variant: string | undefined; onOne: boolean }) {
  const t = useRunning()
  const name = textIn(offer.name)
  const item = offer.items.find(i => i.variant === variant) ?? offer.items[0]
  const gives = {
    percent: () => t.off(finePercent((offer.percent ?? 0) / 10_000)),
    fixed: () => t.off(offer.amount ? money(offer.amount) : ''),
    buy_get: () => t.buyGet(offer.buy ?? 0, offer.get ?? 0),
    free_shipping: () => t.free,
    flash: () => t.flash(item ? money(item.price) : ''),
  }
  const flash = offer.kind === 'flash'
  const notes = [
    offer.minimum && t.from(money(offer.minimum)),
    !onOne && offer.products.length + offer.categories.length + offer.items.length > 0 && t.some,
    flash && item?.left != null && item.left < 99 && t.left(item.left),
    offer.perPerson !== null && (flash ? t.perPerson(offer.perPerson) : t.perOrders(offer.perPerson)),
    offer.ends && t.until(dateTime(offer.ends)),
  ].filter((note): note is string => typeof note === 'string')
  return (
    <li className="flex items-start gap-2">
      <Tag size={18} className="mt-[3px] flex-none" />
      <span className="min-w-0 [overflow-wrap:anywhere]">
        <b className="font-semibold">{gives[offer.kind]()}</b>
        <span className="text-ink-2" lang={langTag(name.lang)}>
          {' '}
          · {name.text}
        </span>
        {notes.length > 0 && <span className="num block text-meta text-ink-2">{notes.join(' · ')}</span>}
      </span>
    </li>
  )
}
