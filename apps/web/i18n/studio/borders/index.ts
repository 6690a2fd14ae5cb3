import { messages, type Table } from '../../core.ts'
import type en from './en.ts'

const table = messages<Table<typeof en>>({
  en: () => import('./en.ts'),
  ja: () => import('./ja.ts'),
  zh: () => import('./zh.ts'),
})
/** Words of ways to send and of prices by country, loaded with their pages. */
export const useBorders = table.useT
await table.ready
