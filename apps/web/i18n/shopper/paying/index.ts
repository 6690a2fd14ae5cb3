import { messages, type Table } from '../../core.ts'
import type en from './en.ts'

const table = messages<Table<typeof en>>({
  en: () => import('./en.ts'),
  ja: () => import('./ja.ts'),
  zh: () => import('./zh.ts'),
})
/** Words of the address by country, delivery choices, codes and the buyer’s identity, loaded with the checkout. */
export const usePaying = table.useT
await table.ready
