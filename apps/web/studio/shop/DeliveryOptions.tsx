import { useState } from 'react'
import { newKey } from '../../client/api.ts'
import { intlTag, langTag } from '../../i18n/core.ts'
import { money, textIn } from '../../i18n/format.ts'
import { useBorders } from '../../i18n/studio/borders/index.ts'
import { useSums } from '../../i18n/sums/index.ts'
import { ChevronDown, Plus, Trash2 } from '../../ui/core/icons.tsx'
import { Button, Chip, cx, Field, SelectField, toast } from '../../ui/core/index.ts'
import { MoneyField, Panel, TextsField } from '../../ui/desk/index.ts'
import { destinations, euroArea } from '../markets.ts'
import type { PartProps, ShopBody } from './open-draft.ts'

export type Option = NonNullable<ShopBody['delivery']>[number]
const ways = ['domestic', 'post', '9610', '1210', 'seller_collects', 'import'] as const

/** What is missing of an option before it can be saved. */
export const faultOf = (o: Option): 'wrongName' | 'wrongFee' | 'wrongCountries' | null =>
  !Object.values(o.name).some(x => x?.trim())
    ? 'wrongName'
    : o.countries.length === 0
      ? 'wrongCountries'
      : o.fee === ''
        ? 'wrongFee'
        : null

const fresh = (): Option => ({
  key: `w${newKey().replaceAll('-', '').slice(0, 10)}`,
  name: {},
  countries: [],
  fee: '',
  freeFrom: null,
  days: { from: 4, to: 10 },
  way: 'post',
})

/** Ways to send besides the delivery at home that every shop has. */
export function DeliveryOptions({ draft, change, tried }: PartProps & { tried: boolean }) {
  const t = useBorders()
  const options = draft.delivery ?? []
  const set = (next: Option) => change({ delivery: options.map(o => (o.key === next.key ? next : o)) })
  const remove = (key: string) => {
    change({ delivery: options.filter(o => o.key !== key) })
    toast(t.removed)
  }
  return (
    <Panel title={t.ways}>
      <p className="mb-3 text-ink-2">{options.length > 0 ? t.waysNote : t.none}</p>
      <div className="grid gap-3">
        {options.map(o => (
          <One key={o.key} option={o} draft={draft} tried={tried} set={set} remove={() => remove(o.key)} />
        ))}
        <div>
          <Button onClick={() => change({ delivery: [...options, fresh()] })}>
            <Plus size={18} />
            {t.add}
          </Button>
        </div>
      </div>
    </Panel>
  )
}

interface OneProps {
  readonly option: Option
  readonly draft: ShopBody
  readonly tried: boolean
  readonly set: (next: Option) => void
  readonly remove: () => void
}
function One({ option: o, draft, tried, set, remove }: OneProps) {
  const t = useBorders()
  const sums = useSums()
  const { text, lang } = textIn(o.name)
  const name = text || t.unnamed
  const fault = tried ? faultOf(o) : null
  const [open, setOpen] = useState(text === '')
  const notes = [t.countriesOf(o.countries.length), o.fee && money({ minor: o.fee, currency: draft.currency }), sums.ways[o.way]]
  return (
    <details
      className="rounded-chip border border-line"
      open={open || fault !== null}
      onToggle={event => setOpen(event.currentTarget.open)}
    >
      <summary className="flex min-h-12 cursor-pointer flex-wrap items-center gap-x-3 px-3 py-2">
        <span className={cx('font-semibold', text === '' && 'text-ink-2')} lang={langTag(lang)}>
          {name}
        </span>
        <span className="num min-w-0 flex-1 text-meta text-ink-2">{notes.filter(Boolean).join(' · ')}</span>
        <ChevronDown size={18} className="flex-none text-ink-2 [[open]>summary>&]:rotate-180" />
      </summary>
      <div className="grid gap-4 border-t border-line p-3">
        <TextsField
          label={t.name}
          maxLength={80}
          value={o.name}
          wrong={fault === 'wrongName' ? t.wrongName : null}
          onChange={next => set({ ...o, name: next })}
        />
        <SelectField
          label={t.way}
          className="desk:max-w-[480px]"
          hint={sums.waysText[o.way]}
          value={o.way}
          options={ways.map(w => ({ value: w, label: sums.ways[w] }))}
          onChange={w => set(onWay(o, w as Option['way'], draft.country))}
        />
        <Countries option={o} home={draft.country} wrong={fault === 'wrongCountries'} set={set} />
        <Fees option={o} currency={draft.currency} wrong={fault === 'wrongFee'} set={set} />
        <div>
          <Button kind="quiet" onClick={remove}>
            <Trash2 size={18} />
            {t.remove(name)}
          </Button>
        </div>
      </div>
    </details>
  )
}

/** Delivery at home is domestic, and only that: the countries follow the way. */
function onWay(o: Option, way: Option['way'], home: string): Option {
  const countries = way === 'domestic' ? [home] : o.countries.filter(c => c !== home)
  return { ...o, way, countries }
}

interface PartOfOne {
  readonly option: Option
  readonly wrong: boolean
  readonly set: (next: Option) => void
}
function Countries({ option: o, home, wrong, set }: PartOfOne & { home: string }) {
  const t = useBorders()
  const names = new Intl.DisplayNames(intlTag(), { type: 'region' })
  if (o.way === 'domestic') return <p className="text-meta text-ink-2">{t.onlyHome(names.of(home) ?? home)}</p>
  const all = [...new Set([...destinations, ...o.countries])].filter(c => c !== home)
  const sorted = all.toSorted((a, b) => Number(euroArea.includes(a)) - Number(euroArea.includes(b)))
  const toggle = (c: string) =>
    set({ ...o, countries: o.countries.includes(c) ? o.countries.filter(x => x !== c) : [...o.countries, c] })
  return (
    <fieldset className="m-0 border-0 p-0">
      <legend className="mb-2 font-semibold">{t.countries}</legend>
      <div className="flex flex-wrap gap-2">
        {sorted.map(c => (
          <Chip key={c} size="small" on={o.countries.includes(c)} onClick={() => toggle(c)}>
            {names.of(c) ?? c}
          </Chip>
        ))}
      </div>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button
          size="small"
          onClick={() => set({ ...o, countries: [...new Set([...o.countries, ...euroArea.filter(c => c !== home)])] })}
        >
          {t.euro}
        </Button>
        <Button size="small" disabled={o.countries.length === 0} onClick={() => set({ ...o, countries: [] })}>
          {t.clear}
        </Button>
      </div>
      {wrong && (
        <p role="alert" className="mt-1 text-meta text-danger">
          {t.wrongCountries}
        </p>
      )}
    </fieldset>
  )
}

function Fees({ option: o, currency, wrong, set }: PartOfOne & { currency: string }) {
  const t = useBorders()
  const days = (label: string, value: number, to: (n: number) => Option['days']) => (
    <Field
      label={label}
      type="number"
      inputMode="numeric"
      min={0}
      max={365}
      required
      value={value}
      onChange={e => set({ ...o, days: to(Math.min(365, Math.max(0, Math.trunc(Number(e.target.value))))) })}
    />
  )
  const { from, to } = o.days
  return (
    <div className="grid grid-cols-2 items-start gap-3 desk:grid-cols-4">
      <MoneyField
        label={t.fee}
        currency={currency}
        value={o.fee}
        wrong={wrong ? t.wrongFee : null}
        onChange={fee => set({ ...o, fee: fee ?? '' })}
      />
      <MoneyField
        label={t.freeFrom}
        hint={t.optional}
        currency={currency}
        value={o.freeFrom ?? ''}
        onChange={sum => set({ ...o, freeFrom: sum || null })}
      />
      {days(t.daysFrom, from, n => ({ from: n, to: Math.max(n, to) }))}
      {days(t.daysTo, to, n => ({ from: Math.min(from, n), to: n }))}
    </div>
  )
}
