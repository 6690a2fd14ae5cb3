import type { Chosen, Line } from '../../client/pieces.ts'
import type { Order } from '../../client/types.ts'
import { langTag } from '../../i18n/core.ts'
import { said, textIn } from '../../i18n/format.ts'
import { useFulfil } from '../../i18n/studio/fulfil/index.ts'

interface Props {
  readonly order: Order
  readonly most: (order: Order, line: Line) => number
  readonly chosen: Chosen
  readonly onChange: (chosen: Chosen) => void
}
/** A number a line, from none to as many as there are. */
export function PieceFields({ order, most, chosen, onChange }: Props) {
  const t = useFulfil()
  return (
    <ul className="m-0 grid max-h-[44dvh] list-none gap-2 overflow-auto p-1">
      {order.lines
        .filter(l => most(order, l) > 0)
        .map(l => {
          const { text, lang } = textIn(l.name)
          const max = most(order, l)
          return (
            <li key={l.id} className="flex items-center gap-3">
              <span className="min-w-0 flex-1">
                <span lang={langTag(lang)} className="line-clamp-2">
                  {text}
                </span>
                <span className="text-meta text-ink-2">{[...l.choice.map(said), l.sku].filter(Boolean).join(' · ')}</span>
              </span>
              <span className="field !flex-none">
                <input
                  type="number"
                  inputMode="numeric"
                  aria-label={t.pieces(text)}
                  className="num !w-20"
                  min={0}
                  max={max}
                  value={chosen[l.id] ?? 0}
                  onChange={e =>
                    onChange({ ...chosen, [l.id]: Math.max(0, Math.min(max, Math.trunc(Number(e.target.value) || 0))) })
                  }
                />
              </span>
              <span className="num w-12 text-meta whitespace-nowrap text-ink-2">{t.of(max)}</span>
            </li>
          )
        })}
    </ul>
  )
}
