import { type Id, ok, type Result, refuse } from '#base/kernel'
import type { Disclosure } from './post.ts'

/**
 * What a post that shows products must say of its author's interest (experience of hidden advertising; Japan: stealth marketing
 * notification of 2023; EU: UCPD Annex I no. 11). Pure. Nothing is presumed: with products, the author must have chosen.
 * Staff who show a product of their own shop say so; nobody else may call a product their own.
 */
export function checkDisclosure(
  chosen: Disclosure | null,
  shopsShown: readonly Id<'shop'>[],
  authorShops: readonly Id<'shop'>[],
): Result<Disclosure, 'disclosure_required'> {
  if (shopsShown.length === 0) return ok(chosen ?? 'none')
  const own = shopsShown.some(s => authorShops.includes(s))
  if (own && chosen !== 'own_product')
    return refuse('disclosure_required', 'You show a product of your own shop: say so', { choices: ['own_product'] })
  if (chosen === null || (!own && chosen === 'own_product'))
    return refuse('disclosure_required', 'Say whether you were paid, were given the product, or neither', {
      choices: ['paid', 'gift', 'none'],
    })
  return ok(chosen)
}
