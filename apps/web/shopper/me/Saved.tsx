import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../client/api.ts'
import type { Slide, PostTile as Tile } from '../../client/types.ts'
import { useMore } from '../../i18n/shopper/more/index.ts'
import { Bookmark } from '../../ui/core/icons.tsx'
import { Chip, Empty } from '../../ui/core/index.ts'
import { PriceAlertButton } from '../notices/AlertButton.tsx'
import { List } from '../parts/List.tsx'
import { PostGrid, PostGridSkeleton } from '../parts/PostTile.tsx'
import { gridClass, ProductCard, ProductGridSkeleton } from '../parts/ProductCard.tsx'
import { usePages } from '../parts/pages.ts'
import { useCards } from '../parts/use-cards.ts'

export function Saved() {
  const t = useMore().me
  const [kind, setKind] = useState<'post' | 'product'>('post')
  return (
    <div className="grid gap-4">
      <div className="flex gap-2">
        <Chip on={kind === 'post'} style={{ minHeight: 44 }} onClick={() => setKind('post')}>
          {t.savedPosts}
        </Chip>
        <Chip on={kind === 'product'} style={{ minHeight: 44 }} onClick={() => setKind('product')}>
          {t.savedProducts}
        </Chip>
      </div>
      {kind === 'post' ? <Posts /> : <Products />}
    </div>
  )
}
const useSaves = (kind: 'post' | 'product') =>
  usePages(['saves', kind], cursor => ask(api.GET('/v1/me/saves', { params: { query: { kind, limit: 24, ...cursor } } })))

function None() {
  const t = useMore().me
  return <Empty icon={<Bookmark size={32} />} title={t.noSaved} text={t.noSavedText} />
}

function Posts() {
  const pages = useSaves('post')
  const slides = useQueries({
    queries: pages.items.map(({ id }) => ({
      queryKey: ['post', id],
      queryFn: () => ask(api.GET('/v1/posts/{id}', { params: { path: { id } } })),
      staleTime: 60 * 60_000,
      retry: false,
    })),
  })
  // What was deleted or removed meanwhile is left out.
  const tiles = slides.flatMap(s => (s.data ? [tileOf(s.data)] : []))
  return (
    <List pages={pages} waiting={<PostGridSkeleton n={3} />} empty={<None />}>
      <PostGrid tiles={tiles} />
    </List>
  )
}
const tileOf = (s: Slide): Tile => ({
  id: s.id,
  author: s.author,
  caption: s.caption,
  format: s.format,
  state: 'live',
  poster: s.video?.poster ?? s.pictures[0]?.url ?? '',
  thumbhash: s.video?.thumbhash ?? s.pictures[0]?.thumbhash ?? '',
  durationMs: s.video?.durationMs ?? 0,
})

function Products() {
  const pages = useSaves('product')
  const cards = useCards(pages.items.map(i => i.id))
  return (
    <List pages={pages} waiting={<ProductGridSkeleton n={4} />} empty={<None />}>
      {cards.data ? (
        <ul className={gridClass}>
          {cards.data.map(card => (
            <li key={card.id} className="grid content-between gap-2">
              <ProductCard card={card} />
              <PriceAlertButton product={card.id} price={card.price} className="w-full !whitespace-normal" />
            </li>
          ))}
        </ul>
      ) : (
        <ProductGridSkeleton n={4} />
      )}
    </List>
  )
}
