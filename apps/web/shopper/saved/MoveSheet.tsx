import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { errorText } from '../../i18n/shared/index.ts'
import { useNoticeWords } from '../../i18n/shopper/notices/index.ts'
import { Bookmark, Check, Folder, Plus } from '../../ui/core/icons.tsx'
import { Sheet, toast } from '../../ui/core/index.ts'
import { type Collection, changeCollection, makeCollection, moveSave } from './collections.ts'
import { NameSheet } from './NameSheet.tsx'

const row = 'flex min-h-13 w-full items-center gap-3 text-start font-medium'
export interface Saving {
  readonly id: string
  readonly collection: string | null
}
interface Props {
  readonly save: Saving
  readonly collections: readonly Collection[]
  readonly onClose: () => void
}
/** Where a save goes: one of the collections, a new one, or none; and whether it is the cover of the one that it is in. */
export function MoveSheet({ save, collections, onClose }: Props) {
  const t = useNoticeWords().collections
  const [making, setMaking] = useState(false)
  const doing = useMutation({
    mutationFn: async ({ act }: { act: () => Promise<unknown>; said: string }) => act(),
    onSuccess: (_, { said }) => {
      toast(said)
      onClose()
    },
    onError: error => toast(errorText(error)),
  })
  const into = (c: Collection) => doing.mutate({ act: () => moveSave(save.id, c.id), said: t.moved(c.name) })
  if (making)
    return (
      <NameSheet
        title={t.make}
        deed={t.create}
        first=""
        act={async name => {
          const made = await makeCollection(name)
          await moveSave(save.id, made.id)
          toast(t.moved(made.name))
        }}
        onClose={onClose}
      />
    )
  return (
    <Sheet title={t.move} small onClose={onClose}>
      <ul className="divide-y divide-line">
        {collections.map(c => (
          <li key={c.id}>
            <button
              type="button"
              className={row}
              disabled={doing.isPending}
              aria-pressed={c.id === save.collection}
              onClick={() => into(c)}
            >
              <Folder size={20} />
              <span className="min-w-0 flex-1 truncate">{c.name}</span>
              {c.id === save.collection && <Check size={20} />}
            </button>
          </li>
        ))}
        <li>
          <button type="button" className={row} onClick={() => setMaking(true)}>
            <Plus size={20} />
            {t.make}
          </button>
        </li>
        {save.collection && (
          <>
            <li>
              <button
                type="button"
                className={row}
                disabled={doing.isPending}
                onClick={() =>
                  doing.mutate({ act: () => changeCollection(save.collection as string, { cover: save.id }), said: t.covered })
                }
              >
                <Bookmark size={20} />
                {t.cover}
              </button>
            </li>
            <li>
              <button
                type="button"
                className={`${row} text-ink-2`}
                disabled={doing.isPending}
                onClick={() => doing.mutate({ act: () => moveSave(save.id, null), said: t.out })}
              >
                <Folder size={20} />
                {t.none}
              </button>
            </li>
          </>
        )}
      </ul>
    </Sheet>
  )
}
