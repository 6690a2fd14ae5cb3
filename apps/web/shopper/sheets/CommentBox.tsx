import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { newKey } from '../../client/api.ts'
import { wish } from '../../client/outbox.ts'
import type { Comment } from '../../client/types.ts'
import { errorText, useShared } from '../../i18n/shared/index.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { Send, X } from '../../ui/core/icons.tsx'
import { IconButton, toast } from '../../ui/core/index.ts'
import { commented } from '../marks.ts'

/** Enter sends, but not while an input method is still composing. */
export function CommentBox({ post, replyTo, onDone }: { post: string; replyTo: Comment | null; onDone: () => void }) {
  const t = useT().comments
  const shared = useShared()
  const client = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const kept = `enishi.comment.${post}`
  const [text, setText] = useState(() => sessionStorage.getItem(kept) ?? '')
  useEffect(() => sessionStorage.setItem(kept, text), [kept, text])
  useEffect(() => {
    if (replyTo) input.current?.focus()
  }, [replyTo])
  const send = useMutation({
    mutationFn: () => {
      const key = newKey()
      const body = { text: text.trim(), parent: replyTo ? (replyTo.parent ?? replyTo.id) : null }
      return wish({ about: `comment:${key}`, method: 'POST', path: `/v1/posts/${post}/comments`, body, key })
    },
    onSuccess: how => {
      setText('')
      if (how === 'kept') toast(t.kept)
      commented(post, 1)
      onDone()
      void client.invalidateQueries({ queryKey: ['comments', post] })
    },
  })
  const submit = () => text.trim() && !send.isPending && send.mutate()
  return (
    <div className="grid flex-1 gap-2">
      {replyTo && (
        <div className="flex items-center gap-2 text-meta text-ink-2">
          <span className="flex-1 truncate">{t.replyTo(replyTo.author.name)}</span>
          <button type="button" aria-label={shared.cancel} onClick={onDone}>
            <X size={16} />
          </button>
        </div>
      )}
      {send.error && (
        <p role="alert" className="text-meta text-danger">
          {errorText(send.error)}
        </p>
      )}
      <div className="field !flex items-center gap-1">
        <input
          ref={input}
          aria-label={t.write}
          placeholder={replyTo ? t.replyTo(replyTo.author.name) : t.write}
          value={text}
          maxLength={1000}
          enterKeyHint="send"
          onChange={event => setText(event.target.value)}
          onKeyDown={event => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) submit()
          }}
        />
        <IconButton
          label={t.send}
          disabled={!text.trim() || send.isPending}
          className="text-link disabled:text-ink-3"
          onClick={submit}
        >
          <Send />
        </IconButton>
      </div>
    </div>
  )
}
