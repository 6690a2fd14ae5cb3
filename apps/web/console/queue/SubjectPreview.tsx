import { useQuery } from '@tanstack/react-query'
import { api, ask } from '../../client/api.ts'
import { useT } from '../../i18n/console/index.ts'
import { langTag } from '../../i18n/core.ts'
import { textIn } from '../../i18n/format.ts'
import { Avatar } from '../../ui/core/index.ts'
import type { Subject } from './moderation-data.ts'
import { Loaded, Veiled } from './preview-parts.tsx'
import { CommentPreview, ReviewPreview } from './WordsPreview.tsx'

/** What is reported, as its readers saw it. Pictures are blurred until somebody asks for them. */
export function SubjectPreview({ subject }: { subject: Subject }) {
  switch (subject.kind) {
    case 'post':
      return <PostPreview id={subject.id} />
    case 'product':
      return <ProductPreview id={subject.id} />
    case 'person':
      return <PersonPreview id={subject.id} />
    case 'shop':
      return <ShopPreview id={subject.id} />
    case 'comment':
      return <CommentPreview id={subject.id} />
    case 'review':
      return <ReviewPreview id={subject.id} />
  }
}

function PostPreview({ id }: { id: string }) {
  const t = useT()
  const post = useQuery({ queryKey: ['post', id], queryFn: () => ask(api.GET('/v1/posts/{id}', { params: { path: { id } } })) })
  return (
    <Loaded query={post}>
      {p => (
        <div className="grid gap-4 desk:grid-cols-[200px_minmax(0,1fr)]">
          <Veiled>
            {shown =>
              p.video && shown ? (
                <div className="grid gap-2">
                  {[p.video, ...(p.variants ?? [])].map(clip => (
                    <video
                      key={clip.id}
                      controls
                      muted
                      playsInline
                      poster={clip.poster}
                      src={clip.rungs[0]?.url}
                      className="max-h-[420px] w-full rounded-thumb bg-sunk"
                    />
                  ))}
                </div>
              ) : (
                <img
                  src={p.video?.poster ?? p.pictures[0]?.url}
                  alt=""
                  className="max-h-[420px] w-full rounded-thumb bg-sunk object-cover"
                />
              )
            }
          </Veiled>
          <div className="min-w-0">
            <div className="mb-2 flex items-center gap-2">
              <Avatar name={p.author.name} src={p.author.picture} size={28} />
              <a href={`/u/${p.author.handle}`} target="_blank" rel="noreferrer">
                {p.author.name}
              </a>
            </div>
            <p lang={langTag(p.language)} className="whitespace-pre-line [overflow-wrap:anywhere]">
              {p.caption}
            </p>
            <ul className="mt-3 grid gap-1 text-meta">
              {p.products.map(x => {
                const name = textIn(x.card.name)
                return (
                  <li key={x.card.id}>
                    {t.kinds.product}:{' '}
                    <a href={`/product/${x.card.id}`} target="_blank" rel="noreferrer" lang={name.lang}>
                      {name.text}
                    </a>
                  </li>
                )
              })}
            </ul>
          </div>
        </div>
      )}
    </Loaded>
  )
}

function ProductPreview({ id }: { id: string }) {
  const product = useQuery({
    queryKey: ['product', id],
    queryFn: () => ask(api.GET('/v1/products/{id}', { params: { path: { id } } })),
  })
  return (
    <Loaded query={product}>
      {p => {
        const [name, text] = [textIn(p.name), textIn(p.description)]
        const cover = p.pictures[0]
        return (
          <div className="grid gap-4 desk:grid-cols-[200px_minmax(0,1fr)]">
            {cover && <Veiled>{() => <img src={cover.url} alt="" className="w-full rounded-thumb bg-sunk" />}</Veiled>}
            <div className="min-w-0">
              <p lang={name.lang} className="font-semibold">
                {name.text}
              </p>
              <p lang={text.lang} className="mt-1 line-clamp-12 whitespace-pre-line">
                {text.text}
              </p>
            </div>
          </div>
        )
      }}
    </Loaded>
  )
}

function PersonPreview({ id }: { id: string }) {
  const person = useQuery({
    queryKey: ['person', id],
    queryFn: () => ask(api.GET('/v1/people/{handle}', { params: { path: { handle: id } } })),
  })
  return (
    <Loaded query={person}>
      {p => (
        <div className="flex gap-3">
          <Avatar name={p.name} src={p.picture} size={48} />
          <div className="min-w-0">
            <p className="font-semibold">{p.name}</p>
            <p className="text-meta text-ink-2">@{p.handle}</p>
            <p className="mt-1 whitespace-pre-line">{p.about}</p>
          </div>
        </div>
      )}
    </Loaded>
  )
}

function ShopPreview({ id }: { id: string }) {
  const shop = useQuery({
    queryKey: ['shop', id],
    queryFn: () => ask(api.GET('/v1/shops/{slug}', { params: { path: { slug: id } } })),
  })
  return (
    <Loaded query={shop}>
      {s => {
        const [name, about] = [textIn(s.name), textIn(s.about)]
        return (
          <div>
            <p lang={name.lang} className="font-semibold">
              {name.text}
            </p>
            <p className="text-meta text-ink-2">
              {s.seller.legalName} · {s.seller.email}
            </p>
            <p lang={about.lang} className="mt-1 line-clamp-12 whitespace-pre-line">
              {about.text}
            </p>
          </div>
        )
      }}
    </Loaded>
  )
}
