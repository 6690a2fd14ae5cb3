import { useState } from 'react'
import { useNoticeWords } from '../../i18n/shopper/notices/index.ts'
import { Bookmark, Folder, Pencil, Plus, Trash2 } from '../../ui/core/icons.tsx'
import { cx, IconButton, Thumb, toast } from '../../ui/core/index.ts'
import { ConfirmSheet } from '../parts/ConfirmSheet.tsx'
import { useCards } from '../parts/use-cards.ts'
import { useSlide } from '../use-slide.ts'
import { type Collection, changeCollection, dropCollection, makeCollection } from './collections.ts'
import { NameSheet } from './NameSheet.tsx'

interface StripProps {
  readonly collections: readonly Collection[]
  readonly now: Collection | undefined
  readonly onPick: (id: string | undefined) => void
}
/** The collections as a row of covers; the chosen one can be renamed and deleted. */
export function CollectionStrip({ collections, now, onPick }: StripProps) {
  const t = useNoticeWords().collections
  const [sheet, setSheet] = useState<'make' | 'rename' | 'remove' | null>(null)
  const products = useCards(collections.flatMap(c => (c.cover?.kind === 'product' ? [c.cover.id] : [])))
  const pictures = new Map(products.data?.map(p => [p.id, p.picture]))
  const close = () => setSheet(null)
  return (
    <section aria-label={t.label} className="grid gap-2">
      <div className="hide-scroll -mx-4 flex gap-3 overflow-x-auto scroll-px-4 px-4 py-1">
        <Tile label={t.all} on={!now} onClick={() => onPick(undefined)}>
          <Bookmark />
        </Tile>
        {collections.map(c => (
          <Tile key={c.id} label={c.name} count={c.count} on={c.id === now?.id} onClick={() => onPick(c.id)}>
            {c.cover?.kind === 'post' ? (
              <PostCover post={c.cover.id} />
            ) : c.cover ? (
              <Cover src={pictures.get(c.cover.id) ?? undefined} />
            ) : (
              <Folder />
            )}
          </Tile>
        ))}
        <Tile label={t.make} on={false} onClick={() => setSheet('make')}>
          <Plus />
        </Tile>
      </div>
      {now && (
        <div className="flex items-center gap-1">
          <h2 className="min-w-0 flex-1 truncate text-lead font-semibold">{now.name}</h2>
          <IconButton label={t.rename} onClick={() => setSheet('rename')}>
            <Pencil size={20} />
          </IconButton>
          <IconButton label={t.remove} className="-me-2.5" onClick={() => setSheet('remove')}>
            <Trash2 size={20} />
          </IconButton>
        </div>
      )}
      {sheet === 'make' && (
        <NameSheet
          title={t.make}
          deed={t.create}
          first=""
          act={async name => onPick((await makeCollection(name)).id)}
          onClose={close}
        />
      )}
      {sheet === 'rename' && now && (
        <NameSheet
          title={t.rename}
          deed={t.rename}
          first={now.name}
          act={name => changeCollection(now.id, { name })}
          onClose={close}
        />
      )}
      {sheet === 'remove' && now && (
        <ConfirmSheet
          title={t.removeSure(now.name)}
          deed={t.remove}
          act={() => dropCollection(now.id)}
          onDone={() => {
            onPick(undefined)
            toast(t.removed)
          }}
          onClose={close}
        >
          <p className="text-ink-2">{t.removeText}</p>
        </ConfirmSheet>
      )}
    </section>
  )
}

interface TileProps {
  readonly label: string
  readonly count?: number
  readonly on: boolean
  readonly onClick: () => void
  readonly children: React.ReactNode
}
function Tile({ label, count, on, onClick, children }: TileProps) {
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={onClick}
      className="grid w-20 flex-none justify-items-center gap-1.5 text-center"
    >
      <span
        className={cx(
          'relative grid size-[72px] place-items-center overflow-hidden rounded-card bg-sunk text-ink-2',
          on && 'outline-2 outline-offset-2 outline-ink',
        )}
      >
        {children}
      </span>
      <span className={cx('line-clamp-2 w-full text-caption break-words', on ? 'font-semibold' : 'text-ink-2')}>
        {label}
        {count !== undefined && count > 0 && <span className="num text-ink-3"> {count}</span>}
      </span>
    </button>
  )
}

const Cover = ({ src, hash }: { src: string | undefined; hash?: string | undefined }) => (
  <Thumb src={src} hash={hash} width={72} height={72} className="size-full object-cover" />
)
function PostCover({ post }: { post: string }) {
  const { data } = useSlide(post)
  const picture = data?.pictures[0]
  return <Cover src={data?.video?.poster ?? picture?.url} hash={data?.video?.thumbhash ?? picture?.thumbhash} />
}
