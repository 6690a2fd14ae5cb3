import { awajiIncense } from './goods/awaji-incense.ts'
import { first } from './goods/first.ts'
import { hidaToys } from './goods/hida-toys.ts'
import { kagaSweets } from './goods/kaga-sweets.ts'
import { minoWashi } from './goods/mino-washi.ts'
import { more } from './goods/more.ts'
import { sakaiBlade } from './goods/sakai-blade.ts'
import { takaokaTin } from './goods/takaoka-tin.ts'
import { toyookaBag } from './goods/toyooka-bag.ts'
import type { DemoProduct as Sheet, VariantSheet } from './goods/words.ts'
import { yuzuSkin } from './goods/yuzu-skin.ts'
import { type Category, stock } from './roster.ts'

/** Words by which anything of a kind is found, in three languages. */
const kindTags: Readonly<Record<Category, readonly string[]>> = {
  ceramics: ['pottery', 'うつわ', '手工陶器'],
  tea: ['tea', 'お茶', '茶'],
  stationery: ['stationery', '文房具', '文具'],
  textiles: ['textiles', '布', '织物'],
  skincare: ['skincare', 'スキンケア', '护肤'],
  knives: ['knives', '刃物', '刀具'],
  sweets: ['sweets', '和菓子', '和果子'],
  incense: ['incense', 'お香', '线香'],
  washi: ['washi', '和紙', '和纸'],
  sake: ['sake', '酒器', '清酒'],
  bags: ['bags', '鞄', '包袋'],
  toys: ['toys', '木のおもちゃ', '木玩'],
}

export interface DemoProduct extends Sheet {
  readonly shop: string
  readonly category: Category
}

const sheets = new Map(
  [first, more, yuzuSkin, sakaiBlade, kagaSweets, awajiIncense, minoWashi, takaokaTin, toyookaBag, hidaToys]
    .flat()
    .map(s => [s.key, s]),
)

/** Every product of the roster with its words. */
export const demoProducts: readonly DemoProduct[] = stock.map(({ key, shop, category }) => {
  const sheet = sheets.get(key)
  if (!sheet) throw new Error(`no words for ${key}`)
  return { ...sheet, shop, category, tags: [...new Set([...sheet.tags, ...kindTags[category]])] }
})

const byKey = new Map(demoProducts.map(p => [p.key, p]))
export function demoProduct(key: string): DemoProduct {
  const found = byKey.get(key)
  if (!found) throw new Error(`no demo product ${key}`)
  return found
}

/** The prices of a variant over time, today's last: every variant moved by as much as the first. */
export function pricesOf(product: DemoProduct, variant: string): readonly number[] {
  const now = (product.variants[variant] as VariantSheet)[1]
  const lead = (Object.values(product.variants)[0] as VariantSheet)[1]
  return [...(product.past ?? []).map(p => Math.round((p * now) / lead / 10) * 10), now]
}
