import { useInfiniteQuery } from '@tanstack/react-query'
import { api, ask, type Reply } from '../../client/api.ts'
import { useAppeals } from '../../i18n/console/appeals/index.ts'
import { useT } from '../../i18n/console/index.ts'
import { Check } from '../../ui/core/icons.tsx'
import { Empty } from '../../ui/core/index.ts'
import {
  KindSign,
  MoreButton,
  PageHead,
  Panel,
  Problem,
  RowsLoading,
  State,
  TabLinks,
  Time,
  useWords,
} from '../../ui/desk/index.ts'
import { AnswerForm } from './AnswerForm.tsx'
import { ModerationTabs } from './ModerationTabs.tsx'
import { reasonWord } from './moderation-data.ts'
import { Reference } from './Reference.tsx'
import { SubjectPreview } from './SubjectPreview.tsx'

export type Appealed = Reply<'GET /v1/moderation/appeals'>['items'][number]
const states = ['open', 'answered'] as const

/** Appeals that wait, the oldest first; each with what it is about, the decision, and the answer. */
export function AppealsPage() {
  const t = useAppeals()
  const asked = useWords().state
  const state = states.find(s => s === asked) ?? 'open'
  const appeals = useInfiniteQuery({
    queryKey: ['appeals', state],
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/v1/moderation/appeals', { params: { query: { state, limit: 20, ...(pageParam && { cursor: pageParam }) } } }),
      ),
    initialPageParam: '',
    getNextPageParam: page => page.next,
    refetchInterval: 60_000,
  })
  const rows = appeals.data?.pages.flatMap(p => p.items) ?? []
  const alone = appeals.data?.pages[0]?.operators === 1
  return (
    <>
      <PageHead title={t.title}>
        <ModerationTabs />
      </PageHead>
      <TabLinks
        label={t.title}
        to="/reports/appeals"
        tabs={states.map(s => ({ key: s, label: t.states[s], search: { state: s } }))}
        now={state}
      />
      {appeals.isPending && <RowsLoading />}
      <Problem error={appeals.error} retry={() => void appeals.refetch()} className="mb-4" />
      {appeals.isSuccess && rows.length === 0 && (
        <Empty icon={<Check size={32} />} title={t.none[state]} text={state === 'open' ? t.noneText : undefined} />
      )}
      <ul className="grid gap-4">
        {rows.map(row => (
          <li key={row.decision.id}>
            <One row={row} alone={alone} />
          </li>
        ))}
      </ul>
      <MoreButton pages={appeals} />
    </>
  )
}

function One({ row, alone }: { row: Appealed; alone: boolean }) {
  const t = useAppeals()
  const { kinds } = useT()
  const { decision, appeal } = row
  return (
    <Panel
      title={
        <span className="flex flex-wrap items-center gap-2">
          <KindSign>{kinds[decision.subject.kind]}</KindSign>
          <Reference subject={decision.subject} />
        </span>
      }
      aside={
        appeal.made?.outcome && (
          <State tone={appeal.made.outcome === 'upheld' ? 'quiet' : 'ok'}>{t.made[appeal.made.outcome]}</State>
        )
      }
    >
      <div className="grid items-start gap-4 desk:grid-cols-[minmax(0,1fr)_360px]">
        <SubjectPreview subject={decision.subject} />
        <div className="grid gap-4">
          <section>
            <h3 className="font-semibold">{t.decision}</h3>
            <p className="text-meta text-ink-2">
              {reasonWord(decision.reason)} · <Time at={decision.at} />
            </p>
            <p className="[overflow-wrap:anywhere]">{decision.explanation}</p>
          </section>
          <section>
            <h3 className="font-semibold">{t.appeal}</h3>
            {appeal.made && (
              <>
                <Time at={appeal.made.at} className="text-meta text-ink-2" />
                <p className="whitespace-pre-line [overflow-wrap:anywhere]">{appeal.made.text}</p>
              </>
            )}
          </section>
          <Answer row={row} alone={alone} />
        </div>
      </div>
    </Panel>
  )
}

function Answer({ row, alone }: { row: Appealed; alone: boolean }) {
  const t = useAppeals()
  const { made } = row.appeal
  if (!made) return null
  if (made.outcome)
    return (
      <section>
        <h3 className="font-semibold">{t.answer}</h3>
        {made.answered && <Time at={made.answered} className="text-meta text-ink-2" />}
        <p className="whitespace-pre-line [overflow-wrap:anywhere]">{made.explanation}</p>
      </section>
    )
  if (!row.mayAnswer) return <p className="text-ink-2">{t.own}</p>
  return (
    <>
      {row.own && alone && <p className="text-meta text-ink-2">{t.alone}</p>}
      <AnswerForm appeal={made.id} />
    </>
  )
}
