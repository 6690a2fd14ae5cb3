import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { queryClient } from '../../client/query.ts'
import { useTrade } from '../../i18n/studio/trade/index.ts'
import { Button, Chip, Field, SelectField, toast } from '../../ui/core/index.ts'
import { LeaveGuard, Problem, useToFault } from '../../ui/desk/index.ts'
import {
  type Draft,
  draftOf,
  type Facts,
  type FieldName,
  factsOf,
  faultsOf,
  groups,
  kindOf,
  origins,
  sameDraft,
} from './fact-fields.ts'
import { HsField } from './HsField.tsx'
import { PictureFiles } from './PictureFiles.tsx'
import { productReadyKey } from './ReadyPanel.tsx'
import { nameOf, refusedFields } from './trade-data.ts'

export const factsKey = (product: string) => ['trade-facts', product]
interface FactsFormProps {
  readonly product: string
  readonly variant?: string
  readonly facts: Facts
  /** Of a variant: what its product says where nothing stands here. */
  readonly base?: Facts
}
/** Facts of a product, or of one variant where it differs. What was typed stays until the server has taken it. */
export function FactsForm({ product, variant, facts, base }: FactsFormProps) {
  const t = useTrade()
  const before = draftOf(facts)
  const [draft, setDraft] = useState<Draft>(before)
  const [tries, setTries] = useState(0)
  const [busy, setBusy] = useState(0)
  const form = useToFault<HTMLFormElement>(tries)
  const save = useMutation({
    mutationFn: () => {
      const body = { ...(variant && { variant }), facts: factsOf(draft) }
      return ask(api.PUT('/v1/products/{id}/trade-facts', { params: { path: { id: product } }, body }))
    },
    onSuccess: next => {
      queryClient.setQueryData(factsKey(product), next)
      const mine = variant ? (next.variants.find(v => v.variant === variant)?.facts ?? {}) : next.facts
      setDraft(draftOf(mine))
      toast(t.saved)
      void queryClient.invalidateQueries({ queryKey: productReadyKey(product) })
      void queryClient.invalidateQueries({ queryKey: ['trade-products'] })
    },
    onError: () => setTries(n => n + 1),
  })
  const faults = tries > 0 ? faultsOf(draft) : {}
  const refused = refusedFields(save.error)
  const wrongOf = (name: FieldName): string | null => {
    const fault = faults[name]
    if (fault) return fault === 'hsForm' ? t.facts.hsForm : t.facts.wrong[fault]
    return refused[name] ? said(t, name, refused[name]) : null
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTries(n => n + 1)
    if (Object.keys(faultsOf(draft)).length === 0 && busy === 0) save.mutate()
  }
  const set = (name: FieldName, text: string) => setDraft(d => ({ ...d, typed: { ...d.typed, [name]: text } }))
  const changed = !sameDraft(draft, before)
  return (
    <form ref={form} onSubmit={submit} className="grid gap-5" noValidate>
      {(['tariff', 'measures', 'stock'] as const).map(group => (
        <fieldset key={group} className="m-0 border-0 p-0">
          <legend className="mb-2 font-semibold">{t.facts.groups[group]}</legend>
          <div className="grid items-start gap-3 desk:grid-cols-2">
            {groups[group].map(f => (
              <One
                key={f.name}
                name={f.name}
                max={f.max ?? 20}
                value={draft.typed[f.name] ?? ''}
                base={base?.[f.name]}
                wrong={wrongOf(f.name)}
                set={text => set(f.name, text)}
              />
            ))}
          </div>
        </fieldset>
      ))}
      <Dangers draft={draft} set={part => setDraft(d => ({ ...d, ...part(d) }))} onBusy={b => setBusy(n => n + (b ? 1 : -1))} />
      {!isAtField(refused) && <Problem error={save.error} />}
      {changed && (
        <div>
          <Button type="submit" kind="act" busy={save.isPending} disabled={busy > 0}>
            {t.save}
          </Button>
        </div>
      )}
      <LeaveGuard when={changed || busy > 0} />
    </form>
  )
}

type T = ReturnType<typeof useTrade>
const fieldNames = Object.values(groups).flatMap(g => g.map(f => f.name as string))
const isAtField = (refused: Readonly<Record<string, string>>): boolean => fieldNames.some(n => n in refused)
/** The server's reason at a field, in the reader's words. */
function said(t: T, name: FieldName, why: string): string {
  if (name === 'hs') return why === 'hs_unknown' ? t.reasons.hs_unknown : t.facts.hsForm
  const kind = kindOf(name)
  if (name === 'grossGrams' && why.includes('net')) return t.facts.wrong.grossGrams
  if (kind === 'country') return t.facts.wrong.origin
  return kind === 'text' ? t.facts.wrong.other : t.facts.wrong[kind as 'whole' | 'decimal' | 'unit']
}

interface OneProps {
  readonly name: FieldName
  readonly max: number
  readonly value: string
  readonly base: string | number | undefined
  readonly wrong: string | null
  readonly set: (text: string) => void
}
const hints: Readonly<Partial<Record<FieldName, keyof T['facts']>>> = {
  declaredName: 'declaredNameHint',
  model: 'modelHint',
  grossGrams: 'grossHint',
  mlOrG: 'mlOrGHint',
  pieces: 'piecesHint',
  legalUnit: 'legalHint',
  legalQuantity: 'legalQuantityHint',
  recordNo: 'recordNoHint',
}
function One({ name, max, value, base, wrong, set }: OneProps) {
  const t = useTrade()
  const kind = kindOf(name)
  const inherited = base === undefined ? undefined : String(base)
  const empty = inherited === undefined ? t.facts.noValue : `${t.facts.same}: ${shownValue(t, kind, inherited)}`
  const label = t.facts[name]
  const hint = hints[name] ? (t.facts[hints[name]] as string) : undefined
  if (kind === 'hs') return <HsField value={value} placeholder={inherited} wrong={wrong} onChange={set} />
  if (kind === 'country' || kind === 'unit') {
    const all = kind === 'country' ? origins : Object.keys(t.units).toSorted()
    const options = [...new Set([...all, ...(value ? [value] : [])])].map(v => ({ value: v, label: shownValue(t, kind, v) }))
    const sorted = kind === 'country' ? options.toSorted((a, b) => a.label.localeCompare(b.label)) : options
    return (
      <SelectField
        label={label}
        hint={hint}
        wrong={wrong}
        value={value}
        options={[{ value: '', label: empty }, ...sorted]}
        onChange={set}
      />
    )
  }
  return (
    <Field
      label={label}
      hint={hint}
      wrong={wrong}
      maxLength={max}
      inputMode={kind === 'whole' ? 'numeric' : kind === 'decimal' ? 'decimal' : undefined}
      value={value}
      placeholder={inherited}
      onChange={e => set(e.target.value)}
    />
  )
}
function shownValue(t: T, kind: string, value: string): string {
  if (kind === 'country') return nameOf(value)
  if (kind !== 'unit') return value
  const name = t.units[value as keyof typeof t.units]
  return name ? `${value} ${name}` : value
}

interface DangersProps {
  readonly draft: Draft
  readonly set: (part: (now: Draft) => Partial<Draft>) => void
  readonly onBusy: (busy: boolean) => void
}
function Dangers({ draft, set, onBusy }: DangersProps) {
  const t = useTrade()
  const known = Object.keys(t.goods)
  const toggle = (word: string) =>
    set(d => ({ words: d.words.includes(word) ? d.words.filter(w => w !== word) : [...d.words, word] }))
  return (
    <>
      <fieldset className="m-0 border-0 p-0">
        <legend className="font-semibold">{t.facts.words}</legend>
        <p className="mb-2 text-meta text-ink-2">{t.facts.wordsNote}</p>
        <div className="flex flex-wrap gap-2">
          {[...new Set([...known, ...draft.words])].map(w => (
            <Chip key={w} size="small" on={draft.words.includes(w)} onClick={() => toggle(w)}>
              {t.goods[w as keyof typeof t.goods] ?? w}
            </Chip>
          ))}
        </div>
      </fieldset>
      <fieldset className="m-0 border-0 p-0">
        <legend className="font-semibold">{t.facts.papers}</legend>
        <p className="mb-2 text-meta text-ink-2">{t.facts.papersNote}</p>
        <PictureFiles
          label={t.facts.papers}
          add={t.facts.addPaper}
          remove={t.facts.removePaper}
          ids={draft.papers}
          most={20}
          onChange={next => set(d => ({ papers: next(d.papers) }))}
          onBusy={onBusy}
        />
      </fieldset>
    </>
  )
}
