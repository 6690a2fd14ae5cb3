import { Link } from '@tanstack/react-router'
import type { ProductCard as Card } from '../../client/types.ts'
import { langTag } from '../../i18n/core.ts'
import { number, textIn } from '../../i18n/format.ts'
import { useMore } from '../../i18n/shopper/more/index.ts'
import { Star } from '../../ui/core/icons.tsx'
import { Money, Skeleton, Thumb } from '../../ui/core/index.ts'

/** A product in a grid. The order is fixed everywhere: picture, name, price, former price, rating with its count, what is left. */
export function ProductCard({ card, eager }: { card: Card; eager?: boolean }) {
  const t = useMore().card
  const name = textIn(card.name)
  const shop = textIn(card.shop.name)
  const gone = card.available === 0
  return (
    <Link to="/product/$product" params={{ product: card.id }} className="group grid content-start gap-2 rounded-card">
      <span className="relative block overflow-hidden rounded-card bg-sunk">
        <Thumb
          src={card.picture ?? undefined}
          hash={card.thumbhash}
          loading={eager ? 'eager' : 'lazy'}
          width={360}
          height={360}
          className="aspect-square h-auto w-full transition-transform duration-300 group-hover:scale-[1.03]"
        />
        {(gone || card.available <= 5) && (
          <span className="absolute start-2 top-2 rounded-[6px] bg-[oklch(.12_.02_258/.72)] px-[7px] py-[2px] text-caption font-semibold text-white">
            {gone ? t.soldOut : t.left(card.available)}
          </span>
        )}
      </span>
      <span className="grid gap-0.5">
        <span lang={langTag(name.lang)} className="line-clamp-2 leading-5 font-medium">
          {name.text}
        </span>
        <span className="flex flex-wrap items-baseline gap-x-2">
          {card.price && <Money of={card.price} className="text-lead font-bold" />}
          {card.struck && <Money of={card.struck} struck className="text-meta" />}
        </span>
        <span className="flex items-center gap-1 text-meta text-ink-2">
          {card.rating && (
            <span className="flex flex-none items-center gap-1">
              <Star size={13} className="fill-p4 text-p4" />
              <span className="num">{number(Number(card.rating))}</span>{' '}
              <span className="num text-ink-3">{t.ratings(card.ratings)}</span>
            </span>
          )}
          <span lang={langTag(shop.lang)} className="truncate text-ink-3">
            {shop.text}
          </span>
        </span>
      </span>
    </Link>
  )
}

export const gridClass = 'grid grid-cols-2 gap-x-3 gap-y-6 sm:grid-cols-3 desk:grid-cols-4 desk:gap-x-5 desk:gap-y-9'
export function ProductGrid({ cards }: { cards: readonly Card[] }) {
  return (
    <ul className={gridClass}>
      {cards.map((card, i) => (
        <li key={card.id}>
          <ProductCard card={card} eager={i < 6} />
        </li>
      ))}
    </ul>
  )
}
export function ProductGridSkeleton({ n = 8 }: { n?: number }) {
  return (
    <div className={gridClass} aria-busy="true">
      {Array.from({ length: n }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: places, not things
        <div key={i} className="grid gap-2">
          <Skeleton ratio={1} className="rounded-card" />
          <Skeleton className="h-5 w-4/5" />
          <Skeleton className="h-6 w-2/5" />
        </div>
      ))}
    </div>
  )
}
