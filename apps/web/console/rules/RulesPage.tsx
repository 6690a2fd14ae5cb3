import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { queryClient } from '../../client/query.ts'
import { useRules } from '../../i18n/console/rules/index.ts'
import { Info } from '../../ui/core/icons.tsx'
import { Button, Empty, toast } from '../../ui/core/index.ts'
import {
  type Column,
  DataTable,
  Modal,
  PageHead,
  Problem,
  State,
  TabLinks,
  Time,
  type Tone,
  useWords,
} from '../../ui/desk/index.ts'
import { ListForm } from './ListForm.tsx'
import { RuleForm } from './RuleForm.tsx'
import { type Rule, rulesKey, useRuleNames } from './rules-data.ts'

const tone: Readonly<Record<Rule['state'], Tone>> = {
  holds: 'ok',
  later: 'todo',
  ended: 'quiet',
  replaced: 'quiet',
  unreviewed: 'warn',
}
type Open = { kind: 'list' } | { kind: 'row'; row: Rule | null } | { kind: 'withdraw'; row: Rule }

/** Law as data: every row with its days and its source, whether it counts today, and the forms for new ones. */
export function RulesPage() {
  const t = useRules()
  const { place, both } = useRuleNames()
  const { where = '' } = useWords()
  const [open, setOpen] = useState<Open | null>(null)
  const { data, ...rules } = useQuery({ queryKey: rulesKey, queryFn: () => ask(api.GET('/v1/trade/rules')) })
  const items = data?.items ?? []
  const places = [...new Set(items.map(r => r.jurisdiction))]
  const shown = items.filter(r => where === '' || r.jurisdiction === where)
  const stale = (data?.stale ?? []).map(x => `${both(x.rule)}: ${t.reasons[x.reason as keyof typeof t.reasons] ?? x.reason}`)
  const pages = {
    ...rules,
    data: data && { pages: [{ items: shown }] },
    hasNextPage: false,
    isFetchingNextPage: false,
    fetchNextPage: () => undefined,
  }
  return (
    <>
      <PageHead title={t.title} note={t.note}>
        <Button onClick={() => setOpen({ kind: 'list' })}>{t.list}</Button>
        <Button kind="act" onClick={() => setOpen({ kind: 'row', row: null })}>
          {t.add}
        </Button>
      </PageHead>
      {stale.length > 0 && (
        <section className="panel mb-3" aria-label={t.stale}>
          <p className="text-warn">{t.staleText}</p>
          <p className="mt-1 font-semibold break-words">{stale.join('; ')}</p>
        </section>
      )}
      {places.length > 0 && (
        <TabLinks
          label={t.where}
          to="/rules"
          now={where}
          tabs={[{ key: '', label: t.all, search: {} }, ...places.map(p => ({ key: p, label: place(p), search: { where: p } }))]}
        />
      )}
      <Rows pages={pages} open={setOpen} />
      {open?.kind === 'list' && <ListForm onClose={() => setOpen(null)} />}
      {open?.kind === 'row' && <RuleForm row={open.row} where={where} onClose={() => setOpen(null)} />}
      {open?.kind === 'withdraw' && <Withdraw row={open.row} onClose={() => setOpen(null)} />}
    </>
  )
}

type Pages = Parameters<typeof DataTable<Rule>>[0]['pages']
function Rows({ pages, open }: { pages: Pages; open: (what: Open) => void }) {
  const t = useRules()
  const days = (r: Rule) => <span className="num whitespace-nowrap">{r.to ? t.fromTo(r.from, r.to) : t.from(r.from)}</span>
  const state = (r: Rule) => <State tone={tone[r.state]}>{t.states[r.state]}</State>
  const given = (r: Rule) => (
    <span className="text-meta text-ink-2">
      {r.at ? <Time at={r.at} /> : t.bundled}
      {r.replaces && <span className="block">{t.replaces}</span>}
    </span>
  )
  const source = (r: Rule) => (
    <span lang="en" className="text-meta break-words">
      {r.source}
    </span>
  )
  const acts = (r: Rule) => (
    <span className="flex flex-wrap gap-2">
      <Button size="small" onClick={() => open({ kind: 'row', row: r })}>
        {t.edit}
      </Button>
      {r.by && (
        <Button size="small" onClick={() => open({ kind: 'withdraw', row: r })}>
          {t.withdraw}
        </Button>
      )}
    </span>
  )
  const { both } = useRuleNames()
  const name = (r: Rule) => <b className="font-semibold">{both(`${r.jurisdiction}/${r.rule}`)}</b>
  const columns: readonly Column<Rule>[] = [
    { key: 'rule', head: t.rule, cell: name },
    { key: 'days', head: t.days, cell: days },
    { key: 'state', head: t.state, cell: state },
    { key: 'source', head: t.source, cell: source },
    { key: 'given', head: t.given, cell: given },
    { key: 'acts', head: '', cell: acts },
  ]
  return (
    <DataTable
      pages={pages}
      label={t.title}
      columns={columns}
      rowKey={r => r.id}
      card={r => (
        <div className="grid gap-1">
          <div className="flex flex-wrap items-start gap-2">
            <span className="min-w-0 flex-1">{name(r)}</span>
            {state(r)}
          </div>
          {days(r)}
          {source(r)}
          {given(r)}
          {acts(r)}
        </div>
      )}
      empty={<Empty icon={<Info size={32} />} title={t.none} text={t.noneText} />}
    />
  )
}

function Withdraw({ row, onClose }: { row: Rule; onClose: () => void }) {
  const t = useRules()
  const save = useMutation({
    mutationFn: () => ask(api.DELETE('/v1/trade/rules', { params: { query: { id: row.id } } })),
    onSuccess: () => {
      toast(t.withdrawn)
      void queryClient.invalidateQueries({ queryKey: rulesKey })
      onClose()
    },
  })
  return (
    <Modal title={t.withdrawTitle} text={t.withdrawText} onClose={onClose}>
      <p className="num mb-3 font-semibold">{row.id}</p>
      <Problem error={save.error} className="mb-3" />
      <div className="flex justify-end">
        <Button kind="act" busy={save.isPending} onClick={() => save.mutate()}>
          {t.withdraw}
        </Button>
      </div>
    </Modal>
  )
}
