import { messages, type Table } from '../../core.ts'
import type en from './en.ts'

export type PromotionMessages = Table<typeof en>
const table = messages<PromotionMessages>({
  en: () => import('./en.ts'),
  ja: () => import('./ja.ts'),
  zh: () => import('./zh.ts'),
})
/** Words of the pages of promotions. */
export const { useT: usePromotions } = table
await table.ready
