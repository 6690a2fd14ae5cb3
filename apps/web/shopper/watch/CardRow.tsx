import { useEffect, useState } from 'react'
import type { ProductCard, Slide } from '../../client/types.ts'
import { langTag } from '../../i18n/core.ts'
import { said, textIn } from '../../i18n/format.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { Money, Thumb } from '../../ui/core/index.ts'
import { useSheet } from '../sheets/sheet.ts'
import { useBuyCard } from './buy-card.ts'
import { pool } from './player-pool.ts'

/** The product that the clip shows now, with the way to buy it; several open the drawer. */
export function CardRow({ slide, active }: { slide: Slide; active: boolean }) {
  const t = useT().watch
  const sheet = useSheet()
  const buy = useBuyCard(slide)
  const card = useShownProduct(slide, active)
  if (!card) return null
  const open = () => buy(card)
  const name = textIn(card.name)
  return (
    <div className="card-row">
      <div className="product-row">
        <button type="button" className="product-open" onClick={open} aria-label={said(card.name)}>
          <Thumb
            src={card.picture ?? undefined}
            hash={card.thumbhash}
            className="size-[52px] flex-none rounded-thumb"
            loading="eager"
          />
          <span className="min-w-0 flex-1 text-start">
            <span className="block truncate font-semibold" lang={langTag(name.lang)}>
              {name.text}
            </span>
            <Price card={card} />
          </span>
        </button>
        <button type="button" className="btn" data-kind="act" disabled={card.available === 0} onClick={open}>
          {card.available === 0 ? t.soldOut : t.buy}
        </button>
      </div>
      {slide.products.length > 1 && (
        <button type="button" className="all-products" onClick={() => sheet.open({ kind: 'products', post: slide.id })}>
          {t.products(slide.products.length)}
        </button>
      )}
    </div>
  )
}

export function Price({ card }: { card: ProductCard }) {
  const t = useT().watch
  return (
    <span className="flex items-baseline gap-2 text-[14px] leading-[20px]">
      {card.price && <Money of={card.price} className="font-bold" />}
      {card.struck && <Money of={card.struck} struck />}
      {card.rating && (
        <span className="num min-w-0 truncate text-ink-2">{t.ratedBy(Number(card.rating).toFixed(1), card.ratings)}</span>
      )}
    </span>
  )
}

/** The product whose time range the clip is in; else the first. */
function useShownProduct(slide: Slide, active: boolean): ProductCard | undefined {
  const [at, setAt] = useState(0)
  const many = slide.products.length > 1
  useEffect(() => {
    if (!active || !many) return
    return pool.onTime(seconds => {
      const ms = seconds * 1000
      const now = slide.products.findIndex(p => p.fromMs <= ms && ms < p.toMs)
      if (now >= 0) setAt(now)
    })
  }, [active, many, slide])
  return (slide.products[at] ?? slide.products[0])?.card
}
