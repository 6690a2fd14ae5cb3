import { type Language, messages, type Table } from '../core.ts'
import type en from './en.ts'

export type LegalWords = Table<typeof en>
const loaders: Record<Language, () => Promise<{ default: LegalWords }>> = {
  en: () => import('./en.ts'),
  ja: () => import('./ja.ts'),
  zh: () => import('./zh.ts'),
}
const table = messages<LegalWords>(loaders)
/** Words of a shop's legal pages. */
export const { useT: useLegal } = table
/** The same words in a language that the page is not in, to show pages side by side. */
export const legalIn = async (language: Language): Promise<LegalWords> => (await loaders[language]()).default
await table.ready
