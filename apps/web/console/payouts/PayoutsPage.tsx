import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask, keyed, newKey } from '../../client/api.ts'
import { queryClient } from '../../client/query.ts'
import { usePayouts } from '../../i18n/console/payouts/index.ts'
import { money, said } from '../../i18n/format.ts'
import { Check } from '../../ui/core/icons.tsx'
import { Button, Empty, toast } from '../../ui/core/index.ts'
import { type Column, DataTable, PageHead, Problem, State, TabLinks, Time, type Tone, useWords } from '../../ui/desk/index.ts'
import { AnswerPayout } from './AnswerPayout.tsx'
import { LedgerCheck } from './LedgerCheck.tsx'
import { type Payout, referenceOf } from './payouts-data.ts'

const views = ['sent', 'created', 'paid', 'failed', 'all'] as const
const toneOf: Readonly<Record<Payout['state'], Tone>> = { created: 'quiet', sent: 'todo', paid: 'ok', failed: 'danger' }

/** Transfers that the operator has to make, and whether the ledger agrees with everybody. */
export function PayoutsPage() {
  const t = usePayouts()
  const asked = useWords().view
  const view = views.find(v => v === asked) ?? 'sent'
  const [chosen, choose] = useState<{ payout: Payout; state: 'paid' | 'failed' } | null>(null)
  const payouts = useInfiniteQuery({
    queryKey: ['all-payouts', view],
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/v1/payouts', {
          params: { query: { limit: 30, ...(view !== 'all' && { state: view }), ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: page => page.next,
  })
  return (
    <>
      <PageHead title={t.title} note={t.note}>
        <MakePayouts />
      </PageHead>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <LedgerCheck />
        <section>
          <TabLinks
            label={t.state}
            to="/payouts"
            tabs={views.map(v => ({ key: v, label: t.views[v], search: { view: v } }))}
            now={view}
          />
          <DataTable
            pages={payouts}
            label={t.title}
            columns={columnsOf(t, choose)}
            rowKey={p => p.id}
            card={p => <Card payout={p} choose={choose} />}
            empty={
              <Empty
                icon={<Check size={32} />}
                title={view === 'sent' ? t.none : t.noneOther}
                text={view === 'sent' ? t.noneText : undefined}
              />
            }
          />
        </section>
      </div>
      {chosen && <AnswerPayout payout={chosen.payout} state={chosen.state} onClose={() => choose(null)} />}
    </>
  )
}

function MakePayouts() {
  const t = usePayouts()
  const [key, setKey] = useState(() => newKey())
  const make = useMutation({
    mutationFn: () => ask(api.POST('/v1/payouts', keyed(key))),
    onSuccess: ({ made }) => {
      toast(t.made(made))
      setKey(newKey())
      void queryClient.invalidateQueries({ queryKey: ['all-payouts'] })
    },
  })
  return (
    <>
      <Button busy={make.isPending} onClick={() => make.mutate()}>
        {t.make}
      </Button>
      <Problem error={make.error} className="w-full" />
    </>
  )
}

type Choose = (chosen: { payout: Payout; state: 'paid' | 'failed' }) => void
function columnsOf(t: ReturnType<typeof usePayouts>, choose: Choose): Column<Payout>[] {
  return [
    { key: 'to', head: t.to, cell: p => <Receiver payout={p} /> },
    { key: 'reference', head: t.reference, cell: p => <code className="whitespace-nowrap">{referenceOf(p)}</code> },
    { key: 'made', head: t.created, cell: p => <Time at={p.created} className="whitespace-nowrap" /> },
    { key: 'state', head: t.state, cell: p => <Standing payout={p} /> },
    {
      ...{ key: 'amount', head: t.amount, end: true },
      cell: p => <span className="num font-semibold whitespace-nowrap">{money(p.amount)}</span>,
    },
    { key: 'do', head: '', end: true, cell: p => <Answers payout={p} choose={choose} /> },
  ]
}
function Receiver({ payout }: { payout: Payout }) {
  const t = usePayouts()
  return (
    <span className="min-w-0">
      <span className="font-medium">{said(payout.name) || t.nobody}</span>
      <span className="block text-caption text-ink-3">{t.parties[payout.party]}</span>
    </span>
  )
}
function Standing({ payout }: { payout: Payout }) {
  const t = usePayouts()
  return (
    <span>
      <State tone={toneOf[payout.state]}>{t.states[payout.state]}</State>
      {payout.failure && <span className="block text-caption text-ink-3">{payout.failure}</span>}
    </span>
  )
}
function Answers({ payout, choose }: { payout: Payout; choose: Choose }) {
  const t = usePayouts()
  if (payout.state !== 'sent') return null
  return (
    <span className="flex flex-wrap justify-end gap-2">
      <Button size="small" onClick={() => choose({ payout, state: 'paid' })}>
        {t.paid}
      </Button>
      <Button size="small" kind="quiet" onClick={() => choose({ payout, state: 'failed' })}>
        {t.failed}
      </Button>
    </span>
  )
}
function Card({ payout, choose }: { payout: Payout; choose: Choose }) {
  return (
    <div className="grid gap-2">
      <div className="flex items-start justify-between gap-3">
        <Receiver payout={payout} />
        <span className="num font-semibold whitespace-nowrap">{money(payout.amount)}</span>
      </div>
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 text-meta text-ink-2">
        <Standing payout={payout} />
        <code>{referenceOf(payout)}</code>
        <Time at={payout.created} />
      </div>
      <Answers payout={payout} choose={choose} />
    </div>
  )
}
