import { type FormEvent, useEffect, useState } from 'react'
import type { Order } from '../../client/types.ts'
import { useDeclarations } from '../../i18n/studio/declarations/index.ts'
import { Button, Field } from '../../ui/core/index.ts'
import { Panel, Problem, useToFault } from '../../ui/desk/index.ts'
import { type Declared, isOpen, type Parcel, useStep, wordOf } from './declaration-data.ts'

type Name = keyof Parcel
type Draft = Readonly<Partial<Record<Name, string>>>
interface FieldOf {
  readonly name: Name
  /** Characters, or the highest number. */
  readonly most: number
  readonly count?: true
  /** Asked of direct parcels only. */
  readonly direct?: true
}
const fields: readonly FieldOf[] = [
  { name: 'waybillNo', most: 60 },
  { name: 'grossGrams', most: 100_000_000, count: true },
  { name: 'pieces', most: 10_000, count: true },
  { name: 'contents', most: 100 },
  { name: 'masterNo', most: 37, direct: true },
  { name: 'vehicle', most: 100, direct: true },
  { name: 'voyage', most: 32, direct: true },
]
type Texts = Readonly<Record<Name, string>>

/** What stands in the form before anything is typed: what was said, else what the order and its goods give. */
function known({ declaration: d, declared }: Declared, order: Order): Texts {
  const text = (name: Name, otherwise: string | number | null | undefined) => String(d.parcel[name] ?? otherwise ?? '')
  return {
    waybillNo: text('waybillNo', declared?.waybillNo || order.tracking),
    grossGrams: text('grossGrams', declared?.grossGrams || ''),
    pieces: text('pieces', declared?.pieces ?? 1),
    contents: text('contents', declared?.contents),
    masterNo: text('masterNo', ''),
    vehicle: text('vehicle', ''),
    voyage: text('voyage', ''),
  }
}
const isWhole = (text: string, most: number): boolean => /^\d{1,9}$/.test(text) && Number(text) >= 1 && Number(text) <= most

/** Only what the shop says itself is kept: what comes from the order follows the order. An emptied field is the order's again. */
function parcelOf(before: Parcel, draft: Draft): Parcel {
  const said = (name: Name) => (draft[name] === undefined ? before[name] : draft[name]?.trim() || undefined)
  const kept = fields.flatMap(f => {
    const value = said(f.name)
    return value === undefined ? [] : [[f.name, f.count ? Number(value) : String(value)] as const]
  })
  return Object.fromEntries(kept)
}

interface Props {
  readonly declared: Declared
  readonly order: Order
  readonly onUnsaved: (unsaved: boolean) => void
}
/** What the parcel weighs and how it travels. What is typed stays over every refetch and refusal. */
export function ParcelForm({ declared, order, onUnsaved }: Props) {
  const t = useDeclarations()
  const d = declared.declaration
  const step = useStep(d.order)
  const [draft, setDraft] = useState<Draft>({})
  const [tries, setTries] = useState(0)
  const form = useToFault<HTMLFormElement>(tries)
  const stands = known(declared, order)
  const changed = fields.some(f => draft[f.name] !== undefined && draft[f.name] !== stands[f.name])
  useEffect(() => onUnsaved(changed), [changed, onUnsaved])
  const word = wordOf(d)
  const shown = fields.filter(f => !f.direct || order.trade?.mode === '9610')
  const wrong = (f: FieldOf) => {
    const text = draft[f.name]?.trim()
    return f.count && text && !isWhole(text, f.most) ? t.wholeNumber(f.most) : null
  }
  const submit = (e: FormEvent) => {
    e.preventDefault()
    setTries(n => n + 1)
    if (shown.some(wrong)) return
    step.mutate({ what: 'parcel', parcel: parcelOf(d.parcel, draft) }, { onSuccess: () => setDraft({}) })
  }
  if (!isOpen(word)) return <Fixed stands={stands} shown={shown} />
  return (
    <Panel title={t.parcel}>
      <form id="parcel" ref={form} onSubmit={submit} noValidate className="grid gap-3">
        <p className="text-meta text-ink-2">{t.parcelNote}</p>
        <div className="grid items-start gap-3 desk:grid-cols-2">
          {shown.map(f => (
            <Field
              key={f.name}
              name={f.name}
              label={t.fields[f.name]}
              hint={hintOf(f.name, t.hints, declared.declared && t.net(declared.declared.netGrams))}
              inputMode={f.count ? 'numeric' : undefined}
              autoComplete="off"
              maxLength={f.count ? 9 : f.most}
              value={draft[f.name] ?? stands[f.name]}
              wrong={wrong(f)}
              onChange={e => setDraft({ ...draft, [f.name]: e.target.value })}
            />
          ))}
        </div>
        <Problem error={step.error} />
        <div>
          <Button kind={word === 'todo' || word === 'mend' || changed ? 'act' : 'plain'} type="submit" busy={step.isPending}>
            {t.saveParcel}
          </Button>
        </div>
      </form>
    </Panel>
  )
}

function hintOf(name: Name, hints: Readonly<Partial<Record<Name, string>>>, net: string | null): string | undefined {
  return name === 'grossGrams' ? (net ?? undefined) : hints[name]
}

function Fixed({ stands, shown }: { stands: Texts; shown: readonly FieldOf[] }) {
  const t = useDeclarations()
  return (
    <Panel title={t.parcel}>
      <dl className="m-0 grid gap-x-4 gap-y-2 desk:grid-cols-2">
        {shown
          .filter(f => stands[f.name])
          .map(f => (
            <div key={f.name}>
              <dt className="text-meta text-ink-2">{t.fields[f.name]}</dt>
              <dd className="num m-0 [overflow-wrap:anywhere]">{stands[f.name]}</dd>
            </div>
          ))}
      </dl>
      <p className="mt-3 text-meta text-ink-2">{t.parcelFixed}</p>
    </Panel>
  )
}
