import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { ApiError } from '../../client/error.ts'
import { queryClient } from '../../client/query.ts'
import { useRules } from '../../i18n/console/rules/index.ts'
import { Button, Field, SelectField, TextArea, toast } from '../../ui/core/index.ts'
import { Modal, Problem } from '../../ui/desk/index.ts'
import { isDay, type Rule, rulesKey, useRuleNames } from './rules-data.ts'

/** Kinds of rules; the positive list has a form of its own. */
const kinds =
  'limits cbec vat excise duty simple-duty post valuation relief seller-collects item-duty prohibited review price-claim union'.split(
    ' ',
  )

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
/** The values in a form that can be read; null when the list was cut. */
function shownParams(row: Rule | null): string | null {
  if (!row) return '{}'
  const known = jsonOf(row.params)
  return known === undefined ? null : JSON.stringify(known, null, 2)
}

const draftOf = (row: Rule | null, where: string) => ({
  jurisdiction: row?.jurisdiction ?? where,
  rule: row?.rule ?? 'duty',
  from: row?.from ?? '',
  to: row?.to ?? '',
  source: row?.source ?? '',
  params: shownParams(row) ?? '',
})
type Draft = ReturnType<typeof draftOf>
const faultsOf = (t: ReturnType<typeof useRules>, f: Draft) => ({
  jurisdiction: /^([A-Z]{2}|\*)$/.test(f.jurisdiction) ? null : t.wrongWhere,
  from: isDay(f.from) ? null : t.wrongDay,
  to: f.to === '' || isDay(f.to) ? null : t.wrongDay,
  source: f.source.trim() ? null : t.wrongSource,
  params: jsonOf(f.params) === undefined ? t.wrongJson : null,
})
type Key = keyof ReturnType<typeof faultsOf>

/** One row of law: a new one, or in the place of one with the same country, rule and first day. What was typed stays when it is refused. */
export function RuleForm({ row, where, onClose }: { row: Rule | null; where: string; onClose: () => void }) {
  const t = useRules()
  const [f, setF] = useState(() => draftOf(row, where))
  const [tried, setTried] = useState(false)
  const set = (part: Partial<Draft>) => setF(now => ({ ...now, ...part }))
  const wrong = faultsOf(t, f)
  const said = (key: Key) => (tried ? wrong[key] : null)
  const save = useMutation({
    mutationFn: () => ask(api.PUT('/v1/trade/rules', { body: { rows: [{ ...f, source: f.source.trim(), to: f.to || null }] } })),
    onSuccess: () => {
      toast(t.saved)
      void queryClient.invalidateQueries({ queryKey: rulesKey })
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (Object.values(wrong).every(w => w === null)) save.mutate()
  }
  const refused = save.error instanceof ApiError && save.error.code === 'rule_invalid' ? save.error : null
  return (
    <Modal title={t.add} onClose={onClose} wide>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <When f={f} set={set} said={said} />
        <TextArea
          label={t.sourceLabel}
          hint={t.sourceHint}
          rows={2}
          maxLength={500}
          value={f.source}
          wrong={said('source')}
          onChange={e => set({ source: e.target.value })}
        />
        <TextArea
          label={t.params}
          hint={shownParams(row) === null ? t.paramsCut : undefined}
          rows={10}
          spellCheck={false}
          className="num"
          value={f.params}
          wrong={said('params') ?? refused?.message ?? null}
          onChange={e => set({ params: e.target.value })}
        />
        {!refused && <Problem error={save.error} />}
        <div className="flex justify-end">
          <Button type="submit" kind="act" busy={save.isPending}>
            {t.save}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

interface WhenProps {
  readonly f: Draft
  readonly set: (part: Partial<Draft>) => void
  readonly said: (key: Key) => string | null
}
function When({ f, set, said }: WhenProps) {
  const t = useRules()
  const { kind } = useRuleNames()
  return (
    <div className="grid items-start gap-3 desk:grid-cols-2">
      <Field
        label={t.whereLabel}
        maxLength={2}
        value={f.jurisdiction}
        wrong={said('jurisdiction')}
        onChange={e => set({ jurisdiction: e.target.value.toUpperCase() })}
      />
      <SelectField
        label={t.rule}
        value={f.rule}
        options={[...new Set([...kinds, f.rule])].map(k => ({ value: k, label: kind(k) }))}
        onChange={rule => set({ rule })}
      />
      <Field label={t.fromLabel} type="date" value={f.from} wrong={said('from')} onChange={e => set({ from: e.target.value })} />
      <Field
        label={t.toLabel}
        type="date"
        hint={t.toHint}
        value={f.to}
        wrong={said('to')}
        onChange={e => set({ to: e.target.value })}
      />
    </div>
  )
}
