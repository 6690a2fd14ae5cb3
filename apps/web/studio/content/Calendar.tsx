import { useState } from 'react'
import { intlTag, langTag } from '../../i18n/core.ts'
import { number, shortDate, timeShort } from '../../i18n/format.ts'
import { useContent } from '../../i18n/studio/content/index.ts'
import { Thumb } from '../../ui/core/index.ts'
import { MoreButton, Problem, RowsLoading, State, Time, useWords } from '../../ui/desk/index.ts'
import { MonthBar, monthOf, shift } from '../MonthBar.tsx'
import { type Post, pictureOf, toneOf, usePosts, whenOf } from './content-data.ts'
import { PostActions, TimeForm, useMayDo } from './PostActions.tsx'
import { PostState } from './post-parts.tsx'

/** A month of posts by day: what is live by when it was published, what waits by its time, the rest by when it was begun. */
export function Calendar() {
  const t = useContent()
  const month = monthOf(useWords().month)
  const next = shift(month, 1)
  const posts = usePosts({ from: month.toISOString(), to: next.toISOString() }, 100)
  const rows = posts.data?.pages.flatMap(p => p.items) ?? []
  const days = new Map<number, Post[]>()
  for (const post of rows) {
    const day = new Date(whenOf(post)).getDate()
    days.set(day, [...(days.get(day) ?? []), post])
  }
  return (
    <section aria-label={t.calendar}>
      <MonthBar to="/content" month={month} words={t} />
      {posts.isPending && <RowsLoading />}
      {!posts.data && <Problem error={posts.error} retry={() => void posts.refetch()} />}
      {posts.data && rows.length === 0 && <p className="mb-3 text-ink-2">{t.noneMonth}</p>}
      {posts.data && <Grid month={month} days={days} />}
      {rows.length > 0 && <Agenda month={month} days={days} />}
      {posts.data && <MoreButton pages={posts} />}
    </section>
  )
}

interface MonthProps {
  readonly month: Date
  readonly days: ReadonlyMap<number, readonly Post[]>
}
/** Weeks begin on Monday. */
function Grid({ month, days }: MonthProps) {
  const lead = (month.getDay() + 6) % 7
  const length = new Date(month.getFullYear(), month.getMonth() + 1, 0).getDate()
  const cells = Array.from({ length: Math.ceil((lead + length) / 7) * 7 }, (_, i) => i - lead + 1)
  const weekday = new Intl.DateTimeFormat(intlTag(), { weekday: 'short' })
  return (
    <div className="hidden overflow-clip rounded-card border border-line bg-surface desk:block">
      <table className="w-full table-fixed border-collapse">
        <thead>
          <tr>
            {Array.from({ length: 7 }, (_, i) => new Date(2024, 0, 1 + i)).map(d => (
              <th key={d.getDate()} scope="col" className="border-b border-line p-2 text-start text-meta font-medium text-ink-2">
                {weekday.format(d)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: cells.length / 7 }, (_, w) => cells.slice(w * 7, w * 7 + 7)).map(week => (
            <tr key={week[0]}>
              {week.map(day => (
                <td key={day} className="h-[104px] border-e border-b border-line p-1.5 align-top last:border-e-0">
                  {day >= 1 && day <= length && (
                    <>
                      <span className="num text-caption text-ink-2">{number(day)}</span>
                      <Day posts={days.get(day) ?? []} />
                    </>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const shown = 3
function Day({ posts }: { posts: readonly Post[] }) {
  return (
    <ul className="m-0 grid list-none grid-cols-[minmax(0,1fr)] gap-1 p-0">
      {posts.slice(0, shown).map(p => (
        <li key={p.id}>
          <Entry post={p} />
        </li>
      ))}
      {posts.length > shown && <li className="num text-caption text-ink-2">+{number(posts.length - shown)}</li>}
    </ul>
  )
}

function Entry({ post }: { post: Post }) {
  const t = useContent()
  const words = (
    <>
      <Thumb {...pictureOf(post)} className="h-8 w-6 flex-none rounded-[4px] object-cover" />
      <span className="min-w-0">
        <span lang={langTag(post.language)} className="block truncate text-caption text-ink">
          {post.caption || t.unnamed}
        </span>
        <span className="block text-caption">
          <State tone={toneOf[post.state]}>{post.scheduled ? timeShort(post.scheduled) : t.states[post.state]}</State>
        </span>
      </span>
    </>
  )
  const look = 'flex w-full min-w-0 items-center gap-1.5 no-underline'
  const may = useMayDo(post)
  const [open, setOpen] = useState(false)
  const link = post.state === 'live' ? `/p/${post.id}` : post.state === 'draft' && may.edit ? `/create?post=${post.id}` : null
  if (link)
    return (
      <a href={link} className={look}>
        {words}
      </a>
    )
  if (!post.scheduled) return <span className={look}>{words}</span>
  return (
    <>
      <button
        type="button"
        className={`${look} border-0 bg-transparent p-0 text-start`}
        title={`${t.states.scheduled}: ${t.changeTime}`}
        onClick={() => setOpen(true)}
      >
        {words}
      </button>
      {open && <TimeForm post={post} onClose={() => setOpen(false)} />}
    </>
  )
}

/** The same on a phone: only the days on which there is something. */
function Agenda({ month, days }: MonthProps) {
  const t = useContent()
  return (
    <ol className="m-0 grid list-none gap-3 p-0 desk:hidden">
      {[...days].map(([day, posts]) => (
        <li key={day} className="panel !p-3">
          <h3 className="mb-2 text-meta font-semibold">
            {t.on(shortDate(new Date(month.getFullYear(), month.getMonth(), day)), posts.length)}
          </h3>
          <ul className="m-0 grid list-none gap-2 p-0">
            {posts.map(p => (
              <li key={p.id} className="flex items-center gap-2">
                <Thumb {...pictureOf(p)} className="h-14 w-10 flex-none rounded-thumb object-cover" />
                <span className="min-w-0 flex-1">
                  <span lang={langTag(p.language)} className="line-clamp-1">
                    {p.state === 'live' ? <a href={`/p/${p.id}`}>{p.caption || t.unnamed}</a> : p.caption || t.unnamed}
                  </span>
                  <PostState post={p} />
                  {p.scheduled && (
                    <span className="block text-caption text-ink-2">
                      <Time at={p.scheduled} />
                    </span>
                  )}
                  <PostActions post={p} />
                </span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
