import { messages, type Table } from '../../core.ts'
import type en from './en.ts'

export type MoreMessages = Table<typeof en>
const table = messages<MoreMessages>({
  en: () => import('./en.ts'),
  ja: () => import('./ja.ts'),
  zh: () => import('./zh.ts'),
})
/** Words of the mall, search, cart, orders, me, people, shops and the composer. Their pages load on demand, and this table with them. */
export const { useT: useMore, t: more } = table
await table.ready
