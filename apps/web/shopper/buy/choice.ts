import type { Product, Variant } from '../../client/types.ts'

/** Chosen values, one key an option, in the product's order. */
export type Choice = readonly string[]

export const variantOf = (product: Product, choice: Choice): Variant | undefined =>
  product.variants.find(v => v.choice.every((key, i) => key === choice[i]))

/** What stands chosen at first: the wished variant, else the first that can be bought. */
export function firstChoice(product: Product, wished?: string | null): Choice {
  const variant =
    product.variants.find(v => v.id === wished && v.available > 0) ??
    product.variants.find(v => v.available > 0) ??
    product.variants[0]
  return variant?.choice ?? []
}

export type ValueState = 'free' | 'sold_out' | 'not_together'
/** How a value stands to the other choices: sold out with them (or altogether), or no such combination. */
export function valueState(product: Product, choice: Choice, option: number, key: string): ValueState {
  const together = variantOf(product, choice.with(option, key))
  if (together && together.available > 0) return 'free'
  const any = product.variants.some(v => v.choice[option] === key && v.available > 0)
  return any && !together ? 'not_together' : 'sold_out'
}

/** Choosing a value keeps the others where there is such a combination, sold out or not; else the nearest one, first of those that can be bought. */
export function choose(product: Product, choice: Choice, option: number, key: string): Choice {
  const together = variantOf(product, choice.with(option, key))
  if (together) return together.choice
  const same = (v: Variant) => v.choice.filter((k, i) => i !== option && k === choice[i]).length
  const fitting = product.variants
    .filter(v => v.choice[option] === key)
    .sort((a, b) => Number(b.available > 0) - Number(a.available > 0) || same(b) - same(a))
  return fitting[0]?.choice ?? choice
}
