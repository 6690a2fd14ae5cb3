export const sorts = ['for_you', 'new', 'price_up', 'price_down'] as const
export type Sort = (typeof sorts)[number]
export const isSort = (s: string | undefined): s is Sort => sorts.some(known => known === s)
export const shelves = [
  'ceramics',
  'tea',
  'stationery',
  'textiles',
  'skincare',
  'knives',
  'sweets',
  'incense',
  'washi',
  'sake',
  'bags',
  'toys',
  'other',
] as const
