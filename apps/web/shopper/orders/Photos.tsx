import { useId } from 'react'
import { ApiError } from '../../client/error.ts'
import { percent } from '../../i18n/format.ts'
import { errorText } from '../../i18n/shared/index.ts'
import { useMore } from '../../i18n/shopper/more/index.ts'
import { useReturns } from '../../i18n/shopper/returns/index.ts'
import { Camera, X } from '../../ui/core/icons.tsx'
import { IconButton } from '../../ui/core/index.ts'
import { dropUpload, startUpload, useUploads } from '../upload/uploads.ts'

const most = 6
/** Pictures of what is wrong; each says how far its upload is. */
export function Photos({ files, onChange }: { files: readonly string[]; onChange: (files: readonly string[]) => void }) {
  const t = useReturns()
  const m = useMore().compose
  const id = useId()
  const all = useUploads()
  const uploads = files.flatMap(f => all[f] ?? [])
  const add = (picked: readonly File[]) => {
    const images = picked.filter(f => f.type.startsWith('image/')).slice(0, most - files.length)
    onChange([...files, ...images.map(startUpload)])
  }
  const remove = (file: string) => {
    onChange(files.filter(f => f !== file))
    void dropUpload(file)
  }
  return (
    <section className="grid gap-2">
      <h3 className="font-medium">{t.photos}</h3>
      <p className="text-meta text-ink-2">{t.photosHint}</p>
      <div className="flex flex-wrap gap-2">
        {uploads.map((u, i) => (
          <div key={u.id} className="relative w-24">
            <img src={u.preview ?? undefined} alt={u.name} className="size-24 rounded-thumb object-cover" />
            <IconButton
              label={m.remove(i + 1)}
              className="absolute -end-1 -top-1 bg-[oklch(.12_.02_258/.6)] text-white"
              onClick={() => remove(u.id)}
            >
              <X size={16} />
            </IconButton>
            <p className={u.error ? 'text-caption text-danger' : 'num text-caption text-ink-2'}>
              {u.error
                ? errorText(new ApiError(u.error, 0))
                : u.state === 'sent'
                  ? m.uploaded
                  : percent(u.sent / Math.max(1, u.bytes))}
            </p>
          </div>
        ))}
        {files.length < most && (
          <label
            htmlFor={id}
            className="grid size-24 cursor-pointer place-items-center rounded-thumb text-ink-2 shadow-[inset_0_0_0_1px_var(--line-strong)] has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-focus"
          >
            <Camera />
            <input
              id={id}
              type="file"
              className="sr-only"
              aria-label={t.photos}
              multiple
              accept="image/*"
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
