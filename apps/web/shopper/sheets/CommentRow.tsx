import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api, ask } from '../../client/api.ts'
import type { Comment } from '../../client/types.ts'
import { ago } from '../../i18n/format.ts'
import { errorText, useShared } from '../../i18n/shared/index.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { Avatar, Badge, toast } from '../../ui/core/index.ts'
import { commented } from '../marks.ts'
import { useComments } from './comments.ts'
import { useSheet } from './sheet.ts'

export function CommentRow({
  comment,
  onReply,
  small,
}: {
  comment: Comment
  onReply: (comment: Comment) => void
  small?: boolean
}) {
  const t = useT().comments
  const { open } = useSheet()
  const remove = useRemoval(comment)
  const { author } = comment
  const act = 'min-h-[28px] text-meta font-medium text-ink-2'
  return (
    <div className="flex gap-3 py-3">
      <Link to="/u/$handle" params={{ handle: author.handle }} className="flex-none" aria-label={author.name}>
        <Avatar name={author.name} src={author.picture} size={small ? 28 : 36} />
      </Link>
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-2">
          <b className="truncate text-meta font-semibold">{author.name}</b>
          {comment.boughtThis && <Badge tone="ok">✓ {t.bought}</Badge>}
        </div>
        <p className="whitespace-pre-line [overflow-wrap:anywhere]">{comment.text}</p>
        <div className="flex items-center gap-4">
          <time dateTime={comment.at} className="text-meta text-ink-3">
            {ago(comment.at)}
          </time>
          <button type="button" className={act} onClick={() => onReply(comment)}>
            {t.reply}
          </button>
          {comment.mine ? (
            <button type="button" className={act} disabled={remove.isPending} onClick={() => remove.mutate()}>
              {t.delete}
            </button>
          ) : (
            <button
              type="button"
              className={act}
              onClick={() => open({ kind: 'report', subject: { kind: 'comment', id: comment.id } })}
            >
              {t.report}
            </button>
          )}
        </div>
        {!small && comment.replies > 0 && <Replies comment={comment} onReply={onReply} />}
      </div>
    </div>
  )
}

function useRemoval(comment: Comment) {
  const t = useT().comments
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => ask(api.DELETE('/v1/comments/{id}', { params: { path: { id: comment.id } } })),
    onSuccess: () => {
      commented(comment.post, -1)
      toast(t.deleted)
      void client.invalidateQueries({ queryKey: ['comments', comment.post] })
    },
    onError: error => toast(errorText(error)),
  })
}

function Replies({ comment, onReply }: { comment: Comment; onReply: (comment: Comment) => void }) {
  const t = useT().comments
  const shared = useShared()
  const [shown, setShown] = useState(false)
  const list = useComments(comment.post, comment.id, shown)
  if (!shown)
    return (
      <button type="button" className="min-h-[32px] text-meta font-semibold text-link" onClick={() => setShown(true)}>
        {t.replies(comment.replies)}
      </button>
    )
  const replies = list.data?.pages.flatMap(p => p.items) ?? []
  return (
    <div>
      {list.isPending && <span className="text-meta text-ink-3">{shared.loading}</span>}
      {replies.map(reply => (
        <CommentRow key={reply.id} comment={reply} onReply={() => onReply(comment)} small />
      ))}
    </div>
  )
}
