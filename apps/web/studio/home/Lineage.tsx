import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { api, ask, type Reply } from '../../client/api.ts'
import { useDesk } from '../../i18n/desk/index.ts'
import { textIn } from '../../i18n/format.ts'
import { useT } from '../../i18n/studio/index.ts'
import { Button, Skeleton } from '../../ui/core/index.ts'
import { Link, Panel, Problem, RowsLoading, Time } from '../../ui/desk/index.ts'
import { useMyShop } from '../shop-choice.ts'

type Chain = Reply<'GET /v1/insights/lineage'>['chains'][number]

/** Order → clip, review or share → order, newest first. Who is never said. */
export function Lineage() {
  const t = useT()
  const d = useDesk()
  const { shop } = useMyShop()
  const chains = useInfiniteQuery({
    queryKey: ['lineage', shop],
    queryFn: ({ pageParam }) =>
      ask(api.GET('/v1/insights/lineage', { params: { query: { shop, limit: 10, ...(pageParam && { cursor: pageParam }) } } })),
    initialPageParam: '',
    getNextPageParam: page => page.next,
    refetchInterval: 30_000,
  })
  const rows = chains.data?.pages.flatMap(p => p.chains) ?? []
  return (
    <Panel title={t.lineage.title} className="mt-8">
      <p className="-mt-2 mb-3 max-w-[66ch] text-ink-2">{t.lineage.note}</p>
      {chains.isPending && <RowsLoading rows={3} />}
      <Problem error={chains.error} retry={() => void chains.refetch()} />
      {chains.isSuccess && rows.length === 0 && <p className="text-ink-2">{t.lineage.empty}</p>}
      <ol className="grid">
        {rows.map(c => (
          <ChainRow key={`${c.parent.line} ${c.content.id} ${c.child.line}`} chain={c} />
        ))}
      </ol>
      {chains.hasNextPage && (
        <Button className="mt-3" busy={chains.isFetchingNextPage} onClick={() => void chains.fetchNextPage()}>
          {d.loadMore}
        </Button>
      )}
    </Panel>
  )
}

function ChainRow({ chain }: { chain: Chain }) {
  const { parent, content, child } = chain
  return (
    <li className="grid gap-2 border-t border-line py-3 first:border-0 desk:grid-cols-[minmax(0,300px)_minmax(24px,1fr)_120px_minmax(24px,1fr)_minmax(0,300px)] desk:items-center">
      <Order edge={parent} />
      <Arrow />
      <Content content={content} product={parent.product} />
      <Arrow />
      <Order edge={child} />
    </li>
  )
}

/** The thread between two steps; down on the phone. */
const Arrow = () => (
  <span
    aria-hidden="true"
    className="ms-4 block h-3 w-[2px] rounded-full bg-[linear-gradient(var(--p4),var(--p6))] desk:ms-0 desk:h-[2px] desk:w-full desk:bg-[linear-gradient(90deg,var(--p4),var(--p6))]"
  />
)

function Order({ edge }: { edge: Chain['parent'] }) {
  const t = useT()
  const product = useQuery({
    queryKey: ['product', edge.product],
    queryFn: () => ask(api.GET('/v1/products/{id}', { params: { path: { id: edge.product } } })),
    staleTime: 5 * 60_000,
  })
  if (product.isPending) return <Skeleton className="h-11" />
  const name = product.data && textIn(product.data.name)
  const picture = product.data?.pictures[0]
  return (
    <div className="flex min-w-0 items-center gap-3">
      {picture ? (
        <img src={picture.url} alt="" loading="lazy" className="size-11 flex-none rounded-thumb bg-sunk object-cover" />
      ) : (
        <span className="size-11 flex-none rounded-thumb bg-sunk" />
      )}
      <div className="min-w-0">
        <Link to="/orders/$order" params={{ order: edge.order }} className="line-clamp-2">
          {t.lineage.order(name?.text || t.lineage.gone)}
        </Link>
        <div className="text-caption text-ink-3">
          <Time at={edge.at} />
        </div>
      </div>
    </div>
  )
}

function Content({ content, product }: { content: Chain['content']; product: string }) {
  const t = useT()
  const word = t.lineage.kinds[content.kind]
  return (
    <div className="ps-2 desk:ps-0 desk:text-center">
      {content.kind === 'post' ? (
        <a href={`/p/${content.id}`}>{word}</a>
      ) : content.kind === 'review' ? (
        <a href={`/product/${product}`}>{word}</a>
      ) : (
        <span>{word}</span>
      )}
      <div className="text-caption text-ink-3">
        <Time at={content.at} />
      </div>
    </div>
  )
}
