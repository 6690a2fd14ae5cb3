import { useDesk } from '../../i18n/desk/index.ts'
import { money, number, said, textIn } from '../../i18n/format.ts'
import { useT } from '../../i18n/studio/index.ts'
import { useList } from '../../i18n/studio/list/index.ts'
import { ChevronDown } from '../../ui/core/icons.tsx'
import { cx, Thumb } from '../../ui/core/index.ts'
import { fromMajor, InlineEdit, Link, State, toMajor } from '../../ui/desk/index.ts'
import { useMyShop } from '../shop-choice.ts'
import { type Row, type RowVariant, savePrice, saveStock } from './list-data.ts'
import { useCurrency } from './shop-currency.ts'

export const choiceName = (v: RowVariant): string => v.choice.map(said).filter(Boolean).join(' · ')

export function Name({ row, compact }: { row: Row; compact?: boolean }) {
  const t = useT()
  const { text, lang } = textIn(row.name)
  const size = compact ? 'size-7' : 'size-11'
  return (
    <span className="flex min-w-0 items-center gap-3">
      {row.cover ? (
        <Thumb src={row.cover.url} hash={row.cover.thumbhash} className={cx(size, 'flex-none rounded-thumb')} />
      ) : (
        <span className={cx(size, 'flex-none rounded-thumb bg-sunk')} />
      )}
      <span className="min-w-0">
        <Link
          to="/products/$product"
          params={{ product: row.id }}
          lang={lang}
          className={cx(compact ? 'line-clamp-1' : 'line-clamp-2', 'font-medium')}
        >
          {text || t.products.unnamed}
        </Link>
        {!compact && row.variants.length > 1 && (
          <span className="num text-caption text-ink-3">{t.products.variants(row.variants.length)}</span>
        )}
      </span>
    </span>
  )
}

/** What keeps it off sale and what waits, under its state; said only where it matters. */
export function Marks({ row }: { row: Row }) {
  const l = useList()
  const d = useDesk()
  const lacking = row.state === 'draft' ? row.lacks.map(x => l.lacks[x]) : []
  const waits = row.waiting.length > 0 && row.state !== 'archived' ? [l.waiting(row.waiting.map(x => d.texts[x]).join(', '))] : []
  const words = [...lacking, ...waits]
  return words.length > 0 ? <span className="block text-caption text-ink-2">{words.join(' · ')}</span> : null
}

const nameOf = (row: Row, v: RowVariant): string => [textIn(row.name).text, choiceName(v)].filter(Boolean).join(' · ')

export function StockCell({ row, variant }: { row: Row; variant: RowVariant }) {
  const t = useT()
  const l = useList()
  const { shop } = useMyShop()
  return (
    <InlineEdit
      label={l.edit.stock(nameOf(row, variant))}
      value={String(variant.available)}
      numeric="numeric"
      wrong={l.edit.wrongStock}
      read={typed => (/^\d{1,7}$/.test(typed) && Number(typed) <= 1_000_000 ? String(Number(typed)) : null)}
      save={next => void saveStock(shop, variant, Number(next))}
    >
      {variant.available === 0 ? <State tone="warn">{t.products.out}</State> : number(variant.available)}
    </InlineEdit>
  )
}

export function PriceCell({ row, variant }: { row: Row; variant: RowVariant }) {
  const t = useT()
  const l = useList()
  const { shop } = useMyShop()
  const currency = useCurrency() ?? variant.price?.currency
  if (!currency) return variant.price ? <span className="num">{money(variant.price)}</span> : null
  return (
    <InlineEdit
      label={l.edit.price(nameOf(row, variant))}
      value={variant.price ? toMajor(variant.price.minor, currency) : ''}
      numeric="decimal"
      wrong={l.edit.wrongPrice}
      read={typed => {
        const minor = fromMajor(typed, currency)
        return minor && minor !== '0' ? toMajor(minor, currency) : null
      }}
      save={next => void savePrice(shop, row.id, variant, { minor: fromMajor(next, currency) ?? '', currency })}
    >
      {variant.price ? money(variant.price) : <span className="text-ink-3">{t.products.noPrice}</span>}
    </InlineEdit>
  )
}

/** Several variants: their sum or their lowest price; opens them, each to be changed by itself. */
export function VariantsToggle({
  row,
  of,
  open,
  toggle,
}: {
  row: Row
  of: 'stock' | 'price'
  open: boolean
  toggle: (id: string) => void
}) {
  const t = useT()
  const l = useList()
  const pieces = row.variants.reduce((n, v) => n + v.available, 0)
  const prices = row.variants.flatMap(v => v.price ?? [])
  const low = prices.reduce<(typeof prices)[number] | undefined>(
    (a, b) => (a && BigInt(a.minor) <= BigInt(b.minor) ? a : b),
    undefined,
  )
  const many = new Set(prices.map(p => p.minor)).size > 1
  const word =
    of === 'stock' ? (
      pieces === 0 ? (
        <State tone="warn">{t.products.out}</State>
      ) : (
        number(pieces)
      )
    ) : low ? (
      many ? (
        t.products.from(money(low))
      ) : (
        money(low)
      )
    ) : (
      <span className="text-ink-3">{t.products.noPrice}</span>
    )
  if (row.state === 'archived') return <span className="num whitespace-nowrap">{word}</span>
  return (
    <button type="button" className="cell-edit num" aria-expanded={open} onClick={() => toggle(row.id)}>
      {word}
      <span className="sr-only">{l.variantsShow(textIn(row.name).text)}</span>
      <ChevronDown size={14} className={open ? 'rotate-180' : undefined} />
    </button>
  )
}
