import { Link } from '@tanstack/react-router'
import { langTag } from '../../i18n/core.ts'
import { money, said, textIn } from '../../i18n/format.ts'
import { useMore } from '../../i18n/shopper/more/index.ts'
import { Minus, Plus, Trash2, TriangleAlert } from '../../ui/core/icons.tsx'
import { Button, IconButton, Money, Thumb } from '../../ui/core/index.ts'
import type { CartLine } from './use-cart.ts'

interface LineProps {
  readonly line: CartLine
  readonly onSet: (quantity: number) => void
  readonly onRemove: () => void
}
export function LineRow({ line, onSet, onRemove }: LineProps) {
  const t = useMore().cart
  const name = textIn(line.name)
  const gone = line.notice?.code === 'unavailable' || line.notice?.code === 'out_of_stock'
  return (
    <li className="grid grid-cols-[84px_1fr] gap-3 py-4">
      <Link to="/product/$product" params={{ product: line.product }} tabIndex={-1} aria-hidden="true">
        <Thumb
          src={line.picture ?? undefined}
          width={84}
          height={84}
          className={gone ? 'size-[84px] rounded-thumb opacity-50' : 'size-[84px] rounded-thumb'}
        />
      </Link>
      <div className="grid min-w-0 content-start gap-1">
        <div className="flex items-start gap-2">
          <Link
            to="/product/$product"
            params={{ product: line.product }}
            lang={langTag(name.lang)}
            className="min-w-0 flex-1 font-medium"
          >
            {name.text}
          </Link>
          <Money of={line.total} className="font-semibold" />
        </div>
        {line.choice.length > 0 && <p className="text-meta text-ink-2">{line.choice.map(said).join(' · ')}</p>}
        <div className="mt-1 flex items-center gap-3">
          {!gone && <Stepper line={line} name={name.text} onSet={onSet} />}
          {line.quantity > 1 && !gone && <span className="text-meta text-ink-3">{t.each(money(line.unit))}</span>}
          <IconButton label={t.remove(name.text)} className="ms-auto -me-3 text-ink-2" onClick={onRemove}>
            <Trash2 size={20} />
          </IconButton>
        </div>
        <Notice line={line} onSet={onSet} />
      </div>
    </li>
  )
}

function Stepper({ line, name, onSet }: { line: CartLine; name: string; onSet: (quantity: number) => void }) {
  const t = useMore().cart
  const most = Math.min(99, line.available)
  return (
    <div
      role="group"
      aria-label={t.quantityOf(name)}
      className="inline-flex items-center rounded-button shadow-[inset_0_0_0_1px_var(--line-strong)]"
    >
      <IconButton
        label={t.less}
        disabled={line.quantity <= 1}
        className="disabled:opacity-35"
        onClick={() => onSet(line.quantity - 1)}
      >
        <Minus size={18} />
      </IconButton>
      <output className="num min-w-7 text-center font-semibold">{line.quantity}</output>
      <IconButton
        label={t.more}
        disabled={line.quantity >= most}
        className="disabled:opacity-35"
        onClick={() => onSet(line.quantity + 1)}
      >
        <Plus size={18} />
      </IconButton>
    </div>
  )
}

/** What has changed since it was put in: shown, never silently charged. */
function Notice({ line, onSet }: { line: CartLine; onSet: (quantity: number) => void }) {
  const t = useMore().cart
  if (!line.notice) return null
  const { code, was } = line.notice
  const less = code === 'less_available'
  const text = less
    ? t.notices.less_available(line.available)
    : code === 'price_changed'
      ? t.notices.price_changed(was ? money(was) : '')
      : code === 'out_of_stock'
        ? t.notices.out_of_stock
        : t.notices.unavailable
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-meta text-warn" role="status">
      <TriangleAlert size={16} />
      <span className="flex-1">{text}</span>
      {less && line.available > 0 && (
        <Button size="small" style={{ minHeight: 44 }} onClick={() => onSet(line.available)}>
          {t.setTo(line.available)}
        </Button>
      )}
    </p>
  )
}
