import type { Slide, Source } from '../client/types.ts'
import { rememberShare, shareFor } from './share-memory.ts'

/** What a deed on a slide comes from: the served slot, the post, and the share link if one led here. */
export function sourceOf(slide: Slide): Source {
  const share = shareFor(slide.id)
  return { post: slide.id, ...(slide.slot && { request: slide.slot.request, slot: slide.slot.index }), ...(share && { share }) }
}

const clicked = new Map<string, Source>()
/** A product was opened from a slide: what is bought on its page later comes from there. */
export function rememberSource(product: string, source: Source): void {
  clicked.set(product, source)
  if (source.share) rememberShare(product, source.share)
}
export function sourceForProduct(product: string): Source | undefined {
  const share = shareFor(product)
  const source = clicked.get(product) ?? (share ? {} : undefined)
  return source && share ? { ...source, share } : source
}
