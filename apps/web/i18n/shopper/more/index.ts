import { messages, type Table } from '../../core.ts'
import type en from './en.ts'

export type MoreMessages = Table<typeof en>
/** Words of the mall, search, cart, orders, me, people, shops and the composer. */
export const { useT: useMore, t: more } = messages<MoreMessages>({
  en: () => import('./en.ts'),
  ja: () => import('./ja.ts'),
  zh: () => import('./zh.ts'),
})
