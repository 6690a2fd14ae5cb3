import { Link, useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { isCode } from '../../client/error.ts'
import { useMe } from '../../client/me.ts'
import { langTag } from '../../i18n/core.ts'
import { date, textIn } from '../../i18n/format.ts'
import { useMore } from '../../i18n/shopper/more/index.ts'
import { Ban, ChevronRight, Ellipsis, Flag, Store } from '../../ui/core/icons.tsx'
import { Avatar, Badge, Button, Empty, ErrorBox, IconButton, Sheet, Skeleton } from '../../ui/core/index.ts'
import { List } from '../parts/List.tsx'
import { PageHead } from '../parts/PageHead.tsx'
import { PostGrid, PostGridSkeleton } from '../parts/PostTile.tsx'
import { usePages } from '../parts/pages.ts'
import { useSheet } from '../sheets/sheet.ts'
import { type Profile, type Standing, useDeeds, usePerson, useStanding } from './use-person.ts'

export function PersonPage() {
  const t = useMore().people
  const { handle } = useParams({ from: '/u/$handle' })
  const person = usePerson(handle)
  if (person.data) return <Full person={person.data} />
  return (
    <>
      <PageHead title="" back />
      <div className="page">
        {!person.isError ? (
          <Skeleton className="h-40 !rounded-card" />
        ) : isCode(person.error, 'not_found') ? (
          <Empty title={t.gone} text={t.goneText} />
        ) : (
          <ErrorBox error={person.error} retry={() => void person.refetch()} />
        )}
      </div>
    </>
  )
}

function Full({ person }: { person: Profile }) {
  const t = useMore().people
  const me = useMe()
  const own = me?.person === person.id
  const standing = useStanding(person.id)
  const [menu, setMenu] = useState(false)
  const { follow, block } = useDeeds(person)
  const blocked = standing.data?.iBlock ?? false
  return (
    <>
      <PageHead
        title={`@${person.handle}`}
        back
        aside={
          !own && (
            <IconButton label={t.menu} className="-me-2.5" onClick={() => setMenu(true)}>
              <Ellipsis />
            </IconButton>
          )
        }
      />
      <div className="page grid gap-5 pb-10">
        <Who person={person} standing={standing.data}>
          {own ? (
            <Link to="/me" className="btn" data-kind="plain">
              {t.edit}
            </Link>
          ) : blocked ? (
            <Button onClick={() => void block(false)}>{t.unblock}</Button>
          ) : (
            <Follow standing={standing.data} onFollow={on => void follow(on)} />
          )}
        </Who>
        {person.shop && <ShopLink shop={person.shop} />}
        {blocked ? <Empty title={t.blocked(person.name)} /> : <Posts person={person.id} />}
      </div>
      {menu && <Menu person={person} blocked={blocked} onBlock={on => void block(on)} onClose={() => setMenu(false)} />}
    </>
  )
}

interface WhoProps {
  readonly person: Profile
  readonly standing: Standing | undefined
  readonly children: ReactNode
}
function Who({ person, standing, children }: WhoProps) {
  const t = useMore().people
  return (
    <section className="grid gap-3">
      <div className="flex items-center gap-4">
        <Avatar name={person.name} src={person.picture} size={76} />
        <div className="min-w-0 flex-1">
          <h2 className="flex items-center gap-2 text-title font-semibold">
            <span className="truncate">{person.name}</span>
            {person.creator && <Badge>{t.creator}</Badge>}
          </h2>
          <p className="num min-h-[22px] text-ink-2">
            {standing && `${t.followers(standing.followers)} · ${t.following(standing.following)}`}
          </p>
        </div>
      </div>
      {person.about && <p className="whitespace-pre-line break-words">{person.about}</p>}
      <p className="text-meta text-ink-3">{t.joined(date(person.joined))}</p>
      {children}
    </section>
  )
}

function Follow({ standing, onFollow }: { standing: Standing | undefined; onFollow: (on: boolean) => void }) {
  const t = useMore().people
  return (
    <Button
      kind={standing?.iFollow ? 'plain' : 'act'}
      disabled={!standing}
      aria-pressed={standing?.iFollow}
      onClick={() => onFollow(!standing?.iFollow)}
    >
      {standing?.iFollow ? t.followed : t.follow}
    </Button>
  )
}

function ShopLink({ shop }: { shop: NonNullable<Profile['shop']> }) {
  const name = textIn(shop.name)
  return (
    <Link to="/shop/$slug" params={{ slug: shop.slug }} className="flex min-h-14 items-center gap-3 border-y border-line">
      <Store size={20} />
      <span lang={langTag(name.lang)} className="min-w-0 flex-1 truncate font-medium">
        {name.text}
      </span>
      <ChevronRight size={18} className="text-ink-3" />
    </Link>
  )
}

function Posts({ person }: { person: string }) {
  const t = useMore().people
  const pages = usePages(['person', person, 'posts'], cursor =>
    ask(api.GET('/v1/people/{id}/posts', { params: { path: { id: person }, query: { limit: 24, ...cursor } } })),
  )
  return (
    <section aria-label={t.posts}>
      <List pages={pages} waiting={<PostGridSkeleton />} empty={<Empty title={t.noPosts} />}>
        <PostGrid tiles={pages.items} />
      </List>
    </section>
  )
}

function Menu({
  person,
  blocked,
  onBlock,
  onClose,
}: {
  person: Profile
  blocked: boolean
  onBlock: (on: boolean) => void
  onClose: () => void
}) {
  const t = useMore().people
  const { open } = useSheet()
  const row = 'flex min-h-13 w-full items-center gap-3 text-start font-medium'
  return (
    <Sheet title={person.name} small onClose={onClose}>
      <button
        type="button"
        className={row}
        onClick={() => {
          onBlock(!blocked)
          onClose()
        }}
      >
        <Ban size={20} />
        {blocked ? t.unblock : t.block}
      </button>
      <button
        type="button"
        className={row}
        onClick={() => {
          onClose()
          open({ kind: 'report', subject: { kind: 'person', id: person.id } })
        }}
      >
        <Flag size={20} />
        {t.report}
      </button>
    </Sheet>
  )
}
