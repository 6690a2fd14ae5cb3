import { messages, type Table } from '../../core.ts'
import type en from './en.ts'

export type DeclarationMessages = Table<typeof en>
const table = messages<DeclarationMessages>({
  en: () => import('./en.ts'),
  ja: () => import('./ja.ts'),
  zh: () => import('./zh.ts'),
})
/** Words of customs declarations, loaded with their pages. */
export const { useT: useDeclarations, t: declarations } = table
await table.ready
