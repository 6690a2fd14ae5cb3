import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { api, ask, type Reply } from '../../../client/api.ts'
import { isCode } from '../../../client/error.ts'
import type { Video } from '../../../client/types.ts'
import { uploadFile } from '../../../client/upload-file.ts'
import { percent } from '../../../i18n/format.ts'
import { errorText } from '../../../i18n/shared/index.ts'
import { usePostPage } from '../../../i18n/shopper/post-page/index.ts'
import { tenths } from '../../../i18n/shopper/post-page/ledger/tenths.ts'
import { Plus } from '../../../ui/core/icons.tsx'
import { Badge, Button, ErrorBox, Skeleton, Thumb } from '../../../ui/core/index.ts'
import { ConfirmSheet } from '../../parts/ConfirmSheet.tsx'
import { Pull } from '../../parts/Pull.tsx'

type Post = Reply<'GET /v1/me/posts/{id}'>
type Counts = Reply<'GET /v1/posts/{id}/variants'>
type Item = NonNullable<Counts['test']>['items'][number]
const mostVariants = 2

/** Other beginnings of one's own clip: what they hold, the rule that names a best one, and the author's choice. */
export function Variants({ post }: { post: string }) {
  const t = usePostPage().variants
  const path = { params: { path: { id: post } } }
  const mine = useQuery({ queryKey: ['my-post', post], queryFn: () => ask(api.GET('/v1/me/posts/{id}', path)), staleTime: 0 })
  const tries = (mine.data?.variants.length ?? 0) > 0
  const counts = useQuery({
    queryKey: ['variants', post],
    queryFn: () => ask(api.GET('/v1/posts/{id}/variants', path)),
    enabled: tries,
    staleTime: 0,
    refetchInterval: 30_000,
  })
  const error = mine.data ? (counts.data ? null : counts.error) : mine.error
  // Staff of a post's shop read its numbers; what it shows is its author's.
  if (isCode(error, 'not_found') || (mine.data && (mine.data.format !== 'video' || mine.data.state !== 'live'))) return null
  const shown = mine.data && (counts.data || !tries) ? mine.data : null
  return (
    <section className="grid gap-4">
      <div className="grid gap-1">
        <h2 className="text-lead font-semibold">{t.title}</h2>
        <p className="text-ink-2">{t.text}</p>
      </div>
      {shown ? (
        <>
          {tries && counts.data && <Test post={shown} counts={counts.data} />}
          {shown.variants.length < mostVariants && <Add post={post} />}
          {tries && <p className="text-meta text-ink-3">{t.note}</p>}
        </>
      ) : error ? (
        <ErrorBox error={error} retry={() => void (mine.data ? counts : mine).refetch()} />
      ) : (
        <Skeleton className="h-28" />
      )}
    </section>
  )
}

/** After a change the post is asked for anew; what it counts follows a moment later. */
function useSettle(post: string): () => Promise<unknown> {
  const client = useQueryClient()
  return () =>
    Promise.all(
      [
        ['my-post', post],
        ['variants', post],
        ['post', post],
      ].map(queryKey => client.invalidateQueries({ queryKey })),
    )
}

function Test({ post, counts: { test, fewestLooks, testDays } }: { post: Post; counts: Counts }) {
  const t = usePostPage().variants
  const clips = [...(post.video ? [post.video] : []), ...post.variants]
  // The log may be a moment behind the post: then nothing of another test is shown.
  const isThis = test?.items.map(i => i.medium).join() === clips.map(c => c.id).join()
  const items = isThis ? test.items : []
  const verdict = isThis ? test.verdict : 'running'
  const name = (k: number) => (k === 0 ? t.own : t.other(k + 1))
  const best = items.findIndex(i => i.best)
  const least = Math.min(...clips.map((_, k) => items[k]?.shown ?? 0))
  return (
    <>
      <p role="status">
        {verdict === 'decided' && t.decided(name(best), tenths(Math.min(0.999, Number(items[best]?.chance))))}
        {verdict === 'undecided' && t.undecided(testDays)}
        {verdict === 'running' && t.running(least, fewestLooks, testDays)}
      </p>
      <ul className="divide-y divide-line border-y border-line">
        {clips.map((clip, k) => (
          <Row key={clip.id} post={post.id} clip={clip} name={name(k)} own={k === 0} item={items[k]} />
        ))}
      </ul>
    </>
  )
}

interface RowProps {
  readonly post: string
  readonly clip: Video
  readonly name: string
  readonly own: boolean
  readonly item: Item | undefined
}
function Row({ post, clip, name, own, item }: RowProps) {
  const t = usePostPage().variants
  const [asked, setAsked] = useState<'keep' | 'end' | 'drop' | null>(null)
  const shown = item?.shown ?? 0
  const of = (n: number | undefined) => (n ?? 0) / Math.max(1, shown)
  return (
    <li className="flex items-start gap-3 py-3">
      <Thumb
        src={clip.poster}
        hash={clip.thumbhash}
        alt={t.poster(name)}
        width={54}
        height={72}
        className="h-[72px] w-[54px] flex-none rounded-thumb"
      />
      <div className="grid min-w-0 flex-1 gap-1.5">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {name}
          {item?.best && <Badge tone="ok">{t.best}</Badge>}
        </p>
        {item && shown > 0 ? (
          <>
            <p className="num">{t.stayed(tenths(of(item.stayed)), item.stayed, shown)}</p>
            <Pull part={of(item.stayed)} label={tenths(of(item.stayed))} tone="bg-p1" />
            <p className="num text-meta text-ink-2">{t.more(tenths(of(item.finished)), tenths(of(item.opened)))}</p>
          </>
        ) : (
          <p className="text-ink-2">{t.nobody}</p>
        )}
        <div className="-ms-3 flex flex-wrap">
          <Button kind="quiet" size="small" onClick={() => setAsked(own ? 'end' : 'keep')}>
            {own ? t.end : t.keep}
          </Button>
          {!own && (
            <Button kind="quiet" size="small" onClick={() => setAsked('drop')}>
              {t.drop}
            </Button>
          )}
        </div>
      </div>
      {asked && <Ask post={post} clip={clip.id} deed={asked} onClose={() => setAsked(null)} />}
    </li>
  )
}

function Ask({ post, clip, deed, onClose }: { post: string; clip: string; deed: 'keep' | 'end' | 'drop'; onClose: () => void }) {
  const t = usePostPage().variants
  const settle = useSettle(post)
  const path = { params: { path: { id: post, media: clip } } }
  const act = () =>
    deed === 'drop'
      ? ask(api.DELETE('/v1/posts/{id}/variants/{media}', path))
      : ask(api.POST('/v1/posts/{id}/variants/{media}/keep', path))
  return (
    <ConfirmSheet title={t[`${deed}Title`]} deed={t[deed]} act={act} onDone={() => void settle()} onClose={onClose}>
      <p className="text-ink-2">{t[`${deed}Text`]}</p>
    </ConfirmSheet>
  )
}

/** A file that becomes another beginning once it is uploaded and ready; when that fails it is still at hand to try again. */
function Add({ post }: { post: string }) {
  const t = usePostPage().variants
  const id = useId()
  const settle = useSettle(post)
  const [sent, setSent] = useState(0)
  const add = useMutation({
    async mutationFn(file: File) {
      setSent(0)
      const media = await uploadFile(file, { filename: file.name, filetype: file.type }, setSent, m =>
        m.kind === 'picture' || m.state === 'ready' ? m.id : null,
      )
      await ask(api.POST('/v1/posts/{id}/variants', { params: { path: { id: post } }, body: { media } }))
      await settle()
    },
  })
  const { variables: file, error, isPending, mutate } = add
  if (isPending)
    return (
      <div className="grid gap-2" role="status">
        <p className="text-ink-2">{sent < 1 ? t.sending(percent(sent)) : t.making}</p>
        <Pull part={sent} label={percent(sent)} tone="bg-p1" />
      </div>
    )
  return (
    <div className="grid justify-items-start gap-2">
      {error && (
        <p role="alert" className="text-danger">
          {errorText(error)}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {error && file && <Button onClick={() => mutate(file)}>{t.again}</Button>}
        <label
          htmlFor={id}
          className="btn has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-focus has-[:focus-visible]:outline-offset-2"
          data-kind="plain"
        >
          <Plus size={18} />
          {t.add}
          <input
            id={id}
            type="file"
            className="sr-only"
            accept="video/mp4,video/quicktime,video/webm,video/x-matroska,.mov,.mkv"
            onChange={event => {
              const [picked] = event.target.files ?? []
              event.target.value = ''
              if (picked) mutate(picked)
            }}
          />
        </label>
      </div>
    </div>
  )
}
