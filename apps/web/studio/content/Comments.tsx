import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { api, ask } from '../../client/api.ts'
import { queryClient } from '../../client/query.ts'
import type { Comment } from '../../client/types.ts'
import { useContent } from '../../i18n/studio/content/index.ts'
import { MessageCircle } from '../../ui/core/icons.tsx'
import { Avatar, Empty, toast } from '../../ui/core/index.ts'
import { KindSign, MoreButton, Problem, RowsLoading, Time } from '../../ui/desk/index.ts'
import { ReplyForm } from '../ReplyForm.tsx'
import { useMyShop } from '../shop-choice.ts'

/** Comments under the shop's posts that nobody who works here has answered yet. */
export function Comments() {
  const t = useContent()
  const { shop } = useMyShop()
  const comments = useInfiniteQuery({
    queryKey: ['unanswered-comments', shop],
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/v1/shops/{shop}/unanswered-comments', {
          params: { path: { shop }, query: { limit: 20, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: page => page.next,
  })
  const rows = comments.data?.pages.flatMap(p => p.items) ?? []
  return (
    <div className="max-w-[820px]">
      <p className="mb-3 text-meta text-ink-2">{t.commentsNote}</p>
      {comments.isPending && <RowsLoading rows={4} />}
      {!comments.data && <Problem error={comments.error} retry={() => void comments.refetch()} />}
      {comments.data && rows.length === 0 && (
        <Empty icon={<MessageCircle size={32} />} title={t.noComments} text={t.noCommentsText} />
      )}
      <ul className="m-0 grid list-none gap-3 p-0">
        {rows.map(c => (
          <li key={c.id} className="panel">
            <Row comment={c} />
          </li>
        ))}
      </ul>
      {comments.data && <MoreButton pages={comments} />}
    </div>
  )
}

function Row({ comment }: { comment: Comment }) {
  const t = useContent()
  const post = useQuery({
    queryKey: ['post-words', comment.post],
    queryFn: () => ask(api.GET('/v1/posts/{id}', { params: { path: { id: comment.post } } })),
    staleTime: 5 * 60_000,
    retry: false,
  }).data
  return (
    <article className="grid gap-2">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Avatar name={comment.author.name} src={comment.author.picture} size={32} />
        <span className="font-semibold">{comment.author.name}</span>
        {comment.boughtThis && <KindSign>{t.bought}</KindSign>}
        <span className="ms-auto text-meta text-ink-2">
          <Time at={comment.at} as="ago" />
        </span>
      </header>
      <p className="max-w-[66ch] whitespace-pre-line">{comment.text}</p>
      <p className="text-meta text-ink-2">
        {t.under} <a href={`/p/${comment.post}`}>{post?.caption || t.unnamed}</a>
        {comment.replies > 0 && ` · ${t.replies(comment.replies)}`}
      </p>
      <Answer comment={comment} />
    </article>
  )
}

function Answer({ comment }: { comment: Comment }) {
  const t = useContent()
  return (
    <ReplyForm
      words={{ open: t.answer, hint: t.answerHint, send: t.send, keep: t.keep }}
      maxLength={1000}
      send={text =>
        ask(api.POST('/v1/posts/{id}/comments', { params: { path: { id: comment.post } }, body: { text, parent: comment.id } }))
      }
      onSent={() => {
        toast(t.sent)
        void queryClient.invalidateQueries({ queryKey: ['unanswered-comments'] })
      }}
    />
  )
}
