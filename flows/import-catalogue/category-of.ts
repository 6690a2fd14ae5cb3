import type { Category } from '#rooms/catalog'

/** Words of product types and of Google's categories, first match wins. Policy: change the table. */
const words: readonly (readonly [Category, RegExp])[] = [
  ['ceramics', /ceramic|pottery|porcelain|stoneware|陶|磁器|瓷/i],
  ['sake', /\bsake\b|日本酒|清酒/i],
  ['tea', /\btea(s|pots?|cups?|ware)?\b|茶/i],
  ['incense', /incense|candle|香/i],
  ['washi', /washi|和紙|和纸/i],
  ['stationery', /stationery|notebook|\bpens?\b|文具/i],
  ['skincare', /skin|beauty|cosmetic|fragrance|makeup|美容|化粧|护肤/i],
  ['knives', /knife|knives|包丁|刀/i],
  ['sweets', /sweets|candy|chocolate|confection|菓子|糖|甜/i],
  ['bags', /\bbags?\b|backpack|purse|wallet|鞄|包袋|バッグ/i],
  ['toys', /\btoys?\b|\bgames?\b|玩具|おもちゃ/i],
  ['textiles', /apparel|cloth|shirt|dress|textile|fabric|scarf|towel|blanket|服|布/i],
]
/** The category of a new product by what its source calls its type; `other` when no word is known. It is the merchant's from then on. */
export const categoryOf = (type: string | null): Category => words.find(([, pattern]) => pattern.test(type ?? ''))?.[0] ?? 'other'
