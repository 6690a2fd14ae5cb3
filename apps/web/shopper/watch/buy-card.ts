import { events } from '../../client/events.ts'
import type { ProductCard, Slide } from '../../client/types.ts'
import { useSheet } from '../sheets/sheet.ts'
import { rememberSource, sourceOf } from '../source.ts'

/** Opens the sheet of a product that a slide shows, and says that the slide led there. */
export function useBuyCard(slide: Slide): (card: ProductCard) => void {
  const sheet = useSheet()
  return card => {
    const source = sourceOf(slide)
    events.add({
      name: 'product.clicked',
      subject: { kind: 'product', id: card.id },
      surface: 'watch',
      source,
      data: { surface: 'card' },
    })
    rememberSource(card.id, source)
    sheet.open({ kind: 'buy', product: card.id, post: slide.id })
  }
}
