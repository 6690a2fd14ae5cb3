import { useId } from 'react'
import { ApiError } from '../../client/error.ts'
import { percent } from '../../i18n/format.ts'
import { errorText } from '../../i18n/shared/index.ts'
import { useMore } from '../../i18n/shopper/more/index.ts'
import { Camera, X } from '../../ui/core/icons.tsx'
import { IconButton } from '../../ui/core/index.ts'
import { dropUpload, startUpload, type Upload, useUploads } from './uploads.ts'

const most = 6
interface TilesProps {
  readonly title: string
  readonly hint: string
  readonly files: readonly string[]
  readonly onChange: (files: readonly string[]) => void
  /** One clip beside the pictures. */
  readonly video?: boolean
}
/** Up to six pictures; each says how far its upload is. */
export function UploadTiles({ title, hint, files, onChange, video = false }: TilesProps) {
  const id = useId()
  const all = useUploads()
  const uploads = files.flatMap(f => all[f] ?? [])
  const room = most - uploads.filter(u => u.kind === 'picture').length
  const noClip = video && !uploads.some(u => u.kind === 'video')
  const add = (picked: readonly File[]) => {
    const images = picked.filter(f => f.type.startsWith('image/')).slice(0, room)
    const videos = noClip ? picked.filter(f => !f.type.startsWith('image/')).slice(0, 1) : []
    onChange([...files, ...[...videos, ...images].map(f => startUpload(f))])
  }
  const remove = (file: string) => {
    onChange(files.filter(f => f !== file))
    void dropUpload(file)
  }
  return (
    <section className="grid gap-2">
      <h3 className="font-medium">{title}</h3>
      <p className="text-meta text-ink-2">{hint}</p>
      <div className="flex flex-wrap gap-2">
        {uploads.map((u, i) => (
          <Tile key={u.id} upload={u} place={i + 1} remove={() => remove(u.id)} />
        ))}
        {(room > 0 || noClip) && (
          <label
            htmlFor={id}
            className="grid size-24 cursor-pointer place-items-center rounded-thumb text-ink-2 shadow-[inset_0_0_0_1px_var(--line-strong)] has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-focus"
          >
            <Camera />
            <input
              id={id}
              type="file"
              className="sr-only"
              aria-label={title}
              multiple
              accept={video ? 'image/*,video/*' : 'image/*'}
              onChange={event => {
                add([...(event.target.files ?? [])])
                event.target.value = ''
              }}
            />
          </label>
        )}
      </div>
    </section>
  )
}

function Tile({ upload: u, place, remove }: { upload: Upload; place: number; remove: () => void }) {
  const t = useMore().compose
  const look = 'size-24 rounded-thumb bg-sunk object-cover'
  return (
    <div className="relative w-24">
      {u.kind === 'picture' ? (
        <img src={u.preview ?? undefined} alt={u.name} className={look} />
      ) : (
        <video src={u.preview ?? undefined} muted playsInline aria-label={u.name} className={look} />
      )}
      <IconButton
        label={t.remove(place)}
        className="absolute -end-1 -top-1 bg-[oklch(.12_.02_258/.6)] text-white"
        onClick={remove}
      >
        <X size={16} />
      </IconButton>
      <p className={u.error ? 'text-caption text-danger' : 'num text-caption text-ink-2'}>
        {u.error ? errorText(new ApiError(u.error, 0)) : u.state === 'sent' ? t.uploaded : percent(u.sent / Math.max(1, u.bytes))}
      </p>
    </div>
  )
}
