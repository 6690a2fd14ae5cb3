import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { api, ask, type Reply } from '../../../client/api.ts'
import { langTag } from '../../../i18n/core.ts'
import { ago, number, percent, timeShort } from '../../../i18n/format.ts'
import { usePostPage } from '../../../i18n/shopper/post-page/index.ts'
import { ErrorBox, Skeleton, Thumb } from '../../../ui/core/index.ts'
import { PageHead } from '../../parts/PageHead.tsx'
import { Pull } from '../../parts/Pull.tsx'
import { useSlide } from '../../use-slide.ts'
import { Curve } from './Curve.tsx'
import { Ledger } from './Ledger.tsx'
import { Variants } from './Variants.tsx'

type Numbers = Reply<'GET /v1/posts/{id}/numbers'>
const hourMs = 3_600_000

/** How one's own post was watched and found: its first hour, the curve, where it was seen, and what came of it. */
export function PostPage() {
  const t = usePostPage()
  const post = useParams({ strict: false }).post as string
  const { data, error, refetch } = useQuery({
    queryKey: ['post-page', post],
    queryFn: () => ask(api.GET('/v1/posts/{id}/numbers', { params: { path: { id: post } } })),
    staleTime: 0,
    refetchInterval: 30_000,
  })
  return (
    <>
      <PageHead title={t.title} back />
      <div className="page grid gap-8 pt-2 pb-10">
        {data ? (
          <>
            <Which post={post} published={data.published} />
            <Told numbers={data} />
            <Variants post={post} />
            <Ledger post={post} />
          </>
        ) : error ? (
          <ErrorBox error={error} retry={() => void refetch()} />
        ) : (
          <div className="grid gap-3" aria-busy="true">
            {['h-24', 'h-36', 'h-40', 'h-56'].map(height => (
              <Skeleton key={height} className={height} />
            ))}
          </div>
        )}
      </div>
    </>
  )
}

/** Which one it is; of a removed one only when it was published is left here. */
function Which({ post, published }: { post: string; published: string }) {
  const { data: slide } = useSlide(post)
  return (
    <div className="flex items-start gap-3">
      {slide && (
        <Link to="/p/$post" params={{ post }} aria-label={slide.caption} className="flex-none">
          <Thumb
            src={slide.video?.poster ?? slide.pictures[0]?.url}
            hash={slide.video?.thumbhash ?? slide.pictures[0]?.thumbhash}
            width={72}
            height={96}
            className="h-24 w-[72px] rounded-thumb"
          />
        </Link>
      )}
      <div className="grid min-w-0 justify-items-start gap-1">
        {slide && (
          <p lang={langTag(slide.language)} className="line-clamp-2 break-words">
            {slide.caption}
          </p>
        )}
        <p className="text-meta text-ink-3">{ago(published)}</p>
      </div>
    </div>
  )
}

function Told({ numbers }: { numbers: Numbers }) {
  const t = usePostPage()
  const until = new Date(Date.parse(numbers.published) + hourMs)
  const running = Date.parse(numbers.asOf) < until.getTime() && Date.now() < until.getTime()
  return (
    <>
      {numbers.helped > 0 && (
        <section className="grid gap-1 rounded-card border border-line bg-surface p-4">
          <h2 className="text-lead font-semibold">{t.helped(numbers.helped)}</h2>
          <p className="text-ink-2">{t.helpedText}</p>
        </section>
      )}
      <Part title={t.hour} note={running ? t.hourRuns(timeShort(until)) : undefined}>
        <Figures of={numbers.firstHour} />
      </Part>
      <Part title={t.sofar}>
        <Figures of={numbers.all} />
      </Part>
      <Part title={t.curve}>
        <Curve {...numbers} />
      </Part>
      <Part title={t.reach}>
        <Reach of={numbers.reach} />
      </Part>
      <p className="text-meta text-ink-3">{t.note}</p>
    </>
  )
}

function Part({ title, note, children }: { title: string; note?: string | undefined; children: ReactNode }) {
  return (
    <section className="grid gap-3">
      <h2 className="text-lead font-semibold">{title}</h2>
      {note && <p className="-mt-2 text-meta text-ink-2">{note}</p>}
      {children}
    </section>
  )
}

function Figures({ of }: { of: Numbers['all'] }) {
  const t = usePostPage()
  const mean = of.watched === 0 ? '–' : t.seconds(number(Math.round(Number(of.watchedMs) / of.watched / 100) / 10))
  const rows: readonly (readonly [string, string])[] = [
    [t.impressions, number(of.impressions)],
    [t.watched, mean],
    [t.clicks, number(of.clicks)],
    [t.orders, number(of.orders)],
    [t.shares, number(of.shares)],
  ]
  return (
    <dl className="m-0 grid grid-cols-2 gap-2 desk:grid-cols-5">
      {rows.map(([name, value]) => (
        <div key={name} className="flex flex-col justify-between gap-1 rounded-button bg-sunk px-3 py-2.5">
          <dt className="text-meta text-ink-2">{name}</dt>
          <dd className="num m-0 text-lead font-semibold">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Reach({ of }: { of: Numbers['reach'] }) {
  const t = usePostPage()
  const all = of.reduce((sum, r) => sum + r.impressions, 0)
  if (all === 0) return <p className="text-ink-2">{t.reachNone}</p>
  return (
    <ul className="grid gap-3">
      {of.map(({ from, impressions }) => (
        <li key={from} className="grid gap-1.5">
          <span className="flex items-baseline justify-between gap-3">
            <span>{t.from[from]}</span>
            <span className="num text-ink-2">
              {number(impressions)} · {percent(impressions / all)}
            </span>
          </span>
          <Pull part={impressions / all} label={percent(impressions / all)} tone="bg-p1" />
        </li>
      ))}
    </ul>
  )
}
