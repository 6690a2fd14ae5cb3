import { messages, type Table } from '../core.ts'
import type en from './en.ts'

export type StudioMessages = Table<typeof en>

export const { useT, t } = messages<StudioMessages>({
  en: () => import('./en.ts'),
  ja: () => import('./ja.ts'),
  zh: () => import('./zh.ts'),
})
