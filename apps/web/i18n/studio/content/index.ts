import { messages, type Table } from '../../core.ts'
import type en from './en.ts'

export type ContentMessages = Table<typeof en>
const table = messages<ContentMessages>({
  en: () => import('./en.ts'),
  ja: () => import('./ja.ts'),
  zh: () => import('./zh.ts'),
})
/** Words of the page of a shop’s posts. */
export const { useT: useContent } = table
await table.ready
