import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { newKey } from '../../client/api.ts'
import { ApiError } from '../../client/error.ts'
import { wish } from '../../client/outbox.ts'
import { queryClient } from '../../client/query.ts'
import { dropRefused, keepRefused, type Refused, useRefused } from '../../client/refused.ts'
import { errorText } from '../../i18n/shared/index.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { useRefusedWords } from '../../i18n/shopper/refused/index.ts'
import { TriangleAlert } from '../../ui/core/icons.tsx'
import { Button, Sheet, TextArea, toast } from '../../ui/core/index.ts'
import { commented } from '../marks.ts'
import { copy } from './share-link.ts'

/** As long as a comment may be (rooms/social/wire.ts). */
const longest = 1000

/** Says that comments were refused after they had waited; pressing it shows them, with what can be done. */
export default function RefusedChip() {
  const t = useRefusedWords()
  const items = useRefused(s => s.items)
  const [open, setOpen] = useState(false)
  return (
    <>
      <div role="alert" className="refused-chip">
        <button
          type="button"
          onClick={() => setOpen(true)}
          className="flex min-h-11 items-center gap-2 rounded-button bg-raised px-4 text-meta font-semibold text-ink shadow-[var(--shadow)]"
        >
          <TriangleAlert size={16} className="flex-none text-danger" />
          {t.chip(items.length)}
        </button>
      </div>
      {open && (
        <Sheet title={t.title} onClose={() => setOpen(false)}>
          <p className="mb-4 text-meta text-ink-2">{t.text}</p>
          <ul className="grid gap-6">
            {items.map(item => (
              <li key={item.wish.about} className="grid gap-3 border-t border-line pt-4">
                <Words item={item} />
              </li>
            ))}
          </ul>
        </Sheet>
      )}
    </>
  )
}

interface Body {
  readonly text: string
  readonly parent: string | null
}
function Words({ item }: { item: Refused }) {
  const t = useRefusedWords()
  const { kept } = useT().comments
  const { about, path } = item.wish
  const body = item.wish.body as Body
  const post = /^\/v1\/posts\/([^/]+)\//.exec(path)?.[1]
  const change = (text: string) => keepRefused({ ...item.wish, body: { ...body, text } }, item.code)
  const again = useMutation({
    mutationFn: () => {
      const key = newKey()
      return wish({ ...item.wish, about: `comment:${key}`, key, body: { ...body, text: body.text.trim() } })
    },
    onSuccess: how => {
      dropRefused(about)
      toast(how === 'kept' ? kept : t.sent)
      if (!post) return
      commented(post, 1)
      void queryClient.invalidateQueries({ queryKey: ['comments', post] })
    },
    onError: error => error instanceof ApiError && keepRefused(item.wish, error.code),
  })
  const tooLong = body.text.length > longest
  const gone = item.code === 'not_found'
  return (
    <>
      <p className="text-meta text-danger">
        {tooLong ? t.tooLong(longest) : gone ? t.gone : errorText(new ApiError(item.code, 0))}
      </p>
      <TextArea label={body.parent ? t.reply : t.comment} value={body.text} onChange={e => change(e.target.value)} />
      <div className="flex flex-wrap gap-2">
        <Button kind="act" busy={again.isPending} disabled={tooLong || body.text.trim() === ''} onClick={() => again.mutate()}>
          {t.again}
        </Button>
        <Button onClick={() => void copy(body.text).then(done => toast(done ? t.copied : t.notCopied))}>{t.copy}</Button>
        <Button kind="quiet" onClick={() => dropRefused(about)}>
          {t.discard}
        </Button>
        {post && !gone && (
          <Link to="/p/$post" params={{ post }} className="btn" data-kind="quiet">
            {t.open}
          </Link>
        )}
      </div>
    </>
  )
}
