import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask, type Reply } from '../../client/api.ts'
import { useT } from '../../i18n/console/index.ts'
import { User } from '../../ui/core/icons.tsx'
import { Avatar, Empty } from '../../ui/core/index.ts'
import { type Column, DataTable, KindSign, PageHead, SearchField, Time, useWords } from '../../ui/desk/index.ts'
import { AccountPanel } from './AccountPanel.tsx'

type Person = Reply<'GET /v1/people'>['items'][number]

export function PeoplePage() {
  const t = useT()
  const words = useWords().q ?? ''
  const [opened, setOpened] = useState<Person | null>(null)
  const people = useInfiniteQuery({
    queryKey: ['people', words],
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/v1/people', {
          params: { query: { limit: 40, ...(words && { words }), ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: page => page.next,
  })
  const columns: Column<Person>[] = [
    { key: 'name', head: t.people.name, cell: p => <Name person={p} onOpen={() => setOpened(p)} /> },
    { key: 'email', head: t.people.email, cell: p => <a href={`mailto:${p.email}`}>{p.email}</a> },
    { key: 'kind', head: t.people.kind, cell: p => (p.creator ? <KindSign>{t.people.creator}</KindSign> : '') },
    {
      key: 'joined',
      head: t.people.joined,
      end: true,
      cell: p => <Time at={p.joined} as="date" className="whitespace-nowrap" />,
    },
  ]
  return (
    <>
      <PageHead title={t.people.title}>
        <SearchField words={words} set={q => ({ to: '/people', search: { q: q || undefined } })} />
      </PageHead>
      <DataTable
        pages={people}
        label={t.people.title}
        columns={columns}
        rowKey={p => p.id}
        card={p => (
          <div className="grid gap-1">
            <Name person={p} onOpen={() => setOpened(p)} />
            <span className="text-meta break-all text-ink-2">{p.email}</span>
            <Time at={p.joined} as="date" className="text-caption text-ink-3" />
          </div>
        )}
        empty={<Empty icon={<User size={32} />} title={t.people.none} text={t.people.noneText} />}
      />
      {opened && <AccountPanel key={opened.id} person={opened} onClose={() => setOpened(null)} />}
    </>
  )
}

function Name({ person, onOpen }: { person: Person; onOpen: () => void }) {
  return (
    <span className="flex min-w-0 items-center gap-3">
      <Avatar name={person.name} src={person.picture} size={32} />
      <span className="min-w-0">
        <button
          type="button"
          className="block min-h-6 max-w-full truncate font-medium text-link hover:underline"
          onClick={onOpen}
        >
          {person.name}
        </button>
        <a href={`/u/${person.handle}`} target="_blank" rel="noreferrer" className="inline-block min-h-6 text-caption">
          @{person.handle}
        </a>
      </span>
    </span>
  )
}
