import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../client/api.ts'
import type { Texts } from '../../client/types.ts'
import { money, said } from '../../i18n/format.ts'
import { useT } from '../../i18n/studio/index.ts'
import { useList } from '../../i18n/studio/list/index.ts'
import { Field, SelectField } from '../../ui/core/index.ts'
import { MoneyField, Problem, RowsLoading, useDebounced } from '../../ui/desk/index.ts'
import { useMyShop } from '../shop-choice.ts'
import type { PriceChange } from './list-data.ts'
import { useCurrency } from './shop-currency.ts'

const ways = ['set', 'raise', 'lower'] as const
type Way = (typeof ways)[number]
const previewed = 20

/** 12.5 as hundredths of a percent: 1250; null while it is none. */
export function hundredthsOf(typed: string): number | null {
  const match = /^(\d{1,4})(?:\.(\d{0,2}))?$/.exec(typed.normalize('NFKC').trim().replace('%', ''))
  if (!match) return null
  const n = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
  return n > 0 && n <= 1_000_000 ? n : null
}

interface Typed {
  readonly how: Way
  readonly unit: 'percent' | 'amount'
  readonly percent: string
  readonly minor: string | null
}
/** What was typed as a change; null while it is none. */
function changeOf(s: Typed, currency: string): PriceChange | null {
  if (s.how === 'set' || s.unit === 'amount') return s.minor ? { how: s.how, amount: { minor: s.minor, currency } } : null
  const hundredths = hundredthsOf(s.percent)
  return hundredths === null ? null : { how: s.how, hundredths }
}

/** How the prices change, with what that makes of the first of them: worked out by the server, so that it is what will be written. */
export function PriceForm({
  ids,
  names,
  onChange,
}: {
  ids: readonly string[]
  names: ReadonlyMap<string, Texts>
  onChange: (next: PriceChange | null) => void
}) {
  const l = useList()
  const currency = useCurrency() ?? 'JPY'
  const [how, setHow] = useState<Way>('lower')
  const [unit, setUnit] = useState<'percent' | 'amount'>('percent')
  const [percent, setPercent] = useState('')
  const [minor, setMinor] = useState<string | null>('')
  const [now, setNow] = useState<PriceChange | null>(null)
  const inMoney = how === 'set' || unit === 'amount'
  const tell = (next: Partial<Typed>) => {
    const change = changeOf({ how, unit, percent, minor, ...next }, currency)
    setNow(change)
    onChange(change)
  }
  return (
    <div className="grid gap-4">
      <div className="grid items-start gap-3 desk:grid-cols-3">
        <SelectField
          label={l.bulk.how}
          value={how}
          options={ways.map(w => ({ value: w, label: l.bulk.ways[w] }))}
          onChange={w => {
            setHow(w as Way)
            tell({ how: w as Way })
          }}
        />
        {how !== 'set' && (
          <SelectField
            label={l.bulk.unit}
            value={unit}
            options={(['percent', 'amount'] as const).map(u => ({ value: u, label: l.bulk[u] }))}
            onChange={u => {
              setUnit(u as typeof unit)
              tell({ unit: u as typeof unit })
            }}
          />
        )}
        {inMoney ? (
          <MoneyField
            label={l.bulk.amount}
            currency={currency}
            value={minor ?? ''}
            required
            onChange={m => {
              setMinor(m)
              tell({ minor: m })
            }}
          />
        ) : (
          <Field
            label={l.bulk.percent}
            inputMode="decimal"
            value={percent}
            maxLength={8}
            required
            wrong={percent !== '' && hundredthsOf(percent) === null ? l.bulk.percentWrong : null}
            onChange={e => {
              setPercent(e.target.value)
              tell({ percent: e.target.value })
            }}
          />
        )}
      </div>
      {now && <Preview ids={ids} names={names} price={now} />}
    </div>
  )
}

function Preview({ ids, names, price }: { ids: readonly string[]; names: ReadonlyMap<string, Texts>; price: PriceChange }) {
  const l = useList()
  const t = useT()
  const { shop } = useMyShop()
  const late = useDebounced(price)
  const some = ids.slice(0, previewed)
  const preview = useQuery({
    queryKey: ['price-preview', shop, some, late],
    queryFn: () =>
      ask(api.POST('/v1/shops/{shop}/desk/price-preview', { params: { path: { shop } }, body: { products: some, price: late } })),
    gcTime: 0,
    staleTime: 0,
  })
  if (preview.error) return <Problem error={preview.error} retry={() => void preview.refetch()} />
  if (!preview.data) return <RowsLoading rows={3} />
  return (
    <section aria-label={l.bulk.preview} className="grid gap-1">
      <p className="text-meta text-ink-2">{l.bulk.previewOf(some.length, ids.length)}</p>
      <div className="max-h-[36dvh] overflow-auto">
        <table className="desk-table">
          <thead>
            <tr>
              <th scope="col">{t.products.name}</th>
              <th scope="col" data-end="">
                {l.bulk.was}
              </th>
              <th scope="col" data-end="">
                {l.bulk.becomes}
              </th>
            </tr>
          </thead>
          <tbody>
            {preview.data.lines.map(line => (
              <tr key={line.variant}>
                <td>
                  {said(names.get(line.product) ?? {}) || t.products.unnamed}
                  <span className="num block text-caption text-ink-3">{line.sku}</span>
                </td>
                <td data-end="" className="num whitespace-nowrap">
                  {line.from ? money(line.from) : t.products.noPrice}
                </td>
                <td data-end="" className="num font-semibold whitespace-nowrap">
                  {line.to ? money(line.to) : <span className="text-danger">{l.bulk.cannot}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
