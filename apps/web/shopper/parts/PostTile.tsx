import { Link } from '@tanstack/react-router'
import type { PostTile as Tile } from '../../client/types.ts'
import { clock } from '../../i18n/format.ts'
import { useMore } from '../../i18n/shopper/more/index.ts'
import { Avatar, Skeleton, Thumb } from '../../ui/core/index.ts'

/** A post in a grid: its own first frame, its length, and who made it unless that is said above. */
export function PostTile({ tile, byline }: { tile: Tile; byline?: boolean }) {
  const t = useMore().card
  return (
    <Link to="/p/$post" params={{ post: tile.id }} className="group grid content-start gap-2">
      {!byline && <span className="sr-only">{tile.caption || tile.author.name}</span>}
      <span className="relative block overflow-hidden rounded-thumb bg-sunk">
        <Thumb
          src={tile.poster}
          hash={tile.thumbhash}
          width={270}
          height={360}
          className="aspect-[3/4] h-auto w-full transition-transform duration-300 group-hover:scale-[1.03]"
        />
        <span className="num absolute end-1.5 bottom-1.5 rounded-[6px] bg-[oklch(.12_.02_258/.72)] px-1.5 py-px text-caption font-semibold text-white">
          {tile.format === 'video' ? clock(tile.durationMs / 1000) : t.pictures}
        </span>
      </span>
      {byline && (
        <span className="grid gap-1">
          {tile.caption && <span className="line-clamp-2 text-meta font-medium">{tile.caption}</span>}
          <span className="flex items-center gap-1.5 text-meta text-ink-2">
            <Avatar name={tile.author.name} src={tile.author.picture} size={20} />
            <span className="truncate">{tile.author.name}</span>
          </span>
        </span>
      )}
    </Link>
  )
}

export function PostGrid({ tiles, byline }: { tiles: readonly Tile[]; byline?: boolean }) {
  return (
    <ul
      className={
        byline
          ? 'grid grid-cols-2 gap-x-3 gap-y-5 sm:grid-cols-3 desk:grid-cols-4'
          : 'grid grid-cols-3 gap-1.5 desk:grid-cols-4 desk:gap-3'
      }
    >
      {tiles.map(tile => (
        <li key={tile.id}>
          <PostTile tile={tile} byline={byline ?? false} />
        </li>
      ))}
    </ul>
  )
}
export function PostGridSkeleton({ n = 6 }: { n?: number }) {
  return (
    <div className="grid grid-cols-3 gap-1.5 desk:grid-cols-4 desk:gap-3" aria-busy="true">
      {Array.from({ length: n }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: places, not things
        <Skeleton key={i} ratio={3 / 4} />
      ))}
    </div>
  )
}
