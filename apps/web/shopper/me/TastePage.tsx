import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api, ask, type Reply } from '../../client/api.ts'
import { useMe } from '../../client/me.ts'
import { percent, said } from '../../i18n/format.ts'
import { useMore } from '../../i18n/shopper/more/index.ts'
import { EyeOff, Heart, X } from '../../ui/core/icons.tsx'
import { Avatar, Button, Empty, ErrorBox, IconButton, Skeleton, toast } from '../../ui/core/index.ts'
import { ConfirmSheet } from '../parts/ConfirmSheet.tsx'
import { PageHead } from '../parts/PageHead.tsx'
import { Pull } from '../parts/Pull.tsx'
import { forgetAll, forgetTag, useForgetting } from './forgetting.ts'

type Taste = Reply<'GET /v1/me/taste'>

/** Everything that the feed would use of this person now, and the ways to take it back. */
export function TastePage() {
  const t = useMore().taste
  const me = useMe()
  const { data, error, refetch } = useQuery({
    // Switching personalisation makes it another answer.
    queryKey: ['me', 'taste', me?.personalised],
    queryFn: () => ask(api.GET('/v1/me/taste')),
    staleTime: 0,
  })
  return (
    <>
      <PageHead title={t.title} back />
      <div className="page grid gap-8 pt-2 pb-10">
        {data ? (
          <Known taste={data} />
        ) : error ? (
          <ErrorBox error={error} retry={() => void refetch()} />
        ) : (
          <div className="grid gap-3" aria-busy="true">
            {[0, 1, 2, 3, 4].map(i => (
              <Skeleton key={i} className="h-14" />
            ))}
          </div>
        )}
      </div>
    </>
  )
}

function Known({ taste }: { taste: Taste }) {
  const t = useMore().taste
  const gone = useForgetting(s => s.tags)
  const tags = taste.tags.filter(({ tag }) => !gone.includes(tag))
  const liked = tags.filter(({ weight }) => Number(weight) > 0)
  const disliked = tags.filter(({ weight }) => Number(weight) < 0).reverse()
  const authors = taste.authors.filter(({ weight }) => Number(weight) > 0).slice(0, 12)
  if (!taste.profiled)
    return (
      <>
        <Empty
          icon={<EyeOff size={36} />}
          title={t.off}
          text={t.offText}
          action={
            <Link to="/me/settings" className="btn" data-kind="plain">
              {t.settings}
            </Link>
          }
        />
        <StartOver />
      </>
    )
  if (tags.length === 0 && authors.length === 0)
    return (
      <Empty
        icon={<Heart size={36} />}
        title={t.empty}
        text={t.emptyText}
        action={
          <Link to="/" className="btn" data-kind="plain">
            {t.watch}
          </Link>
        }
      />
    )
  return (
    <>
      <p className="text-ink-2">{t.text}</p>
      <Topics title={t.topics} tags={liked} />
      <Topics title={t.less} tags={disliked} tone="bg-ink-3" />
      {authors.length > 0 && <Authors authors={authors} />}
      <StartOver />
    </>
  )
}

function Topics({ title, tags, tone }: { title: string; tags: Taste['tags']; tone?: string }) {
  const t = useMore().taste
  if (tags.length === 0) return null
  return (
    <section>
      <h2 className="mb-1 text-lead font-semibold">{title}</h2>
      <ul className="divide-y divide-line">
        {tags.map(({ tag, weight }) => (
          <li key={tag} className="flex min-h-14 items-center gap-3">
            <div className="grid min-w-0 flex-1 gap-2 py-3">
              <span className="truncate font-medium">#{tag}</span>
              <Strength weight={weight} {...(tone && { tone })} />
            </div>
            <IconButton label={t.take(`#${tag}`)} className="-me-2 flex-none text-ink-2" onClick={() => forgetTag(tag)}>
              <X size={20} />
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Strength({ weight, tone }: { weight: string; tone?: string }) {
  const t = useMore().taste
  const part = Math.abs(Number(weight))
  return <Pull part={part} label={t.strength(percent(part))} {...(tone && { tone })} />
}

function Authors({ authors }: { authors: Taste['authors'] }) {
  const t = useMore().taste
  return (
    <section>
      <h2 className="text-lead font-semibold">{t.authors}</h2>
      <p className="mt-1 mb-1 text-meta text-ink-2">{t.authorsText}</p>
      <ul className="divide-y divide-line">
        {authors.map(({ person, shop, weight }) => (
          <li key={person?.id ?? shop?.id} className="flex min-h-14 items-center gap-3 py-3">
            <Avatar name={person?.name ?? (shop ? said(shop.name) : '')} src={(person ?? shop)?.picture ?? null} size={40} />
            <div className="grid min-w-0 flex-1 gap-2">
              {person ? (
                <Link to="/u/$handle" params={{ handle: person.handle }} className="truncate font-medium">
                  {person.name}
                </Link>
              ) : (
                shop && (
                  <Link to="/shop/$slug" params={{ slug: shop.slug }} className="truncate font-medium">
                    {said(shop.name)}
                  </Link>
                )
              )}
              <Strength weight={weight} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function StartOver() {
  const t = useMore().taste
  const [open, setOpen] = useState(false)
  return (
    <section className="grid justify-items-start gap-3 border-t border-line pt-6">
      <p className="text-meta text-ink-2">{t.resetText}</p>
      <Button kind="danger" onClick={() => setOpen(true)}>
        {t.reset}
      </Button>
      {open && <ResetSheet onClose={() => setOpen(false)} />}
    </section>
  )
}

function ResetSheet({ onClose }: { onClose: () => void }) {
  const t = useMore().taste
  return (
    <ConfirmSheet title={t.resetSure} deed={t.resetDo} act={forgetAll} onDone={() => toast(t.resetDone)} onClose={onClose}>
      <p className="text-ink-2">{t.resetSureText}</p>
    </ConfirmSheet>
  )
}
