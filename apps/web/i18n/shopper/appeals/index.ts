import { messages, type Table } from '../../core.ts'
import type en from './en.ts'

const table = messages<Table<typeof en>>({
  en: () => import('./en.ts'),
  ja: () => import('./ja.ts'),
  zh: () => import('./zh.ts'),
})
/** Words of decisions about what is mine and of appeals against them, loaded with their pages. */
export const useAppeals = table.useT
await table.ready
