import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api, ask, newKey } from '../../client/api.ts'
import { queryClient } from '../../client/query.ts'
import { useLanguage } from '../../i18n/core.ts'
import { useTrade } from '../../i18n/studio/trade/index.ts'
import { useSums } from '../../i18n/sums/index.ts'
import { Button, Field, SelectField, toast } from '../../ui/core/index.ts'
import { MoneyField, Problem, RowsLoading } from '../../ui/desk/index.ts'
import { euMembers } from '../markets.ts'
import { keepShop } from '../shop/keep-shop.ts'
import { useMyShop } from '../shop-choice.ts'
import { askShop, isEu, type Way } from './trade-data.ts'

/** The shortest form that opens a country: a way, a name, a fee. In the EU it is offered in every state. */
export function AddWay({ market, ways }: { market: string; ways: readonly Way[] }) {
  const t = useTrade()
  const sums = useSums()
  const language = useLanguage()
  const { slug, shop: id, role } = useMyShop()
  const shop = useQuery(askShop(slug))
  const choices = ways.length > 0 ? ways : (['import'] as const)
  const [way, setWay] = useState<Way>(choices[0] as Way)
  const [name, setName] = useState('')
  const [fee, setFee] = useState<string | null>('')
  const [days, setDays] = useState({ from: 5, to: 12 })
  const [tried, setTried] = useState(false)
  const save = useMutation({
    mutationFn: async () => {
      // All ways are written at once: what others wrote meanwhile is taken over first.
      const now = await queryClient.fetchQuery({ ...askShop(slug), staleTime: 0 })
      const option = {
        key: `w${newKey().replaceAll('-', '').slice(0, 10)}`,
        name: { [language]: name.trim() },
        countries: isEu(market) ? euMembers.filter(c => c !== now.country) : [market],
        fee: fee ?? '',
        freeFrom: null,
        days: { from: Math.min(days.from, days.to), to: Math.max(days.from, days.to) },
        way,
      }
      const delivery = [...now.delivery, option]
      return ask(api.PATCH('/v1/shops/{slug}', { params: { path: { slug } }, body: { delivery } }))
    },
    onSuccess: async next => {
      toast(t.added)
      void queryClient.invalidateQueries({ queryKey: ['trade-readiness', id] })
      await keepShop(next)
    },
  })
  if (role !== 'owner') return <p className="text-ink-2">{t.ownerOnly}</p>
  if (!shop.data) return shop.error ? <Problem error={shop.error} retry={() => void shop.refetch()} /> : <RowsLoading rows={2} />
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (name.trim() && fee) save.mutate()
  }
  const day = (label: string, value: number, set: (n: number) => void) => (
    <Field
      label={label}
      type="number"
      inputMode="numeric"
      min={0}
      max={365}
      required
      value={value}
      onChange={e => set(Math.min(365, Math.max(0, Math.trunc(Number(e.target.value)))))}
    />
  )
  return (
    <form onSubmit={submit} className="grid gap-3 rounded-chip border border-line p-3" aria-label={t.addWay}>
      <h4 className="font-semibold">{t.addWay}</h4>
      <p className="text-meta text-ink-2">{t.addWayNote}</p>
      <SelectField
        label={t.way}
        hint={sums.waysText[way]}
        value={way}
        options={choices.map(w => ({ value: w, label: sums.ways[w] }))}
        onChange={w => setWay(w as Way)}
      />
      <Field
        label={t.wayName}
        maxLength={80}
        value={name}
        wrong={tried && !name.trim() ? t.wrongName : null}
        onChange={e => setName(e.target.value)}
      />
      <div className="grid grid-cols-2 items-start gap-3 desk:grid-cols-3">
        <MoneyField
          label={t.fee}
          currency={shop.data.currency}
          value={fee ?? ''}
          wrong={tried && !fee ? t.wrongFee : null}
          onChange={setFee}
        />
        {day(t.daysFrom, days.from, from => setDays(d => ({ ...d, from })))}
        {day(t.daysTo, days.to, to => setDays(d => ({ ...d, to })))}
      </div>
      <Problem error={save.error} />
      <div>
        <Button type="submit" kind="act" busy={save.isPending}>
          {t.add}
        </Button>
      </div>
    </form>
  )
}
