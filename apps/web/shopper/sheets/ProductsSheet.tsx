import { events } from '../../client/events.ts'
import { langTag } from '../../i18n/core.ts'
import { clock, textIn } from '../../i18n/format.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { Button, Sheet, Thumb } from '../../ui/core/index.ts'
import { rememberSource, sourceOf } from '../source.ts'
import { useSlide } from '../use-slide.ts'
import { Price } from '../watch/CardRow.tsx'
import { pool } from '../watch/player-pool.ts'
import { type PostSheetProps, useSheet } from './sheet.ts'

/** Every product of the clip, with the moment it is shown. */
export default function ProductsSheet({ sheet, onClose, onHeight }: PostSheetProps) {
  const t = useT().watch
  const { open } = useSheet()
  const { data: slide } = useSlide(sheet.post)
  if (!slide) return null
  const buy = (product: string) => {
    const source = sourceOf(slide)
    events.add({
      name: 'product.clicked',
      subject: { kind: 'product', id: product },
      surface: 'watch',
      source,
      data: { surface: 'drawer' },
    })
    rememberSource(product, source)
    open({ kind: 'buy', product, post: slide.id })
  }
  return (
    <Sheet title={t.products(slide.products.length)} onClose={onClose} onHeight={onHeight} clear>
      <ul className="grid">
        {slide.products.map(({ card, fromMs }) => {
          const name = textIn(card.name)
          return (
            <li key={card.id} className="flex items-center gap-3 border-b border-line py-3 last:border-0">
              <Thumb src={card.picture ?? undefined} hash={card.thumbhash} className="size-[72px] flex-none rounded-thumb" />
              <div className="min-w-0 flex-1">
                <div className="line-clamp-2 font-semibold" lang={langTag(name.lang)}>
                  {name.text}
                </div>
                <Price card={card} />
                {slide.video && (
                  <button type="button" className="num py-1 text-meta text-link" onClick={() => pool.seek(fromMs / 1000)}>
                    {t.jumpTo(clock(fromMs / 1000))}
                  </button>
                )}
              </div>
              <Button disabled={card.available === 0} onClick={() => buy(card.id)}>
                {card.available === 0 ? t.soldOut : t.buy}
              </Button>
            </li>
          )
        })}
      </ul>
    </Sheet>
  )
}
