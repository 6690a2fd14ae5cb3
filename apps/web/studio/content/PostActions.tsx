import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { useMe } from '../../client/me.ts'
import { queryClient } from '../../client/query.ts'
import { langTag } from '../../i18n/core.ts'
import { dateTime } from '../../i18n/format.ts'
import { useContent } from '../../i18n/studio/content/index.ts'
import { Button, MomentField, momentOf, momentText, soonText, toast } from '../../ui/core/index.ts'
import { Modal, Problem } from '../../ui/desk/index.ts'
import type { Post } from './content-data.ts'

/** A draft is its author's to go on with and to give a time; the time of what waits for the shop is everybody's here. */
export const useMayDo = (post: Post): { readonly edit: boolean; readonly time: boolean } => {
  const mine = useMe()?.person === post.author
  return { edit: mine && (post.state === 'draft' || post.state === 'scheduled'), time: mine || post.state === 'scheduled' }
}

/** What can be done with a post that is not published yet; of one that is, the way to its numbers. */
export function PostActions({ post }: { post: Post }) {
  const t = useContent()
  const may = useMayDo(post)
  const [open, setOpen] = useState(false)
  if (post.state === 'live' || post.state === 'removed')
    return (
      <a href={`/me/posts/${post.id}`} className="btn" data-kind="quiet" data-size="small">
        {t.numbers}
      </a>
    )
  if (post.state !== 'draft' && post.state !== 'scheduled') return null
  return (
    <span className="flex flex-wrap items-center gap-2">
      {may.edit && (
        <a href={`/create?post=${post.id}`} className="btn" data-kind="plain" data-size="small">
          {t.goOn}
        </a>
      )}
      {may.time && (
        <Button size="small" kind="quiet" onClick={() => setOpen(true)}>
          {post.state === 'draft' ? t.giveTime : t.changeTime}
        </Button>
      )}
      {open && <TimeForm post={post} onClose={() => setOpen(false)} />}
    </span>
  )
}

/** The time at which a post publishes itself: given, moved or taken back. What was typed stays when it is refused. */
export function TimeForm({ post, onClose }: { post: Post; onClose: () => void }) {
  const t = useContent()
  const [text, setText] = useState(() => (post.scheduled ? momentText(new Date(post.scheduled)) : soonText()))
  const at = momentOf(text)
  const path = { params: { path: { id: post.id } } }
  const done = (said: string) => {
    onClose()
    toast(said)
    void queryClient.invalidateQueries({ queryKey: ['shop-posts'] })
  }
  const save = useMutation({
    mutationFn: (to: Date) => ask(api.PUT('/v1/posts/{id}/schedule', { ...path, body: { at: to.toISOString() } })),
    onSuccess: now => done(t.timed(dateTime(now.scheduled ?? text))),
  })
  const take = useMutation({
    mutationFn: () => ask(api.DELETE('/v1/posts/{id}/schedule', path)),
    onSuccess: () => done(t.untimed),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (at) save.mutate(at)
  }
  return (
    <Modal title={post.state === 'scheduled' ? t.changeTime : t.giveTime} text={t.timeText} onClose={onClose}>
      <form onSubmit={submit} className="grid gap-3">
        {post.caption && (
          <p lang={langTag(post.language)} className="line-clamp-2 text-ink-2">
            {post.caption}
          </p>
        )}
        <MomentField
          label={t.time}
          value={text}
          onChange={now => {
            save.reset()
            setText(now)
          }}
        />
        <Problem error={save.error ?? take.error} />
        <div className="flex flex-wrap justify-end gap-2">
          {post.state === 'scheduled' && (
            <Button kind="quiet" className="me-auto" busy={take.isPending} onClick={() => take.mutate()}>
              {t.takeBack}
            </Button>
          )}
          <Button type="submit" kind="act" busy={save.isPending} disabled={!at}>
            {t.saveTime}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
