/** Languages of the interface and of merchants' texts. `zh` is Simplified Chinese. */
export const languages = ['en', 'ja', 'zh'] as const
export type Language = (typeof languages)[number]
export const isLanguage = (text: unknown): text is Language => languages.includes(text as Language)

/** A text in some languages; at least one is there. */
export type Texts = { readonly [L in Language]?: string }

/** The text in the wished language, else English, else Japanese, else whatever is there. */
export const textIn = (texts: Texts, language: Language): string => texts[language] ?? texts.en ?? texts.ja ?? texts.zh ?? ''
