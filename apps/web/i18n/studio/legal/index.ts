import { messages, type Table } from '../../core.ts'
import type en from './en.ts'

export type LegalDeskMessages = Table<typeof en>
const table = messages<LegalDeskMessages>({
  en: () => import('./en.ts'),
  ja: () => import('./ja.ts'),
  zh: () => import('./zh.ts'),
})
/** Words around the preview of the legal pages. */
export const { useT: useLegalDesk } = table
await table.ready
