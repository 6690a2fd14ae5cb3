import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api, ask } from '../../client/api.ts'
import { useMe } from '../../client/me.ts'
import { date } from '../../i18n/format.ts'
import { useDrafts } from '../../i18n/shopper/drafts/index.ts'
import type { Draft } from './draft.ts'
import { useMedia } from './use-ready.ts'

/** A word of warning to whom posts the same clip or pictures once more; it keeps nobody from it, and says nothing when it can't be asked. */
export function PostedBefore({ draft }: { draft: Draft }) {
  const t = useDrafts()
  const me = useMe()
  const media = useMedia(draft)
  const ids = draft.files.flatMap(f => (f.media && (media[f.id]?.watchable ?? 'no') !== 'no' ? [f.media] : []))
  const all = ids.length > 0 && ids.length === draft.files.length
  const names = ids.join(',')
  const posts = useQuery({
    queryKey: ['posted', names],
    queryFn: () => ask(api.GET('/v1/me/posted', { params: { query: { media: names } } })),
    enabled: all && me?.member === true,
    staleTime: 60_000,
  }).data?.items
  const [last] = posts ?? []
  if (!all || !last) return null
  return (
    <p role="status" className="text-meta text-ink-2">
      {t.postedBefore(date(last.published))}{' '}
      <Link to="/p/$post" params={{ post: last.id }} className="whitespace-nowrap text-link underline">
        {t.postedSee}
      </Link>
    </p>
  )
}
