import { useState } from 'react'
import type { Product, Review } from '../../client/types.ts'
import { langTag } from '../../i18n/core.ts'
import { date, said } from '../../i18n/format.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { Ellipsis, Play } from '../../ui/core/icons.tsx'
import { Avatar, Sheet, Stars, Thumb } from '../../ui/core/index.ts'
import { useSheet } from '../sheets/sheet.ts'

export function ReviewRow({ review, product }: { review: Review; product: Product }) {
  const t = useT()
  const { open } = useSheet()
  const choice = review.choice
    .map((key, i) => product.options[i]?.values.find(v => v.key === key)?.name)
    .flatMap(name => (name ? [said(name)] : []))
  return (
    <article className="border-b border-line py-4 last:border-0">
      <div className="flex items-center gap-3">
        <Avatar name={review.author.name} src={review.author.picture} size={32} />
        <div className="min-w-0 flex-1">
          <div className="flex flex-wrap items-center gap-x-2">
            <b className="truncate font-semibold">{review.author.name}</b>
            <span className="text-meta text-ink-2">{t.product.daysUsed(review.daysUsed)}</span>
          </div>
          <div className="flex flex-wrap items-center gap-x-2 text-meta text-ink-3">
            <Stars mean={review.stars} size={14} />
            <time dateTime={review.at}>{date(review.at)}</time>
            {choice.length > 0 && <span>· {choice.join(' / ')}</span>}
          </div>
        </div>
        {!review.mine && (
          <button
            type="button"
            aria-label={t.menu.report}
            title={t.menu.report}
            className="icon-btn text-ink-3"
            onClick={() => open({ kind: 'report', subject: { kind: 'review', id: review.id } })}
          >
            <Ellipsis size={20} />
          </button>
        )}
      </div>
      {review.text && (
        <p className="mt-2 max-w-[66ch] whitespace-pre-line [overflow-wrap:anywhere]" lang={langTag(review.language)}>
          {review.text}
        </p>
      )}
      <Media review={review} />
      {review.reply && (
        <div className="mt-3 rounded-button bg-sunk px-4 py-3">
          <b className="text-meta font-semibold">{t.product.sellerReply}</b>
          <p className="whitespace-pre-line">{review.reply.text}</p>
        </div>
      )}
    </article>
  )
}

function Media({ review }: { review: Review }) {
  const t = useT()
  const [open, setOpen] = useState<number | null>(null)
  const { video, pictures } = review
  if (!video && pictures.length === 0) return null
  const shown = open === null ? null : pictures[open - (video ? 1 : 0)]
  return (
    <div className="mt-3 flex flex-wrap gap-2">
      {video && (
        <button
          type="button"
          aria-label={t.product.video}
          className="relative h-[104px] w-[78px] overflow-hidden rounded-thumb"
          onClick={() => setOpen(0)}
        >
          <Thumb src={video.poster} hash={video.thumbhash} className="size-full" />
          <Play size={24} fill="#fff" strokeWidth={0} className="absolute inset-0 m-auto text-white" />
        </button>
      )}
      {pictures.map((p, i) => (
        <button
          key={p.id}
          type="button"
          aria-label={t.watch.picture(i + 1, pictures.length)}
          className="size-[104px] overflow-hidden rounded-thumb"
          onClick={() => setOpen(i + (video ? 1 : 0))}
        >
          <Thumb src={p.url} hash={p.thumbhash} className="size-full" />
        </button>
      ))}
      {open !== null && (
        <Sheet title={review.author.name} onClose={() => setOpen(null)} small>
          {shown ? (
            <Thumb
              src={shown.url}
              hash={shown.thumbhash}
              width={shown.width}
              height={shown.height}
              className="h-auto max-h-[60dvh] w-full rounded-card !object-contain"
            />
          ) : (
            <video
              src={video?.rungs.at(-1)?.url}
              poster={video?.poster}
              controls
              autoPlay
              playsInline
              className="max-h-[60dvh] w-full rounded-card"
            />
          )}
        </Sheet>
      )}
    </div>
  )
}
