import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api, ask, type Reply } from '../../client/api.ts'
import { ApiError } from '../../client/error.ts'
import { langTag } from '../../i18n/core.ts'
import { ago, dateTime, percent } from '../../i18n/format.ts'
import { errorText } from '../../i18n/shared/index.ts'
import { drafts, useDrafts } from '../../i18n/shopper/drafts/index.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { useMore } from '../../i18n/shopper/more/index.ts'
import { ChartNoAxesColumn, Info, SquarePlay, Trash2 } from '../../ui/core/icons.tsx'
import { Badge, Button, Empty, IconButton, Skeleton, Thumb, toast } from '../../ui/core/index.ts'
import { useOutgoing } from '../compose/outgoing.ts'
import { ConfirmSheet } from '../parts/ConfirmSheet.tsx'
import { List } from '../parts/List.tsx'
import { usePages } from '../parts/pages.ts'
import { useSheet } from '../sheets/sheet.ts'
import { Removal } from './Removal.tsx'

export type MyPost = Reply<'GET /v1/me/posts'>['items'][number]

/** My posts in every state: on their way with progress, refused with the reason, removed with the decision. */
export function MyPosts() {
  const t = useMore().me
  const pages = usePages(['me', 'posts'], cursor => ask(api.GET('/v1/me/posts', { params: { query: { limit: 20, ...cursor } } })))
  return (
    <List
      pages={pages}
      waiting={
        <div className="grid gap-3" aria-busy="true">
          {[0, 1, 2].map(i => (
            <Skeleton key={i} className="h-[112px]" />
          ))}
        </div>
      }
      empty={
        <Empty
          icon={<SquarePlay size={36} />}
          title={t.noPosts}
          text={t.noPostsText}
          action={
            <Link to="/create" className="btn" data-kind="act">
              {t.newPost}
            </Link>
          }
        />
      }
    >
      <ul className="divide-y divide-line">
        {pages.items.map(post => (
          <Row key={post.id} post={post} />
        ))}
      </ul>
    </List>
  )
}

function Row({ post }: { post: MyPost }) {
  const t = useMore().me
  const shown = useMore().standing.title
  const numbers = useMore().me.numbers
  const { open } = useSheet()
  const [sure, setSure] = useState(false)
  // The chip's poll knows the progress sooner than this list.
  const onWay = useOutgoing(s => s.items.find(o => o.post === post.id && o.phase === 'processing')?.progress)
  const picture = post.video?.poster ?? post.pictures[0]?.url
  const cover = (
    <Thumb
      src={picture}
      hash={post.video?.thumbhash ?? post.pictures[0]?.thumbhash}
      width={72}
      height={96}
      className="h-24 w-[72px] rounded-thumb"
    />
  )
  return (
    <li className="flex gap-3 py-3">
      {post.state === 'live' ? (
        <Link to="/p/$post" params={{ post: post.id }} aria-label={post.caption || t.states.live} className="flex-none">
          {cover}
        </Link>
      ) : (
        <span className="flex-none">{cover}</span>
      )}
      <div className="grid min-w-0 flex-1 content-start justify-items-start gap-1">
        <State post={post} progress={Math.max(onWay ?? 0, post.progress)} />
        <p lang={langTag(post.language)} className="line-clamp-2 w-full break-words">
          {post.caption}
        </p>
        <p className="text-meta text-ink-3">{ago(post.published ?? post.created)}</p>
        <Why post={post} />
        {(post.state === 'draft' || post.state === 'scheduled') && <Unpublished post={post} />}
        {(post.state === 'live' || post.state === 'removed') && (
          <div className="-ms-3 flex flex-wrap">
            <Link to="/me/posts/$post" params={{ post: post.id }} className="btn" data-kind="quiet" data-size="small">
              <ChartNoAxesColumn size={16} />
              {numbers}
            </Link>
            <Button kind="quiet" size="small" onClick={() => open({ kind: 'standing', post: post.id })}>
              <Info size={16} />
              {shown}
            </Button>
          </div>
        )}
      </div>
      <IconButton label={t.delete} className="-me-2 text-ink-2" onClick={() => setSure(true)}>
        <Trash2 size={20} />
      </IconButton>
      {sure && <DeleteSheet post={post} onClose={() => setSure(false)} />}
    </li>
  )
}

function State({ post, progress }: { post: MyPost; progress: number }) {
  const t = useMore().me
  const d = useDrafts()
  if (post.state === 'processing') return <Badge>{t.progress(percent(progress / 100))}</Badge>
  if (post.state === 'live') return <Badge tone="ok">{t.states.live}</Badge>
  if (post.state === 'scheduled') return <Badge>{d.goesOut(dateTime(post.scheduled ?? ''))}</Badge>
  return <Badge>{post.refusal ? t.states.refused : t.states[post.state]}</Badge>
}

function Why({ post }: { post: MyPost }) {
  const t = useMore().me
  if (post.state === 'removed') return <Removal post={post} />
  if (!post.refusal) return null
  return (
    <p className="text-meta text-danger">
      {t.refusedWhy}: {errorText(new ApiError(post.refusal.code, 0))}
    </p>
  )
}

/** What can be gone on with: written on, published, or no longer published by itself. */
function Unpublished({ post }: { post: MyPost }) {
  const t = useMore().me
  const d = useDrafts()
  const client = useQueryClient()
  const path = { params: { path: { id: post.id } } }
  const settled = {
    onSettled: () => client.invalidateQueries({ queryKey: ['me', 'posts'] }),
    onError: (error: Error) => toast(errorText(error)),
  }
  const publish = useMutation({ mutationFn: () => ask(api.POST('/v1/posts/{id}/publish', path)), ...settled })
  const take = useMutation({
    mutationFn: () => ask(api.DELETE('/v1/posts/{id}/schedule', path)),
    onSuccess: () => toast(drafts().takenBack),
    ...settled,
  })
  const waits = post.state === 'scheduled'
  return (
    <div className="flex flex-wrap gap-2 pt-1">
      <Link to="/create" search={{ post: post.id }} className="btn" data-kind="plain" data-size="small">
        {d.goOn}
      </Link>
      {waits ? (
        <Button size="small" kind="quiet" busy={take.isPending} onClick={() => take.mutate()}>
          {d.takeBack}
        </Button>
      ) : (
        !post.refusal && (
          <Button size="small" kind="quiet" busy={publish.isPending} onClick={() => publish.mutate()}>
            {t.publish}
          </Button>
        )
      )}
    </div>
  )
}

function DeleteSheet({ post, onClose }: { post: MyPost; onClose: () => void }) {
  const t = useMore().me
  const deed = useT().comments.delete
  const client = useQueryClient()
  return (
    <ConfirmSheet
      title={t.deleteSure}
      deed={deed}
      act={() => ask(api.DELETE('/v1/posts/{id}', { params: { path: { id: post.id } } }))}
      onDone={() => {
        void client.invalidateQueries({ queryKey: ['me', 'posts'] })
        toast(t.deleted)
      }}
      onClose={onClose}
    >
      <p lang={langTag(post.language)} className="line-clamp-3 text-ink-2">
        {post.caption}
      </p>
    </ConfirmSheet>
  )
}
