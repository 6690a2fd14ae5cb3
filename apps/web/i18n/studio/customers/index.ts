import { messages, type Table } from '../../core.ts'
import type en from './en.ts'

export type CustomersMessages = Table<typeof en>
const table = messages<CustomersMessages>({
  en: () => import('./en.ts'),
  ja: () => import('./ja.ts'),
  zh: () => import('./zh.ts'),
})
/** Words of the page of those who ordered here. */
export const { useT: useCustomers } = table
await table.ready
