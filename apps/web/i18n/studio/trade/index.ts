import { messages, type Table } from '../../core.ts'
import type en from './en.ts'

const table = messages<Table<typeof en>>({
  en: () => import('./en.ts'),
  ja: () => import('./ja.ts'),
  zh: () => import('./zh.ts'),
})
/** Words of selling abroad: the set-up, the facts of goods, readiness. Loaded with their pages. */
export const useTrade = table.useT
await table.ready
