import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useMe } from '../../client/me.ts'
import type { Comment } from '../../client/types.ts'
import { useShared } from '../../i18n/shared/index.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { MessageCircle } from '../../ui/core/icons.tsx'
import { Button, Empty, ErrorBox, Sheet, Skeleton } from '../../ui/core/index.ts'
import { useMarks } from '../marks.ts'
import { useSlide } from '../use-slide.ts'
import { CommentBox } from './CommentBox.tsx'
import { CommentRow } from './CommentRow.tsx'
import { useComments } from './comments.ts'
import type { PostSheetProps } from './sheet.ts'

export default function CommentsSheet({ sheet, onClose, onHeight }: PostSheetProps) {
  const t = useT().comments
  const shared = useShared()
  const me = useMe()
  const { data: slide } = useSlide(sheet.post)
  const written = useMarks(s => s.comments[sheet.post] ?? 0)
  const [replyTo, setReplyTo] = useState<Comment | null>(null)
  const list = useComments(sheet.post, null)
  const comments = list.data?.pages.flatMap(p => p.items) ?? []
  const foot = me?.member ? (
    <CommentBox post={sheet.post} replyTo={replyTo} onDone={() => setReplyTo(null)} />
  ) : (
    <Link to="/sign-in" search={{ next: `/p/${sheet.post}` }} className="btn flex-1" data-kind="plain">
      {t.signIn}
    </Link>
  )
  return (
    <Sheet title={t.title((slide?.counts.comments ?? 0) + written)} onClose={onClose} onHeight={onHeight} clear foot={foot}>
      <div className="min-h-[36dvh]">
        {list.isPending && <Waiting />}
        {list.error && <ErrorBox error={list.error} retry={() => void list.refetch()} />}
        {list.data && comments.length === 0 && <Empty icon={<MessageCircle size={32} />} title={t.empty} text={t.emptyText} />}
        {comments.map(comment => (
          <CommentRow key={comment.id} comment={comment} onReply={setReplyTo} />
        ))}
        {list.hasNextPage && (
          <Button kind="quiet" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {shared.showMore}
          </Button>
        )}
      </div>
    </Sheet>
  )
}

function Waiting() {
  return (
    <div className="grid gap-5 py-3" aria-hidden="true">
      {[70, 90, 55].map(width => (
        <div key={width} className="flex gap-3">
          <Skeleton className="size-9 rounded-full" />
          <div className="grid flex-1 gap-2">
            <Skeleton className="h-3 w-24" />
            <div style={{ width: `${width}%` }}>
              <Skeleton className="h-4" />
            </div>
          </div>
        </div>
      ))}
    </div>
  )
}
