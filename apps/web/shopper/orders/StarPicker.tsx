import { useId } from 'react'
import { useMore } from '../../i18n/shopper/more/index.ts'
import { Star } from '../../ui/core/icons.tsx'

/** Five stars as radio buttons: arrows choose, and each says its number. */
export function StarPicker({
  value,
  onChange,
  wrong,
}: {
  value: number
  onChange: (stars: number) => void
  wrong: string | null
}) {
  const t = useMore().review
  const name = useId()
  return (
    <fieldset>
      <legend className="mb-1 font-medium">{t.stars}</legend>
      <div className="flex">
        {[1, 2, 3, 4, 5].map(n => (
          <label
            key={n}
            className="grid size-12 cursor-pointer place-items-center rounded-chip has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-focus"
          >
            <input
              type="radio"
              name={name}
              className="sr-only"
              aria-label={t.star(n)}
              checked={value === n}
              onChange={() => onChange(n)}
            />
            <Star size={32} className={n <= value ? 'fill-p4 text-p4' : 'text-line-strong'} />
          </label>
        ))}
      </div>
      {wrong && (
        <p role="alert" className="text-meta text-danger">
          {wrong}
        </p>
      )}
    </fieldset>
  )
}
