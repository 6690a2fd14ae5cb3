import { messages, type Table } from '../../core.ts'
import type en from './en.ts'

export type StudioDeskMessages = Table<typeof en>
const table = messages<StudioDeskMessages>({
  en: () => import('./en.ts'),
  ja: () => import('./ja.ts'),
  zh: () => import('./zh.ts'),
})
/** Words of the studio home, the command menu and the orders desk. */
export const { useT: useStudioDesk, t: studioDesk } = table
await table.ready
