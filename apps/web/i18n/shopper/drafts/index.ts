import { messages, type Table } from '../../core.ts'
import type en from './en.ts'

const table = messages<Table<typeof en>>({
  en: () => import('./en.ts'),
  ja: () => import('./ja.ts'),
  zh: () => import('./zh.ts'),
})
/** Words of posts that are not published yet: kept, opened again, with a time of their own. */
export const { useT: useDrafts, t: drafts } = table
await table.ready
