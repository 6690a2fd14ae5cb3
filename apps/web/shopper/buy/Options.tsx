import type { Product } from '../../client/types.ts'
import { said } from '../../i18n/format.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { Minus, Plus } from '../../ui/core/icons.tsx'
import { Chip, IconButton } from '../../ui/core/index.ts'
import { type Choice, choose, valueState, variantOf } from './choice.ts'

/** Colours, sizes: what cannot be had is struck through, and a line says why; it can be chosen, to be told when it is back. */
export function Options({ product, choice, onChoice }: { product: Product; choice: Choice; onChoice: (choice: Choice) => void }) {
  const t = useT().buy
  return (
    <>
      {product.options.map((option, i) => {
        const values = option.values.map(value => ({ ...value, state: valueState(product, choice, i, value.key) }))
        const barred = values.filter(v => v.state !== 'free')
        return (
          <fieldset key={said(option.name)} className="mb-4">
            <legend className="mb-2 font-semibold">{said(option.name)}</legend>
            <div className="flex flex-wrap gap-2">
              {values.map(value => (
                <Chip
                  key={value.key}
                  on={choice[i] === value.key}
                  className={
                    value.state === 'sold_out' ? 'line-through' : value.state === 'not_together' ? 'text-ink-3' : undefined
                  }
                  onClick={() => onChoice(choose(product, choice, i, value.key))}
                >
                  {said(value.name)}
                </Chip>
              ))}
            </div>
            {barred.length > 0 && (
              <p className="mt-2 text-meta text-ink-2">
                {barred.map(v => `${said(v.name)}: ${v.state === 'sold_out' ? t.soldOut : t.notTogether}`).join(' · ')}
              </p>
            )}
          </fieldset>
        )
      })}
    </>
  )
}

export function Quantity({
  product,
  choice,
  quantity,
  onQuantity,
}: {
  product: Product
  choice: Choice
  quantity: number
  onQuantity: (quantity: number) => void
}) {
  const t = useT().buy
  const available = variantOf(product, choice)?.available ?? 0
  const most = Math.max(1, Math.min(99, available))
  return (
    <div className="flex items-center gap-3 border-y border-line py-3">
      <span className="flex-1">
        {t.quantity}
        {available > 0 && available <= 10 && <span className="ms-3 text-meta text-ink-2">{t.left(available)}</span>}
      </span>
      <IconButton
        label={t.less}
        className="shadow-[inset_0_0_0_1px_var(--line-strong)] disabled:opacity-40"
        disabled={quantity <= 1}
        onClick={() => onQuantity(quantity - 1)}
      >
        <Minus size={18} />
      </IconButton>
      <output className="num w-7 text-center font-semibold">{quantity}</output>
      <IconButton
        label={t.more}
        className="shadow-[inset_0_0_0_1px_var(--line-strong)] disabled:opacity-40"
        disabled={quantity >= most}
        onClick={() => onQuantity(quantity + 1)}
      >
        <Plus size={18} />
      </IconButton>
    </div>
  )
}
