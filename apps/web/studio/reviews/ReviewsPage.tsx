import { type InfiniteData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { api, ask, type Reply } from '../../client/api.ts'
import { queryClient } from '../../client/query.ts'
import type { Review } from '../../client/types.ts'
import { langTag } from '../../i18n/core.ts'
import { useDesk } from '../../i18n/desk/index.ts'
import { textIn } from '../../i18n/format.ts'
import { useT } from '../../i18n/studio/index.ts'
import { Star } from '../../ui/core/icons.tsx'
import { Avatar, Button, Empty, Stars, Thumb, toast } from '../../ui/core/index.ts'
import { KindSign, Link, PageHead, Problem, RowsLoading, TabLinks, Time, useWords } from '../../ui/desk/index.ts'
import { ReplyForm } from '../ReplyForm.tsx'
import { useMyShop } from '../shop-choice.ts'

type Page = Reply<'GET /v1/shops/{shop}/reviews'>

export function ReviewsPage() {
  const t = useT()
  const d = useDesk()
  const { shop } = useMyShop()
  const open = useWords().view === 'open'
  const reviews = useInfiniteQuery({
    queryKey: ['reviews', shop, open],
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/v1/shops/{shop}/reviews', {
          params: {
            path: { shop },
            query: { limit: 20, ...(open && { unanswered: true }), ...(pageParam && { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: page => page.next,
  })
  const rows = reviews.data?.pages.flatMap(p => p.items) ?? []
  const tabs = [
    { key: 'all', label: t.reviews.all, search: {} },
    { key: 'open', label: t.reviews.unanswered, search: { view: 'open' } },
  ]
  return (
    <>
      <PageHead title={t.reviews.title} />
      <TabLinks label={t.reviews.title} to="/reviews" tabs={tabs} now={open ? 'open' : 'all'} />
      {reviews.isPending && <RowsLoading rows={4} />}
      <Problem error={reviews.error} retry={() => void reviews.refetch()} className="mb-4" />
      {reviews.isSuccess && rows.length === 0 && (
        <Empty
          icon={<Star size={32} />}
          title={open ? t.reviews.noneOpen : t.reviews.none}
          text={open ? undefined : t.reviews.noneText}
        />
      )}
      <ul className="grid max-w-[820px] gap-3">
        {rows.map(r => (
          <li key={r.id} className="panel">
            <ReviewRow review={r} />
          </li>
        ))}
      </ul>
      {reviews.hasNextPage && (
        <Button className="mt-4" busy={reviews.isFetchingNextPage} onClick={() => void reviews.fetchNextPage()}>
          {d.loadMore}
        </Button>
      )}
    </>
  )
}

function ReviewRow({ review }: { review: Review }) {
  const t = useT()
  const product = useQuery({
    queryKey: ['product', review.product],
    queryFn: () => ask(api.GET('/v1/products/{id}', { params: { path: { id: review.product } } })),
    staleTime: 5 * 60_000,
  }).data
  const name = product && textIn(product.name)
  return (
    <article className="grid gap-3">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Avatar name={review.author.name} src={review.author.picture} size={32} />
        <span className="font-semibold">{review.author.name}</span>
        <Stars mean={review.stars} />
        {review.removed && <KindSign>{t.reviews.removed}</KindSign>}
        {review.video && <KindSign>{t.reviews.video}</KindSign>}
        <span className="ms-auto text-meta text-ink-2">
          <Time at={review.at} as="ago" />
        </span>
      </header>
      <div className="text-meta text-ink-2">
        <Link to="/products/$product" params={{ product: review.product }} lang={name?.lang} className="underline">
          {name?.text || t.reviews.product}
        </Link>
        {' · '}
        {t.reviews.used(review.daysUsed)}
      </div>
      {review.text && (
        <p lang={langTag(review.language)} className="max-w-[66ch] whitespace-pre-line">
          {review.text}
        </p>
      )}
      {review.pictures.length > 0 && (
        <div className="flex flex-wrap gap-2">
          {review.pictures.map((p, i) => (
            <a key={p.id} href={p.url} target="_blank" rel="noreferrer" aria-label={t.reviews.picture(i + 1)}>
              <Thumb src={p.url} hash={p.thumbhash} className="size-20 rounded-thumb" />
            </a>
          ))}
        </div>
      )}
      {review.reply ? <Answered reply={review.reply} /> : <Answer id={review.id} />}
    </article>
  )
}

function Answered({ reply }: { reply: NonNullable<Review['reply']> }) {
  const t = useT()
  return (
    <div className="border-s-2 border-line-strong ps-3">
      <div className="text-meta text-ink-2">
        {t.reviews.yourReply} · <Time at={reply.at} as="ago" />
      </div>
      <p className="max-w-[66ch] whitespace-pre-line">{reply.text}</p>
    </div>
  )
}

/** Once, in public. */
function Answer({ id }: { id: string }) {
  const t = useT()
  return (
    <ReplyForm
      words={{ open: t.reviews.reply, hint: t.reviews.replyHint, send: t.reviews.send, keep: t.order.keep }}
      maxLength={2000}
      send={text => ask(api.POST('/v1/reviews/{id}/reply', { params: { path: { id } }, body: { text } }))}
      onSent={review => {
        queryClient.setQueriesData<InfiniteData<Page>>({ queryKey: ['reviews'] }, old =>
          old ? { ...old, pages: old.pages.map(p => ({ ...p, items: p.items.map(r => (r.id === id ? review : r)) })) } : old,
        )
        void queryClient.invalidateQueries({ queryKey: ['review-count'] })
        toast(t.reviews.sent)
      }}
    />
  )
}
