import { messages, type Table } from '../core.ts'
import type en from './en.ts'

export const { useT, t } = messages<Table<typeof en>>({ en: () => import('./en.ts'), ja: () => import('./ja.ts'), zh: () => import('./zh.ts') })
