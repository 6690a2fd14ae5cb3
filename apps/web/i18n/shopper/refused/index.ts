import { messages, type Table } from '../../core.ts'
import type en from './en.ts'

const table = messages<Table<typeof en>>({
  en: () => import('./en.ts'),
  ja: () => import('./ja.ts'),
  zh: () => import('./zh.ts'),
})
/** Words about comments that waited and were refused, loaded when there are any. */
export const useRefusedWords = table.useT
await table.ready
