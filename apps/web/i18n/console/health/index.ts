import { messages, type Table } from '../../core.ts'
import type en from './en.ts'

export type HealthMessages = Table<typeof en>
const table = messages<HealthMessages>({
  en: () => import('./en.ts'),
  ja: () => import('./ja.ts'),
  zh: () => import('./zh.ts'),
})
/** Words of the health page, loaded with it. */
export const useHealth = table.useT
await table.ready
