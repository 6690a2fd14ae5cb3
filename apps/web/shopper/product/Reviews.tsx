import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { api, ask } from '../../client/api.ts'
import type { Product, Rating, Source } from '../../client/types.ts'
import { number } from '../../i18n/format.ts'
import { useShared } from '../../i18n/shared/index.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { Button, Chip, ErrorBox, Skeleton, Stars } from '../../ui/core/index.ts'
import { useViewed } from '../use-viewed.ts'
import { ReviewRow } from './ReviewRow.tsx'

type Filter = { readonly kind: 'all' } | { readonly kind: 'media' } | { readonly kind: 'stars'; readonly stars: number }
const five = [5, 4, 3, 2, 1] as const

function useReviews(product: string, filter: Filter) {
  const query = filter.kind === 'media' ? { media: true } : filter.kind === 'stars' ? { stars: filter.stars } : {}
  return useInfiniteQuery({
    queryKey: ['reviews', product, query],
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/v1/products/{id}/reviews', {
          params: { path: { id: product }, query: { limit: 10, ...query, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: page => page.next,
  })
}

/** What buyers say: the distribution filters on tap, reviews with pictures first. */
export function Reviews({ product, source }: { product: Product; source: Source | undefined }) {
  const t = useT().product
  const shared = useShared()
  const box = useRef<HTMLDivElement>(null)
  const [filter, setFilter] = useState<Filter>({ kind: 'all' })
  const rating = useQuery({
    queryKey: ['rating', product.id],
    queryFn: () => ask(api.GET('/v1/products/{id}/rating', { params: { path: { id: product.id } } })),
  })
  const list = useReviews(product.id, filter)
  const reviews = list.data?.pages.flatMap(p => p.items) ?? []
  const shown = reviews.length > 0
  useViewed(box, { name: 'reviews.read', id: product.id, source, count: reviews.length }, shown)
  const none = rating.data?.count === 0
  return (
    <section className="border-t border-line py-6" aria-labelledby="reviews">
      <h2 id="reviews" className="text-title">
        {t.reviews}
      </h2>
      {none ? (
        <div className="mt-2 text-ink-2">
          <p>{t.noReviews}</p>
          <p>{t.noReviewsText}</p>
        </div>
      ) : (
        <>
          {rating.data ? (
            <Distribution rating={rating.data} filter={filter} onFilter={setFilter} />
          ) : (
            <Skeleton className="mt-4 h-32" />
          )}
          <div ref={box}>
            {list.isPending && <Skeleton className="mt-4 h-24" />}
            {list.error && <ErrorBox error={list.error} retry={() => void list.refetch()} />}
            {list.data && !shown && <p className="py-6 text-ink-2">{t.noneMatch}</p>}
            {reviews.map(review => (
              <ReviewRow key={review.id} review={review} product={product} />
            ))}
          </div>
          {list.hasNextPage && (
            <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {shared.showMore}
            </Button>
          )}
        </>
      )}
    </section>
  )
}

function Distribution({ rating, filter, onFilter }: { rating: Rating; filter: Filter; onFilter: (filter: Filter) => void }) {
  const t = useT().product
  const mean = Number(rating.mean ?? 0)
  const chosen = filter.kind === 'stars' ? filter.stars : 0
  return (
    <>
      <p className="mt-1 text-ink-2">{t.reviewsFrom(rating.count)}</p>
      <div className="mt-4 flex items-center gap-5">
        <div className="flex-none">
          <div className="num text-big font-medium tracking-[-.03em]">{mean.toFixed(1)}</div>
          <Stars mean={mean} className="mt-1" />
          <div className="mt-1 text-meta text-ink-2">{t.outOf5}</div>
        </div>
        <div className="num grid flex-1">
          {five.map(stars => {
            const count = rating.stars[stars]
            const share = rating.count > 0 ? (count / rating.count) * 100 : 0
            return (
              <button
                key={stars}
                type="button"
                aria-pressed={chosen === stars}
                disabled={count === 0}
                className="flex min-h-[26px] items-center gap-2 rounded-[6px] px-1 text-start text-meta aria-pressed:bg-sunk aria-pressed:font-semibold disabled:text-ink-3"
                onClick={() => onFilter(chosen === stars ? { kind: 'all' } : { kind: 'stars', stars })}
              >
                <span className="w-3" aria-hidden="true">
                  {stars}
                </span>
                <span className="sr-only">{t.starsOnly(stars)}: </span>
                <span className="bar-fill">
                  <i style={{ width: `${count > 0 ? Math.max(2, share) : 0}%` }} />
                </span>
                <span className="w-11 text-end text-ink-2">{number(count)}</span>
              </button>
            )
          })}
        </div>
      </div>
      <div className="mt-4 flex flex-wrap gap-2">
        <Chip size="small" on={filter.kind === 'all'} onClick={() => onFilter({ kind: 'all' })}>
          {t.all}
        </Chip>
        {rating.withMedia > 0 && (
          <Chip size="small" on={filter.kind === 'media'} onClick={() => onFilter({ kind: 'media' })}>
            {t.withMedia(rating.withMedia)}
          </Chip>
        )}
        {filter.kind === 'stars' && (
          <Chip size="small" on onClick={() => onFilter({ kind: 'all' })}>
            {t.starsOnly(filter.stars)} ×
          </Chip>
        )}
      </div>
    </>
  )
}
