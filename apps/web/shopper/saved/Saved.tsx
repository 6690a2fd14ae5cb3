import { useQueries } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { api, ask, type Reply } from '../../client/api.ts'
import type { Slide, PostTile as Tile } from '../../client/types.ts'
import { useMore } from '../../i18n/shopper/more/index.ts'
import { useNoticeWords } from '../../i18n/shopper/notices/index.ts'
import { Bookmark, Folder } from '../../ui/core/icons.tsx'
import { Chip, Empty, IconButton } from '../../ui/core/index.ts'
import { PriceAlertButton } from '../notices/AlertButton.tsx'
import { List } from '../parts/List.tsx'
import { PostGridSkeleton, PostTile } from '../parts/PostTile.tsx'
import { gridClass, ProductCard, ProductGridSkeleton } from '../parts/ProductCard.tsx'
import { usePages } from '../parts/pages.ts'
import { useCards } from '../parts/use-cards.ts'
import { CollectionStrip } from './CollectionStrip.tsx'
import { useCollections } from './collections.ts'
import { MoveSheet, type Saving } from './MoveSheet.tsx'

type Save = Reply<'GET /v1/me/saves'>['items'][number]

/** What I saved, by kind and by collection; both live in the URL. */
export function Saved() {
  const t = useMore().me
  const search = useSearch({ from: '/me' })
  const navigate = useNavigate()
  const collections = useCollections().data ?? []
  const [moving, setMoving] = useState<Saving | null>(null)
  const kind = search.kind === 'product' ? 'product' : 'post'
  const now = collections.find(c => c.id === search.in)
  const go = (next: { kind?: string; in?: string | undefined }) =>
    void navigate({
      to: '/me',
      search: before => {
        const { in: _, ...rest } = { ...before, ...next }
        const to = 'in' in next ? next.in : before.in
        return { ...rest, ...(to && { in: to }) }
      },
      replace: true,
      resetScroll: false,
    })
  const parts = { collection: now?.id, onMove: setMoving }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <CollectionStrip collections={collections} now={now} onPick={id => go({ in: id })} />
      <div className="flex gap-2">
        <Chip on={kind === 'post'} style={{ minHeight: 44 }} onClick={() => go({ kind: 'post' })}>
          {t.savedPosts}
        </Chip>
        <Chip on={kind === 'product'} style={{ minHeight: 44 }} onClick={() => go({ kind: 'product' })}>
          {t.savedProducts}
        </Chip>
      </div>
      {kind === 'post' ? <Posts {...parts} /> : <Products {...parts} />}
      {moving && <MoveSheet save={moving} collections={collections} onClose={() => setMoving(null)} />}
    </div>
  )
}
const useSaves = (kind: 'post' | 'product', collection: string | undefined) =>
  usePages<Save>(['saves', kind, collection ?? ''], cursor =>
    ask(api.GET('/v1/me/saves', { params: { query: { kind, limit: 24, ...(collection && { collection }), ...cursor } } })),
  )

function None({ within }: { within: boolean }) {
  const t = useMore().me
  const c = useNoticeWords().collections
  return (
    <Empty
      icon={within ? <Folder size={32} /> : <Bookmark size={32} />}
      title={within ? c.empty : t.noSaved}
      text={within ? c.emptyText : t.noSavedText}
    />
  )
}

interface Parts {
  readonly collection: string | undefined
  readonly onMove: (save: Saving) => void
}
function MoveButton({ save, onMove }: { save: Save | undefined; onMove: Parts['onMove'] }): ReactNode {
  const t = useNoticeWords().collections
  return (
    save && (
      <IconButton
        label={t.move}
        className="absolute end-1 top-1 bg-[oklch(.12_.02_258/.6)] text-white"
        onClick={() => onMove({ id: save.id, collection: save.collection })}
      >
        <Folder size={20} />
      </IconButton>
    )
  )
}

function Posts({ collection, onMove }: Parts) {
  const pages = useSaves('post', collection)
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
    <List pages={pages} waiting={<PostGridSkeleton n={3} />} empty={<None within={collection !== undefined} />}>
      <ul className="grid grid-cols-3 gap-1.5 desk:grid-cols-4 desk:gap-3">
        {tiles.map(tile => (
          <li key={tile.id} className="relative">
            <PostTile tile={tile} />
            <MoveButton save={pages.items.find(s => s.id === tile.id)} onMove={onMove} />
          </li>
        ))}
      </ul>
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

function Products({ collection, onMove }: Parts) {
  const pages = useSaves('product', collection)
  const cards = useCards(pages.items.map(i => i.id))
  return (
    <List pages={pages} waiting={<ProductGridSkeleton n={4} />} empty={<None within={collection !== undefined} />}>
      {cards.data ? (
        <ul className={gridClass}>
          {cards.data.map(card => (
            <li key={card.id} className="relative grid content-between gap-2">
              <ProductCard card={card} />
              <MoveButton save={pages.items.find(s => s.id === card.id)} onMove={onMove} />
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
