import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { refusal } from '../../i18n/desk/index.ts'
import { percent } from '../../i18n/format.ts'
import { useT } from '../../i18n/studio/index.ts'
import { Plus, X } from '../../ui/core/icons.tsx'
import { IconButton, Thumb } from '../../ui/core/index.ts'
import { uploadPicture } from '../products/upload.ts'

interface FilesProps {
  readonly label: string
  readonly add: string
  readonly remove: string
  readonly ids: readonly string[]
  readonly most: number
  readonly onChange: (next: (now: readonly string[]) => readonly string[]) => void
  readonly onBusy: (busy: boolean) => void
}
interface Running {
  readonly key: number
  readonly name: string
  readonly share: number
  readonly error?: unknown
}
let last = 0

/** A short list of pictures by id: files go up at once, one that fails says why and goes nowhere. */
export function PictureFiles({ label, add, remove, ids, most, onChange, onBusy }: FilesProps) {
  const t = useT()
  const id = useId()
  const [running, setRunning] = useState<readonly Running[]>([])
  const update = (key: number, part: Partial<Running>) => setRunning(now => now.map(r => (r.key === key ? { ...r, ...part } : r)))
  const start = async (file: File) => {
    const key = ++last
    setRunning(now => [...now, { key, name: file.name, share: 0 }])
    onBusy(true)
    try {
      const picture = await uploadPicture(file, share => update(key, { share }))
      onChange(now => (now.length < most ? [...now, picture.id] : now))
      setRunning(now => now.filter(r => r.key !== key))
    } catch (error) {
      update(key, { error })
    } finally {
      onBusy(false)
    }
  }
  return (
    <div role="group" aria-label={label} className="grid gap-2">
      <ul className="m-0 flex list-none flex-wrap gap-3 p-0">
        {ids.map(x => (
          <li key={x} className="relative">
            <Known id={x} />
            <IconButton
              label={remove}
              className="!absolute end-1 top-1 !size-9 bg-surface"
              onClick={() => onChange(now => now.filter(y => y !== x))}
            >
              <X size={18} />
            </IconButton>
          </li>
        ))}
        {ids.length < most && (
          <li>
            <label
              htmlFor={id}
              className="grid size-24 cursor-pointer place-content-center justify-items-center gap-1 rounded-thumb border border-dashed border-line-strong p-2 text-center text-meta text-ink-2 focus-within:outline-2 focus-within:outline-focus hover:bg-sunk"
            >
              <Plus size={20} />
              {add}
              <input
                id={id}
                type="file"
                accept="image/*"
                multiple
                className="sr-only"
                onChange={e => {
                  for (const file of [...(e.target.files ?? [])].slice(0, most - ids.length)) void start(file)
                  e.target.value = ''
                }}
              />
            </label>
          </li>
        )}
      </ul>
      {running.map(r => (
        <p
          key={r.key}
          role={r.error ? 'alert' : 'status'}
          className={r.error ? 'text-meta text-danger' : 'num text-meta text-ink-2'}
        >
          {r.name}: {r.error ? refusal(r.error) : r.share >= 1 ? t.product.processing : t.product.uploading(percent(r.share))}
        </p>
      ))}
    </div>
  )
}

function Known({ id }: { id: string }) {
  const media = useQuery({
    queryKey: ['media', id],
    queryFn: () => ask(api.GET('/v1/media/{id}', { params: { path: { id } } })),
    staleTime: 60 * 60_000,
    retry: false,
  })
  const picture = media.data?.picture
  // A file of another member of the staff is there, and not shown to this one.
  if (!picture)
    return <div className="skeleton size-24 rounded-thumb" style={{ animation: media.isPending ? undefined : 'none' }} />
  return <Thumb src={picture.url} hash={picture.thumbhash} className="size-24 rounded-thumb" />
}
