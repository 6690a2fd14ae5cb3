import { Link } from '@tanstack/react-router'
import { api, ask } from '../../client/api.ts'
import { date } from '../../i18n/format.ts'
import { useAppeals } from '../../i18n/shopper/appeals/index.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { useMore } from '../../i18n/shopper/more/index.ts'
import { ChevronRight, ShieldCheck } from '../../ui/core/icons.tsx'
import { Empty, Skeleton } from '../../ui/core/index.ts'
import { List } from '../parts/List.tsx'
import { PageHead } from '../parts/PageHead.tsx'
import { usePages } from '../parts/pages.ts'
import { Appeal, type MyDecision } from './Appeal.tsx'

const useDecisions = () =>
  usePages(['me', 'decisions'], cursor => ask(api.GET('/v1/me/decisions', { params: { query: { limit: 20, ...cursor } } })))

/** What was removed or restored of mine, why, and where my appeal stands. */
export function DecisionsPage() {
  const t = useAppeals()
  const pages = useDecisions()
  return (
    <>
      <PageHead title={t.title} back />
      <div className="page grid gap-4 pt-2 pb-10">
        <List
          pages={pages}
          waiting={
            <div className="grid gap-3" aria-busy="true">
              {[0, 1, 2].map(i => (
                <Skeleton key={i} className="h-28" />
              ))}
            </div>
          }
          empty={<Empty icon={<ShieldCheck size={36} />} title={t.none} text={t.noneText} />}
        >
          <ul className="grid gap-4">
            {pages.items.map(item => (
              <One key={item.decision.id} item={item} />
            ))}
          </ul>
        </List>
      </div>
    </>
  )
}

/** The statement of reasons: what, by which rule, in whose words, when, and how to answer (DSA Art. 17). */
function One({ item: { decision, appeal, holds } }: { item: MyDecision }) {
  const t = useAppeals()
  const m = useMore().me
  const reasons: Readonly<Record<string, string>> = useT().report.reasons
  const { kind } = decision.subject
  const removal = decision.action === 'remove'
  return (
    <li className="grid gap-1 rounded-card border border-line bg-surface p-4">
      <h2 className="font-semibold">{removal ? t.removed[kind] : t.restored[kind]}</h2>
      {removal && (
        <p className="text-meta">
          {t.rule}: {reasons[decision.reason] ?? reasons.other}
        </p>
      )}
      <p className="break-words whitespace-pre-line text-ink-2">{decision.explanation}</p>
      {holds && kind === 'person' && <p className="text-meta text-ink-2">{t.personText}</p>}
      <p className="text-meta text-ink-3">{m.removedBy(date(decision.at))}</p>
      {appeal && (
        <div className="text-meta">
          <Appeal subject={decision.subject} standing={appeal} holds={holds} />
        </div>
      )}
    </li>
  )
}

/** The notice of it: there while there is something to read. */
export function DecisionsDoor() {
  const t = useAppeals()
  const { items } = useDecisions()
  if (items.length === 0) return null
  return (
    <Link to="/me/decisions" className="flex min-h-14 items-center gap-3 rounded-card border border-line-strong px-4 py-3">
      <ShieldCheck size={20} className="flex-none" />
      <span className="grid min-w-0 flex-1">
        <span className="font-medium">{t.door}</span>
        <span className="text-meta text-ink-2">{t.doorText}</span>
      </span>
      <ChevronRight size={18} className="flex-none text-ink-3" />
    </Link>
  )
}
