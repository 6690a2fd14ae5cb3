import { type DragEvent, useEffect, useId, useRef, useState } from 'react'
import { refusal } from '../../i18n/desk/index.ts'
import { percent } from '../../i18n/format.ts'
import { useT } from '../../i18n/studio/index.ts'
import { ChevronLeft, ChevronRight, Plus, X } from '../../ui/core/icons.tsx'
import { IconButton, Thumb } from '../../ui/core/index.ts'
import { KindSign, Panel } from '../../ui/desk/index.ts'
import type { DraftPicture } from './draft.ts'
import { uploadPicture } from './upload.ts'

interface Running {
  readonly key: number
  readonly preview: string
  readonly share: number
  readonly error?: unknown
}
let last = 0
const most = 20

interface PicturesProps {
  readonly value: readonly DraftPicture[]
  readonly onChange: (next: (now: readonly DraftPicture[]) => readonly DraftPicture[]) => void
  /** Whether files are still on their way: saving or leaving now would lose them. */
  readonly onBusy: (busy: boolean) => void
}
/** Pictures in their order; files upload at once, and every move has a button. */
export function Pictures({ value, onChange, onBusy }: PicturesProps) {
  const t = useT()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [running, setRunning] = useState<readonly Running[]>([])
  const [over, setOver] = useState(false)
  const busy = running.some(r => !r.error)
  useEffect(() => onBusy(busy), [busy, onBusy])
  const update = (key: number, part: Partial<Running>) => setRunning(now => now.map(r => (r.key === key ? { ...r, ...part } : r)))
  const drop = (key: number) => setRunning(now => now.filter(r => r.key !== key))
  const start = async (file: File) => {
    const key = ++last
    setRunning(now => [...now, { key, preview: URL.createObjectURL(file), share: 0 }])
    try {
      const picture = await uploadPicture(file, share => update(key, { share }))
      onChange(now => (now.length < most ? [...now, picture] : now))
      drop(key)
    } catch (error) {
      update(key, { error })
    }
  }
  const add = (files: FileList | null) => {
    for (const file of [...(files ?? [])].slice(0, most - value.length)) if (file.type.startsWith('image/')) void start(file)
    if (input.current) input.current.value = ''
  }
  const move = (at: number, by: number) =>
    onChange(now => {
      const next = [...now]
      const [taken] = next.splice(at, 1)
      if (taken) next.splice(at + by, 0, taken)
      return next
    })
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    add(event.dataTransfer.files)
  }
  return (
    <Panel title={t.product.pictures} aside={<span className="text-meta text-ink-2">{t.product.picturesHint}</span>}>
      <ul
        className={`grid grid-cols-[repeat(auto-fill,minmax(128px,1fr))] gap-3 rounded-chip ${over ? 'outline-2 outline-offset-4 outline-focus outline-dashed' : ''}`}
        onDragOver={e => {
          e.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        {value.map((p, i) => (
          <PictureTile
            key={p.id}
            picture={p}
            first={i === 0}
            final={i === value.length - 1}
            move={by => move(i, by)}
            remove={() => onChange(now => now.filter(x => x.id !== p.id))}
          />
        ))}
        {running.map(r => (
          <RunningTile key={r.key} running={r} remove={() => drop(r.key)} />
        ))}
        {value.length + running.length < most && (
          <li>
            <label
              htmlFor={id}
              className="grid aspect-square cursor-pointer place-content-center justify-items-center gap-1 rounded-thumb border border-dashed border-line-strong p-2 text-center text-meta text-ink-2 focus-within:outline-2 focus-within:outline-focus hover:bg-sunk"
            >
              <Plus size={20} />
              {t.product.addPictures}
              <input
                ref={input}
                id={id}
                type="file"
                accept="image/*"
                multiple
                className="sr-only"
                onChange={e => add(e.target.files)}
              />
            </label>
          </li>
        )}
      </ul>
    </Panel>
  )
}

interface TileProps {
  readonly picture: DraftPicture
  readonly first: boolean
  readonly final: boolean
  readonly move: (by: number) => void
  readonly remove: () => void
}
function PictureTile({ picture, first, final, move, remove }: TileProps) {
  const t = useT()
  return (
    <li className="grid gap-1">
      <div className="relative">
        <Thumb src={picture.url} hash={picture.thumbhash} className="aspect-square w-full rounded-thumb" />
        {first && (
          <span className="absolute start-2 top-2">
            <KindSign>{t.product.cover}</KindSign>
          </span>
        )}
      </div>
      <div className="flex justify-between">
        <IconButton label={t.product.forward} className="!size-9" disabled={first} onClick={() => move(-1)}>
          <ChevronLeft size={18} />
        </IconButton>
        <IconButton label={t.product.removePicture} className="!size-9" onClick={remove}>
          <X size={18} />
        </IconButton>
        <IconButton label={t.product.backward} className="!size-9" disabled={final} onClick={() => move(1)}>
          <ChevronRight size={18} />
        </IconButton>
      </div>
    </li>
  )
}

function RunningTile({ running, remove }: { running: Running; remove: () => void }) {
  const t = useT()
  const done = running.share >= 1
  return (
    <li className="grid content-start gap-1">
      <img src={running.preview} alt="" className="aspect-square w-full rounded-thumb object-cover opacity-60" />
      {running.error ? (
        <p role="alert" className="text-caption text-danger">
          {refusal(running.error)}{' '}
          <button type="button" className="underline" onClick={remove}>
            {t.product.removePicture}
          </button>
        </p>
      ) : (
        <p className="num text-caption text-ink-2" role="status">
          <progress className="desk-progress" value={running.share} />
          {done ? t.product.processing : t.product.uploading(percent(running.share))}
        </p>
      )}
    </li>
  )
}
