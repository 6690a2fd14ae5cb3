import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../../client/api.ts'
import { type Language, languages, language as pageLanguage } from '../../../i18n/core.ts'
import { useT } from '../../../i18n/studio/index.ts'
import { ArrowLeft } from '../../../ui/core/icons.tsx'
import { SelectField } from '../../../ui/core/index.ts'
import { Link, PageHead, Panel, Problem, RowsLoading, State, Time } from '../../../ui/desk/index.ts'
import { useMyShop } from '../../shop-choice.ts'
import { AddressForm } from './AddressForm.tsx'
import { FileForm } from './FileForm.tsx'
import { isWorking, runTone } from './import-data.ts'
import { Schedules } from './Schedules.tsx'
import { Tally } from './Tally.tsx'

/** Where a catalogue comes from; what came before stands below. */
export function ImportPage() {
  const t = useT()
  const [language, setLanguage] = useState<Language>(pageLanguage())
  return (
    <>
      <Link to="/products" className="mb-3 inline-flex items-center gap-1">
        <ArrowLeft size={16} />
        {t.products.title}
      </Link>
      <PageHead title={t.imports.title} note={t.imports.note} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <SelectField
          className="desk:max-w-[320px]"
          label={t.imports.language}
          hint={t.imports.languageHint}
          value={language}
          options={languages.map(l => ({ value: l, label: t.imports.languages[l] }))}
          onChange={value => setLanguage(value as Language)}
        />
        <div className="grid items-start gap-4 desk:grid-cols-2">
          <FileForm language={language} />
          <AddressForm language={language} />
        </div>
        <Schedules />
        <Recent />
      </div>
    </>
  )
}

function Recent() {
  const t = useT()
  const { shop } = useMyShop()
  const runs = useQuery({
    queryKey: ['imports', shop],
    queryFn: () => ask(api.GET('/v1/shops/{shop}/imports', { params: { path: { shop } } })),
    refetchInterval: query => (query.state.data?.items.some(isWorking) ? 2000 : false),
  })
  return (
    <Panel title={t.imports.recent}>
      {runs.isPending && <RowsLoading rows={3} />}
      {!runs.data && <Problem error={runs.error} retry={() => void runs.refetch()} />}
      {runs.data?.items.length === 0 && <p className="text-ink-2">{t.imports.none}</p>}
      <ul className="grid">
        {runs.data?.items.map(run => (
          <li
            key={run.id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line py-2 first:border-0"
          >
            <span className="min-w-0">
              <Link to="/products/import/$run" params={{ run: run.id }} className="block truncate font-medium">
                {run.name}
              </Link>
              <span className="num text-caption text-ink-3">
                <Time at={run.created} />
              </span>
            </span>
            <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
              <Tally run={run} />
              <State tone={runTone[run.state]}>{t.imports.states[run.state]}</State>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
