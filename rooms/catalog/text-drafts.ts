import { type Id, type Language, languages, type Texts } from '#base/kernel'
import { tidyTexts } from './draft.ts'

/** A language's text that waits to be approved; shoppers go on seeing what was approved before. */
export interface TextDraft {
  readonly name: string
  readonly description: string
}
export type TextDrafts = { readonly [L in Language]?: TextDraft | undefined }
/** Who changed a language's text last, and when. */
export type Written = { readonly [L in Language]?: { readonly by: Id<'person'>; readonly at: string } | undefined }
/** The texts of a product: approved ones by field, waiting ones by language. */
export interface ProductTexts {
  readonly name: Texts
  readonly description: Texts
  readonly drafts: TextDrafts
}

/** Trimmed; a draft without words, or one that says what is approved already, waits for nobody and is left out. */
export function tidyDrafts(drafts: TextDrafts, shown: Pick<ProductTexts, 'name' | 'description'>): TextDrafts {
  return Object.fromEntries(
    languages.flatMap(l => {
      const draft = { name: drafts[l]?.name.trim() ?? '', description: drafts[l]?.description.trim() ?? '' }
      const empty = draft.name === '' && draft.description === ''
      const approved = draft.name === (shown.name[l] ?? '') && draft.description === (shown.description[l] ?? '')
      return empty || approved ? [] : [[l, draft]]
    }),
  )
}

/** Every waiting text takes the place of the approved one; a field that the draft leaves empty keeps its approved text. */
export function approveDrafts(p: ProductTexts): ProductTexts {
  const all = (field: keyof TextDraft) =>
    tidyTexts({
      ...p[field],
      ...Object.fromEntries(languages.flatMap(l => (p.drafts[l]?.[field] ? [[l, p.drafts[l][field]]] : []))),
    })
  return { name: all('name'), description: all('description'), drafts: {} }
}

const ofLanguage = (p: ProductTexts, l: Language): string => JSON.stringify([p.name[l], p.description[l], p.drafts[l]])
/** The record of who wrote what, after a change: only languages whose text is another one are signed anew. */
export function signTexts(
  before: ProductTexts & { readonly written: Written },
  after: ProductTexts,
  by: Id<'person'>,
  now: Date,
): Written {
  const changed = languages.filter(l => ofLanguage(before, l) !== ofLanguage(after, l))
  return { ...before.written, ...Object.fromEntries(changed.map(l => [l, { by, at: now.toISOString() }])) }
}
