import { useQuery } from '@tanstack/react-query'
import { api, ask } from '../../client/api.ts'
import { date } from '../../i18n/format.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { useMore } from '../../i18n/shopper/more/index.ts'
import { Appeal } from './Appeal.tsx'
import type { MyPost } from './MyPosts.tsx'

/** The statement of reasons: what rule, in whose words, and when. */
export function Removal({ post }: { post: MyPost }) {
  const t = useMore().me
  const reasons: Readonly<Record<string, string>> = useT().report.reasons
  const { data } = useQuery({
    queryKey: ['statement', post.id],
    queryFn: () => ask(api.GET('/v1/moderation/statements/{kind}/{id}', { params: { path: { kind: 'post', id: post.id } } })),
    staleTime: 60_000,
  })
  const reason = data?.decision?.reason ?? post.removal?.reason
  const explanation = data?.decision?.explanation ?? post.removal?.explanation
  return (
    <div className="grid w-full gap-0.5 rounded-chip bg-sunk p-3 text-meta">
      <p className="font-semibold">
        {t.removedWhy}: {reason ? (reasons[reason] ?? reasons.other) : ''}
      </p>
      {explanation && <p className="text-ink-2">{explanation}</p>}
      {data?.decision && <p className="text-ink-3">{t.removedBy(date(data.decision.at))}</p>}
      {data?.decision && data.appeal && <Appeal subject={data.decision.subject} standing={data.appeal} holds />}
    </div>
  )
}
