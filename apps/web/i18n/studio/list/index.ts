import { messages, type Table } from '../../core.ts'
import type en from './en.ts'

export type ListMessages = Table<typeof en>
const table = messages<ListMessages>({
  en: () => import('./en.ts'),
  ja: () => import('./ja.ts'),
  zh: () => import('./zh.ts'),
})
/** Words of the product list, its filters and bulk actions, and of texts in three languages. */
export const { useT: useList, t: list } = table
await table.ready
