import { useContent } from '../../i18n/studio/content/index.ts'
import { SquarePlay } from '../../ui/core/icons.tsx'
import { Empty } from '../../ui/core/index.ts'
import { type Column, DataTable, PageHead, TabLinks, Tip, useWords } from '../../ui/desk/index.ts'
import { useMyShop } from '../shop-choice.ts'
import { Calendar } from './Calendar.tsx'
import { Comments } from './Comments.tsx'
import { isState, type Numbers, type Post, states, useNumbers, usePosts } from './content-data.ts'
import { PostActions } from './PostActions.tsx'
import { type Figure, figureOf, figures, PostDate, PostName, PostState } from './post-parts.tsx'

/** What was posted in the name of the shop, as list and as calendar, and the comments that wait. */
export function ContentPage() {
  const t = useContent()
  const { shop } = useMyShop()
  const { view = 'all' } = useWords()
  const now = isState(view) || view === 'calendar' || view === 'comments' ? view : 'all'
  const tabs = [
    { key: 'all', label: t.all, search: {} },
    ...states.map(s => ({ key: s as string, label: t.states[s], search: { view: s } })),
    { key: 'calendar', label: t.calendar, search: { view: 'calendar' } },
    { key: 'comments', label: t.comments, search: { view: 'comments' } },
  ]
  return (
    <>
      <PageHead title={t.title} note={t.note}>
        <a href={`/create?shop=${shop}`} className="btn" data-kind="act">
          {t.make}
        </a>
      </PageHead>
      <TabLinks label={t.look} to="/content" tabs={tabs} now={now} />
      {now === 'calendar' ? <Calendar /> : now === 'comments' ? <Comments /> : <PostList view={now} />}
    </>
  )
}

function PostList({ view }: { view: string }) {
  const t = useContent()
  const state = isState(view) ? view : undefined
  const posts = usePosts({ state })
  const numbers = useNumbers(posts.data?.pages ?? [])
  return (
    <DataTable
      pages={posts}
      label={t.title}
      columns={columnsOf(t, numbers)}
      rowKey={p => p.id}
      card={p => <Card post={p} n={numbers.get(p.id)} />}
      empty={<Empty icon={<SquarePlay size={32} />} title={state ? t.noneState : t.none} text={state ? undefined : t.noneText} />}
    />
  )
}

function columnsOf(t: ReturnType<typeof useContent>, numbers: ReadonlyMap<string, Numbers>): Column<Post>[] {
  return [
    { key: 'post', head: t.post, cell: p => <PostName post={p} /> },
    { key: 'state', head: t.state, cell: p => <PostState post={p} /> },
    {
      key: 'date',
      head: t.date,
      cell: p => (
        <span className="grid justify-items-start gap-1">
          <PostDate post={p} />
          <PostActions post={p} />
        </span>
      ),
    },
    ...figures.map(f => ({
      key: f,
      head: <FigureHead figure={f} />,
      end: true,
      cell: (p: Post) => <span className="num whitespace-nowrap">{figureOf(t, numbers.get(p.id), f)}</span>,
    })),
  ]
}

function FigureHead({ figure }: { figure: Figure }) {
  const t = useContent()
  return <Tip text={`${t[`${figure}Def`]} ${t.defNote}`}>{t[figure]}</Tip>
}

function Card({ post, n }: { post: Post; n: Numbers | undefined }) {
  const t = useContent()
  return (
    <div className="grid gap-2">
      <PostName post={post} />
      <div className="flex flex-wrap items-start justify-between gap-2 text-meta">
        <PostState post={post} />
        <PostDate post={post} />
      </div>
      <PostActions post={post} />
      {n && (
        <dl className="m-0 flex flex-wrap gap-x-4 gap-y-1 text-meta">
          {figures.map(f => (
            <div key={f} className="flex items-center gap-1">
              <dt className="text-ink-2 [&>button]:min-h-6 [&>button]:min-w-6">
                <FigureHead figure={f} />
              </dt>
              <dd className="num m-0 font-semibold">{figureOf(t, n, f)}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}
