import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ApiError } from '../../client/error.ts'
import { clock, percent } from '../../i18n/format.ts'
import { errorText, useShared } from '../../i18n/shared/index.ts'
import { useDrafts } from '../../i18n/shopper/drafts/index.ts'
import { useMore } from '../../i18n/shopper/more/index.ts'
import { ChevronLeft, ChevronRight, Plus, Scissors, X } from '../../ui/core/icons.tsx'
import { Button, cx, IconButton } from '../../ui/core/index.ts'
import { keptEdit } from '../edit/kept-edit.ts'
import { bytes } from '../upload/bytes.ts'
import { retryUpload, type Upload, useUploads } from '../upload/uploads.ts'
import { type Draft, type KeptFile, moveFile, removeFile, setDraft } from './draft.ts'
import { anything, PickButton } from './PickBox.tsx'
import { type Media, useMedia } from './use-ready.ts'

/** What was picked, shown at once from this device while it goes up. */
export function Files({ draft }: { draft: Draft }) {
  const uploads = useUploads()
  const media = useMedia(draft)
  const [first] = draft.files
  if (!first) return null
  if (first.kind === 'video')
    return (
      <section className="grid gap-4 sm:grid-cols-[200px_1fr]">
        <VideoPreview file={first} upload={uploads[first.id]} media={media[first.id]} />
        <div className="grid content-start gap-3">
          <Standing file={first} upload={uploads[first.id]} media={media[first.id]} durationMs={draft.durationMs} />
          <EditThis file={first} upload={uploads[first.id]} />
          <Other />
        </div>
      </section>
    )
  return <PictureRow draft={draft} uploads={uploads} media={media} />
}

/** To the editor; what it makes takes the place of this file. */
function EditThis({ file, upload }: { file: KeptFile; upload: Upload | undefined }) {
  const d = useDrafts()
  const navigate = useNavigate()
  const search = useSearch({ from: '/create' })
  const remakeable = useRemakeable(file, upload)
  // Once it is uploaded and gone from this device there is nothing to edit.
  if (!upload?.preview && !remakeable) return null
  return (
    <Button
      className="justify-self-start"
      onClick={() => void navigate({ to: '/create/edit', search: { line: search.line, product: search.product, from: file.id } })}
    >
      <Scissors size={18} />
      {d.editThis}
    </Button>
  )
}

/** Lost on the way, but the edit that it was made of is still here. */
function useRemakeable(file: KeptFile, upload: Upload | undefined): boolean {
  const lost = upload?.state === 'lost'
  const edit = useQuery({ queryKey: ['kept-edit', file.id], queryFn: keptEdit, enabled: lost, networkMode: 'always', gcTime: 0 })
  return lost && edit.data?.made === file.id
}

function Other() {
  const t = useMore().compose
  return (
    <PickButton accept={anything} multiple className="justify-self-start">
      {t.other}
    </PickButton>
  )
}

function VideoPreview({ file, upload, media }: { file: KeptFile; upload: Upload | undefined; media: Media | undefined }) {
  const src = upload?.preview ?? media?.video?.rungs[0]?.url
  return (
    <video
      key={src ?? file.id}
      src={src}
      poster={media?.video?.poster}
      aria-label={file.name}
      controls
      playsInline
      muted
      className="aspect-[3/4] w-full max-w-[280px] rounded-card focus-within:outline-2 focus-within:outline-focus bg-[oklch(.12_.02_258)] object-contain sm:max-w-none"
      onLoadedMetadata={event =>
        Number.isFinite(event.currentTarget.duration) && setDraft({ durationMs: Math.round(event.currentTarget.duration * 1000) })
      }
    />
  )
}

function PictureRow({
  draft,
  uploads,
  media,
}: {
  draft: Draft
  uploads: Readonly<Record<string, Upload>>
  media: Readonly<Record<string, Media>>
}) {
  const t = useMore().compose
  return (
    <section>
      <ul className="hide-scroll flex gap-3 overflow-x-auto pb-2">
        {draft.files.map((file, i) => (
          <li key={file.id} className="w-[156px] flex-none">
            <div className="relative overflow-hidden rounded-card bg-sunk">
              <img
                src={uploads[file.id]?.preview ?? media[file.id]?.picture?.url}
                alt={file.name}
                width={156}
                height={208}
                className="aspect-[3/4] w-full object-cover"
              />
              <IconButton
                label={t.remove(i + 1)}
                className="absolute end-1 top-1 bg-[oklch(.12_.02_258/.6)] text-white"
                onClick={() => removeFile(file.id)}
              >
                <X size={18} />
              </IconButton>
            </div>
            <div className="flex items-center justify-between">
              <IconButton
                label={t.earlier}
                disabled={i === 0}
                className="disabled:opacity-30"
                onClick={() => moveFile(file.id, -1)}
              >
                <ChevronLeft size={18} />
              </IconButton>
              <span className="num text-meta text-ink-2">{i + 1}</span>
              <IconButton
                label={t.later}
                disabled={i === draft.files.length - 1}
                className="disabled:opacity-30"
                onClick={() => moveFile(file.id, 1)}
              >
                <ChevronRight size={18} />
              </IconButton>
            </div>
            <Standing file={file} upload={uploads[file.id]} media={media[file.id]} durationMs={null} small />
          </li>
        ))}
      </ul>
      <div className="mt-2 flex flex-wrap gap-2">
        {draft.files.length < 10 && (
          <PickButton accept="image/*" multiple>
            <Plus size={18} />
            {t.add}
          </PickButton>
        )}
      </div>
    </section>
  )
}

/** How far it is: bytes on the way up, then what the server says of it. */
export function Standing({
  file,
  upload,
  media,
  durationMs,
  small,
}: {
  file: KeptFile
  upload: Upload | undefined
  media: Media | undefined
  durationMs: number | null
  small?: boolean
}) {
  const t = useMore().compose
  const s = useShared()
  const remakeable = useRemakeable(file, upload)
  const part = upload ? upload.sent / Math.max(1, upload.bytes) : file.media ? 1 : 0
  const refusal = upload?.error ?? media?.refusal?.code
  const wrong =
    upload?.state === 'lost' ? (remakeable ? t.lostMade : t.lostFile) : refusal ? errorText(new ApiError(refusal, 0)) : null
  const text = media
    ? media.state === 'ready' || media.watchable !== 'no'
      ? t.ready
      : t.processing(percent(media.progress / 100))
    : upload?.state === 'paused'
      ? t.paused
      : file.media
        ? t.uploaded
        : t.uploading(bytes(upload?.sent ?? 0), bytes(file.bytes))
  return (
    <div className="grid gap-1.5">
      {!small && <p className="truncate font-medium">{file.name}</p>}
      {wrong ? (
        <p role="alert" className="text-meta text-danger">
          {wrong}
        </p>
      ) : (
        <>
          <Progress label={file.name} part={part} />
          <p className="num text-meta text-ink-2">
            {text}
            {!small && durationMs !== null && <span className="text-ink-3"> · {t.duration(clock(durationMs / 1000))}</span>}
          </p>
        </>
      )}
      {upload?.state === 'failed' && (
        <Button className="justify-self-start" onClick={() => retryUpload(file.id)}>
          {s.retry}
        </Button>
      )}
    </div>
  )
}

function Progress({ label, part }: { label: string; part: number }) {
  return (
    <div
      className="h-1 overflow-hidden rounded-full bg-line"
      role="progressbar"
      aria-label={label}
      aria-valuenow={Math.round(part * 100)}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <div className={cx('h-full rounded-full bg-p3 transition-[width] duration-200')} style={{ width: `${part * 100}%` }} />
    </div>
  )
}
