import { makers } from '../demo/roster.ts'
import type { Form } from './forms/build.ts'
import { looks } from './looks.ts'

export type { Form }

export interface Variant {
  key: string
  /** What each place means is said by the form. */
  colours: readonly string[]
}

export interface ProductLook {
  key: string
  form: Form
  variants: readonly Variant[]
}

export interface ShopLook {
  key: string
  name: { ja: string; en: string; zh: string }
  /** Deep, middle, pale, accent: marks and titles take their colours here. */
  palette: readonly [string, string, string, string]
  products: readonly ProductLook[]
}

/** The demo world to the eye: the roster's makers, and how each product looks. Words a shopper reads live with the shop's catalogue. */
export const shops: readonly ShopLook[] = makers.map(m => ({
  key: m.key,
  name: m.name,
  palette: m.palette,
  products: m.products.map(p => {
    const key = typeof p === 'string' ? p : p[0]
    const look = looks[key]
    if (!look) throw new Error(`no look for "${key}"`)
    return { key, ...look }
  }),
}))

export const products: readonly (ProductLook & { shop: string })[] = shops.flatMap(s =>
  s.products.map(p => ({ ...p, shop: s.key })),
)

export function productLook(key: string): ProductLook & { shop: string } {
  const found = products.find(p => p.key === key)
  if (!found) throw new Error(`no product "${key}" in the demo cast`)
  return found
}
