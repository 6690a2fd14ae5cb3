import { useQuery } from '@tanstack/react-query'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { api, ask } from '../../client/api.ts'
import type { Product, Variant, Video } from '../../client/types.ts'
import { said } from '../../i18n/format.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { Pause, Play } from '../../ui/core/icons.tsx'
import { IconButton, Thumb } from '../../ui/core/index.ts'
import { chooseRung } from '../watch/throughput.ts'
import './product.css'

/** The first clip that shows the product, as a full slide: tiles carry no playable URL. */
export function useFirstClip(product: string): { clip: Video | null; pending: boolean } {
  const tiles = useClips(product)
  const first = tiles.data?.items.find(t => t.format === 'video')?.id
  const post = useQuery({
    queryKey: ['post', first ?? ''],
    queryFn: () => ask(api.GET('/v1/posts/{id}', { params: { path: { id: first ?? '' } } })),
    enabled: first !== undefined,
    staleTime: 60_000,
  })
  return { clip: post.data?.video ?? null, pending: tiles.isPending || (first !== undefined && post.isPending) }
}
export const useClips = (product: string) =>
  useQuery({
    queryKey: ['product', product, 'posts'],
    queryFn: () => ask(api.GET('/v1/products/{id}/posts', { params: { path: { id: product }, query: { limit: 12 } } })),
    staleTime: 60_000,
  })

/** Videos first, then pictures; a chosen variant shows its own picture. */
export function Gallery({ product, variant }: { product: Product; variant: Variant | undefined }) {
  const t = useT().product
  const row = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(0)
  const { clip } = useFirstClip(product.id)
  const offset = clip ? 1 : 0
  const go = (to: number, behavior: ScrollBehavior = 'smooth') =>
    row.current?.scrollTo({ left: to * row.current.clientWidth, behavior })
  // The clip comes in before the pictures: who has not moved yet sees it first.
  const touched = useRef(false)
  useLayoutEffect(() => {
    if (clip && !touched.current) row.current?.scrollTo({ left: 0, behavior: 'instant' })
  }, [clip])
  const picture = product.pictures.findIndex(p => p.id === variant?.picture)
  const first = useRef(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: moves only when the chosen variant changes, not at first
  useEffect(() => {
    if (!first.current && picture >= 0) go(picture + offset)
    first.current = false
  }, [picture])
  const name = said(product.name)
  return (
    <section className="product-media" aria-label={t.gallery}>
      <div
        ref={row}
        className="row hide-scroll"
        onPointerDown={() => (touched.current = true)}
        onScroll={event => setAt(Math.round(event.currentTarget.scrollLeft / event.currentTarget.clientWidth))}
      >
        {clip && <Clip clip={clip} label={t.video} playing={at === 0} />}
        {product.pictures.map((p, i) => (
          <Thumb
            key={p.id}
            src={p.url}
            hash={p.thumbhash}
            alt={name}
            width={p.width}
            height={p.height}
            loading={i === 0 ? 'eager' : 'lazy'}
          />
        ))}
      </div>
      {product.pictures.length + offset > 1 && (
        <div className="thumbs hide-scroll">
          {clip && (
            <button type="button" aria-label={t.video} aria-current={at === 0} onClick={() => go(0)}>
              <Thumb src={clip.poster} hash={clip.thumbhash} />
              <Play size={20} fill="#fff" className="absolute inset-0 m-auto text-white" strokeWidth={0} />
            </button>
          )}
          {product.pictures.map((p, i) => (
            <button
              key={p.id}
              type="button"
              aria-label={`${name} ${i + 1}`}
              aria-current={at === i + offset}
              onClick={() => go(i + offset)}
            >
              <Thumb src={p.url} hash={p.thumbhash} />
            </button>
          ))}
        </div>
      )}
    </section>
  )
}

/** Plays without sound while it is the picture in view, and can be stopped. */
function Clip({ clip, label, playing }: { clip: Video; label: string; playing: boolean }) {
  const t = useT().watch
  const video = useRef<HTMLVideoElement>(null)
  const [stopped, setStopped] = useState(() => matchMedia('(prefers-reduced-motion: reduce)').matches)
  const on = playing && !stopped
  useEffect(() => {
    if (on) video.current?.play().catch(() => undefined)
    else video.current?.pause()
  }, [on])
  const rung = chooseRung(clip, { saver: false, pixels: 480 })
  return (
    <div className="clip">
      <video ref={video} src={rung?.url} poster={clip.poster} muted loop playsInline preload="metadata" aria-label={label} />
      <IconButton label={stopped ? t.play : t.pause} onClick={() => setStopped(!stopped)}>
        {stopped ? <Play size={20} fill="currentColor" /> : <Pause size={20} fill="currentColor" />}
      </IconButton>
    </div>
  )
}
