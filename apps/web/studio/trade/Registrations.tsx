import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { isCode } from '../../client/error.ts'
import { queryClient } from '../../client/query.ts'
import { useTrade } from '../../i18n/studio/trade/index.ts'
import { Button, Field, toast } from '../../ui/core/index.ts'
import { LeaveGuard, Problem, RowsLoading, useToFault } from '../../ui/desk/index.ts'
import { useMyShop } from '../shop-choice.ts'
import { askNames, type Name, refusedFields } from './trade-data.ts'

/** Fields of a step, in the order in which a person has them at hand; what the rules ask besides comes behind. */
const china: Readonly<Record<string, readonly Name[]>> = {
  registration: ['ebcCode', 'ebcName', 'ebpCode', 'ebpName', 'agentCode', 'agentName', 'payCode', 'logisticsCode'],
  documents: [
    'payName',
    'logisticsName',
    'guarantorCode',
    'senderCode',
    'senderName',
    'exchangeId',
    'customsCode',
    'portCode',
    'transport',
  ],
  bonded_warehouse: ['areaCode', 'areaName', 'ledgerNo'],
}
const schemes: Readonly<Record<string, Name>> = { EU: 'ioss', GB: 'gbVat', SG: 'sgGst' }
export function namesFor(step: string, market: string, territory: string | null, missing: readonly string[]): readonly Name[] {
  const scheme = schemes[territory ?? '']
  const known = market === 'CN' ? (china[step] ?? []) : scheme && step === 'registration' ? [scheme] : []
  return [...new Set([...known, ...(missing as Name[])])]
}
/** Names of companies stay as they are written; codes have no spaces and no small letters. */
const tidy = (name: Name, value: string): string =>
  /Name$/.test(name) ? value.trim() : value.normalize('NFKC').replace(/\s/g, '').toUpperCase()

interface Props {
  readonly names: readonly Name[]
  readonly missing: readonly string[]
  readonly market: string
}
/** Registrations of one step. All of a shop's are written at once, so what others wrote meanwhile is taken over before saving again. */
export function Registrations({ names, missing, market }: Props) {
  const t = useTrade()
  const { shop } = useMyShop()
  const known = useQuery(askNames(shop))
  const [typed, setTyped] = useState<Readonly<Partial<Record<Name, string>>>>({})
  const [tries, setTries] = useState(0)
  const form = useToFault<HTMLFormElement>(tries)
  const now = Object.fromEntries((known.data?.names ?? []).map(n => [n.name, n.value])) as Partial<Record<Name, string>>
  const changed = names.filter(n => n in typed && tidy(n, typed[n] ?? '') !== (now[n] ?? ''))
  const save = useMutation({
    mutationFn: () => {
      const next = { ...now, ...Object.fromEntries(changed.map(n => [n, tidy(n, typed[n] ?? '')])) }
      const all = Object.entries(next).flatMap(([name, value]) => (value ? [{ name: name as Name, value }] : []))
      const body = { version: known.data?.version ?? 0, names: all }
      return ask(api.PUT('/v1/shops/{shop}/trade/registrations', { params: { path: { shop } }, body }))
    },
    onSuccess: next => {
      queryClient.setQueryData(askNames(shop).queryKey, next)
      setTyped({})
      toast(t.saved)
      void queryClient.invalidateQueries({ queryKey: ['trade-readiness', shop] })
    },
    onError: error => {
      if (isCode(error, 'version_conflict')) void known.refetch()
    },
    onSettled: () => setTries(n => n + 1),
  })
  if (known.isPending) return <RowsLoading rows={2} />
  if (!known.data) return <Problem error={known.error} retry={() => void known.refetch()} />
  const refused = refusedFields(save.error)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (changed.length > 0) save.mutate()
  }
  return (
    <form ref={form} onSubmit={submit} className="grid gap-3" aria-label={market}>
      <div className="grid items-start gap-3 desk:grid-cols-2">
        {names.map(n => {
          const [label, hint] = t.registrations[n]
          return (
            <Field
              key={n}
              label={label}
              hint={hint}
              maxLength={200}
              autoComplete="off"
              wrong={
                refused[n]
                  ? t.wrongForm(hint)
                  : typed[n] === undefined && missing.includes(n) && now[n]
                    ? t.wrongForm(hint)
                    : null
              }
              value={typed[n] ?? now[n] ?? ''}
              onChange={e => setTyped(all => ({ ...all, [n]: e.target.value }))}
            />
          )
        })}
      </div>
      {isCode(save.error, 'version_conflict') ? (
        <p role="alert" className="text-danger">
          {t.keptTyped}
        </p>
      ) : (
        !names.some(n => refused[n]) && <Problem error={save.error} />
      )}
      {changed.length > 0 && (
        <div>
          <Button type="submit" kind="act" busy={save.isPending}>
            {t.save}
          </Button>
        </div>
      )}
      <LeaveGuard when={changed.length > 0} />
    </form>
  )
}
