import { messages, type Table } from '../core.ts'
import type en from './en.ts'

const table = messages<Table<typeof en>>({
  en: () => import('./en.ts'),
  ja: () => import('./ja.ts'),
  zh: () => import('./zh.ts'),
})
/** Words of what an order costs, line by line, loaded with the checkout and the pages of an order. */
export const useSums = table.useT
await table.ready
