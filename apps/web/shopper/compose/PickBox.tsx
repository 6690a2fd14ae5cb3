import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { type ReactNode, useId, useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { useDrafts } from '../../i18n/shopper/drafts/index.ts'
import { useMore } from '../../i18n/shopper/more/index.ts'
import { Camera, Plus, Scissors, Video } from '../../ui/core/icons.tsx'
import { cx, toast } from '../../ui/core/index.ts'
import { bytes } from '../upload/bytes.ts'
import { pick } from './draft.ts'

const pictures = 'image/jpeg,image/png,image/webp,image/avif,image/gif,image/heic'
export const anything = `video/mp4,video/quicktime,video/webm,video/x-matroska,.mov,.mkv,${pictures}`

/** A file field that looks like a button: focusable, named, and the system's own picker. */
export function PickButton({
  accept,
  capture,
  multiple,
  children,
  className,
  kind = 'plain',
}: {
  accept: string
  capture?: boolean
  multiple?: boolean
  children: ReactNode
  className?: string
  kind?: 'act' | 'plain'
}) {
  const t = useMore().compose
  const id = useId()
  return (
    <label
      htmlFor={id}
      className={cx(
        'btn has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-focus',
        className,
      )}
      data-kind={kind}
      data-size="big"
    >
      {children}
      <input
        id={id}
        type="file"
        className="sr-only"
        accept={accept}
        multiple={multiple}
        capture={capture ? 'environment' : undefined}
        onChange={event => {
          const note = pick([...(event.target.files ?? [])])
          event.target.value = ''
          if (note) toast(t[note])
        }}
      />
    </label>
  )
}

/** The beginning: choose or record; or drop something on it. */
export function PickBox() {
  const t = useMore().compose
  const d = useDrafts()
  const search = useSearch({ from: '/create' })
  const [over, setOver] = useState(false)
  const limits = useQuery({
    queryKey: ['media-limits'],
    queryFn: () => ask(api.GET('/v1/media-limits')),
    staleTime: Number.POSITIVE_INFINITY,
  }).data
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping a file doubles the buttons inside
    <div
      className={cx(
        'grid justify-items-center gap-3 rounded-card border border-dashed px-5 py-9 text-center',
        over ? 'border-act bg-sunk' : 'border-line-strong',
      )}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault()
        setOver(false)
        const note = pick(
          [...event.dataTransfer.files].filter(f => /^(image|video)\//.test(f.type) || /\.(mov|mkv)$/i.test(f.name)),
        )
        if (note) toast(t[note])
      }}
    >
      <h2 className="text-lead font-semibold">{t.pickTitle}</h2>
      <p className="text-ink-2">{t.pickText}</p>
      <PickButton accept={anything} multiple kind="act" className="mt-2 w-full max-w-[320px]">
        <Plus size={20} />
        {t.pick}
      </PickButton>
      <Link
        to="/create/edit"
        search={{ line: search.line, product: search.product }}
        className="btn w-full max-w-[320px]"
        data-kind="plain"
        data-size="big"
      >
        <Scissors size={18} />
        {d.editVideo}
      </Link>
      <div className="grid w-full max-w-[320px] grid-cols-2 gap-2 desk:hidden">
        <PickButton accept="video/*" capture className="!whitespace-normal">
          <Video size={18} />
          {t.recordVideo}
        </PickButton>
        <PickButton accept="image/*" capture className="!whitespace-normal">
          <Camera size={18} />
          {t.takePicture}
        </PickButton>
      </div>
      <p className="num min-h-[18px] text-meta text-ink-3">{limits && t.limits(limits.videoSeconds, bytes(limits.videoBytes))}</p>
    </div>
  )
}
