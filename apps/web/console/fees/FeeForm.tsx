import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { queryClient } from '../../client/query.ts'
import { useFees } from '../../i18n/console/fees/index.ts'
import { said } from '../../i18n/format.ts'
import { Button, Field, MomentField, momentOf, SelectField, soonText, toast } from '../../ui/core/index.ts'
import { Modal, Problem, useDebounced } from '../../ui/desk/index.ts'
import type { Fee } from './FeesPage.tsx'
import { bpsOf } from './fee-percent.ts'

const kinds: readonly Fee['kind'][] = ['commission', 'creator', 'fee', 'provider']
const most = 50

/** A rate from a day on, for all or for one shop. What was typed stays when the server refuses. */
export function FeeForm({ onClose }: { onClose: () => void }) {
  const t = useFees()
  const [kind, setKind] = useState<Fee['kind']>('commission')
  const [holder, setHolder] = useState('*')
  const [percent, setPercent] = useState('')
  const [since, setSince] = useState(soonText)
  const [tried, setTried] = useState(false)
  const bps = bpsOf(percent)
  const from = momentOf(since)
  const early = from !== null && from.getTime() <= Date.now()
  const save = useMutation({
    mutationFn: (body: { bps: number; since: string }) => ask(api.POST('/v1/ledger/rates', { body: { kind, holder, ...body } })),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['fees'] })
      toast(t.saved)
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (bps !== null && from !== null && !early) save.mutate({ bps, since: from.toISOString() })
  }
  return (
    <Modal title={t.add} text={t.keeps} onClose={onClose}>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <SelectField
          label={t.kind}
          hint={t.kindHints[kind]}
          value={kind}
          options={kinds.map(k => ({ value: k, label: t.kinds[k] }))}
          onChange={k => {
            setKind(k as Fee['kind'])
            // Of a provider it is for all; and the field, when it comes back, begins with all.
            if (k === 'provider') setHolder('*')
          }}
        />
        {kind !== 'provider' && <HolderField holder={holder} onChange={setHolder} />}
        <Field
          label={t.sharePercent}
          inputMode="decimal"
          value={percent}
          wrong={tried && bps === null ? t.wrongShare : null}
          onChange={e => setPercent(e.target.value)}
        />
        <MomentField
          label={t.since}
          value={since}
          wrong={tried && (from === null || early) ? t.wrongSince : null}
          onChange={setSince}
        />
        <Problem error={save.error} />
        <Button type="submit" kind="act" busy={save.isPending}>
          {t.save}
        </Button>
      </form>
    </Modal>
  )
}

/** All shops or one; with many shops, a search among them. */
function HolderField({ holder, onChange }: { holder: string; onChange: (holder: string) => void }) {
  const t = useFees()
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState({ value: '*', label: t.allShops })
  const q = useDebounced(words.trim(), 250)
  const shops = useQuery({
    queryKey: ['fees', 'shops', q],
    queryFn: () => ask(api.GET('/v1/shops', { params: { query: { limit: most, ...(q && { words: q }) } } })),
  })
  const found = (shops.data?.items ?? []).map(s => ({ value: s.id, label: said(s.name) }))
  // The one that was chosen stays to be seen when it is not among those that are found next.
  const options = [{ value: '*', label: t.allShops }, chosen, ...found]
  const unique = options.filter((o, i) => options.findIndex(x => x.value === o.value) === i)
  const choose = (value: string) => {
    setChosen(unique.find(o => o.value === value) ?? chosen)
    onChange(value)
  }
  return (
    <div className="grid gap-2">
      {(words !== '' || shops.data?.next) && <Field label={t.find} value={words} onChange={e => setWords(e.target.value)} />}
      <SelectField label={t.holder} value={holder} options={unique} onChange={choose} />
    </div>
  )
}
