import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useEffect, useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { isCode } from '../../client/error.ts'
import { useT } from '../../i18n/console/index.ts'
import { Button, Field } from '../../ui/core/index.ts'
import { Link, Panel, Problem, RowsLoading, Time, useGo, useWords } from '../../ui/desk/index.ts'
import { ExplainedPage } from './ExplainedPage.tsx'
import { type Heart, wordFor } from './heart-data.ts'

const requestId = /^req_[0-9a-z]{6,40}$/

/** The page that is explained stands in the address, so that it can be handed on. */
export function ExplainPanel({ newest }: { newest: Heart['newest'] }) {
  const t = useT().heart.explain
  const asked = useWords().page ?? ''
  const valid = requestId.test(asked)
  const page = useQuery({
    queryKey: ['heart-page', asked],
    queryFn: () => ask(api.GET('/v1/feed/requests/{id}', { params: { path: { id: asked } } })),
    enabled: valid,
  })
  return (
    <Panel title={t.title}>
      <p className="text-ink-2">{t.text}</p>
      <AskFor asked={asked} wrong={asked !== '' && !valid} busy={page.isFetching} />
      {newest.length > 0 && (
        <nav className="mt-3 flex flex-wrap items-center gap-2" aria-label={t.newest}>
          <span className="text-meta text-ink-2">{t.newest}</span>
          {newest.map(n => (
            <Link
              key={n.request}
              to="/heart"
              search={{ page: n.request }}
              className="chip plain no-underline"
              data-size="small"
              data-on={n.request === asked ? '' : undefined}
              aria-current={n.request === asked ? 'page' : undefined}
            >
              <Time at={n.at} as="timeOfDay" /> · {wordFor(t.scenes, n.scene)}
            </Link>
          ))}
        </nav>
      )}
      {valid && (
        <div className="mt-4 border-t border-line pt-4" aria-live="polite">
          {page.isPending && <RowsLoading rows={4} />}
          {isCode(page.error, 'not_found') ? (
            <p className="text-ink-2">{t.notFound}</p>
          ) : (
            <Problem error={page.error} retry={() => void page.refetch()} />
          )}
          {page.data && <ExplainedPage page={page.data} />}
        </div>
      )}
    </Panel>
  )
}

function AskFor({ asked, wrong, busy }: { asked: string; wrong: boolean; busy: boolean }) {
  const t = useT().heart.explain
  const go = useGo()
  const [typed, setTyped] = useState(asked)
  useEffect(() => setTyped(asked), [asked])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void go({ to: '/heart', search: { page: typed.trim() || undefined } })
  }
  return (
    <form className="mt-3 flex flex-wrap items-start gap-3" onSubmit={submit}>
      <Field
        className="min-w-0 basis-[360px] desk:grow-0 grow"
        label={t.field}
        placeholder="req_"
        maxLength={48}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        wrong={wrong && typed.trim() === asked ? t.wrong : null}
        value={typed}
        onChange={e => setTyped(e.target.value)}
      />
      <Button type="submit" className="desk:mt-[22px]" busy={busy} disabled={typed.trim() === ''}>
        {t.submit}
      </Button>
    </form>
  )
}
