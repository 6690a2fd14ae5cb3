import { messages, type Table } from '../../core.ts'
import type en from './en.ts'

const table = messages<Table<typeof en>>({
  en: () => import('./en.ts'),
  ja: () => import('./ja.ts'),
  zh: () => import('./zh.ts'),
})
/** Words of the inbox, alerts and collections. Their pages load on demand, and this table with them. */
export const { useT: useNoticeWords, t: noticeWords } = table
await table.ready
