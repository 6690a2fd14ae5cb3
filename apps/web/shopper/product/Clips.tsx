import { Link } from '@tanstack/react-router'
import { clock } from '../../i18n/format.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { Thumb } from '../../ui/core/index.ts'
import { useClips } from './Gallery.tsx'

/** Clips that show the product; one opens the feed from there. */
export function Clips({ product }: { product: string }) {
  const t = useT().product
  const clips = useClips(product)
  const items = clips.data?.items ?? []
  if (items.length === 0) return null
  return (
    <section className="border-t border-line py-6">
      <h2 className="mb-3 text-title">{t.clips}</h2>
      <div className="hide-scroll -mx-4 flex gap-3 overflow-x-auto scroll-px-4 px-4 desk:mx-0 desk:px-0">
        {items.map(tile => (
          <Link key={tile.id} to="/p/$post" params={{ post: tile.id }} className="w-[132px] flex-none">
            <span className="relative block aspect-[9/16] overflow-hidden rounded-button bg-sunk">
              <Thumb src={tile.poster} hash={tile.thumbhash} alt="" className="size-full" />
              {tile.format === 'video' && (
                <span className="num absolute end-2 bottom-2 rounded-[6px] bg-[oklch(.12_.02_258/.72)] px-[6px] text-caption font-semibold text-white">
                  {clock(tile.durationMs / 1000)}
                </span>
              )}
            </span>
            <span className="mt-1 line-clamp-2 text-meta">{tile.caption}</span>
            <span className="block truncate text-caption text-ink-3">{tile.author.name}</span>
          </Link>
        ))}
      </div>
    </section>
  )
}
