import { useQuery } from '@tanstack/react-query'
import { api, ask } from '../client/api.ts'
import { useT } from '../i18n/console/index.ts'

/** How far the demo world is, while it is being filled; nothing afterwards, and nothing on a platform that is no demo. */
export function DemoLine() {
  const t = useT().demo
  const { data } = useQuery({
    queryKey: ['demo-progress'],
    queryFn: () => ask(api.GET('/v1/demo/progress')),
    retry: false,
    refetchInterval: q => (q.state.data && !q.state.data.finished ? 3000 : false),
  })
  if (!data || data.finished) return null
  const text = data.of === 0 ? t.begins : data.clips < data.of ? t.clips(data.clips, data.of, data.secondsLeft) : t.history
  return (
    <section className="demo-line" role="status">
      <span>{text}</span>
      <progress max={Math.max(1, data.of)} value={data.clips} aria-label={t.label} />
    </section>
  )
}
