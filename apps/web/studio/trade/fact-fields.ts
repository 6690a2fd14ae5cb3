import type { Reply } from '../../client/api.ts'

export type Facts = Reply<'GET /v1/products/{id}/trade-facts'>['facts']
export type FieldName = Exclude<keyof Facts, 'words' | 'papers'>
type Kind = 'hs' | 'text' | 'whole' | 'decimal' | 'unit' | 'country'
interface FactField {
  readonly name: FieldName
  readonly kind: Kind
  readonly max?: number
}
/** The fields of the form, in their groups. */
export const groups: Readonly<Record<'tariff' | 'measures' | 'stock', readonly FactField[]>> = {
  tariff: [
    { name: 'hs', kind: 'hs', max: 16 },
    { name: 'origin', kind: 'country' },
    { name: 'declaredName', kind: 'text', max: 250 },
    { name: 'model', kind: 'text', max: 510 },
    { name: 'materials', kind: 'text', max: 500 },
  ],
  measures: [
    { name: 'netGrams', kind: 'whole' },
    { name: 'grossGrams', kind: 'whole' },
    { name: 'legalUnit', kind: 'unit' },
    { name: 'legalQuantity', kind: 'decimal' },
    { name: 'legalUnit2', kind: 'unit' },
    { name: 'legalQuantity2', kind: 'decimal' },
    { name: 'unit', kind: 'unit' },
    { name: 'mlOrG', kind: 'decimal' },
    { name: 'pieces', kind: 'whole' },
  ],
  stock: [
    { name: 'lot', kind: 'text', max: 60 },
    { name: 'shelfLifeDays', kind: 'whole' },
    { name: 'barcode', kind: 'text', max: 50 },
    { name: 'recordNo', kind: 'text', max: 30 },
  ],
}
const all = Object.values(groups).flat()
export const kindOf = (name: FieldName): Kind => all.find(f => f.name === name)?.kind ?? 'text'

/** What stands in the fields: texts as they were typed. */
export type Typed = Readonly<Partial<Record<FieldName, string>>>
export interface Draft {
  readonly typed: Typed
  readonly words: readonly string[]
  readonly papers: readonly string[]
}
export const draftOf = (f: Facts): Draft => ({
  typed: Object.fromEntries(all.flatMap(({ name }) => (f[name] === undefined ? [] : [[name, String(f[name])]]))),
  words: f.words ?? [],
  papers: f.papers ?? [],
})
export const sameDraft = (a: Draft, b: Draft): boolean =>
  all.every(({ name }) => (a.typed[name] ?? '') === (b.typed[name] ?? '')) &&
  a.words.toSorted().join() === b.words.toSorted().join() &&
  a.papers.join() === b.papers.join()

const plain = (text: string): string => text.normalize('NFKC').trim()
/** What can be seen to be wrong before the server is asked. */
export function faultsOf(d: Draft): Partial<Record<FieldName, 'whole' | 'decimal' | 'hsForm'>> {
  const faults: Partial<Record<FieldName, 'whole' | 'decimal' | 'hsForm'>> = {}
  for (const { name, kind } of all) {
    const text = plain(d.typed[name] ?? '')
    if (text === '') continue
    if (kind === 'whole' && !/^[1-9]\d{0,6}$/.test(text)) faults[name] = 'whole'
    if (kind === 'decimal' && !(/^\d{1,9}(\.\d{1,5})?$/.test(text) && Number(text) > 0)) faults[name] = 'decimal'
    if (kind === 'hs' && !/^(\d{6}|\d{8}|\d{10})$/.test(text.replace(/[.\s-]/g, ''))) faults[name] = 'hsForm'
  }
  return faults
}
/** The facts as the server takes them; an empty field is not known. */
export function factsOf(d: Draft): Facts {
  const values = all.flatMap(({ name, kind }) => {
    const text = plain(d.typed[name] ?? '')
    if (text === '') return []
    return [[name, kind === 'whole' ? Number(text) : kind === 'hs' ? text.replace(/[.\s-]/g, '') : text] as const]
  })
  return {
    ...Object.fromEntries(values),
    ...(d.words.length > 0 && { words: [...d.words] }),
    ...(d.papers.length > 0 && { papers: [...d.papers] }),
  }
}

/** Countries in which goods are made; one that is not here and stands in the facts is kept. */
export const origins: readonly string[] =
  'JP CN TW HK MO KR SG IN ID MY PH TH VN TR IL AE AT BE BG CH CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LT LU LV NL NO PL PT RO SE SI SK UA BR CL MX CA US AU NZ ZA MA EG KE'.split(
    ' ',
  )
