import { messages, type Table } from '../../core.ts'
import type en from './en.ts'

export type FulfilMessages = Table<typeof en>
const table = messages<FulfilMessages>({
  en: () => import('./en.ts'),
  ja: () => import('./ja.ts'),
  zh: () => import('./zh.ts'),
})
/** Words of parcels, refunds by lines and the returns desk. */
export const { useT: useFulfil, t: fulfil } = table
await table.ready
