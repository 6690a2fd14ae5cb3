import { said } from '../../i18n/format.ts'
import { useT } from '../../i18n/studio/index.ts'
import { Field } from '../../ui/core/index.ts'
import { MoneyField } from '../../ui/desk/index.ts'
import { combinations, type DraftOption, type DraftVariant, digitsOf, emptyVariant, gtinFits } from './draft.ts'

export type Variants = Readonly<Record<string, DraftVariant>>
interface NewVariantsProps {
  readonly options: readonly DraftOption[]
  readonly value: Variants
  readonly onChange: (next: Variants) => void
  readonly currency: string
  readonly wrong: string | null
}
export const variantKey = (choice: readonly string[]): string => choice.join(' ')
const nameOf = (options: readonly DraftOption[], choice: readonly string[]): string =>
  options
    .map((o, i) => said(o.values.find(v => v.key === choice[i])?.name ?? {}))
    .filter(Boolean)
    .join(' · ')

/** One row a combination; the price of a new product is set together with it. */
export function NewVariants({ options, value, onChange, currency, wrong }: NewVariantsProps) {
  const t = useT()
  return (
    <div className="grid gap-3">
      {combinations(options).map(choice => {
        const key = variantKey(choice)
        const v = value[key] ?? emptyVariant
        const set = (part: Partial<DraftVariant>) => onChange({ ...value, [key]: { ...v, ...part } })
        return (
          <fieldset key={key} className="m-0 border-0 border-t border-line p-0 pt-3 first:border-0 first:pt-0">
            <legend className="float-left mb-2 w-full font-semibold">{nameOf(options, choice) || t.product.only}</legend>
            <div className="clear-both grid grid-cols-2 items-start gap-3 desk:grid-cols-5">
              <Field
                label={t.product.sku}
                maxLength={64}
                autoComplete="off"
                value={v.sku}
                aria-invalid={wrong && v.sku === '' ? true : undefined}
                onChange={e => set({ sku: e.target.value.trim() })}
              />
              <MoneyField label={t.product.price} currency={currency} value={v.price ?? ''} onChange={price => set({ price })} />
              <Field
                label={t.product.onHand}
                inputMode="numeric"
                value={v.onHand}
                maxLength={7}
                onChange={e => set({ onHand: digitsOf(e.target.value) })}
              />
              <Field
                label={t.product.weight}
                inputMode="numeric"
                value={v.weight}
                maxLength={6}
                onChange={e => set({ weight: digitsOf(e.target.value) })}
              />
              <Field
                label={t.product.gtin}
                inputMode="numeric"
                maxLength={14}
                value={v.gtin}
                wrong={gtinFits(v.gtin) ? null : t.product.gtinWrong}
                onChange={e => set({ gtin: digitsOf(e.target.value) })}
              />
            </div>
          </fieldset>
        )
      })}
      {wrong && (
        <p role="alert" className="text-danger">
          {wrong}
        </p>
      )}
    </div>
  )
}
