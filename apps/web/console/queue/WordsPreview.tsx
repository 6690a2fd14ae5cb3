import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api, ask, type Reply } from '../../client/api.ts'
import { useT } from '../../i18n/console/index.ts'
import { langTag } from '../../i18n/core.ts'
import { textIn } from '../../i18n/format.ts'
import { Avatar, Stars } from '../../ui/core/index.ts'
import { Time } from '../../ui/desk/index.ts'
import { Loaded, Veiled } from './preview-parts.tsx'

type Author = Reply<'GET /v1/comments/{id}'>['author']

function Byline({ author, at, children }: { author: Author; at: string; children?: ReactNode }) {
  return (
    <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1">
      <Avatar name={author.name} src={author.picture} size={28} />
      <a href={`/u/${author.handle || author.id}`} target="_blank" rel="noreferrer">
        {author.name}
      </a>
      {children}
      <Time at={at} className="text-meta text-ink-3" />
    </div>
  )
}

/** The comment with the way to the clip under which it stands: a few words alone are hard to judge. */
export function CommentPreview({ id }: { id: string }) {
  const t = useT()
  const comment = useQuery({
    queryKey: ['comment', id],
    queryFn: () => ask(api.GET('/v1/comments/{id}', { params: { path: { id } } })),
  })
  return (
    <Loaded query={comment}>
      {c => (
        <div>
          <Byline author={c.author} at={c.at} />
          <p className="whitespace-pre-line [overflow-wrap:anywhere]">{c.text}</p>
          <p className="mt-3 text-meta">
            <a href={`/p/${c.post}`} target="_blank" rel="noreferrer">
              {t.queue.underClip}
            </a>
          </p>
        </div>
      )}
    </Loaded>
  )
}

export function ReviewPreview({ id }: { id: string }) {
  const t = useT()
  const review = useQuery({
    queryKey: ['review', id],
    queryFn: () => ask(api.GET('/v1/reviews/{id}', { params: { path: { id } } })),
  })
  return (
    <Loaded query={review}>
      {r => (
        <div>
          <Byline author={r.author} at={r.at}>
            <Stars mean={r.stars} />
          </Byline>
          <p lang={langTag(r.language)} className="whitespace-pre-line [overflow-wrap:anywhere]">
            {r.text}
          </p>
          {(r.pictures.length > 0 || r.video) && (
            <div className="mt-3">
              <Veiled>
                {() => (
                  <div className="flex flex-wrap gap-2">
                    {r.pictures.map(p => (
                      <img key={p.id} src={p.url} alt="" className="size-28 rounded-thumb bg-sunk object-cover" />
                    ))}
                    {r.video && <img src={r.video.poster} alt="" className="h-28 rounded-thumb bg-sunk" />}
                  </div>
                )}
              </Veiled>
            </div>
          )}
          <p className="mt-3 text-meta">
            {t.kinds.product}: <ProductName id={r.product} />
          </p>
        </div>
      )}
    </Loaded>
  )
}

function ProductName({ id }: { id: string }) {
  const t = useT()
  const product = useQuery({
    queryKey: ['product', id],
    queryFn: () => ask(api.GET('/v1/products/{id}', { params: { path: { id } } })),
  }).data
  const name = product && textIn(product.name)
  return (
    <a href={`/product/${id}`} target="_blank" rel="noreferrer" lang={name && langTag(name.lang)}>
      {name?.text || t.queue.open}
    </a>
  )
}
