import { type Id, ok, type Result, refuse } from '#base/kernel'
import { maxProducts, type ProductTag } from './post.ts'

/** Clients know a clip's length only about: times may hang over by this much, and are cut when it goes live. */
const overhangMs = 1000

/** Are these the tags of a clip of this length (null: not known yet, or pictures)? Pure. */
export function checkTags(
  tags: readonly ProductTag[],
  durationMs: number | null,
): Result<true, 'invalid_request' | 'too_many_products'> {
  if (tags.length > maxProducts) return refuse('too_many_products', `At most ${maxProducts} products`)
  for (const [index, tag] of tags.entries()) {
    const problem =
      tag.toMs < tag.fromMs
        ? 'A product is shown from an earlier to a later time'
        : (tag.x === undefined) !== (tag.y === undefined)
          ? 'A place on the picture has x and y'
          : durationMs !== null && (tag.fromMs > durationMs || tag.toMs > durationMs + overhangMs)
            ? `The clip ends at ${durationMs} ms`
            : null
    if (problem) return refuse('invalid_request', problem, { fields: { [`products.${index}`]: [problem] } })
  }
  return ok(true)
}

/** The tags as a clip of this length shows them: nothing hangs over its end. */
export const cutTags = (tags: readonly ProductTag[], durationMs: number | null): ProductTag[] =>
  durationMs === null
    ? [...tags]
    : tags.map(t => ({ ...t, fromMs: Math.min(t.fromMs, durationMs), toMs: Math.min(t.toMs, durationMs) }))

/** The tags with the product of the order line that the post grew from: it is shown all along when the author did not tag it. */
export function withGrown(tags: readonly ProductTag[], product: Id<'product'> | null, durationMs: number | null): ProductTag[] {
  if (!product || tags.some(t => t.product === product)) return [...tags]
  return [...tags, { product, fromMs: 0, toMs: durationMs ?? 0 }]
}
