import type { Id } from '#base/kernel'

export interface Component {
  readonly variant: Id<'variant'>
  readonly quantity: number
}
export interface Candidate {
  id: Id<'variant'>
  shop: Id<'shop'>
  product: Id<'product'>
  active: boolean
  bundle: boolean
  on_hand: number
  /** Is a component of another. */
  used: boolean
}
/** Why a bundle can't be. */
export const bundleReasons = {
  twice: 'A component stands there twice',
  unknown: 'A component is not a variant of this shop on sale',
  nested: 'A bundle is no component',
  used: 'It is a component of another bundle',
  has_stock: 'It has pieces of its own',
} as const

/** The rule that a bundle of these components breaks; null: none. */
export function misfit(
  known: ReadonlyMap<string, Candidate>,
  id: string,
  components: readonly Component[],
): keyof typeof bundleReasons | null {
  if (components.length === 0) return null
  const self = known.get(id) as Candidate
  if (new Set(components.map(c => c.variant)).size < components.length) return 'twice'
  if (self.used) return 'used'
  if (self.on_hand > 0) return 'has_stock'
  for (const { variant } of components) {
    const c = known.get(variant)
    if (!c?.active || c.shop !== self.shop) return 'unknown'
    if (c.bundle || variant === id) return 'nested'
  }
  return null
}
