import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { ApiError } from '../../client/error.ts'
import { dateTime, percent } from '../../i18n/format.ts'
import { errorText } from '../../i18n/shared/index.ts'
import { drafts, useDrafts } from '../../i18n/shopper/drafts/index.ts'
import { more, useMore } from '../../i18n/shopper/more/index.ts'
import { TriangleAlert } from '../../ui/core/icons.tsx'
import { Spinner, toast } from '../../ui/core/index.ts'
import { useUploads } from '../upload/uploads.ts'
import { dismiss, mend, type Outgoing, useOutgoing } from './outgoing.ts'

/** A small word in the corner about the post on its way; pressing it leads to what can be done. */
export function OutgoingChip() {
  const items = useOutgoing(s => s.items)
  const navigate = useNavigate()
  const live = items.find(o => ['live', 'scheduled', 'kept'].includes(o.phase))
  useEffect(() => {
    if (!live) return
    const { post, key, phase, draft } = live
    dismiss(key)
    const { kept, scheduled } = drafts()
    if (phase === 'kept') return void toast(kept)
    if (phase === 'scheduled') return void toast(scheduled(dateTime(draft.at ?? '')))
    toast(more().compose.live, {
      label: more().compose.see,
      run: () => post && void navigate({ to: '/p/$post', params: { post } }),
    })
  }, [live, navigate])
  const item = items.find(o => o.phase === 'failed') ?? items[0]
  if (!item || item === live) return null
  const open = () => {
    if (item.phase !== 'failed') return void navigate({ to: '/me' })
    // Of a lost file the composer says what can be done.
    if (item.error !== 'lost') toast(errorText(new ApiError(item.error ?? 'unknown', 0)))
    if (item.saved) {
      dismiss(item.key)
      return void navigate({ to: '/me' })
    }
    mend(item.key)
    void navigate({ to: '/create' })
  }
  return <Pill item={item} onOpen={open} />
}

function Pill({ item, onOpen }: { item: Outgoing; onOpen: () => void }) {
  const t = useMore().compose.chip
  const d = useDrafts()
  const ids = item.draft.files.map(f => f.id)
  const [sent, all, paused] = useUploads(
    useShallow(s => {
      const uploads = ids.flatMap(id => s[id] ?? [])
      return [
        uploads.reduce((n, u) => n + u.sent, 0),
        uploads.reduce((n, u) => n + u.bytes, 0),
        uploads.some(u => u.state === 'paused'),
      ] as const
    }),
  )
  const failed = item.phase === 'failed'
  const text = failed
    ? t.failed
    : item.phase === 'processing'
      ? t.publishing(percent(item.progress / 100))
      : paused
        ? t.waiting
        : all > 0
          ? t.uploading(percent(sent / all))
          : d.keeping
  return (
    <button
      type="button"
      onClick={onOpen}
      className="fixed end-3 bottom-[calc(var(--bar)+12px)] z-40 flex min-h-11 items-center gap-2 rounded-button bg-raised px-4 text-meta font-semibold text-ink shadow-[var(--shadow)]"
    >
      {failed ? <TriangleAlert size={16} className="text-danger" /> : <Spinner />}
      <span className="num" aria-live="polite">
        {text}
      </span>
    </button>
  )
}
