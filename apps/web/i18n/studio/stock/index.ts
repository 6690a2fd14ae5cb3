import { messages, type Table } from '../../core.ts'
import type en from './en.ts'

type StockMessages = Table<typeof en>
const table = messages<StockMessages>({
  en: () => import('./en.ts'),
  ja: () => import('./ja.ts'),
  zh: () => import('./zh.ts'),
})
/** Words of stock: locations, counts, bundles, lots and movements. */
export const { useT: useStock } = table
await table.ready
