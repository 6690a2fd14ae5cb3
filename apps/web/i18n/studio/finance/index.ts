import { messages, type Table } from '../../core.ts'
import type en from './en.ts'

export type FinanceMessages = Table<typeof en>
const table = messages<FinanceMessages>({
  en: () => import('./en.ts'),
  ja: () => import('./ja.ts'),
  zh: () => import('./zh.ts'),
})
/** Words of the shop's money: balance, statements, payouts. */
export const { useT: useFinance } = table
await table.ready
