import { messages, type Table } from '../../core.ts'
import type en from './en.ts'

export type ReturnsMessages = Table<typeof en>
const table = messages<ReturnsMessages>({
  en: () => import('./en.ts'),
  ja: () => import('./ja.ts'),
  zh: () => import('./zh.ts'),
})
/** Words of parcels, returns and changes of an order, for its buyer. */
export const { useT: useReturns, t: returns } = table
await table.ready
