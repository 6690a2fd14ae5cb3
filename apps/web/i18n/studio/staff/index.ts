import { messages, type Table } from '../../core.ts'
import type en from './en.ts'

export type StaffMessages = Table<typeof en>
const table = messages<StaffMessages>({
  en: () => import('./en.ts'),
  ja: () => import('./ja.ts'),
  zh: () => import('./zh.ts'),
})
/** Words of the page of those who work in a shop. */
export const { useT: useStaff } = table
await table.ready
