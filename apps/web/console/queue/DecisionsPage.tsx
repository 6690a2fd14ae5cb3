import { useInfiniteQuery } from '@tanstack/react-query'
import { api, ask } from '../../client/api.ts'
import { useT } from '../../i18n/console/index.ts'
import { Check } from '../../ui/core/icons.tsx'
import { Empty } from '../../ui/core/index.ts'
import { type Column, DataTable, KindSign, PageHead, TabLinks, Time, useWords } from '../../ui/desk/index.ts'
import { ModerationTabs } from './ModerationTabs.tsx'
import { type Decision, reasonWord } from './moderation-data.ts'
import { Reference } from './Reference.tsx'
import { ActionState } from './ReportView.tsx'

const kinds = ['post', 'comment', 'product', 'review', 'person', 'shop'] as const

export function DecisionsPage() {
  const t = useT()
  const asked = useWords().kind
  const kind = kinds.find(k => k === asked)
  const decisions = useInfiniteQuery({
    queryKey: ['decisions', 'all', kind],
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/v1/moderation/decisions', {
          params: { query: { limit: 40, ...(kind && { kind }), ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: page => page.next,
  })
  const tabs = [undefined, ...kinds].map(k => ({ key: k ?? 'all', label: k ? t.kinds[k] : t.decisions.all, search: { kind: k } }))
  const columns: Column<Decision>[] = [
    { key: 'at', head: t.decisions.when, cell: x => <Time at={x.at} className="whitespace-nowrap" /> },
    { key: 'what', head: t.decisions.what, cell: x => <What of={x} /> },
    { key: 'action', head: t.decisions.action, cell: x => <ActionState action={x.action} /> },
    { key: 'reason', head: t.decisions.reason, cell: x => reasonWord(x.reason) },
    {
      key: 'why',
      head: t.decisions.explanation,
      cell: x => <span className="line-clamp-3 [overflow-wrap:anywhere]">{x.explanation}</span>,
    },
  ]
  return (
    <>
      <PageHead title={t.decisions.title}>
        <ModerationTabs />
      </PageHead>
      <TabLinks label={t.decisions.title} to="/reports/decisions" tabs={tabs} now={kind ?? 'all'} />
      <DataTable
        pages={decisions}
        label={t.decisions.title}
        columns={columns}
        rowKey={x => x.id}
        card={x => (
          <div className="grid gap-1">
            <span className="flex flex-wrap items-center justify-between gap-2">
              <What of={x} />
              <ActionState action={x.action} />
            </span>
            <span className="text-meta text-ink-2">
              {reasonWord(x.reason)} · <Time at={x.at} />
            </span>
            <span>{x.explanation}</span>
          </div>
        )}
        empty={<Empty icon={<Check size={32} />} title={t.decisions.none} text={t.decisions.noneText} />}
      />
    </>
  )
}

function What({ of }: { of: Decision }) {
  const t = useT()
  return (
    <span className="flex items-center gap-2 whitespace-nowrap">
      <KindSign>{t.kinds[of.subject.kind]}</KindSign>
      <Reference subject={of.subject} />
    </span>
  )
}
