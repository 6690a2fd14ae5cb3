import { type Language, type Texts, textIn } from '#base/kernel'
import type { ProductWish, SourcedProduct } from '#rooms/catalog'
import { type Fault, fault } from './feed-product.ts'
import { sameText } from './rich-text.ts'

/** Our own columns of who made a product and who answers for it, on its first row. */
export const makerColumns = {
  maker: 'Maker',
  makerPlace: 'Maker Place',
  responsibleName: 'Responsible Person Name',
  responsibleAddress: 'Responsible Person Address',
  responsibleEmail: 'Responsible Person Email',
} as const
type Name = keyof typeof makerColumns
const names = Object.keys(makerColumns) as Name[]
const longest: Readonly<Record<Name, number>> = {
  maker: 4000,
  makerPlace: 120,
  responsibleName: 200,
  responsibleAddress: 400,
  responsibleEmail: 254,
}
/** As the file has it; what it is silent about is missing. */
export type SaidMaker = Readonly<Partial<Record<Name, string>>>

export function makerOf(cell: (name: Name) => string, row: number): SaidMaker | { fault: Fault } {
  const long = names.find(n => cell(n).length > longest[n])
  if (long) return { fault: fault('cell_invalid', `At most ${longest[long]} characters`, row, makerColumns[long]) }
  const email = cell('responsibleEmail')
  if (email !== '' && email.length < 3)
    return { fault: fault('cell_invalid', 'That is no email address', row, makerColumns.responsibleEmail) }
  return Object.fromEntries(names.flatMap(n => (cell(n) === '' ? [] : [[n, cell(n)]])))
}

type Planned = Pick<ProductWish, 'maker' | 'responsible'>
/** What is known with what the file says over it; the very same values where nothing differs. */
export function planMaker(
  said: SaidMaker | undefined,
  now: Planned,
  at: { readonly language: Language; readonly row: number },
): Planned | { fault: Fault } {
  const responsible = responsibleOf(said ?? {}, now.responsible, at.row)
  if (responsible && 'fault' in responsible) return responsible
  return { maker: makerOver(said ?? {}, now.maker, at.language), responsible }
}

function makerOver(said: SaidMaker, now: Planned['maker'], language: Language): Planned['maker'] {
  const over = (texts: Texts, text: string | undefined) =>
    text === undefined || sameText(textIn(texts, language), text) ? texts : { ...texts, [language]: text }
  const before = now ?? { text: {}, place: {}, pictures: [] }
  const [text, place] = [over(before.text, said.maker), over(before.place, said.makerPlace)]
  return text === before.text && place === before.place ? now : { ...before, text, place }
}

function responsibleOf(said: SaidMaker, now: Planned['responsible'], row: number): Planned['responsible'] | { fault: Fault } {
  const parts = { name: 'responsibleName', address: 'responsibleAddress', email: 'responsibleEmail' } as const
  const keys = ['name', 'address', 'email'] as const
  if (keys.every(k => said[parts[k]] === undefined || said[parts[k]] === now?.[k].trim())) return now
  const whole = Object.fromEntries(keys.map(k => [k, said[parts[k]] ?? now?.[k] ?? ''])) as Record<(typeof keys)[number], string>
  const missing = keys.find(k => whole[k] === '')
  return missing
    ? {
        fault: fault(
          'cell_invalid',
          'A responsible person has a name, an address and an email',
          row,
          makerColumns[parts[missing]],
        ),
      }
    : whole
}

/** As cells of the export, in the reader's own language. */
export const makerCells = ({ maker, responsible }: SourcedProduct, language: Language): Record<string, string> => ({
  [makerColumns.maker]: textIn(maker?.text ?? {}, language),
  [makerColumns.makerPlace]: textIn(maker?.place ?? {}, language),
  [makerColumns.responsibleName]: responsible?.name ?? '',
  [makerColumns.responsibleAddress]: responsible?.address ?? '',
  [makerColumns.responsibleEmail]: responsible?.email ?? '',
})
