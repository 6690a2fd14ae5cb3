import { messages, type Table } from '../core.ts'
import type en from './en.ts'

export type ShopperMessages = Table<typeof en>
export const { useT, t } = messages<ShopperMessages>({
  en: () => import('./en.ts'),
  ja: () => import('./ja.ts'),
  zh: () => import('./zh.ts'),
})
