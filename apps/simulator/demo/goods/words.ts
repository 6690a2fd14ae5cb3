export interface T {
  readonly en: string
  readonly ja: string
  readonly zh: string
}
export const t = (en: string, ja: string, zh: string): T => ({ en, ja, zh })

/** Name, price in yen, pieces, grams. */
export type VariantSheet = readonly [T, number, number, number]

export interface DemoProduct {
  readonly key: string
  readonly name: T
  /** What it is, what it is not good for, how to keep it. */
  readonly description: T
  readonly option: T
  readonly variants: Readonly<Record<string, VariantSheet>>
  readonly specs: readonly (readonly [T, T])[]
  readonly tags: readonly string[]
  /** What the first variant cost before, oldest first: the history has something to show. */
  readonly past?: readonly number[]
}

type Sheet = Omit<DemoProduct, 'key' | 'name' | 'description'>
export const good = (key: string, name: T, description: T, sheet: Sheet): DemoProduct => ({ key, name, description, ...sheet })

export const size = t('Contents', '内容量', '规格')
export const colour = t('Colour', '色', '颜色')
export const pattern = t('Pattern', '柄', '图案')
export const finish = t('Finish', '仕上げ', '表面')
export const kind = t('Kind', '種類', '款式')
export const material = t('Material', '素材', '材质')
export const measures = t('Size', '寸法', '尺寸')
export const holds = t('Holds', '容量', '容量')
export const keeps = t('Keeps', '日持ち', '保质期')
export const allergens = t('Allergens', 'アレルゲン', '过敏原')
export const made = (place: T): readonly [T, T] => [t('Made in', '産地', '产地'), place]
