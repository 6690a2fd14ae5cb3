import type { Chosen, Line } from '../../client/pieces.ts'
import type { Order } from '../../client/types.ts'
import { langTag } from '../../i18n/core.ts'
import { said, textIn } from '../../i18n/format.ts'
import { useReturns } from '../../i18n/shopper/returns/index.ts'
import { Minus, Plus } from '../../ui/core/icons.tsx'
import { IconButton, Thumb } from '../../ui/core/index.ts'

interface Props {
  readonly order: Order
  readonly most: (order: Order, line: Line) => number
  readonly chosen: Chosen
  readonly onChange: (chosen: Chosen) => void
}
/** How many pieces of each line, from none to as many as there are. */
export function PieceRows({ order, most, chosen, onChange }: Props) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {order.lines
        .filter(l => most(order, l) > 0)
        .map(l => (
          <Row key={l.id} line={l} most={most(order, l)} now={chosen[l.id] ?? 0} set={n => onChange({ ...chosen, [l.id]: n })} />
        ))}
    </ul>
  )
}

function Row({ line, most, now, set }: { line: Line; most: number; now: number; set: (n: number) => void }) {
  const t = useReturns()
  const { text, lang } = textIn(line.name)
  return (
    <li className="flex items-center gap-3 py-2">
      <Thumb src={line.picture ?? undefined} width={48} height={48} className="size-12 flex-none rounded-thumb" />
      <span className="min-w-0 flex-1">
        <span lang={langTag(lang)} className="line-clamp-2 font-medium">
          {text}
        </span>
        <span className="block text-meta text-ink-2">{line.choice.map(said).join(' · ')}</span>
      </span>
      <fieldset className="flex items-center" aria-label={t.howMany(text)}>
        <IconButton label={t.fewer(text)} disabled={now === 0} onClick={() => set(now - 1)}>
          <Minus size={18} />
        </IconButton>
        <output className="num min-w-12 text-center whitespace-nowrap" aria-live="polite">
          <b>{now}</b> <span className="text-meta text-ink-2">{t.ofMany(most)}</span>
        </output>
        <IconButton label={t.more(text)} disabled={now >= most} onClick={() => set(now + 1)}>
          <Plus size={18} />
        </IconButton>
      </fieldset>
    </li>
  )
}
