import { messages, type Table } from '../../core.ts'
import type en from './en.ts'

const table = messages<Table<typeof en>>({
  en: () => import('./en.ts'),
  ja: () => import('./ja.ts'),
  zh: () => import('./zh.ts'),
})
/** Words of offers that hold now, loaded where they are shown. */
export const useRunning = table.useT
await table.ready
