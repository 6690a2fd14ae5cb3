import { messages, type Table } from '../../core.ts'
import type en from './en.ts'

const table = messages<Table<typeof en>>({
  en: () => import('./en.ts'),
  ja: () => import('./ja.ts'),
  zh: () => import('./zh.ts'),
})
/** Words of the payouts and of the ledger's comparison, loaded with their page. */
export const usePayouts = table.useT
await table.ready
