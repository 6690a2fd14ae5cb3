import { create } from 'zustand'
import { type Language, language } from '../../i18n/core.ts'

/** The language in which captions are typed: at first that of the page. */
export const useCaptionLanguage = create<Language>(() => language())
