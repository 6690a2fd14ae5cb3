import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { api, ask, type Reply } from '../../client/api.ts'
import { said } from '../../i18n/format.ts'
import { useMore } from '../../i18n/shopper/more/index.ts'
import { Avatar, Badge, Empty, Skeleton } from '../../ui/core/index.ts'
import { List } from '../parts/List.tsx'
import { PostGrid, PostGridSkeleton } from '../parts/PostTile.tsx'
import { ProductGrid, ProductGridSkeleton } from '../parts/ProductCard.tsx'
import { type Listed, usePages } from '../parts/pages.ts'

type Found = Reply<'GET /v1/search/people'>['items'][number]
function Framed({ words, ...rest }: { words: string; pages: Listed; waiting: ReactNode; children: ReactNode }) {
  const t = useMore().search
  return <List {...rest} empty={<Empty title={t.none(words)} text={t.noneText} />} />
}

export function Products({ words }: { words: string }) {
  const pages = usePages(['search', 'products', words], cursor =>
    ask(api.GET('/v1/search/products', { params: { query: { words, limit: 24, ...cursor } } })),
  )
  return (
    <Framed words={words} pages={pages} waiting={<ProductGridSkeleton />}>
      <ProductGrid cards={pages.items} />
    </Framed>
  )
}
export function Posts({ words }: { words: string }) {
  const pages = usePages(['search', 'posts', words], cursor =>
    ask(api.GET('/v1/search/posts', { params: { query: { words, limit: 24, ...cursor } } })),
  )
  return (
    <Framed words={words} pages={pages} waiting={<PostGridSkeleton />}>
      <PostGrid tiles={pages.items} byline />
    </Framed>
  )
}
export function People({ words }: { words: string }) {
  const pages = usePages(['search', 'people', words], cursor =>
    ask(api.GET('/v1/search/people', { params: { query: { words, limit: 30, ...cursor } } })),
  )
  return (
    <Framed words={words} pages={pages} waiting={<Skeleton className="h-80" />}>
      <ul className="mx-auto grid max-w-[720px] divide-y divide-line">
        {pages.items.map(found => (
          <PersonRow key={found.shop?.id ?? found.person.id} found={found} />
        ))}
      </ul>
    </Framed>
  )
}

function PersonRow({ found: { person, shop } }: { found: Found }) {
  const t = useMore()
  const inside = (
    <>
      <Avatar name={shop ? said(shop.name) : person.name} src={shop?.picture ?? person.picture} size={48} />
      <span className="min-w-0 flex-1">
        <span className="flex items-center gap-2">
          <span className="truncate font-semibold">{shop ? said(shop.name) : person.name}</span>
          {shop ? <Badge>{t.search.shop}</Badge> : person.creator && <Badge>{t.people.creator}</Badge>}
        </span>
        <span className="block truncate text-meta text-ink-2">{shop ? person.name : `@${person.handle}`}</span>
      </span>
    </>
  )
  const look = 'flex min-h-16 items-center gap-3 py-2'
  return (
    <li>
      {shop ? (
        <Link to="/shop/$slug" params={{ slug: shop.slug }} className={look}>
          {inside}
        </Link>
      ) : (
        <Link to="/u/$handle" params={{ handle: person.handle }} className={look}>
          {inside}
        </Link>
      )}
    </li>
  )
}
